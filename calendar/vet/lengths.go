package vet

import (
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// tooShort reports a minDuration that no open period reaches, with the longest that there is.
func (v *vetter) tooShort() {
	if v.shortest == 0 || len(v.entries) == 0 {
		return
	}
	reached, opens := v.meter().first(v.cal.Timeline(), v.weight, v.from, v.to, window.Open)
	switch {
	case opens:
		return
	case reached < v.to:
		v.unfinished("open periods as long as minDuration", "up to "+stamp(reached))
		return
	}
	whole := *v.p
	whole.MinDuration = ""
	cal, err := calendar.Compile(whole, v.compile...)
	if err != nil {
		return // cannot be: it compiles with one more key
	}
	start, length, reached := v.longest(cal.Timeline())
	if length == 0 {
		return // it would not open without minDuration either, which is reported
	}
	v.add(AllTooShort, "minDuration", "no open period from "+stamp(v.from)+" to "+stamp(v.to)+" is as long: the longest, up to "+stamp(reached)+", is that of "+
		amount(length)+" from "+stamp(start)+" on", "for this one to open, "+quote("minDuration", amount(length))+" or less")
}

// longest returns the first of the longest open periods of the policy without its minDuration, which are all shorter than that,
// and up to where they were looked for.
func (v *vetter) longest(t window.Timeline) (start, length, reached int64) {
	m := v.meter()
	for reached = v.from; reached < v.to; {
		from, opens := m.first(t, v.whole, reached, v.to, window.Open)
		if !opens {
			return start, length, from
		}
		to, ends := m.first(t, v.whole, from, from+v.shortest, window.Shut)
		if !ends {
			return start, length, from
		}
		if from == v.from { // it may have begun before
			shut, _ := m.last(t, v.whole, from, from-v.shortest, window.Shut)
			from = shut + 1
		}
		if m.empty() {
			return start, length, reached
		}
		if to-from > length {
			start, length = from, to-from
		}
		reached = to
	}
	return start, length, v.to
}

// neverStarts reports windows because of which nothing may ever start, as no open time that begins in them is longer than their
// cutoff. They may still permit what starts in them while another window, with a shorter one, is open as well.
func (v *vetter) neverStarts() {
	m := v.meter()
	for i := range v.entries {
		if v.neverStartsIn(m, &v.entries[i]); m.empty() {
			v.unfinished("windows that permit no start", "up to "+v.entries[i].path)
			return
		}
	}
}

// neverStartsIn goes through the open periods of a window. Each leaves most at its start, up to the end of the open period of the
// policy, as [calendar.Calendar.NextFit] counts.
func (v *vetter) neverStartsIn(m *meter, e *entry) {
	if e.spec.Cutoff == "" {
		return
	}
	cutoff := seconds(e.spec.Cutoff)
	t := v.cal.Timeline()
	at, longest := int64(0), int64(0)
	for reached := v.from; reached < v.to; {
		start, opens := m.first(e.open, e.weight, reached, v.to, window.Open)
		if !opens {
			break
		}
		if reached, _ = m.first(e.open, e.weight, start, v.to, window.Shut); m.empty() {
			return
		}
		if start == v.from { // it may have begun before
			shut, began := m.last(e.open, e.weight, start, start-cutoff, window.Shut)
			if !began {
				return
			}
			start = shut + 1
		}
		// What is too short for the policy has no length.
		end, ends := m.first(t, v.weight, start, start+cutoff+1, window.Shut)
		if !ends {
			return // it permits, or the steps are used up
		}
		if end-start > longest {
			at, longest = start, end-start
		}
	}
	if longest > 0 && !m.empty() {
		v.add(NeverStarts, join(e.path, "cutoff"), "nothing may start because of this window from "+stamp(v.from)+" to "+stamp(v.to)+": from none of its openings on is it open for longer than this; the longest is "+
			amount(longest)+", from "+stamp(at)+" on", "for something to start then, a cutoff shorter than "+amount(longest))
	}
}

// seconds returns how long a duration of a policy that compiles is: 0 if it has none.
func seconds(text string) int64 {
	d, _ := time.ParseDuration(text)
	return int64(d / time.Second)
}

// crowd returns how many open periods, too short for minDuration, a search may have to pass in a day: at the most two for each such length
// of time, and no more than there are starts and blackouts.
func (v *vetter) crowd() int {
	if v.shortest == 0 {
		return 1
	}
	most := 1 + int(2*tz.SecondsPerDay/v.shortest)
	n := 1 + len(v.p.NotAllowedTime)
	for i := range v.entries {
		e := &v.entries[i]
		if n += 1 + len(e.spec.NotAllowedTime); e.spec.Schedule != nil && e.spec.Schedule.Cron != nil {
			n += v.startsADay(e, most-n)
		}
		if n >= most {
			return most
		}
	}
	return n
}

// startsADay counts the starts of a cron expression in a day, up to a limit: all its days are alike.
func (v *vetter) startsADay(e *entry, limit int) int {
	first, found := e.written.First(e.lo, calendarTo, window.Open)
	if !found {
		return 0
	}
	n := 0
	for last := (tz.FloorDay(first)+1)*tz.SecondsPerDay - 1; found && n < limit; n++ {
		first, found = e.written.First(first+1, last, window.Open)
	}
	return n
}
