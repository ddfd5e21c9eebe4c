package schedule

import (
	"fmt"
	"strings"

	"github.com/casement-go/casement/tz"
)

// A cronParser reads an expression from left to right. Its first error ends it.
type cronParser struct {
	text    string // the whole input
	options CronOptions
	dialect *dialect
	pos     int // the next byte
	end     int // the end of what is being read: a field, or all of them
	err     *tz.Error

	items  int               // of the list being read
	alone  feature           // of the features in that list, those that must be the only item ...
	at     int               // ... and where one of them stands
	every  bool              // the list has an item that is every value: * or ?, also with a step of 1
	years  yearSet           // of the year field
	fields [yearIndex]uint64 // of the other fields, bit 0 for the first value
}

func (p *cronParser) fail(at int, code tz.Code, format string, args ...any) {
	if p.err == nil {
		p.err = &tz.Error{Code: code, Input: p.text, Offset: at, Detail: fmt.Sprintf(format, args...)}
	}
}

// allows reports whether the dialect has one of these features.
func (p *cronParser) allows(f feature) bool { return p.dialect.allowed&f != 0 }

// use notes that a feature stands at a place, and fails if the dialect does not have it.
func (p *cronParser) use(f feature, at int, what string) {
	if !p.allows(f) {
		p.fail(at, tz.Invalid, "%s has no meaning here in the dialect %s", what, p.dialect.name)
	}
	if p.dialect.alone&f != 0 {
		p.alone, p.at = f, at
	}
}

// expression reads all fields, or a macro, and what may stand around them.
func (p *cronParser) expression() *Cron {
	p.end = len(p.text)
	p.trim()
	if p.pos == p.end {
		p.fail(0, tz.Empty, "a cron expression has fields, such as %s", p.dialect.example)
	}
	c := &Cron{zone: p.zonePrefix()}
	if p.allows(functionStyle) {
		p.unwrap()
	}
	if p.peek() == '@' {
		p.macro(c)
	} else {
		p.allFields(c)
	}
	return c
}

func (p *cronParser) isSpace(at int) bool {
	return strings.IndexByte(p.dialect.spaces, p.text[at]) >= 0
}

// trim leaves out the spaces at both ends of what is being read.
func (p *cronParser) trim() {
	p.end = p.pos + len(strings.TrimRight(p.text[p.pos:p.end], p.dialect.spaces))
	p.skipSpaces()
}

func (p *cronParser) skipSpaces() {
	for p.pos < p.end && p.isSpace(p.pos) {
		p.pos++
	}
}

// zonePrefix reads TZ=Name or CRON_TZ=Name, if it stands here and is wanted.
func (p *cronParser) zonePrefix() string {
	start := p.pos
	switch key, _, found := strings.Cut(p.text[p.pos:p.end], "="); {
	case !found || !strings.EqualFold(key, "TZ") && !strings.EqualFold(key, "CRON_TZ"):
		return ""
	case !p.options.ZonePrefix:
		p.fail(start, tz.Invalid, "a zone has no place in a cron expression: say it as timeZone")
		return ""
	case key != strings.ToUpper(key):
		p.fail(start, tz.Invalid, "write %s= in capital letters", strings.ToUpper(key))
		return ""
	default:
		p.pos += len(key) + len("=")
	}
	name := p.pos
	for p.pos < p.end && !p.isSpace(p.pos) {
		p.pos++
	}
	zone := p.text[name:p.pos]
	if err := tz.CheckName(zone); err != nil {
		p.fail(name, tz.InvalidZone, "%s", err.(*tz.Error).Detail)
		return ""
	}
	p.skipSpaces()
	if p.pos == p.end {
		p.fail(p.pos, tz.Empty, "fields are expected behind the zone, such as %s", p.dialect.example)
	}
	return zone
}

// unwrap takes the cron( and ) off.
func (p *cronParser) unwrap() {
	word, _, found := strings.Cut(p.text[p.pos:p.end], "(")
	switch {
	case !found:
	case strings.EqualFold(word, "rate") || strings.EqualFold(word, "at"):
		p.fail(p.pos, tz.Invalid, "%s(...) is no cron expression: say it as a schedule with an interval, or as a span", word)
	case word == "cron" && p.text[p.end-1] == ')':
		p.pos, p.end = p.pos+len("cron("), p.end-1
		p.trim()
	case word == "cron":
		p.fail(p.end, tz.Invalid, "cron(...) ends with )")
	}
}

// macro reads a word that stands for all fields.
func (p *cronParser) macro(c *Cron) {
	start, word := p.pos, p.text[p.pos:p.end]
	if p.allows(anyCase) {
		word = strings.ToLower(word)
	}
	fields, ok := p.dialect.macros[word]
	switch {
	case !ok && p.dialect.macros != nil: // where there are none, the fields are missing, and that is the error
		p.fail(start, tz.Invalid, "a macro is one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually. "+
			"What comes every so often, counted from a startDate, is a schedule with an interval")
	case ok && fields == "":
		c.reboot = true
		fields = "0 0 * * *"
	}
	inner := &cronParser{text: fields, end: len(fields), options: p.options, dialect: p.dialect}
	inner.allFields(c)
	if inner.err != nil { // no fields, or no key for an H
		p.fail(start, inner.err.Code, "%s", inner.err.Detail)
	}
	p.fields, p.years = inner.fields, inner.years
}

// allFields reads the fields up to the end.
func (p *cronParser) allFields(c *Cron) {
	var spans [8][2]int // one more than there can be
	n := 0
	for ; p.pos < p.end && n < len(spans); n++ {
		spans[n][0] = p.pos
		for p.pos < p.end && !p.isSpace(p.pos) {
			p.pos++
		}
		spans[n][1] = p.pos
		p.skipSpaces()
	}
	if n == len(spans) || p.dialect.layouts[n] == nil {
		p.fieldCount(n, spans)
		return
	}
	var dow int // where the day of week starts
	for i, f := range p.dialect.layouts[n] {
		p.pos, p.end = spans[i][0], spans[i][1]
		p.items, p.alone, p.every = 0, 0, false
		if p.text[p.pos] == '*' {
			c.starred |= setOf(f.index)
		}
		switch f.index {
		case domIndex:
			p.dom(f, &c.doms)
		case dowIndex:
			dow = p.pos
			p.dow(f, c)
		case yearIndex:
			p.list(f, func() { p.years.add(p.item(f)) })
			if p.every {
				p.years = yearSet{}
			}
		default:
			p.list(f, func() { p.fields[f.index] |= f.bits(p.item(f)) })
		}
	}
	if p.fields[secondIndex] == 0 {
		p.fields[secondIndex] = 1 // no such field: on the minute
	}
	if p.dialect.days == oneQuestion {
		switch {
		case c.doms.free && c.dows.free:
			p.fail(dow, tz.Conflict, "day-of-month and day-of-week are both ?: in the dialect %s one of them says the days, be it with *", p.dialect.name)
		case !c.doms.free && !c.dows.free:
			p.fail(dow, tz.Conflict, "day-of-month and day-of-week both say days: in the dialect %s one of them is ?", p.dialect.name)
		}
	}
}

// fieldCount fails because there are too few fields, or too many.
func (p *cronParser) fieldCount(n int, spans [8][2]int) {
	longest := len(p.dialect.layouts) - 1
	for p.dialect.layouts[longest] == nil {
		longest--
	}
	at := p.end
	if n > longest {
		at = spans[longest][0]
	}
	p.fail(at, tz.Invalid, "the fields of a cron expression are %s in the dialect %s, such as %s", p.dialect.fields, p.dialect.name, p.dialect.example)
}

// finish makes of the sets what searches need.
func (p *cronParser) finish(c *Cron) {
	c.times = timesOf(uint32(p.fields[hourIndex]), p.fields[minuteIndex], p.fields[secondIndex])
	var years *yearSet
	if p.years != (yearSet{}) {
		copied := p.years
		years = &copied
	}
	c.days = *monthsOf(c.on)
	c.days.name(uint16(p.fields[monthIndex]), years)
	c.never = c.reboot || c.days.never()
}

// peek returns the next byte of the field, 0 at its end.
func (p *cronParser) peek() byte {
	if p.pos >= p.end {
		return 0
	}
	return p.text[p.pos]
}

// accept skips the next byte if it is c, and reports whether it was.
func (p *cronParser) accept(c byte) bool {
	if p.peek() != c {
		return false
	}
	p.pos++
	return true
}

// letter skips the next byte if it is the capital letter c, or its small form, and reports whether it was.
func (p *cronParser) letter(c byte) bool {
	small := c + 'a' - 'A'
	if p.peek() == small && !p.allows(anyCase) {
		p.fail(p.pos, tz.Invalid, "write %c in the dialect %s", c, p.dialect.name)
	}
	return p.accept(c) || p.accept(small)
}
