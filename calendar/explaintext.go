package calendar

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// String returns the explanation in several lines: the answer, the instant, and a line for each window and each blackout that is
// listed.
//
//	shut until Fri 2027-01-08 22:00 -05:00 (America/New_York): notAllowedDates[0] "new year" (12-20 to 01-05) covers windows[0] "fortnightly", then between windows
//	asked about Fri 2026-12-25 22:30 -05:00, which is 2026-12-26T03:30:00Z
//	windows[0] "fortnightly": shut by notAllowedDates[0] ...
//	notAllowedDates[0] "new year" (12-20 to 01-05): holds from Sun 2026-12-20 00:00 to Wed 2027-01-06 00:00 -05:00, and shuts windows[0]
func (e Explanation) String() string {
	if e.Summary == "" {
		return ""
	}
	var b strings.Builder
	b.WriteString(e.Summary + "\n")
	b.WriteString("asked about ")
	if e.Zone != "UTC" && !e.At.IsZero() {
		b.WriteString(e.At.String() + ", which is " + e.At.UTC().Format(time.RFC3339))
	} else {
		b.WriteString(Moment{e.At.UTC()}.clock() + " UTC")
	}
	b.WriteString("\n")
	for i := range e.Windows {
		w := &e.Windows[i]
		b.WriteString(w.ref().String())
		if w.Zone != e.Zone {
			b.WriteString(" in the zone " + w.Zone)
		}
		b.WriteString(": " + w.Detail + "\n")
	}
	more(&b, e.WindowsLeftOut, "window")
	for i := range e.Blackouts {
		b.WriteString(e.Blackouts[i].ref().String() + ": " + e.Blackouts[i].Detail + "\n")
	}
	more(&b, e.BlackoutsLeftOut, "blackout")
	return strings.TrimSuffix(b.String(), "\n")
}

func more(b *strings.Builder, n int, what string) {
	if n > 0 {
		b.WriteString("and " + strconv.Itoa(n) + " more " + what + plural(n, "", "s") + "\n")
	}
}

// summary returns the answer in one sentence. Which windows are listed is given, and the blackout that ends what is open, where one
// does.
func (x *explainer) summary(e *Explanation, listed []int, ends Ref, byBlackout bool) string {
	zone := ""
	if name, _ := e.At.Zone(); name != e.Zone {
		zone = " (" + e.Zone + ")"
	}
	until := clause(e.Until, " until ", "")
	if until != "" {
		until += zone
	}
	var windows []Ref
	for r := range x.status.Windows() {
		windows = append(windows, r)
	}
	switch {
	case e.Open && until == "":
		return "open, without an end within 100 years: " + names(windows, Ref.String)
	case e.Open && byBlackout:
		return "open" + until + ", when " + ends.String() + " begins: " + names(windows, Ref.String)
	case e.Open:
		return "open" + until + ": " + names(windows, Ref.String)
	case e.Reason == NoWindows:
		return "shut, always: the policy has no windows"
	case until == "":
		until = ", and does not open within 100 years"
	}
	return "shut" + until + ": " + x.why(e, listed, windows)
}

// why returns why the calendar is shut, in a few words.
func (x *explainer) why(e *Explanation, listed []int, windows []Ref) string {
	switch e.Reason {
	case Blackout:
		blamed := x.blamed(x.sec)
		return x.refs(blamed) + plural(len(blamed), " covers ", " cover ") + names(windows, Ref.String) + x.then(blamed) + relieved(e, windows)
	case TooShort:
		return names(windows, Ref.String) + plural(len(windows), " is", " are") + " open for less than the policy's minDuration"
	}
	if len(x.calendar.windows) == 1 {
		return e.Windows[0].ref().String() + " " + x.reasons[0] + x.covered(e, listed)
	}
	why := map[Reason]string{BeforeStart: "no window has begun", AfterEnd: "every window is past", BetweenWindows: "between windows"}[e.Reason]
	if opens := openers(e); len(opens) > 0 {
		why += "; " + names(opens, Ref.String) + plural(len(opens), " is", " are") + " next"
	}
	return why + x.missed(e, listed) + x.covered(e, listed)
}

// missed says which window would be expected to hold the instant, if there is one, and why it does not: the first such.
func (x *explainer) missed(e *Explanation, listed []int) string {
	for i := range e.Windows {
		switch w := &e.Windows[i]; w.Because {
		case CauseNoSuchOccurrence, CauseSkippedByGap, CauseNotAnIntervalWeek, CauseNotAnIntervalMonth:
			return "; " + w.ref().String() + " " + x.reasons[listed[i]]
		}
	}
	return ""
}

// then says which blackouts take over from those that shut the calendar at the instant, one after the other, as far as a few: also
// those that shut what would open before the calendar does.
func (x *explainer) then(blamed []int) string {
	var says strings.Builder
	_, until := x.status.span.Seconds()
	told := blamed
	for sec := x.sec; ; {
		end, ok := x.unionOf(blamed).First(sec, min(sec+window.Horizon, until-1), window.Shut)
		if !ok {
			return says.String()
		}
		sec = end
		if blamed = x.blamed(sec); len(blamed) == 0 {
			next := ", then between windows"
			if x.calendar.reason(sec) == TooShort {
				next = ", then it is too short for the policy's minDuration"
			}
			if sec, blamed = x.nextShut(sec, until, told); len(blamed) == 0 {
				return says.String() + next
			}
		}
		if says.Len() > 200 {
			return says.String() + " and others"
		}
		says.WriteString(", then " + x.refs(blamed))
		told = append(told, blamed...)
	}
}

// nextShut returns the first of a few instants, from sec until the calendar opens, at which windows would open but for blackouts that
// have not been told of, and these blackouts.
func (x *explainer) nextShut(sec, until int64, told []int) (int64, []int) {
	const tries = 10 // at windows that blackouts shut which are told already
	until = min(sec+window.Horizon, until)
	for range tries {
		opens, first := -1, until
		for i := range x.calendar.windows {
			if at, ok := x.calendar.windows[i].source.First(sec, first-1, window.Open); ok {
				opens, first = i, at
			}
		}
		if opens < 0 {
			break
		}
		if blamed := slices.DeleteFunc(x.blamed(first), func(b int) bool { return slices.Contains(told, b) }); len(blamed) > 0 {
			return first, blamed
		}
		sec, _ = x.calendar.windows[opens].source.First(first, until, window.Shut)
		sec = max(sec, first)
	}
	return until, nil
}

// relieved says which windows open next, if they are none of those that blackouts shut.
func relieved(e *Explanation, shut []Ref) string {
	opens := openers(e)
	if len(opens) == 0 || slices.ContainsFunc(opens, func(r Ref) bool { return slices.Contains(shut, r) }) {
		return ""
	}
	return "; " + names(opens, Ref.String) + plural(len(opens), " is", " are") + " next"
}

// openers returns the windows that open next.
func openers(e *Explanation) []Ref {
	var refs []Ref
	for i := range e.Windows {
		if w := &e.Windows[i]; !w.Opens.IsZero() && w.Opens.Equal(e.Until.Time) {
			refs = append(refs, w.ref())
		}
	}
	return refs
}

// covered says what would be open sooner, if blackouts did not cover it: the first such.
func (x *explainer) covered(e *Explanation, listed []int) string {
	var first *WindowExplanation
	var by string
	for i := range e.Windows {
		w := &e.Windows[i]
		if len(w.NextCoveredBy) > 0 && (e.Until.IsZero() || w.Next.Start.Before(e.Until.Time)) &&
			(first == nil || w.Next.Start.Before(first.Next.Start.Time)) {
			first, by = w, x.covers[listed[i]]
		}
	}
	if first == nil {
		return ""
	}
	it := "it"
	if len(x.calendar.windows) > 1 {
		it = first.ref().String()
	}
	return "; " + it + " would be open" + fromTo(first.Next.Start, first.Next.End) + ", but " + by + " that"
}

// fromTo returns the words for a span, an edge of which may not be there. What both have in common, an offset or a date, stands
// once.
func fromTo(from, to Moment) string {
	switch {
	case from.IsZero() && to.IsZero():
		return " at all times"
	case from.IsZero():
		return " until " + to.String()
	case to.IsZero():
		return " from " + from.String() + " on"
	}
	start, end := from.String(), to.String()
	if name, _ := from.Zone(); strings.HasSuffix(end, " "+name) {
		start = from.clock()
		if date := from.Format("Mon 2006-01-02 "); strings.HasPrefix(end, date) {
			end = end[len(date):]
		}
	}
	return " from " + start + " to " + end
}

// clock says what the clock did to the start.
func (o *OccurrenceExplanation) clock() string {
	at := clockTime(o.Written.Local())
	switch o.Clock {
	case MovedByGap:
		return " (written " + at + ", which the clock skips on that day)"
	case FirstReading:
		return " (the first of two times that the clock shows " + at + " on that day)"
	case SecondReading:
		return " (the second of two times that the clock shows " + at + " on that day)"
	}
	return ""
}

// clause returns the words for a moment, or what to say if there is none.
func clause(m Moment, words, none string) string {
	if m.IsZero() {
		return none
	}
	return words + m.String()
}

// written returns a local time with its weekday: Fri 2026-01-09 22:00.
func written(dt tz.DateTime) string { return onDay(dt.Local()) + " " + dt.Time.String() }

// onDay returns the day of local seconds with its weekday: Fri 2026-01-09.
func onDay(local int64) string {
	d := tz.DateTimeOfLocal(local).Date
	return d.Weekday().String()[:3] + " " + d.String()
}

// clockTime returns the time of day of local seconds.
func clockTime(local int64) string { return tz.DateTimeOfLocal(local).Time.String() }

// names returns up to three of a list in words, and how many more there are.
func names[T any](list []T, text func(T) string) string {
	const shown = 3
	var b strings.Builder
	for i, v := range list {
		switch {
		case i == shown:
			return b.String() + " and " + strconv.Itoa(len(list)-shown) + " more"
		case i == len(list)-1 && i > 0:
			b.WriteString(" and ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(text(v))
	}
	return b.String()
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
