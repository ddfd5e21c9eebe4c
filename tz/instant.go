package tz

import (
	"strings"
	"time"
)

// ParseInstant reads an instant of the form 2006-01-02T15:04:05Z or with an offset such as +02:00 (RFC 3339), in whole seconds: a
// fraction must be zero. The result is in UTC. The error is an *[Error].
func ParseInstant(s string) (time.Time, error) {
	fail := func(code Code, at int, detail string) (time.Time, error) {
		return time.Time{}, &Error{Code: code, Input: s, Offset: at, Detail: detail}
	}
	const form = "an instant has the form 2006-01-02T15:04:05Z or 2006-01-02T15:04:05+02:00"
	const local = len("2006-01-02T15:04:05")
	if len(s) <= local || s[10] != 'T' || s[16] != ':' {
		return fail(Invalid, 0, form)
	}
	dt, err := ParseDateTime(s[:local])
	if err != nil {
		return fail(err.(*Error).Code, 0, err.(*Error).Detail)
	}
	if dt.Time == EndOfDay() {
		return fail(OutOfRange, 11, "an instant has no hour 24: write 00:00:00 of the next day")
	}
	rest := s[local:]
	if rest[0] == '.' {
		fraction := rest[1:]
		end := strings.IndexFunc(fraction, func(r rune) bool { return r < '0' || r > '9' })
		switch {
		case end <= 0:
			return fail(Invalid, local, form)
		case strings.Trim(fraction[:end], "0") != "":
			return fail(OutOfRange, local, "an instant is in whole seconds")
		}
		rest = fraction[end:]
	}
	at := len(s) - len(rest)
	if rest == "Z" {
		return time.Unix(dt.Local(), 0).UTC(), nil
	}
	if len(rest) != len("+02:00") || rest[0] != '+' && rest[0] != '-' || rest[3] != ':' {
		return fail(Invalid, at, form)
	}
	h, ok1 := digits(rest[1:3])
	m, ok2 := digits(rest[4:])
	switch {
	case !ok1 || !ok2:
		return fail(Invalid, at, form)
	case h > 23 || m > 59:
		return fail(OutOfRange, at, "the offset of an instant is less than 24 hours")
	}
	offset := int64(60*h+m) * 60
	if rest[0] == '-' {
		offset = -offset
	}
	sec := dt.Local() - offset
	if DateTimeOfLocal(sec).IsZero() {
		return fail(OutOfRange, 0, "an instant lies in the years 0001 to 9999 of UTC")
	}
	return time.Unix(sec, 0).UTC(), nil
}
