package calendar_test

import (
	"fmt"
	"log/slog"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
)

// withoutTime leaves out when a line was written.
func withoutTime(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

func TestStatusLogValue(t *testing.T) {
	const frozen = `{"windows":[{"name":"nightly","schedule":{"daily":{}},"startTime":"22:00","durationHours":4},{"always":true,"notAllowedTime":[{"start":"00:00","end":"24:00"}]}],
		"notAllowedDates":[{"name":"freeze","start":"2026-06-13","end":"2026-06-14"}]}`
	for _, c := range []struct{ doc, at, want string }{
		{frozen, "2026-06-12T23:00Z", `{"open":true,"since":"2026-06-12T22:00:00Z","until":"2026-06-13T00:00:00Z",` +
			`"next":{"start":"2026-06-15T00:00:00Z","end":"2026-06-15T02:00:00Z"},"windows":["windows[0] \"nightly\""]}`},
		{frozen, "2026-06-13T01:00Z", `{"open":false,"reason":"Blackout","since":"2026-06-13T00:00:00Z","until":"2026-06-15T00:00:00Z",` +
			`"next":{"start":"2026-06-15T00:00:00Z","end":"2026-06-15T02:00:00Z"},"windows":["windows[0] \"nightly\"","windows[1]"],` +
			`"blackouts":["windows[1].notAllowedTime[0] (00:00 to 24:00)","notAllowedDates[0] \"freeze\" (2026-06-13 to 2026-06-14)"]}`},
		{`{"windows":[]}`, "2026-06-12T23:00Z", `{"open":false,"reason":"NoWindows"}`},
		{`{"windows":[{"always":true}]}`, "2026-06-12T23:00Z", `{"open":true,"windows":["windows[0]"]}`},
		{`{"windows":[{"span":{"start":"2026-06-12T22:00:00Z","end":"2026-06-13T00:00:00Z"}}]}`, "2026-06-12T21:00Z",
			`{"open":false,"reason":"BeforeStart","until":"2026-06-12T22:00:00Z","next":{"start":"2026-06-12T22:00:00Z","end":"2026-06-13T00:00:00Z"}}`},
	} {
		var b strings.Builder
		log := slog.New(slog.NewJSONHandler(&b, &slog.HandlerOptions{ReplaceAttr: withoutTime}))
		log.Info("asked", "status", compile(t, c.doc).At(instant(t, c.at)))
		if want := `{"level":"INFO","msg":"asked","status":` + c.want + "}\n"; b.String() != want {
			t.Errorf("at %s:\n got %s\nwant %s", c.at, b.String(), want)
		}
	}

	// Handlers leave out an empty group; but it is not there in the first place.
	for _, a := range compile(t, `{"windows":[{"always":true}]}`).At(instant(t, "2026-06-12T23:00Z")).LogValue().Group() {
		if a.Key != "open" && a.Key != "windows" {
			t.Errorf("always: %s", a)
		}
	}

	// A zero Status is not there.
	var b strings.Builder
	slog.New(slog.NewJSONHandler(&b, &slog.HandlerOptions{ReplaceAttr: withoutTime})).Info("asked", "status", calendar.Status{})
	if want := `{"level":"INFO","msg":"asked"}` + "\n"; b.String() != want {
		t.Errorf("the zero Status: got %s, want %s", b.String(), want)
	}
}

func ExampleStatus_LogValue() {
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: withoutTime}))
	s := calendarOf(fridays).At(time.Date(2026, 1, 10, 9, 0, 0, 0, time.UTC))
	log.Info("not now", "maintenance", s)
	fmt.Println(s)
	// Output:
	// level=INFO msg="not now" maintenance.open=false maintenance.reason=BetweenWindows maintenance.since=2026-01-10T07:00:00.000Z maintenance.until=2026-01-24T03:00:00.000Z maintenance.next.start=2026-01-24T03:00:00.000Z maintenance.next.end=2026-01-24T07:00:00.000Z
	// shut until 2026-01-24T03:00:00Z: BetweenWindows
}
