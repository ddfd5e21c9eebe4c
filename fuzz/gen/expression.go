package gen

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/casement-go/casement/tz"
)

// cron draws an expression that has an occurrence on the target day at some time near the given one, for the most part.
func (s *stage) cron(target, sec int) string {
	t := s.t
	if chance(t, 64) {
		return pick(t, "@daily", "@hourly", "@weekly", "@monthly", "@yearly", "@midnight", "@annually")
	}
	month, dom, length := civil(target)
	minute, hour := sec/60%60, sec/3600
	minutes := s.field(minute, 0, 59, true)
	if chance(t, 16) {
		minutes = "*"
	}
	hours := s.field(hour, 0, 23, true)
	if chance(t, 4) {
		hours = pick(t, "*", "*/2", "*/6", "*,3", "*/1")
	}
	days, weekdays, months := "*", "*", "*"
	if chance(t, 4) {
		months = s.field(month, 1, 12, true)
		if chance(t, 2) {
			months = pick(t, monthNames[month-1], strings.ToLower(monthNames[month-1]))
		}
	}
	if !chance(t, 2) {
		days = s.dayField(dom, length)
	}
	if chance(t, 2) {
		weekdays = s.weekdayField(target, dom, length)
		if chance(t, 8) {
			weekdays = "+" + weekdays
		}
	}
	sep := " "
	if chance(t, 64) {
		sep = "\t  "
	}
	return strings.Join([]string{minutes, hours, days, months, weekdays}, sep)
}

// followsRealClock reports whether the hour field of an expression begins with *.
func followsRealClock(expression string) bool {
	fields := strings.Fields(expression)
	return expression == "@hourly" || len(fields) == 5 && strings.HasPrefix(fields[1], "*")
}

// field draws a list, range or step that holds v, in a field of the values from lo to hi.
func (s *stage) field(v, lo, hi int, wraps bool) string {
	t := s.t
	switch weighted(t, 6, 2, 2, 1, 1) {
	case 1:
		return fmt.Sprintf("%d,%d", v, lo+below(t, hi-lo+1))
	case 2:
		from, to := v-upTo(t, 3), v+upTo(t, 3)
		if wraps {
			n := hi - lo + 1
			return fmt.Sprintf("%d-%d", lo+(from-lo+n)%n, lo+(to-lo)%n)
		}
		return fmt.Sprintf("%d-%d", max(lo, from), min(to, hi))
	case 3:
		return fmt.Sprintf("%d/%d", v, 1+upTo(t, hi-lo))
	case 4:
		step := 1 + upTo(t, hi-lo)
		return fmt.Sprintf("%d-%d/%d", lo+(v-lo)%step, hi, step)
	}
	return strconv.Itoa(v)
}

func (s *stage) dayField(dom, length int) string {
	t := s.t
	switch weighted(t, 10, 1, 1, 1, 1) {
	case 1:
		return pick(t, "?", "*/2", "*", "*/1", "1-31")
	case 2:
		return pick(t, "L", "LW", "l")
	case 3:
		return fmt.Sprintf("L-%d", min(30, max(0, length-dom)))
	case 4:
		return fmt.Sprintf("%dW", dom)
	}
	return s.field(dom, 1, 31, false)
}

var weekdayNames = [...]string{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"}

func (s *stage) weekdayField(target, dom, length int) string {
	t := s.t
	day := int(tz.WeekdayOfDay(target)) % 7
	switch weighted(t, 4, 3, 2, 1, 1) {
	case 1:
		return pick(t, weekdayNames[day], strings.ToLower(weekdayNames[day]))
	case 2:
		return weekdayNames[day] + "-" + weekdayNames[below(t, 7)]
	case 3:
		return pick(t, "?", "*", "*/2", "0-7", "7", "5-7", "MON-FRI", "SAT,SUN", "1/2", "FRI-MON")
	case 4:
		if dom+7 > length {
			return fmt.Sprintf("%d%s", day, pick(t, "L", "#L"))
		}
		return fmt.Sprintf("%s#%d", weekdayNames[day], (dom-1)/7+1)
	}
	return s.field(day, 0, 6, true)
}

var monthNames = [...]string{"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"}
