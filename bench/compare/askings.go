package main

import (
	"math/bits"
	"time"

	"github.com/adhocore/gronx"
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/fleet"
	"github.com/casement-go/casement/schedule"
	"github.com/hashicorp/cronexpr"
	netresearch "github.com/netresearch/go-cron"
	"github.com/prometheus/alertmanager/timeinterval"
	robfig "github.com/robfig/cron/v3"
	"github.com/teambition/rrule-go"
)

// must returns v of a call that cannot fail.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// calendarIsOpen counts the instants at which a calendar is open.
func calendarIsOpen(c *calendar.Calendar) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			if c.IsOpen(t) {
				sum++
			}
		}
		return sum
	}
}

// memoIsOpen is calendarIsOpen through a memo.
func memoIsOpen(c *calendar.Calendar) asking {
	memo := c.Memo()
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			if memo.IsOpen(t) {
				sum++
			}
		}
		return sum
	}
}

// eachIsOpen counts the calendars that are open, at each instant.
func eachIsOpen(all []*calendar.Calendar) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			for _, c := range all {
				if c.IsOpen(t) {
					sum++
				}
			}
		}
		return sum
	}
}

// fleetIsOpen is eachIsOpen of a fleet.
func fleetIsOpen(all []*calendar.Calendar) asking {
	f := fleet.Of(all)
	var open []uint64
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			open = f.IsOpen(t, open)
			for _, word := range open {
				sum += int64(bits.OnesCount64(word))
			}
		}
		return sum
	}
}

func calendarNext(c *calendar.Calendar) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			w, _ := c.Next(t)
			start, _ := w.Seconds()
			sum += start
		}
		return sum
	}
}

func calendarPrev(c *calendar.Calendar) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			w, _ := c.Prev(t)
			_, end := w.Seconds()
			sum += end
		}
		return sum
	}
}

// compiles compiles a policy whose zone is loaded, once for each instant.
func compiles(p calendar.Policy) asking {
	return func(ts []time.Time) (sum int64) {
		for range ts {
			if _, err := calendar.Compile(p); err == nil {
				sum++
			}
		}
		return sum
	}
}

// calendarAt asks for the state, until when it lasts, and the next open period.
func calendarAt(c *calendar.Calendar) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			status := c.At(t)
			until, _ := status.Until()
			next, _ := status.Next()
			_, end := next.Seconds()
			if sum += until.Unix() + end; status.Open {
				sum++
			}
		}
		return sum
	}
}

// calendarYear adds up the starts of a year from each instant.
func calendarYear(c *calendar.Calendar) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			for w := range c.Windows(t, t.Add(year)) {
				start, _ := w.Seconds()
				sum += start
			}
		}
		return sum
	}
}

const year = 365 * 24 * time.Hour

func placedNext(p *schedule.Placed) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			sum += p.Next(t).Unix()
		}
		return sum
	}
}

func placedPrev(p *schedule.Placed) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			sum += p.Prev(t).Unix()
		}
		return sum
	}
}

// contains counts the instants within an interval of alertmanager.
func contains(i timeinterval.TimeInterval) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			if i.ContainsTime(t) {
				sum++
			}
		}
		return sum
	}
}

// A nexter is a schedule of robfig/cron, of netresearch/go-cron and of cronexpr.
type nexter interface{ Next(time.Time) time.Time }

func next(s nexter) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			sum += s.Next(t).Unix()
		}
		return sum
	}
}

// startedSince is how controllers ask for a window of a cron schedule: whether something starts after now-length, and not
// after now.
func startedSince(s nexter, length time.Duration) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			if !s.Next(t.Add(-length)).After(t) {
				sum++
			}
		}
		return sum
	}
}

// nextYear adds up the starts of a year from each instant.
func nextYear(s nexter) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			for at, to := s.Next(t), t.Add(year); at.Before(to); at = s.Next(at) {
				sum += at.Unix()
			}
		}
		return sum
	}
}

func netresearchPrev(s netresearch.ScheduleWithPrev) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			sum += s.Prev(t).Unix()
		}
		return sum
	}
}

func gronxNext(expression string) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			sum += must(gronx.NextTickAfter(expression, t, false)).Unix()
		}
		return sum
	}
}

func gronxPrev(expression string) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			sum += must(gronx.PrevTickBefore(expression, t, false)).Unix()
		}
		return sum
	}
}

func after(r *rrule.RRule) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			sum += r.After(t, false).Unix()
		}
		return sum
	}
}

// startedBefore asks whether the last occurrence of a rule is less than length ago.
func startedBefore(r *rrule.RRule, length time.Duration) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			if last := r.Before(t, true); !last.IsZero() && t.Before(last.Add(length)) {
				sum++
			}
		}
		return sum
	}
}

// betweenYear adds up the occurrences of a year from each instant.
func betweenYear(r *rrule.RRule) asking {
	return func(ts []time.Time) (sum int64) {
		for _, t := range ts {
			for _, at := range r.Between(t, t.Add(year), false) {
				sum += at.Unix()
			}
		}
		return sum
	}
}

// reads counts what can be read.
func reads[T any](parse func(string) (T, error), text string) asking {
	return func(ts []time.Time) (sum int64) {
		for range ts {
			if _, err := parse(text); err == nil {
				sum++
			}
		}
		return sum
	}
}

// cronPeers are the libraries that search by an expression; gronx parses it at every search.
func cronPeers(expression string) []entry {
	peers := []entry{{name: "adhocore/gronx", ask: gronxNext(expression)}}
	if s, err := cronexpr.Parse(expression); err == nil {
		peers = append(peers, entry{name: "hashicorp/cronexpr", ask: next(s)})
	}
	if s, err := netresearch.ParseStandard(expression); err == nil {
		peers = append(peers, entry{name: "netresearch/go-cron", ask: next(s)})
	}
	if s, err := robfig.ParseStandard(expression); err == nil {
		peers = append(peers, entry{name: "robfig/cron", ask: next(s)})
	}
	return peers
}
