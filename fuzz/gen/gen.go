// Package gen generates policies, instants and zones for property-based tests with [pgregory.net/rapid].
//
// Policies drawn evenly from all there are would hardly ever meet what goes wrong in practice: no start would fall into a gap
// of the wall clock, no blackout would end where a window begins. The generators of this package aim. [Cases] first draws an
// instant at which something is the matter (the offset of the zone changes, a month ends, 29 February begins) and
// then a policy whose days, times and spans lie at, next to and across that instant and each other:
//
//	the clock         ───────────────────╂ 01:59 → 03:00 ──────────
//	times drawn                    02:00 ┊ 02:30 ┊ 03:00, and a second, a minute, an hour beside
//	window               ┣━━━━━━━━━━━━━━━━━━━┫
//	blackouts                  ┣━━━┫         ┣━━━┫    nested, touching, covering
//
// The draws are ordered so that a failing case shrinks to a small one: few windows, no blackouts, a daily schedule, no
// options, the simplest values.
//
// A service that keeps policies of its own uses the package in its tests so:
//
//	func TestOurs(t *testing.T) {
//		rapid.Check(t, func(t *rapid.T) {
//			c := gen.Cases().Draw(t, "case")
//			cal := calendar.MustCompile(c.Policy)
//			at := gen.Probes(cal, c.At).Draw(t, "at")
//			if ours(c.Policy, at) != cal.IsOpen(at) {
//				t.Errorf("at %v", at)
//			}
//		})
//	}
//
// Package fuzz has laws that hold for every policy and can be asked of such cases. Importing this package embeds a copy of the tz
// database (time/tzdata), so that generators work on hosts that have none.
package gen

import (
	"encoding/json"
	"fmt"
	"time"
	_ "time/tzdata" // for hosts without a tz database

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
	"pgregory.net/rapid"
)

// A Case is a policy and an instant that it was aimed at: something about it changes there, or near.
type Case struct {
	Policy calendar.Policy
	At     time.Time // in UTC, in whole seconds
}

// Cases returns a generator of cases whose policies compile. Most instants lie in the years 1975 to 2095, some in 3 to 9996.
func Cases() *rapid.Generator[Case] {
	return Documents().Filter(Case.compiles)
}

// Documents is Cases without the promise that policies compile: a few (some 2 %) do not, mostly because a schedule of theirs
// never comes or because a blackout leaves open which zone it is in. See [Flawed] for policies with something wrong.
func Documents() *rapid.Generator[Case] {
	return rapid.Custom(func(t *rapid.T) Case {
		z := zones.Draw(t, "zone")
		at := Instants(z.zone).Draw(t, "at")
		return Case{policy(t, z, at.Unix()), at}
	})
}

// CasesAt is Cases for an instant that is given, not drawn: to have several policies that something happens to at once.
func CasesAt(at time.Time) *rapid.Generator[Case] {
	return rapid.Custom(func(t *rapid.T) Case {
		return Case{policy(t, zones.Draw(t, "zone"), tz.Seconds(at)), at}
	}).Filter(Case.compiles)
}

func (c Case) compiles() bool {
	_, err := calendar.Compile(c.Policy)
	return err == nil
}

// String returns the case in one line of JSON, as the conformance runner reads it.
func (c Case) String() string {
	policy, err := json.Marshal(c.Policy)
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf(`{"policy":%s,"at":%q}`, policy, c.At.Format(time.RFC3339))
}

// GoString returns the text of String, which is what rapid prints of a failing case: a Policy has pointers, and its Go syntax
// would show addresses.
func (c Case) GoString() string { return c.String() }

// policy draws a policy of a zone around an instant.
func policy(t *rapid.T, z zone, at int64) calendar.Policy {
	p := calendar.Policy{UTCOffset: z.offset, TimeZone: z.name, Windows: []calendar.WindowSpec{}}
	s := newStage(t, z, at)
	for range 1 + weighted(t, 12, 5, 2) {
		p.Windows = append(p.Windows, s.window())
	}
	if chance(t, 64) {
		p.Windows = []calendar.WindowSpec{}
	}
	p.NotAllowedDates = s.dateSpans(3)
	p.NotAllowedTime = s.timeSpans(3)
	if chance(t, 8) {
		p.MinDuration = durationText(t, s.minDuration(p.Windows))
	}
	name(t, p.Windows, func(w *calendar.WindowSpec, n string) { w.Name = n })
	name(t, p.NotAllowedDates, func(d *calendar.DateSpan, n string) { d.Name = n })
	if chance(t, 8) {
		p.Name, p.Description = text(t), text(t)
	}
	return p
}

// name gives some entries of a list names, which are unique.
func name[T any](t *rapid.T, list []T, set func(*T, string)) {
	for i := range list {
		if chance(t, 8) {
			set(&list[i], fmt.Sprintf("%d %s", i, text(t)))
		}
	}
}

// text draws any text that a name can be.
func text(t *rapid.T) string { return rapid.StringN(0, 8, 32).Draw(t, "text") }
