package vet

import (
	"github.com/casement-go/casement/window"
)

// policy reports a policy without windows, which needs no search.
func (v *vetter) policy() {
	if v.p.Windows != nil && len(v.p.Windows) == 0 {
		v.add(NeverOpens, "", "never opens: the policy has no windows", "")
	}
}

// ever reports a policy that never opens, that does not open any more or that is always open: for ever, or for
// [window.Horizon] at least.
func (v *vetter) ever() {
	if len(v.entries) == 0 {
		return
	}
	t := v.cal.Timeline()
	from := min(v.from, v.alwaysTo-1)
	switch shut, found := v.meter().first(t, v.weight, from, v.alwaysTo, window.Shut); {
	case !found && shut == v.alwaysTo:
		v.add(AlwaysOpen, "", "is open for ever from "+stamp(v.from)+" on", "")
		return
	case shut-v.from >= window.Horizon:
		v.add(AlwaysOpen, "", "is open at all times from "+stamp(v.from)+" up to "+stamp(shut)+asFar(found), "")
		return
	case !found:
		v.unfinished("instants that are shut", "up to "+stamp(shut))
		return
	}

	ahead, opens := v.meter().first(t, v.weight, v.from, v.hi, window.Open)
	ever := !opens && ahead >= v.hi
	if !ever && ahead-v.from < window.Horizon {
		if !opens {
			v.unfinished("openings", "up to "+stamp(ahead))
		}
		return
	}
	v.never = true
	until := "up to " + stamp(ahead) + asFar(opens)
	behind, opened := v.meter().last(t, v.weight, v.from-1, v.lo, window.Open)
	switch {
	case opened && ever:
		v.add(IsOver, "", "does not open any more: the last instant that is open is "+stamp(behind), "")
	case opened:
		v.add(IsOver, "", "does not open "+until+": the last instant that is open is "+stamp(behind), "")
	case ever && behind <= v.lo:
		v.add(NeverOpens, "", "never opens: no instant of the years 1 to 9999 is open", "")
	case behind <= v.lo:
		v.add(NeverOpens, "", "never opens "+until, "")
	default:
		v.add(NeverOpens, "", "never opens from "+stamp(behind)+" on "+until, "")
	}
}

// asFar says why something is known up to an instant only: another state begins there, or the search ended.
func asFar(found bool) string {
	if found {
		return ""
	}
	return ", as far as was looked"
}

// covered reports windows that never open, and those whose openings all lie in blackouts.
func (v *vetter) covered() {
	m := v.meter()
	for i := range v.entries {
		if v.coveredBy(m, i); m.empty() {
			v.unfinished("windows that blackouts cover", "up to "+v.entries[i].path)
			return
		}
	}
}

func (v *vetter) coveredBy(m *meter, i int) {
	e := &v.entries[i]
	first, opens := m.first(e.source, e.each, v.from, e.hi, window.Open)
	if !opens {
		// One that is over is reported with its endDate or its span.
		behind, opened := m.last(e.source, e.each, v.from-1, e.lo, window.Open)
		if !opened && first >= e.hi && behind <= e.lo {
			v.add(NeverOpens, e.path, "never opens: the schedule has no occurrence that the window's dates let happen", "")
		}
		return
	}
	horizon := min(v.from+window.Horizon, e.hi)
	ahead, opens := m.first(e.open, e.weight, first, horizon, window.Open)
	if opens || ahead < horizon {
		return
	}
	// What is said is proved. How far beyond the horizon it holds is looked at with an even share of what is left of the steps.
	share := &meter{m.left / int64(len(v.entries)-i+1)}
	m.left -= share.left
	ahead, opens = share.first(e.open, e.weight, horizon, e.hi, window.Open)
	until := "for ever"
	if opens || ahead < e.hi {
		until = "up to the year " + year(ahead)
	}
	v.add(Covered, e.path, "blackouts cover all of this window from "+stamp(v.from)+" on, "+until+": its opening of "+stamp(first)+" lies in "+v.holding(m, i, first), "")
}
