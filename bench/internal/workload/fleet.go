package workload

import (
	"fmt"

	"github.com/casement-go/casement/calendar"
)

// Fleet returns n calendars with a weekly window each. They differ in name, start time and zone: 1,440 times of day, in 50 zones.
func Fleet(n int, opts ...calendar.Option) []*calendar.Calendar {
	all := make([]*calendar.Calendar, n)
	for i := range all {
		minute := i / len(zones) % 1440
		all[i] = calendar.MustCompile(calendar.Policy{Name: fmt.Sprint("cluster-", i), TimeZone: zones[i%len(zones)], Windows: []calendar.WindowSpec{{
			Schedule:      &calendar.Schedule{Weekly: &calendar.Weekly{DayOfWeek: "Saturday"}},
			StartTime:     fmt.Sprintf("%02d:%02d", minute/60, minute%60),
			DurationHours: 4,
		}}}, opts...)
	}
	return all
}

// zones are 50 zones of the tz database.
var zones = []string{
	"Africa/Cairo", "Africa/Casablanca", "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi", "America/Anchorage", "America/Argentina/Buenos_Aires",
	"America/Bogota", "America/Caracas", "America/Chicago", "America/Denver", "America/Halifax", "America/Havana", "America/Lima", "America/Los_Angeles",
	"America/Mexico_City", "America/New_York", "America/Phoenix", "America/Santiago", "America/Sao_Paulo", "America/St_Johns", "America/Toronto", "Asia/Bangkok",
	"Asia/Beirut", "Asia/Dhaka", "Asia/Dubai", "Asia/Hong_Kong", "Asia/Jakarta", "Asia/Jerusalem", "Asia/Karachi", "Asia/Kathmandu", "Asia/Kolkata",
	"Asia/Manila", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore", "Asia/Tehran", "Asia/Tokyo", "Australia/Adelaide", "Australia/Lord_Howe",
	"Australia/Sydney", "Europe/Berlin", "Europe/Dublin", "Europe/Istanbul", "Europe/Lisbon", "Europe/London", "Europe/Moscow", "Pacific/Auckland",
	"Pacific/Chatham", "Pacific/Honolulu",
}
