package tz

import "time"

// A Kind says how often a local time comes on the wall clock of a zone.
type Kind uint8

const (
	Unique    Kind = iota // once
	InGap                 // never: the clock jumps over it
	InOverlap             // twice: the clock is set back over it
)

// String returns unique, gap or overlap.
func (k Kind) String() string { return [...]string{"unique", "gap", "overlap"}[k%3] }

// A Resolution is a local time as a zone has it: the one instant, or what there is instead of it. Instants are in Unix
// seconds. Values compare with ==.
//
//	gap: 02:30 does not come                    overlap: 01:30 comes twice
//
//	     Edge (03:00)                                First          Second
//	01:59 ┃ 03:00    03:30                      01:00  01:30  01:59 ┃ 01:00  01:30  02:00
//	──────╂───────────┼────── instants          ────────┼───────────╂─────────┼───────────
//	                 First = Second
type Resolution struct {
	Kind   Kind
	First  int64 // the instant; in an overlap the first reading; in a gap the local time moved forward by the gap's length
	Second int64 // in an overlap the second reading; otherwise as First
	Edge   int64 // in a gap the first instant after it; otherwise as First
}

// Resolve returns the instants at which the wall clock reads local, in seconds since 1970-01-01T00:00 (see
// [DateTime.Local]).
//
// A local time in a gap is read with the offset before the gap, which moves it forward by the gap's length (RFC 5545
// section 3.3.5, and "compatible" in Temporal). Numbers beyond [Past] and [Future] count as those.
func (z Zone) Resolve(local int64) Resolution {
	local = max(Past+2*maxZoneOffset, min(local, Future-2*maxZoneOffset))
	// Every stretch that ends by the instant where we begin has shown only readings before local.
	s := z.Stretch(local - maxZoneOffset)
	for s.To+int64(s.Offset) <= local {
		s = z.Stretch(s.To)
	}
	if local < s.From+int64(s.Offset) {
		moved := local - int64(s.Before)
		return Resolution{InGap, moved, moved, s.From}
	}
	first := local - int64(s.Offset)
	if local >= s.To+int64(s.After) {
		return Resolution{InOverlap, first, local - int64(s.After), first}
	}
	return Resolution{Unique, first, first, first}
}

// Instants returns the instants at which something that starts at the resolved local time starts, in order: none, one or two.
func (r Resolution) Instants(g Gap, o Overlap) []time.Time {
	var secs []int64
	switch {
	case r.Kind == InGap && g == GapSkip:
	case r.Kind == InGap && g == GapNext:
		secs = []int64{r.Edge}
	case r.Kind == InOverlap && o == OverlapSecond:
		secs = []int64{r.Second}
	case r.Kind == InOverlap && o == OverlapBoth:
		secs = []int64{r.First, r.Second}
	default:
		secs = []int64{r.First}
	}
	times := make([]time.Time, len(secs))
	for i, sec := range secs {
		times[i] = time.Unix(sec, 0).UTC()
	}
	return times
}

// A Gap is what becomes of a start that the wall clock jumps over.
type Gap uint8

const (
	GapForward Gap = iota // it moves forward by the gap's length: 02:30 to 03:30; the default
	GapSkip               // it does not happen
	GapNext               // it moves to the first instant after the gap: 02:30 to 03:00
)

// ParseGap reads forward, skip or next. The error is an *[Error].
func ParseGap(s string) (Gap, error) {
	for g := GapForward; g <= GapNext; g++ {
		if s == g.String() {
			return g, nil
		}
	}
	return 0, &Error{Code: Invalid, Input: s, Detail: "gap is one of forward, skip, next"}
}

// String returns the word that ParseGap reads.
func (g Gap) String() string { return [...]string{"forward", "skip", "next", "invalid"}[min(g, 3)] }

// MarshalText returns the text of String. It never fails.
func (g Gap) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what MarshalText writes, and the empty text as the default.
func (g *Gap) UnmarshalText(text []byte) error { return unmarshal(g, text, ParseGap) }

// An Overlap is what becomes of a start that the wall clock shows twice.
type Overlap uint8

const (
	OverlapFirst  Overlap = iota // it happens at the first reading; the default
	OverlapSecond                // it happens at the second reading
	OverlapBoth                  // it happens twice
)

// ParseOverlap reads first, second or both. The error is an *[Error].
func ParseOverlap(s string) (Overlap, error) {
	for o := OverlapFirst; o <= OverlapBoth; o++ {
		if s == o.String() {
			return o, nil
		}
	}
	return 0, &Error{Code: Invalid, Input: s, Detail: "overlap is one of first, second, both"}
}

// String returns the word that ParseOverlap reads.
func (o Overlap) String() string {
	return [...]string{"first", "second", "both", "invalid"}[min(o, 3)]
}

// MarshalText returns the text of String. It never fails.
func (o Overlap) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText reads what MarshalText writes, and the empty text as the default.
func (o *Overlap) UnmarshalText(text []byte) error { return unmarshal(o, text, ParseOverlap) }
