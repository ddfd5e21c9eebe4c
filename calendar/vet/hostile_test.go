package vet_test

import (
	"fmt"
	"testing"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/vet"
)

// Policies that keep searches busy. That they end, in a test of a few seconds, is the point; what is not found for lack of steps has to
// be said.
func TestHostile(t *testing.T) {
	many := func(n int, f func(i int) calendar.WindowSpec) (list []calendar.WindowSpec) {
		for i := range n {
			list = append(list, f(i))
		}
		return list
	}
	cron := func(expression, duration string) calendar.WindowSpec {
		return calendar.WindowSpec{Schedule: &calendar.Schedule{Cron: &calendar.Cron{Expression: expression}}, Duration: duration}
	}
	everyMinute := many(1000, func(int) calendar.WindowSpec { return cron("* * * * *", "59s") })
	covering := []calendar.TimeSpan{{Start: "00:00", End: "12:00"}, {Start: "12:00", End: "24:00"}}
	for _, c := range []struct {
		what   string
		policy calendar.Policy
		want   []calendar.FindingCode // at windows[0]
	}{
		{"every minute", calendar.Policy{Windows: everyMinute}, nil},
		{"every minute, blacked out", calendar.Policy{Windows: everyMinute, NotAllowedTime: covering}, []calendar.FindingCode{vet.Covered}},
		{"every minute without a second between", calendar.Policy{TimeZone: "Europe/Berlin", Windows: many(1000, func(int) calendar.WindowSpec { return cron("* * * * *", "1m") })}, nil},
		{"every minute, all too short", calendar.Policy{MinDuration: "2m", Windows: everyMinute}, nil},
		{"every minute, one window, all too short", calendar.Policy{MinDuration: "2m", Windows: everyMinute[:1]}, nil},
		{"every minute, each within its cutoff", calendar.Policy{Windows: many(1000, func(int) calendar.WindowSpec {
			w := cron("* * * * *", "59s")
			w.Cutoff = "1m"
			return w
		})}, nil},
		{"in turn, blacked out", calendar.Policy{TimeZone: "Europe/Berlin", NotAllowedTime: covering, Windows: many(1000, func(i int) calendar.WindowSpec {
			return cron(fmt.Sprintf("%d %d * * * *", i%60, i/60), "1s")
		})}, []calendar.FindingCode{vet.Covered}},
		{"each blacked out by itself", calendar.Policy{TimeZone: "Europe/Berlin", Windows: many(1000, func(int) calendar.WindowSpec {
			w := cron("*/7 2 * * *", "7m")
			w.NotAllowedTime = []calendar.TimeSpan{{Start: "01:30", End: "05:00"}}
			return w
		})}, []calendar.FindingCode{vet.Covered, vet.StartInGap, vet.StartInOverlap}},
		{"all swallowed by a gap", calendar.Policy{TimeZone: "America/New_York", Windows: many(1000, func(int) calendar.WindowSpec {
			w := cron("30 2 8-14 3 +SUN", "1h")
			w.Gap, w.StartDate = "skip", "2008-01-01"
			return w
		})}, []calendar.FindingCode{vet.StartInGap}},
		{"days of both kinds that never differ", calendar.Policy{Windows: many(1000, func(int) calendar.WindowSpec {
			return calendar.WindowSpec{Schedule: &calendar.Schedule{Cron: &calendar.Cron{Expression: "30 2 29,30,31 2-12 1", Dialect: "Jenkins"}}, Duration: "1h"}
		})}, nil},
		{"at the end of the calendar", calendar.Policy{NotAllowedTime: covering, Windows: many(1000, func(int) calendar.WindowSpec {
			return calendar.WindowSpec{Schedule: &calendar.Schedule{AbsoluteMonthly: &calendar.AbsoluteMonthly{IntervalMonths: 1000, DayOfMonth: 31}}, StartDate: "9998-01-31", StartTime: "00:00", Duration: "1s"}
		})}, nil},
	} {
		found := vet.Check(c.policy, newYear, vet.Options{Steps: 200_000})
		if len(with(found, vet.Unfinished)) == 0 {
			t.Errorf("%s: nothing is unfinished", c.what)
		}
		for _, code := range c.want {
			if len(of(found, code, "windows[0]")) != 1 {
				t.Errorf("%s: no %s among %d findings", c.what, code, len(found))
			}
		}
	}
}

// Where the steps do not suffice nothing is claimed, and it is said what was not looked for.
func TestUnfinished(t *testing.T) {
	for _, doc := range []string{
		`{"windows": [{"always": true}]}`,
		`{"windows": [{` + daily + `, "startTime": "22:00", "duration": "4h"}], "notAllowedTime": [{"start": "22:00", "end": "02:00"}]}`,
		two("22:00", "4h", "02:00", "1h"), newYork("02:30", ""), monthly(`"dayOfMonth": 31`), cron("0 2 13 * FRI", ""),
	} {
		all := vet.Check(decode(t, doc), newYear, vet.Options{})
		few := vet.Check(decode(t, doc), newYear, vet.Options{Steps: 1})
		if len(with(all, vet.Unfinished)) > 0 || len(with(few, vet.Unfinished)) == 0 {
			t.Errorf("%s\nwith all steps %v\nwith one %v", doc, all, few)
		}
		for _, f := range few {
			if f.Code != vet.Unfinished && len(of(all, f.Code, f.Path)) == 0 {
				t.Errorf("%s\nwith one step only: %v", doc, f)
			}
		}
	}
}
