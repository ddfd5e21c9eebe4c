package main

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/casement-go/casement/calendar"
)

// nights are open from 22:00 to 02:00 UTC.
var nights = calendar.MustCompile(calendar.Policy{Windows: []calendar.WindowSpec{{
	Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: "22:00", DurationHours: 4,
}}})

var (
	never  = calendar.MustCompile(calendar.Policy{Windows: []calendar.WindowSpec{}})
	always = calendar.MustCompile(calendar.Policy{Windows: []calendar.WindowSpec{{Always: true}}})
)

// past is by how much a sleep passes the transition that ends it.
const past = time.Millisecond

// A fakeClock moves when it is told to. Each sleep is noted, and jump, if there is one, says what the clock reads after it.
type fakeClock struct {
	now    time.Time
	sleeps []time.Duration
	rounds int // to sleep before it is over
	jump   func(woken time.Time) time.Time
}

func (c *fakeClock) Now() time.Time { return c.now }

func (c *fakeClock) Sleep(_ context.Context, d time.Duration) error {
	if len(c.sleeps) == c.rounds {
		return errOver
	}
	c.sleeps = append(c.sleeps, d)
	c.now = c.now.Add(d)
	if c.jump != nil {
		c.now = c.jump(c.now)
	}
	return nil
}

// at returns an instant of 9 January 2026: its time of day.
func at(hour, minute, second int) time.Time {
	return time.Date(2026, 1, 9, hour, minute, second, 0, time.UTC)
}

// follow runs a controller with a cap of an hour for some sleeps, and returns when it acted, as "21:30 shut".
func follow(t *testing.T, cal *calendar.Calendar, clock *fakeClock) (acts []string) {
	t.Helper()
	c := Controller{Calendar: cal, Clock: clock, Cap: time.Hour}
	c.Act = func(_ context.Context, s calendar.Status) {
		state := " shut"
		if s.Open {
			state = " open"
		}
		acts = append(acts, clock.now.Format("15:04")+state)
	}
	if err := c.Run(t.Context()); !errors.Is(err, errOver) {
		t.Fatalf("Run ended with %v", err)
	}
	return acts
}

func TestFollowsTheCalendar(t *testing.T) {
	clock := &fakeClock{now: at(20, 30, 0), rounds: 8}
	acts := follow(t, nights, clock)
	if want := []string{"20:30 shut", "21:30 shut", "22:00 open", "23:00 open", "00:00 open", "01:00 open", "02:00 shut", "03:00 shut", "04:00 shut"}; !slices.Equal(acts, want) {
		t.Errorf("acts  %v\nwant  %v", acts, want)
	}
	// The start is passed by a millisecond, and the end too: an hour from a millisecond past 01:00.
	const h = time.Hour
	if want := []time.Duration{h, h/2 + past, h, h, h, h, h, h}; !slices.Equal(clock.sleeps, want) {
		t.Errorf("slept %v\nwant  %v", clock.sleeps, want)
	}
}

// A start in the middle of a window is no special case.
func TestStartsInsideAWindow(t *testing.T) {
	if got := follow(t, nights, &fakeClock{now: at(23, 45, 0)}); !slices.Equal(got, []string{"23:45 open"}) {
		t.Errorf("acts %v", got)
	}
}

// A fraction of a second is slept as well: the transition is passed by a millisecond exactly.
func TestFractions(t *testing.T) {
	clock := &fakeClock{now: at(21, 59, 59).Add(400 * time.Millisecond), rounds: 1}
	acts := follow(t, nights, clock)
	if !slices.Equal(acts, []string{"21:59 shut", "22:00 open"}) || clock.sleeps[0] != 601*time.Millisecond {
		t.Errorf("acts %v, slept %v", acts, clock.sleeps)
	}
}

// Acting takes time. What is left until the transition is counted from its end; if that has passed, a millisecond is left.
func TestActTakesTime(t *testing.T) {
	for _, c := range []struct{ takes, sleep time.Duration }{
		{20 * time.Minute, 10*time.Minute + past},
		{30 * time.Minute, past},
		{3 * time.Hour, past},
	} {
		clock := &fakeClock{now: at(21, 30, 0), rounds: 1}
		var open []bool
		controller := Controller{Calendar: nights, Clock: clock, Cap: time.Hour}
		controller.Act = func(_ context.Context, s calendar.Status) {
			open = append(open, s.Open)
			if len(open) == 1 {
				clock.now = clock.now.Add(c.takes)
			}
		}
		_ = controller.Run(t.Context())
		if clock.sleeps[0] != c.sleep || !slices.Equal(open, []bool{false, true}) {
			t.Errorf("after %v of work: slept %v, want %v; open %v", c.takes, clock.sleeps, c.sleep, open)
		}
	}
}

// Where nothing ever changes the controller still looks, every Cap.
func TestNeverAndAlways(t *testing.T) {
	for state, cal := range map[string]*calendar.Calendar{"shut": never, "open": always} {
		clock := &fakeClock{now: at(12, 0, 0), rounds: 3}
		acts := follow(t, cal, clock)
		if want := []string{"12:00 " + state, "13:00 " + state, "14:00 " + state, "15:00 " + state}; !slices.Equal(acts, want) {
			t.Errorf("acts  %v\nwant  %v", acts, want)
		}
		if slices.ContainsFunc(clock.sleeps, func(d time.Duration) bool { return d != time.Hour }) {
			t.Errorf("slept %v, want the cap each time", clock.sleeps)
		}
	}
}

// jumpOnce returns a jump to an instant after the first sleep.
func jumpOnce(to time.Time) func(time.Time) time.Time {
	jumped := false
	return func(woken time.Time) time.Time {
		if jumped {
			return woken
		}
		jumped = true
		return to
	}
}

func TestClockJumps(t *testing.T) {
	for _, c := range []struct {
		name     string
		from, to time.Time
		want     []string
	}{
		{"forward into a window", at(12, 0, 0), at(23, 30, 0), []string{"12:00 shut", "23:30 open", "00:30 open"}},
		{"forward over a window", at(21, 0, 0), at(22, 0, 0).Add(5 * time.Hour), []string{"21:00 shut", "03:00 shut", "04:00 shut"}},
		{"back out of a window", at(22, 0, 0), at(21, 50, 0), []string{"22:00 open", "21:50 shut", "22:00 open"}},
		{"back within a window", at(23, 0, 0), at(22, 5, 0), []string{"23:00 open", "22:05 open", "23:05 open"}},
		{"back by years", at(23, 0, 0), at(1, 0, 0).AddDate(-40, 0, 0), []string{"23:00 open", "01:00 open", "02:00 shut"}},
		{"a sleep that ends early", at(21, 30, 0), at(21, 45, 0), []string{"21:30 shut", "21:45 shut", "22:00 open"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if acts := follow(t, nights, &fakeClock{now: c.from, rounds: 2, jump: jumpOnce(c.to)}); !slices.Equal(acts, c.want) {
				t.Errorf("acts %v, want %v", acts, c.want)
			}
		})
	}
}

// Whatever the clock does: what is acted on is what the clock reads then, and no sleep passes a transition by more than a millisecond, or the cap.
func TestAnyClock(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	clock := &fakeClock{now: at(0, 0, 0), rounds: 20_000}
	clock.jump = func(woken time.Time) time.Time {
		if random.IntN(3) > 0 {
			return woken
		}
		return woken.Add(time.Duration(random.Int64N(int64(200*time.Hour))) - 100*time.Hour)
	}
	opened := 0
	c := Controller{Calendar: nights, Clock: clock, Cap: time.Hour}
	c.Act = func(_ context.Context, s calendar.Status) {
		isNight := clock.now.Hour() >= 22 || clock.now.Hour() < 2
		if s.Open != isNight {
			t.Fatalf("at %v: open is %v", clock.now, s.Open)
		}
		if isNight {
			opened++
		}
		transition := time.Date(clock.now.Year(), clock.now.Month(), clock.now.Day(), 22, 0, 0, 0, time.UTC)
		if isNight {
			transition = transition.Add(4 * time.Hour)
			if clock.now.Hour() < 2 {
				transition = transition.AddDate(0, 0, -1)
			}
		}
		if got, want := s.RequeueAfter(clock.now, c.Cap), min(time.Hour, transition.Sub(clock.now)+past); got != want {
			t.Fatalf("at %v: sleeps %v, want %v", clock.now, got, want)
		}
	}
	_ = c.Run(t.Context())
	if opened == 0 || opened == clock.rounds {
		t.Errorf("open in %d of %d rounds: this shows nothing", opened, clock.rounds)
	}
}

// realClock is the clock of the package comment.
type realClock struct{}

func (realClock) Now() time.Time { return time.Now() }

func (realClock) Sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// In the bubble that synctest makes, the real clock starts on 1 January 2000 and no time is lost in waiting.
func TestRealClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		const ends = 48*time.Hour + 30*time.Minute
		opened := 0
		c := Controller{Calendar: nights, Clock: realClock{}, Cap: 3 * time.Hour}
		c.Act = func(_ context.Context, s calendar.Status) {
			if s.Open != (time.Now().UTC().Hour() >= 22 || time.Now().UTC().Hour() < 2) {
				t.Errorf("at %v: open is %v", time.Now(), s.Open)
			}
			if s.Open {
				opened++
			}
		}
		go func() {
			time.Sleep(ends)
			cancel()
		}()
		if err := c.Run(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("Run ended with %v", err)
		}
		if took := time.Since(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)); took != ends {
			t.Errorf("Run ended after %v, want it to end with the context", took)
		}
		if opened != 4 { // at 00:00 and 22:00 on the 1st, at 01:00 and 22:00 on the 2nd; 01:00 on the 3rd does not come
			t.Errorf("acted in %d open rounds, want 4", opened)
		}
	})
}

// A context that is done before the first round means no round at all.
func TestDoneBefore(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := Controller{Calendar: always, Clock: &fakeClock{}, Cap: time.Hour, Act: func(context.Context, calendar.Status) { t.Error("acted") }}
	if err := c.Run(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Run ended with %v", err)
	}
}
