package vet

import (
	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// changes reports starts that the clock jumps over, and those that it shows twice, with what becomes of the next three.
func (v *vetter) changes() {
	m := v.meter()
	changes := make(map[tz.Zone][]tz.Stretch) // the stretches that end within what is looked at
	for i := range v.entries {
		e := &v.entries[i]
		if !e.compiles || e.spec.Schedule == nil {
			continue
		}
		if _, known := changes[e.zone]; !known {
			changes[e.zone] = v.stretches(e.zone)
		}
		r, everyHour := v.rules(e)
		if everyHour || len(changes[e.zone]) == 0 {
			continue // what follows the real clock in each hour of the day loses and repeats nothing
		}
		v.changesOf(m, e, r, changes[e.zone])
		if m.empty() {
			v.unfinished("starts that a clock skips or repeats", "up to "+e.path)
			return
		}
	}
}

// stretches returns the stretches of a zone that end within what is looked at.
func (v *vetter) stretches(z tz.Zone) []tz.Stretch {
	var list []tz.Stretch
	for s := z.Stretch(v.from); s.To < v.to; s = z.Stretch(s.To) {
		list = append(list, s)
	}
	return list
}

// A changeRule is what becomes of starts at a change of the clock.
type changeRule struct {
	gap     tz.Gap
	overlap tz.Overlap
}

// rules returns the rule of a window, and whether it starts in every hour of the real clock.
func (v *vetter) rules(e *entry) (r changeRule, everyHour bool) {
	if e.spec.Schedule.Cron != nil {
		c, fields := v.cronOf(e)
		if c.parsed == nil {
			return r, false
		}
		if c.parsed.FollowsRealClock() {
			return changeRule{tz.GapSkip, tz.OverlapBoth}, fields && c.hour() == "*"
		}
		if s, err := schedule.Compile(schedule.Spec{Rule: c.parsed}); err == nil {
			r.gap, r.overlap = s.Defaults()
		}
	}
	if e.spec.Gap != "" {
		r.gap, _ = tz.ParseGap(e.spec.Gap)
	}
	if e.spec.Overlap != "" {
		r.overlap, _ = tz.ParseOverlap(e.spec.Overlap)
	}
	return r, false
}

func (v *vetter) changesOf(m *meter, e *entry, r changeRule, changes []tz.Stretch) {
	starts, _ := v.timeline(starts(e.spec))
	var skipped, repeated []string
	hours := "" // at which nothing is skipped, going by the first change
	for _, s := range changes {
		if len(skipped) >= 3 && len(repeated) >= 3 || !m.spend(1, 0) {
			break
		}
		from, to := s.To+int64(s.Offset), s.To+int64(s.After) // local times between both are in a gap, or else in an overlap
		gap := from < to
		if !gap {
			from, to = to, from
		}
		local, found := e.written.First(from, to-1, window.Open)
		switch {
		case !found:
		case gap && len(skipped) < 3:
			if skipped = append(skipped, reading(local)+" ("+became(e.zone, starts, local, r)+")"); hours == "" && to-from < tz.SecondsPerDay {
				hours = "start before " + clock(from) + ", or from " + clock(to) + " on"
			}
		case !gap && len(repeated) < 3:
			repeated = append(repeated, reading(local)+" ("+became(e.zone, starts, local, r)+")")
		}
	}
	if len(skipped) > 0 {
		v.add(StartInGap, e.path, "the clock of "+e.zone.String()+" jumps over starts: "+and(skipped), hours)
	}
	if len(repeated) > 0 {
		v.add(StartInOverlap, e.path, "the clock of "+e.zone.String()+" shows starts twice: "+and(repeated), "")
	}
}

// became returns what becomes of a start at a local time that is in a gap or an overlap. Where the rule of a cron dialect makes
// an exception, the starts that there are tell.
func became(z tz.Zone, starts window.Timeline, local int64, r changeRule) string {
	res := z.Resolve(local)
	at := func(how string, sec int64) string {
		if !starts.Holds(sec) {
			return "does not start"
		}
		return how + clock(z.Local(sec)) + ", " + stamp(sec)
	}
	if res.Kind == tz.InGap {
		switch r.gap {
		case tz.GapSkip:
			return "does not start"
		case tz.GapNext:
			return at("starts at ", res.Edge)
		}
		return at("starts at ", res.First)
	}
	switch r.overlap {
	case tz.OverlapSecond:
		return at("starts at the second ", res.Second)
	case tz.OverlapBoth:
		return "starts at both, " + stamp(res.First) + " and " + stamp(res.Second)
	}
	return at("starts at the first ", res.First)
}

// clock returns the time of day of local seconds.
func clock(local int64) string {
	t, _ := tz.TimeOfDayOf(int(local - int64(dayOf(local))*tz.SecondsPerDay))
	return t.String()
}

// offsets reports a fixed offset, other than +00:00, that a zone with changes in the same policy has for a part of the year:
// perhaps the clock of that zone is meant.
func (v *vetter) offsets() {
	type place struct{ path, offset, zone string }
	places := []place{{"", v.p.UTCOffset, v.p.TimeZone}}
	for i := range v.entries {
		s := v.entries[i].spec
		places = append(places, place{v.entries[i].path, s.UTCOffset, s.TimeZone})
	}
	type user struct {
		zone tz.Zone
		path string
		at   int64 // when it leaves the offset
	}
	users := make(map[int32]user)
	seen := make(map[string]bool)
	for _, p := range places {
		if p.zone == "" || seen[p.zone] {
			continue
		}
		seen[p.zone] = true
		z, err := v.opts.Database.Zone(p.zone)
		if err != nil {
			continue
		}
		for _, s := range v.stretches(z) {
			if _, taken := users[s.Offset]; !taken {
				users[s.Offset] = user{z, join(p.path, "timeZone"), s.To}
			}
		}
	}
	for _, p := range places {
		o, err := tz.ParseOffset(p.offset)
		if p.offset == "" || err != nil || o.Minutes() == 0 {
			continue
		}
		if u, ok := users[int32(o.Minutes()*60)]; ok {
			v.add(FixedOffset, join(p.path, "utcOffset"), "this is also the offset of "+u.zone.String()+" ("+u.path+") up to "+stamp(u.at)+", when that clock changes and this one does not",
				"if the clock of that place is meant, write "+quote("timeZone", u.zone.String())+" instead")
		}
	}
}
