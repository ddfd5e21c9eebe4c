// Package schedule answers: on which days, at what times, does it start?
//
// A schedule is a rule for days times a set of times of day. The rules are those of maintenance systems: [Daily],
// [Weekly], [AbsoluteMonthly], [RelativeMonthly] and [Cron]. A [Spec] says one as plain data; [Compile] turns it into an
// immutable [Schedule], which knows no zone; [Schedule.In] places that in a zone, where it yields occurrences.
//
// # Cost
//
// Finding the occurrence before or after an instant takes a constant number of steps for daily and weekly rules, whatever
// the interval and however far startDate lies back: intervals are jumped by arithmetic, never walked. Monthly and cron rules
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
	// compile returns the rule for days, nil if no day ever matches, and the times of day of s, whose Rule it is.
	compile(s Spec) (dayRule, times, error)
}

// A dayRule finds matching days, counted from 1970-01-01, in both directions. The arguments lie within a month of the
// years 1 to 9999, and so do the results.
type dayRule interface {
	next(day int) (int, bool) // the first matching day that is not before day
	prev(day int) (int, bool) // the last matching day that is not after day
}

// A Schedule is a compiled [Spec]: immutable and safe for concurrent use.
type Schedule struct {
	days        dayRule
	times       times
	first, last int  // the days of StartDate and EndDate, or of the calendar (S7)
	spacing     int  // the longest time from start to start over consecutive matching days, in seconds
	everyDay    bool // every day from first to last matches
	realClock   bool // S10: times follow the real clock, not the written one

	gap        tz.Gap     // what becomes of a start in a gap, where nobody says
	overlap    tz.Overlap // and in an overlap
	longestGap int64      // starts move out of no longer gap
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
	c := &Schedule{days: days, times: times, first: tz.MinDay, last: tz.MaxDay, spacing: times.spacing()}
	if !s.StartDate.IsZero() {
		c.first = s.StartDate.Day()
	}
	if !s.EndDate.IsZero() {
		c.last = s.EndDate.Day()
	}
	switch r := days.(type) {
	case *cycle:
		c.everyDay = r.everyDay()
	case *months:
		c.everyDay = r.everyDay()
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
func (s *Schedule) Never() bool { return s.days == nil }

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
	if s.days == nil || local >= (tz.MaxDay+1)*tz.SecondsPerDay {
		return 0, false
	}
	from, sec := s.first, 0
	if local > int64(from)*tz.SecondsPerDay {
		d := tz.FloorDay(local)
		from, sec = int(d), int(local-d*tz.SecondsPerDay)
		if sec > s.times.last {
			from, sec = from+1, 0
		}
	}
	day, ok := s.days.next(from)
	if !ok || day > s.last {
		return 0, false
	}
	t := s.times.first
	if day == from {
		t, _ = s.times.next(sec)
	}
	return int64(day)*tz.SecondsPerDay + int64(t), true
}

// prev returns the last written time that is not after local.
func (s *Schedule) prev(local int64) (int64, bool) {
	if s.days == nil || local < tz.MinDay*tz.SecondsPerDay {
		return 0, false
	}
	upTo, sec := s.last, tz.SecondsPerDay-1
	if local < int64(upTo+1)*tz.SecondsPerDay {
		d := tz.FloorDay(local)
		upTo, sec = int(d), int(local-d*tz.SecondsPerDay)
		if sec < s.times.first {
			upTo, sec = upTo-1, tz.SecondsPerDay-1
		}
	}
	day, ok := s.days.prev(upTo)
	if !ok || day < s.first {
		return 0, false
	}
	t := s.times.last
	if day == upTo {
		t, _ = s.times.prev(sec)
	}
	return int64(day)*tz.SecondsPerDay + int64(t), true
}

// run returns the first and the last of the consecutive matching days around day, which matches.
func (s *Schedule) run(day int) (first, last int) {
	if s.everyDay {
		return s.first, s.last
	}
	first, last = day, day
	if m, ok := s.days.(*months); ok && m.years != nil && m.everyDayOfYears() {
		firstYear, lastYear := m.years.around(yearOf(day))
		return max(s.first, tz.FirstOfMonth(12*firstYear)), min(s.last, tz.FirstOfMonth(12*(lastYear+1))-1)
	}
	for {
		d, ok := s.days.prev(first - 1)
		if !ok || d < first-1 || d < s.first {
			break
		}
		first = d
	}
	for {
		d, ok := s.days.next(last + 1)
		if !ok || d > last+1 || d > s.last {
			break
		}
		last = d
	}
	return first, last
}
