package tz

// An Offset is a fixed distance from UTC in whole minutes, from -12:00 to +14:00 (the offsets that are in civil use).
//
// The zero Offset is no offset, which is not the same as +00:00: it prints as the empty text and reports IsZero. Values
// compare with ==.
type Offset struct {
	n int16 // minutes east of UTC + offsetBias, so that the zero value is free to mean none
}

const (
	minOffset  = -12 * 60
	maxOffset  = 14 * 60
	offsetBias = 1 - minOffset
)

// OffsetOf returns the offset minutes east of UTC, and whether that lies in -12:00 to +14:00.
func OffsetOf(minutes int) (Offset, bool) {
	if minutes < minOffset || minutes > maxOffset {
		return Offset{}, false
	}
	return Offset{int16(minutes + offsetBias)}, true
}

// ParseOffset reads +05:30 or -08:00, two digits each. The error is an *[Error].
func ParseOffset(s string) (Offset, error) {
	malformed := &Error{Code: Invalid, Input: s, Detail: "a UTC offset has the form +05:30 or -08:00"}
	if len(s) != len("+05:30") || s[0] != '+' && s[0] != '-' || s[3] != ':' {
		return Offset{}, malformed
	}
	h, ok1 := digits(s[1:3])
	m, ok2 := digits(s[4:])
	if !ok1 || !ok2 {
		return Offset{}, malformed
	}
	minutes := 60*h + m
	if s[0] == '-' {
		minutes = -minutes
	}
	o, ok := OffsetOf(minutes)
	if !ok || m > 59 {
		return Offset{}, &Error{Code: OutOfRange, Input: s, Detail: "a UTC offset lies in -12:00 to +14:00"}
	}
	return o, nil
}

// MustParseOffset is ParseOffset for texts known to be right. It panics where ParseOffset fails.
func MustParseOffset(s string) Offset { return must(ParseOffset(s)) }

// IsZero reports whether o is no offset.
func (o Offset) IsZero() bool { return o == Offset{} }

// Minutes returns the minutes east of UTC; the zero Offset yields 0.
func (o Offset) Minutes() int {
	if o.IsZero() {
		return 0
	}
	return int(o.n) - offsetBias
}

// Zone returns the zone that has this offset for ever: UTC for the zero Offset.
func (o Offset) Zone() Zone { return Zone{fixed: int32(o.Minutes()) * 60} }

// String returns the form +05:30, or the empty text for the zero value.
func (o Offset) String() string { return string(o.append(nil)) }

// MarshalText returns the text of String. It never fails.
func (o Offset) MarshalText() ([]byte, error) { return o.append(nil), nil }

// UnmarshalText reads what MarshalText writes, the empty text for the zero value included.
func (o *Offset) UnmarshalText(text []byte) error { return unmarshal(o, text, ParseOffset) }

func (o Offset) append(b []byte) []byte {
	if o.IsZero() {
		return b
	}
	sign, m := byte('+'), o.Minutes()
	if m < 0 {
		sign, m = '-', -m
	}
	return append2(append(append2(append(b, sign), m/60), ':'), m%60)
}
