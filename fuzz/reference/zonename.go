package reference

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// zone reads utcOffset or timeZone (S2), and reports whether there is one.
func (r *reader) zone(o *object, fallback *time.Location) (*time.Location, bool) {
	switch named, fixed := o.has("timeZone"), o.has("utcOffset"); {
	case named && fixed:
		o.fail("", "both timeZone and utcOffset")
	case named:
		location, err := r.named(o.text("timeZone"))
		if err != nil {
			o.fail("timeZone", "%w", err)
			return fallback, true
		}
		return location, true
	case fixed:
		location, err := fixedZone(o.text("utcOffset"))
		if err != nil {
			o.fail("utcOffset", "%w", err)
			return fallback, true
		}
		return location, true
	}
	return fallback, false
}

var (
	offsetForm   = regexp.MustCompile(`^[+-][0-9]{2}:[0-5][0-9]$`)
	nameForm     = regexp.MustCompile(`^[A-Za-z0-9._+-]+(/[A-Za-z0-9._+-]+)*$`)
	notZoneNames = []string{"Local", "localtime", "posixrules", "posix", "right", ".", ".."}
)

// fixedZone reads +HH:MM or -HH:MM, from -12:00 to +14:00.
func fixedZone(text string) (*time.Location, error) {
	if !offsetForm.MatchString(text) {
		return nil, errors.New("want +HH:MM or -HH:MM")
	}
	hours, _ := strconv.Atoi(text[1:3])
	minutes, _ := strconv.Atoi(text[4:6])
	offset := hours*60 + minutes
	if text[0] == '-' {
		offset = -offset
	}
	if offset < -12*60 || offset > 14*60 {
		return nil, errors.New("want -12:00 to +14:00")
	}
	return time.FixedZone(text, offset*60), nil
}

// named finds a zone, if the name may be asked for at all.
func (r *reader) named(name string) (*time.Location, error) {
	if name == "UTC" {
		return time.UTC, nil
	}
	parts := strings.Split(name, "/")
	if len(name) > 64 || !nameForm.MatchString(name) || slices.ContainsFunc(parts, func(part string) bool { return slices.Contains(notZoneNames, part) }) {
		return nil, errors.New("not a time zone name")
	}
	if r.zones == nil {
		return nil, errors.New("no source of time zones")
	}
	return r.zones(name)
}
