package window_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A plan is a recurrence together with what it means, said a second time.
type plan struct {
	name    string
	spec    schedule.Spec
	on      func(d tz.Date) bool // on which days it starts ...
	times   []int                // ... at what seconds of the day
	seconds int64                // how long it is open, or ...
	end     int64                // ... until what second of the day, where seconds is 0
	around  int                  // how many days before an instant still matter
}

func everyDay(tz.Date) bool { return true }

// planOf returns a plan that starts every day at the products of hours and minutes.
func planOf(expression string, hours, minutes []int, length string) plan {
	p := plan{name: expression + " " + length, spec: cron(expression), on: everyDay, around: 5}
	for _, h := range hours {
		for _, m := range minutes {
			p.times = append(p.times, h*3600+m*60)
		}
	}
	return p.length(length)
}

func (p plan) length(text string) plan {
	if strings.Contains(text, ":") {
		p.end = int64(tz.MustParseTimeOfDay(text).Seconds())
		return p
	}
	d, err := time.ParseDuration(text)
	if err != nil {
		panic(err)
	}
	p.seconds = int64(d / time.Second)
	return p
}

// windows returns the union of the windows that p has from the written dates from one day to another. Each occurrence is
// resolved (S3) and ended (S4) by itself.
func (p plan) windows(zone tz.Zone, g tz.Gap, o tz.Overlap, from, to int) window.Set {
	var ws []window.Window
	for day := from; day <= to; day++ {
		if !p.on(tz.DateOfDay(day)) {
			continue
		}
		for _, sec := range p.times {
			local := int64(day)*86400 + int64(sec)
			start := zone.Resolve(local)
			for _, at := range start.Instants(g, o) {
				if p.seconds > 0 {
					ws = append(ws, window.OfSeconds(at.Unix(), at.Unix()+p.seconds))
					continue
				}
				endLocal := int64(day)*86400 + p.end
				if p.end <= int64(sec) {
					endLocal += 86400
				}
				end := zone.Resolve(endLocal)
				first := o == tz.OverlapFirst || o == tz.OverlapBoth && start.Kind == tz.InOverlap && at.Unix() == start.First
				switch {
				case end.Kind == tz.InGap && g == tz.GapNext:
					ws = append(ws, window.OfSeconds(at.Unix(), end.Edge))
				case end.Kind == tz.InOverlap && !first:
					ws = append(ws, window.OfSeconds(at.Unix(), end.Second))
				default: // none at all where the end does not come after the start
					ws = append(ws, window.OfSeconds(at.Unix(), end.First))
				}
			}
		}
	}
	return window.SetOf(ws...)
}

// compile returns the recurrence of p, and the options that it follows.
func (p plan) compile(t fatal, zone tz.Zone, g tz.Gap, o tz.Overlap) (*window.Recurrence, tz.Gap, tz.Overlap) {
	s := schedule.MustCompile(p.spec)
	if s.FollowsRealClock() { // S10
		g, o = tz.GapForward, tz.OverlapFirst
	}
	starts, err := s.In(zone, g, o)
	if err != nil {
		t.Fatalf("%v", err)
	}
	spec := window.Spec{Starts: starts, Duration: time.Duration(p.seconds) * time.Second}
	if p.seconds == 0 {
		spec.EndTime, _ = tz.TimeOfDayOf(int(p.end))
	}
	r, err := window.Compile(spec)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return r, starts.Gap(), starts.Overlap()
}

// checkAround compares r with all its windows around an instant: at every edge within some days and beside it, up to and down to the
// ends of those days, and up to just before the answer.
func (p plan) checkAround(t fatal, name func() string, r *window.Recurrence, g tz.Gap, o tz.Overlap, instant int64, days int) {
	day := int(instant / 86400)
	set := p.windows(r.Starts().Zone(), g, o, day-p.around-days, day+p.around+days)
	from, to := instant-int64(days)*86400, instant+int64(days)*86400
	instants := []int64{from, instant - 1, instant, instant + 1, to}
	for w := range set.All() {
		start, end := w.Seconds()
		for _, edge := range []int64{start, end} {
			if from < edge && edge < to {
				instants = append(instants, edge-1, edge, edge+1)
			}
		}
	}
	for _, sec := range instants {
		if got, want := r.Holds(sec), set.Holds(sec); got != want {
			t.Fatalf("%s: open at %d is %v, want %v", name(), sec, got, want)
		}
		for _, state := range []window.State{window.Open, window.Shut} {
			want, has := set.Timeline().First(sec, to, state)
			got, ok := r.Timeline().First(sec, to, state)
			if ok != has || ok && got != want {
				t.Fatalf("%s: the first in [%d, %d] that is open (%v) is %d %v, want %d %v", name(), sec, to, state, got, ok, want, has)
			}
			if has && found(r.Timeline().First(sec, want-1, state)) {
				t.Fatalf("%s: the first in [%d, %d] that is open (%v), but there is none", name(), sec, want-1, state)
			}
			want, has = set.Timeline().Last(sec, from, state)
			got, ok = r.Timeline().Last(sec, from, state)
			if ok != has || ok && got != want {
				t.Fatalf("%s: the last in [%d, %d] that is open (%v) is %d %v, want %d %v", name(), from, sec, state, got, ok, want, has)
			}
			if has && found(r.Timeline().Last(sec, want+1, state)) {
				t.Fatalf("%s: the last in [%d, %d] that is open (%v), but there is none", name(), want+1, sec, state)
			}
		}
	}
	at, until := time.Unix(from, 0), time.Unix(to, 0)
	if got, want := slices.Collect(r.Timeline().Windows(at, until)), slices.Collect(set.Timeline().Windows(at, until)); !slices.Equal(got, want) {
		t.Fatalf("%s: from %d to %d: %v, want %v", name(), from, to, got, want)
	}
}

var awkwardZones = []string{
	"America/New_York", "Europe/London", "Europe/Dublin", "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Apia",
	"America/Sao_Paulo", "Africa/Cairo", "Africa/Casablanca", "Asia/Kathmandu", "America/Goose_Bay", "America/St_Johns",
}

func hours(list ...int) []int { return list }

var plans = []plan{
	planOf("30 2 * * *", hours(2), []int{30}, "1h"),
	planOf("30 1 * * *", hours(1), []int{30}, "03:00"),
	planOf("30 2 * * *", hours(2), []int{30}, "03:15"), // may end before it starts
	planOf("0 22 * * *", hours(22), []int{0}, "02:30"),
	planOf("0 0 * * *", hours(0), []int{0}, "24:00"),
	planOf("30 0 * * *", hours(0), []int{30}, "24h"),
	planOf("15 1 * * *", hours(1), []int{15}, "01:15"),
	planOf("15,45 1-3 * * *", hours(1, 2, 3), []int{15, 45}, "25m"),
	planOf("10,35 0,2,3 * * *", hours(0, 2, 3), []int{10, 35}, "02:20"),
	planOf("30 */4 * * *", hours(0, 4, 8, 12, 16, 20), []int{30}, "90m"), // the real clock
	planOf("45 */6 * * *", hours(0, 6, 12, 18), []int{45}, "01:30"),
	{
		name: "from Saturday to Sunday", on: func(d tz.Date) bool { return d.Weekday() == tz.Saturday }, around: 14,
		spec:  schedule.Spec{Rule: schedule.Weekly{Days: tz.WeekdaysOf(tz.Saturday)}, StartTime: tz.MustParseTimeOfDay("23:00")},
		times: []int{23 * 3600}, end: 2*3600 + 30*60,
	},
	{
		name: "ten days from every 12th on", on: func(d tz.Date) bool { _, _, dom := d.Civil(); return dom == 12 }, around: 45,
		spec:  schedule.Spec{Rule: schedule.AbsoluteMonthly{Days: []int{12}}, StartTime: tz.MustParseTimeOfDay("02:15")},
		times: []int{2*3600 + 15*60}, seconds: 10 * 86400,
	},
}

// Around every change of offset of the awkward zones from 1975 to 2095, with both kinds of length and each option.
func TestS04EveryChangeOfOffset(t *testing.T) {
	options := []struct {
		gap     tz.Gap
		overlap tz.Overlap
	}{{tz.GapForward, tz.OverlapFirst}, {tz.GapSkip, tz.OverlapSecond}, {tz.GapNext, tz.OverlapBoth}}
	start, end := parse("1975-01-01T00:00:00Z").Unix(), parse("2095-01-01T00:00:00Z").Unix()
	changes := 0
	for _, zoneName := range awkwardZones {
		zone := tz.MustLoad(zoneName)
		for i, p := range plans {
			for j, option := range options {
				r, g, o := p.compile(t, zone, option.gap, option.overlap)
				name := func() string { return fmt.Sprintf("%s in %s, gap %v, overlap %v", p.name, zoneName, g, o) }
				for s := zone.Stretch(start); s.To < end; s = zone.Stretch(s.To) {
					// Each change is looked at with some plans and options, which take turns; those of some busy years with all.
					if year := s.To / 31_556_952; 38 <= year && year < 44 || (int(year)+i+j)%10 == 0 {
						p.checkAround(t, name, r, g, o, s.To, 3)
						changes++
					}
				}
			}
		}
	}
	if changes < 12_000 {
		t.Errorf("only %d changes of offset were looked at: the zones were not what they must be", changes)
	}
}

// All pairs of options.
func TestS04EveryPairOfOptions(t *testing.T) {
	for _, zoneName := range awkwardZones {
		zone := tz.MustLoad(zoneName)
		for _, p := range plans {
			for g := tz.GapForward; g <= tz.GapNext; g++ {
				for o := tz.OverlapFirst; o <= tz.OverlapBoth; o++ {
					r, g, o := p.compile(t, zone, g, o)
					name := func() string { return fmt.Sprintf("%s in %s, gap %v, overlap %v", p.name, zoneName, g, o) }
					for s := zone.Stretch(parse("2010-01-01T00:00:00Z").Unix()); s.To < parse("2012-01-10T00:00:00Z").Unix(); s = zone.Stretch(s.To) {
						p.checkAround(t, name, r, g, o, s.To, 3)
					}
				}
			}
		}
	}
}

// found returns whether a search has found something.
func found(_ int64, ok bool) bool { return ok }
