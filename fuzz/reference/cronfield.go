package reference

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// field says what one field of an expression may hold.
type field struct {
	*dialect
	letter    rune
	low, high int    // the numbers that may be written
	size      int    // how many values there are; 7 where Sunday is both 0 and 7
	names     string // three letters each, the first for low
	cyclic    bool

	key               string
	hashLow, hashHigh int // what a plain H is drawn from
}

// read is what a field says.
type read struct {
	values     values
	days       []func(day) bool
	everything bool // an item is * or ?
}

func (d *dialect) has(form string) bool { return slices.Contains(d.special, form) }

func (d *dialect) field(letter rune, key string) field {
	f := field{dialect: d, letter: letter, key: key, cyclic: true}
	switch letter {
	case 's', 'm':
		f.high = 59
	case 'H':
		f.high = 23
	case 'D':
		f.low, f.high, f.cyclic = 1, 31, false
	case 'M':
		f.low, f.high, f.names = 1, 12, "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"
	case 'W':
		f.low, f.high, f.names = d.firstSunday, d.firstSunday+6, "SUNMONTUEWEDTHUFRISAT"
	case 'y':
		f.low, f.high, f.cyclic = 1970, 2199, false
	}
	f.size = f.high - f.low + 1
	f.hashLow, f.hashHigh = f.low, f.high
	if letter == 'D' {
		f.hashHigh = 28
	}
	if letter == 'W' && d.firstSunday == 0 && !d.noSeven {
		f.high = 7
	}
	if d.noNames {
		f.names = ""
	}
	return f
}

// read reads a whole field.
func (f field) read(text string) (read, *Problem) {
	out := read{values: values{}}
	items := strings.Split(text, ",")
	if len(items) > 64 {
		return out, problem(tooLarge, "more than 64 list items")
	}
	if text == "?" && (f.letter == 'D' || f.letter == 'W') && f.has(formDays) {
		out.everything = true
		out.days = []func(day) bool{func(day) bool { return true }}
		return out, nil
	}
	for _, item := range items {
		if item == "" {
			return out, problem(empty, "an empty list item")
		}
		form, holds, err := f.special(item)
		if form == "" && err == nil {
			err = f.plain(item, &out)
		} else if err == nil {
			out.days = append(out.days, holds)
		}
		if err != nil {
			return out, err
		}
		if len(items) > 1 && slices.Contains(f.alone, form) {
			return out, problem(conflict, "%s suffers no other item", form)
		}
	}
	out.days = append(out.days, func(d day) bool {
		_, _, dayOfMonth := d.date()
		if f.letter == 'D' {
			return out.values.hold(dayOfMonth)
		}
		return out.values.hold(int(d.weekday()) + f.firstSunday)
	})
	return out, nil
}

var (
	starForm  = regexp.MustCompile(`^[*?](?:/(\d+))?$`)
	rangeForm = regexp.MustCompile(`^(\d+|[A-Za-z]{3})(?:-(\d+|[A-Za-z]{3}))?(?:/(\d+))?$`)
	hashForm  = regexp.MustCompile(`^H(?:\((\d+)-(\d+)\))?(?:/(\d+))?$`)
)

// plain reads *, N, A-B and H, each with an optional /step, into values.
func (f field) plain(item string, out *read) *Problem {
	step, from, to := 1, f.low, f.low+f.size-1
	if m := hashForm.FindStringSubmatch(item); m != nil && f.has(formHash) {
		return f.hash(m, out)
	}
	if m := starForm.FindStringSubmatch(item); m != nil && (item[0] == '*' || f.has(formAny)) {
		n, err := f.step(m[1])
		if err != nil {
			return err
		}
		step = n
		out.everything = out.everything || step == 1
	} else if m := rangeForm.FindStringSubmatch(item); m != nil {
		var err *Problem
		if from, err = f.value(m[1]); err != nil {
			return err
		}
		switch {
		case m[2] != "":
			if to, err = f.value(m[2]); err != nil {
				return err
			}
			if f.sunday && strings.EqualFold(m[2], "SUN") && from > to {
				to = 7
			}
		case m[3] == "":
			to = from
		case !f.openStep:
			return problem(invalid, "a step without a range")
		default: // to the end of the field; nothing comes after a 7 that is Sunday
			to = max(from, to)
		}
		if step, err = f.step(m[3]); err != nil {
			return err
		}
	} else {
		return problem(invalid, "item %q", item)
	}
	if from > to {
		if !f.wraps || !f.cyclic {
			return problem(inverted, "range %q", item)
		}
		to += f.size
	}
	f.add(out, from, to, step)
	return nil
}

// add adds every step-th value of a range, which may go round the end.
func (f field) add(out *read, from, to, step int) {
	for v := from; v <= to; v += step {
		out.values[f.low+(v-f.low)%f.size] = true
	}
}

// value reads one number or name.
func (f field) value(text string) (int, *Problem) {
	if strings.Trim(text, "0123456789") != "" {
		if i := strings.Index(f.names, strings.ToUpper(text)); i >= 0 && i%3 == 0 {
			return f.low + i/3, nil
		}
		return 0, problem(invalid, "name %q", text)
	}
	n := number(text)
	if n < f.low || n > f.high {
		return 0, problem(outOfRange, "value %q", text)
	}
	return n, nil
}

func (f field) step(text string) (int, *Problem) {
	n := number(text)
	switch {
	case text == "":
		return 1, nil
	case n == 0:
		return 0, problem(invalid, "step 0")
	case n > f.size && !f.bigStep:
		return 0, problem(outOfRange, "step %d", n)
	}
	return n, nil
}

// number reads digits; a number too large for any field is as good as any other.
func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 1 << 20
	}
	return min(n, 1<<20)
}
