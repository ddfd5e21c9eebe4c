package reference

import (
	"slices"
	"strings"
)

// cron is a parsed expression (S10).
type cron struct {
	dialect                                *dialect
	seconds, minutes, hours, months, years values
	days, weekdays                         []func(day) bool // a day is on the field if one of them holds it

	either    bool // either day field is enough
	realClock bool
	never     bool // @reboot
}

// values are the numbers that a field holds; nil is all there are.
type values map[int]bool

func (v values) hold(n int) bool { return v == nil || v[n] }

func parseCron(text string, d *dialect, key string) (*cron, *Problem) {
	if len(text) > 1024 {
		return nil, problem(tooLarge, "longer than 1024 bytes")
	}
	text = strings.Trim(text, d.spaces)
	if inner, ok := strings.CutPrefix(text, "cron("); ok && d.functionSyntax {
		if text, ok = strings.CutSuffix(inner, ")"); !ok {
			return nil, problem(invalid, "want cron(...)")
		}
		text = strings.Trim(text, d.spaces)
	}
	c := &cron{dialect: d}
	if strings.HasPrefix(text, "@") {
		word := text
		if d.anyCase {
			word = strings.ToLower(text)
		}
		fields, ok := d.macros[word]
		if !ok {
			return nil, problem(invalid, "no such macro")
		}
		if c.never = fields == ""; c.never {
			fields = "0 0 * * *"
		}
		text = fields
	}
	texts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(d.spaces, r) })
	if len(texts) == 0 {
		return nil, problem(empty, "no fields")
	}
	i := slices.IndexFunc(d.forms, func(form string) bool { return len(form) == len(texts) })
	if i < 0 {
		return nil, problem(invalid, "%d fields", len(texts))
	}
	fields := map[rune]string{'s': "0"} // without seconds: on the minute
	for i, letter := range d.forms[i] {
		fields[letter] = texts[i]
	}
	return c, c.read(fields, key)
}

// read reads the fields, each by its letter.
func (c *cron) read(fields map[rune]string, key string) *Problem {
	for _, f := range []struct {
		letter rune
		into   *values
	}{{'s', &c.seconds}, {'m', &c.minutes}, {'H', &c.hours}, {'M', &c.months}, {'y', &c.years}} {
		text, there := fields[f.letter]
		if !there {
			continue
		}
		read, err := c.dialect.field(f.letter, key).read(text)
		if err != nil {
			return err
		}
		*f.into = read.values
		if f.letter == 'y' && read.everything {
			c.years = nil // those that a field of years cannot name as well
		}
	}
	weekday, plus := fields['W'], false
	if c.dialect.has(formBoth) {
		weekday, plus = strings.CutPrefix(weekday, "+")
	}
	d, err := c.dialect.field('D', key).read(fields['D'])
	if err != nil {
		return err
	}
	w, err := c.dialect.field('W', key).read(weekday)
	if err != nil {
		return err
	}
	c.days, c.weekdays = d.days, w.days

	free := func(text string, f read) bool {
		switch c.dialect.pairing {
		case eitherButItems:
			return f.everything
		case eitherButLeading:
			return strings.HasPrefix(text, "*")
		}
		return text == "*" || text == "?"
	}
	switch c.dialect.pairing {
	case theOneAsked:
		if (fields['D'] == "?") == (weekday == "?") {
			return problem(conflict, "one of the day fields is ?, and one is not")
		}
	case bothDays:
	default:
		c.either = !plus && !free(fields['D'], d) && !free(weekday, w)
	}
	for _, letter := range c.dialect.realClock {
		c.realClock = c.realClock || strings.HasPrefix(fields[letter], "*")
	}
	return nil
}

// picks reports whether the expression runs on a date.
func (c *cron) picks(d day) bool {
	year, month, _ := d.date()
	if c.never || !c.months.hold(int(month)) || !c.years.hold(year) {
		return false
	}
	holds := func(holds func(day) bool) bool { return holds(d) }
	onDay, onWeekday := slices.ContainsFunc(c.days, holds), slices.ContainsFunc(c.weekdays, holds)
	if c.either {
		return onDay || onWeekday
	}
	return onDay && onWeekday // an unrestricted field holds every day
}

// times returns the seconds of the day at which the expression runs.
func (c *cron) times() []int64 {
	var out []int64
	for hour := range 24 {
		for minute := range 60 {
			for second := range 60 {
				if c.hours.hold(hour) && c.minutes.hold(minute) && c.seconds.hold(second) {
					out = append(out, int64(hour*60+minute)*60+int64(second))
				}
			}
		}
	}
	return out
}
