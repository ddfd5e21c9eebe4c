package tz

// A TimeOfDay is a wall-clock time without date or zone, in whole seconds from 00:00:00 to 24:00:00. 24:00 is the end of
// the day, which only the end of a span can be.
//
// The zero TimeOfDay is no time: it prints as the empty text, comes before 00:00 and reports IsZero. Values compare with ==.
type TimeOfDay struct {
	n int32 // seconds since midnight + 1, so that the zero value is free to mean none
}

// SecondsPerDay is the length of a civil day on the wall clock.
const SecondsPerDay = 24 * 60 * 60

// EndOfDay returns 24:00.
func EndOfDay() TimeOfDay { return TimeOfDay{SecondsPerDay + 1} }

// TimeOfDayOf returns the time seconds after midnight, and whether that lies in 00:00:00 to 24:00:00.
func TimeOfDayOf(seconds int) (TimeOfDay, bool) {
	if seconds < 0 || seconds > SecondsPerDay {
		return TimeOfDay{}, false
	}
	return TimeOfDay{int32(seconds) + 1}, true
}

// ParseTimeOfDay reads 15:04 or 15:04:05, two digits each, 24:00 included. The error is an *[Error].
func ParseTimeOfDay(s string) (TimeOfDay, error) {
	malformed := &Error{Code: Invalid, Input: s, Detail: "a time of day has the form 15:04 or 15:04:05"}
	if len(s) != len("15:04") && len(s) != len("15:04:05") {
		return TimeOfDay{}, malformed
	}
	var part [3]int
	for i := 0; i < len(s); i += 3 {
		v, ok := digits(s[i : i+2])
		if !ok || i+2 < len(s) && s[i+2] != ':' {
			return TimeOfDay{}, malformed
		}
		part[i/3] = v
	}
	h, m, sec := part[0], part[1], part[2]
	if h > 24 || m > 59 || sec > 59 || h == 24 && m+sec > 0 {
		return TimeOfDay{}, &Error{Code: OutOfRange, Input: s, Detail: "a time of day lies in 00:00 to 24:00, its minutes and seconds in 00 to 59"}
	}
	return TimeOfDay{int32(h*3600+m*60+sec) + 1}, nil
}

// MustParseTimeOfDay is ParseTimeOfDay for texts known to be right. It panics where ParseTimeOfDay fails.
func MustParseTimeOfDay(s string) TimeOfDay { return must(ParseTimeOfDay(s)) }

// IsZero reports whether t is no time.
func (t TimeOfDay) IsZero() bool { return t == TimeOfDay{} }

// Seconds returns the seconds since midnight, 0 to 86400. The zero TimeOfDay yields -1.
func (t TimeOfDay) Seconds() int { return int(t.n) - 1 }

// Compare returns -1, 0 or +1 as t is earlier than, equal to or later than u.
func (t TimeOfDay) Compare(u TimeOfDay) int { return compare(t.n, u.n) }

// String returns the form 15:04, with :05 behind it where the seconds are not zero, or the empty text for the zero value.
func (t TimeOfDay) String() string { return string(t.append(nil)) }

// MarshalText returns the text of String. It never fails.
func (t TimeOfDay) MarshalText() ([]byte, error) { return t.append(nil), nil }

// UnmarshalText reads what MarshalText writes, the empty text for the zero value included.
func (t *TimeOfDay) UnmarshalText(text []byte) error { return unmarshal(t, text, ParseTimeOfDay) }

func (t TimeOfDay) append(b []byte) []byte {
	if t.IsZero() {
		return b
	}
	s := t.Seconds()
	b = append2(append(append2(b, s/3600), ':'), s/60%60)
	if s%60 != 0 {
		b = append2(append(b, ':'), s%60)
	}
	return b
}
