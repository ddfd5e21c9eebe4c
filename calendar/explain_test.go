package calendar_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// Each cause, at the first and the last second of where it is given as far as that has edges. The instants were worked out by hand.
func TestExplainCauses(t *testing.T) {
	const fortnight = `{"windows":[{"schedule":{"weekly":{"intervalWeeks":2,"dayOfWeek":"Friday"}},"startDate":"2026-01-09","endDate":"2026-03-01","startTime":"22:00","durationHours":4}]}`
	const newYork = `{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"02:30",%s}]}`
	const cron = `{"timeZone":"America/New_York","windows":[{"schedule":{"cron":"%s"},%s}]}`
	for _, c := range []struct {
		name, doc string
		causes    map[string]calendar.Cause
	}{
		{"weeks", fortnight, map[string]calendar.Cause{
			"2026-01-08T23:59:59Z": calendar.CauseBeforeStart,
			"2026-01-09T00:00:00Z": calendar.CauseBetweenOccurrences,
			"2026-01-09T22:00:00Z": calendar.CauseHolds,
			"2026-01-10T01:59:59Z": calendar.CauseHolds,
			"2026-01-10T02:00:00Z": calendar.CauseBetweenOccurrences,
			"2026-01-15T23:59:59Z": calendar.CauseBetweenOccurrences,
			"2026-01-16T00:00:00Z": calendar.CauseNotAnIntervalWeek, // a Friday
			"2026-01-17T01:59:59Z": calendar.CauseNotAnIntervalWeek, // into which that of the Friday would last
			"2026-01-17T02:00:00Z": calendar.CauseBetweenOccurrences,
			"2026-02-21T02:00:00Z": calendar.CauseNoOccurrenceLeft, // 6 March is after the endDate
			"2026-03-01T23:59:59Z": calendar.CauseNoOccurrenceLeft,
			"2026-03-02T00:00:00Z": calendar.CauseAfterEnd,
		}},
		{"days", `{"windows":[{"schedule":{"daily":{"intervalDays":3}},"startDate":"2026-01-09","startTime":"22:00","durationHours":4}]}`, map[string]calendar.Cause{
			"2026-01-10T01:59:59Z": calendar.CauseHolds,
			"2026-01-10T02:00:00Z": calendar.CauseNotAnIntervalDay,
			"2026-01-11T23:59:59Z": calendar.CauseNotAnIntervalDay,
			"2026-01-12T00:00:00Z": calendar.CauseBetweenOccurrences,
		}},
		{"months", `{"windows":[{"schedule":{"absoluteMonthly":{"intervalMonths":2,"dayOfMonth":-1}},"startDate":"2026-01-09","startTime":"22:00","durationHours":4}]}`, map[string]calendar.Cause{
			"2026-02-27T23:00:00Z": calendar.CauseBetweenOccurrences,
			"2026-02-28T00:00:00Z": calendar.CauseNotAnIntervalMonth,
			"2026-03-01T01:59:59Z": calendar.CauseNotAnIntervalMonth,
			"2026-03-01T02:00:00Z": calendar.CauseBetweenOccurrences,
		}},
		{"S08 a month without the day", `{"windows":[{"schedule":{"absoluteMonthly":{"dayOfMonth":31}},"startTime":"22:00","durationHours":4}]}`, map[string]calendar.Cause{
			"2026-04-01T01:59:59Z": calendar.CauseHolds,
			"2026-04-01T02:00:00Z": calendar.CauseNoSuchDay,
			"2026-04-30T23:59:59Z": calendar.CauseNoSuchDay,
			"2026-05-01T00:00:00Z": calendar.CauseBetweenOccurrences,
		}},
		{"S03 a start that the clock skips", fmt.Sprintf(newYork, `"durationHours":1,"gap":"skip"`), map[string]calendar.Cause{
			"2026-03-08T04:59:59Z": calendar.CauseBetweenOccurrences,
			"2026-03-08T05:00:00Z": calendar.CauseSkippedByGap, // midnight in New York
			"2026-03-08T07:00:00Z": calendar.CauseSkippedByGap,
			"2026-03-09T03:59:59Z": calendar.CauseSkippedByGap,
			"2026-03-09T04:00:00Z": calendar.CauseBetweenOccurrences,
		}},
		{"S03 one start of several that the clock skips", `{"timeZone":"America/New_York","windows":[{"schedule":{"cron":"30 */2 * * *"},"duration":"15m"}]}`, map[string]calendar.Cause{
			"2026-03-08T05:29:59Z": calendar.CauseBetweenOccurrences,
			"2026-03-08T05:45:00Z": calendar.CauseSkippedByGap, // after 00:30 and before 04:30
			"2026-03-08T08:29:59Z": calendar.CauseSkippedByGap,
			"2026-03-08T08:45:00Z": calendar.CauseBetweenOccurrences,
		}},
		{"S03 a start that moves to the end of the gap", fmt.Sprintf(newYork, `"durationHours":1,"gap":"next"`), map[string]calendar.Cause{
			"2026-03-08T06:59:59Z": calendar.CauseBetweenOccurrences,
			"2026-03-08T07:00:00Z": calendar.CauseHolds,
			"2026-03-08T08:00:00Z": calendar.CauseBetweenOccurrences,
		}},
		{"S03 a start that moves out of the gap", fmt.Sprintf(newYork, `"durationHours":1`), map[string]calendar.Cause{
			"2026-03-08T07:29:59Z": calendar.CauseBetweenOccurrences,
			"2026-03-08T07:30:00Z": calendar.CauseHolds,
		}},
		{"S04 an end that comes before the moved start", fmt.Sprintf(newYork, `"endTime":"03:00"`), map[string]calendar.Cause{
			"2026-03-08T04:59:59Z": calendar.CauseBetweenOccurrences,
			"2026-03-08T05:00:00Z": calendar.CauseNoSuchOccurrence,
			"2026-03-08T07:30:00Z": calendar.CauseNoSuchOccurrence,
			"2026-03-09T03:59:59Z": calendar.CauseNoSuchOccurrence,
			"2026-03-09T04:00:00Z": calendar.CauseBetweenOccurrences,
		}},
		{"a span", `{"windows":[{"span":{"start":"2026-01-01T10:00:00Z","end":"2026-01-01T11:00:00Z"}}]}`, map[string]calendar.Cause{
			"2026-01-01T09:59:59Z": calendar.CauseBeforeStart,
			"2026-01-01T10:00:00Z": calendar.CauseHolds,
			"2026-01-01T11:00:00Z": calendar.CauseAfterEnd,
		}},
		{"S15 a blackout", `{"windows":[{"always":true}],"notAllowedTime":[{"start":"08:00","end":"09:00"}]}`, map[string]calendar.Cause{
			"2026-01-01T07:59:59Z": calendar.CauseHolds,
			"2026-01-01T08:00:00Z": calendar.CauseShutByBlackout,
			"2026-01-01T09:00:00Z": calendar.CauseHolds,
		}},
		{"too short", `{"minDuration":"2h","windows":[{"schedule":{"daily":{}},"startTime":"07:00","durationHours":4}],"notAllowedTime":[{"start":"08:00","end":"09:00"}]}`, map[string]calendar.Cause{
			"2026-01-01T07:00:00Z": calendar.CauseTooShort,
			"2026-01-01T08:00:00Z": calendar.CauseShutByBlackout,
			"2026-01-01T09:00:00Z": calendar.CauseHolds,
		}},
		{"S03 the clock skips one of two starts, and the other comes when that would, moved", fmt.Sprintf(cron, "30 2,3 * * *", `"duration":"15m","gap":"skip"`), map[string]calendar.Cause{
			"2026-03-08T04:59:59Z": calendar.CauseBetweenOccurrences,
			"2026-03-08T05:00:00Z": calendar.CauseSkippedByGap,
			"2026-03-08T07:29:59Z": calendar.CauseSkippedByGap,
			"2026-03-08T07:30:00Z": calendar.CauseHolds, // 03:30
			"2026-03-08T07:45:00Z": calendar.CauseBetweenOccurrences,
		}},
		{"S03 the last start of all is skipped", fmt.Sprintf(newYork, `"durationHours":1,"gap":"skip","endDate":"2026-03-08"`), map[string]calendar.Cause{
			"2026-03-08T04:59:59Z": calendar.CauseNoOccurrenceLeft,
			"2026-03-08T05:00:00Z": calendar.CauseSkippedByGap,
			"2026-03-09T03:59:59Z": calendar.CauseSkippedByGap,
			"2026-03-09T04:00:00Z": calendar.CauseAfterEnd,
		}},
		{"S03 the clock jumps over midnight", `{"timeZone":"America/Toronto","windows":[{"schedule":{"daily":{}},"startTime":"00:00","durationHours":1,"gap":"skip"}]}`, map[string]calendar.Cause{
			"1919-03-31T04:29:59Z": calendar.CauseBetweenOccurrences, // 23:29:59
			"1919-03-31T04:30:00Z": calendar.CauseSkippedByGap,       // 00:30 of the next day
			"1919-04-01T03:59:59Z": calendar.CauseSkippedByGap,
			"1919-04-01T04:00:00Z": calendar.CauseHolds,
		}},
		{"a day of no start, of a cron that follows the real clock", fmt.Sprintf(cron, "0 * * * MON", `"duration":"15m"`), map[string]calendar.Cause{
			"2026-03-10T03:59:59Z": calendar.CauseBetweenOccurrences, // Monday
			"2026-03-10T04:00:00Z": calendar.CauseBetweenOccurrences,
		}},
		{"S04 a window of a second before starts that come after their end", fmt.Sprintf(cron, "59 30,59 1-2 * * *", `"endTime":"03:00"`), map[string]calendar.Cause{
			"2026-03-08T06:59:59Z": calendar.CauseHolds,
			"2026-03-08T07:00:00Z": calendar.CauseNoSuchOccurrence, // 03:00
			"2026-03-08T07:30:58Z": calendar.CauseNoSuchOccurrence,
			"2026-03-08T07:59:59Z": calendar.CauseNoSuchOccurrence, // 02:59:59 is moved to 03:59:59
		}},
		// Every 1000th month is 83 years and 4 months on: 31 May 2109, a September without a 31st, 31 January 2276.
		{"S18 none within the horizon", `{"windows":[{"schedule":{"absoluteMonthly":{"intervalMonths":1000,"dayOfMonth":31}},"startDate":"2026-01-01","startTime":"22:00","durationHours":4}]}`, map[string]calendar.Cause{
			"2109-06-01T01:59:59Z": calendar.CauseHolds,
			"2109-06-01T02:00:00Z": calendar.CauseNoOccurrenceLeft,
			"2176-01-30T21:59:59Z": calendar.CauseNoOccurrenceLeft, // 100 years have 24 leap days here, a day less than the horizon
			"2176-01-30T22:00:00Z": calendar.CauseBetweenOccurrences,
			"2176-01-31T00:00:00Z": calendar.CauseNotAnIntervalMonth,
			"2276-01-31T22:00:00Z": calendar.CauseHolds,
		}},
		{"S18 the end of all dates", `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":1}]}`, map[string]calendar.Cause{
			"9999-12-31T21:59:59Z": calendar.CauseBetweenOccurrences,
			"9999-12-31T22:59:59Z": calendar.CauseHolds,
			"9999-12-31T23:00:00Z": calendar.CauseNoOccurrenceLeft,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			cal := compile(t, c.doc)
			for at, want := range c.causes {
				if got := explained(t, cal, instant(t, at)); !slices.Equal(got, []calendar.Cause{want}) {
					t.Errorf("at %s: %v, want %s", at, got, want)
				}
			}
		})
	}
}

// What a window lacks has its own description: the start that is skipped has no instant, the one that comes too late has all.
func TestExplainMissingOccurrence(t *testing.T) {
	for _, c := range []struct{ keys, at, written, start, end string }{
		{`"schedule":{"daily":{}},"startTime":"02:30","durationHours":1,"gap":"skip"`, "2026-03-08T06:00Z", "2026-03-08T02:30", "", ""},
		{`"schedule":{"cron":"30 2,3 * * *"},"duration":"1h","gap":"skip"`, "2026-03-08T06:00Z", "2026-03-08T02:30", "", ""},
		{`"schedule":{"daily":{}},"startTime":"02:30","endTime":"03:00"`, "2026-03-08T06:00Z", "2026-03-08T02:30", "2026-03-08T07:30Z", "2026-03-08T07:00Z"},
		{`"schedule":{"daily":{}},"startTime":"02:30","endTime":"03:00"`, "2026-03-08T07:30Z", "2026-03-08T02:30", "2026-03-08T07:30Z", "2026-03-08T07:00Z"},
		{`"schedule":{"cron":"59 30,59 1-2 * * *"},"endTime":"03:00"`, "2026-03-08T07:30:58Z", "2026-03-08T02:30:59", "2026-03-08T07:30:59Z", "2026-03-08T07:00Z"},
		{`"schedule":{"cron":"59 30,59 1-2 * * *"},"endTime":"03:00"`, "2026-03-08T07:30:59Z", "2026-03-08T02:30:59", "2026-03-08T07:30:59Z", "2026-03-08T07:00Z"},
	} {
		w := compile(t, `{"timeZone":"America/New_York","windows":[{`+c.keys+`}]}`).Explain(instant(t, c.at)).Windows[0]
		if w.Occurrence == nil {
			t.Errorf("%s: no occurrence", c.keys)
			continue
		}
		clock, start, end := calendar.SkippedByGap, time.Time{}, time.Time{}
		if c.start != "" {
			clock, start, end = calendar.MovedByGap, instant(t, c.start), instant(t, c.end)
		}
		if o := w.Occurrence; o.Clock != clock || o.Written.String() != c.written || !o.Start.Equal(start) || !o.End.Equal(end) {
			t.Errorf("%s: %+v", c.keys, *o)
		}
	}
}

// The neighbours of an instant are told by the second, also where windows are that short.
func TestExplainNeighbours(t *testing.T) {
	cal := compile(t, `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","duration":"1s"}]}`)
	for _, c := range []struct{ at, previous, next string }{
		{"2026-06-11T21:59:58Z", "2026-06-10T22:00Z", "2026-06-11T22:00Z"},
		{"2026-06-11T21:59:59Z", "2026-06-10T22:00Z", "2026-06-11T22:00Z"},
		{"2026-06-11T22:00:01Z", "2026-06-11T22:00Z", "2026-06-12T22:00Z"},
		{"2026-06-11T22:00:02Z", "2026-06-11T22:00Z", "2026-06-12T22:00Z"},
	} {
		w := cal.Explain(instant(t, c.at)).Windows[0]
		if !w.Previous.Start.Equal(instant(t, c.previous)) || !w.Next.Start.Equal(instant(t, c.next)) || !w.Opens.Equal(instant(t, c.next)) {
			t.Errorf("at %s: after %v, before %v, opens %v", c.at, w.Previous.Start, w.Next.Start, w.Opens)
		}
	}
	// 02:59:59 is moved to 03:59:59, past its end, and the next start is a second later.
	w := compile(t, `{"timeZone":"America/New_York","windows":[{"schedule":{"cron":"0,59 0,59 2,4 * * *"},"endTime":"03:00"}]}`).Explain(instant(t, "2026-03-08T07:30Z")).Windows[0]
	if w.Next == nil || !w.Next.Start.Equal(instant(t, "2026-03-08T08:00Z")) {
		t.Errorf("behind what does not come: %v", w.Next)
	}
	// Every 1000th month: the next is 36,525 days on, the horizon, or a second more.
	cal = compile(t, `{"windows":[{"schedule":{"absoluteMonthly":{"intervalMonths":1000,"dayOfMonth":31}},"startDate":"2026-01-01","startTime":"22:00","durationHours":4}]}`)
	if next := cal.Explain(instant(t, "2176-01-30T22:00Z")).Windows[0].Next; next == nil || !next.Start.Equal(instant(t, "2276-01-31T22:00Z")) {
		t.Errorf("at the horizon: %v", next)
	}
	if next := cal.Explain(instant(t, "2176-01-30T21:59:59Z")).Windows[0].Next; next != nil {
		t.Errorf("beyond the horizon: %v", next.Start)
	}
}

// A window whose next occurrence is covered says by what, and when it does open.
func TestExplainCovered(t *testing.T) {
	cal := compile(t, `{"windows":[{"schedule":{"weekly":{"dayOfWeek":"Friday"}},"startTime":"22:00","durationHours":4,
			"notAllowedTime":[{"start":"00:00","end":"24:00","daysOfWeek":["Saturday"]}]}],
		"notAllowedDates":[{"start":"2026-06-12","end":"2026-06-12"},{"start":"2026-06-14","end":"2026-06-20"},{"start":"2026-06-12","end":"2026-06-13"}]}`)
	w := cal.Explain(instant(t, "2026-06-11T00:00Z")).Windows[0]
	if want := []string{"windows[0].notAllowedTime[0]", "notAllowedDates[0]", "notAllowedDates[2]"}; !slices.Equal(w.NextCoveredBy, want) {
		t.Errorf("covered by %v, want %v", w.NextCoveredBy, want)
	}
	if !w.Next.Start.Equal(instant(t, "2026-06-12T22:00Z")) || !w.Next.End.Equal(instant(t, "2026-06-13T02:00Z")) {
		t.Errorf("next %v to %v", w.Next.Start, w.Next.End)
	}
	// 19 June is blacked out too; of 26 June all but the Saturday is left.
	if !w.Opens.Equal(instant(t, "2026-06-26T22:00Z")) {
		t.Errorf("opens %v", w.Opens)
	}
	if w = cal.Explain(instant(t, "2026-06-25T00:00Z")).Windows[0]; w.NextCoveredBy != nil {
		t.Errorf("%v leave two hours", w.NextCoveredBy)
	}
}

// What lies beside the next occurrence does not cover it.
func TestExplainCoveredUpToTheEnd(t *testing.T) {
	const doc = `{"windows":[{"schedule":{"weekly":{"daysOfWeek":["Friday","Saturday"]}},"startTime":"00:00","durationHours":24}],
		"notAllowedDates":[{"start":"2026-06-12","end":"2026-06-12"}],"notAllowedTime":[{"start":"2026-06-11T00:00:00Z","end":"2026-06-12T00:00:00Z"}%s]}`
	for _, c := range []struct{ more, opens string }{
		{"", "2026-06-13T00:00Z"},
		{`,{"start":"2026-06-13T00:00:00Z","end":"2026-06-13T01:00:00Z"}`, "2026-06-13T01:00Z"},
	} {
		w := compile(t, fmt.Sprintf(doc, c.more)).Explain(instant(t, "2026-06-11T12:00Z")).Windows[0]
		if !slices.Equal(w.NextCoveredBy, []string{"notAllowedDates[0]"}) || !w.Opens.Equal(instant(t, c.opens)) {
			t.Errorf("covered by %v, opens %v, want %s", w.NextCoveredBy, w.Opens, c.opens)
		}
	}
	// Its last second alone leaves something of it open, and covers it with the rest.
	for _, c := range []struct {
		blackouts, opens string
		covered          []string
	}{
		{`{"start":"22:00","end":"22:59:59"}`, "2026-06-11T22:59:59Z", nil},
		{`{"start":"22:00","end":"22:59:59"},{"start":"22:59:59","end":"23:00","daysOfWeek":["Thursday"]}`, "2026-06-12T22:59:59Z", []string{"notAllowedTime[0]", "notAllowedTime[1]"}},
	} {
		w := compile(t, `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":1}],"notAllowedTime":[`+c.blackouts+`]}`).Explain(instant(t, "2026-06-11T12:00Z")).Windows[0]
		if !slices.Equal(w.NextCoveredBy, c.covered) || !w.Opens.Equal(instant(t, c.opens)) {
			t.Errorf("%s: covered by %v, opens %v", c.blackouts, w.NextCoveredBy, w.Opens)
		}
	}
}

// Of many windows and blackouts those are listed that matter, wherever they stand, and in the order of the document.
func TestExplainListed(t *testing.T) {
	p := calendar.Policy{}
	for i := range 60 {
		p.Windows = append(p.Windows, calendar.WindowSpec{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: fmt.Sprintf("12:%02d", 59-i), Duration: "30s"})
		p.NotAllowedTime = append(p.NotAllowedTime, calendar.TimeSpan{Start: fmt.Sprintf("13:%02d", i), End: fmt.Sprintf("13:%02d:30", i)})
	}
	p.NotAllowedTime[57] = calendar.TimeSpan{Start: "12:10:20", End: "12:11"}
	cal := calendar.MustCompile(p)
	listed := func(at string) (windows, blackouts []string) {
		e := cal.Explain(instant(t, at))
		for _, w := range e.Windows {
			windows = append(windows, w.Path)
		}
		for _, b := range e.Blackouts {
			blackouts = append(blackouts, b.Path)
		}
		if e.WindowsLeftOut != 10 || e.BlackoutsLeftOut != 60-len(blackouts) || !strings.Contains(e.String(), "and 10 more windows\n") {
			t.Errorf("at %s: %d windows and %d blackouts left out", at, e.WindowsLeftOut, e.BlackoutsLeftOut)
		}
		return windows, blackouts
	}
	// windows[59] begins at 12:00, windows[49] at 12:10, when notAllowedTime[57] ends it.
	windows, blackouts := listed("2026-06-12T00:00:00Z")
	if len(windows) != 50 || windows[48] != "windows[48]" || windows[49] != "windows[59]" || len(blackouts) != 8 || blackouts[7] != "notAllowedTime[7]" {
		t.Errorf("before all: %v, %v", windows, blackouts)
	}
	windows, blackouts = listed("2026-06-12T12:10:00Z")
	if len(windows) != 50 || windows[49] != "windows[49]" || len(blackouts) != 9 || blackouts[8] != "notAllowedTime[57]" {
		t.Errorf("where a blackout ends what is open: %v, %v", windows, blackouts)
	}
	windows, blackouts = listed("2026-06-12T12:03:00Z") // windows[56]
	if len(windows) != 50 || windows[49] != "windows[56]" || len(blackouts) != 8 {
		t.Errorf("in one of the last: %v, %v", windows, blackouts)
	}
}

// Of very many blackouts those are listed that the explanation names, before those that hold, and those before eight of the rest.
func TestExplainListedBlackouts(t *testing.T) {
	for _, c := range []struct{ holding, listed int }{{12, 12}, {70, 49}} {
		p := calendar.Policy{Windows: []calendar.WindowSpec{{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: "22:00", DurationHours: 1}}}
		var want []string
		add := func(n, listed int, start, end string) {
			for i := range n {
				if i < listed {
					want = append(want, fmt.Sprintf("notAllowedTime[%d]", len(p.NotAllowedTime)))
				}
				p.NotAllowedTime = append(p.NotAllowedTime, calendar.TimeSpan{Start: start, End: end})
			}
		}
		add(c.holding, c.listed, "11:00", "13:00")
		add(20, min(8, 50-c.listed-1), "03:00", "04:00")
		add(1, 1, "22:00", "22:30") // covers the beginning of the next occurrence
		e := calendar.MustCompile(p).Explain(instant(t, "2026-06-11T12:00Z"))
		var got []string
		for _, b := range e.Blackouts {
			got = append(got, b.Path)
		}
		if !slices.Equal(got, want) || e.BlackoutsLeftOut != len(p.NotAllowedTime)-len(want) {
			t.Errorf("%d hold: %v are listed, want %v", c.holding, got, want)
		}
	}
}

// Windows that hold the instant are listed before one that opens next, though a blackout shuts them.
func TestExplainListedWindows(t *testing.T) {
	daily := func(start string, hours int) calendar.WindowSpec {
		return calendar.WindowSpec{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: start, DurationHours: hours}
	}
	p := calendar.Policy{Windows: []calendar.WindowSpec{daily("13:00", 1)}, NotAllowedTime: []calendar.TimeSpan{{Start: "12:00", End: "13:00"}}}
	for range 50 {
		p.Windows = append(p.Windows, daily("11:00", 3))
	}
	e := calendar.MustCompile(p).Explain(instant(t, "2026-06-11T12:30Z"))
	if n := len(e.Windows); n != 50 || e.Windows[0].Path != "windows[1]" || e.Windows[49].Path != "windows[50]" || e.WindowsLeftOut != 1 {
		t.Errorf("%d windows, from %s on", n, e.Windows[0].Path)
	}
	if !strings.Contains(e.String(), "\nand 1 more window\n") || len(e.Blackouts[0].Shuts) != 50 {
		t.Errorf("%s\n%d are shut", e, len(e.Blackouts[0].Shuts))
	}
}

// A blackout that begins where nothing is open any more does not end it; one that does is named and listed, whichever window it cuts.
func TestExplainWhatEndsIt(t *testing.T) {
	idle := strings.Repeat(`{"start":"03:00","end":"04:00"},`, 20)
	for _, c := range []struct{ name, doc, at, summary, listed string }{
		{"the window ends as the blackout begins", `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":1}],"notAllowedTime":[{"start":"23:00","end":"23:30"}]}`,
			"2026-06-11T22:30Z", "open until Thu 2026-06-11 23:00 UTC: windows[0]", "notAllowedTime[0]"},
		{"a blackout of a window that is not open", `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":1},
			{"schedule":{"daily":{}},"startTime":"12:00","durationHours":1,"notAllowedTime":[{"start":"23:00","end":"23:30"}]}]}`,
			"2026-06-11T22:30Z", "open until Thu 2026-06-11 23:00 UTC: windows[0]", "windows[1].notAllowedTime[0]"},
		{"a blackout of the window that comes after", `{"windows":[{"schedule":{"daily":{}},"startTime":"08:00","durationHours":2},{"schedule":{"daily":{}},"startTime":"10:00","durationHours":2}],
			"notAllowedTime":[` + idle + `{"start":"11:00","end":"12:00"}]}`,
			"2026-06-11T09:00Z", "open until Thu 2026-06-11 11:00 UTC, when notAllowedTime[20] (11:00 to 12:00) begins: windows[0]", "notAllowedTime[20]"},
	} {
		e := compile(t, c.doc).Explain(instant(t, c.at))
		if last := e.Blackouts[len(e.Blackouts)-1]; e.Summary != c.summary || last.Path != c.listed {
			t.Errorf("%s: %s\nthe last that is listed is %s", c.name, e.Summary, last.Path)
		}
	}
	// Where it is shut, what holds when it opens next is nothing to name.
	e := compile(t, `{"windows":[{"schedule":{"daily":{}},"startTime":"11:00","durationHours":1},{"schedule":{"daily":{}},"startTime":"10:00","durationHours":4,
		"notAllowedTime":[`+idle+`{"start":"10:30","end":"11:30"},{"start":"10:00","end":"11:30"}]}]}`).Explain(instant(t, "2026-06-11T09:00Z"))
	if n := len(e.Blackouts); n != 9 || e.Blackouts[8].Path != "windows[1].notAllowedTime[21]" {
		t.Errorf("%d blackouts, the last %s", n, e.Blackouts[n-1].Path)
	}
}

// The answer is told in the zone that all windows have, else in UTC; a blackout of the policy likewise, and one of a window in its zone.
func TestExplainZones(t *testing.T) {
	const blackout = `"notAllowedTime":[{"start":"08:00","end":"20:00"}]`
	for _, c := range []struct {
		doc, zone string
		details   []string // of the blackouts
	}{
		{`{"timeZone":"America/New_York","windows":[{"always":true},{"always":true,` + blackout + `}],` + blackout + `}`, "America/New_York",
			[]string{"holds from Thu 2026-06-11 08:00 to 20:00 -04:00, and shuts windows[1]", "holds from Thu 2026-06-11 08:00 to 20:00 -04:00, and shuts windows[0] and windows[1]"}},
		{`{"utcOffset":"+00:00","windows":[{"always":true,"timeZone":"Europe/Berlin",` + blackout + `},{"always":true,"timeZone":"America/New_York",` + blackout + `}],` + blackout + `}`, "UTC",
			[]string{"holds from Thu 2026-06-11 08:00 to 20:00 +02:00, and shuts windows[0]", "holds from Thu 2026-06-11 08:00 to 20:00 -04:00, and shuts windows[1]",
				"holds from Thu 2026-06-11 08:00 to 20:00 UTC, and shuts windows[0] and windows[1]"}},
	} {
		e := compile(t, c.doc).Explain(instant(t, "2026-06-11T16:00Z"))
		var details []string
		for _, b := range e.Blackouts {
			details = append(details, b.Detail)
		}
		if e.Zone != c.zone || !slices.Equal(details, c.details) {
			t.Errorf("in %s: %q", e.Zone, details)
		}
	}
}

// Codes and instants of the JSON form; there is no key for what is not there.
func TestExplainJSON(t *testing.T) {
	cal := compile(t, `{"name":"p","windows":[{"name":"w","timeZone":"America/New_York","schedule":{"daily":{}},"startTime":"02:30","durationHours":1}],"utcOffset":"+00:00",
		"notAllowedTime":[{"start":"2026-03-08T07:30:00Z","end":"2026-03-08T08:00:00Z"}]}`)
	got, err := json.Marshal(cal.Explain(instant(t, "2026-03-08T07:45Z")))
	if err != nil {
		t.Fatal(err)
	}
	var e map[string]any
	if err := json.Unmarshal(got, &e); err != nil {
		t.Fatal(err)
	}
	window := e["windows"].([]any)[0].(map[string]any)
	delete(window, "detail")
	blackout := e["blackouts"].([]any)[0].(map[string]any)
	delete(blackout, "detail")
	for _, key := range []string{"summary", "tzVersion"} {
		delete(e, key)
	}
	got, err = json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"at":"2026-03-08T03:45:00-04:00",` +
		`"blackouts":[{"holds":true,"path":"notAllowedTime[0]","shuts":["windows[0]"],"since":"2026-03-08T03:30:00-04:00","span":"2026-03-08T07:30:00Z to 2026-03-08T08:00:00Z","until":"2026-03-08T04:00:00-04:00"}],` +
		`"open":false,"policy":"p","reason":"Blackout","since":"2026-03-07T03:30:00-05:00","until":"2026-03-08T04:00:00-04:00",` +
		`"windows":[{"because":"ShutByBlackout","name":"w","occurrence":{"clock":"MovedByGap","end":"2026-03-08T04:30:00-04:00","start":"2026-03-08T03:30:00-04:00","written":"2026-03-08T02:30"},` +
		`"open":false,"opens":"2026-03-08T04:00:00-04:00","path":"windows[0]","shutBy":["notAllowedTime[0]"],"zone":"America/New_York"}],"zone":"America/New_York"}`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The work is bounded and nothing panics, however many windows and blackouts there are and however far away the instant is.
func TestExplainHostile(t *testing.T) {
	p := calendar.Policy{TimeZone: "America/New_York", Windows: []calendar.WindowSpec{}}
	daily := calendar.WindowSpec{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: "02:00", DurationHours: 1}
	for i := range 1000 {
		w := daily
		w.StartDate = tz.DateOfDay(20_000 + i).String()
		p.Windows = append(p.Windows, w)
	}
	for i := range calendar.MaxSpans {
		d := tz.DateOfDay(20_000 + 3*i).String()
		p.NotAllowedDates = append(p.NotAllowedDates, calendar.DateSpan{Start: d, End: d})
		p.NotAllowedTime = append(p.NotAllowedTime, calendar.TimeSpan{Start: fmt.Sprintf("%02d:%02d", i/60%24, i%60), End: fmt.Sprintf("%02d:%02d:30", i/60%24, i%60)})
	}
	cal := calendar.MustCompile(p)
	for _, at := range []time.Time{
		time.Date(2026, 6, 1, 2, 0, 10, 0, time.UTC), time.Date(2026, 6, 1, 6, 0, 10, 0, time.UTC), {}, time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Unix(math.MinInt64, 0),
	} {
		e := cal.Explain(at)
		if lines := strings.Count(e.String(), "\n"); lines > 2+50+1+50+1 {
			t.Errorf("at %v: %d lines", at, lines)
		}
		if len(e.String()) > 100_000 {
			t.Errorf("at %v: %d bytes", at, len(e.String()))
		}
		if len(e.Windows)+e.WindowsLeftOut != len(p.Windows) || len(e.Blackouts)+e.BlackoutsLeftOut != 2*calendar.MaxSpans {
			t.Errorf("at %v: %d windows and %d more, %d blackouts and %d more", at, len(e.Windows), e.WindowsLeftOut, len(e.Blackouts), e.BlackoutsLeftOut)
		}
		if _, err := json.Marshal(e); err != nil {
			t.Error(err)
		}
		if e.Open != cal.IsOpen(at) {
			t.Errorf("at %v: open is %v", at, e.Open)
		}
	}
	for _, doc := range []string{
		`{"windows":[]}`, `{"windows":[{"always":true}]}`,
		`{"windows":[{"endDate":"0001-01-01","schedule":{"daily":{}},"startTime":"00:00","durationHours":1}]}`,
		`{"utcOffset":"+14:00","windows":[{"startDate":"9999-12-31","schedule":{"daily":{"intervalDays":1000}},"startTime":"23:59:59","durationHours":8784}]}`,
		`{"timeZone":"Pacific/Apia","windows":[{"schedule":{"cron":"* * * * *"},"duration":"59s"},{"schedule":{"cron":"*/7 * * * * *"},"duration":"3s"}]}`,
		`{"windows":[{"always":true}],"notAllowedTime":[{"start":"00:00","end":"24:00"}]}`,
		`{"windows":[{"always":true}],"notAllowedTime":[{"start":"00:00","end":"12:00"},{"start":"12:00","end":"24:00"}]}`, // one after the other, for ever
	} {
		cal := compile(t, doc)
		for _, at := range []time.Time{{}, time.Unix(math.MaxInt64, 0), time.Unix(math.MinInt64, 0), time.Date(9999, 12, 31, 23, 59, 59, 999, time.UTC), time.Date(2011, 12, 30, 10, 0, 0, 0, time.UTC)} {
			explained(t, cal, at)
			if e := cal.Explain(at); !strings.HasPrefix(e.String(), e.Summary+"\n") || len(e.Summary) > 1000 {
				t.Errorf("%s at %v: %s", doc, at, e)
			} else if _, err := json.Marshal(e); err != nil {
				t.Error(err)
			}
		}
	}
}

// A moment says the same instant in text, with an offset in whole minutes or in UTC.
func TestMoment(t *testing.T) {
	cal := compile(t, `{"timeZone":"America/New_York","windows":[]}`)
	if at := cal.Explain(instant(t, "2026-01-10T03:00Z")).At; at.String() != "Sat 2026-01-10 03:00 UTC" { // a policy without windows has no zone of its own
		t.Errorf("%v", at)
	}
	cal = compile(t, `{"timeZone":"America/New_York","windows":[{"always":true}]}`)
	for _, c := range []struct{ at, text, people string }{
		{"2026-01-10T03:00:00Z", "2026-01-09T22:00:00-05:00", "Fri 2026-01-09 22:00 -05:00"},
		{"2026-07-10T03:00:01Z", "2026-07-09T23:00:01-04:00", "Thu 2026-07-09 23:00:01 -04:00"},
		{"1880-06-01T06:57:00Z", "1880-06-01T06:57:00Z", "Tue 1880-06-01 02:00:58 -04:56:02"},
		{"2026-01-10T03:00:00Z in Europe/London", "2026-01-10T03:00:00Z", "Sat 2026-01-10 03:00 +00:00"},
		{"1883-01-01T12:00:00Z in America/Denver", "1883-01-01T12:00:00Z", "Mon 1883-01-01 05:00:04 -06:59:56"},
	} {
		at, zone, other := strings.Cut(c.at, " in ")
		if c.at = at; other {
			cal = compile(t, `{"timeZone":"`+zone+`","windows":[{"always":true}]}`)
		}
		m := cal.Explain(instant(t, c.at)).At
		text, err := m.MarshalText()
		if err != nil || string(text) != c.text || m.String() != c.people || !m.Equal(instant(t, c.at)) {
			t.Errorf("%s: %s, %s, %v", c.at, text, m, err)
		}
		var back calendar.Moment
		if err := back.UnmarshalText(text); err != nil || !back.Equal(m.Time) {
			t.Errorf("%s: read as %v, %v", text, back, err)
		}
	}
	// Guam was that far west before 1844: farther than any offset that documents may state.
	for _, text := range []string{"1844-12-01T00:00:00-14:21", "2026-01-09T22:00:00Z", "2026-01-09T22:00:00+05:30"} {
		var m calendar.Moment
		err := m.UnmarshalText([]byte(text))
		if again, _ := m.MarshalText(); err != nil || string(again) != text {
			t.Errorf("%s: written again as %s, %v", text, again, err)
		}
	}
	m := calendar.Moment{Time: time.Unix(0, 0)}
	if err := m.UnmarshalText(nil); err != nil || !m.IsZero() || m.String() != "" {
		t.Errorf("the empty text is %v, %v", m, err)
	}
	if m.UnmarshalText([]byte("2026-01-10")) == nil || m.UnmarshalJSON([]byte("7")) == nil || m.UnmarshalJSON([]byte(`"`)) == nil {
		t.Error("what is no instant is read as one")
	}
	if err := json.Unmarshal([]byte(`"2026-01-10T03:00:00\u002b05:30"`), &m); err != nil || m.String() != "Sat 2026-01-10 03:00 +05:30" {
		t.Errorf("an escaped sign is read as %v, %v", m, err)
	}
	if err := json.Unmarshal([]byte("null"), &m); err != nil || m.String() != "Sat 2026-01-10 03:00 +05:30" {
		t.Errorf("null changes what it is read into: %v, %v", m, err)
	}
	if m.UnmarshalJSON([]byte(`"2026-01-10T03:00:00Z7`)) == nil || m.UnmarshalJSON([]byte(`72026-01-10T03:00:00Z"`)) == nil {
		t.Error("an instant between one quote and a digit is read")
	}
	for text, want := range map[string]string{"2026-01-10T03:00:00Z": "Sat 2026-01-10 03:00 UTC", "2026-01-10T03:00:00-00:30": "Sat 2026-01-10 03:00 -00:30"} {
		if err := m.UnmarshalText([]byte(text)); err != nil || m.String() != want {
			t.Errorf("%s: %v, %v", text, m, err)
		}
	}
	// An edge that is not there is the zero Moment.
	if e := compile(t, `{"windows":[{"always":true}]}`).Explain(instant(t, "2026-01-10T03:00Z")); !e.Since.IsZero() || !e.Until.IsZero() {
		t.Errorf("always since %v until %v", e.Since, e.Until)
	}
}

func TestExplainLog(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	cal := compile(t, `{"windows":[{"schedule":{"weekly":{"dayOfWeek":"Friday"}},"startTime":"22:00","durationHours":4}]}`)
	log.Info("skipped", "policy", cal.Explain(instant(t, "2026-06-11T00:00Z")))
	const want = `level=INFO msg=skipped policy.summary="shut until Fri 2026-06-12 22:00 UTC: windows[0] is between occurrences" policy.open=false policy.reason=BetweenWindows policy.until=2026-06-12T22:00:00.000Z` + "\n"
	if out.String() != want {
		t.Errorf("got  %swant %s", out.String(), want)
	}
	// What is open has no reason, and what has no end no key for it.
	for doc, want := range map[string]string{
		`{"windows":[{"always":true}]}`: `level=INFO msg=asked policy.summary="open, without an end within 100 years: windows[0]" policy.open=true`,
		`{"windows":[{"schedule":{"daily":{}},"startTime":"00:00","durationHours":1}]}`: `level=INFO msg=asked policy.summary="open until Thu 2026-06-11 01:00 UTC: windows[0]" policy.open=true policy.until=2026-06-11T01:00:00.000Z`,
		`{"windows":[]}`: `level=INFO msg=asked policy.summary="shut, always: the policy has no windows" policy.open=false policy.reason=NoWindows`,
	} {
		out.Reset()
		if log.Info("asked", "policy", compile(t, doc).Explain(instant(t, "2026-06-11T00:00Z"))); out.String() != want+"\n" {
			t.Errorf("got  %swant %s", out.String(), want)
		}
	}
}

func ExampleCalendar_Explain() {
	cal, err := calendar.CompileJSON([]byte(`{
	  "timeZone": "Europe/Berlin",
	  "windows": [ { "name": "fortnightly", "schedule": { "weekly": { "intervalWeeks": 2, "dayOfWeek": "Friday" } },
	                 "startDate": "2026-01-09", "startTime": "22:00", "durationHours": 4 } ],
	  "notAllowedDates": [ { "start": "2026-12-18", "end": "2027-01-04" } ] }`))
	if err != nil {
		fmt.Println(err)
		return
	}
	e := cal.Explain(time.Date(2026, 12, 25, 22, 30, 0, 0, time.UTC))
	fmt.Println(e.Summary)
	fmt.Println(e.Windows[0].Because, e.Windows[0].ShutBy, e.Windows[0].Opens)

	e = cal.Explain(time.Date(2026, 1, 16, 22, 0, 0, 0, time.UTC))
	fmt.Println(e.Summary)
	fmt.Println(e.Windows[0].Because)
	// Output:
	// shut until Fri 2027-01-08 22:00 +01:00 (Europe/Berlin): notAllowedDates[0] (2026-12-18 to 2027-01-04) covers windows[0] "fortnightly", then between windows
	// ShutByBlackout [notAllowedDates[0]] Fri 2027-01-08 22:00 +01:00
	// shut until Fri 2026-01-23 22:00 +01:00 (Europe/Berlin): windows[0] "fortnightly" comes every 2 weeks, and not on Fri 2026-01-16
	// NotAnIntervalWeek
}
