package schedule

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/casement-go/casement/tz"
)

// A field describes one of the five fields to the parser.
type field struct {
	name     string
	min, max int
	names    string // three letters each, the first for the value firstName
	first    int    // the value of the first name
	cycle    int    // after how many values the field comes round, where ranges may wrap
}

var (
	minuteField = field{name: "minute", min: 0, max: 59, cycle: 60}
	hourField   = field{name: "hour", min: 0, max: 23, cycle: 24}
	domField    = field{name: "day-of-month", min: 1, max: 31}
	monthField  = field{name: "month", min: 1, max: 12, cycle: 12, names: "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC", first: 1}
	dowField    = field{name: "day-of-week", min: 0, max: 7, cycle: 7, names: "SUNMONTUEWEDTHUFRISAT"}
)

// macros are the words that stand for five fields.
var macros = map[string]string{
	"@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
	"@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
}

// A cronParser reads an expression from left to right. Its first error ends it.
type cronParser struct {
	text string // the whole input
	pos  int    // the next byte
	end  int    // the end of the field being read
	err  *tz.Error
}

func (p *cronParser) fail(at int, code tz.Code, format string, args ...any) {
	if p.err == nil {
		p.err = &tz.Error{Code: code, Input: p.text, Offset: at, Detail: fmt.Sprintf(format, args...)}
	}
}

// expression reads five fields, or a macro.
func (p *cronParser) expression() *Cron {
	text := strings.TrimRight(p.text, " \t")
	start := len(text) - len(strings.TrimLeft(text, " \t"))
	word := text[start:]
	switch {
	case word == "":
		p.fail(0, tz.Empty, "a cron expression has five fields, such as 0 2 * * MON-FRI")
		return nil
	case strings.HasPrefix(strings.ToUpper(word), "TZ=") || strings.HasPrefix(strings.ToUpper(word), "CRON_TZ="):
		p.fail(start, tz.Invalid, "a zone has no place in a cron expression: say it as timeZone")
		return nil
	case word[0] == '@':
		macro, ok := macros[strings.ToLower(word)]
		if !ok {
			p.fail(start, tz.Invalid, "a macro is one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually")
			return nil
		}
		c, err := ParseCron(macro)
		if err != nil {
			panic(err) // the table of macros is wrong
		}
		return c
	}
	var spans [5][2]int
	n := 0
	for i := start; i < len(text); {
		j := i
		for j < len(text) && text[j] != ' ' && text[j] != '\t' {
			j++
		}
		if n == len(spans) {
			p.fail(i, tz.Invalid, "a cron expression has five fields: minute, hour, day of month, month, day of week")
			return nil
		}
		spans[n] = [2]int{i, j}
		n++
		for i = j; i < len(text) && (text[i] == ' ' || text[i] == '\t'); {
			i++
		}
	}
	if n < len(spans) {
		p.fail(len(text), tz.Invalid, "a cron expression has five fields, not %d: minute, hour, day of month, month, day of week", n)
		return nil
	}
	c := &Cron{realClock: text[spans[1][0]] == '*'}
	p.enter(spans[0])
	minutes := p.values(minuteField)
	p.enter(spans[1])
	hours := p.values(hourField)
	p.enter(spans[2])
	p.dom(&c.doms)
	p.enter(spans[3])
	c.months = uint16(p.values(monthField) >> 1)
	p.enter(spans[4])
	p.dow(c)
	if p.err != nil {
		return nil
	}
	c.times = timesOf(uint32(hours), minutes, 1)
	return c
}

func (p *cronParser) enter(span [2]int) { p.pos, p.end = span[0], span[1] }

// peek returns the next byte of the field in upper case, 0 at its end.
func (p *cronParser) peek() byte {
	if p.pos >= p.end {
		return 0
	}
	c := p.text[p.pos]
	if 'a' <= c && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}

// accept skips the next byte if it is c, and reports whether it was.
func (p *cronParser) accept(c byte) bool {
	if p.peek() != c {
		return false
	}
	p.pos++
	return true
}

// list reads items, separated by commas, up to the end of the field.
func (p *cronParser) list(f field, item func()) {
	for p.err == nil {
		if c := p.peek(); c == 0 || c == ',' {
			p.fail(p.pos, tz.Empty, "%s: an item of the list is empty", f.name)
			return
		}
		item()
		if p.err != nil || p.pos == p.end {
			return
		}
		if !p.accept(',') {
			p.fail(p.pos, tz.Invalid, "%s: %q is not expected here", f.name, p.text[p.pos:p.pos+1])
		}
	}
}

// values reads a field that is a list of values, ranges and steps alone, and returns one bit a value.
func (p *cronParser) values(f field) (set uint64) {
	p.list(f, func() { set |= p.item(f) })
	return set
}

// item reads *, a value or a range, and a step behind it.
func (p *cronParser) item(f field) uint64 {
	if p.accept('*') {
		return spread(f, f.min, f.last(), p.step(f))
	}
	return p.from(f, p.value(f))
}

// from reads what may follow the value lo: the other end of a range, and a step.
func (p *cronParser) from(f field, lo int) uint64 {
	if !p.accept('-') {
		if p.peek() != '/' {
			return spread(f, lo, lo, 1)
		}
		return spread(f, lo, max(lo, f.last()), p.step(f)) // 5/10 is 5-59/10
	}
	at := p.pos
	hi := p.value(f)
	if hi < lo {
		if f.cycle == 0 {
			p.fail(at, tz.Inverted, "%s: the range ends before it starts", f.name)
			return 0
		}
		hi += f.cycle
	}
	return spread(f, lo, hi, p.step(f))
}

// last returns the last value of the field, counting Sunday once, as 0.
func (f field) last() int {
	if f.cycle > 0 {
		return f.min + f.cycle - 1
	}
	return f.max
}

// spread returns the bits of every step-th value from lo to hi, which may lie beyond the end of a field that comes round.
func spread(f field, lo, hi, step int) (set uint64) {
	for v := lo; v <= hi; v += step {
		bit := v
		if f.cycle > 0 {
			bit = f.min + (v-f.min)%f.cycle
		}
		set |= 1 << bit
	}
	return set
}

// value reads a number or a name.
func (p *cronParser) value(f field) int {
	at := p.pos
	for c := p.peek(); '0' <= c && c <= '9'; c = p.peek() {
		p.pos++
	}
	if p.pos > at {
		v, err := strconv.Atoi(p.text[at:p.pos])
		if err != nil || v < f.min || v > f.max {
			p.fail(at, tz.OutOfRange, "%s %s is not in %d-%d", f.name, p.text[at:p.pos], f.min, f.max)
			return f.min
		}
		return v
	}
	for c := p.peek(); 'A' <= c && c <= 'Z' && p.pos-at < 3; c = p.peek() {
		p.pos++
	}
	name := strings.ToUpper(p.text[at:p.pos])
	if i := strings.Index(f.names, name); len(name) == 3 && i >= 0 && i%3 == 0 {
		return f.first + i/3
	}
	p.fail(at, tz.Invalid, "%s: %s is expected here", f.name, f.wants())
	return f.min
}

func (f field) wants() string {
	if f.names != "" {
		return fmt.Sprintf("a number from %d to %d or a name like %s", f.min, f.max, f.names[3:6])
	}
	return fmt.Sprintf("a number from %d to %d", f.min, f.max)
}

// step reads /n, and returns 1 where there is none.
func (p *cronParser) step(f field) int {
	if !p.accept('/') {
		return 1
	}
	at := p.pos
	for c := p.peek(); '0' <= c && c <= '9'; c = p.peek() {
		p.pos++
	}
	n, err := strconv.Atoi(p.text[at:p.pos])
	if p.pos == at || err == nil && n == 0 {
		p.fail(at, tz.Invalid, "%s: a step is a number from 1 on", f.name)
		return 1
	}
	if err != nil || n > f.max+1-f.min {
		return f.max + 1 - f.min // beyond the field: the first value alone
	}
	return n
}

// dom reads the day-of-month field.
func (p *cronParser) dom(s *domSet) {
	field := p.text[p.pos:p.end]
	s.restricted = field != "*" && field != "?"
	if field == "?" {
		s.days = 1<<31 - 1
		return
	}
	p.list(domField, func() {
		if p.accept('L') {
			switch {
			case p.accept('W'):
				s.lastWork = true
			case p.accept('-'):
				at := p.pos
				n := p.value(domField)
				if n > 30 {
					p.fail(at, tz.OutOfRange, "day-of-month: L-%d is not in L-1 to L-30", n)
				}
				s.fromLast |= 1 << n
			default:
				s.fromLast |= 1
			}
			return
		}
		if p.peek() == '*' {
			s.days |= uint32(p.item(domField) >> 1)
			return
		}
		n := p.value(domField)
		if p.accept('W') {
			s.nearest |= 1 << (n - 1)
			return
		}
		s.days |= uint32(p.from(domField, n) >> 1)
	})
}

// dow reads the day-of-week field.
func (p *cronParser) dow(c *Cron) {
	s := &c.dows
	c.both = p.accept('+')
	field := p.text[p.pos:p.end]
	s.restricted = field != "*" && field != "?"
	if field == "?" {
		return
	}
	p.list(dowField, func() {
		if p.peek() == '*' {
			s.every |= weekdays(p.item(dowField))
			return
		}
		d := p.value(dowField)
		one := weekdays(spread(dowField, d, d, 1))
		switch {
		case p.accept('L'):
			s.nth[Last-1] |= one
		case p.accept('#'):
			if p.accept('L') {
				s.nth[Last-1] |= one
				return
			}
			if n := p.peek(); n < '1' || n > '5' {
				p.fail(p.pos, tz.OutOfRange, "day-of-week: behind # stands a number from 1 to 5, or L")
				return
			}
			s.nth[p.peek()-'1'] |= one
			p.pos++
		default:
			s.every |= weekdays(p.from(dowField, d))
		}
	})
}

// weekdays turns bits that count from Sunday into a set of weekdays, which counts from Monday.
func weekdays(fromSunday uint64) tz.Weekdays {
	return tz.Weekdays(fromSunday>>1 | fromSunday&1<<6)
}
