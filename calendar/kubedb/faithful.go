package kubedb

import (
	"slices"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// faithfulDays makes a policy that is open where KubeDB is by days: while the wall clock reads later than the start of a window and
// earlier than its end, on its day. What holds for every reading of the clock is what blackouts are for (S13), so the policy is always
// open but while the clock reads anything else.
//
//	windows      (02:00      04:00)       (10:00   12:00)
//	open         02:00:01 ━━━ 04:00       10:00:01 ━ 12:00
//	blackouts  ━━━┫            ┣━━━━━━━━━━━┫         ┣━━━━━ 24:00
func (r *reader) faithfulDays(w *resource) {
	type open struct{ from, to int } // seconds of the day
	shut := []calendar.TimeSpan{}
	idle := []string{} // days without windows
	some := false
	for day := tz.Monday; day <= tz.Sunday; day++ {
		var opens []open
		for _, d := range w.days[day] {
			start, end, ok := r.times(d)
			if !ok {
				continue
			}
			w.remarkOrder(d, start, end)
			if start.Compare(end) < 0 {
				opens = append(opens, open{start.Seconds() + 1, end.Seconds()})
			}
		}
		if len(opens) == 0 {
			idle = append(idle, day.String())
			continue
		}
		some = true
		slices.SortFunc(opens, func(a, b open) int { return a.from - b.from })
		at := 0 // up to here it is known what is open
		for _, o := range append(opens, open{tz.SecondsPerDay, tz.SecondsPerDay}) {
			if at < o.from {
				from, _ := tz.TimeOfDayOf(at)
				to, _ := tz.TimeOfDayOf(o.from)
				shut = append(shut, calendar.TimeSpan{Start: from.String(), End: to.String(), DaysOfWeek: []string{day.String()}})
			}
			at = max(at, o.to)
		}
	}
	if !some {
		return
	}
	if len(idle) > 0 {
		shut = append(shut, calendar.TimeSpan{Start: "00:00", End: "24:00", DaysOfWeek: idle})
	}
	w.places["windows[0]"] = strict.Join(w.places.Of(""), "days")
	w.Policy.Windows = append(w.Policy.Windows, calendar.WindowSpec{Always: true, NotAllowedTime: shut})
}

// secondAfter returns the instant a second later, or the text itself where it is none.
func secondAfter(instant string) string {
	at, err := tz.ParseInstant(instant)
	if err != nil {
		return instant
	}
	return at.Add(time.Second).Format(time.RFC3339)
}
