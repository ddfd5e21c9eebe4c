// Package workload holds what the benchmarks share: policies, the instants they are asked about, and a loop of plain
// arithmetic that says how fast the machine is.
package workload

import (
	"strings"

	"github.com/casement-go/casement/calendar"
)

// A Policy is a policy document without its zone.
type Policy struct {
	Name string
	body string
}

// In returns the document in a zone: a name or, beginning with a sign, a fixed offset.
func (p Policy) In(zone string) string {
	key := "timeZone"
	if strings.HasPrefix(zone, "+") || strings.HasPrefix(zone, "-") {
		key = "utcOffset"
	}
	return `{"` + key + `":"` + zone + `",` + p.body + `}`
}

// Calendar returns the policy compiled in a zone.
func (p Policy) Calendar(zone string) *calendar.Calendar { return Compile(p.In(zone)) }

// Compile compiles a document that is known to be right.
func Compile(document string) *calendar.Calendar {
	c, err := calendar.CompileJSON([]byte(document))
	if err != nil {
		panic(err)
	}
	return c
}

func one(name, window string) Policy { return Policy{name, `"windows":[{` + window + `}]`} }

// The policies that are measured. Those with an interval have counted it since 2006.
var (
	Daily       = one("daily", `"schedule":{"daily":{}},"startTime":"02:00","durationHours":4`)
	Weekly      = one("weekly", `"schedule":{"weekly":{"dayOfWeek":"Saturday"}},"startTime":"02:00","durationHours":4`)
	Fortnightly = one("fortnightly", `"schedule":{"weekly":{"intervalWeeks":2,"daysOfWeek":["Wednesday","Saturday"]}},"startDate":"2006-01-01","startTime":"02:00","durationHours":4`)
	Day31       = one("day31", `"schedule":{"absoluteMonthly":{"dayOfMonth":31}},"startTime":"02:00","durationHours":4`)
	LastFriday  = one("lastfriday", `"schedule":{"relativeMonthly":{"intervalMonths":2,"weekIndex":"Last","dayOfWeek":"Friday"}},"startDate":"2006-01-01","startTime":"22:00","durationHours":6`)
	Cron        = one("cron", `"schedule":{"cron":"*/15 2-5 * * 1-5"},"duration":"10m"`)
	Real        = Policy{"real", real}
)

// Policies are all of them.
var Policies = []Policy{Daily, Weekly, Fortnightly, Day31, LastFriday, Cron, Real}

// real is what a platform team writes: three windows, eight blackouts by date, one by year, two by time of day.
const real = `"name":"prod","windows":[
	{"name":"saturday","schedule":{"weekly":{"dayOfWeek":"Saturday"}},"startTime":"02:00","durationHours":4},
	{"name":"last-friday","schedule":{"relativeMonthly":{"intervalMonths":2,"weekIndex":"Last","dayOfWeek":"Friday"}},"startDate":"2006-01-01","startTime":"22:00","durationHours":6},
	{"name":"quarters","schedule":{"cron":"*/15 2-5 * * 1-5"},"duration":"10m"}],
	"notAllowedDates":[
	{"start":"2026-01-16","end":"2026-01-19"},{"start":"2026-02-13","end":"2026-02-16"},{"start":"2026-04-03","end":"2026-04-06"},{"start":"2026-05-22","end":"2026-05-25"},
	{"start":"2026-07-03","end":"2026-07-05"},{"start":"2026-09-04","end":"2026-09-07"},{"start":"2026-11-25","end":"2026-11-30"},{"start":"2027-01-15","end":"2027-01-18"},
	{"name":"year end","start":"12-18","end":"01-04"}],
	"notAllowedTime":[{"start":"08:00","end":"18:00","daysOfWeek":["Monday"]},{"start":"03:00","end":"03:30"}]`
