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
		}
		if p.items++; p.items > maxCronItems {
			p.fail(p.pos, tz.TooLarge, "%s: a list has at most %d items", f.name, maxCronItems)
		}
		item()
		if p.pos == p.end {
			break
		}
		if !p.accept(',') {
			p.fail(p.pos, tz.Invalid, "%s: a comma or a space is expected here", f.name)
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
	case p.peek() == 'H' && f.names == "":
		p.use(hashed, at, "H")
		p.pos++
		return p.hash(f, at)
	}
	return p.from(f, p.value(f))
}

// question fails at a ? where * is meant. In a list of days it is neither: a value is expected.
func (p *cronParser) question(f *field) {
	if !p.allows(questionDays) || f.index != domIndex && f.index != dowIndex {
		p.fail(p.pos, tz.Invalid, "%s: ? has no meaning in this field in the dialect %s: write *", f.name, p.dialect.name)
	}
}

// star reads what may follow a *: a step.
func (p *cronParser) star(f *field) span {
	step := p.step(f)
	p.every = p.every || step == 1
	return span{f.min, f.last(), step}
}

// from reads what may follow the value lo: the other end of a range, and a step.
func (p *cronParser) from(f *field, lo int) span {
	if !p.accept('-') {
		if p.peek() != '/' {
			return single(lo)
		}
		hi := max(lo, f.last()) // 5/10 is 5-59/10
		if !p.allows(openStep) {
			p.fail(p.pos, tz.Invalid, "%s: a step follows * or a range in the dialect %s: write %d-%d%s", f.name, p.dialect.name, lo, hi, p.text[p.pos:p.end])
		}
		return span{lo, hi, p.step(f)}
	}
	at := p.pos
	hi := p.value(f)
	if p.err == nil && hi < lo {
		switch {
		case p.allows(wrapping) && f.round:
			hi += f.size
		case p.allows(sundayAtEnd) && f.index == dowIndex && hi == 0 && p.text[at] != '0': // the name, not the number
			hi = 7
		case f.round:
			p.fail(at, tz.Inverted, "%s: the range ends before it starts, and does not go round the end in the dialect %s: write %d-%d,%d-%d",
				f.name, p.dialect.name, lo, f.last(), f.min, hi)
		default:
			p.fail(at, tz.Inverted, "%s: the range ends before it starts: write %d-%d", f.name, hi, lo)
		}
	}
	return span{lo, hi, p.step(f)}
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
	name := strings.ToUpper(p.text[at:min(at+3, p.end)])
	if i := strings.Index(f.names, name); len(name) == 3 && i >= 0 && i%3 == 0 {
		p.pos += 3
		return f.first + i/3
	}
	p.fail(at, tz.Invalid, "%s: %s is expected here", f.name, f.wants())
	return f.min
}

// number reads digits, if there are any. A number too large for an int is the largest there is.
func (p *cronParser) number() (int, bool) {
	at := p.pos
	for '0' <= p.peek() && p.peek() <= '9' {
		p.pos++
	}
	n, _ := strconv.Atoi(p.text[at:p.pos])
	return n, p.pos > at
}

// step reads /n, and returns 1 where there is none.
func (p *cronParser) step(f *field) int {
	if p.err != nil || !p.accept('/') {
		return 1
	}
	at := p.pos
	n, ok := p.number()
	switch {
	case !ok || n == 0:
		p.fail(at, tz.Invalid, "%s: a step is a number from 1 on", f.name)
	case n > f.size && !p.allows(bigStep):
		p.fail(at, tz.OutOfRange, "%s: a step is 1 to %d in the dialect %s", f.name, f.size, p.dialect.name)
	}
	return max(1, min(n, f.size)) // beyond the field: the first value alone
}
