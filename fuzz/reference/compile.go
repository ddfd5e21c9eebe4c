package reference

import (
	"math"
	"regexp"
	"time"
)

// Compile reads a policy document. The error is a *[Problem], the first it meets.
func Compile(doc []byte, zones Zones) (*Policy, error) {
	var err *Problem
	o := readDocument(doc, &err)
	r := &reader{zones: zones}
	p := r.policy(o)
	if err != nil {
		return nil, err
	}
	return p, nil
}

// reader turns the objects of a document into the things they describe.
type reader struct{ zones Zones }

func (r *reader) policy(o *object) *Policy {
	r.words(o)
	p := &Policy{}
	var stated, windowStates bool
	p.zone, stated = r.zone(o, time.UTC)
	if !o.has("windows") {
		o.fail("windows", missing, "required")
	}
	for _, entry := range o.children("windows") {
		w, states := r.window(entry, p.zone)
		p.windows = append(p.windows, w)
		windowStates = windowStates || states
	}
	p.blackouts = r.blackouts(o)
	if o.has("minDuration") {
		p.shortest = r.duration(o, "minDuration")
	}
	o.done()
	if windowStates && !stated && p.blackouts.local() { // S2: local blackouts that might be read in two zones
		o.fail(p.blackouts.firstLocal, ambiguousZone, "a window states a zone, the policy none")
	}
	return p
}

// words reads the keys that change no answer.
func (r *reader) words(o *object) {
	o.words("name", 256)
	o.words("description", 4096)
}

// window reads an entry of windows, and reports whether it states a zone.
func (r *reader) window(o *object, policyZone *time.Location) (*window, bool) {
	r.words(o)
	w := &window{endTime: -1, startDate: beginningOfTime, endDate: endOfTime}
	var stated bool
	w.zone, stated = r.zone(o, policyZone)
	w.blackouts = r.blackouts(o)
	if o.has("cutoff") {
		r.duration(o, "cutoff") // which does not change what is open
	}
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
			code := outOfRange
			if _, isBool := o.fields["always"].(bool); !isBool {
				code = wrongType
			}
			o.fail("always", code, "can only be true")
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
			o.fail("endDate", inverted, "before startDate")
		}
	}
	w.gap = gapChoice(o.choice("gap", "forward", "skip", "next"))
	w.overlap = overlapChoice(o.choice("overlap", "first", "second", "both"))
	w.longestGap = anyLength
	r.length(o, w)

	s := o.child("schedule")
	kind := s.exactlyOne("daily", "weekly", "absoluteMonthly", "relativeMonthly", "cron", "rrule")
	if kind == "rrule" {
		s.fail(kind, invalid, "%w", ErrUnsupported)
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
		o.fail("anchor", noStartDate, "needs a startDate")
	case w.rule.interval == 1: // every period is due, whichever is counted from
	case !dated:
		o.fail(join(join("schedule", kind), w.rule.intervalKey), noStartDate, "an interval above 1 needs a startDate to count from") // S6
	default:
		w.rule.countFrom(w.startDate, anchored)
	}
	if *o.err == nil && w.rule.never() {
		o.fail("schedule", neverMatches, "can never match") // S10
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
			days = []time.Weekday{r.weekdayOf(o, "dayOfWeek")}
		} else {
			days = r.weekdays(o)
		}
		weekStart := time.Monday
		if o.has("weekStart") {
			weekStart = r.weekdayOf(o, "weekStart")
		}
		out = weekly(days, weekStart)
	case "absoluteMonthly":
		interval = "intervalMonths"
		key := o.exactlyOne("dayOfMonth", "daysOfMonth")
		values, at := []any{o.fields[key]}, func(int) string { return key }
		if key == "daysOfMonth" {
			values, at = r.days(o, key), func(i int) string { return indexed(key, i) }
		}
		var numbers []int
		for i, value := range values {
			n, err := whole(value, -31, 31)
			if o.report(at(i), err); n == 0 {
				o.fail(at(i), outOfRange, "there is no day 0")
			}
			numbers = append(numbers, n)
		}
		out = absoluteMonthly(numbers, o.choice("shortMonth", "skip", "clamp") == 1)
	case "relativeMonthly":
		interval = "intervalMonths"
		o.text("weekIndex") // required
		index := []int{1, 2, 3, 4, 5, lastWeek}[o.choice("weekIndex", "First", "Second", "Third", "Fourth", "Fifth", "Last")]
		out = relativeMonthly(index, r.weekdayOf(o, "dayOfWeek"))
		out.offsetDays = day(o.number("offsetDays", -31, 31, 0))
	}
	out.interval, out.intervalKey = int64(o.number(interval, 1, 1000, 1)), interval
	return &out
}

// cron reads schedule.cron, which brings its own times of day.
func (r *reader) cron(o, s *object, w *window) {
	o.without("cron", "startTime")
	at, text, name, key := "cron", "", "Default", ""
	if _, isObject := s.fields["cron"].(map[string]any); !isObject {
		text = s.text("cron")
	} else {
		c := s.child("cron")
		if c.has("dialect") {
			name = c.text("dialect")
		}
		if c.has("key") {
			key = c.text("key")
			c.words("key", 256)
		}
		if dialects[name] == nil {
			c.fail("dialect", invalid, "no such dialect")
		}
		if c.has("dialect") || c.has("key") {
			at = "cron.expression"
		}
		if text = c.words("expression", math.MaxInt); text == "" {
			s.fail(at, missing, "required")
		}
		c.done()
	}
	if *o.err != nil {
		return
	}
	d := dialects[name]
	if key != "" && !d.has(formHash) {
		s.fail(at, conflict, "a key without an H to draw")
	}
	c, err := parseCron(text, d, key)
	if err != nil {
		s.report(at, err)
		return
	}
	if !o.has("gap") {
		w.gap = d.gap
	}
	if !o.has("overlap") {
		w.overlap = d.overlap
	}
	if d.noLongGaps {
		w.longestGap = 3 * 60 * 60
	}
	if c.realClock { // S10: each time the clock shows is a start, no more, no less
		o.without("a schedule that follows the real clock", "gap", "overlap")
		w.gap, w.overlap = skip, both
	}
	out := monthly(c.picks)
	out.interval = 1
	out.countedFrom = dayOf(1970, 1, 1).month() // never looks from here on: no year that a field can name lies before
	w.rule, w.times = &out, c.times()
}

const longest = 366 * 24 * time.Hour

// duration reads a length of time in seconds.
func (r *reader) duration(o *object, key string) int64 {
	d, err := time.ParseDuration(o.text(key))
	if err != nil {
		o.fail(key, invalid, "%w", err)
	}
	if d <= 0 || d > longest || d%time.Second != 0 {
		o.fail(key, outOfRange, "want whole seconds, above 0 and up to 366 days")
	}
	return int64(d / time.Second)
}

// length reads how long an occurrence lasts (S4).
func (r *reader) length(o *object, w *window) {
	switch o.exactlyOne("durationHours", "duration", "endTime") {
	case "duration":
		w.elapsed = r.duration(o, "duration")
	case "durationHours":
		w.elapsed = int64(o.number("durationHours", 1, int(longest/time.Hour), 0)) * 60 * 60
	case "endTime":
		w.endTime = r.timeOfDay(o, "endTime", true)
	}
}

// blackouts reads the two lists of a level.
func (r *reader) blackouts(o *object) blackouts {
	var out blackouts
	for i, c := range o.children("notAllowedDates") {
		out.isLocal(indexed("notAllowedDates", i))
		out.dates = append(out.dates, r.notAllowedDates(c))
		c.done()
	}
	for i, c := range o.children("notAllowedTime") {
		if start := c.text("start"); len(start) <= len("15:04:05") {
			out.isLocal(indexed("notAllowedTime", i))
			out.times = append(out.times, r.notAllowedTime(c))
		} else if end := c.text("end"); len(end) <= len("15:04:05") {
			c.fail("end", conflict, "a time of day, where start is an instant")
		} else {
			if c.has("daysOfWeek") {
				r.weekdays(c) // wrong already if there are none
			}
			c.without("a span of instants", "daysOfWeek")
			out.spans = append(out.spans, *r.span(c))
		}
		c.done()
	}
	return out
}

func (r *reader) notAllowedDates(o *object) func(day) bool {
	yearly := len(o.text("start")) == len("01-02")
	if end := o.text("end"); yearly != (len(end) == len("01-02")) {
		o.fail("end", conflict, "of another kind than start")
	}
	if yearly {
		return datesEveryYear(r.monthDay(o, "start"), r.monthDay(o, "end"))
	}
	start, end := r.date(o, "start"), r.date(o, "end")
	if end < start {
		o.fail("end", inverted, "%s is before start %s", o.fields["end"], o.fields["start"])
	}
	return datesBetween(start, end)
}

func (r *reader) notAllowedTime(o *object) timesOfDay {
	if len(o.text("end")) > len("15:04:05") {
		o.fail("end", conflict, "an instant, where start is a time of day")
	}
	t := timesOfDay{start: r.timeOfDay(o, "start", false), end: r.timeOfDay(o, "end", true)}
	if t.end == t.start {
		o.fail("end", empty, "equal to start")
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
	switch {
	case s.end < s.start:
		o.fail("end", inverted, "before start")
	case s.end == s.start:
		o.fail("end", empty, "equal to start")
	}
	return s
}

// days reads a list of days of one kind or the other.
func (r *reader) days(o *object, key string) []any {
	list := o.list(key)
	switch {
	case len(list) == 0:
		o.fail(key, empty, "no days")
	case len(list) > 100:
		o.fail(key, tooLarge, "more than 100 days")
	}
	return list
}

func (r *reader) weekdays(o *object) []time.Weekday {
	var out []time.Weekday
	for i, value := range r.days(o, "daysOfWeek") {
		at := indexed("daysOfWeek", i)
		text, ok := value.(string)
		if !ok {
			o.fail(at, wrongType, "want a string")
		} else if text == "" {
			o.fail(at, empty, "says nothing")
		}
		out = append(out, r.weekday(o, at, text))
	}
	return out
}

// weekdayOf reads the weekday that a key says.
func (r *reader) weekdayOf(o *object, key string) time.Weekday { return r.weekday(o, key, o.text(key)) }

func (r *reader) weekday(o *object, at, name string) time.Weekday {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name == d.String() {
			return d
		}
	}
	o.fail(at, invalid, "%q is no day of the week", name)
	return 0
}

var (
	dateForm     = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
	monthDayForm = regexp.MustCompile(`^\d\d-\d\d$`)
	clockForm    = regexp.MustCompile(`^\d\d:\d\d(:\d\d)?$`)
)

func (r *reader) date(o *object, key string) day {
	text := o.text(key)
	t, err := time.Parse("2006-01-02", text)
	if !dateForm.MatchString(text) {
		o.fail(key, invalid, "want 2006-01-02")
	} else if err != nil || t.Year() < 1 {
		o.fail(key, outOfRange, "there is no %s", text)
	}
	year, month, dayOfMonth := t.Date()
	return dayOf(year, month, dayOfMonth)
}

// monthDay reads MM-DD; 02-29 is a date of leap years (S12).
func (r *reader) monthDay(o *object, key string) monthDay {
	text := o.text(key)
	t, err := time.Parse("2006-01-02", "2000-"+text)
	if !monthDayForm.MatchString(text) {
		o.fail(key, invalid, "want 01-02")
	} else if err != nil {
		o.fail(key, outOfRange, "there is no %s", text)
	}
	return monthDay(int(t.Month())*100 + t.Day())
}

// timeOfDay reads HH:MM or HH:MM:SS as the second of the day; an end may be
// 24:00.
func (r *reader) timeOfDay(o *object, key string, end bool) int64 {
	text := o.text(key)
	if !clockForm.MatchString(text) {
		o.fail(key, invalid, "want 15:04 or 15:04:05")
		return 0
	}
	if len(text) == len("15:04") {
		text += ":00"
	}
	if end && text == "24:00:00" {
		return secondsPerDay
	}
	t, err := time.Parse("15:04:05", text)
	if err != nil {
		o.fail(key, outOfRange, "there is no %s", text)
	}
	return int64(t.Hour()*60*60 + t.Minute()*60 + t.Second())
}

// rfc3339 is the form of an instant. Package time alone would also take
// T2:00:00, a comma before a fraction and offsets of a day.
var (
	rfc3339   = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`)
	dayOffset = regexp.MustCompile(`[+-](2[4-9]|[3-9]\d):\d\d$`)
)

// instant reads an RFC 3339 instant of whole seconds (S1).
func (r *reader) instant(o *object, key string) int64 {
	text := o.text(key)
	t, err := time.Parse(time.RFC3339, text)
	if !rfc3339.MatchString(text) {
		o.fail(key, invalid, "want an RFC 3339 instant")
	} else if err != nil || dayOffset.MatchString(text) || t.Nanosecond() != 0 {
		o.fail(key, outOfRange, "want whole seconds that there are")
	}
	return t.Unix()
}
