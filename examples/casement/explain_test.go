package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/casement-go/casement/tz"
)

func TestExplain(t *testing.T) {
	// 16 January is a Friday between 9 and 23 January.
	expect(t, prod, no, `shut until Fri 2026-01-23 22:00 -05:00 (America/New_York): between windows; windows[0] "fortnightly" is next; windows[0] "fortnightly" comes every 2 weeks, and not on Fri 2026-01-16
asked about Fri 2026-01-16 22:00 -05:00, which is 2026-01-17T03:00:00Z
windows[0] "fortnightly": shut: it comes every 2 weeks, and not on Fri 2026-01-16; its last occurrence was from Fri 2026-01-09 22:00 to Sat 2026-01-10 02:00 -05:00; opens next Fri 2026-01-23 22:00 -05:00
windows[1] "cut-over": shut: it has not begun; opens next Sun 2026-03-01 17:00 -05:00
notAllowedDates[0] "new year" (12-20 to 01-05): does not hold; begins next Sun 2026-12-20 00:00 -05:00
`, "explain", "--at", "2026-01-17T03:00:00Z", "-")
	// 25 December is 25 fortnights after 9 January; --zone is for times without a clock of their own.
	status, stdout, _ := answers(prod, "explain", "-", "--zone", "Asia/Tokyo", "--at", "2026-12-26T03:30:05Z")
	const want = `shut until Fri 2027-01-08 22:00 -05:00 (America/New_York): notAllowedDates[0] "new year" (12-20 to 01-05) covers windows[0] "fortnightly", then between windows` + "\n"
	if status != no || !strings.HasPrefix(stdout, want) {
		t.Errorf("status %d, %s", status, stdout)
	}
	// Without --at it is now, and a second that is cut short.
	expect(t, always, yes, "open, without an end within 100 years: windows[0]\nasked about Thu 2026-01-01 00:00 UTC\nwindows[0]: open: it is open at all times\n", "explain", "-")
}

// One line, with the codes that programs look at.
func TestExplainJSON(t *testing.T) {
	status, stdout, stderr := answers(prod, "explain", "--json", "--at", "2026-01-17T03:00:00Z", "-")
	var e struct {
		Policy    string
		At, Until string
		Reason    string
		TZVersion string
		Windows   []struct{ Path, Because, Opens string }
	}
	if err := json.Unmarshal([]byte(stdout), &e); err != nil || strings.Count(stdout, "\n") != 1 || status != no || stderr != "" {
		t.Fatalf("status %d, %v, %s%s", status, err, stdout, stderr)
	}
	if e.Policy != "prod" || e.At != "2026-01-16T22:00:00-05:00" || e.Until != "2026-01-23T22:00:00-05:00" || e.Reason != "BetweenWindows" ||
		e.TZVersion != tz.MustLoad("America/New_York").Version() || len(e.Windows) != 2 {
		t.Fatalf("%+v", e)
	}
	if w := e.Windows[0]; w.Path != "windows[0]" || w.Because != "NotAnIntervalWeek" || w.Opens != "2026-01-23T22:00:00-05:00" {
		t.Errorf("%+v", w)
	}
	if w := e.Windows[1]; w.Because != "BeforeStart" || w.Opens != "2026-03-01T17:00:00-05:00" {
		t.Errorf("%+v", w)
	}
}

func TestExplainFails(t *testing.T) {
	for _, args := range [][]string{{"explain"}, {"explain", "-", "-"}, {"explain", "--at", "tomorrow", "-"}, {"explain", "--from", "2026-01-01T00:00:00Z", "-"}} {
		if status, stdout, stderr := answers(always, args...); status != failure || stdout != "" || stderr == "" {
			t.Errorf("casement %v: status %d, %q, %q", args, status, stdout, stderr)
		}
	}
	if status, stdout, stderr := answers(`{}`, "explain", "-"); status != failure || stdout != "" || !strings.Contains(stderr, "windows") {
		t.Errorf("status %d, %q, %q", status, stdout, stderr)
	}
}
