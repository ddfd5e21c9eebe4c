package reference

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// ErrUnsupported is wrapped by the errors for documents that may well be valid
// but say something this package does not evaluate.
var ErrUnsupported = errors.New("not evaluated by the reference")

// cron is a parsed expression of five fields (S10).
type cron struct {
	minutes, hours, days, months, weekdays map[int]bool

	anyDay, anyWeekday bool // the field is unrestricted: its text is * or ?
	bothDays           bool // the day of the week begins with +
	realClock          bool // the hour begins with *
}

func parseCron(text string) (*cron, error) {
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\t' })
	switch {
	case len(text) > 1024:
		return nil, errors.New("cron: longer than 1024 bytes")
	case len(fields) == 1 && strings.HasPrefix(fields[0], "@"), len(fields) == 6, len(fields) == 7:
		return nil, fmt.Errorf("cron %q: %w", text, ErrUnsupported)
	case len(fields) != 5:
		return nil, fmt.Errorf("cron %q: want five fields", text)
	}
	weekday, bothDays := strings.CutPrefix(fields[4], "+")
	c := &cron{
		anyDay:     fields[2] == "*" || fields[2] == "?",
		anyWeekday: weekday == "*" || weekday == "?",
		bothDays:   bothDays,
		realClock:  strings.HasPrefix(fields[1], "*"),
	}
	for _, f := range []struct {
		into   *map[int]bool
		text   string
		bounds cronBounds
	}{
		{&c.minutes, fields[0], cronBounds{low: 0, high: 59, cyclic: true}},
		{&c.hours, fields[1], cronBounds{low: 0, high: 23, cyclic: true}},
		{&c.days, fields[2], cronBounds{low: 1, high: 31, dayField: true}},
		{&c.months, fields[3], cronBounds{low: 1, high: 12, cyclic: true, names: "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"}},
		{&c.weekdays, weekday, cronBounds{low: 0, high: 6, cyclic: true, dayField: true, sevenIsZero: true, names: "SUNMONTUEWEDTHUFRISAT"}},
	} {
		values, err := f.bounds.parse(f.text)
		if err != nil {
			return nil, fmt.Errorf("cron %q: %w", text, err)
		}
		*f.into = values
	}
	return c, nil
}

// picks reports whether the expression runs on a date. Two restricted day
// fields unite, unless + asks for both (S10).
func (c *cron) picks(d day) bool {
	_, month, dayOfMonth := d.date()
	if !c.months[int(month)] {
		return false
	}
	onDay, onWeekday := c.days[dayOfMonth], c.weekdays[int(d.weekday())]
	if c.bothDays || c.anyDay || c.anyWeekday { // an unrestricted field holds every day
		return onDay && onWeekday
	}
	return onDay || onWeekday
}

// times returns the seconds of the day at which the expression runs.
func (c *cron) times() []int64 {
	var out []int64
	for hour := range 24 {
		for minute := range 60 {
			if c.hours[hour] && c.minutes[minute] {
				out = append(out, int64(hour*60+minute)*60)
			}
		}
	}
	return out
}

// cronBounds describes what one field may hold.
type cronBounds struct {
	low, high   int
	cyclic      bool   // a range may wrap around: 22-2
	dayField    bool   // may be ?
	sevenIsZero bool   // 7 is Sunday, as 0 is
	names       string // three letters each, the first naming low
}

// parse reads a list of *, N, A-B, each with an optional /step.
func (b cronBounds) parse(field string) (map[int]bool, error) {
	if field == "?" && b.dayField {
		field = "*"
	}
	if b.dayField && strings.ContainsAny(strings.ToUpper(b.withoutNames(field)), "LW#") {
		return nil, fmt.Errorf("%q: %w", field, ErrUnsupported)
	}
	items := strings.Split(field, ",")
	if len(items) > 64 {
		return nil, errors.New("more than 64 list items")
	}
	size := b.high - b.low + 1
	values := map[int]bool{}
	for _, item := range items {
		body, stepText, hasStep := strings.Cut(item, "/")
		step := 1
		if hasStep {
			n, ok := digits(stepText)
			if !ok || n == 0 {
				return nil, fmt.Errorf("step %q", stepText)
			}
			step = n
		}
		var from, to int
		if fromText, toText, isRange := strings.Cut(body, "-"); body == "*" {
			from, to = b.low, b.high
		} else {
			var ok1, ok2 bool
			from, ok1 = b.value(fromText)
			to, ok2 = from, ok1
			if isRange {
				to, ok2 = b.value(toText)
			} else if hasStep { // N/step runs to the end of the field; nothing comes after a 7 that is Sunday
				to = max(from, b.high)
			}
			if !ok1 || !ok2 {
				return nil, fmt.Errorf("value %q", item)
			}
		}
		if from > to {
			if !b.cyclic {
				return nil, fmt.Errorf("range %q", item)
			}
			to += size
		}
		for v := from; v <= to; v += step {
			values[b.low+(v-b.low)%size] = true
		}
	}
	return values, nil
}

// value reads one number or name.
func (b cronBounds) value(text string) (int, bool) {
	if i := strings.Index(b.names, strings.ToUpper(text)); len(text) == 3 && i >= 0 && i%3 == 0 {
		return b.low + i/3, true
	}
	n, ok := digits(text)
	return n, ok && (b.low <= n && n <= b.high || b.sevenIsZero && n == 7)
}

// withoutNames blanks the names out, so that the L of JUL is not an L.
func (b cronBounds) withoutNames(field string) string {
	field = strings.ToUpper(field)
	for i := 0; i+3 <= len(b.names); i += 3 {
		field = strings.ReplaceAll(field, b.names[i:i+3], "")
	}
	return field
}

// digits reads an unsigned number; one too large for any field is as good as
// any other such.
func digits(text string) (int, bool) {
	if text == "" || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		n = 1 << 20
	}
	return min(n, 1<<20), true
}
