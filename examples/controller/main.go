// Controller shows how a program that runs for ever follows a calendar: evaluate, act, sleep until the next transition, at most
// for a while, and again.
//
// The loop is in controller.go. It keeps nothing in mind from one round to the next: each asks what should be, not what has
// changed. Hence it may start, crash and start again at any time, its clock may jump forward and back, a sleep may be too
// short or too long, and the next round puts everything right. A reconciler of controller-runtime has no loop but returns
//
//	ctrl.Result{RequeueAfter: status.RequeueAfter(time.Now(), time.Hour)}
//
// and condition.go has what it writes into the status of its resource.
//
// This program replays two weekends on a clock of its own, in no time. To run it for real, give it
//
//	type realClock struct{}
//
//	func (realClock) Now() time.Time { return time.Now() }
//
//	func (realClock) Sleep(ctx context.Context, d time.Duration) error {
//		select {
//		case <-time.After(d):
//			return nil
//		case <-ctx.Done():
//			return ctx.Err()
//		}
//	}
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/casement-go/casement/calendar"
)

func main() { replay(os.Stdout) }

// upgrade is how long it takes to upgrade a node.
const upgrade = 90 * time.Minute

// replay upgrades three nodes on Friday nights: two fit in the first four hours.
func replay(out io.Writer) {
	friday := calendar.MustCompile(calendar.Policy{
		TimeZone: "America/New_York",
		Windows: []calendar.WindowSpec{{
			Name:      "friday night",
			Schedule:  &calendar.Schedule{Weekly: &calendar.Weekly{DayOfWeek: "Friday"}},
			StartTime: "22:00", DurationHours: 4,
		}},
	})
	clock := &simulated{
		now: time.Date(2026, 1, 9, 12, 0, 0, 0, time.UTC),
		end: time.Date(2026, 1, 17, 12, 0, 0, 0, time.UTC),
	}
	say := func(text string) { fmt.Fprintln(out, clock.now.Format(time.RFC3339), text) }
	nodes, said := 3, Condition{}

	c := Controller{Calendar: friday, Clock: clock, Cap: 10 * time.Minute}
	c.Act = func(_ context.Context, s calendar.Status) {
		if now := condition(s); now != said { // only what is said depends on what was said before
			say(now.Type + "=" + now.Status + " " + now.Reason + ": " + now.Message)
			said = now
		}
		until, ends := s.Until()
		fits := s.Open && (!ends || until.Sub(clock.now) >= upgrade)
		if fits && nodes > 0 {
			say("    upgrading a node")
			clock.now = clock.now.Add(upgrade)
			nodes--
		}
	}
	_ = c.Run(context.Background()) // errOver
}

// simulated is a clock that moves when somebody sleeps.
type simulated struct{ now, end time.Time }

var errOver = errors.New("the replay is over")

func (s *simulated) Now() time.Time { return s.now }

func (s *simulated) Sleep(_ context.Context, d time.Duration) error {
	if s.now = s.now.Add(d); s.now.After(s.end) {
		return errOver
	}
	return nil
}
