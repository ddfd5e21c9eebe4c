package vet_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/vet"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/window"
	"pgregory.net/rapid"
)

// Where all is said to be too short the reference has nothing open in the year, but something without minDuration, of which the longest is
// that which is named; and the other way round.
func TestAllTooShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := gen.Cases().Draw(t, "case")
		without := c.Policy
		without.MinDuration = ""
		c.Policy.MinDuration = rapid.SampledFrom([]string{"1m", "1h", "3h", "24h", "100h", "8784h"}).Draw(t, "minDuration")
		ref, ok := judge(t, c.Policy)
		if !ok {
			t.Skip("the reference does not evaluate it")
		}
		whole, _ := judge(t, without)
		at, to := c.At, c.At.AddDate(1, 0, 0)
		found := vet.Check(c.Policy, at, vet.Options{Years: 1, Steps: steps})
		said := of(found, vet.AllTooShort, "minDuration")
		want := len(ref.Windows(at, to)) == 0 && len(whole.Windows(at, to)) > 0
		if (len(said) > 0) != want {
			if len(said) == 0 && len(of(found, vet.Unfinished, "")) > 0 {
				return
			}
			t.Fatalf("%v, of the reference: %v", found, want)
		}
		if !want {
			return
		}
		longest := [2]time.Time{}
		for _, w := range whole.Windows(at.AddDate(-2, 0, 0), to.AddDate(2, 0, 0)) { // not cut at the edges
			if w[1].After(at) && w[0].Before(to) && w[1].Sub(w[0]) > longest[1].Sub(longest[0]) {
				longest = w
			}
		}
		if !strings.Contains(said[0].Detail, longest[0].UTC().Format(time.RFC3339)) && len(of(found, vet.Unfinished, "")) == 0 {
			t.Fatalf("%v, but the longest is %v", said, longest)
		}
	})
}

// Where nothing may start because of a window, NextFit finds nothing in the year if all other windows have the longest cutoff that
// there is; and the other way round.
func TestNeverStarts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := gen.Cases().Draw(t, "case")
		if len(c.Policy.Windows) == 0 {
			t.Skip("no windows")
		}
		i := rapid.IntRange(0, len(c.Policy.Windows)-1).Draw(t, "window")
		c.Policy.Windows = slices.Clone(c.Policy.Windows)
		c.Policy.Windows[i].Cutoff = rapid.SampledFrom([]string{"1s", "1m", "59m59s", "1h", "4h", "24h", "8784h"}).Draw(t, "cutoff")
		found := vet.Check(c.Policy, c.At, vet.Options{Years: 1, Steps: steps})
		said := len(of(found, vet.NeverStarts, fmt.Sprintf("windows[%d].cutoff", i))) > 0
		if len(of(found, vet.Unfinished, "")) > 0 {
			return
		}

		alone := c.Policy
		alone.Windows = slices.Clone(alone.Windows)
		for j := range alone.Windows {
			if j != i {
				alone.Windows[j].Cutoff = "8784h"
			}
		}
		cal := calendar.MustCompile(alone)
		first, ok := cal.NextFit(c.At, 0)
		start, _ := first.Start()
		end, ends := first.End()
		permits := ok && start.Before(c.At.AddDate(1, 0, 0))
		if said && permits && ends && end.Sub(start) <= 8784*time.Hour {
			t.Fatalf("%v, but something may start: %v", found, first)
		}
		alone.Windows = alone.Windows[i : i+1]
		own := calendar.MustCompile(alone).Timeline() // with minDuration as well, so that it is open less than it may be
		opens, later := own.First(c.At.Unix(), c.At.AddDate(1, 0, 0).Unix()-1, window.Open)
		if !said && !permits && !own.Holds(c.At.Unix()) && later {
			t.Fatalf("%v, but it opens at %v and NextFit is %v, %v", found, time.Unix(opens, 0).UTC(), first, ok)
		}
	})
}
