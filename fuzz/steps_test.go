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

// steps returns how often a query of a timeline asks its windows and blackouts.
func steps(line window.Timeline, query func(window.Timeline)) int {
	n := 0
	query(line.Map(func(s window.Source) window.Source { return counter{s, &n} }))
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

	// Around looks a century to either side. A start a day of each window, and the edges of the blackouts that shut it: 6 steps a day.
	"two windows, one shut by its own blackout and both by the policy's": 450_000,
	// No step a day, but 61 windows and lists of blackouts, which are asked up to 8 times each.
	"20 windows, each shut by blackouts of its own, beside one that opens daily": 330,
	// Two steps for each hour, which is minDuration.
	"every quarter of an hour, all too short": 1_800_000,

	// What two calendars have in common is looked for start by start: one of each a day, 24 of both together a day, and one a day beside a
	// blackout that is asked for both its edges.
	"an hour of the night in Berlin, an hour of noon in New York": 150_000,
	"even and odd hours": 1_800_000,
	"one in all of whose windows the other is blacked out": 220_000,
}

// TestS18Steps counts what each query of each hostile policy takes. S18 bounds it by the local days, times the windows and blackouts,
// of which a cron window has as many as it has starts a day: two steps for each, as each has two edges, are allowed here. What is taken
// is far less but for a few kinds of policy.
func TestS18Steps(t *testing.T) {
	const days = window.Horizon/86400 + 1
	for _, h := range hostilePolicies {
		p, line := compiled(t, h.document)
		most := 2 * days * edges(p)
		if d, err := time.ParseDuration(p.MinDuration); err == nil {
			most = min(most, 2*days*int(1+24*time.Hour/d)) // two for each such length of time
		}
		countSteps(t, h.what, line, instant(t, h.at), most)
	}
	for _, p := range apart {
		one, _ := compiled(t, p.one)
		other, _ := compiled(t, p.other)
		countSteps(t, p.what, p.both(t), instant(t, p.at), 2*days*(edges(one)+edges(other)))
	}
}

// edges returns how many windows and blackouts a day of a policy has, with one for the whole.
func edges(p calendar.Policy) int {
	n := 1 + len(p.NotAllowedDates) + len(p.NotAllowedTime)
	for _, w := range p.Windows {
		n += max(1, startsADay(w)) + len(w.NotAllowedDates) + len(w.NotAllowedTime)
	}
	return n
}

// startsADay counts the starts of a cron window in a day on which it has some, if that is the first of 2024.
func startsADay(w calendar.WindowSpec) int {
	if w.Schedule == nil || w.Schedule.Cron == nil {
		return 1
	}
	if n, known := started[w.Schedule.Cron.Expression]; known {
		return n
	}
	n, from := 0, time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	starts := calendar.MustCompile(calendar.Policy{Windows: []calendar.WindowSpec{{Schedule: w.Schedule, Duration: "1s"}}})
	for range starts.Windows(from, from.AddDate(0, 0, 1)) {
		n++
	}
	started[w.Schedule.Cron.Expression] = n
	return n
}

var started = map[string]int{}

// countSteps holds each query of a timeline against moreSteps, and against the most that S18 allows a search: Around has two,
// to either side.
func countSteps(t *testing.T, what string, line window.Timeline, at time.Time, most int) {
	t.Helper()
	limit := max(20, moreSteps[what])
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
		n := steps(line, query)
		if n > limit {
			t.Errorf("%s: %s takes %d steps, more than %d", what, name, n, limit)
		}
		searches := 1
		if name == "Around" {
			searches = 2
		}
		if n > most*searches {
			t.Errorf("%s: %s takes %d steps, more than S18 allows: %d", what, name, n, most*searches)
		}
	}
}
