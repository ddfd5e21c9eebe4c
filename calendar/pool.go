package calendar

import (
	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/window"
)

// A Pool is what the calendars of a process share: of the windows that start and last alike in one zone there is but one. A million
// calendars so take little more than their names (see [WithPool]).
//
// The zero Pool is ready for use. It keeps what it has been shown for as long as it lives, and is safe for concurrent use; it must
// not be copied.
type Pool struct {
	schedules schedule.Pool
	windows   window.Pool
}

// WithPool lets the calendar share with others what is equal. It answers the same with it and without.
func WithPool(pool *Pool) Option { return func(c *compiler) { c.pool = pool } }
