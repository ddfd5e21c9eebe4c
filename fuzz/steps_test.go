package fuzz_test

import (
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/window"
)

// A counter is a source that counts how often it is asked.
type counter struct {
	window.Source
	steps *int
}

func (c counter) Holds(sec int64) bool { *c.steps++; return c.Source.Holds(sec) }

func (c counter) Around(sec int64) (open bool, before, from, to, after int64) {
	*c.steps++
	return c.Source.Around(sec)
}

// steps returns how often a query of a calendar asks its windows and blackouts.
func steps(cal *calendar.Calendar, query func(window.Timeline)) int {
	n := 0
	query(cal.Timeline().Map(func(s window.Source) window.Source { return counter{s, &n} }))
	return n
}

// moreSteps are the policies whose queries take more than 20 steps.
var moreSteps = map[string]int{
	"every day of the year blacked out":                                    700, // a year at a time
	"all but one date blacked out, 99 years ahead":                         400, // a stretch of constant offset at a time
	"the same, 100 years and more ahead: beyond the horizon":               400,
	"10,000 spans of instants, one for each of 10,000 windows":             21_000,
	"1,000 windows of every minute":                                        6000,
	"1,000 windows of every minute that leave no second shut":              2000,
	"1,000 windows of every minute, all blacked out":                       4000,
	"1,000 windows in turn, one at each second past the minute of an hour": 10_000,
	"every day, 366 days long":                                             300,
	"every day all day in a zone with gaps, by the clock":                  75_000, // a day at a time
	"29 February, a Monday, and never in the afternoon of one":             30,
	"an end that a gap puts before its start every year":                   120,
}

// TestS18Steps counts what each query of each hostile policy takes. S18 allows a step a local day for each window and each
// blackout, of which a cron window has as many as it has starts a day; what is taken is far less but for one kind of policy.
func TestS18Steps(t *testing.T) {
	for _, h := range hostilePolicies {
		p, err := calendar.Parse([]byte(h.document))
		if err != nil {
			t.Fatal(err)
		}
		cal := calendar.MustCompile(p)
		at := instant(t, h.at)
		limit := max(20, moreSteps[h.what])
		for name, query := range map[string]func(window.Timeline){
			"Holds":  func(tl window.Timeline) { tl.IsOpen(at) },
			"Next":   func(tl window.Timeline) { tl.Next(at) },
			"Prev":   func(tl window.Timeline) { tl.Prev(at) },
			"Around": func(tl window.Timeline) { tl.Around(at) },
			"Piece":  func(tl window.Timeline) { tl.Piece(at.Unix()) },
			"Windows": func(tl window.Timeline) {
				for range tl.Windows(at, at.Add(time.Minute)) {
				}
			},
		} {
			n := steps(cal, query)
			if n > limit {
				t.Errorf("%s: %s takes %d steps, more than %d", h.what, name, n, limit)
			}
			if most := (window.Horizon/86400 + 1) * (len(p.Windows) + len(p.NotAllowedDates) + len(p.NotAllowedTime) + 1); n > most {
				t.Errorf("%s: %s takes %d steps, more than S18 allows: %d", h.what, name, n, most)
			}
		}
	}
}
