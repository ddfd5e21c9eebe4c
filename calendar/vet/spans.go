package vet

import (
	"strconv"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A shutSpan is one blackout that compiles.
type shutSpan struct {
	calendar.Ref
	entry      int // the window that it cuts; all
	start, end string
	yearly     bool            // days of every year
	finite     bool            // dates or instants
	lo, hi     int64           // of a finite one: where it can hold, [lo, hi)
	timeline   window.Timeline // open where it holds
}

// all stands for all windows.
const all = -1

// shutSpans returns the blackouts that compile: those of the policy, then those of each window. There are no more than Options.Steps.
func (v *vetter) shutSpans() []shutSpan {
	var spans []shutSpan
	add := func(s shutSpan, w calendar.WindowSpec) {
		s.Span = s.start + " to " + s.end
		if s.timeline = v.blackouts(w); s.timeline == (window.Timeline{}) {
			return
		}
		const margin = 3 * tz.SecondsPerDay // more than any offset from UTC and any change of one
		if from, err := tz.ParseDate(s.start); err == nil {
			to, _ := tz.ParseDate(s.end)
			s.lo, s.hi, s.finite = int64(from.Day())*tz.SecondsPerDay-margin, int64(to.Day())*tz.SecondsPerDay+margin, true
		} else if from, err := tz.ParseInstant(s.start); err == nil {
			to, _ := tz.ParseInstant(s.end)
			s.lo, s.hi, s.finite = tz.Seconds(from), tz.Seconds(to), true
		}
		spans = append(spans, s)
	}
	list := func(entry int, path string, w calendar.WindowSpec) {
		dates, times := w.NotAllowedDates, w.NotAllowedTime
		for i := range dates[:min(len(dates), calendar.MaxSpans, v.opts.Steps-len(spans))] {
			d := &dates[i]
			w.NotAllowedDates, w.NotAllowedTime = dates[i:i+1], nil
			ref := calendar.Ref{Path: index(join(path, "notAllowedDates"), i), Name: d.Name}
			add(shutSpan{Ref: ref, entry: entry, start: d.Start, end: d.End, yearly: len(d.Start) == len("01-02")}, w)
		}
		for i := range times[:min(len(times), calendar.MaxSpans, v.opts.Steps-len(spans))] {
			t := &times[i]
			w.NotAllowedDates, w.NotAllowedTime = nil, times[i:i+1]
			ref := calendar.Ref{Path: index(join(path, "notAllowedTime"), i), Name: t.Name}
			add(shutSpan{Ref: ref, entry: entry, start: t.Start, end: t.End}, w)
		}
	}
	if !v.unzoned() {
		list(all, "", calendar.WindowSpec{NotAllowedDates: v.p.NotAllowedDates, NotAllowedTime: v.p.NotAllowedTime})
	}
	for i := range v.entries {
		list(i, v.entries[i].path, *v.entries[i].spec)
	}
	return spans
}

// unzoned reports whether there is no telling on which clock the policy's blackouts are, which then does not compile.
func (v *vetter) unzoned() bool {
	if v.cal != nil || v.p.UTCOffset != "" || v.p.TimeZone != "" {
		return false
	}
	for i := range v.entries {
		if s := v.entries[i].spec; s.UTCOffset != "" || s.TimeZone != "" {
			return true
		}
	}
	return false
}

// holding names the blackouts that hold at an instant and cut window i.
func (v *vetter) holding(m *meter, i int, sec int64) string {
	var list []string
	for _, s := range v.spans {
		if s.entry != i && s.entry != all {
			continue
		}
		if !m.spend(1, 0) || len(list) == 3 {
			break
		}
		if s.timeline.Holds(sec) {
			list = append(list, s.Ref.String())
		}
	}
	return and(list)
}

// shutForGood reports blackouts that are past, and days of every year that go round most of it.
func (v *vetter) shutForGood() {
	for _, s := range v.spans {
		switch {
		case s.yearly:
			v.longWrap(s)
		case s.finite:
			if last, held := s.timeline.Last(s.hi, s.lo, window.Open); held && last < v.from {
				v.add(Past, s.Path, "this blackout is past: it ended at "+stamp(last+1), everyYear(s))
			}
		}
	}
}

// everyYear returns how to write a span of dates such that it comes again every year.
func everyYear(s shutSpan) string {
	from, err1 := tz.ParseDate(s.start)
	to, err2 := tz.ParseDate(s.end)
	if err1 != nil || err2 != nil || to.Day()-from.Day() >= 365 {
		return "leave it out"
	}
	return "leave it out or, if it comes again every year, write " + quote("start", s.start[5:]) + ", " + quote("end", s.end[5:])
}

// longWrap reports days of every year from one up to an earlier one that are more than half of the year: over New Year, where
// mostly a few days are meant.
func (v *vetter) longWrap(s shutSpan) {
	start, err1 := tz.ParseMonthDay(s.start)
	end, err2 := tz.ParseMonthDay(s.end)
	if err1 != nil || err2 != nil || start.Compare(end) <= 0 {
		return
	}
	const commonYear = 2022
	days := end.LastIn(commonYear+1).Day() - start.In(commonYear).Day() + 1
	if days > 365/2 {
		v.add(LongWrap, s.Path, "from "+s.start+" over New Year to "+s.end+" are "+strconv.Itoa(days)+" days of every year",
			"if it is not meant to go over New Year, swap the ends: "+quote("start", s.end)+", "+quote("end", s.start))
	}
}

// endDate reports a window whose last opening is past.
func (v *vetter) endDate(m *meter, e *entry) {
	path := ""
	switch {
	case e.spec.Span != nil:
		path = join(e.path, "span")
	case e.spec.EndDate != "":
		path = join(e.path, "endDate")
	default:
		return
	}
	last, opened := m.last(e.source, e.each, e.hi-1, e.lo, window.Open)
	if opened && last < v.from {
		v.add(Past, path, "this window is past: it ended for the last time at "+stamp(last+1), "leave it out")
	}
}
