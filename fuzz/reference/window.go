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
	longestGap         int64 // a start in a longer one does not happen
	overlap            overlapChoice
}

// open returns when the window is open within bounds, its own blackouts
// subtracted.
func (w *window) open(bounds span) set { return w.blackouts.cut(w.zone, w.opened(bounds)) }

// opened is open but for the blackouts.
func (w *window) opened(bounds span) set {
	switch {
	case w.always:
		return set{bounds}
	case w.fixed != nil:
		return clip(set{*w.fixed}, bounds)
	}
	return clip(w.occurrences(bounds), bounds)
}

// anyLength is a longestGap that no gap is longer than.
const anyLength = 1 << 40

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
	firstDate := max(dayOfReading(bounds.start-longest-slack), w.startDate)
	lastDate := min(dayOfReading(bounds.end+slack), w.endDate)
	if firstDate > lastDate {
		return nil
	}
	zone := observe(w.zone, firstDate.at(-2*slack), lastDate.at(2*slack))

	var spans []span
	for date := firstDate; date <= lastDate; date++ {
		if !w.rule.on(date) {
			continue
		}
		near := zone.around(date)
		for _, secondOfDay := range w.times {
			for _, start := range near.starts(date.at(secondOfDay), w.gap, w.longestGap, w.overlap) {
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
