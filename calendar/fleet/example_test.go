package fleet_test

import (
	"fmt"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/fleet"
)

func calendars() (names []string, list []*calendar.Calendar) {
	for _, c := range []struct{ name, zone, startTime string }{
		{"tokyo", "Asia/Tokyo", "02:00"},
		{"berlin", "Europe/Berlin", "02:00"},
		{"new york", "America/New_York", "02:00"},
	} {
		names = append(names, c.name)
		list = append(list, calendar.MustCompile(calendar.Policy{TimeZone: c.zone, Windows: []calendar.WindowSpec{
			{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: c.startTime, Duration: "3h"},
		}}))
	}
	return names, list
}

func ExampleFleet_IsOpen() {
	names, list := calendars()
	f := fleet.Of(list)
	bits := f.IsOpen(time.Date(2026, 11, 21, 2, 30, 0, 0, time.UTC), nil)
	for i, name := range names {
		fmt.Println(name, bits[i/64]>>(i%64)&1 == 1)
	}
	// Output:
	// tokyo false
	// berlin true
	// new york false
}

func ExampleFleet_Changes() {
	names, list := calendars()
	f := fleet.Of(list)
	n := 0
	for c := range f.Changes(time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)) {
		fmt.Println(c.At.Format("Mon 15:04"), names[c.Calendar], map[bool]string{true: "opens", false: "shuts"}[c.Open])
		if n++; n == 5 {
			break
		}
	}
	// Output:
	// Sat 01:00 berlin opens
	// Sat 04:00 berlin shuts
	// Sat 07:00 new york opens
	// Sat 10:00 new york shuts
	// Sat 17:00 tokyo opens
}
