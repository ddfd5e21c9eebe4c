package fuzz_test

import (
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/teambition/rrule-go"
	"pgregory.net/rapid"
)

// rruleCases draw schedules, by kind.
var rruleCases = map[string]func(*rruleDraw) rruleCase{
	"Daily":           (*rruleDraw).daily,
	"Weekly":          (*rruleDraw).weekly,
	"AbsoluteMonthly": (*rruleDraw).absoluteMonthly,
	"ClampedMonthly":  (*rruleDraw).clampedMonthly,
	"RelativeMonthly": (*rruleDraw).relativeMonthly,
	"Cron":            (*rruleDraw).cron,
	"CronEitherDay":   (*rruleDraw).cronEitherDay,
	"CronNthWeekday":  (*rruleDraw).cronNthWeekday,
}

// TestRRule holds schedules against the recurrence rules of RFC 5545 that say the same, as teambition/rrule-go expands them:
// every occurrence from the first on, forwards and backwards, and searches from anywhere between.
//
// What rrule-go is known to get wrong, or to answer in a way of its own, is not drawn:
//
//   - zones with changes of offset: it takes what time.Date makes of a gap or an overlap, which differs between continents;
//   - rules of hours, minutes and seconds: INTERVAL=2 with a BYHOUR it never meets does not return;
//   - rules without any date: it looks for one up to the year 9999, as UNTIL is tested on dates that were found;
//   - a DTSTART that is the zero time.Time: it takes the present instead;
//   - BYSETPOS in weeks: a first week that DTSTART cuts is counted as if it were whole.
func TestRRule(t *testing.T) {
	for kind, draw := range rruleCases {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) { draw(newRRuleDraw(t)).check(t) })
		})
	}
}

// An rruleCase is a schedule and the rules that say the same.
type rruleCase struct {
	spec   schedule.Spec
	rules  []rrule.ROption
	from   time.Time // an occurrence of a rule before this does not count
	offset int       // days from what the rules find to what the schedule has
	zone   tz.Zone
}

// expanded is how many occurrences of a rule are looked at.
const expanded = 40

func (c rruleCase) check(t *rapid.T) {
	s, err := schedule.Compile(c.spec)
	if err != nil {
		t.Fatalf("%+v: %v", c.spec, err)
	}
	p, err := s.In(c.zone, tz.GapForward, tz.OverlapFirst)
	if err != nil {
		t.Fatal(err)
	}
	want, complete := c.expand(t)
	same := func(question string, asked, got time.Time, want time.Time) {
		if !got.Equal(want) {
			t.Fatalf("%+v in %v\n%s(%v) = %v, rrule-go has %v\nof %v", c.spec, c.zone, question, asked, got, want, c.rules)
		}
	}

	at := c.from.AddDate(0, 0, -40)
	for _, o := range want {
		got := p.Next(at)
		same("Next", at, got, o)
		at = o
	}
	if complete {
		same("Next", at, p.Next(at), time.Time{})
	}
	for i, o := range slices.Backward(want) {
		previous := time.Time{}
		if i > 0 {
			previous = want[i-1]
		}
		same("Prev", o, p.Prev(o), previous)
	}
	if len(want) < 2 {
		return
	}
	span := want[len(want)-1].Unix() - want[0].Unix()
	for range 8 {
		at := want[0].Add(time.Duration(rapid.Int64Range(0, span-1).Draw(t, "seconds from the first")) * time.Second)
		i, found := slices.BinarySearchFunc(want, at, time.Time.Compare)
		next := i
		if found {
			next++
		}
		same("Next", at, p.Next(at), want[next])
		if i > 0 {
			same("Prev", at, p.Prev(at), want[i-1])
		}
		if got := p.Matches(at); got != found {
			t.Fatalf("%+v in %v: Matches(%v) = %v", c.spec, c.zone, at, got)
		}
	}
}

// expand returns the first occurrences of the rules together, and whether there are no more.
func (c rruleCase) expand(t *rapid.T) (all []time.Time, complete bool) {
	complete = true
	var known time.Time // as far as the list of each rule goes
	for _, option := range c.rules {
		list := expandRule(t, option)
		if len(list) == expanded {
			if last := list[expanded-1]; complete || last.Before(known) {
				known = last
			}
			complete = false
		}
		all = append(all, list...)
	}
	slices.SortFunc(all, time.Time.Compare)
	all = slices.CompactFunc(all, time.Time.Equal)
	all = slices.DeleteFunc(all, func(o time.Time) bool { return !complete && o.After(known) })
	for i := range all {
		all[i] = all[i].AddDate(0, 0, c.offset)
	}
	return slices.DeleteFunc(all, func(o time.Time) bool { return o.Before(c.from) }), complete
}

// expandRule returns the first occurrences of a rule. Whoever asks rrule-go has to reckon with its not coming back.
func expandRule(t *rapid.T, option rrule.ROption) []time.Time {
	r, err := rrule.NewRRule(option)
	if err != nil {
		t.Fatalf("%+v: %v", option, err)
	}
	found := make(chan []time.Time, 1)
	go func() {
		var list []time.Time
		next := r.Iterator()
		for len(list) < expanded {
			o, ok := next()
			if !ok {
				break
			}
			list = append(list, o)
		}
		found <- list
	}()
	select {
	case list := <-found:
		return list
	case <-time.After(time.Minute):
		t.Fatalf("rrule-go does not come back from %v", r)
		return nil
	}
}
