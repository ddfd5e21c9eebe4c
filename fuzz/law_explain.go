package fuzz

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"pgregory.net/rapid"
)

// explain holds an explanation against the other answers, and each part of it against a policy that has that part alone.
func explain(t *rapid.T, c gen.Case) {
	cal := calendar.MustCompile(c.Policy)
	probe := gen.Probes(cal, c.At).Draw(t, "at")
	e, s := cal.Explain(probe), cal.At(probe)
	since, _ := s.Since() // the zero Time where there is none
	until, _ := s.Until()
	if e.Open != cal.IsOpen(probe) || e.Reason != s.Reason || !e.At.Equal(s.Time()) || !e.Since.Equal(since) || !e.Until.Equal(until) {
		t.Fatalf("Explain(%v) = %v\nbut At = %v", probe, e, s)
	}
	if len(e.Windows)+e.WindowsLeftOut != len(c.Policy.Windows) {
		t.Fatalf("%d windows and %d more, not %d", len(e.Windows), e.WindowsLeftOut, len(c.Policy.Windows))
	}
	held := make(map[string]bool) // the windows that are open, or would be
	for r := range s.Windows() {
		held[r.Path] = true
	}
	for i := range e.Windows {
		w := &e.Windows[i]
		would := w.Because == calendar.CauseHolds || w.Because == calendar.CauseShutByBlackout || w.Because == calendar.CauseTooShort
		if w.Open != (w.Because == calendar.CauseHolds) || w.Open && !e.Open || would && !e.Open && e.Reason != calendar.Blackout && e.Reason != calendar.TooShort ||
			e.Open && w.Open != held[w.Path] || held[w.Path] && !would {
			t.Fatalf("%s is %s, but At = %v", w.Path, w.Because, s)
		}
		if len(w.ShutBy) > 0 != (w.Because == calendar.CauseShutByBlackout) {
			t.Fatalf("%s is %s, shut by %v", w.Path, w.Because, w.ShutBy)
		}
		if c.Policy.MinDuration == "" { // where there is one, a window alone is shorter than with others
			explainAlone(t, c.Policy, w, s.Time())
		}
	}
	explainBlackouts(t, c.Policy, &e)
	explainText(t, &e)
}

// explainAlone holds what is said of a window against a policy that has no other window.
func explainAlone(t *rapid.T, p calendar.Policy, w *calendar.WindowExplanation, at time.Time) {
	for i := range p.Windows {
		if place("windows", i) == w.Path {
			p.Windows = p.Windows[i : i+1]
			break
		}
	}
	alone := calendar.MustCompile(p)
	s := alone.At(at)
	until, _ := s.Until()
	said := w.Opens
	if w.Open {
		said = w.Until
	}
	if w.Open != s.Open || !said.Equal(until) {
		t.Fatalf("%s is said to be %v until %v: %s\nbut alone it is %v", w.Path, w.Open, said, w.Detail, s)
	}
	if w.Next != nil && len(w.NextCoveredBy) > 0 {
		for range alone.Windows(w.Next.Start.Time, w.Next.End.Time) {
			t.Fatalf("%s: %v are said to cover all from %v to %v", w.Path, w.NextCoveredBy, w.Next.Start, w.Next.End)
		}
	}
	p.NotAllowedDates, p.NotAllowedTime = nil, nil
	p.Windows = slices.Clone(p.Windows)
	p.Windows[0].NotAllowedDates, p.Windows[0].NotAllowedTime = nil, nil
	bare := calendar.MustCompile(p)
	for _, o := range []*calendar.OccurrenceExplanation{w.Previous, w.Next} {
		if o == nil {
			continue
		}
		if o.Start.IsZero() || !o.End.IsZero() && (!bare.IsOpen(o.Start.Time) || !bare.IsOpen(o.End.Add(-time.Second))) {
			t.Fatalf("%s: nothing is open from %v to %v", w.Path, o.Start, o.End)
		}
	}
	if w.Previous != nil && w.Previous.End.After(at) || w.Next != nil && !w.Next.Start.After(at) {
		t.Fatalf("%s: the occurrences before and after %v are said to be %+v and %+v", w.Path, at, w.Previous, w.Next)
	}
	if o := w.Occurrence; o != nil && bare.IsOpen(at) && (o.Start.After(at) || !o.End.IsZero() && !o.End.After(at)) {
		t.Fatalf("%s: %v is said to be in the occurrence from %v to %v", w.Path, at, o.Start, o.End)
	}
}

// explainBlackouts checks that each blackout which is said to hold does, alone over an open calendar, and that without those that
// shut windows these are open.
func explainBlackouts(t *rapid.T, p calendar.Policy, e *calendar.Explanation) {
	left := p
	left.Windows = slices.Clone(p.Windows)
	blamed, some := make(map[string]bool), false
	for _, b := range e.Blackouts {
		blamed[b.Path] = len(b.Shuts) > 0
		some = some || blamed[b.Path]
		if blamed[b.Path] && !b.Holds {
			t.Fatalf("%s shuts %v, but does not hold", b.Path, b.Shuts)
		}
	}
	if some != (e.Reason == calendar.Blackout) && (e.Reason == calendar.Blackout || !e.Open && e.Reason != calendar.TooShort) {
		t.Fatalf("the reason is %s: %v", e.Reason, e)
	}
	said := make(map[string]bool)
	for _, b := range e.Blackouts {
		said[b.Path] = b.Holds
	}
	check := func(path string, alone calendar.Policy) {
		holds, ok := said[path]
		if cal := calendar.MustCompile(alone); ok && cal.IsOpen(e.At.Time) == holds {
			t.Fatalf("%s is said to hold: %v", path, holds)
		}
	}
	always := calendar.WindowSpec{Always: true}
	cut := func(base string, utcOffset, timeZone string, dates []calendar.DateSpan, times []calendar.TimeSpan) ([]calendar.DateSpan, []calendar.TimeSpan) {
		var leftDates []calendar.DateSpan
		var leftTimes []calendar.TimeSpan
		alone := calendar.Policy{UTCOffset: utcOffset, TimeZone: timeZone, Windows: []calendar.WindowSpec{always}}
		for i, d := range dates {
			at := place(base+"notAllowedDates", i)
			one := alone
			one.NotAllowedDates = []calendar.DateSpan{d}
			check(at, one)
			if !blamed[at] {
				leftDates = append(leftDates, d)
			}
		}
		for i, d := range times {
			at := place(base+"notAllowedTime", i)
			one := alone
			one.NotAllowedTime = []calendar.TimeSpan{d}
			check(at, one)
			if !blamed[at] {
				leftTimes = append(leftTimes, d)
			}
		}
		return leftDates, leftTimes
	}
	left.NotAllowedDates, left.NotAllowedTime = cut("", p.UTCOffset, p.TimeZone, p.NotAllowedDates, p.NotAllowedTime)
	for i := range left.Windows {
		w := &left.Windows[i]
		offset, zone := w.UTCOffset, w.TimeZone
		if offset == "" && zone == "" {
			offset, zone = p.UTCOffset, p.TimeZone
		}
		w.NotAllowedDates, w.NotAllowedTime = cut(place("windows", i)+".", offset, zone, w.NotAllowedDates, w.NotAllowedTime)
	}
	if e.Reason == calendar.Blackout && e.BlackoutsLeftOut == 0 {
		if s := calendar.MustCompile(left).At(e.At.Time); !s.Open && s.Reason != calendar.TooShort {
			t.Fatalf("without the blackouts that are blamed: %v\n%v", s, e)
		}
	}
}

// explainText checks that both forms can be written, name all that is listed, and that JSON reads back as the same.
func explainText(t *rapid.T, e *calendar.Explanation) {
	text := e.String()
	if first, _, _ := strings.Cut(text, "\n"); first != e.Summary || strings.Contains(text, "0001-01-01") {
		t.Fatalf("%s", text)
	}
	for _, w := range e.Windows {
		if !strings.Contains(text, "\n"+w.Path) || !strings.Contains(text, w.Detail) {
			t.Fatalf("%s is not in the text:\n%s", w.Path, text)
		}
	}
	written, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(written), `"10000-`) {
		return // RFC 3339 has four digits for a year: this end of an end does not read back
	}
	var read calendar.Explanation
	if err := json.Unmarshal(written, &read); err != nil {
		t.Fatalf("%v: %s", err, written)
	}
	again, err := json.Marshal(&read)
	if err != nil || string(again) != string(written) {
		t.Fatalf("%v\n%s\nread and written again:\n%s", err, written, again)
	}
}

// place returns the path of an item of a list.
func place(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
