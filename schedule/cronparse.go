package schedule

import (
	"fmt"
	"strconv"
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

	items  int       // of the list being read
	alone  feature   // of the features in that list, those that must be the only item ...
	at     int       // ... and where one of them stands
	every  bool      // the list has an item that is every value: * or ?, also with a step of 1
	years  yearSet   // of the year field
	fields [7]uint64 // of the other fields, bit 0 for the first value
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
	for p.end > 0 && p.isSpace(p.end-1) {
		p.end--
	}
	p.skipSpaces()
	if p.pos >= p.end {
		p.fail(0, tz.Empty, "a cron expression has fields, such as %s", p.dialect.example())
		return nil
	}
	c := &Cron{zone: p.zonePrefix()}
	if p.allows(functionStyle) {
		p.unwrap()
	}
	switch {
	case p.err != nil:
	case p.peek() == '@':
		p.macro(c)
	default:
		p.allFields(c)
	}
	if p.err != nil {
		return nil
	}
	p.finish(c)
	return c
}

func (p *cronParser) isSpace(at int) bool {
	return strings.IndexByte(p.dialect.spaces, p.text[at]) >= 0
}

func (p *cronParser) skipSpaces() {
	for p.pos < p.end && p.isSpace(p.pos) {
		p.pos++
	}
}

// example returns an expression of the dialect, for those who have not got the form right.
func (d *dialect) example() string {
	switch {
	case d.layouts[5] != nil && d.allowed&hashed != 0:
		return "H 2 * * 1-5"
	case d.layouts[5] != nil:
		return "0 2 * * MON-FRI"
	case d.layouts[7] != nil:
		return "0 0 2 ? * MON-FRI"
	}
	return "0 2 ? * MON-FRI *"
}

// zonePrefix reads TZ=Name or CRON_TZ=Name, if it stands here and is wanted.
func (p *cronParser) zonePrefix() string {
	start, equals := p.pos, strings.IndexByte(p.text[p.pos:p.end], '=')
	if equals < 0 {
		return ""
	}
	switch key := p.text[start : start+equals]; {
	case !strings.EqualFold(key, "TZ") && !strings.EqualFold(key, "CRON_TZ"):
		return ""
	case !p.options.ZonePrefix:
		p.fail(start, tz.Invalid, "a zone has no place in a cron expression: say it as timeZone")
		return ""
	case key != strings.ToUpper(key):
		p.fail(start, tz.Invalid, "write %s= in capital letters", strings.ToUpper(key))
		return ""
	}
	p.pos += equals + 1
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
		p.fail(p.pos, tz.Empty, "fields are expected behind the zone, such as %s", p.dialect.example())
	}
	return zone
}

// unwrap takes the cron( and ) off.
func (p *cronParser) unwrap() {
	word, _, _ := strings.Cut(p.text[p.pos:p.end], "(")
	switch {
	case len(word) == p.end-p.pos:
	case strings.EqualFold(word, "rate") || strings.EqualFold(word, "at"):
		p.fail(p.pos, tz.Invalid, "%s(...) is no cron expression: say it as a schedule with an interval, or as a span", word)
	case word == "cron" && p.text[p.end-1] == ')':
		p.pos, p.end = p.pos+len("cron("), p.end-1
		p.skipSpaces()
		for p.end > p.pos && p.isSpace(p.end-1) {
			p.end--
		}
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
	case !ok && len(p.dialect.macros) == 0:
		p.fail(start, tz.Invalid, "the dialect %s has no macros: write the fields, such as %s", p.dialect.name, p.dialect.example())
	case !ok && strings.HasPrefix(word, "@every"):
		p.fail(start, tz.Invalid, "@every counts from whenever it is started: write a schedule with an interval and a startDate")
	case !ok && p.dialect.macros[strings.ToLower(word)] != "":
		p.fail(start, tz.Invalid, "write %s", strings.ToLower(word))
	case !ok:
		p.fail(start, tz.Invalid, "a macro is one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually")
	case fields == "":
		c.reboot = true
		fields = "0 0 * * *"
	}
	if p.err != nil {
		return
	}
	inner := &cronParser{text: fields, end: len(fields), options: p.options, dialect: p.dialect}
	inner.allFields(c)
	if inner.err != nil { // there is no key for an H
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
			p.dow(f, c)
		case yearIndex:
			p.list(f, func() { p.years.add(p.item(f)) })
			if p.every {
				p.years = yearSet{}
			}
		default:
			p.list(f, func() { p.fields[f.index] |= f.bits(p.item(f)) })
		}
		if p.err != nil {
			return
		}
	}
	if p.fields[secondIndex] == 0 {
		p.fields[secondIndex] = 1 // no such field: on the minute
	}
	if p.dialect.days == oneQuestion {
		dow := p.layoutSpan(spans, n, dowIndex)
		switch {
		case c.doms.free && c.dows.free:
			p.fail(dow, tz.Conflict, "day-of-month and day-of-week are both ?: in the dialect %s one of them says the days, be it with *", p.dialect.name)
		case !c.doms.free && !c.dows.free:
			p.fail(dow, tz.Conflict, "day-of-month and day-of-week both say days: in the dialect %s one of them is ?", p.dialect.name)
		}
	}
	c.starred &= p.dialect.realClock | setOf(domIndex) | setOf(dowIndex)
}

// layoutSpan returns where a field starts.
func (p *cronParser) layoutSpan(spans [8][2]int, n int, index fieldIndex) int {
	for i, f := range p.dialect.layouts[n] {
		if f.index == index {
			return spans[i][0]
		}
	}
	return 0
}

// fieldCount fails because there are too few fields, or too many.
func (p *cronParser) fieldCount(n int, spans [8][2]int) {
	var counts, names []string
	longest := 0
	for k, layout := range p.dialect.layouts {
		if layout == nil {
			continue
		}
		counts, longest, names = append(counts, strconv.Itoa(k)), k, nil
		for _, f := range layout {
			names = append(names, f.name)
		}
	}
	at := p.end
	if n > longest {
		at = spans[longest][0]
	}
	count := strconv.Itoa(n)
	if n > 7 {
		count = "more than 7"
	}
	which := strings.Join(counts, ", ")
	if i := strings.LastIndex(which, ","); i >= 0 {
		which = which[:i] + " or" + which[i+1:]
	}
	p.fail(at, tz.Invalid, "%s fields: a cron expression has %s, at the most %s", count, which, strings.Join(names, ", "))
}

// finish makes of the sets what searches need.
func (p *cronParser) finish(c *Cron) {
	c.times = timesOf(uint32(p.fields[hourIndex]), p.fields[minuteIndex], p.fields[secondIndex])
	c.days.set(c.on)
	c.days.every = 1
	c.days.ofYear = uint16(p.fields[monthIndex])
	if p.years != (yearSet{}) {
		years := p.years
		c.days.years = &years
	}
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

// list reads items, separated by commas, up to the end of the field.
func (p *cronParser) list(f *field, item func()) {
	for p.err == nil {
		if c := p.peek(); c == 0 || c == ',' {
			p.fail(p.pos, tz.Empty, "%s: an item of the list is empty: %s is expected here", f.name, f.wants())
			return
		}
		if p.items++; p.items > maxCronItems {
			p.fail(p.pos, tz.TooLarge, "%s: a list has at most %d items", f.name, maxCronItems)
			return
		}
		item()
		if p.err != nil {
			return
		}
		if p.pos == p.end {
			break
		}
		if !p.accept(',') {
			p.fail(p.pos, tz.Invalid, "%s: %q is not expected here, but a comma or a space", f.name, p.text[p.pos:p.pos+1])
		}
	}
	if p.alone != 0 && p.items > 1 {
		p.fail(p.at, tz.Conflict, "%s: this is the only item of its field in the dialect %s", f.name, p.dialect.name)
	}
}

// item reads *, a value, a range or an H, and a step behind it.
func (p *cronParser) item(f *field) span {
	at := p.pos
	switch {
	case p.accept('*'):
		return p.star(f)
	case p.peek() == '?' && p.allows(questionAny):
		p.pos++
		return p.star(f)
	case p.peek() == '?':
		p.question(f)
		return span{f.min, f.min, 1}
	case p.peek() == 'H' && f.names == "":
		p.use(hashed, at, "H")
		p.pos++
		return p.hash(f, at)
	}
	return p.from(f, p.value(f))
}

// question fails at a ? that is not one of the places where it may stand.
func (p *cronParser) question(f *field) {
	switch {
	case p.allows(questionDays) && (f.index == domIndex || f.index == dowIndex):
		p.fail(p.pos, tz.Invalid, "%s: ? stands alone in its field", f.name)
	case p.allows(questionDays):
		p.fail(p.pos, tz.Invalid, "%s: ? stands in the fields of days only: write *", f.name)
	default:
		p.fail(p.pos, tz.Invalid, "%s: ? has no meaning in the dialect %s: write *", f.name, p.dialect.name)
	}
}

// star reads what may follow a *: a step.
func (p *cronParser) star(f *field) span {
	step := p.step(f, f.size())
	p.every = p.every || step == 1
	return span{f.min, f.last(), step}
}

// from reads what may follow the value lo: the other end of a range, and a step.
func (p *cronParser) from(f *field, lo int) span {
	if p.err != nil {
		return span{f.min, f.min, 1}
	}
	if !p.accept('-') {
		if p.peek() != '/' {
			return span{lo, lo, 1}
		}
		if !p.allows(openStep) {
			p.fail(p.pos, tz.Invalid, "%s: a step follows * or a range in the dialect %s: write %d-%d%s", f.name, p.dialect.name, lo, f.max, p.text[p.pos:p.end])
		}
		return span{lo, max(lo, f.last()), p.step(f, f.size())} // 5/10 is 5-59/10
	}
	at := p.pos
	hi := p.value(f)
	if p.err == nil && hi < lo {
		switch {
		case p.allows(wrapping) && f.cycle > 0:
			hi += f.cycle
		case p.allows(sundayAtEnd) && f.index == dowIndex && hi == 0 && p.pos-at == 3: // the name, not the number
			hi = 7
		case f.cycle > 0:
			p.fail(at, tz.Inverted, "%s: the range ends before it starts, and does not go round the end in the dialect %s: write %d-%d,%d-%d",
				f.name, p.dialect.name, lo, f.last(), f.min, hi)
		default:
			p.fail(at, tz.Inverted, "%s: the range ends before it starts: write %d-%d", f.name, hi, lo)
		}
	}
	return span{lo, hi, p.step(f, f.size())}
}

// value reads a number or a name.
func (p *cronParser) value(f *field) int {
	at := p.pos
	if v, ok := p.number(); ok {
		if v < f.min || v > f.max {
			p.fail(at, tz.OutOfRange, "%s %s is not in %d-%d", f.name, p.text[at:p.pos], f.min, f.max)
			return f.min
		}
		return v
	}
	for c := p.peek() &^ 0x20; 'A' <= c && c <= 'Z' && p.pos-at < 3; c = p.peek() &^ 0x20 {
		p.pos++
	}
	name := strings.ToUpper(p.text[at:p.pos])
	if i := strings.Index(f.names, name); len(name) == 3 && i >= 0 && i%3 == 0 {
		return f.first + i/3
	}
	switch {
	case p.peek() == '+' && p.allows(plusBoth):
		p.fail(at, tz.Invalid, "%s: a + stands only in front of the whole day-of-week field: %s is expected here", f.name, f.wants())
	default:
		p.fail(at, tz.Invalid, "%s: %s is expected here", f.name, f.wants())
	}
	return f.min
}

// number reads digits, if there are any. A number too large for any field is as good as any other such.
func (p *cronParser) number() (int, bool) {
	at := p.pos
	for '0' <= p.peek() && p.peek() <= '9' {
		p.pos++
	}
	n, err := strconv.Atoi(p.text[at:p.pos])
	if err != nil {
		n = 1 << 30
	}
	return n, p.pos > at
}

// step reads /n, and returns 1 where there is none.
func (p *cronParser) step(f *field, size int) int {
	if p.err != nil || !p.accept('/') {
		return 1
	}
	at := p.pos
	n, ok := p.number()
	switch {
	case !ok || n == 0:
		p.fail(at, tz.Invalid, "%s: a step is a number from 1 on", f.name)
		return 1
	case n > size && !p.allows(bigStep):
		p.fail(at, tz.OutOfRange, "%s: a step is 1 to %d in the dialect %s", f.name, size, p.dialect.name)
	}
	return min(n, size) // beyond the field: the first value alone
}

// hash reads what may follow an H: a range and a step, and draws.
func (p *cronParser) hash(f *field, at int) span {
	lo, hi := f.hashMin, f.hashMax
	if p.accept('(') {
		lo = p.value(f)
		if p.err == nil && !p.accept('-') {
			p.fail(p.pos, tz.Invalid, "%s: H(a-b) draws from a range", f.name)
		}
		end := p.pos
		hi = p.value(f)
		if p.err == nil && hi < lo {
			p.fail(end, tz.Inverted, "%s: the range ends before it starts: write H(%d-%d)", f.name, hi, lo)
		}
		if p.err == nil && !p.accept(')') {
			p.fail(p.pos, tz.Invalid, "%s: ) is expected here", f.name)
		}
	}
	stepped := p.peek() == '/'
	step := p.step(f, f.size())
	if p.err == nil && p.options.Key == "" {
		p.fail(at, tz.Missing, "%s: H is drawn from a key, and there is none", f.name)
	}
	if p.err != nil {
		return span{f.min, f.min, 1}
	}
	draw := draw(p.options.Key, f.index)
	if !stepped {
		lo += int(draw % uint64(hi-lo+1))
		return span{lo, lo, 1}
	}
	lo += int(draw % uint64(min(step, hi-lo+1)))
	return span{lo, hi, step}
}

// draw returns the number that H stands for in a field: see [CronOptions].
func draw(key string, index fieldIndex) uint64 {
	const prime = 0x100000001b3
	h := uint64(0xcbf29ce484222325)
	for i := range len(key) {
		h = (h ^ uint64(key[i])) * prime
	}
	h = (h ^ uint64(index)) * prime
	// The low bits of FNV-1a are those of the input, so that without more minute and hour would go together.
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// dayField reads a day field that is ? where that stands alone, and reports whether it was one.
func (p *cronParser) dayField(f *field) bool {
	if p.text[p.pos:p.end] != "?" || !p.allows(questionDays) {
		return false
	}
	p.pos, p.items, p.every = p.end, 1, true
	return true
}

// free reports whether the day field that has been read does not restrict.
func (p *cronParser) free(text string) bool {
	switch p.dialect.days {
	case eitherUnlessText:
		return text == "*" || text == "?"
	case eitherUnlessItem:
		return p.every
	case eitherUnlessStar:
		return text[0] == '*'
	case oneQuestion:
		return text == "?"
	}
	return true // both must match
}

// dom reads the day-of-month field.
func (p *cronParser) dom(f *field, s *domSet) {
	text := p.text[p.pos:p.end]
	if p.dayField(f) {
		s.days = 1<<31 - 1
	} else {
		p.list(f, func() { p.domItem(f, s) })
	}
	s.free = p.err == nil && p.free(text)
}

func (p *cronParser) domItem(f *field, s *domSet) {
	at := p.pos
	if p.letter('L') {
		switch {
		case p.letter('W'):
			p.use(lastWork, at, "LW")
			s.lastWork = true
		case p.accept('-'):
			p.use(beforeLast, at, "L-n")
			at = p.pos
			n, ok := p.number()
			if !ok || n < 1 || n > 30 {
				p.fail(at, tz.OutOfRange, "%s: behind L- stands a number from 1 to 30", f.name)
				return
			}
			s.fromLast |= 1 << n
		default:
			p.use(lastDay, at, "L")
			s.fromLast |= 1
		}
		return
	}
	if c := p.peek(); c < '0' || c > '9' {
		s.days |= uint32(f.bits(p.item(f)))
		return
	}
	n := p.value(f)
	if p.err == nil && p.letter('W') {
		p.use(nearestDay, at, "nW")
		s.nearest |= 1 << (n - 1)
		return
	}
	s.days |= uint32(f.bits(p.from(f, n)))
}

// dow reads the day-of-week field.
func (p *cronParser) dow(f *field, c *Cron) {
	if p.peek() == '+' && p.allows(plusBoth) {
		p.pos++
		c.both = true
		if p.pos == p.end {
			p.fail(p.pos, tz.Empty, "%s: behind + stand days of the week", f.name)
			return
		}
	}
	text := p.text[p.pos:p.end]
	if p.dayField(f) {
		c.dows.every = tz.EveryDay
	} else {
		p.list(f, func() { p.dowItem(f, &c.dows) })
	}
	c.dows.free = p.err == nil && p.free(text)
}

func (p *cronParser) dowItem(f *field, s *dowSet) {
	at := p.pos
	switch c := p.peek(); {
	case c == '*' || c == '?' || c == 'H':
		s.every |= weekdays(f.bits(p.item(f)))
		return
	case p.letter('L'):
		p.use(lastOfWeek, at, "L without a day")
		s.every |= tz.WeekdaysOf(tz.Saturday)
		return
	}
	d := p.value(f)
	if p.err != nil {
		return
	}
	one := weekdays(f.bits(span{d, d, 1}))
	switch {
	case p.letter('L'):
		p.use(lastWeekday, at, "nL")
		s.nth[Last-1] |= one
	case p.accept('#'):
		if p.letter('L') {
			p.use(lastHashed, at, "n#L")
			s.nth[Last-1] |= one
			return
		}
		p.use(nthWeekdays, at, "n#k")
		at = p.pos
		n, ok := p.number()
		if !ok || n < 1 || n > 5 {
			p.fail(at, tz.OutOfRange, "%s: behind # stands a number from 1 to 5, or L for the last", f.name)
			return
		}
		s.nth[n-1] |= one
	default:
		s.every |= weekdays(f.bits(p.from(f, d)))
	}
}

// weekdays turns bits that count from Sunday into a set of weekdays, which counts from Monday.
func weekdays(fromSunday uint64) tz.Weekdays {
	return tz.Weekdays(fromSunday>>1 | fromSunday&1<<6)
}
