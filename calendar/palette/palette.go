// Package palette reads maintenance policies of Spectro Cloud Palette.
//
// Palette shows such a policy in a form and publishes no schema; the JSON of this package is its own:
//
//	{
//	  "name": "edge-fleet",
//	  "tags": ["edge"],
//	  "schedules": [
//	    {"name": "fortnight", "preset": "every two weeks at midnight", "startDate": "2026-01-04", "durationHours": 4},
//	    {"name": "month-mix", "every": "month", "daysOfMonth": [1, 15], "daysOfWeek": ["Saturday"], "hours": [3], "minutes": [0], "durationHours": 3}
//	  ]
//	}
//
// A policy has one schedule or more, with names that differ, and is open where any of them is. All is in UTC. A schedule lasts
// 1 to 24 whole hours from each of its starts, and has either a preset or its own days and times.
//
// The presets are [Weekly], [Fortnightly], [Monthly] and [BiMonthly]. Every two weeks is every 14 days from startDate on, which that
// preset needs and no other takes. Every two months is that of cron: January, March, May and so on.
//
// A schedule of its own says every day, week, month or year, and lists:
//
//	every  daysOfWeek  daysOfMonth  months  hours  minutes
//	day                                       *       *
//	week       *                              *       *
//	month      *            *                 *       *
//	year       *            *         *       *       *
//
// A list of months, hours or minutes that is left out is every one: {"every": "day", "hours": [2], "durationHours": 1} starts at each
// minute from 02:00 to 02:59, and so is open from 02:00 to 03:59. Days of the month and days of the week unite; one that is left
// out leaves the other; both left out is every day.
package palette

import (
	"fmt"
	"slices"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// MaxSchedules is how many schedules a policy may have.
const MaxSchedules = 1000

// The presets.
const (
	Weekly      = "every week on Sunday at midnight"
	Fortnightly = "every two weeks at midnight"
	Monthly     = "every month on the 1st at midnight"
	BiMonthly   = "every two months on the 1st at midnight"
)

// The kinds of remarks.
const (
	EveryMinute calendar.FindingCode = "EveryMinute" // minutes are left out: it starts at each minute, and so is open for almost an hour longer
	OddMonths   calendar.FindingCode = "OddMonths"   // every two months: January, March, ... of every year
	ShortMonth  calendar.FindingCode = "ShortMonth"  // a day that not every month has: it is skipped there
)

// Parse reads a policy. It compiles.
//
// Remarks are about what a document may mean other than it seems; their paths are those of the document.
//
// Documents are read strictly: unknown keys, keys in another letter case and keys that stand twice are errors. All problems are
// reported at once, as [tz.Errors] with the path of each in the document.
func Parse(data []byte) (calendar.Policy, []calendar.Finding, error) {
	tree, errs := strict.Parse(data)
	if tree == nil {
		return calendar.Policy{}, nil, errs
	}
	r := &reader{Reader: strict.Reader{Problems: errs}, places: strict.Places{"windows": "schedules"}}
	p := calendar.Policy{Windows: []calendar.WindowSpec{}}
	var schedules []schedule
	var tags []string
	r.Object(map[string]strict.Target{
		"name":        r.Text(&p.Name),
		"description": r.Text(&p.Description),
		"tags":        strict.Items(&r.Reader, &tags, MaxSchedules, r.Text),
		"schedules":   strict.Items(&r.Reader, &schedules, MaxSchedules, r.schedule),
	})(*tree, "")
	if len(schedules) == 0 && len(r.Problems) == 0 {
		r.Fail(tz.Empty, "schedules", "", "a policy keeps at least one schedule")
	}
	for i := range schedules {
		at := strict.Index("schedules", i)
		if r.failed(at) { // it is no object
			p.Windows = append(p.Windows, calendar.WindowSpec{Always: true})
			continue
		}
		r.places[strict.Index("windows", i)] = at
		p.Windows = append(p.Windows, r.window(&schedules[i], at))
	}
	_, err := calendar.Compile(p)
	if problems := strict.Merge(r.Problems, r.places.Translate(err)); len(problems) > 0 {
		return calendar.Policy{}, nil, problems
	}
	return p, r.remarks, nil
}

// A schedule is an entry of schedules. Lists that are left out are nil.
type schedule struct {
	name, preset, startDate, every string
	months, weekdays               []string
	days, hours, minutes           []int
	durationHours                  int
	present                        map[string]bool // the keys that are not left out
}

// A reader reads a document.
type reader struct {
	strict.Reader
	places  strict.Places
	remarks []calendar.Finding
}

func (r *reader) schedule(s *schedule) strict.Target {
	s.present = make(map[string]bool)
	list := func(to *[]int, least, most int) strict.Target {
		return r.list(strict.Items(&r.Reader, to, calendar.MaxDays, func(n *int) strict.Target {
			return func(v strict.Value, path string) {
				before := len(r.Problems)
				if r.Integer(n)(v, path); len(r.Problems) == before && (*n < least || *n > most) {
					r.Fail(tz.OutOfRange, path, v.Text, fmt.Sprintf("a number from %d to %d is expected", least, most))
				}
			}
		}))
	}
	targets := map[string]strict.Target{
		"name":          r.Word(&s.name),
		"preset":        r.Word(&s.preset),
		"startDate":     r.Word(&s.startDate),
		"every":         r.Word(&s.every),
		"months":        r.list(strict.Items(&r.Reader, &s.months, calendar.MaxDays, r.Word)),
		"daysOfMonth":   list(&s.days, 1, 31),
		"daysOfWeek":    r.list(strict.Items(&r.Reader, &s.weekdays, calendar.MaxDays, r.Word)),
		"hours":         list(&s.hours, 0, 23),
		"minutes":       list(&s.minutes, 0, 59),
		"durationHours": r.Integer(&s.durationHours),
	}
	for key, target := range targets {
		targets[key] = func(v strict.Value, path string) {
			s.present[key] = true
			target(v, path)
		}
	}
	return r.Object(targets)
}

// list returns a target for a list that holds something.
func (r *reader) list(read strict.Target) strict.Target {
	return func(v strict.Value, path string) {
		if v.Kind == strict.List && len(v.Items) == 0 {
			r.Fail(tz.Empty, path, "", "this list is empty: leave it out")
			return
		}
		read(v, path)
	}
}

// failed reports whether a problem with the value at path is known.
func (r *reader) failed(path string) bool {
	return slices.ContainsFunc(r.Problems, func(e *tz.Error) bool { return e.Path == path })
}

// remark adds a remark.
func (r *reader) remark(code calendar.FindingCode, path, detail string) {
	r.remarks = append(r.remarks, calendar.Finding{Code: code, Path: path, Detail: detail})
}
