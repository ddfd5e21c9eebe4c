package reference

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// zone reads utcOffset or timeZone (S2), and reports whether there is one.
func (r *reader) zone(o *object, fallback *time.Location) (*time.Location, bool) {
	named, fixed := o.has("timeZone"), o.has("utcOffset")
	var zone *time.Location
	var err *Problem
	switch {
	case named && fixed:
		o.fail("timeZone", conflict, "beside utcOffset")
	case named:
		zone, err = r.named(o.text("timeZone"))
		o.report("timeZone", err)
	case fixed:
		zone, err = fixedZone(o.text("utcOffset"))
		o.report("utcOffset", err)
	}
	if zone == nil {
		zone = fallback
	}
	return zone, named || fixed
}

var (
	offsetForm   = regexp.MustCompile(`^[+-][0-9]{2}:[0-9]{2}$`)
	nameForm     = regexp.MustCompile(`^[A-Za-z0-9._+-]+(/[A-Za-z0-9._+-]+)*$`)
	notZoneNames = []string{"Local", "localtime", "posixrules", "posix", "right", ".", ".."}
)

// fixedZone reads +HH:MM or -HH:MM, from -12:00 to +14:00.
func fixedZone(text string) (*time.Location, *Problem) {
	if !offsetForm.MatchString(text) {
		return nil, problem(invalid, "want +HH:MM or -HH:MM")
	}
	hours, _ := strconv.Atoi(text[1:3])
	minutes, _ := strconv.Atoi(text[4:6])
	offset := hours*60 + minutes
	if text[0] == '-' {
		offset = -offset
	}
	if minutes > 59 || offset < -12*60 || offset > 14*60 {
		return nil, problem(outOfRange, "want -12:00 to +14:00")
	}
	zone, _ := fixedZones.LoadOrStore(offset, time.FixedZone(text, offset*60))
	return zone.(*time.Location), nil
}

// fixedZones are the zones of offsets in minutes: one of each, so that what is
// remembered of it is found again.
var fixedZones sync.Map

// named finds a zone, if the name may be asked for at all.
func (r *reader) named(name string) (*time.Location, *Problem) {
	if name == "UTC" {
		return time.UTC, nil
	}
	parts := strings.Split(name, "/")
	if len(name) > 64 || !nameForm.MatchString(name) || slices.ContainsFunc(parts, func(part string) bool { return slices.Contains(notZoneNames, part) }) {
		return nil, problem(invalidZone, "%q", name)
	}
	if r.zones == nil {
		return nil, problem(unknownZone, "no source of time zones")
	}
	zone, err := r.zones(name)
	if named := (*Problem)(nil); errors.As(err, &named) {
		return nil, named
	} else if err != nil {
		return nil, problem(unknownZone, "%w", err)
	}
	return zone, nil
}
