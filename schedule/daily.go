package schedule

import "github.com/casement-go/casement/tz"

// Daily matches every day, or every n-th, counted from startDate.
type Daily struct {
	Interval int // in days, 1 to MaxInterval; 0 stands for 1
}

func (r Daily) compile(s Spec) (days, times, error) {
	n, err := s.interval(r.Interval, "schedule.daily.intervalDays")
	if errs := tz.Join("", err, s.noAnchor("daily")); len(errs) > 0 {
		return days{}, times{}, errs
	}
	// Without a startDate the interval is 1, and any day will do, as that of no date does.
	return days{cycle: newCycle(s.StartDate.Day(), n, 1)}, at(s.StartTime), nil
}
