package vet

import (
	"cmp"
	"strconv"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// The instants that the calendar begins and ends with, the years 1 to 9999 in UTC.
const (
	calendarFrom = tz.MinDay * tz.SecondsPerDay
	calendarTo   = (tz.MaxDay + 1) * tz.SecondsPerDay

	// alwaysTo is before the last start of a schedule in any zone: what is open for ever is so up to here.
	alwaysTo = calendarTo - 3*tz.SecondsPerDay
)

// A vetter is one call of Check.
type vetter struct {
	p        *calendar.Policy
	opts     Options
	compile  []calendar.Option
	from, to int64 // what is looked at, [from, to)

	cal     *calendar.Calendar // nil: the policy does not compile
	err     error              // why
	shut    window.Timeline    // the blackouts of the policy, if it compiles
	entries []entry            // a window each
	spans   []shutSpan         // the blackouts
	lists   int                // how many lists of blackouts the policy has for all windows
	lo, hi  int64              // what to search for something open, [lo, hi): what is not found there is nowhere
	weight  int                // steps that a day of cal takes

	shortest int64 // minDuration in seconds, 0 without one
	whole    int   // steps that a day of cal would take without it

	alwaysTo int64 // up to where to search for something shut

	never bool // no instant is open from the given one on: reported
	found []calendar.Finding
}

// An entry is a window of the policy by itself.
type entry struct {
	path     string
	spec     *calendar.WindowSpec
	compiles bool // without any blackouts; what follows is there only then

	zone    tz.Zone
	source  window.Timeline // without any blackouts
	lo, hi  int64           // what to search for something open, [lo, hi)
	written window.Timeline // of a schedule: a second from each start on, on a clock that nobody changes (local seconds)
	open    window.Timeline // with all blackouts, if the policy compiles
	each    int             // steps that a day of source takes
	weight  int             // steps that a day of open takes
}

func newVetter(p *calendar.Policy, at time.Time, opts Options) *vetter {
	opts.Years = min(max(cmp.Or(opts.Years, 10), 1), 100)
	opts.MinPiece = cmp.Or(opts.MinPiece, 15*time.Minute)
	opts.Steps = max(cmp.Or(opts.Steps, 2_000_000), 1)
	a := &opts.Availability
	a.Open, a.Every, a.Piece = cmp.Or(a.Open, 48*time.Hour), max(cmp.Or(a.Every, 32*24*time.Hour), time.Second), cmp.Or(a.Piece, 4*time.Hour)
	if opts.Database == nil {
		opts.Database = tz.System()
	}
	v := &vetter{p: p, opts: opts, compile: []calendar.Option{calendar.WithDatabase(opts.Database)}}
	v.from = min(max(tz.Seconds(at), calendarFrom), calendarTo-tz.SecondsPerDay)
	v.to = min(time.Unix(v.from, 0).UTC().AddDate(opts.Years, 0, 0).Unix(), calendarTo)
	v.cal, v.err = calendar.Compile(*p, v.compile...)
	if v.cal != nil {
		v.shut = v.blackouts(calendar.WindowSpec{NotAllowedDates: p.NotAllowedDates, NotAllowedTime: p.NotAllowedTime})
		v.lists = lists(p.NotAllowedDates, p.NotAllowedTime)
	}
	for i := range p.Windows[:min(len(p.Windows), calendar.MaxWindows)] {
		v.entries = append(v.entries, v.entry(i))
	}
	v.spans = v.shutSpans()
	v.lo, v.hi = calendarTo, calendarFrom
	for i := range v.entries {
		v.whole += v.entries[i].weight
	}
	if v.weight = v.whole; v.cal != nil {
		v.shortest = seconds(p.MinDuration)
		v.weight *= v.crowd()
	}
	v.repeat()
	return v
}

// entry compiles a window by itself.
func (v *vetter) entry(i int) entry {
	e := entry{path: index("windows", i), spec: &v.p.Windows[i]}
	w := *e.spec
	w.NotAllowedDates, w.NotAllowedTime = nil, nil
	var err error
	if e.source, err = v.timeline(w); err != nil {
		return e
	}
	e.compiles = true
	e.zone, _ = v.zone(e.spec.UTCOffset, e.spec.TimeZone)
	e.lo, e.hi = bounds(e.spec)
	e.each = 1
	if e.spec.Schedule != nil {
		e.written, _ = v.timeline(written(e.spec))
		if v.swallowed(&e) {
			e.each = 12 * tz.MaxYear
		}
	}
	if v.cal != nil {
		e.open, _ = v.timeline(*e.spec)
		e.open = e.open.Subtract(v.shut)
		e.weight = e.each + v.lists + lists(e.spec.NotAllowedDates, e.spec.NotAllowedTime)
	}
	return e
}

// swallowed reports whether none of the next few starts of a window happens, as a change of the clock takes each of them: then all
// of them may, and a search for one goes on, month by month, to the end of the calendar.
func (v *vetter) swallowed(e *entry) bool {
	local := e.zone.Local(v.from)
	for range 3 {
		next, found := e.written.First(local, calendarTo, window.Open)
		if !found {
			return false
		}
		r := e.zone.Resolve(next)
		if r.Kind == tz.Unique && e.zone.Stretch(r.First).To-r.First > tz.SecondsPerDay {
			return false
		}
		if e.source.Holds(r.First) || e.source.Holds(r.Second) || e.source.Holds(r.Edge) {
			return false
		}
		local = next + tz.SecondsPerDay
	}
	return true
}

// starts returns a window that is open for a second from each start of w on.
func starts(w *calendar.WindowSpec) calendar.WindowSpec {
	return calendar.WindowSpec{Schedule: w.Schedule, StartDate: w.StartDate, EndDate: w.EndDate, StartTime: w.StartTime, Anchor: w.Anchor,
		Gap: w.Gap, Overlap: w.Overlap, UTCOffset: w.UTCOffset, TimeZone: w.TimeZone, Duration: "1s"}
}

// written returns the window of starts on a clock that nobody changes: its instants are local seconds, as the schedule has them written.
func written(w *calendar.WindowSpec) calendar.WindowSpec {
	bare := starts(w)
	bare.UTCOffset, bare.TimeZone, bare.Gap, bare.Overlap = "", "UTC", "", ""
	return bare
}

// bounds returns where a window can be open, [lo, hi), as far as its dates tell: the searches of what is bounded are short.
func bounds(w *calendar.WindowSpec) (lo, hi int64) {
	lo, hi = calendarFrom, calendarTo
	if w.Span != nil {
		from, err1 := tz.ParseInstant(w.Span.Start)
		to, err2 := tz.ParseInstant(w.Span.End)
		if err1 == nil && err2 == nil {
			lo, hi = max(tz.Seconds(from), calendarFrom), min(tz.Seconds(to), calendarTo)
		}
	}
	// A day more than any offset from UTC and any change of one; at the end the longest duration, too.
	const margin = 3 * tz.SecondsPerDay
	if d, err := tz.ParseDate(w.StartDate); err == nil {
		lo = max(lo, int64(d.Day())*tz.SecondsPerDay-margin)
	}
	if d, err := tz.ParseDate(w.EndDate); err == nil {
		hi = min(hi, int64(d.Day())*tz.SecondsPerDay+margin+int64(window.MaxDuration/time.Second))
	}
	return lo, hi
}

// timeline compiles one window in the policy's zone, without the policy's blackouts.
func (v *vetter) timeline(w calendar.WindowSpec) (window.Timeline, error) {
	w.Name, w.Description = "", ""
	if w.UTCOffset == "" && w.TimeZone == "" {
		w.UTCOffset, w.TimeZone = v.p.UTCOffset, v.p.TimeZone
	}
	cal, err := calendar.Compile(calendar.Policy{Windows: []calendar.WindowSpec{w}}, v.compile...)
	if err != nil {
		return window.Timeline{}, err
	}
	return cal.Timeline(), nil
}

// blackouts returns the timeline that is open where one of the blackouts of w holds, on the clock that w has: never, if they do
// not compile.
func (v *vetter) blackouts(w calendar.WindowSpec) window.Timeline {
	t, err := v.timeline(calendar.WindowSpec{Always: true, UTCOffset: w.UTCOffset, TimeZone: w.TimeZone,
		NotAllowedDates: w.NotAllowedDates, NotAllowedTime: w.NotAllowedTime})
	if err != nil {
		return window.Timeline{}
	}
	return t.Complement()
}

// zone returns the zone of a window that states offset or name, or neither.
func (v *vetter) zone(offset, name string) (tz.Zone, error) {
	if offset == "" && name == "" {
		offset, name = v.p.UTCOffset, v.p.TimeZone
	}
	if name != "" {
		return v.opts.Database.Zone(name)
	}
	if offset == "" {
		return tz.UTC(), nil
	}
	o, err := tz.ParseOffset(offset)
	return o.Zone(), err
}

// lists returns how many of both lists of blackouts have entries.
func lists(dates []calendar.DateSpan, times []calendar.TimeSpan) int {
	return min(len(dates), 1) + min(len(times), 1)
}

// add adds a finding.
func (v *vetter) add(code calendar.FindingCode, path, detail, remedy string) {
	v.found = append(v.found, calendar.Finding{Code: code, Severity: severities[code], Path: path, Detail: detail, Remedy: remedy})
}

// unfinished says that a search for something ended before the end.
func (v *vetter) unfinished(what, reached string) {
	v.add(Unfinished, "", what+" were looked for "+reached+" alone: that took "+strconv.Itoa(v.opts.Steps)+" steps", "")
}

func index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
