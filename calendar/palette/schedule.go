package palette

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// window makes a window of the schedule at path.
func (r *reader) window(s *schedule, path string) calendar.WindowSpec {
	if !s.present["name"] {
		r.Fail(tz.Missing, path+".name", "", "a schedule has a name, which no other of the policy has")
	}
	switch {
	case !s.present["durationHours"]:
		r.Fail(tz.Missing, path+".durationHours", "", "a schedule lasts 1 to 24 hours: say how many")
	case r.failed(path + ".durationHours"):
	case s.durationHours < 1 || s.durationHours > 24:
		r.Fail(tz.OutOfRange, path+".durationHours", strconv.Itoa(s.durationHours), "a schedule lasts 1 to 24 hours")
	}
	w := calendar.WindowSpec{Name: s.name, DurationHours: s.durationHours}
	switch {
	case s.present["preset"] && s.present["every"]:
		r.Fail(tz.Conflict, path+".every", s.every, "a schedule has a preset or its own days, not both")
	case s.present["preset"]:
		r.preset(&w, s, path)
	case s.present["every"]:
		r.custom(&w, s, path)
	default:
		r.Fail(tz.Missing, path, "", "a schedule has a preset, or every day, week, month or year")
	}
	return w
}

// lists are the keys of a schedule that has days and times of its own, in the order of a cron expression.
var lists = []string{"minutes", "hours", "daysOfMonth", "months", "daysOfWeek"}

// refuse reports the keys that have no place beside something.
func (r *reader) refuse(s *schedule, path string, keys []string, beside string) {
	for _, key := range keys {
		if s.present[key] {
			r.Fail(tz.Conflict, path+"."+key, "", key+" has no place beside "+beside)
		}
	}
}

// preset fills in a window of a preset.
func (r *reader) preset(w *calendar.WindowSpec, s *schedule, path string) {
	r.refuse(s, path, lists, "a preset")
	if s.preset != Fortnightly {
		r.refuse(s, path, []string{"startDate"}, "this preset: it belongs to "+Fortnightly)
	}
	switch s.preset {
	case Weekly:
		w.Schedule = cron("0 0 * * SUN")
	case Monthly:
		w.Schedule = cron("0 0 1 * *")
	case BiMonthly:
		w.Schedule = cron("0 0 1 */2 *")
		r.remark(OddMonths, path+".preset", "every two months is January, March, May, July, September and November")
	case Fortnightly:
		if !s.present["startDate"] {
			r.Fail(tz.NoStartDate, path+".startDate", "", "every two weeks needs a day to count from: add startDate, such as 2026-01-04")
			s.startDate = "1970-01-01" // so that this is the only problem with it
		}
		w.Schedule = &calendar.Schedule{Daily: &calendar.Daily{IntervalDays: 14}}
		w.StartDate, w.StartTime = s.startDate, "00:00"
	default:
		if s.preset != "" {
			r.Fail(tz.Invalid, path+".preset", s.preset, "a preset is one of "+strings.Join([]string{Weekly, Fortnightly, Monthly, BiMonthly}, ", "))
		}
		w.Schedule = cron("0 0 * * *") // so that this is the only problem with it
	}
}

func cron(expression string) *calendar.Schedule {
	return &calendar.Schedule{Cron: &calendar.Cron{Expression: expression}}
}

// custom fills in a window of days and times of its own. They are a cron expression: in one, days of the month and days of the week
// unite where both are restricted.
func (r *reader) custom(w *calendar.WindowSpec, s *schedule, path string) {
	r.refuse(s, path, []string{"startDate"}, "every: it belongs to "+Fortnightly)
	takes := map[string][]string{
		"day":   {"minutes", "hours"},
		"week":  {"minutes", "hours", "daysOfWeek"},
		"month": {"minutes", "hours", "daysOfMonth", "daysOfWeek"},
		"year":  lists,
	}[s.every]
	if takes == nil {
		if s.every != "" {
			r.Fail(tz.Invalid, path+".every", s.every, "every is one of day, week, month, year")
		}
		takes = lists
	}
	for _, key := range lists {
		if !slices.Contains(takes, key) {
			r.refuse(s, path, []string{key}, "every "+s.every)
		}
	}
	before := len(r.Problems)
	months, days := numbersOf(r, s.months, path+".months", parseMonth), numbersOf(r, s.weekdays, path+".daysOfWeek", parseWeekday)
	w.Schedule = cron(strings.Join([]string{field(s.minutes), field(s.hours), field(s.days), field(months), field(days)}, " "))
	if len(r.Problems) > before || r.wrongLists(path) {
		w.Schedule = cron("0 0 * * *") // so that nothing is said of what is wrong already
		return
	}
	if s.minutes == nil {
		r.remark(EveryMinute, path, "without minutes this starts at every minute of its hours")
	}
	for _, day := range s.days {
		if day > 28 {
			r.remark(ShortMonth, path+".daysOfMonth", "not every month has day "+strconv.Itoa(day)+": it is skipped there")
			break
		}
	}
}

// wrongLists reports whether something is known to be wrong with the schedule at path.
func (r *reader) wrongLists(path string) bool {
	return slices.ContainsFunc(r.Problems, func(e *tz.Error) bool { return strings.HasPrefix(e.Path, path+".") })
}

// field returns a list as a field of a cron expression: every value, if there is no list.
func field(list []int) string {
	if list == nil {
		return "*"
	}
	var texts []string
	for _, n := range slices.Compact(slices.Sorted(slices.Values(list))) {
		texts = append(texts, strconv.Itoa(n))
	}
	return strings.Join(texts, ",")
}

// numbersOf returns the numbers of names: nil if there are none.
func numbersOf(r *reader, names []string, path string, parse func(string) (int, error)) []int {
	var numbers []int
	for i, name := range names {
		n, err := parse(name)
		if err != nil && name != "" {
			r.Note(tz.Join(path+"["+strconv.Itoa(i)+"]", err))
		}
		numbers = append(numbers, n)
	}
	return numbers
}

// parseWeekday reads a day of the week as the number that cron has for it.
func parseWeekday(name string) (int, error) {
	day, err := tz.ParseWeekday(name)
	return int(day) % 7, err
}

// parseMonth reads a month by its full English name.
func parseMonth(name string) (int, error) {
	detail := "a month is one of January, February, March, April, May, June, July, August, September, October, November, December"
	for m := time.January; m <= time.December; m++ {
		if name == m.String() {
			return int(m), nil
		}
		if strings.EqualFold(name, m.String()) || strings.EqualFold(name, m.String()[:3]) {
			detail = "write " + m.String()
		}
	}
	return 0, &tz.Error{Code: tz.Invalid, Input: name, Detail: detail}
}
