package schedule

import "github.com/casement-go/casement/tz"

// hash reads what may follow an H: a range and a step, and draws.
func (p *cronParser) hash(f *field, at int) span {
	lo, hi := f.hashMin, f.hashMax
	if p.accept('(') {
		lo = p.value(f)
		p.accept('-') // without it there is no other value
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
	step := p.step(f)
	if p.err == nil && p.options.Key == "" {
		p.fail(at, tz.Missing, "%s: H is drawn from a key, and there is none", f.name)
	}
	if p.err != nil {
		return single(f.min)
	}
	draw := draw(p.options.Key, f.index)
	if !stepped {
		lo += int(draw % uint64(hi-lo+1))
		return single(lo)
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
