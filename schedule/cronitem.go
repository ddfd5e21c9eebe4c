package schedule

import (
	"strconv"
	"strings"

	"github.com/casement-go/casement/tz"
)

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
