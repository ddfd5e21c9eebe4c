package vet

import (
	"strings"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// problems reports why the policy does not compile. Where a span ends before it starts, the remedy is the likely intent.
func (v *vetter) problems() {
	remedies := make(map[string]string)
	note := func(path, start, end string) { remedies[join(path, "end")] = uninverted(start, end) }
	spans := func(path string, dates []calendar.DateSpan, times []calendar.TimeSpan) {
		for i, d := range dates {
			note(index(join(path, "notAllowedDates"), i), d.Start, d.End)
		}
		for i, t := range times {
			note(index(join(path, "notAllowedTime"), i), t.Start, t.End)
		}
	}
	found := Problems(v.err)
	if len(found) > 0 {
		spans("", v.p.NotAllowedDates, v.p.NotAllowedTime)
		for i := range v.entries {
			e := &v.entries[i]
			spans(e.path, e.spec.NotAllowedDates, e.spec.NotAllowedTime)
			if e.spec.Span != nil {
				note(join(e.path, "span"), e.spec.Span.Start, e.spec.Span.End)
			}
			if s, d := e.spec.StartDate, e.spec.EndDate; s != "" && d != "" {
				remedies[join(e.path, "endDate")] = strings.Replace(strings.Replace(uninverted(s, d), `"start"`, `"startDate"`, 1), `"end"`, `"endDate"`, 1)
			}
		}
	}
	for _, f := range found {
		if f.Code == calendar.FindingCode(tz.Inverted) {
			f.Remedy = remedies[f.Path]
		}
		v.found = append(v.found, f)
	}
}

// uninverted returns what somebody may have meant who wrote a span that ends before it starts: the next day at that time, the
// same day of the next years, or the ends the other way round, whichever makes the shortest span. It returns nothing of a span
// that is not one of two dates or two instants.
func uninverted(start, end string) string {
	const layout = "2006-01-02"
	from, to, ok := int64(0), int64(0), false
	if s, err := tz.ParseDate(start); err == nil {
		e, err := tz.ParseDate(end)
		from, to, ok = s.At(tz.MustParseTimeOfDay("00:00")).Local(), e.At(tz.MustParseTimeOfDay("00:00")).Local(), err == nil
	} else if s, err := tz.ParseInstant(start); err == nil {
		e, err := tz.ParseInstant(end)
		from, to, ok = tz.Seconds(s), tz.Seconds(e), err == nil
	}
	if !ok || to >= from || len(start) < len(layout) || len(end) < len(layout) {
		return ""
	}
	endDate := tz.MustParseDate(end[:len(layout)])
	remedy, shortest := "swap the ends: "+quote("start", end)+", "+quote("end", start), from-to
	try := func(d tz.Date) {
		if later := to + int64(d.Day()-endDate.Day())*tz.SecondsPerDay; !d.IsZero() && later > from && later-from < shortest {
			remedy, shortest = "if it ends later than written: "+quote("end", d.String()+end[len(layout):]), later-from
		}
	}
	try(endDate.Add(1))
	startYear, _, _ := tz.MustParseDate(start[:len(layout)]).Civil()
	try(endDate.MonthDay().LastIn(startYear))
	try(endDate.MonthDay().LastIn(startYear + 1))
	return remedy
}
