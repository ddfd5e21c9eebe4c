// Package tz answers: what does the wall clock say?
//
// It has civil values, which know no zone, and zones, which turn instants into civil readings and back.
//
//	Date       2026-01-09          a day of the proleptic Gregorian calendar, years 1 to 9999
//	TimeOfDay  22:00               a time on the clock, 00:00:00 to 24:00:00
//	DateTime   2026-01-09T22:00    both
//	MonthDay   12-20               a day of every year
//	Weekday    Friday              Monday is 1, as in ISO 8601
//	Offset     +05:30              a fixed distance from UTC
//	Zone       Europe/Berlin       a fixed offset or a zone of the IANA tz database
//
// All are small comparable values: == works, they serve as map keys, String and MarshalText write the form that the parser
// reads, and the zero value of each is "none" (of Zone: UTC).
//
// # Instants and local seconds
//
// At the surface an instant is a [time.Time]. Inside this module instants are Unix seconds and wall-clock readings are "local
// seconds", both int64: the seconds from 1970-01-01T00:00 on a clock whose days all have 86,400 of them. The parameters are called sec
// and local. [Seconds] and [DateTime.Local] lead in, [DateTimeOfLocal] leads out.
//
// # Gaps and overlaps
//
// A zone changes its offset at some instants. Where the clock jumps forward, local times are skipped: a gap. Where it is set
// back, they come twice: an overlap. [Zone.Resolve] returns what became of a local time as a value, a [Resolution], and leaves it to the
// caller which reading counts; [Gap] and [Overlap] name the choices. The offsets between two changes form a [Stretch].
//
// # The tz database
//
// [Load] takes zones from the host's database, [DatabaseFS] from tz data that the caller pins, [ZoneOf] from a time.Location. This is the one
// door to files; nothing else in this package reads any, nor a clock, nor the environment. A loaded zone never changes. The only
// state the package keeps is the zones of the host that have been loaded, at most 2,048.
//
// # Errors
//
// Every problem in this module is an [Error] with a stable [Code]; several at once are [Errors].
package tz
