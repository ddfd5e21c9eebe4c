// Package schedule answers: on which days, at what times, does it start?
//
// A schedule is a rule for days times a set of times of day. The rules are those of maintenance systems: [Daily],
// [Weekly], [AbsoluteMonthly], [RelativeMonthly] and [Cron]. A [Spec] says one as plain data; [Compile] turns it into an
// immutable [Schedule], which knows no zone; [Schedule.In] places that in a zone, where it yields occurrences.
//
// # Cost
//
// Finding the occurrence before or after an instant takes a constant number of steps for daily and weekly rules, and for cron
// expressions that say days of the week, whatever the interval and however far startDate lies back: intervals are jumped by
// arithmetic, never walked. Other rules
// take a step per month (or allowed month) between the instant and the occurrence, at most 480 for a rule without an
// interval, and with one no more than the months of the calendar divided by the interval. Nothing is allocated.
//
// # Bounds
//
// Occurrences lie in the years 1 to 9999. Intervals go up to [MaxInterval].
package schedule

import (
	"github.com/casement-go/casement/tz"
)

// MaxInterval is the largest interval, in days, weeks or months, that a rule may have.
const MaxInterval = 1000

// A Spec says when something starts, as plain data.
type Spec struct {
	Rule      Rule         // on which days; one of the rule types of this package
	StartTime tz.TimeOfDay // at what time, below 24:00; absent where Rule is a *Cron, which has times of its own
	StartDate tz.Date      // no occurrence has an earlier date; absent: there is no such bound
	EndDate   tz.Date      // no occurrence has a later date; absent: there is no such bound
	Anchor    Anchor       // what an interval counts from; only for rules of weeks and months
}

// A Rule says which days match. The rules are [Daily], [Weekly], [AbsoluteMonthly], [RelativeMonthly] and *[Cron].
type Rule interface {
	// compile returns the days and the times of day of s, whose Rule it is.
	compile(s Spec) (days, times, error)
}

// A Schedule is a compiled [Spec]: immutable, small and safe for concurrent use. It holds the fields of a search in 80 bytes; a table
// for the types of month, and a set of several times of day, are apart.
type Schedule struct {
	days                days
	first, last         int32  // the days of StartDate and EndDate, or of the calendar (S7); first is after last if no day matches
	firstTime, lastTime int32  // the earliest and the latest time of a day, in seconds since midnight ...
	times               *times // ... and what lies between, nil where nothing does

	spacing    int32      // the longest time from start to start over consecutive matching days, in seconds
	longestGap int32      // starts move out of no longer gap, in seconds
	realClock  bool       // S10: times follow the real clock, not the written one
	gap        tz.Gap     // what becomes of a start in a gap, where nobody says
	overlap    tz.Overlap // and in an overlap
}

// Compile checks s and returns its schedule. All problems are reported at once, as [tz.Errors] whose paths are the keys of the
// policy document (startTime, weekly.daysOfWeek, ...).
func Compile(s Spec) (*Schedule, error) {
	var errs tz.Errors
	report := func(code tz.Code, path, input, detail string) {
		errs = append(errs, &tz.Error{Code: code, Path: path, Input: input, Detail: detail})
	}
	if _, isCron := s.Rule.(*Cron); s.Rule == nil {
		report(tz.Missing, "schedule", "", "a schedule needs a rule")
	} else if isCron && !s.StartTime.IsZero() {
		report(tz.Conflict, "startTime", s.StartTime.String(), "a cron schedule has its own times: leave startTime out")
	} else if !isCron && s.StartTime.IsZero() {
		report(tz.Missing, "startTime", "", "a start time is required, such as 22:00")
	}
	if s.StartTime == tz.EndOfDay() {
		report(tz.OutOfRange, "startTime", s.StartTime.String(), "nothing starts at the end of a day: write 00:00 of the next")
	}
	if !s.StartDate.IsZero() && !s.EndDate.IsZero() && s.EndDate.Compare(s.StartDate) < 0 {
		report(tz.Inverted, "endDate", s.EndDate.String(), "endDate lies before startDate "+s.StartDate.String())
	}
	if s.Anchor > AnchorStartDate {
		report(tz.OutOfRange, "anchor", s.Anchor.String(), "anchor is AnchorFirst or AnchorStartDate")
	}
	if s.Anchor == AnchorStartDate && s.StartDate.IsZero() {
		report(tz.Missing, "startDate", "", "anchor startDate needs a startDate")
	}
	if s.Rule == nil {
		return nil, errs
	}
	days, times, err := s.Rule.compile(s)
	errs = append(errs, tz.Join("", err)...)
	if len(errs) > 0 {
		return nil, errs
	}
	c := &Schedule{days: days.simple(), first: tz.MinDay, last: tz.MaxDay}
	if !s.StartDate.IsZero() {
		c.first = int32(s.StartDate.Day())
	}
	if !s.EndDate.IsZero() {
		c.last = int32(s.EndDate.Day())
	}
	if days.never {
		c.first, c.last = tz.MaxDay, tz.MinDay
	}
	c.firstTime, c.lastTime, c.spacing = int32(times.first), int32(times.last), int32(times.spacing())
	if times.first < times.last {
		c.times = &times
	}
	c.longestGap = noGapTooBig
	if cron, ok := s.Rule.(*Cron); ok {
		d := &dialects[cron.dialect]
		c.realClock, c.gap, c.overlap, c.longestGap = cron.FollowsRealClock(), d.gap, d.overlap, d.longestGap
	}
	return c, nil
}

// MustCompile is Compile for specs known to be right, in tests and examples. It panics where Compile fails.
func MustCompile(s Spec) *Schedule {
	c, err := Compile(s)
	if err != nil {
		panic(err)
	}
	return c
}

// Never reports whether the schedule provably has no occurrence, whatever its startDate and endDate: day 30 of February,
// say. A schedule that is merely over is not never.
func (s *Schedule) Never() bool { return s.days.never }

// FollowsRealClock reports whether the schedule follows the real clock at a change of offset (S10: a cron schedule whose
// hour field begins with "*"): times in a gap do not happen, times in an overlap happen twice.
func (s *Schedule) FollowsRealClock() bool { return s.realClock }

// Defaults returns what to hand to [Schedule.In] where nobody states an option: forward and first (S3), or what the dialect
// of a cron expression has instead.
func (s *Schedule) Defaults() (tz.Gap, tz.Overlap) {
	if s.realClock {
		return tz.GapForward, tz.OverlapFirst // it takes no others, and has no use for these
	}
	return s.gap, s.overlap
}

// next returns the first written time that is not before local. Both are in seconds since 1970-01-01T00:00.
func (s *Schedule) next(local int64) (int64, bool) {
	// A day whose last time lies before local is over.
	from := max(tz.FloorDay(local-int64(s.lastTime)+tz.SecondsPerDay-1), int64(s.first))
	if from > int64(s.last) {
		return 0, false
	}
	var day int
	if d := &s.days; d.months == nil { // this is d.next, inlined by hand
		day = d.cycle.next(int(from))
	} else {
		day = d.nextOfMonths(int(from))
	}
	if day > int(s.last) {
		return 0, false
	}
	midnight := int64(day) * tz.SecondsPerDay
	if sec := local - midnight; sec > int64(s.firstTime) {
		return midnight + int64(s.times.next(int(sec))), true
	}
	return midnight + int64(s.firstTime), true
}

// prev returns the last written time that is not after local.
func (s *Schedule) prev(local int64) (int64, bool) {
	// A day whose first time lies after local is still to come.
	upTo := min(tz.FloorDay(local-int64(s.firstTime)), int64(s.last))
	if upTo < int64(s.first) {
		return 0, false
	}
	var day int
	if d := &s.days; d.months == nil { // this is d.prev, inlined by hand
		day = d.cycle.prev(int(upTo))
	} else {
		day = d.prevOfMonths(int(upTo))
	}
	if day < int(s.first) {
		return 0, false
	}
	midnight := int64(day) * tz.SecondsPerDay
	if sec := local - midnight; sec < int64(s.lastTime) {
		return midnight + int64(s.times.prev(int(sec))), true
	}
	return midnight + int64(s.lastTime), true
}

// run returns the first and the last of the consecutive matching days around day, which matches.
func (s *Schedule) run(day int) (first, last int) {
	start, end := int(s.first), int(s.last)
	if m := s.days.months; m == nil {
		if s.days.cycle.everyDay() {
			return start, end
		}
	} else if m.years != nil && m.week() == tz.EveryDay {
		firstYear, lastYear := m.years.around(yearOf(day))
		return max(start, tz.FirstOfMonth(12*firstYear)), min(end, tz.FirstOfMonth(12*(lastYear+1))-1)
	}
	for first = day; first > start && s.days.prev(first-1) == first-1; {
		first--
	}
	for last = day; last < end && s.days.next(last+1) == last+1; {
		last++
	}
	return first, last
}
