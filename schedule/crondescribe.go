package schedule

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"
	"time"

	"github.com/casement-go/casement/tz"
)

// Describe returns what the expression says as one plain English sentence without a period: exact, so that two expressions
// with the same description have the same written times.
//
//	at 22:00 and 22:30 on Monday and Wednesday
//	every 15 minutes from 02:00 to 05:45 on Monday to Friday
//	at 00:00 on any day that is the 13th of the month or a Friday
//
// A weekday of the month (nearest the 15th, last) is Monday to Friday.
func (c *Cron) Describe() string {
	switch {
	case c == nil || c.source == "":
		return ""
	case c.reboot:
		return "when the system starts, which is at no time of its own"
	}
	text, always := c.times.describe()
	if days := c.describeDays(); days != "every day" || !always {
		text += " " + days
	}
	if c.days.years != nil {
		text += ", in " + list(yearRuns(c.days.years), "and")
	}
	if c.never {
		text += ", which never comes"
	}
	if c.zone != "" {
		text += ", in the zone " + c.zone
	}
	return text
}

// maxListed is how many times of day are listed one by one.
const maxListed = 8

// describe says the times, and whether they are about all hours alike.
func (t *times) describe() (text string, always bool) {
	clock := func(sec int) string {
		s := fmt.Sprintf("%02d:%02d", sec/3600, sec/60%60)
		if t.seconds != 1 {
			s += fmt.Sprintf(":%02d", sec%60)
		}
		return s
	}
	if bits.OnesCount32(t.hours)*bits.OnesCount64(t.minutes)*bits.OnesCount64(t.seconds) <= maxListed {
		all := []string{clock(t.first)}
		for sec := t.first; sec < t.last; {
			sec = t.next(sec + 1)
			all = append(all, clock(sec))
		}
		return "at " + list(all, "and"), false
	}
	everyHour := t.hours == 1<<24-1
	ofHours := " of the hours " + list(numbers(uint64(t.hours), "%02d"), "and")
	switch {
	case everyHour:
		ofHours = " of every hour"
	case t.hours&(t.hours-1) == 0:
		ofHours = fmt.Sprintf(" of the hour %02d", lowest(uint64(t.hours)))
	}
	if t.seconds != 1 {
		text, regular := unit(t.seconds, "second")
		switch {
		case t.minutes == 1<<60-1 && everyHour && regular:
			return text, true
		case t.minutes == 1<<60-1 && everyHour:
			return text + " of every minute", true
		case t.minutes == 1<<60-1:
			return text + " of every minute" + ofHours, false
		}
		return text + " of " + plural("minute", t.minutes) + ofHours, everyHour
	}
	text, regular := unit(t.minutes, "minute")
	step := evenly(uint64(t.hours))
	first, last, run := lowest(uint64(t.hours)), highest(uint64(t.hours)), bits.OnesCount32(t.hours)
	switch {
	case regular && everyHour:
		return text, true
	case regular && run == last-first+1:
		return text + " from " + clock(t.first) + " to " + clock(t.last), false
	case step > 1 && t.minutes&(t.minutes-1) == 0:
		return "every " + strconv.Itoa(step) + " hours from " + clock(t.first) + " to " + clock(t.last), false
	}
	return text + ofHours, everyHour
}

// unit says a set of minutes or seconds, and whether as something that comes all the time.
func unit(set uint64, name string) (text string, regular bool) {
	if set == 1<<60-1 {
		return "every " + name, true
	}
	if step := evenly(set); lowest(set) == 0 && highest(set)+step == 60 {
		return "every " + strconv.Itoa(step) + " " + name + "s", true
	}
	return "at " + plural(name, set), false
}

func plural(name string, set uint64) string {
	text := name + " "
	if set&(set-1) != 0 {
		text = name + "s "
	}
	return text + list(numbers(set, "%d"), "and")
}

// evenly returns the step of a set of three values or more that are all the same step apart, 0 for any other set.
func evenly(set uint64) (step int) {
	if bits.OnesCount64(set) < 3 {
		return 0
	}
	lo := lowest(set)
	step = lowest(set&(set-1)) - lo
	for rest, v := set, lo; rest != 0; v += step {
		if lowest(rest) != v {
			return 0
		}
		rest &= rest - 1
	}
	return step
}

// numbers says a set, three or more in a row as a range.
func numbers(set uint64, format string) []string {
	return inRuns(set, func(v int) string { return fmt.Sprintf(format, v) })
}

func inRuns(set uint64, name func(v int) string) (all []string) {
	for _, run := range runs(set) {
		lo, hi := run[0], run[1]
		if hi-lo < 2 {
			for v := lo; v <= hi; v++ {
				all = append(all, name(v))
			}
			continue
		}
		all = append(all, name(lo)+" to "+name(hi))
	}
	return all
}

func yearRuns(s *yearSet) (all []string) {
	for _, run := range s.runs() {
		lo, hi := run[0], run[1]
		if hi > lo {
			all = append(all, strconv.Itoa(lo)+" to "+strconv.Itoa(hi))
		} else {
			all = append(all, strconv.Itoa(lo))
		}
	}
	return all
}

// list joins items as a sentence does: a, b and c.
func list(items []string, last string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " " + last + " " + items[len(items)-1]
}

// describeDays says the days, months included.
func (c *Cron) describeDays() string {
	either := !c.both && !c.doms.free && !c.dows.free
	everyDom, everyDow := c.doms.days == 1<<31-1, c.dows.every == tz.EveryDay
	months := ""
	if c.days.ofYear != allMonths {
		months = list(inRuns(uint64(c.days.ofYear), func(v int) string { return time.Month(v + 1).String() }), "and")
	}
	in := ""
	if months != "" {
		in = " in " + months
	}
	switch {
	case everyDom && everyDow, either && (everyDom || everyDow):
		return "every day" + in
	case everyDow && months != "":
		return "on " + list(c.doms.describe(), "and") + " of " + months
	case everyDow:
		return "on " + list(c.doms.describe(), "and") + " of every month"
	case everyDom:
		return "on " + list(c.dows.describe(""), "and") + in
	case either:
		return "on any day that is " + list(c.doms.describe(), "or") + " of the month or " + list(c.dows.describe("a "), "or") + in
	}
	return "on any day that is both " + list(c.doms.describe(), "or") + " of the month and " + list(c.dows.describe("a "), "or") + in
}

// ordinal says a day of the month.
func ordinal(n int) string {
	suffix := "th"
	switch n {
	case 1, 21, 31:
		suffix = "st"
	case 2, 22:
		suffix = "nd"
	case 3, 23:
		suffix = "rd"
	}
	return strconv.Itoa(n) + suffix
}

func (s *domSet) describe() []string {
	all := inRuns(uint64(s.days), func(v int) string { return "the " + ordinal(v+1) })
	for n := range 31 {
		if s.nearest>>n&1 != 0 {
			all = append(all, "the weekday nearest the "+ordinal(n+1))
		}
	}
	for n := 30; n > 0; n-- {
		if s.fromLast>>n&1 != 0 {
			all = append(all, "the "+ordinal(n)+" day before the last")
		}
	}
	if s.lastWork {
		all = append(all, "the last weekday")
	}
	if s.fromLast&1 != 0 {
		all = append(all, "the last day")
	}
	return all
}

func (s *dowSet) describe(article string) (all []string) {
	if article == "" {
		all = inRuns(uint64(s.every), func(v int) string { return (tz.Monday + tz.Weekday(v)).String() })
	} else {
		for d := tz.Monday; d <= tz.Sunday; d++ {
			if s.every.Has(d) {
				all = append(all, article+d.String())
			}
		}
	}
	for n := First; n <= Last; n++ {
		for d := tz.Monday; d <= tz.Sunday; d++ {
			if s.nth[n-1].Has(d) {
				all = append(all, "the "+strings.ToLower(n.String())+" "+d.String()+" of the month")
			}
		}
	}
	return all
}
