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
	} {
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
