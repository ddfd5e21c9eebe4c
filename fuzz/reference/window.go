package reference

import "time"

// window is one entry of windows. Exactly one of always, fixed and rule says
// when it is open, its blackouts aside.
type window struct {
	zone      *time.Location
	blackouts blackouts

	always bool
	fixed  *span
	rule   *rule

	// What follows belongs to rule.
	times              []int64 // seconds of the day at which it starts
	startDate, endDate day     // the first and last written dates
	elapsed            int64   // the length in seconds, unless there is an endTime
	endTime            int64   // the second of the day at which it ends, or -1
	gap                gapChoice
	overlap            overlapChoice
}

// open returns when the window is open within bounds, its own blackouts
// subtracted.
func (w *window) open(bounds span) set {
	var opened set
	switch {
	case w.always:
		opened = set{bounds}
	case w.fixed != nil:
		opened = set{*w.fixed}
	default:
		opened = w.occurrences(bounds)
	}
	return subtract(clip(opened, bounds), w.blackouts.shut(w.zone, bounds))
}

// A local reading differs from UTC by less than a day, and a gap moves it by
// one day at most: three days of slack on either side are plenty.
const slack = 3 * secondsPerDay

// occurrences returns every opening of the schedule that can reach into
// bounds, and some that do not.
func (w *window) occurrences(bounds span) set {
	longest := w.elapsed
	if w.endTime >= 0 {
		longest = 4 * secondsPerDay // one day, and what two zone changes may add
	}
	from, to := bounds.start-longest-slack, bounds.end+slack
	zone := observe(w.zone, from-2*slack, to+2*slack)

	var spans []span
	for date := max(dayOfReading(from), w.startDate); date <= min(dayOfReading(to), w.endDate); date++ {
		if !w.rule.on(date) {
			continue
		}
		near := zone.around(date)
		for _, secondOfDay := range w.times {
			for _, start := range near.starts(date.at(secondOfDay), w.gap, w.overlap) {
				// An end that is not after the start makes an empty span,
				// which union drops: there is no such occurrence (S4).
				spans = append(spans, span{start.at, w.end(near, date, secondOfDay, start)})
			}
		}
	}
	return union(spans...)
}

// end returns when an occurrence that started ends (S4).
func (w *window) end(zone clock, date day, secondOfDay int64, start instant) int64 {
	if w.endTime < 0 {
		return start.at + w.elapsed
	}
	if w.endTime <= secondOfDay {
		date++
	}
	return zone.end(date.at(w.endTime), w.gap, start.end)
}

// around keeps the stretches that may matter to a date and the day after it.
func (c clock) around(date day) clock {
	from, to := 0, len(c)
	for c[from].end < date.at(-slack) {
		from++
	}
	for c[to-1].start > date.at(slack+secondsPerDay) {
		to--
	}
	return c[from:to]
}
