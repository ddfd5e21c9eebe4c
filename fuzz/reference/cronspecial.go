package reference

import (
	"regexp"
	"strings"
	"time"
)

var (
	lastForms    = regexp.MustCompile(`^L(W|-(\d+))?$`)
	nearestForms = regexp.MustCompile(`^(\d+)W$`)
	weekdayForms = regexp.MustCompile(`^(\d|[A-Z]{3})(L|#L|#(\d+))$`)
)

// special reads the forms that only day fields have: the name of the form, which
// is empty for all other items, and the days that it holds.
func (f field) special(item string) (form string, holds func(day) bool, err *Problem) {
	if f.letter != 'D' && f.letter != 'W' {
		return "", nil, nil
	}
	written := item
	if f.anyCase {
		written = strings.ToUpper(item)
	} else if m := regexp.MustCompile(`^[A-Za-z]{3}(L|#.*)$`).FindStringSubmatch(item); m != nil { // names have either case
		written = strings.ToUpper(item[:3]) + m[1]
	}
	if f.letter == 'D' {
		form, holds, err = f.specialDay(written)
	} else {
		form, holds, err = f.specialWeekday(written)
	}
	if form != "" && !f.has(form) {
		return "", nil, problem(invalid, "%s is not of this dialect", form)
	}
	return form, holds, err
}

func (f field) specialDay(item string) (string, func(day) bool, *Problem) {
	if m := lastForms.FindStringSubmatch(item); m != nil {
		switch {
		case m[1] == "":
			return formLast, func(d day) bool { return d == lastOfMonth(d) }, nil
		case m[1] == "W":
			return formLastWorkday, func(d day) bool { return isNearestWorkday(d, lastOfMonth(d)) }, nil
		}
		n := number(m[2])
		if n < 1 || n > 30 {
			return formBeforeLast, nil, problem(outOfRange, "%q", item)
		}
		return formBeforeLast, func(d day) bool { return d == lastOfMonth(d)-day(n) }, nil
	}
	if m := nearestForms.FindStringSubmatch(item); m != nil {
		n, err := f.value(m[1])
		return formNearest, func(d day) bool {
			first, after := monthDays(d.month())
			wanted := first + day(n) - 1
			return wanted < after && isNearestWorkday(d, wanted)
		}, err
	}
	return "", nil, nil
}

func (f field) specialWeekday(item string) (string, func(day) bool, *Problem) {
	if item == "L" {
		return formSaturday, func(d day) bool { return d.weekday() == time.Saturday }, nil
	}
	m := weekdayForms.FindStringSubmatch(item)
	if m == nil {
		return "", nil, nil
	}
	form := map[string]string{"L": formLastWeekday, "#L": formLastHash}[m[2]]
	if form == "" {
		form = formNth
	}
	v, err := f.value(m[1])
	if err != nil {
		return form, nil, err
	}
	index := lastWeek
	if form == formNth {
		if index = number(m[3]); index < 1 || index > 5 {
			return form, nil, problem(outOfRange, "%q", item)
		}
	}
	return form, relativeMonthly(index, time.Weekday((v-f.firstSunday)%7)).picks, nil
}

func lastOfMonth(d day) day {
	_, after := monthDays(d.month())
	return after - 1
}

// isNearestWorkday reports whether d is the Monday to Friday of its month that
// is nearest to the wanted day of the same month. No two are equally near.
func isNearestWorkday(d, wanted day) bool {
	distance := func(d day) day { return max(d-wanted, wanted-d) }
	works := func(d day) bool { return d.weekday() != time.Saturday && d.weekday() != time.Sunday }
	if !works(d) {
		return false
	}
	first, after := monthDays(d.month())
	for other := first; other < after; other++ {
		if works(other) && distance(other) < distance(d) {
			return false
		}
	}
	return true
}
