package tz

import (
	"fmt"
	"slices"
	"time"
)

// A Zone says what the wall clock reads at each instant: a fixed offset from UTC or a zone of the IANA tz database.
//
// The zero Zone is UTC. A Zone is immutable, small (two words) and safe for concurrent use; two that were loaded from the
// same [Database] under the same name are equal with ==.
type Zone struct {
	table *table // nil for a fixed offset
	fixed int32  // seconds east of UTC, where table is nil
}

// table is a zone of the tz database. Its stretches are in blocks: the one from 1970 on is made with the zone, the others
// when they are first asked for.
type table struct {
	name    string
	version string
	loc     *time.Location

	others blocks
	recent block // block 0
}

// maxZoneOffset bounds the offsets that tz data may hold, as RFC 9636 section 3.2 does: less than 26 hours either way.
const maxZoneOffset = 26 * 3600

// ZoneOf returns the zone that loc is, under a name of the caller's choice: a way in for a host's local zone, or for tz data
// of the caller's own ([time.LoadLocationFromTZData]). The name is not looked up anywhere.
//
// The error, an *[Error], says that loc does not behave like a zone: it has offsets of 26 hours or more, or a stretch of
// constant offset not longer than the changes at its two ends together, so that gaps and overlaps would mix. No zone of
// the tz database comes near either.
//
// It takes some 300 microseconds and 16 kB for a zone with daylight saving time: call it once and share the result.
func ZoneOf(name string, loc *time.Location) (Zone, error) { return zoneOf(name, "", loc) }

func zoneOf(name, version string, loc *time.Location) (Zone, error) {
	if loc == nil {
		return Zone{}, &Error{Code: Missing, Input: name, Detail: "the location of this zone is nil"}
	}
	t := &table{name: name, version: version, loc: loc}
	t.recent.fill(loc, 0)
	for _, s := range t.recent.stretches {
		if err := s.check(name); err != nil {
			return Zone{}, err
		}
	}
	return Zone{table: t}, nil
}

// check refuses what the rest of this module relies on never to meet.
func (s Stretch) check(name string) error {
	for _, off := range []int32{s.Before, s.Offset, s.After} {
		if off <= -maxZoneOffset || off >= maxZoneOffset {
			return &Error{Code: InvalidZone, Input: name, Detail: fmt.Sprintf("tz data with an offset of %d s: it must be less than 26 hours", off)}
		}
	}
	changes := max(s.Offset-s.Before, s.Before-s.Offset) + max(s.After-s.Offset, s.Offset-s.After)
	if s.To-s.From <= int64(changes) {
		return &Error{Code: InvalidZone, Input: name, Detail: fmt.Sprintf("tz data whose offset changes at %v and again before that gap or overlap is over",
			time.Unix(s.From, 0).UTC().Format(time.RFC3339))}
	}
	return nil
}

// UTC returns Coordinated Universal Time, the zero Zone.
func UTC() Zone { return Zone{} }

// Stretch returns the stretch of constant offset that holds an instant, in Unix seconds.
//
// It takes a few nanoseconds, but the first time somebody asks about an instant before 1970 or after 2105, when the stretches
// of 136 years are made out, in less than a millisecond and with some 16 kB. Before year 1 and after year 9999 a zone does not
// change.
func (z Zone) Stretch(sec int64) Stretch {
	if z.table == nil {
		return Stretch{Past, Future, Offsets{z.fixed, z.fixed, z.fixed}}
	}
	b, sec := z.table.block(sec)
	return b.at(sec).Stretch
}

// Calm returns the offset at an instant, in Unix seconds, and the span of instants [from, to) of its stretch that is away from the
// changes at both ends by as much as the clock is moved there, Past and Future where there is no change:
//
//	          gap                                               overlap
//	 Before ┃     ┊                 Offset                 ┊       ┃ After
//	────────╂─────┼────────────────────────────────────────┼───────╂────────
//	       From  from                                     to      To
//
// What the clock reads in this span it reads once, it had not read anything later before, and it reads nothing earlier after. The
// instant itself need not lie in it.
func (z Zone) Calm(sec int64) (offset, from, to int64) {
	if z.table == nil {
		return int64(z.fixed), Past, Future
	}
	b, sec := z.table.block(sec)
	s := b.at(sec)
	return int64(s.Offset), s.calmFrom, s.calmTo
}

// block returns the block that holds sec, and sec, held to the instants between which zones change. It is small enough to be inlined.
func (t *table) block(sec int64) (*block, int64) {
	if uint64(sec) < blockSize { // one comparison for both ends: instants before 1970 wrap round to huge
		return &t.recent, sec
	}
	return t.other(sec)
}

// Local returns what the wall clock reads at an instant, in seconds since 1970-01-01T00:00 (see [DateTimeOfLocal]).
func (z Zone) Local(sec int64) int64 { return sec + int64(z.Stretch(sec).Offset) }

// Read returns what the wall clock reads at t: the zero DateTime where that does not lie in years 1 to 9999. A fraction of
// a second is dropped.
func (z Zone) Read(t time.Time) DateTime { return DateTimeOfLocal(z.Local(Seconds(t))) }

// Seconds returns t in Unix seconds, its fraction dropped (towards the past, also before 1970), and held to a range in
// which sums do not overflow, some 18 billion years to both sides of 1970.
func Seconds(t time.Time) int64 { return max(Past/4, min(t.Unix(), Future/4)) }

// String returns the name of the zone as it was loaded, the offset in the form +05:30, or UTC.
func (z Zone) String() string {
	switch {
	case z.table != nil:
		return z.table.name
	case z.fixed == 0:
		return "UTC"
	}
	o, _ := OffsetOf(int(z.fixed) / 60)
	return o.String()
}

// Version returns the version of the tz database that the zone was loaded from, such as 2025b: empty for a fixed offset,
// for a zone of [ZoneOf], and where the database does not say.
func (z Zone) Version() string {
	if z.table == nil {
		return ""
	}
	return z.table.version
}

// Equal reports whether y and z have the same name and the same offsets from 1970 to 2105. It is slower than == and also
// finds zones equal that were loaded from two databases.
func (z Zone) Equal(y Zone) bool {
	if z == y {
		return true
	}
	return z.table != nil && y.table != nil && z.table.name == y.table.name &&
		slices.EqualFunc(z.table.recent.stretches, y.table.recent.stretches, func(a, b calmStretch) bool {
			return a.Offset == b.Offset && max(a.From, 0) == max(b.From, 0) && min(a.To, blockSize) == min(b.To, blockSize)
		})
}
