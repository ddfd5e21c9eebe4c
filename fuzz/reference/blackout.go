package reference

import (
	"slices"
	"time"
)

// blackouts are the two lists of one level, window or policy.
type blackouts struct {
	dates []func(day) bool // notAllowedDates (S12)
	times []timesOfDay     // notAllowedTime as times of day (S13)
	spans []span           // notAllowedTime as instants (S13)

	firstLocal string // the path of the first for which the zone has a say
}

// timesOfDay is a span of wall-clock readings that starts on certain weekdays.
// Where it wraps midnight, end is beyond 86400.
type timesOfDay struct {
	start, end int64
	weekdays   []time.Weekday // nil is every day
}

// isLocal notes that the zone has a say about the entry at path.
func (b *blackouts) isLocal(path string) {
	if b.firstLocal == "" {
		b.firstLocal = path
	}
}

// local reports whether the zone has a say.
func (b *blackouts) local() bool { return b.firstLocal != "" }

// cut returns what of a set the blackouts leave.
func (b *blackouts) cut(zone *time.Location, opened set) set {
	if len(opened) == 0 {
		return nil
	}
	return subtract(opened, b.shut(zone, span{opened[0].start, opened[len(opened)-1].end}))
}

// shut returns the instants within bounds that the blackouts cover. Dates and
// times of day are functions of what the clock reads, so they are laid on each
// stretch of constant offset separately (S14): an overlap is covered twice, a
// gap not at all.
func (b *blackouts) shut(zone *time.Location, bounds span) set {
	spans := slices.Clone(b.spans)
	if b.local() {
		for _, s := range observe(zone, bounds.start, bounds.end) {
			for _, reading := range b.readings(s.start+s.offset, s.end+s.offset) {
				spans = append(spans, span{reading.start - s.offset, reading.end - s.offset})
			}
		}
	}
	return clip(union(spans...), bounds)
}

// readings returns the covered ones of the local readings [from, to).
func (b *blackouts) readings(from, to int64) set {
	var spans []span
	for date := dayOfReading(from) - 1; date <= dayOfReading(to); date++ { // a span may come from the day before
		for _, covers := range b.dates {
			if covers(date) {
				spans = append(spans, span{date.at(0), date.at(secondsPerDay)})
			}
		}
		for _, t := range b.times {
			if t.weekdays == nil || slices.Contains(t.weekdays, date.weekday()) {
				spans = append(spans, span{date.at(t.start), date.at(t.end)})
			}
		}
	}
	return clip(union(spans...), span{from, to})
}

// datesBetween covers fixed dates, both inclusive.
func datesBetween(start, end day) func(day) bool {
	return func(d day) bool { return start <= d && d <= end }
}

// datesEveryYear covers dates by month and day, both inclusive; an end before
// the start wraps New Year. 02-29 to 03-05 covers 1 to 5 March in any year, and
// 29 February where there is one.
func datesEveryYear(start, end monthDay) func(day) bool {
	return func(d day) bool {
		_, month, dayOfMonth := d.date()
		on := monthDay(int(month)*100 + dayOfMonth)
		if start <= end {
			return start <= on && on <= end
		}
		return on >= start || on <= end
	}
}

// monthDay is a date without a year, month*100 + day.
type monthDay int
