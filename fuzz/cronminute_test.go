package fuzz_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the same zones everywhere

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// minuteExpressions are walked over every change of offset. They say whole minutes: hours that are pinned and hours that are
// not, around midnight and around the usual hours of a change, on all days and on some.
var minuteExpressions = []struct {
	dialect string
	texts   []string
}{
	{"", []string{"* * * * *", "*/7 * * * *", "30 * * * *", "30 */2 * * *", "30 2 * * *", "0 0 * * *", "0,30 1-3 * * *", "*/20 2 * * *", "0 0-23/2 * * *", "59 23 * * 6", "15 0,1,2,3 * * 0", "0 12 * * 5", "45 1 29,30,31 * *"}},
	{"OCPS", []string{"*/10 * * * *", "30 2 * * *", "0,15 0-3 * * *", "0 0 * * 0"}},
	{"Kubernetes", []string{"* * * * *", "30 1,2 * * *", "0 0 * * *", "0 12 * * 5", "*/20 0-4 * * 0,6"}},
	{"Vixie", []string{"*/10 * * * *", "30 2 * * *", "0,30 0-3 * * *", "*/30 1 * * *", "15 */2 * * *", "0-59 2 * * *", "45 23 * * *"}},
	{"Quartz", []string{"0 0/10 * * * ?", "0 30 1,2 * * ?", "0 0 0 ? * SUN"}},
}

// A minuteRule is an expression as the minute walk uses it and as the schedule room has it.
type minuteRule struct {
	*cronWalk
	name  string
	cron  *schedule.Cron
	clock [1440]bool // by minute of the day
}

// cronLong makes the tests of cron walk also what is only longer, not different.
var cronLong = flag.Bool("cron.long", false, "walk also zones that are another under a second name, and a hundred times as many expressions")

// TestS10MinuteWalk walks real minutes from 30 hours before to 30 hours after every change of offset from 2024 to 2027 in
// every zone of the IANA database, and compares what Next and Prev find there. Of zones with the same offsets in those years
// one is walked.
func TestS10MinuteWalk(t *testing.T) {
	t.Parallel()
	var rules []*minuteRule
	for _, d := range minuteExpressions {
		var dialect schedule.CronDialect
		if err := dialect.UnmarshalText([]byte(d.dialect)); err != nil {
			t.Fatal(err)
		}
		for _, text := range d.texts {
			r := &minuteRule{cronWalk: walkCron(d.dialect, "", text), name: dialect.String() + " " + text, cron: schedule.CronOptions{Dialect: dialect}.MustParse(text)}
			for m := range r.clock {
				r.clock[m] = r.hour[m/60] && r.minute[m%60]
			}
			rules = append(rules, r)
		}
	}
	names, err := os.ReadFile("../tz/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	zones, changes := 0, 0
	walked := make(map[string]bool)
	for name := range strings.FieldsSeq(string(names)) {
		loc, err := time.LoadLocation(name)
		if err != nil {
			continue // a name that this database does not have
		}
		zones++
		all := changesOf(loc, 2024, 2028)
		key := fmt.Sprint(offset(loc, time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).Unix()))
		for _, change := range all {
			key += fmt.Sprint(" ", change, offset(loc, change-1), offset(loc, change))
		}
		if walked[key] && !*cronLong {
			changes += len(all)
			continue
		}
		walked[key] = true
		zone, err := tz.ZoneOf(name, loc)
		if err != nil {
			t.Fatal(err)
		}
		placed := make([]*schedule.Placed, len(rules))
		for i, r := range rules {
			placed[i] = r.cron.In(zone)
		}
		for _, change := range all {
			changes++
			walk := walkMinutes(loc, change)
			for i, r := range rules {
				walk.check(t, name, r, placed[i])
			}
		}
	}
	t.Logf("%d expressions over %d changes of offset in %d zones, of which %d differ", len(rules), changes, zones, len(walked))
	if zones < 400 || changes < 1000 {
		t.Errorf("only %d zones and %d changes", zones, changes)
	}
}

// changesOf returns the instants in some years at which a zone changes its offset, found by asking every six hours.
func changesOf(loc *time.Location, fromYear, toYear int) (all []int64) {
	end := time.Date(toYear, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	at := time.Date(fromYear, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	for current := offset(loc, at); at < end; {
		before, after := at, at+6*3600
		at = after
		if offset(loc, after) == current {
			continue
		}
		for after-before > 1 {
			if mid := (before + after) / 2; offset(loc, mid) == current {
				before = mid
			} else {
				after = mid
			}
		}
		all = append(all, after)
		current = offset(loc, at)
	}
	return all
}

// A minuteWalk is what the clock shows at each minute around a change of offset.
type minuteWalk struct {
	start int64   // the first minute
	local []int64 // of each, the local time in minutes since 1970-01-01T00:00
	times map[int64]int
}

// The minutes that are walked before and after a change, and how many of those at both ends are not compared: what happens
// there may depend on what lies outside.
const (
	around = 30 * 60
	margin = 2 * 60
)

func walkMinutes(loc *time.Location, change int64) *minuteWalk {
	w := &minuteWalk{start: change - around*60, times: make(map[int64]int)}
	for i := range int64(2 * around) {
		t := w.start + i*60
		local := (t + offset(loc, t)) / 60
		w.local = append(w.local, local)
		w.times[local]++
	}
	return w
}

// occurrences walks the minutes for one rule.
func (w *minuteWalk) occurrences(r *minuteRule) []int64 {
	at := make([]bool, len(w.local)+1440)
	days := make(map[int64]bool)
	matches := func(local int64) bool {
		if !r.clock[local%1440] {
			return false
		}
		day, known := days[local/1440]
		if !known {
			day = r.day(time.Unix(local/1440*86400, 0).UTC())
			days[local/1440] = day
		}
		return day
	}
	shown := make(map[int64]int)
	for i, local := range w.local {
		if i > 0 {
			gap := local - w.local[i-1] - 1
			for skipped := range max(0, gap) {
				if r.gap == "skip" || r.dialect == "Vixie" && gap > 180 || !matches(w.local[i-1]+1+skipped) {
					continue
				}
				if r.gap == "next" {
					at[i] = true
				} else {
					at[i+int(skipped)] = true
				}
			}
		}
		if !matches(local) {
			continue
		}
		shown[local]++
		switch {
		case r.overlap == "first" && shown[local] > 1:
		case r.overlap == "second" && shown[local] < w.times[local]:
		default:
			at[i] = true
		}
	}
	var all []int64
	for i := margin; i < len(w.local)-margin; i++ {
		if at[i] {
			all = append(all, w.start+int64(i)*60)
		}
	}
	return all
}

// check compares one rule.
func (w *minuteWalk) check(t *testing.T, zone string, r *minuteRule, p *schedule.Placed) {
	want := w.occurrences(r)
	first, last := w.start+margin*60, w.start+int64(len(w.local)-margin)*60
	var forward, backward []int64
	for at := p.Next(time.Unix(first-1, 0)); !at.IsZero() && at.Unix() < last; at = p.Next(at) {
		forward = append(forward, at.Unix())
		if !p.Matches(at) {
			t.Errorf("%s, %s: Next found %v, which does not match", zone, r.name, at)
		}
		after := at.Add(time.Minute)
		if _, ok := slices.BinarySearch(want, after.Unix()); after.Unix() < last && p.Matches(after) != ok {
			t.Errorf("%s, %s: matches %v is %v", zone, r.name, after, !ok)
		}
		if len(forward) > len(want) {
			break
		}
	}
	for at := p.Prev(time.Unix(last, 0)); !at.IsZero() && at.Unix() >= first; at = p.Prev(at) {
		backward = append(backward, at.Unix())
		if len(backward) > len(want) {
			break
		}
	}
	slices.Reverse(backward)
	if !slices.Equal(forward, want) || !slices.Equal(backward, want) {
		loc := time.UTC
		t.Errorf("%s, %s: Next finds %s, Prev %s, want %s", zone, r.name, instantTexts(loc, forward), instantTexts(loc, backward), instantTexts(loc, want))
	}
}
