package tz

// A DateTime is a wall-clock reading: a date and a time of day, without a zone. One that lacks either is none, such as the zero
// DateTime: it prints as the empty text and reports IsZero. Values compare with ==.
type DateTime struct {
	Date Date
	Time TimeOfDay
}

// ParseDateTime reads 2006-01-02T15:04 or 2006-01-02T15:04:05. The error is an *[Error].
func ParseDateTime(s string) (DateTime, error) {
	const date = len("2006-01-02")
	if len(s) <= date || s[date] != 'T' {
		return DateTime{}, &Error{Code: Invalid, Input: s, Detail: "a local date-time has the form 2006-01-02T15:04 or 2006-01-02T15:04:05"}
	}
	d, err := ParseDate(s[:date])
	if err != nil {
		return DateTime{}, &Error{Code: err.(*Error).Code, Input: s, Detail: err.(*Error).Detail}
	}
	t, err := ParseTimeOfDay(s[date+1:])
	if err != nil {
		return DateTime{}, &Error{Code: err.(*Error).Code, Input: s, Offset: date + 1, Detail: err.(*Error).Detail}
	}
	return d.At(t), nil
}

// MustParseDateTime is ParseDateTime for texts known to be right. It panics where ParseDateTime fails.
func MustParseDateTime(s string) DateTime { return must(ParseDateTime(s)) }

// DateTimeOfLocal returns the reading of a clock that shows local seconds since 1970-01-01T00:00: the zero DateTime where
// that does not lie in years 1 to 9999.
func DateTimeOfLocal(local int64) DateTime {
	day := FloorDay(local)
	date := Date{}
	if MinDay <= day && day <= MaxDay {
		date = DateOfDay(int(day))
	}
	if date.IsZero() {
		return DateTime{}
	}
	return DateTime{date, TimeOfDay{int32(local-day*SecondsPerDay) + 1}}
}

// Local returns the seconds from 1970-01-01T00:00 to dt on one wall clock, as if every day had 86,400 of them. The zero
// DateTime has no meaningful one.
func (dt DateTime) Local() int64 {
	return int64(dt.Date.Day())*SecondsPerDay + int64(dt.Time.Seconds())
}

// FloorDay returns the day, counted from 1970-01-01, that local seconds lie in.
func FloorDay(local int64) int64 {
	// A day is 675 times 128 seconds: the shift rounds down, and so does the division of what has been made positive before.
	const units, bias = SecondsPerDay / 128, 1 << 47
	return int64(uint64(local>>7+units*bias)/units) - bias
}

// IsZero reports whether dt is none: whether its date or its time is missing.
func (dt DateTime) IsZero() bool { return dt.Date.IsZero() || dt.Time.IsZero() }

// Compare returns -1, 0 or +1 as dt is earlier than, equal to or later than e on one wall clock.
func (dt DateTime) Compare(e DateTime) int {
	if c := dt.Date.Compare(e.Date); c != 0 {
		return c
	}
	return dt.Time.Compare(e.Time)
}

// String returns the form 2006-01-02T15:04, with :05 behind it where the seconds are not zero, or the empty text where it is
// none.
func (dt DateTime) String() string { return string(dt.append(nil)) }

// MarshalText returns the text of String. It never fails.
func (dt DateTime) MarshalText() ([]byte, error) { return dt.append(nil), nil }

// UnmarshalText reads what MarshalText writes, the empty text for the zero value included.
func (dt *DateTime) UnmarshalText(text []byte) error { return unmarshal(dt, text, ParseDateTime) }

func (dt DateTime) append(b []byte) []byte {
	if dt.IsZero() {
		return b
	}
	return dt.Time.append(append(dt.Date.append(b), 'T'))
}
