package schedule_test

import (
	"testing"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"pgregory.net/rapid"
)

// fromJanuary returns a spec that starts at 09:00 from 2026-01-09, a Friday.
func fromJanuary(rule schedule.Rule) schedule.Spec {
	s := schedule.Spec{Rule: rule, StartTime: tz.MustParseTimeOfDay("09:00"), StartDate: tz.MustParseDate("2026-01-09")}
	if _, ok := rule.(*schedule.Cron); ok {
		s.StartTime = tz.TimeOfDay{}
	}
	return s
}

func TestInterval(t *testing.T) {
	for _, c := range []struct {
		rule schedule.Rule
		n    int
		unit schedule.Unit
	}{
		{schedule.Daily{}, 1, schedule.Days},
		{schedule.Daily{Interval: 3}, 3, schedule.Days},
		{schedule.Daily{Interval: 2}, 2, schedule.Days},
		{schedule.Daily{Interval: 6}, 6, schedule.Days},
		{schedule.Daily{Interval: 7}, 1, schedule.Days}, // the same as every Friday
		{schedule.Daily{Interval: 8}, 8, schedule.Days},
		{schedule.Daily{Interval: 14}, 2, schedule.Weeks}, // the same as every second Friday
		{schedule.Weekly{Days: tz.WeekdaysOf(tz.Friday)}, 1, schedule.Days},
		{schedule.Weekly{Days: tz.WeekdaysOf(tz.Friday, tz.Monday), Interval: 2}, 2, schedule.Weeks},
		{schedule.Weekly{Days: tz.EveryDay, Interval: 1000}, 1000, schedule.Weeks},
		{schedule.AbsoluteMonthly{Days: []int{15}}, 1, schedule.Months},
		{schedule.AbsoluteMonthly{Days: []int{15}, Interval: 6}, 6, schedule.Months},
		{schedule.RelativeMonthly{WeekIndex: schedule.Last, DayOfWeek: tz.Friday, OffsetDays: 6, Interval: 2}, 2, schedule.Months},
		{schedule.MustParseCron("0 9 15 * *"), 1, schedule.Months},
	} {
		if n, unit := schedule.MustCompile(fromJanuary(c.rule)).Interval(); n != c.n || unit != c.unit {
			t.Errorf("%+v: every %d %ss, want %d %ss", c.rule, n, unit, c.n, c.unit)
		}
	}
}

// A schedule without its interval is the one of the same rule with the interval 1.
func TestWithoutInterval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := tz.Weekdays(rapid.IntRange(1, 127).Draw(t, "days"))
		weekStart := tz.Weekday(rapid.IntRange(1, 7).Draw(t, "weekStart"))
		n := rapid.IntRange(1, 9).Draw(t, "interval")
		dom := rapid.SampledFrom([]int{1, 15, 29, 30, 31, -1, -31}).Draw(t, "dayOfMonth")
		offset := rapid.IntRange(-31, 31).Draw(t, "offset")
		index := schedule.WeekIndex(rapid.IntRange(1, 6).Draw(t, "weekIndex"))
		kind := rapid.IntRange(0, 3).Draw(t, "kind")
		rule := func(n int) schedule.Rule {
			return []schedule.Rule{
				schedule.Daily{Interval: n},
				schedule.Weekly{Interval: n, Days: days, WeekStart: weekStart},
				schedule.AbsoluteMonthly{Interval: n, Days: []int{dom}},
				schedule.RelativeMonthly{Interval: n, WeekIndex: index, DayOfWeek: weekStart, OffsetDays: offset},
			}[kind]
		}
		if kind == 0 && n == 7 {
			return // every seventh day is every week, which has no interval
		}
		spec := fromJanuary(rule(n))
		spec.EndDate = tz.MustParseDate("2026-12-31")
		counted, err := schedule.Compile(spec)
		if err != nil || counted.Never() {
			t.Skip() // day 31 of every 12th month from a February on, say
		}
		spec.Rule = rule(1)
		want := schedule.MustCompile(spec)
		got := counted.WithoutInterval()
		from := spec.StartDate.Day()
		for day := from - 40; day < from+400; day++ {
			local := int64(day) * tz.SecondsPerDay
			g, gok := got.Written(local)
			w, wok := want.Written(local)
			if g != w || gok != wok {
				t.Fatalf("from day %d: %v %v, want %v %v", day, tz.DateTimeOfLocal(g), gok, tz.DateTimeOfLocal(w), wok)
			}
		}
		if m, _ := got.Interval(); m != 1 || n == 1 && got != counted {
			t.Fatalf("it has an interval of %d", m)
		}
	})
}

// A month lacks the day if no day of it matches though the month is one of the schedule's: worked out by hand for 2026, a common year
// that begins on a Thursday.
func TestLacksDay(t *testing.T) {
	for _, c := range []struct {
		name  string
		rule  schedule.Rule
		lacks string // which months of 2026, a letter each
	}{
		{"day 31", schedule.AbsoluteMonthly{Days: []int{31}}, ".x.x.x..x.x."},
		{"day 31, clamped", schedule.AbsoluteMonthly{Days: []int{31}, ShortMonth: schedule.Clamp}, "............"},
		{"day 15 or 31", schedule.AbsoluteMonthly{Days: []int{15, 31}}, "............"},
		{"day 31 of every second month from January", schedule.AbsoluteMonthly{Days: []int{31}, Interval: 2}, "........x.x."},
		// 2026 has five Fridays in January, May, July and October.
		{"the fifth Friday", schedule.RelativeMonthly{WeekIndex: schedule.Fifth, DayOfWeek: tz.Friday}, ".xxx.x.xx.xx"},
		{"29 February", schedule.MustParseCron("0 9 29 2 *"), ".x.........."},
		{"every day", schedule.MustParseCron("0 9 * * *"), "............"},
		{"Fridays", schedule.Weekly{Days: tz.WeekdaysOf(tz.Friday)}, "............"},
		{"30 February, of which Never tells", schedule.MustParseCron("0 9 30 2 *"), "............"},
	} {
		s := schedule.MustCompile(fromJanuary(c.rule))
		for m := range c.lacks {
			d := tz.DateOfDay(tz.FirstOfMonth(12*2026+m) + 11)
			if got := s.LacksDay(d); got != (c.lacks[m] == 'x') {
				t.Errorf("%s: %v lacks its day: %v", c.name, d, got)
			}
		}
		if c.name == "the fifth Friday" { // ten days later: 5 March counts as 23 February, 5 February as 26 January
			late := schedule.MustCompile(fromJanuary(schedule.RelativeMonthly{WeekIndex: schedule.Fifth, DayOfWeek: tz.Friday, OffsetDays: 10}))
			if !late.LacksDay(tz.MustParseDate("2026-03-05")) || late.LacksDay(tz.MustParseDate("2026-02-05")) {
				t.Errorf("%s, ten days later: the month is not that of the unmoved day", c.name)
			}
		}
		if s.LacksDay(tz.Date{}) {
			t.Errorf("%s: no date lacks a day", c.name)
		}
	}
}

func TestWritten(t *testing.T) {
	s := schedule.MustCompile(fromJanuary(schedule.Weekly{Days: tz.WeekdaysOf(tz.Friday), Interval: 2}))
	for _, c := range []struct{ from, want string }{
		{"2020-01-01T00:00", "2026-01-09T09:00"},
		{"2026-01-09T09:00", "2026-01-09T09:00"},
		{"2026-01-09T09:01", "2026-01-23T09:00"},
	} {
		local, ok := s.Written(tz.MustParseDateTime(c.from).Local())
		if got := tz.DateTimeOfLocal(local).String(); !ok || got != c.want {
			t.Errorf("from %s: %s, want %s", c.from, got, c.want)
		}
	}
	for _, local := range []int64{tz.Future, 1<<63 - 1} {
		if at, ok := s.Written(local); ok || at != 0 {
			t.Errorf("from %d: %d", local, at)
		}
	}
	if at, ok := s.Written(-1 << 63); !ok || tz.DateTimeOfLocal(at).String() != "2026-01-09T09:00" {
		t.Errorf("from the beginning of time: %d", at)
	}
}
