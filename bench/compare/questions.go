package main

import (
	"time"

	"github.com/casement-go/casement/bench/internal/workload"
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/hashicorp/cronexpr"
	netresearch "github.com/netresearch/go-cron"
	"github.com/prometheus/alertmanager/timeinterval"
	robfig "github.com/robfig/cron/v3"
	"github.com/teambition/rrule-go"
)

const newYork = "America/New_York"

var (
	location = must(time.LoadLocation(newYork))

	random = workload.In(workload.Random(), location) // 2025 to 2035
	near   = workload.In(workload.Between(workload.Now.AddDate(0, 0, -30), workload.Now.AddDate(0, 0, 30)), location)
	ticks  = workload.In(workload.Consecutive(), location)
)

const quarters = "*/15 2-5 * * 1-5" // what workload.Cron has

// questions are all that the table shows.
func questions() []question {
	var all []question
	all = append(all, windowQuestions()...)
	all = append(all, intervalQuestions()...)
	all = append(all, cronQuestions()...)
	all = append(all, policyQuestions()...)
	return all
}

// windowQuestions are about one window of four hours, daily or weekly.
func windowQuestions() []question {
	fourHours := timeinterval.TimeInterval{
		Times:    []timeinterval.TimeRange{{StartMinute: 2 * 60, EndMinute: 6 * 60}},
		Location: &timeinterval.Location{Location: location},
	}
	saturdays := fourHours
	saturdays.Weekdays = []timeinterval.WeekdayRange{{InclusiveRange: timeinterval.InclusiveRange{Begin: 6, End: 6}}}
	daily, weekly := must(robfig.ParseStandard("0 2 * * *")), must(robfig.ParseStandard("0 2 * * 6"))
	return []question{
		{"open? daily", random, value, []entry{
			{name: "casement", ask: calendarIsOpen(workload.Daily.Calendar(newYork))},
			{name: "alertmanager timeinterval", ask: contains(fourHours)},
			{name: "robfig/cron, Next(now-duration)", ask: startedSince(daily, 4*time.Hour)},
		}},
		{"open? weekly", random, value, []entry{
			{name: "casement", ask: calendarIsOpen(workload.Weekly.Calendar(newYork))},
			{name: "alertmanager timeinterval", ask: contains(saturdays)},
			{name: "robfig/cron, Next(now-duration)", ask: startedSince(weekly, 4*time.Hour)},
		}},
		{"next? weekly", near, instant, []entry{
			{name: "casement", ask: calendarNext(workload.Weekly.Calendar(newYork))},
			{name: "robfig/cron", ask: next(weekly)},
			{name: "rrule-go, since 1 year", ask: after(saturdayRule(1)), slow: 8},
			{name: "rrule-go, since 20 years", ask: after(saturdayRule(20)), slow: 32},
		}},
		yearOfDays(),
	}
}

// yearOfDays lists a year of daily windows, from midnights in UTC at which none is open.
func yearOfDays() question {
	midnights := make([]time.Time, 64)
	for i := range midnights {
		midnights[i] = time.Date(2026, 1, 1+5*i, 0, 0, 0, 0, time.UTC).In(location)
	}
	rule := rrule.ROption{Freq: rrule.DAILY, Dtstart: time.Date(2025, 12, 1, 5, 0, 0, 0, location)}
	document := `{"timeZone":"` + newYork + `","windows":[{"schedule":{"daily":{}},"startTime":"05:00","durationHours":4}]}`
	return question{"a year of daily windows", midnights, value, []entry{
		{name: "casement", ask: calendarYear(workload.Compile(document))},
		{name: "robfig/cron, Next of Next", ask: nextYear(must(robfig.ParseStandard("0 5 * * *")))},
		{name: "rrule-go, Between", ask: betweenYear(must(rrule.NewRRule(rule)))},
	}}
}

// intervalQuestions are about every second month, counted for 20 years.
func intervalQuestions() []question {
	c := workload.LastFriday.Calendar(newYork)
	return []question{
		{"open? last Friday every 2 months", near, value, []entry{
			{name: "casement, since 20 years", ask: calendarIsOpen(c)},
			{name: "rrule-go, since 1 year", ask: startedBefore(lastFridayRule(1), 6*time.Hour), slow: 8},
			{name: "rrule-go, since 20 years", ask: startedBefore(lastFridayRule(20), 6*time.Hour), slow: 32},
		}},
		{"next? last Friday every 2 months", near, instant, []entry{
			{name: "casement, since 20 years", ask: placedNext(lastFridays())},
			{name: "casement, since 20 years, the window with its end", ask: calendarNext(c)},
			{name: "rrule-go, since 1 year", ask: after(lastFridayRule(1)), slow: 8},
			{name: "rrule-go, since 20 years", ask: after(lastFridayRule(20)), slow: 32},
		}},
	}
}

// cronQuestions are about expressions.
func cronQuestions() []question {
	placed := func(expression string) *schedule.Placed {
		return schedule.MustParseCron(expression).In(tz.MustLoad(newYork))
	}
	search := func(expression string, more ...entry) question {
		own := append([]entry{{name: "casement", ask: placedNext(placed(expression))}}, more...)
		return question{"next? " + expression, random, instant, append(own, cronPeers(expression)...)}
	}
	return []question{
		search(quarters, entry{name: "casement, windows of 10 minutes", ask: calendarNext(workload.Cron.Calendar(newYork))}),
		search("0 0 29 2 *"),
		search("0 0 * * 5L"),
		{"next? " + quarters + " as RRULE", near, instant, []entry{
			{name: "casement", ask: placedNext(placed(quarters))},
			{name: "rrule-go, since 1 year", ask: after(quartersRule(1)), slow: 64},
			{name: "rrule-go, since 20 years", ask: after(quartersRule(20)), slow: 512},
		}},
		{"previous? " + quarters, random, instant, []entry{
			{name: "casement", ask: placedPrev(placed(quarters))},
			{name: "adhocore/gronx", ask: gronxPrev(quarters)},
			{name: "netresearch/go-cron", ask: netresearchPrev(must(netresearch.ParseStandard(quarters)).(netresearch.ScheduleWithPrev))},
		}},
		{"read " + quarters, random, value, []entry{
			{name: "casement", ask: reads(schedule.ParseCron, quarters)},
			{name: "hashicorp/cronexpr", ask: reads(cronexpr.Parse, quarters)},
			{name: "netresearch/go-cron", ask: reads(netresearch.ParseStandard, quarters)},
			{name: "robfig/cron", ask: reads(robfig.ParseStandard, quarters)},
		}},
	}
}

// policyQuestions are about policies that no peer can say: three windows, nine blackouts by date, two by time of day.
func policyQuestions() []question {
	c := workload.Real.Calendar(newYork)
	policy := must(calendar.Parse([]byte(workload.Real.In(newYork))))
	weeklies := workload.Fleet(1024)
	own := func(name string, at []time.Time, ask asking) question {
		return question{name, at, value, []entry{{name: "casement", ask: ask}}}
	}
	return []question{
		own("open? real policy", random, calendarIsOpen(c)),
		{"open? real policy, second after second", ticks, value, []entry{
			{name: "casement", ask: calendarIsOpen(c)},
			{name: "casement, a memo", ask: memoIsOpen(c)},
		}},
		own("all about now: real policy", random, calendarAt(c)),
		own("all about now: real policy, second after second", ticks, calendarAt(c)),
		own("next? real policy", random, calendarNext(c)),
		{"open? 1,024 weekly policies at once, second after second", ticks, value, []entry{
			{name: "casement, one after the other", ask: eachIsOpen(weeklies)},
			{name: "casement, a fleet", ask: fleetIsOpen(weeklies)},
		}},
		own("compile the real policy", random, compiles(policy)),
	}
}

// lastFridays are the starts of workload.LastFriday.
func lastFridays() *schedule.Placed {
	rule := schedule.RelativeMonthly{Interval: 2, WeekIndex: schedule.Last, DayOfWeek: tz.Friday}
	spec := schedule.Spec{Rule: rule, StartDate: tz.MustParseDate("2006-01-01"), StartTime: tz.MustParseTimeOfDay("22:00")}
	return must(schedule.MustCompile(spec).In(tz.MustLoad(newYork), tz.GapForward, tz.OverlapFirst))
}

// saturdayRule is 02:00 on Saturdays, since some years before now.
func saturdayRule(years int) *rrule.RRule {
	return must(rrule.NewRRule(rrule.ROption{Freq: rrule.WEEKLY, Byweekday: []rrule.Weekday{rrule.SA},
		Dtstart: time.Date(2026-years, 6, 1, 2, 0, 0, 0, location)}))
}

// lastFridayRule is 22:00 on the last Friday of the odd months, since some years before now.
func lastFridayRule(years int) *rrule.RRule {
	return must(rrule.NewRRule(rrule.ROption{Freq: rrule.MONTHLY, Interval: 2, Byweekday: []rrule.Weekday{rrule.FR.Nth(-1)},
		Dtstart: time.Date(2026-years, 5, 1, 22, 0, 0, 0, location)}))
}

// quartersRule is what the expression of that name says, since some years before now.
func quartersRule(years int) *rrule.RRule {
	return must(rrule.NewRRule(rrule.ROption{Freq: rrule.DAILY, Dtstart: time.Date(2026-years, 6, 1, 0, 0, 0, 0, location),
		Byweekday: []rrule.Weekday{rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR},
		Byhour:    []int{2, 3, 4, 5}, Byminute: []int{0, 15, 30, 45}, Bysecond: []int{0}}))
}
