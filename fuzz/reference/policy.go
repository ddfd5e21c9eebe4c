package reference

import "time"

// Zones finds a time zone by its IANA name. UTC and fixed offsets are not asked
// for.
type Zones func(name string) (*time.Location, error)

// Policy is a compiled document. It is immutable and safe for concurrent use.
type Policy struct {
	zone      *time.Location
	windows   []*window
	blackouts blackouts
	shortest  int64 // seconds: what is open for less is shut
}

// Windows returns the open periods within [from, to), clipped to it, in order,
// in UTC and whole seconds (S1, S11, S15).
func (p *Policy) Windows(from, to time.Time) [][2]time.Time {
	var out [][2]time.Time
	for _, s := range p.open(span{from.Unix(), to.Unix()}) {
		out = append(out, [2]time.Time{time.Unix(s.start, 0).UTC(), time.Unix(s.end, 0).UTC()})
	}
	return out
}

// IsOpen reports whether t lies in an open period; t's fraction of a second is
// dropped.
func (p *Policy) IsOpen(t time.Time) bool {
	return len(p.open(span{t.Unix(), t.Unix() + 1})) > 0
}

// open returns what is open within bounds. Of what is open there, at most so
// much is looked at beyond them as decides whether it is too short.
func (p *Policy) open(bounds span) set {
	if bounds.start >= bounds.end {
		return nil
	}
	var long set
	for _, x := range p.ofAnyLength(span{bounds.start - p.shortest, bounds.end + p.shortest}) {
		if x.end-x.start >= p.shortest {
			long = append(long, x)
		}
	}
	return clip(long, bounds)
}

// ofAnyLength is open without regard to minDuration.
func (p *Policy) ofAnyLength(bounds span) set {
	var spans []span
	for _, w := range p.windows {
		spans = append(spans, w.open(bounds)...)
	}
	return p.blackouts.cut(p.zone, union(spans...))
}
