package main

import (
	"strings"
	"testing"
)

// The first node takes until 04:30Z, and ten minutes later the second one begins. It ends at 06:10Z: what is left until
// 07:00Z is too short for the third, which has to wait for a week.
func TestReplay(t *testing.T) {
	const want = `2026-01-09T12:00:00Z MaintenanceOpen=False BetweenWindows: shut until 2026-01-10T03:00:00Z: BetweenWindows
2026-01-10T03:00:00Z MaintenanceOpen=True WindowOpen: open until 2026-01-10T07:00:00Z: windows[0] "friday night"
2026-01-10T03:00:00Z     upgrading a node
2026-01-10T04:40:00Z     upgrading a node
2026-01-10T07:00:00Z MaintenanceOpen=False BetweenWindows: shut until 2026-01-17T03:00:00Z: BetweenWindows
2026-01-17T03:00:00Z MaintenanceOpen=True WindowOpen: open until 2026-01-17T07:00:00Z: windows[0] "friday night"
2026-01-17T03:00:00Z     upgrading a node
2026-01-17T07:00:00Z MaintenanceOpen=False BetweenWindows: shut until 2026-01-24T03:00:00Z: BetweenWindows
`
	var out strings.Builder
	if replay(&out); out.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", &out, want)
	}
}
