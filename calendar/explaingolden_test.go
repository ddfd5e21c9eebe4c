package calendar_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
)

// Explanations are those of the golden files, each of which was read by somebody who looked at nothing else. The files hold
// documents (after a line that begins with ===) and instants (after ---), each with its explanation. Those of the nastiest cases
// that are errors, not policies, have none: 2, 5, half of 17 and 18, and 25.
func TestExplainGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/explain/*.golden")
	if err != nil || len(files) != 2 {
		t.Fatalf("%d golden files, not 2 (%v)", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(string(data), "=== ")[1:] {
			name, part, _ := strings.Cut(part, "\n")
			t.Run(name, func(t *testing.T) {
				parts := strings.Split(part, "--- ")
				cal := compile(t, parts[0])
				if len(parts) == 1 {
					t.Fatal("no instants")
				}
				for _, p := range parts[1:] {
					at, want, _ := strings.Cut(p, "\n")
					e := cal.Explain(instant(t, at))
					if got := e.String() + "\n"; got != want {
						t.Errorf("at %s\ngot\n%s\nwant\n%s", at, got, want)
					}
				}
			})
		}
	}
}

// explained returns the causes of the windows at an instant, in order, and fails where the explanation contradicts itself.
func explained(t *testing.T, cal *calendar.Calendar, at time.Time) []calendar.Cause {
	t.Helper()
	e := cal.Explain(at)
	s := cal.At(at)
	until, _ := s.Until()
	if e.Open != s.Open || e.Reason != s.Reason || !e.Until.Equal(until) {
		t.Errorf("%v\nbut At says %v", e, s)
	}
	var causes []calendar.Cause
	for _, w := range e.Windows {
		causes = append(causes, w.Because)
		if w.Open != (w.Because == calendar.CauseHolds) {
			t.Errorf("%s is open: %v, because %s", w.Path, w.Open, w.Because)
		}
	}
	return causes
}
