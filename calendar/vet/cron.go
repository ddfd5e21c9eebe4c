package vet

import (
	"strings"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A cronText is a cron expression in its fields.
type cronText struct {
	entry    *entry
	path     string
	options  schedule.CronOptions
	parsed   *schedule.Cron
	fields   []string
	dom, dow int // which fields are the day of month and the day of week
}

// cronOf returns the expression of a window, and whether it has fields: a macro has none.
func (v *vetter) cronOf(e *entry) (cronText, bool) {
	cron := e.spec.Schedule.Cron
	c := cronText{entry: e, path: join(e.path, "schedule.cron"), options: schedule.CronOptions{Key: cron.Key}}
	if cron.Dialect != "" || cron.Key != "" {
		c.path = join(c.path, "expression")
	}
	if cron.Dialect != "" {
		c.options.Dialect, _ = schedule.ParseCronDialect(cron.Dialect)
	}
	var err error
	if c.parsed, err = c.options.Parse(cron.Expression); err != nil {
		return c, false
	}
	text := strings.TrimSpace(cron.Expression)
	if c.options.Dialect == schedule.CronAWS && strings.HasSuffix(text, ")") {
		text = text[strings.Index(text, "(")+1 : len(text)-1]
	}
	c.fields = strings.Fields(text)
	if c.dom = 3; len(c.fields) == 5 || c.options.Dialect == schedule.CronAWS {
		c.dom = 2
	}
	c.dow = c.dom + 2
	return c, len(c.fields) > c.dow
}

// hour returns the hour field in its canonical form.
func (c cronText) hour() string {
	fields := strings.Fields(c.parsed.String())
	if len(fields) <= c.dom-1 {
		return ""
	}
	return fields[c.dom-1]
}

// every returns what a day field that restricts nothing is written as where the other one does.
func (c cronText) every() string {
	if c.options.Dialect == schedule.CronQuartz || c.options.Dialect == schedule.CronAWS {
		return "?"
	}
	return "*"
}

// cronTimeline returns the written starts of an expression with other day fields, a second each, in local seconds.
func (v *vetter) cronTimeline(c cronText, dom, dow string) (window.Timeline, bool) {
	fields := append([]string(nil), c.fields...)
	fields[c.dom], fields[c.dow] = dom, dow
	cron := *c.entry.spec.Schedule.Cron
	cron.Expression = strings.Join(fields, " ")
	t, err := v.timeline(calendar.WindowSpec{Schedule: &calendar.Schedule{Cron: &cron}, StartDate: c.entry.spec.StartDate, EndDate: c.entry.spec.EndDate,
		TimeZone: "UTC", Duration: "1s"})
	return t, err == nil
}

// cronDays reports an expression with both a day of the month and a day of the week, and which of them it takes: the days of
// the expression are compared with those of either field alone. A + in front of the day of week says that it is meant.
func (v *vetter) cronDays(m *meter, c cronText) {
	dom, dow := c.fields[c.dom], c.fields[c.dow]
	if strings.Trim(dom, "*?") == "" || strings.Trim(dow, "*?") == "" || strings.HasPrefix(dow, "+") {
		return
	}
	byMonth, ok1 := v.cronTimeline(c, dom, c.every())
	byWeek, ok2 := v.cronTimeline(c, c.every(), dow)
	if !ok1 || !ok2 {
		return
	}
	on := func(t window.Timeline, day int) bool {
		_, ok := t.First(int64(day)*tz.SecondsPerDay, int64(day+1)*tz.SecondsPerDay-1, window.Open)
		return ok
	}
	first, last := dayOf(c.entry.zone.Local(v.from)), dayOf(c.entry.zone.Local(v.to-1))
	var either, both []string // days on which one of both fields matches, and on which both do
	for day := first; day <= last && len(either) < 3 && m.spend(3, 0); day++ {
		if !on(c.entry.written, day) {
			continue
		}
		if on(byMonth, day) && on(byWeek, day) {
			both = append(both, date(day))
		} else {
			either = append(either, date(day))
		}
	}
	switch {
	case m.empty():
	case len(either) > 0:
		remedy := ""
		if t, ok := v.cronTimeline(c, dom, "+"+dow); ok && t != (window.Timeline{}) {
			remedy = "for days that are both, write +" + dow
		}
		v.add(BothDays, c.path, "day of month "+dom+" and day of week "+dow+" are both restricted, and either one matches: on "+and(either)+" just one of them does", remedy)
	case len(both) > 0:
		v.add(BothDays, c.path, "day of month "+dom+" and day of week "+dow+" are both restricted, and both must match: next on "+and(both[:min(len(both), 3)]), "")
	}
}
