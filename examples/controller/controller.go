package main

import (
	"context"
	"time"

	"github.com/casement-go/casement/calendar"
)

// A Controller keeps something in the state that a calendar asks for.
type Controller struct {
	Calendar *calendar.Calendar

	// Act brings the world into the state that the status asks for. It is called again and again, also where nothing has changed,
	// and must be cheap and harmless then; that is also how something that failed is tried again. Work that takes long looks at
	// Until first: it has to end by then.
	Act func(ctx context.Context, s calendar.Status)

	Clock Clock

	// Cap is the longest the controller sleeps, more than 0: how late it may notice that the clock was set, and how soon it tries
	// again.
	Cap time.Duration
}

// A Clock tells the time and waits.
type Clock interface {
	Now() time.Time

	// Sleep returns nil when d has passed, or an error, which ends the loop. To return too early or too late does no harm.
	Sleep(ctx context.Context, d time.Duration) error
}

// Run evaluates, acts and sleeps until the context is done or Sleep fails, and returns why.
func (c *Controller) Run(ctx context.Context) error {
	for ctx.Err() == nil {
		status := c.Calendar.At(c.Clock.Now())
		c.Act(ctx, status)
		// Acting took time, so that the clock is asked again.
		if err := c.Clock.Sleep(ctx, status.RequeueAfter(c.Clock.Now(), c.Cap)); err != nil {
			return err
		}
	}
	return ctx.Err()
}
