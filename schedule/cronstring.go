package schedule

import (
	"math/bits"
	"strconv"
	"strings"

	"github.com/casement-go/casement/tz"
)

// String returns the canonical form of the expression, in its dialect: numbers in order, without names, macros and what says
// nothing, an H as the values drawn.
//
//	0,15,30,45 2-5 * * MON-FRI   */15 2-5 * * 1-5
//	0 0 0 1 JAN ? *              0 0 1 1 *
//	@daily                       0 0 * * *
//
// Parsed by the same options, it is an expression that is Equal. (One whose canonical form were too long to be read again has
// its Source here.)
func (c *Cron) String() string {
	if c == nil || c.source == "" {
		return ""
	}
	w := &cronWriter{dialect: &dialects[c.dialect]}
	if c.zone != "" {
		w.b.WriteString("CRON_TZ=" + c.zone + " ")
	}
	if c.reboot {
		w.b.WriteString("@reboot")
		return w.b.String()
	}
	for i, f := range w.layout(c) {
		if i > 0 {
			w.b.WriteByte(' ')
		}
		w.items = 0
		w.field(c, f)
		w.tooLong = w.tooLong || w.items > maxCronItems
	}
	if w.tooLong || w.b.Len() > maxCron {
		return c.source
	}
	return w.b.String()
}

type cronWriter struct {
	b       strings.Builder
	dialect *dialect
	items   int // of this field
	tooLong bool
}

// layout returns the shortest row of fields that says all of c.
func (w *cronWriter) layout(c *Cron) []*field {
	var layout []*field
	for _, layout = range w.dialect.layouts {
		var has fieldSet
		for _, f := range layout {
			has |= setOf(f.index)
		}
		if layout != nil && (has&setOf(secondIndex) != 0 || c.times.seconds == 1) && (has&setOf(yearIndex) != 0 || c.days.years == nil) {
			break
		}
	}
	return layout
}

// A lead says whether a list may begin with a *.
type lead uint8

const (
	anyLead   lead = iota // a * says no more than its values
	mustLead              // it begins with *, and that has a meaning
	neverLead             // it does not, and that has a meaning
	neverAll              // it is not * alone, and that has a meaning
)

func (w *cronWriter) field(c *Cron, f *field) {
	switch f.index {
	case secondIndex:
		w.values(f, c.times.seconds, anyLead)
	case minuteIndex:
		w.values(f, c.times.minutes, w.lead(c, f))
	case hourIndex:
		w.values(f, uint64(c.times.hours), w.lead(c, f))
	case domIndex:
		if w.free(c.doms.free) {
			return
		}
		w.values(f, uint64(c.doms.days), w.lead(c, f))
		w.domSpecials(&c.doms)
	case monthIndex:
		w.values(f, uint64(c.days.ofYear), anyLead)
	case dowIndex:
		if w.free(c.dows.free) {
			return
		}
		if c.both && !c.doms.free {
			w.b.WriteByte('+')
		}
		w.values(f, fromSunday(c.dows.every), w.lead(c, f))
		w.dowSpecials(f, &c.dows)
	case yearIndex:
		w.years(c.days.years)
	}
}

func (w *cronWriter) lead(c *Cron, f *field) lead {
	days := f.index == domIndex || f.index == dowIndex
	switch {
	case days && w.dialect.days == eitherUnlessStar, w.dialect.realClock&setOf(f.index) != 0:
		if c.starred&setOf(f.index) != 0 {
			return mustLead
		}
		return neverLead
	case days && w.dialect.days != bothAlways && w.dialect.days != oneQuestion:
		return neverAll // what is free has been written
	}
	return anyLead
}

// free writes a day field that does not restrict, where that needs no more than one mark, and reports whether it did.
func (w *cronWriter) free(free bool) bool {
	if !free || w.dialect.days == bothAlways || w.dialect.days == eitherUnlessStar {
		return false
	}
	if w.dialect.days == oneQuestion {
		w.item("?")
	} else {
		w.item("*")
	}
	return true
}

func (w *cronWriter) item(text string) {
	if w.items++; w.items > 1 {
		w.b.WriteByte(',')
	}
	w.b.WriteString(text)
}

// values writes a set, bit 0 for the first value of the field.
func (w *cronWriter) values(f *field, set uint64, lead lead) {
	all := uint64(1)<<f.size - 1
	every := func(n int) uint64 { return f.bits(span{f.min, f.last(), n}) }
	switch {
	case set == all && (lead == anyLead || lead == mustLead):
		w.item("*")
		return
	case lead == mustLead:
		n := 2
		for every(n)&^set != 0 { // that of the field's size is its first value alone, which a * always has
			n++
		}
		w.item("*/" + strconv.Itoa(n))
		set &^= every(n)
	case lead != neverLead && set != all && bits.OnesCount64(set) > 2:
		for n := 2; n < f.size; n++ {
			if every(n) == set {
				w.item("*/" + strconv.Itoa(n))
				return
			}
		}
	}
	w.ranges(f.min, set)
}

// ranges writes a set as a range with a step, if it is one, or else as ranges and values.
func (w *cronWriter) ranges(min int, set uint64) {
	if n := bits.OnesCount64(set); n > 2 {
		lo, hi := lowest(set), highest(set)
		if step := (hi - lo) / (n - 1); step > 1 && step*(n-1) == hi-lo {
			even := uint64(0)
			for v := lo; v <= hi; v += step {
				even |= 1 << v
			}
			if even == set {
				w.item(strconv.Itoa(min+lo) + "-" + strconv.Itoa(min+hi) + "/" + strconv.Itoa(step))
				return
			}
		}
	}
	for _, run := range runs(set) {
		lo, hi := run[0], run[1]
		switch hi - lo {
		case 0:
			w.item(strconv.Itoa(min + lo))
		case 1:
			w.item(strconv.Itoa(min + lo))
			w.item(strconv.Itoa(min + hi))
		default:
			w.item(strconv.Itoa(min+lo) + "-" + strconv.Itoa(min+hi))
		}
	}
}

// runs returns the first and the last of consecutive bits, run by run.
func runs(set uint64) (all [][2]int) {
	for set != 0 {
		lo := lowest(set)
		n := bits.TrailingZeros64(^(set >> lo))
		all = append(all, [2]int{lo, lo + n - 1})
		set = set >> (lo + n) << (lo + n)
	}
	return all
}

func (w *cronWriter) domSpecials(s *domSet) {
	for n := range 31 {
		if s.nearest>>n&1 != 0 {
			w.item(strconv.Itoa(n+1) + "W")
		}
	}
	for n := 30; n > 0; n-- {
		if s.fromLast>>n&1 != 0 {
			w.item("L-" + strconv.Itoa(n))
		}
	}
	if s.lastWork {
		w.item("LW")
	}
	if s.fromLast&1 != 0 {
		w.item("L")
	}
}

func (w *cronWriter) dowSpecials(f *field, s *dowSet) {
	for n := First; n <= Last; n++ {
		set := fromSunday(s.nth[n-1])
		for d := range 7 {
			switch {
			case set>>d&1 == 0:
			case n == Last:
				w.item(strconv.Itoa(f.min+d) + "L")
			default:
				w.item(strconv.Itoa(f.min+d) + "#" + strconv.Itoa(int(n)))
			}
		}
	}
}

func (w *cronWriter) years(s *yearSet) {
	if s == nil {
		w.item("*")
		return
	}
	for _, run := range s.runs() {
		lo, hi := run[0], run[1]
		switch hi - lo {
		case 0:
			w.item(strconv.Itoa(lo))
		default:
			w.item(strconv.Itoa(lo) + "-" + strconv.Itoa(hi))
		}
	}
}

// fromSunday is the inverse of weekdays.
func fromSunday(days tz.Weekdays) uint64 { return uint64(days)<<1&0x7f | uint64(days)>>6 }
