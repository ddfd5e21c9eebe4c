package calendar_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

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
				"but notAllowedDates[0] (2026-06-12 to 9999-12-31) covers all of it, without an end; does not open again within 100 years",
				"notAllowedDates[0] (2026-06-12 to 9999-12-31): does not hold; begins next Fri 2026-06-12 00:00 UTC"}},
		{"a blackout without an end has begun",
			`{"windows":[{"always":true}],"notAllowedDates":[{"start":"2026-06-12","end":"9999-12-31"}]}`,
			"2026-06-12T00:00Z", []string{
				"windows[0]: shut by notAllowedDates[0] (2026-06-12 to 9999-12-31) without an end within 100 years; it is open at all times; does not open again within 100 years",
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
				"shut until Sun 2026-06-14 08:00 UTC: notAllowedTime[0] \"t\" (08:00 to 10:00) covers windows[0], then it is too short for the policy's minDuration\n"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := compile(t, c.doc).Explain(instant(t, c.at))
			for _, words := range c.words {
				if !strings.Contains(e.String(), words) {
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
