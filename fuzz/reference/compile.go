package reference

import (
	"errors"
	"regexp"
	"slices"
	"time"
)

// Compile reads a policy document. It returns the first problem it meets.
func Compile(doc []byte, zones Zones) (*Policy, error) {
	var err error
	o := readDocument(doc, &err)
	r := &reader{zones: zones}
	p := r.policy(o)
	if err != nil {
		return nil, err
	}
	return p, nil
}

// errAmbiguousZone is the error for local blackouts of a policy that leaves its
// zone unsaid while a window says one (S2).
var errAmbiguousZone = errors.New("ambiguous zone")

// reader turns the objects of a document into the things they describe.
type reader struct{ zones Zones }

func (r *reader) policy(o *object) *Policy {
	r.words(o)
	p := &Policy{}
	var stated, windowStates bool
	p.zone, stated = r.zone(o, time.UTC)
	if !o.has("windows") {
		o.fail("windows", "missing")
	}
	for _, entry := range o.children("windows") {
		w, states := r.window(entry, p.zone)
		p.windows = append(p.windows, w)
		windowStates = windowStates || states
	}
	p.blackouts = r.blackouts(o)
	o.done()
	if windowStates && !stated && p.blackouts.local() && *o.err == nil {
		*o.err = errAmbiguousZone
	}
	return p
}

// words reads the keys that change no answer.
func (r *reader) words(o *object) {
	for _, key := range []string{"name", "description"} {
		if o.has(key) {
			o.text(key)
		}
	}
}

// window reads an entry of windows, and reports whether it states a zone.
func (r *reader) window(o *object, policyZone *time.Location) (*window, bool) {
	r.words(o)
	w := &window{endTime: -1, startDate: beginningOfTime, endDate: endOfTime}
	var stated bool
	w.zone, stated = r.zone(o, policyZone)
	w.blackouts = r.blackouts(o)
	switch o.exactlyOne("schedule", "span", "always") {
	case "schedule":
		r.schedule(o, w)
	case "span":
		c := o.child("span")
		w.fixed = r.span(c)
		c.done()
		o.without("a span", scheduleKeys...)
	case "always":
		if w.always = o.fields["always"] == true; !w.always {
			o.fail("always", "can only be true")
		}
		o.without("always", scheduleKeys...)
	}
	o.done()
	return w, stated
}

// scheduleKeys are the keys of a window that stand beside a schedule only.
var scheduleKeys = []string{"startDate", "endDate", "startTime", "duration", "durationHours", "endTime", "anchor", "gap", "overlap"}

// schedule reads a window's schedule and all that stands beside it.
func (r *reader) schedule(o *object, w *window) {
	if o.has("startDate") {
		w.startDate = r.date(o, "startDate")
	}
	if o.has("endDate") {
		if w.endDate = r.date(o, "endDate"); w.endDate < w.startDate {
			o.fail("endDate", "before startDate")
		}
	}
	w.gap = gapChoice(o.choice("gap", "forward", "skip", "next"))
	w.overlap = overlapChoice(o.choice("overlap", "first", "second", "both"))
	r.length(o, w)

	s := o.child("schedule")
	kind := s.exactlyOne("daily", "weekly", "absoluteMonthly", "relativeMonthly", "cron", "rrule")
	if kind == "rrule" {
		s.fail(kind, "%w", ErrUnsupported)
	}
	if kind == "cron" {
		r.cron(o, s, w)
	} else if kind != "" {
		c := s.child(kind)
		w.rule = r.rule(kind, c)
		c.done()
		w.times = []int64{r.timeOfDay(o, "startTime", false)}
	}
	s.done()
	if *o.err != nil {
		return
	}

	anchored := o.has("anchor")
	if anchored {
		o.choice("anchor", "startDate")
	}
	switch dated := o.has("startDate"); {
	case anchored && (kind == "daily" || kind == "cron"):
		o.without(kind, "anchor")
	case anchored && !dated:
		o.fail("anchor", "needs a startDate")
	case w.rule.interval == 1: // every period is due, whichever is counted from
	case !dated:
		o.fail("schedule", "an interval above 1 needs a startDate to count from") // S6
	default:
		w.rule.countFrom(w.startDate, anchored)
	}
	if *o.err == nil && w.rule.never() {
		o.fail("schedule", "can never match") // S10
	}
}

// rule reads one of the schedules that are not cron.
func (r *reader) rule(kind string, o *object) *rule {
	var out rule
	interval := ""
	switch kind {
	case "daily":
		interval = "intervalDays"
		out = daily()
	case "weekly":
		interval = "intervalWeeks"
		var days []time.Weekday
		if o.exactlyOne("dayOfWeek", "daysOfWeek") == "dayOfWeek" {
			days = []time.Weekday{r.weekday(o, "dayOfWeek", o.text("dayOfWeek"))}
		} else {
			days = r.weekdays(o)
		}
		weekStart := time.Monday
		if o.has("weekStart") {
			weekStart = r.weekday(o, "weekStart", o.text("weekStart"))
		}
		out = weekly(days, weekStart)
	case "absoluteMonthly":
		interval = "intervalMonths"
		key := o.exactlyOne("dayOfMonth", "daysOfMonth")
		days := []any{o.fields[key]}
		if key == "daysOfMonth" {
			if days = o.list(key); len(days) == 0 {
				o.fail(key, "empty")
			}
		}
		var numbers []int
		for _, value := range days {
			n := o.whole(key, value, -31, 31)
			if n == 0 {
				o.fail(key, "there is no day 0")
			}
			numbers = append(numbers, n)
		}
		out = absoluteMonthly(numbers, o.choice("shortMonth", "skip", "clamp") == 1)
	case "relativeMonthly":
		interval = "intervalMonths"
		o.text("weekIndex") // required
		index := []int{1, 2, 3, 4, 5, lastWeek}[o.choice("weekIndex", "First", "Second", "Third", "Fourth", "Fifth", "Last")]
		out = relativeMonthly(index, r.weekday(o, "dayOfWeek", o.text("dayOfWeek")))
		out.offsetDays = day(o.number("offsetDays", -31, 31, 0))
	}
	out.interval = int64(o.number(interval, 1, 1000, 1))
	return &out
}

// cron reads schedule.cron, which brings its own times of day.
func (r *reader) cron(o, s *object, w *window) {
	text, isText := s.fields["cron"].(string)
	if !isText {
		c := s.child("cron")
		text = c.text("expression")
		if c.has("dialect") || c.has("key") {
			c.fail("", "%w", ErrUnsupported)
		}
		c.done()
	}
	o.without("cron", "startTime")
	c, err := parseCron(text)
	if err != nil {
		s.fail("cron", "%w", err)
		return
	}
	if c.realClock { // S10: each time the clock shows is a start, no more, no less
		o.without("a schedule that follows the real clock", "gap", "overlap")
		w.gap, w.overlap = skip, both
	}
	out := monthly(c.picks)
	out.interval = 1
	w.rule, w.times = &out, c.times()
}

// length reads how long an occurrence lasts (S4).
func (r *reader) length(o *object, w *window) {
	const longest = 366 * 24 * time.Hour
	switch o.exactlyOne("duration", "durationHours", "endTime") {
	case "duration":
		d, err := time.ParseDuration(o.text("duration"))
		if err != nil || d <= 0 || d > longest || d%time.Second != 0 {
			o.fail("duration", "want whole seconds, above 0 and up to 366 days")
		}
		w.elapsed = int64(d / time.Second)
	case "durationHours":
		w.elapsed = int64(o.number("durationHours", 1, int(longest/time.Hour), 0)) * 60 * 60
	case "endTime":
		w.endTime = r.timeOfDay(o, "endTime", true)
	}
}

// blackouts reads the two lists of a level.
func (r *reader) blackouts(o *object) blackouts {
	var out blackouts
	for _, c := range o.children("notAllowedDates") {
		out.dates = append(out.dates, r.notAllowedDates(c))
		c.done()
	}
	for _, c := range o.children("notAllowedTime") {
		if start := c.text("start"); len(start) <= len("15:04:05") {
			out.times = append(out.times, r.notAllowedTime(c))
		} else {
			c.without("a span of instants", "daysOfWeek")
			out.spans = append(out.spans, *r.span(c))
		}
		c.done()
	}
	return out
}

func (r *reader) notAllowedDates(o *object) func(day) bool {
	if len(o.text("start")) == len("01-02") {
		return datesEveryYear(r.monthDay(o, "start"), r.monthDay(o, "end"))
	}
	start, end := r.date(o, "start"), r.date(o, "end")
	if end < start {
		o.fail("end", "%s is before start %s", o.text("end"), o.text("start"))
	}
	return datesBetween(start, end)
}

func (r *reader) notAllowedTime(o *object) timesOfDay {
	t := timesOfDay{start: r.timeOfDay(o, "start", false), end: r.timeOfDay(o, "end", true)}
	if t.end == t.start {
		o.fail("end", "equal to start")
	}
	if t.end < t.start {
		t.end += secondsPerDay
	}
	if o.has("daysOfWeek") {
		t.weekdays = r.weekdays(o)
	}
	return t
}

// span reads two RFC 3339 instants.
func (r *reader) span(o *object) *span {
	s := &span{r.instant(o, "start"), r.instant(o, "end")}
	if s.end <= s.start {
		o.fail("end", "not after start")
	}
	return s
}

func (r *reader) weekdays(o *object) []time.Weekday {
	list := o.list("daysOfWeek")
	if len(list) == 0 {
		o.fail("daysOfWeek", "empty")
	}
	var out []time.Weekday
	for _, value := range list {
		out = append(out, r.weekday(o, "daysOfWeek", value))
	}
	return out
}

func (r *reader) weekday(o *object, key string, name any) time.Weekday {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name == d.String() {
			return d
		}
	}
	o.fail(key, "%v is no day of the week", name)
	return 0
}

// layout reads a string in a fixed form of package time, no other spelling.
func (r *reader) layout(o *object, key string, layouts ...string) (time.Time, bool) {
	text := o.text(key)
	i := slices.IndexFunc(layouts, func(layout string) bool { return len(layout) == len(text) })
	if i >= 0 {
		if t, err := time.Parse(layouts[i], text); err == nil {
			return t, true
		}
	}
	o.fail(key, "%q is not of the form %q", text, layouts)
	return time.Time{}, false
}

func (r *reader) date(o *object, key string) day {
	t, ok := r.layout(o, key, "2006-01-02")
	if ok && t.Year() < 1 {
		o.fail(key, "there is no year 0")
	}
	year, month, dayOfMonth := t.Date()
	return dayOf(year, month, dayOfMonth)
}

// monthDay reads MM-DD; 02-29 is a date of leap years (S12).
func (r *reader) monthDay(o *object, key string) monthDay {
	text := o.text(key)
	if t, err := time.Parse("2006-01-02", "2000-"+text); err == nil && len(text) == len("01-02") {
		return monthDay(int(t.Month())*100 + t.Day())
	}
	o.fail(key, "%q is not of the form MM-DD", text)
	return 0
}

// timeOfDay reads HH:MM or HH:MM:SS as the second of the day; an end may be
// 24:00.
func (r *reader) timeOfDay(o *object, key string, end bool) int64 {
	if text := o.text(key); end && (text == "24:00" || text == "24:00:00") {
		return secondsPerDay
	}
	t, _ := r.layout(o, key, "15:04", "15:04:05")
	return int64(t.Hour()*60*60 + t.Minute()*60 + t.Second())
}

// rfc3339 is the form of an instant of whole seconds. Package time alone would
// also take T2:00:00, a comma before a fraction and offsets of a day.
var rfc3339 = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.0+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$`)

// instant reads an RFC 3339 instant of whole seconds (S1).
func (r *reader) instant(o *object, key string) int64 {
	text := o.text(key)
	t, err := time.Parse(time.RFC3339, text)
	if err != nil || !rfc3339.MatchString(text) {
		o.fail(key, "want an RFC 3339 instant of whole seconds")
	}
	return t.Unix()
}
