package schedule

import "github.com/casement-go/casement/tz"

// anyDay reports whether a day field is ? where that stands alone.
func (p *cronParser) anyDay(text string) bool { return text == "?" && p.allows(questionDays) }

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
	if p.anyDay(text) {
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
	}
	text := p.text[p.pos:p.end]
	if p.anyDay(text) {
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
		s.every = tz.WeekdaysOf(tz.Saturday) // alone in its field
		return
	}
	d := p.value(f)
	one := weekdays(f.bits(single(d)))
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
