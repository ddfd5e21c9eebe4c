package vet_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/vet"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// From the year 2200 on all zones repeat after 400 years, and before 1800 none has a change: what never opens in one such cycle
// never does.
func TestZonesRepeat(t *testing.T) {
	const cycle = 146_097 * tz.SecondsPerDay
	from := time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	for _, name := range []string{"America/New_York", "Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe", "Africa/Casablanca", "Africa/Cairo", "America/Nuuk", "Asia/Gaza",
		"Asia/Manila", "America/Juneau", "Antarctica/Troll", "Pacific/Apia", "America/Asuncion", "Asia/Tehran"} {
		z, err := tz.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		if s := z.Stretch(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix()); s.To < time.Date(1800, 1, 1, 0, 0, 0, 0, time.UTC).Unix() {
			t.Errorf("%s changes at %v", name, time.Unix(s.To, 0).UTC())
		}
		for sec := from; sec < from+cycle; {
			s, later := z.Stretch(sec), z.Stretch(sec+cycle)
			if s.Offset != later.Offset || s.To != later.To-cycle && s.To != later.To {
				t.Errorf("%s: %v is not repeated: %v", name, s, later)
				break
			}
			sec = s.To
		}
	}
}

// Intervals that hardly ever, or never, meet the one day of four years that is not blacked out. What is said to be so for ever is
// compared with a search through the whole calendar.
func TestForEver(t *testing.T) {
	whole, century, never := 0, 0, 0
	for _, rule := range []string{`{"daily": {"intervalDays": %d}}`, `{"weekly": {"intervalWeeks": %d, "dayOfWeek": "Tuesday"}}`, `{"absoluteMonthly": {"intervalMonths": %d, "dayOfMonth": -1}}`} {
		for n := 1; n <= 40; n++ {
			p := decode(t, fmt.Sprintf(`{"windows": [{"schedule": `+rule+`, "startDate": "2025-01-31", "startTime": "02:00", "duration": "1h"}],
				"notAllowedDates": [{"start": "03-01", "end": "02-28"}]}`, n))
			end := time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
			opening, opens := calendar.MustCompile(p).Timeline().First(newYear.Unix(), end, window.Open)
			found := of(vet.Check(p, newYear, vet.Options{Years: 1, Steps: 10_000_000}), vet.NeverOpens, "")
			ever := len(found) == 1 && strings.Contains(found[0].Detail, "9999")
			switch {
			case !opens:
				if never++; !ever {
					t.Errorf("%s %d never opens, not said: %v", rule, n, found)
				}
			case opening < newYear.Unix()+window.Horizon:
				if whole++; len(found) > 0 {
					t.Errorf("%s %d opens at %v: %v", rule, n, time.Unix(opening, 0).UTC(), found)
				}
			default:
				if century++; len(found) != 1 || ever || !strings.Contains(found[0].Detail, time.Unix(opening, 0).UTC().Format(time.RFC3339)) {
					t.Errorf("%s %d opens at %v: %v", rule, n, time.Unix(opening, 0).UTC(), found)
				}
			}
		}
	}
	if never == 0 || whole == 0 || century == 0 {
		t.Errorf("%d never open, %d after a century, %d before: too few to tell", never, century, whole)
	}
}
