package vet_test

import (
	"slices"
	"testing"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/vet"
	"github.com/casement-go/casement/fuzz/gen"
	"pgregory.net/rapid"
)

// Where nothing is said of starts that a clock skips or repeats, and of days that months lack, the options for these change nothing in
// the reference: not in a year that begins so late that no window from before reaches into it.
func TestWhatIsNotSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := gen.Cases().Draw(t, "case")
		i := rapid.IntRange(0, max(len(c.Policy.Windows)-1, 0)).Draw(t, "window")
		if len(c.Policy.Windows) == 0 || c.Policy.Windows[i].Schedule == nil || c.Policy.Windows[i].EndTime != "" {
			t.Skip("no start, or an end that the options are for as well")
		}
		ref, ok := judge(t, c.Policy)
		if !ok {
			t.Skip("the reference does not evaluate it")
		}
		found := vet.Check(c.Policy, c.At.AddDate(0, 0, -400), vet.Options{Years: 3, Steps: steps})
		if len(with(found, vet.Unfinished)) > 0 {
			return
		}
		other := c.Policy
		other.Windows = slices.Clone(other.Windows)
		w := &other.Windows[i]
		if len(of(found, vet.StartInGap, "windows["+string(rune('0'+i))+"]"))+len(of(found, vet.StartInOverlap, "windows["+string(rune('0'+i))+"]")) == 0 {
			w.Gap, w.Overlap = "skip", "second"
		}
		if m := w.Schedule.AbsoluteMonthly; m != nil && m.IntervalMonths <= 1 && len(with(found, vet.ShortMonths)) == 0 {
			// With an interval, clamp may find another day to count from.
			clamped := *m
			clamped.ShortMonth = "clamp"
			w.Schedule = &calendar.Schedule{AbsoluteMonthly: &clamped}
		}
		if _, err := calendar.Compile(other); err != nil || i > 9 {
			t.Skip("follows the real clock, which has no such options")
		}
		changed, _ := judge(t, other)
		from, to := c.At, c.At.AddDate(1, 0, 0)
		if got, want := changed.Windows(from, to), ref.Windows(from, to); !slices.Equal(got, want) {
			t.Fatalf("nothing is said: %v\nbut with other options of window %d\n%v\nwithout\n%v", found, i, got, want)
		}
	})
}
