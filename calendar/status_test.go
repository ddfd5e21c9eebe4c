package calendar_test

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
)

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }

func refs(seq func(func(calendar.Ref) bool)) []string {
	var paths []string
	for r := range seq {
		paths = append(paths, r.Path)
	}
	return paths
}

func TestReasons(t *testing.T) {
	const bounded = `{"startDate":"2026-06-10","endDate":"2026-06-12","schedule":{"daily":{}},"startTime":"22:00","durationHours":4%s}`
	one := sprintf(`{"windows":[%s]}`, sprintf(bounded, ""))
	span := `{"span":{"start":"2026-06-11T10:00:00Z","end":"2026-06-11T11:00:00Z"}}`
	for _, c := range []struct {
		name, doc, at string
		reason        calendar.Reason
		windows       []string
		blackouts     []string
	}{
		{"nothing to open", `{"windows":[]}`, "2026-06-11T00:00Z", calendar.NoWindows, nil, nil},
		{"the day before startDate", one, "2026-06-09T23:59Z", calendar.BeforeStart, nil, nil},
		{"startDate, before the first window", one, "2026-06-10T00:00Z", calendar.BetweenWindows, nil, nil},
		{"between", one, "2026-06-12T12:00Z", calendar.BetweenWindows, nil, nil},
		{"the day after endDate, in its window's tail", one, "2026-06-13T01:00Z", "", []string{"windows[0]"}, nil},
		{"the day after endDate", one, "2026-06-13T02:00Z", calendar.AfterEnd, nil, nil},
		{"one window is over, the other to come", sprintf(`{"windows":[%s,{"startDate":"2026-07-01","schedule":{"daily":{}},"startTime":"22:00","durationHours":4}]}`, sprintf(bounded, "")),
			"2026-06-15T00:00Z", calendar.BetweenWindows, nil, nil},
		{"before a span", `{"windows":[` + span + `]}`, "2026-06-11T09:59Z", calendar.BeforeStart, nil, nil},
		{"in a span", `{"windows":[` + span + `]}`, "2026-06-11T10:00Z", "", []string{"windows[0]"}, nil},
		{"after a span", `{"windows":[` + span + `]}`, "2026-06-11T11:00Z", calendar.AfterEnd, nil, nil},
		{"startDate by the wall clock of the zone", `{"timeZone":"Asia/Dhaka","windows":[{"startDate":"2026-06-10","schedule":{"daily":{}},"startTime":"22:00","durationHours":4}]}`,
			"2026-06-09T17:59Z", calendar.BeforeStart, nil, nil},
		{"the same, a minute later", `{"timeZone":"Asia/Dhaka","windows":[{"startDate":"2026-06-10","schedule":{"daily":{}},"startTime":"22:00","durationHours":4}]}`,
			"2026-06-09T18:00Z", calendar.BetweenWindows, nil, nil},
		{"a blackout of the window", sprintf(`{"windows":[%s]}`, sprintf(bounded, `,"notAllowedTime":[{"start":"01:00","end":"02:00"},{"start":"23:00","end":"24:00"}]`)),
			"2026-06-11T23:30Z", calendar.Blackout, []string{"windows[0]"}, []string{"windows[0].notAllowedTime[1]"}},
		{"blackouts of the policy", sprintf(`{"windows":[%s,{"always":true},%s],"notAllowedDates":[{"start":"01-01","end":"01-02"},{"start":"2026-06-11","end":"2026-06-11"}],
			"notAllowedTime":[{"start":"2026-06-11T23:00:00Z","end":"2026-06-12T00:00:00Z"}]}`, sprintf(bounded, ""), span),
			"2026-06-11T23:30Z", calendar.Blackout, []string{"windows[0]", "windows[1]"}, []string{"notAllowedDates[1]", "notAllowedTime[0]"}},
		{"a blackout where nothing would be open", sprintf(`{"windows":[%s],"notAllowedDates":[{"start":"2026-06-11","end":"2026-06-11"}]}`, sprintf(bounded, "")),
			"2026-06-11T12:00Z", calendar.BetweenWindows, nil, nil},
		{"a window that is too short", sprintf(`{"minDuration":"4h1s","windows":[%s]}`, sprintf(bounded, "")), "2026-06-11T23:30Z", calendar.TooShort, []string{"windows[0]"}, nil},
		{"a window just long enough", sprintf(`{"minDuration":"4h","windows":[%s]}`, sprintf(bounded, "")), "2026-06-11T23:30Z", "", []string{"windows[0]"}, nil},
		{"too short beside a window that is not", sprintf(`{"minDuration":"4h1s","windows":[%s,{"always":true}]}`, sprintf(bounded, "")), "2026-06-11T23:30Z", "", []string{"windows[0]", "windows[1]"}, nil},
		{"what a blackout leaves of a window", sprintf(`{"minDuration":"3h","windows":[%s],"notAllowedTime":[{"start":"23:00","end":"23:30"}]}`, sprintf(bounded, "")),
			"2026-06-11T23:30Z", calendar.TooShort, []string{"windows[0]"}, nil},
		{"the blackout beside it", sprintf(`{"minDuration":"3h","windows":[%s],"notAllowedTime":[{"start":"23:00","end":"23:30"}]}`, sprintf(bounded, "")),
			"2026-06-11T23:29Z", calendar.Blackout, []string{"windows[0]"}, []string{"notAllowedTime[0]"}},
		{"between windows that are too short", sprintf(`{"minDuration":"5h","windows":[%s]}`, sprintf(bounded, "")), "2026-06-11T12:00Z", calendar.BetweenWindows, nil, nil},
		{"before windows that are too short", sprintf(`{"minDuration":"5h","windows":[%s]}`, sprintf(bounded, "")), "2026-06-09T12:00Z", calendar.BeforeStart, nil, nil},
		{"too short after the endDate", sprintf(`{"minDuration":"5h","windows":[%s]}`, sprintf(bounded, "")), "2026-06-13T01:00Z", calendar.TooShort, []string{"windows[0]"}, nil},
		{"too short, and longer but for a blackout of another window", sprintf(`{"minDuration":"5h","windows":[%s,{"always":true,"notAllowedDates":[{"start":"2026-06-11","end":"2026-06-12"}]}]}`, sprintf(bounded, "")),
			"2026-06-11T23:30Z", calendar.Blackout, []string{"windows[0]", "windows[1]"}, []string{"windows[1].notAllowedDates[0]"}},
		{"two windows, one of them blacked out", sprintf(`{"windows":[%s,{"always":true}]}`, sprintf(bounded, `,"notAllowedDates":[{"start":"2026-06-11","end":"2026-06-11"}]`)),
			"2026-06-11T23:30Z", "", []string{"windows[1]"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := compile(t, c.doc).At(instant(t, c.at))
			if s.Open != (c.reason == "") || s.Reason != c.reason {
				t.Errorf("open %v, reason %q: want %q", s.Open, s.Reason, c.reason)
			}
			if got := refs(s.Windows()); !slices.Equal(got, c.windows) {
				t.Errorf("windows %v: want %v", got, c.windows)
			}
			if got := refs(s.Blackouts()); !slices.Equal(got, c.blackouts) {
				t.Errorf("blackouts %v: want %v", got, c.blackouts)
			}
			for range s.Windows() { // a sequence may be left early
				break
			}
			for range s.Blackouts() {
				break
			}
		})
	}
}

// Reasons do not depend on how far away the instant is, unless the document has dates.
func TestReasonsFarAway(t *testing.T) {
	const daily = `{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4%s}`
	long, short := []time.Time{time.Unix(math.MinInt64, 0), time.Unix(-1<<60, 0), time.Date(-200, 1, 1, 12, 0, 0, 0, time.UTC), time.Date(0, 12, 31, 12, 0, 0, 0, time.UTC)},
		[]time.Time{time.Date(10_001, 1, 1, 12, 0, 0, 0, time.UTC), time.Unix(1<<60, 0), time.Unix(math.MaxInt64, 0)}
	for keys, want := range map[string][2]calendar.Reason{
		"":                          {calendar.BetweenWindows, calendar.BetweenWindows},
		`,"startDate":"2026-01-01"`: {calendar.BeforeStart, calendar.BetweenWindows},
		`,"endDate":"2026-01-01"`:   {calendar.BetweenWindows, calendar.AfterEnd},
	} {
		cal := compile(t, `{"windows":[`+sprintf(daily, keys)+`]}`)
		for i, instants := range [][]time.Time{long, short} {
			for _, at := range instants {
				if got := cal.At(at).Reason; got != want[i] {
					t.Errorf("%s at %v: %s, want %s", keys, at, got, want[i])
				}
			}
		}
	}
}

// The blackouts are those that shut a window which holds the instant, in the order of the document; a loop over them may end after any.
func TestStatusBlackouts(t *testing.T) {
	const morning, day = `{"start":"08:00","end":"12:00"}`, `{"start":"08:00","end":"20:00"}`
	cal := compile(t, `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":1,"notAllowedTime":[`+day+`]},{"always":true,"notAllowedTime":[`+day+`,`+morning+`,`+day+`]}],
		"notAllowedTime":[`+morning+`,`+day+`]}`)
	for at, want := range map[string][]string{
		"2026-06-11T09:00Z": {"windows[1].notAllowedTime[0]", "windows[1].notAllowedTime[1]", "windows[1].notAllowedTime[2]", "notAllowedTime[0]", "notAllowedTime[1]"},
		"2026-06-11T13:00Z": {"windows[1].notAllowedTime[0]", "windows[1].notAllowedTime[2]", "notAllowedTime[1]"},
		"2026-06-11T21:00Z": nil,
	} {
		s := cal.At(instant(t, at))
		if got := refs(s.Blackouts()); !slices.Equal(got, want) {
			t.Errorf("at %s: %v, want %v", at, got, want)
		}
		for n := range want {
			var got []string
			for r := range s.Blackouts() {
				if got = append(got, r.Path); len(got) > n {
					break
				}
			}
			if !slices.Equal(got, want[:n+1]) {
				t.Errorf("at %s, up to %d: %v", at, n, got)
			}
		}
	}
	const want = "shut until 2026-06-11T20:00:00Z: Blackout by windows[1].notAllowedTime[0] (08:00 to 20:00), windows[1].notAllowedTime[2] (08:00 to 20:00), notAllowedTime[1] (08:00 to 20:00)"
	if got := cal.At(instant(t, "2026-06-11T13:00Z")).String(); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := compile(t, `{"windows":[{"always":true}]}`).At(instant(t, "2026-06-11T13:00Z")).String(); got != "open: windows[0]" {
		t.Errorf("always: %s", got)
	}
}

func TestStatusEdges(t *testing.T) {
	cal := compile(t, `{"windows":[{"name":"nightly","schedule":{"daily":{}},"startTime":"22:00","durationHours":4}],
		"notAllowedDates":[{"name":"freeze","start":"2026-06-13","end":"2026-06-14"}]}`)
	for _, c := range []struct{ at, since, until, next, text string }{
		{"2026-06-12T23:00Z", "2026-06-12T22:00Z", "2026-06-13T00:00Z", "2026-06-15T00:00:00Z/2026-06-15T02:00:00Z",
			`open until 2026-06-13T00:00:00Z: windows[0] "nightly"`},
		{"2026-06-13T01:00Z", "2026-06-13T00:00Z", "2026-06-15T00:00Z", "2026-06-15T00:00:00Z/2026-06-15T02:00:00Z",
			`shut until 2026-06-15T00:00:00Z: Blackout by notAllowedDates[0] "freeze" (2026-06-13 to 2026-06-14)`},
		{"2026-06-15T12:00Z", "2026-06-15T02:00Z", "2026-06-15T22:00Z", "2026-06-15T22:00:00Z/2026-06-16T02:00:00Z",
			`shut until 2026-06-15T22:00:00Z: BetweenWindows`},
	} {
		at := instant(t, c.at)
		s := cal.At(at.Add(999 * time.Millisecond))
		if !s.Time().Equal(at) {
			t.Errorf("%s: time %v", c.at, s.Time())
		}
		if since, ok := s.Since(); !ok || short(since) != c.since {
			t.Errorf("%s: since %v, %v", c.at, since, ok)
		}
		if until, ok := s.Until(); !ok || short(until) != c.until {
			t.Errorf("%s: until %v, %v", c.at, until, ok)
		}
		if next, ok := s.Next(); !ok || next.String() != c.next {
			t.Errorf("%s: next %v, %v", c.at, next, ok)
		}
		if s.String() != c.text {
			t.Errorf("%s: %s", c.at, s)
		}
	}
	var zero calendar.Status
	if zero.Open || zero.String() != "" || refs(zero.Windows()) != nil || refs(zero.Blackouts()) != nil {
		t.Errorf("the zero Status: %v", zero)
	}
}
