package vet_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/vet"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/fuzz/reference"
	"github.com/casement-go/casement/window"
	"pgregory.net/rapid"
)

// judge returns the policy as the slow reference reads it, and whether it evaluates all that the policy says.
func judge(t *rapid.T, p calendar.Policy) (*reference.Policy, bool) {
	doc, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	ref, err := reference.Compile(doc, time.LoadLocation)
	if err != nil && !errors.Is(err, reference.ErrUnsupported) {
		t.Fatalf("%v\n%s", err, doc)
	}
	return ref, err == nil
}

// extreme returns a generated policy to which something was done that makes it open always or never, or nearly so, more often than
// chance would.
func extreme(t *rapid.T) gen.Case {
	c := gen.Cases().Draw(t, "case")
	p := &c.Policy
	zoned := p.TimeZone != "" || p.UTCOffset != ""
	for _, w := range p.Windows {
		zoned = zoned || w.TimeZone != "" || w.UTCOffset != ""
	}
	if zoned && p.TimeZone == "" && p.UTCOffset == "" {
		p.UTCOffset = "+00:00" // so that blackouts have a clock
	}
	shut := func(start, end string, days ...string) {
		p.NotAllowedTime = append(slices.Clip(p.NotAllowedTime), calendar.TimeSpan{Start: start, End: end, DaysOfWeek: days})
	}
	switch rapid.IntRange(0, 9).Draw(t, "extreme") {
	case 1:
		shut("00:00", "24:00")
	case 2:
		shut("00:00", "24:00", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
		shut("22:00", "23:00", "Friday")
		shut("00:00", "24:00", "Saturday", "Sunday")
	case 3:
		shut("00:00", "23:59:59")
	case 4:
		p.NotAllowedDates = append(slices.Clip(p.NotAllowedDates), calendar.DateSpan{Start: "01-01", End: "12-31"})
	case 5:
		p.NotAllowedDates = append(slices.Clip(p.NotAllowedDates), calendar.DateSpan{Start: "03-01", End: "02-28"})
	case 6:
		p.Windows = append(slices.Clip(p.Windows), calendar.WindowSpec{Always: true})
	case 7:
		p.Windows = []calendar.WindowSpec{{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: "00:00", EndTime: "24:00"}}
		p.NotAllowedDates, p.NotAllowedTime = nil, nil
	case 8:
		for i := range p.Windows {
			if p.Windows[i].Schedule != nil && p.Windows[i].StartDate == "" {
				p.Windows[i].EndDate = c.At.AddDate(0, 0, -rapid.IntRange(0, 5).Draw(t, "over for")).Format(time.DateOnly)
			}
		}
	case 9:
		for i := range p.Windows {
			if w := &p.Windows[i]; w.Schedule != nil {
				w.DurationHours, w.Duration, w.EndTime = 0, "8784h", ""
			}
		}
	}
	if _, err := calendar.Compile(*p); err != nil {
		t.Skip("does not compile")
	}
	return c
}

const (
	reach = 30        // years
	steps = 1_000_000 // fewer than the default: a century of a policy with some 20 windows and blackouts
)

// What is said to be so for ever, or for a century, is so in the reference for 30 years; and what is so there for 30 years is said, or
// ends later.
func TestProved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := extreme(t)
		ref, ok := judge(t, c.Policy)
		if !ok {
			t.Skip("the reference does not evaluate it")
		}
		at := c.At
		to := at.AddDate(reach, 0, 0)
		found := vet.Check(c.Policy, at, vet.Options{Years: 1, Steps: steps})
		said := func(code calendar.FindingCode) bool { return len(of(found, code, "")) > 0 }
		open := ref.Windows(at, to)
		never, always := len(open) == 0, len(open) == 1 && open[0] == [2]time.Time{at, to}

		if (said(vet.NeverOpens) || said(vet.IsOver)) && !never {
			t.Fatalf("%v, but it opens at %v", found, open[0])
		}
		if said(vet.NeverOpens) {
			if before := ref.Windows(at.AddDate(-reach, 0, 0), at); len(before) > 0 {
				t.Fatalf("%v, but it was open at %v", found, before[0])
			}
		}
		if said(vet.AlwaysOpen) && !always {
			t.Fatalf("%v, but the reference has %d open periods", found, len(open))
		}

		// The other way round: what contradicts it has to lie beyond the 30 years, and the reference has to see it as well.
		timeline := calendar.MustCompile(c.Policy).Timeline()
		later := func(want window.State) {
			sec, ok := timeline.First(at.Unix(), at.Unix()+window.Horizon-1, want)
			instant := time.Unix(sec, 0)
			if !ok || instant.Before(to) || ref.IsOpen(instant) != bool(want) {
				t.Fatalf("neither said nor wrong: %v, and %v is %v first at %v", found, c, want, instant)
			}
		}
		if said(vet.Unfinished) {
			return
		}
		if never && !said(vet.NeverOpens) && !said(vet.IsOver) {
			later(window.Open)
		}
		if always && !said(vet.AlwaysOpen) {
			later(window.Shut)
		}
	})
}

// What is said about a year is so in the reference: each blackout that cuts nothing or is past may be left out, each window that is covered
// or past, too, the short pieces are those that there are, and there is as little open as is said.
func TestWithinAYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := extreme(t)
		ref, ok := judge(t, c.Policy)
		if !ok {
			t.Skip("the reference does not evaluate it")
		}
		at, to := c.At, c.At.AddDate(1, 0, 0)
		options := vet.Options{Years: 1, Steps: steps, MinPiece: time.Hour, Availability: vet.Availability{Open: 20 * time.Hour, Every: 10 * 24 * time.Hour, Piece: 2 * time.Hour}}
		found := vet.Check(c.Policy, at, options)
		open := ref.Windows(at, to)

		for _, f := range found {
			if f.Code != vet.CutsNothing && f.Code != vet.Covered && f.Code != vet.Past {
				continue
			}
			without := c.Policy
			without.Windows = slices.Clone(without.Windows)
			cut(t, &without, strings.TrimSuffix(strings.TrimSuffix(f.Path, ".endDate"), ".span"))
			if len(without.Windows) == 0 {
				continue // covered, which TestProved sees
			}
			if _, err := calendar.Compile(without); err != nil {
				continue // the one with the zone
			}
			other, _ := judge(t, without)
			if got := other.Windows(at, to); !slices.Equal(got, open) {
				t.Fatalf("%v, but without it\n%v\nwith it\n%v", f, got, open)
			}
		}
		if len(of(found, vet.Unfinished, "")) > 0 || len(of(found, vet.IsOver, ""))+len(of(found, vet.NeverOpens, "")) > 0 {
			return
		}
		short, long := 0, [][2]time.Time(nil)
		wide := ref.Windows(at.Add(-2*time.Hour), to.Add(2*time.Hour)) // so that pieces at the edges have their length
		for _, w := range wide {
			if !w[1].After(at) || !w[0].Before(to) {
				continue
			}
			if w[1].Sub(w[0]) < options.MinPiece {
				short++
			}
			if w[1].Sub(w[0]) >= options.Availability.Piece {
				long = append(long, w)
			}
		}
		if said := len(with(found, vet.ShortPieces)) > 0; said != (short > 0) {
			t.Fatalf("%v, but %d pieces are short: %v", found, short, open)
		}
		// Every hour, and at the edges, is where the least can be.
		least := 365 * 24 * time.Hour
		try := func(from time.Time) {
			if from.Before(at) || from.Add(options.Availability.Every).After(to) {
				return
			}
			sum := time.Duration(0)
			for _, w := range long {
				start, end := w[0], w[1]
				if start.Before(from) {
					start = from
				}
				if end.After(from.Add(options.Availability.Every)) {
					end = from.Add(options.Availability.Every)
				}
				sum += max(0, end.Sub(start))
			}
			least = min(least, sum)
		}
		for from := at; from.Before(to); from = from.Add(25 * time.Hour) {
			try(from)
		}
		for _, w := range long[:min(len(long), 100)] {
			try(w[1])
			try(w[0].Add(-options.Availability.Every))
		}
		if len(long) <= 100 {
			if said := len(of(found, vet.TooLittle, "")) > 0; said != (least < options.Availability.Open) {
				t.Fatalf("%v, but the least is %v of %v", found, least, long)
			}
		} else if len(of(found, vet.TooLittle, "")) == 0 && least < options.Availability.Open {
			t.Fatalf("%v, but %v is too little", found, least)
		}
	})
}

// cut takes the window or the blackout at path out of a policy.
func cut(t *rapid.T, p *calendar.Policy, path string) {
	dates, times := &p.NotAllowedDates, &p.NotAllowedTime
	if rest, ok := strings.CutPrefix(path, "windows["); ok {
		number, rest, _ := strings.Cut(rest, "]")
		i := atoi(t, number)
		if rest == "" {
			p.Windows = slices.Delete(p.Windows, i, i+1)
			return
		}
		dates, times = &p.Windows[i].NotAllowedDates, &p.Windows[i].NotAllowedTime
		path = rest[1:]
	}
	key, number, _ := strings.Cut(strings.TrimSuffix(path, "]"), "[")
	i := atoi(t, number)
	switch key {
	case "notAllowedDates":
		*dates = slices.Delete(slices.Clone(*dates), i, i+1)
	case "notAllowedTime":
		*times = slices.Delete(slices.Clone(*times), i, i+1)
	default:
		t.Fatalf("path %s", path)
	}
}

func atoi(t *rapid.T, s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			t.Fatalf("not a number: %q", s)
		}
		n = n*10 + int(c-'0')
	}
	return n
}
