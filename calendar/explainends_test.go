package calendar_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
)

// Where something has no end within 100 years, or where a period in the way is too short, the explanation says that in its words.
func TestExplainWithoutEnds(t *testing.T) {
	for _, c := range []struct {
		name, doc, at string
		words         []string // that stand in the explanation, each worked out by hand
	}{
		{"a blackout without an end covers the next occurrence",
			`{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":1}],"notAllowedDates":[{"start":"2026-06-12","end":"9999-12-31"}]}`,
			"2026-06-11T23:30Z", []string{
				"shut, and does not open within 100 years: windows[0] is between occurrences; it would be open from Fri 2026-06-12 22:00 to 23:00 UTC, but notAllowedDates[0] (2026-06-12 to 9999-12-31) covers that",
				"but notAllowedDates[0] (2026-06-12 to 9999-12-31) covers all of it, without an end; does not open within 100 years",
				"notAllowedDates[0] (2026-06-12 to 9999-12-31): does not hold; begins next Fri 2026-06-12 00:00 UTC"}},
		{"a blackout without an end has begun",
			`{"windows":[{"always":true}],"notAllowedDates":[{"start":"2026-06-12","end":"9999-12-31"}]}`,
			"2026-06-12T00:00Z", []string{
				"windows[0]: shut by notAllowedDates[0] (2026-06-12 to 9999-12-31) without an end within 100 years; it is open at all times; does not open within 100 years",
				"holds from Fri 2026-06-12 00:00 UTC on, and shuts windows[0]"}},
		{"one of two windows would be open sooner",
			`{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":1,"notAllowedDates":[{"start":"2026-06-11","end":"2026-06-12"}]},
				{"schedule":{"weekly":{"dayOfWeek":"Saturday"}},"startTime":"10:00","durationHours":1}]}`,
			"2026-06-11T12:00Z", []string{
				"; windows[0] would be open from Thu 2026-06-11 22:00 to 23:00 UTC, but windows[0].notAllowedDates[0] (2026-06-11 to 2026-06-12) covers that\n"}},
		{"occurrences that never end",
			`{"windows":[{"schedule":{"daily":{}},"startTime":"12:00","durationHours":24}]}`,
			"2026-06-11T13:00Z", []string{
				"open, without an end within 100 years: windows[0]\n",
				"open: its occurrence is from Thu 2026-06-11 12:00 to Fri 2026-06-12 12:00 UTC, and so on without a break within 100 years\n"}},
		{"what a blackout leaves is too short",
			`{"minDuration":"2h","windows":[{"schedule":{"daily":{}},"startTime":"08:00","durationHours":3}],"notAllowedDates":[{"name":"d","start":"2026-06-13","end":"2026-06-13"}],
				"notAllowedTime":[{"name":"t","start":"08:00","end":"10:00","daysOfWeek":["Friday"]}]}`,
			"2026-06-12T09:00Z", []string{
				"shut until Sun 2026-06-14 08:00 UTC: notAllowedTime[0] \"t\" (08:00 to 10:00) covers windows[0], then notAllowedDates[0] \"d\" (2026-06-13 to 2026-06-13), then between windows\n"}},
		{"a blackout that leaves too little, and the next opening",
			`{"minDuration":"2h","windows":[{"schedule":{"daily":{}},"startTime":"08:00","durationHours":3}],"notAllowedTime":[{"name":"t","start":"08:00","end":"10:00","daysOfWeek":["Friday"]}]}`,
			"2026-06-12T09:00Z", []string{
				"shut until Sat 2026-06-13 08:00 UTC: notAllowedTime[0] \"t\" (08:00 to 10:00) covers windows[0], then it is too short for the policy's minDuration\n"}},
		{"a blackout that shuts what would open after the one at the instant",
			`{"windows":[{"schedule":{"cron":"0 2 * * *"},"duration":"2h"}],"notAllowedDates":[{"start":"2026-11-20","end":"2026-11-22"},{"start":"2026-11-22","end":"2026-11-30"}],
				"notAllowedTime":[{"start":"02:00","end":"04:00","daysOfWeek":["Tuesday"]}]}`,
			"2026-11-21T03:00Z", []string{
				"shut until Wed 2026-12-02 02:00 UTC: notAllowedDates[0] (2026-11-20 to 2026-11-22) covers windows[0], then notAllowedDates[1] (2026-11-22 to 2026-11-30), then notAllowedTime[0] (02:00 to 04:00), then between windows\n",
				"windows[0]: shut by notAllowedDates[0] (2026-11-20 to 2026-11-22) until Mon 2026-11-23 00:00 UTC, then by notAllowedDates[1] (2026-11-22 to 2026-11-30) until Tue 2026-12-01 00:00 UTC; "}},
		{"blackouts that take over from each other for long",
			`{"windows":[{"always":true}],"notAllowedDates":[{"start":"2026-11-20","end":"2026-11-20"},{"start":"2026-11-21","end":"2026-11-21"},{"start":"2026-11-22","end":"2026-11-22"},
				{"start":"2026-11-23","end":"2026-11-23"},{"start":"2026-11-24","end":"2026-11-24"},{"start":"2026-11-25","end":"2026-11-25"}]}`,
			"2026-11-20T03:00Z", []string{
				"until Mon 2026-11-23 00:00 UTC, then by notAllowedDates[3] (2026-11-23 to 2026-11-23) until Tue 2026-11-24 00:00 UTC, then by others until Thu 2026-11-26 00:00 UTC; "}},
		{"blackouts that take over from each other for ever",
			`{"windows":[{"always":true}],"notAllowedDates":[{"start":"2026-11-20","end":"2026-11-20"},{"start":"2026-11-21","end":"2026-11-21"},{"start":"2026-11-22","end":"2026-11-22"},
				{"start":"2026-11-23","end":"2026-11-23"},{"start":"2026-11-24","end":"2026-11-24"},{"start":"2026-11-25","end":"9999-12-31"}]}`,
			"2026-11-20T03:00Z", []string{", then by others without an end within 100 years; "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := compile(t, c.doc).Explain(instant(t, c.at))
			for _, words := range c.words {
				if !strings.Contains(e.String()+"\n", words) {
					t.Errorf("no %q in\n%s", words, e)
				}
			}
		})
	}
}

// A window that opens next for too short a time is passed over, as often as it takes.
func TestExplainPassesOverWhatIsTooShort(t *testing.T) {
	cal := compile(t, `{"minDuration":"2h","windows":[{"schedule":{"daily":{}},"startTime":"08:00","durationHours":3}],
		"notAllowedTime":[{"start":"09:00","end":"10:00","daysOfWeek":["Monday","Tuesday","Wednesday","Thursday"]}]}`)
	e := cal.Explain(instant(t, "2026-06-07T12:00Z")) // a Sunday
	if want := instant(t, "2026-06-12T08:00Z"); !e.Until.Equal(want) || !e.Windows[0].Opens.Equal(want) {
		t.Errorf("it opens %v, the window %v: want %v", e.Until, e.Windows[0].Opens, want)
	}
	never := compile(t, `{"minDuration":"4h","windows":[{"schedule":{"daily":{}},"startTime":"08:00","durationHours":3}]}`)
	e = never.Explain(instant(t, "2026-06-07T12:00Z"))
	if !e.Until.IsZero() || !e.Windows[0].Opens.IsZero() || !slices.Equal(explained(t, never, e.At.Time), []calendar.Cause{calendar.CauseBetweenOccurrences}) {
		t.Errorf("what is always too short opens: %v", e)
	}
}

// A search for a period that is long enough gives up after a hundred that are not, and says so; where the policy is shut for long
// it passes over those in between at once.
func TestExplainGivesUp(t *testing.T) {
	const daily = `{"schedule":{"daily":{}},"startTime":"%s","durationHours":%d}`
	eight, noon := sprintf(daily, "08:00", 1), sprintf(daily, "12:00", 2)
	for _, c := range []struct{ name, windows, opens, says string }{
		// From 12 June on it is too short each day; 19 September is the hundredth, and 20 September one more.
		{"the hundredth", eight + "," + noon + `,{"span":{"start":"2026-09-19T09:00:00Z","end":"2026-09-19T10:00:00Z"}}`, "2026-09-19T08:00Z", "; opens next Sat 2026-09-19 08:00 UTC"},
		{"one more", eight + "," + noon + `,{"span":{"start":"2026-09-20T09:00:00Z","end":"2026-09-20T10:00:00Z"}}`, "", "; is open for too short the next 100 times"},
		{"nothing else opens", eight + `,{"span":{"start":"2076-09-20T09:00:00Z","end":"2076-09-20T10:00:00Z"}}`, "2076-09-20T08:00Z", "; opens next Sun 2076-09-20 08:00 UTC"},
		{"nothing else ever opens", eight, "", "; does not open within 100 years"},
	} {
		w := compile(t, `{"minDuration":"2h","windows":[`+c.windows+`]}`).Explain(instant(t, "2026-06-11T09:30Z")).Windows[0]
		opens := ""
		if !w.Opens.IsZero() {
			opens = short(w.Opens.Time)
		}
		if opens != c.opens || !strings.HasSuffix(w.Detail, c.says) {
			t.Errorf("%s: opens %q: %s", c.name, opens, w.Detail)
		}
	}
}

// Each of many windows opens when a walk from day to day finds it and the calendar open: windows of half an hour in each hour of the
// day, too short by themselves, next to which something else opens on one day or another.
func TestExplainOpensByHand(t *testing.T) {
	at := instant(t, "2026-06-11T10:45Z")
	p := calendar.Policy{MinDuration: "1h"}
	for _, reversed := range []bool{false, true} {
		p.Windows = nil
		for i := range 24 {
			hour := i
			if reversed {
				hour = 23 - i
			}
			p.Windows = append(p.Windows, calendar.WindowSpec{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: sprintf("%02d:00", hour), Duration: "30m"})
		}
		for hour := range 24 {
			start := time.Date(2026, 6, 12+hour*7%24, hour, 30, 0, 0, time.UTC)
			p.Windows = append(p.Windows, calendar.WindowSpec{Span: &calendar.InstantSpan{Start: start.Format(time.RFC3339), End: start.Add(30 * time.Minute).Format(time.RFC3339)}})
		}
		// The day before it was open, so that nobody looks back for a hundred years.
		p.Windows = append(p.Windows, calendar.WindowSpec{Span: &calendar.InstantSpan{Start: "2026-06-10T00:00:00Z", End: "2026-06-11T00:00:00Z"}})
		cal := calendar.MustCompile(p)
		for i, w := range cal.Explain(at).Windows[:24] {
			hour, err := strconv.Atoi(p.Windows[i].StartTime[:2])
			if err != nil {
				t.Fatal(err)
			}
			want := time.Date(2026, 6, 11, hour, 0, 0, 0, time.UTC)
			for want.Before(at) || !cal.IsOpen(want) {
				want = want.AddDate(0, 0, 1)
			}
			if !w.Opens.Equal(want) {
				t.Errorf("%s at %d: opens %v, want %v", w.Path, hour, w.Opens, want)
			}
		}
	}
}

// The zero Explanation says nothing, and a Moment is read from the JSON that it is written as.
func TestExplanationText(t *testing.T) {
	if text := (calendar.Explanation{}).String(); text != "" {
		t.Errorf("the zero Explanation: %q", text)
	}
	for _, text := range []string{`"2026-01-09T22:00:00-05:00"`, `"2026-01-09T22:00:00Z"`, `""`} {
		var m calendar.Moment
		if err := json.Unmarshal([]byte(text), &m); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if again, err := json.Marshal(m); string(again) != text || err != nil {
			t.Errorf("%s is written again as %s, %v", text, again, err)
		}
	}
}

// A sentence names up to three, and says how many more there are.
func TestExplainNames(t *testing.T) {
	for n, want := range []string{1: "windows[0]", 2: "windows[0] and windows[1]", 3: "windows[0], windows[1] and windows[2]",
		4: "windows[0], windows[1], windows[2] and 1 more", 5: "windows[0], windows[1], windows[2] and 2 more"} {
		if n == 0 {
			continue
		}
		p := calendar.Policy{}
		for range n {
			p.Windows = append(p.Windows, calendar.WindowSpec{Always: true})
		}
		e := calendar.MustCompile(p).Explain(instant(t, "2026-06-11T12:00Z"))
		if want := "open, without an end within 100 years: " + want; e.Summary != want {
			t.Errorf("%d windows: %s, want %s", n, e.Summary, want)
		}
	}
}

// What is left out is counted, one as well as several.
func TestExplainLeftOut(t *testing.T) {
	for more, words := range []string{"", "and 1 more %s\n", "and 2 more %ss\n"} {
		p := calendar.Policy{NotAllowedTime: slices.Repeat([]calendar.TimeSpan{{Start: "12:00", End: "13:00"}}, 50+more)}
		p.Windows = slices.Repeat([]calendar.WindowSpec{{Always: true}}, 50+more)
		text := calendar.MustCompile(p).Explain(instant(t, "2026-06-11T12:00Z")).String() + "\n"
		windows, blackouts := strings.ReplaceAll(words, "%s", "window"), strings.ReplaceAll(words, "%s", "blackout")
		if strings.Count(text, " more window") != min(more, 1) || strings.Count(text, " more blackout") != min(more, 1) ||
			!strings.Contains(text, "\n"+windows+"notAllowedTime[0]") || !strings.HasSuffix(text, "\n"+blackouts) {
			t.Errorf("%d more: %s", more, text)
		}
	}
}

// Blackouts that follow each other are told one after the other, until the list is more than 200 bytes long.
func TestExplainTakeover(t *testing.T) {
	doc := func(name string) string {
		return `{"windows":[{"always":true}],"notAllowedTime":[{"start":"10:00","end":"11:00"},{"name":"` + name + `","start":"11:00","end":"12:00"},{"start":"12:00","end":"13:00"}]}`
	}
	const plain = len(`, then notAllowedTime[1] "" (11:00 to 12:00)`)
	for length, more := range map[int]string{
		100: ", then notAllowedTime[2] (12:00 to 13:00)", 199: ", then notAllowedTime[2] (12:00 to 13:00)", 200: ", then notAllowedTime[2] (12:00 to 13:00)",
		201: " and others", 202: " and others",
	} {
		name := strings.Repeat("n", length-plain)
		want := `shut until Thu 2026-06-11 13:00 UTC: notAllowedTime[0] (10:00 to 11:00) covers windows[0], then notAllowedTime[1] "` + name + `" (11:00 to 12:00)` + more
		if e := compile(t, doc(name)).Explain(instant(t, "2026-06-11T10:30Z")); e.Summary != want {
			t.Errorf("%d bytes: %s\nwant %s", length, e.Summary, want)
		}
	}
	// So does the window itself, up to 300.
	const told = `notAllowedTime[0] (10:00 to 11:00) until Thu 2026-06-11 11:00 UTC, then by notAllowedTime[1] "%s" (11:00 to 12:00) until Thu 2026-06-11 12:00 UTC`
	const room = 300 - (len(told) - len("%s"))
	for length, third := range map[int]string{room - 1: "notAllowedTime[2] (12:00 to 13:00)", room: "notAllowedTime[2] (12:00 to 13:00)", room + 1: "others"} {
		name := strings.Repeat("n", length)
		want := "shut by " + sprintf(told, name) + ", then by " + third + " until Thu 2026-06-11 13:00 UTC; it is open at all times; opens next Thu 2026-06-11 13:00 UTC"
		if w := compile(t, doc(name)).Explain(instant(t, "2026-06-11T10:30Z")).Windows[0]; w.Detail != want {
			t.Errorf("a name of %d bytes: %s\nwant %s", length, w.Detail, want)
		}
	}
	// The last second before it opens is no blackout's.
	const want = "shut until Thu 2026-06-11 12:00:01 UTC: notAllowedTime[0] (10:00 to 12:00) covers windows[0], then between windows; windows[1] is next"
	e := compile(t, `{"windows":[{"schedule":{"daily":{}},"startTime":"08:00","durationHours":4},{"schedule":{"daily":{}},"startTime":"12:00:01","durationHours":1}],
		"notAllowedTime":[{"start":"10:00","end":"12:00"}]}`).Explain(instant(t, "2026-06-11T10:30Z"))
	if e.Summary != want {
		t.Errorf("%s\nwant %s", e.Summary, want)
	}
}

// Of several windows that would be open sooner, if it were not for blackouts, the soonest is told.
func TestExplainSoonestCovered(t *testing.T) {
	const ten, eleven = `{"schedule":{"daily":{}},"startTime":"10:00","durationHours":1}`, `{"schedule":{"daily":{}},"startTime":"11:00","durationHours":1}`
	const twelve = `{"schedule":{"daily":{}},"startTime":"12:00","durationHours":1}`
	for _, c := range []struct{ windows, want string }{
		{ten + "," + eleven + "," + twelve, "windows[0] would be open from Thu 2026-06-11 10:00 to 11:00 UTC, but notAllowedDates[0] (2026-06-11 to 2026-06-11) covers that"},
		{eleven + "," + ten + "," + twelve, "windows[1] would be open from Thu 2026-06-11 10:00 to 11:00 UTC, but notAllowedDates[0] (2026-06-11 to 2026-06-11) covers that"},
		{twelve + "," + eleven + "," + ten, "windows[2] would be open from Thu 2026-06-11 10:00 to 11:00 UTC, but notAllowedDates[0] (2026-06-11 to 2026-06-11) covers that"},
	} {
		e := compile(t, `{"windows":[`+c.windows+`],"notAllowedDates":[{"start":"2026-06-11","end":"2026-06-11"}]}`).Explain(instant(t, "2026-06-10T20:00Z"))
		if !strings.HasSuffix(e.Summary, "; "+c.want) {
			t.Errorf("%s: %s", c.windows, e.Summary)
		}
	}
}

// A blackout that holds says from when and until when, as far as that is known, and whom it shuts.
func TestExplainHoldingBlackout(t *testing.T) {
	const nightly = `{"schedule":{"daily":{}},"startTime":"22:00","durationHours":1}`
	for _, c := range []struct{ doc, want string }{
		{`{"windows":[` + nightly + `],"notAllowedTime":[{"start":"08:00","end":"18:00"}]}`, "holds from Thu 2026-06-11 08:00 to 18:00 UTC, and shuts nothing at this instant"},
		{`{"windows":[{"always":true}],"notAllowedTime":[{"start":"08:00","end":"18:00"}]}`, "holds from Thu 2026-06-11 08:00 to 18:00 UTC, and shuts windows[0]"},
		{`{"windows":[{"always":true}],"notAllowedDates":[{"start":"0001-01-01","end":"2026-06-12"}]}`, "holds until Sat 2026-06-13 00:00 UTC, and shuts windows[0]"},
		{`{"windows":[{"always":true}],"notAllowedDates":[{"start":"2026-06-11","end":"9999-12-31"}]}`, "holds from Thu 2026-06-11 00:00 UTC on, and shuts windows[0]"},
		{`{"windows":[` + nightly + `],"notAllowedDates":[{"start":"0001-01-01","end":"9999-12-31"}]}`, "holds at all times, and shuts nothing at this instant"},
	} {
		if b := compile(t, c.doc).Explain(instant(t, "2026-06-11T12:00Z")).Blackouts[0]; b.Detail != c.want || !b.Holds {
			t.Errorf("%s: %s, want %s", c.doc, b.Detail, c.want)
		}
	}
}

// A window that has no occurrence left says whether that is for its endDate.
func TestExplainNoneLeft(t *testing.T) {
	const doc = `{"windows":[{"schedule":{"absoluteMonthly":{"intervalMonths":1000,"dayOfMonth":31}},"startDate":"2026-01-01","startTime":"22:00","durationHours":4%s}]}`
	for more, want := range map[string]string{
		"":                        "shut: it has no occurrence left within 100 years; its last occurrence was from Fri 2109-05-31 22:00 to Sat 2109-06-01 02:00 UTC; does not open within 100 years",
		`,"endDate":"2200-01-01"`: "shut: it has no occurrence left up to its endDate, 2200-01-01; its last occurrence was from Fri 2109-05-31 22:00 to Sat 2109-06-01 02:00 UTC; does not open within 100 years",
	} {
		w := compile(t, strings.Replace(doc, "%s", more, 1)).Explain(instant(t, "2110-01-01T00:00Z")).Windows[0]
		if w.Detail != want || w.Because != calendar.CauseNoOccurrenceLeft {
			t.Errorf("%s: %s, want %s", w.Because, w.Detail, want)
		}
	}
}

// Where the windows that a blackout shuts are over, the next that would open but for a blackout is told, unless that is told already
// or comes no sooner than the calendar opens.
func TestExplainTakeoverBetweenWindows(t *testing.T) {
	daily := func(start string, hours int, more string) string {
		return sprintf(`{"schedule":{"daily":{}},"startTime":"%s","durationHours":%d%s}`, start, hours, more)
	}
	span := func(start, end string) string {
		return sprintf(`{"start":"2026-06-%sZ","end":"2026-06-%sZ"}`, start, end)
	}
	const b0 = `notAllowedTime[0] (08:00 to 09:00) covers windows[0]`
	for _, c := range []struct{ name, windows, blackouts, want string }{
		{"another blackout", daily("08:00", 1, "") + "," + daily("12:00", 1, "") + "," + daily("16:00", 1, ""), `{"start":"08:00","end":"09:00"},` + span("11T11:00:00", "11T14:00:00"),
			"shut until Thu 2026-06-11 16:00 UTC: " + b0 + ", then notAllowedTime[1] (2026-06-11T11:00:00Z to 2026-06-11T14:00:00Z), then between windows; windows[2] is next"},
		{"two that touch, after a gap", daily("08:00", 1, "") + "," + daily("12:00", 3, ""), `{"start":"08:00","end":"09:00"},` + span("11T12:00:00", "11T13:00:00") + "," + span("11T13:00:00", "11T14:00:00"),
			"shut until Thu 2026-06-11 14:00 UTC: " + b0 + ", then notAllowedTime[1] (2026-06-11T12:00:00Z to 2026-06-11T13:00:00Z), then notAllowedTime[2] (2026-06-11T13:00:00Z to 2026-06-11T14:00:00Z); windows[1] is next"},
		{"the same again without a gap", `{"always":true}`, `{"start":"08:00","end":"09:00"},` + span("11T09:00:00", "12T08:00:00"),
			"shut until Fri 2026-06-12 09:00 UTC: " + b0 + ", then notAllowedTime[1] (2026-06-11T09:00:00Z to 2026-06-12T08:00:00Z), then notAllowedTime[0] (08:00 to 09:00)"},
		{"the same again after gaps", daily("08:00", 1, "") + "," + daily("12:00", 1, "") + `,{"span":{"start":"2026-06-13T20:00:00Z","end":"2026-06-13T21:00:00Z"}}`, `{"start":"08:00","end":"09:00"},{"start":"12:00","end":"13:00"}`,
			"shut until Sat 2026-06-13 20:00 UTC: " + b0 + ", then notAllowedTime[1] (12:00 to 13:00), then between windows; windows[2] is next"},
		{"one that begins as the calendar opens", daily("08:00", 1, "") + "," + daily("12:00", 1, "") + "," + daily("12:00", 2, `,"notAllowedTime":[{"start":"12:00","end":"13:00"}]`), `{"start":"08:00","end":"09:00"}`,
			"shut until Thu 2026-06-11 12:00 UTC: notAllowedTime[0] (08:00 to 09:00) covers windows[0], then between windows; windows[1] is next"},
		{"one in the last second", daily("08:00", 1, "") + "," + daily("12:00", 1, "") + "," + daily("11:59:59", 1, `,"notAllowedTime":[{"start":"11:00","end":"13:00"}]`), `{"start":"08:00","end":"09:00"}`,
			"shut until Thu 2026-06-11 12:00 UTC: notAllowedTime[0] (08:00 to 09:00) covers windows[0], then windows[2].notAllowedTime[0] (11:00 to 13:00); windows[1] is next"},
		{"one long past, where what opens does not shut again", `{"schedule":{"daily":{}},"startDate":"2026-06-12","startTime":"08:00","durationHours":24},` + daily("08:00", 1, ""),
			`{"start":"08:00","end":"09:00"},{"start":"1970-01-01T00:00:00Z","end":"1970-01-03T00:00:00Z"}`,
			"shut until Fri 2026-06-12 09:00 UTC: notAllowedTime[0] (08:00 to 09:00) covers windows[1], then between windows; windows[0] is next"},
		{"one beyond the horizon", `{"span":` + span("11T08:00:00", "11T09:00:00") + `},{"span":{"start":"2200-01-01T12:00:00Z","end":"2200-01-01T13:00:00Z"}}`, `{"start":"08:00","end":"09:00"},{"start":"2200-01-01T12:00:00Z","end":"2200-01-01T13:00:00Z"}`,
			"shut, and does not open within 100 years: " + b0 + ", then between windows"},
	} {
		e := compile(t, `{"windows":[`+c.windows+`],"notAllowedTime":[`+c.blackouts+`]}`).Explain(instant(t, "2026-06-11T08:10Z"))
		if e.Summary != c.want {
			t.Errorf("%s: %s\nwant %s", c.name, e.Summary, c.want)
		}
	}
	// Ten openings are looked at: nine that are told, and one that is not.
	for days, more := range map[int]string{9: ", then notAllowedTime[1] (2026-06-20T11:00:00Z to 2026-06-20T14:00:00Z)", 10: ""} {
		day := strconv.Itoa(11 + days)
		e := compile(t, `{"windows":[`+daily("08:00", 1, "")+`,{"span":`+span(day+"T12:00:00", day+"T13:00:00")+`},{"span":`+span(day+"T16:00:00", day+"T17:00:00")+`}],
			"notAllowedTime":[{"start":"08:00","end":"09:00"},`+span(day+"T11:00:00", day+"T14:00:00")+`]}`).Explain(instant(t, "2026-06-11T08:10Z"))
		if want := ": " + b0 + more + ", then between windows; windows[2] is next"; !strings.HasSuffix(e.Summary, want) {
			t.Errorf("%d days: %s\nwant %s", days, e.Summary, want)
		}
	}
}
