package gen

import (
	"github.com/casement-go/casement/tz"
	"pgregory.net/rapid"
)

// ZoneNames returns a generator of names of the tz database, those above all that have made schedulers fail: with changes at
// midnight, of half an hour, of three hours, of a whole day, with a winter time below standard time, with four changes a year.
func ZoneNames() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		if weighted(t, 3, 1) == 0 {
			return pick(t, awkward...)
		}
		return pick(t, ordinary...)
	})
}

// Offsets returns a generator of UTC offsets as documents write them, from -12:00 to +14:00.
func Offsets() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		minutes := 0
		switch weighted(t, 3, 2, 1) {
		case 0:
			minutes = 60 * (below(t, 27) - 12)
		case 1:
			minutes = pick(t, 330, -210, 345, -720, 840, 1, -1)
		default:
			minutes = below(t, 26*60+1) - 12*60
		}
		o, _ := tz.OffsetOf(minutes)
		return o.String()
	})
}

// awkward zones, each with what is special about it.
var awkward = []string{
	"America/New_York",               // the plainest: an hour, at 02:00
	"Pacific/Apia",                   // 2011-12-30 does not exist; daylight saving time until 2021
	"Europe/Dublin",                  // winter time is the exception, below standard time
	"Australia/Lord_Howe",            // half an hour
	"Antarctica/Troll",               // two hours
	"America/Sao_Paulo",              // at midnight, which is missing
	"Africa/Cairo",                   // at midnight, given up and taken up again
	"Africa/Casablanca",              // back for Ramadan: up to four changes a year
	"Africa/El_Aaiun",                // likewise
	"America/St_Johns",               // at 00:01 until 2011: the date before comes back
	"America/Havana",                 // at midnight, back at 01:00
	"America/Asuncion",               // at midnight, until 2024
	"America/Santiago",               // at midnight of 24:00
	"Pacific/Easter",                 // at 22:00 of the day before
	"Atlantic/Azores",                // at 00:00, back over midnight into the day before
	"Asia/Beirut",                    // at midnight
	"Asia/Gaza",                      // at odd times that change from year to year
	"Asia/Amman",                     // at 24:00 of a Thursday
	"Asia/Damascus",                  // at midnight of Fridays
	"Asia/Tehran",                    // at 24:00, by another calendar
	"America/Scoresbysund",           // at 00:00; another rule since 2024
	"America/Nuuk",                   // on Saturdays at 22:00; another offset since 2023
	"Antarctica/Casey",               // by three hours, again and again
	"Antarctica/Davis",               // by two and three hours
	"Antarctica/Vostok",              // by two hours in 2023
	"Pacific/Kwajalein",              // 1993-08-21 does not exist
	"Pacific/Kiritimati",             // 1994-12-31 does not exist
	"Pacific/Enderbury",              // likewise
	"Pacific/Fakaofo",                // 2011-12-30 does not exist
	"Asia/Kathmandu",                 // by 15 minutes in 1986
	"Asia/Pyongyang",                 // by 30 minutes in 2015 and 2018, at midnight
	"America/Caracas",                // by 30 minutes in 2007 and 2016
	"Pacific/Chatham",                // at 02:45
	"Pacific/Norfolk",                // new rules in 2015 and 2019
	"Asia/Colombo",                   // by 30 minutes, at midnight and at 00:30
	"Europe/Istanbul",                // stayed on summer time
	"Europe/Moscow",                  // three offsets in four years
	"Europe/Volgograd",               // back and forth
	"Asia/Ulaanbaatar",               // at 02:00 of Saturdays
	"Asia/Dhaka",                     // at 23:00, and at 24:00 of New Year's Eve 2009
	"America/Argentina/Buenos_Aires", // at midnight
	"America/Argentina/San_Luis",     // twice the wrong way round
	"Africa/Windhoek",                // winter time below standard time
	"Africa/Juba",                    // 2021, 2000 at noon
	"Africa/Khartoum",                // 2000 at noon
	"Africa/Monrovia",                // 44 minutes and 30 seconds until 1972
	"Europe/Lisbon",                  // on central European time for four years
	"Antarctica/Macquarie",           // a summer time of more than a year
	"America/Metlakatla",             // four changes in ten months
	"America/Juneau",                 // across the zones in 1980 and 1983
	"Pacific/Fiji",                   // at 02:00, back at 03:00, on moving dates
	"Pacific/Tongatapu",              // likewise
	"Pacific/Guam",                   // the other side of the date line
	"Asia/Manila",                    // 24 hours in 1844
	"America/Danmarkshavn",           // none since 1996
	"Etc/GMT+12",                     // the last place
}

// ordinary zones.
var ordinary = []string{
	"UTC", "Europe/Berlin", "Europe/London", "America/Los_Angeles", "America/Chicago", "America/Phoenix", "America/Toronto", "America/Halifax",
	"America/Mexico_City", "America/Bogota", "Asia/Tokyo", "Asia/Kolkata", "Asia/Singapore", "Asia/Shanghai", "Asia/Jerusalem", "Asia/Karachi",
	"Australia/Sydney", "Australia/Adelaide", "Australia/Eucla", "Pacific/Auckland", "Pacific/Honolulu", "Africa/Nairobi", "Africa/Johannesburg",
	"Africa/Lagos", "Africa/Tunis", "Africa/Algiers", "Europe/Athens", "Europe/Helsinki", "Europe/Warsaw", "Europe/Kyiv", "Atlantic/Reykjavik", "Etc/GMT-14",
}

// A zone is one as a document states it: by offset, by name, or not at all.
type zone struct {
	offset, name string
	zone         tz.Zone
}

var offsets, zoneNames = Offsets(), ZoneNames()

// zones generates zones for documents. Named ones are what can go wrong.
var zones = rapid.Custom(func(t *rapid.T) zone {
	switch weighted(t, 1, 6, 2) {
	case 1:
		n := zoneNames.Draw(t, "name")
		return zone{name: n, zone: tz.MustLoad(n)}
	case 2:
		o := offsets.Draw(t, "offset")
		return zone{offset: o, zone: tz.MustParseOffset(o).Zone()}
	}
	return zone{}
})
