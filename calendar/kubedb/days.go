package kubedb

import (
	"slices"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// assemble makes the policy of a resource.
func (r *reader) assemble(w *resource) {
	p := &w.Policy
	p.Name, p.TimeZone = w.Name, w.zone
	p.Windows = []calendar.WindowSpec{}
	if w.zone == "Local" {
		w.remark(LocalZone, w.places.Of("timeZone"), "the zone is that of the host on which KubeDB runs: compile with calendar.WithLocal, or write its name")
	}
	if r.faithful {
		r.faithfulDays(w)
	} else {
		r.dayWindows(w)
	}
	for _, d := range w.dates {
		end := d.end
		if r.faithful {
			end = secondAfter(end)
		}
		w.places[strict.Index("windows", len(p.Windows))+".span"] = d.path
		p.Windows = append(p.Windows, calendar.WindowSpec{Span: &calendar.InstantSpan{Start: d.start, End: end}})
	}
	if len(w.dates) == 0 && !slices.ContainsFunc(w.days[:], func(day []timeRange) bool { return len(day) > 0 }) {
		w.remark(NeverOpen, w.places.Of(""), "there are neither days nor dates: this never opens")
	}
}

func (w *resource) remark(code calendar.FindingCode, path, detail string) {
	w.Remarks = append(w.Remarks, calendar.Finding{Code: code, Path: path, Detail: detail})
}

// dayWindows makes a window of each entry of days, from Monday to Sunday.
func (r *reader) dayWindows(w *resource) {
	for day := tz.Monday; day <= tz.Sunday; day++ {
		for _, d := range w.days[day] {
			start, end, ok := r.times(d)
			if !ok {
				continue
			}
			w.remarkOrder(d, start, end)
			w.places[strict.Index("windows", len(w.Policy.Windows))] = d.path
			w.Policy.Windows = append(w.Policy.Windows, calendar.WindowSpec{
				Schedule:  &calendar.Schedule{Weekly: &calendar.Weekly{DayOfWeek: day.String()}},
				StartTime: start.String(), EndTime: end.String(),
			})
		}
	}
}

// remarkOrder says what KubeDB makes of a window that does not end later on the same day.
func (w *resource) remarkOrder(d timeRange, start, end tz.TimeOfDay) {
	switch start.Compare(end) {
	case 0:
		w.remark(WholeDay, d.path, "this is a whole day, from "+d.start+" on; KubeDB itself never opens it")
	case 1:
		w.remark(OverMidnight, d.path, "this ends on the next day; KubeDB itself never opens it")
	}
}

// times reads the ends of a window of a day, and reports whether they are right.
func (r *reader) times(d timeRange) (start, end tz.TimeOfDay, ok bool) {
	start, ok1 := r.kitchen(d.start, strict.Join(d.path, "start"))
	end, ok2 := r.kitchen(d.end, strict.Join(d.path, "end"))
	return start, end, ok1 && ok2
}

// kitchen reads a time of day as KubeDB writes it.
func (r *reader) kitchen(s, path string) (tz.TimeOfDay, bool) {
	if s == "" {
		if !slices.ContainsFunc(r.Problems, func(e *tz.Error) bool { return e.Path == path }) {
			r.Fail(tz.Missing, path, "", "a time such as 2:00AM is required")
		}
		return tz.TimeOfDay{}, false
	}
	at, err := time.Parse(time.Kitchen, s)
	if err != nil {
		r.Fail(tz.Invalid, path, s, "a time has the form 2:00AM or 10:30PM")
		return tz.TimeOfDay{}, false
	}
	return tz.TimeOfDayOf(at.Hour()*3600 + at.Minute()*60)
}
