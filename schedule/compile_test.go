package schedule

import (
	"testing"

	"github.com/casement-go/casement/tz"
)

// The rules that have intervals, with one of n, valid but for that.
func rulesEvery(n int) map[string]Rule {
	return map[string]Rule{
		"schedule.daily.intervalDays":             Daily{Interval: n},
		"schedule.weekly.intervalWeeks":           Weekly{Interval: n, Days: tz.WeekdaysOf(tz.Monday)},
		"schedule.absoluteMonthly.intervalMonths": AbsoluteMonthly{Interval: n, Days: []int{1}},
		"schedule.relativeMonthly.intervalMonths": RelativeMonthly{Interval: n, WeekIndex: First, DayOfWeek: tz.Monday},
	}
}

// An interval above 1 counts from startDate: without one, the answer would depend on when it is asked.
func TestS06IntervalNeedsStartDate(t *testing.T) {
	for _, n := range []int{2, 3, 53, MaxInterval} {
		for path, rule := range rulesEvery(n) {
			_, err := Compile(Spec{Rule: rule, StartTime: noon})
			wantProblems(t, err, "NoStartDate "+path)
			_, err = Compile(Spec{Rule: rule, StartTime: noon, EndDate: tz.MustParseDate("2026-01-01")})
			wantProblems(t, err, "NoStartDate "+path)
			_, err = Compile(Spec{Rule: rule, StartTime: noon, StartDate: tz.MustParseDate("2026-01-01")})
			wantProblems(t, err)
		}
	}
	for _, n := range []int{0, 1} { // 0 stands for 1
		for _, rule := range rulesEvery(n) {
			_, err := Compile(Spec{Rule: rule, StartTime: noon})
			wantProblems(t, err)
		}
	}
}

func TestIntervalLimits(t *testing.T) {
	for _, n := range []int{-1, -MaxInterval, MaxInterval + 1, 1<<31 - 1, -1 << 31} {
		for path, rule := range rulesEvery(n) {
			_, err := Compile(Spec{Rule: rule, StartTime: noon, StartDate: tz.MustParseDate("2026-01-01")})
			wantProblems(t, err, "OutOfRange "+path)
			_, err = Compile(Spec{Rule: rule, StartTime: noon})
			wantProblems(t, err, "OutOfRange "+path)
		}
	}
}

func TestCompileRefuses(t *testing.T) {
	date := tz.MustParseDate
	weekly := Weekly{Days: tz.EveryDay}
	monthly := func(days ...int) Rule { return AbsoluteMonthly{Days: days} }
	relative := RelativeMonthly{WeekIndex: First, DayOfWeek: tz.Monday}
	for name, c := range map[string]struct {
		spec Spec
		want []string
	}{
		"no rule":                     {Spec{StartTime: noon}, []string{"Missing schedule"}},
		"no start time":               {Spec{Rule: Daily{}}, []string{"Missing startTime"}},
		"cron with a start time":      {Spec{Rule: MustParseCron("0 2 * * *"), StartTime: noon}, []string{"Conflict startTime"}},
		"24:00":                       {Spec{Rule: Daily{}, StartTime: tz.EndOfDay()}, []string{"OutOfRange startTime"}},
		"end before start":            {Spec{Rule: Daily{}, StartTime: noon, StartDate: date("2026-01-02"), EndDate: date("2026-01-01")}, []string{"Inverted endDate"}},
		"anchor without date, weekly": {Spec{Rule: weekly, StartTime: noon, Anchor: AnchorStartDate}, []string{"Missing startDate"}},
		"anchor for daily":            {Spec{Rule: Daily{}, StartTime: noon, StartDate: date("2026-01-02"), Anchor: AnchorStartDate}, []string{"Conflict anchor"}},
		"anchor for cron":             {Spec{Rule: MustParseCron("0 2 * * *"), StartDate: date("2026-01-02"), Anchor: AnchorStartDate}, []string{"Conflict anchor"}},
		"no weekday":                  {Spec{Rule: Weekly{}, StartTime: noon}, []string{"Empty schedule.weekly.daysOfWeek"}},
		"no such weekday":             {Spec{Rule: Weekly{Days: 1 << 7}, StartTime: noon}, []string{"Empty schedule.weekly.daysOfWeek"}},
		"no day of the month":         {Spec{Rule: monthly(), StartTime: noon}, []string{"Empty schedule.absoluteMonthly.daysOfMonth"}},
		"day 0":                       {Spec{Rule: monthly(0), StartTime: noon}, []string{"OutOfRange schedule.absoluteMonthly.daysOfMonth[0]"}},
		"days 32 and -32": {Spec{Rule: monthly(1, 32, 31, -31, -32), StartTime: noon},
			[]string{"OutOfRange schedule.absoluteMonthly.daysOfMonth[1]", "OutOfRange schedule.absoluteMonthly.daysOfMonth[4]"}},
		"no week index":   {Spec{Rule: RelativeMonthly{DayOfWeek: tz.Monday}, StartTime: noon}, []string{"Missing schedule.relativeMonthly.weekIndex"}},
		"no day of week":  {Spec{Rule: RelativeMonthly{WeekIndex: Last}, StartTime: noon}, []string{"Missing schedule.relativeMonthly.dayOfWeek"}},
		"offset too far":  {Spec{Rule: RelativeMonthly{WeekIndex: Last, DayOfWeek: tz.Sunday, OffsetDays: 32}, StartTime: noon}, []string{"OutOfRange schedule.relativeMonthly.offsetDays"}},
		"offset too near": {Spec{Rule: RelativeMonthly{WeekIndex: Last, DayOfWeek: tz.Sunday, OffsetDays: -32}, StartTime: noon}, []string{"OutOfRange schedule.relativeMonthly.offsetDays"}},

		"all at once, daily": {Spec{Rule: Daily{Interval: 1001}, StartTime: tz.EndOfDay(), EndDate: date("2026-01-01"), Anchor: AnchorStartDate},
			[]string{"OutOfRange startTime", "Missing startDate", "OutOfRange schedule.daily.intervalDays", "Conflict anchor"}},
		"all at once, weekly": {Spec{Rule: Weekly{Interval: 2}, Anchor: AnchorStartDate},
			[]string{"Missing startTime", "Missing startDate", "NoStartDate schedule.weekly.intervalWeeks", "Empty schedule.weekly.daysOfWeek"}},
		"all at once, monthly": {Spec{Rule: AbsoluteMonthly{Interval: -1, Days: []int{40}}, StartDate: date("2026-01-02"), EndDate: date("2025-01-02")},
			[]string{"Missing startTime", "Inverted endDate", "OutOfRange schedule.absoluteMonthly.intervalMonths", "OutOfRange schedule.absoluteMonthly.daysOfMonth[0]"}},
		"all at once, relative": {Spec{Rule: RelativeMonthly{Interval: 7, OffsetDays: 99}, StartTime: noon},
			[]string{"NoStartDate schedule.relativeMonthly.intervalMonths", "Missing schedule.relativeMonthly.weekIndex",
				"Missing schedule.relativeMonthly.dayOfWeek", "OutOfRange schedule.relativeMonthly.offsetDays"}},
		"all at once, no rule": {Spec{StartTime: tz.EndOfDay(), StartDate: date("2026-01-02"), EndDate: date("2025-01-02")},
			[]string{"Missing schedule", "OutOfRange startTime", "Inverted endDate"}},

		"fine: one day":            {Spec{Rule: Daily{}, StartTime: noon, StartDate: date("2026-01-02"), EndDate: date("2026-01-02")}, nil},
		"fine: the longest offset": {Spec{Rule: RelativeMonthly{WeekIndex: Fifth, DayOfWeek: tz.Sunday, OffsetDays: -31}, StartTime: noon}, nil},
		"fine: anchor, interval 1": {Spec{Rule: relative, StartTime: noon, StartDate: date("2026-01-02"), Anchor: AnchorStartDate}, nil},
		"fine: days at the ends":   {Spec{Rule: monthly(1, 31, -1, -31), StartTime: noon}, nil},
		"fine: midnight":           {Spec{Rule: Daily{}, StartTime: tz.MustParseTimeOfDay("00:00")}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := Compile(c.spec)
			wantProblems(t, err, c.want...)
			if (s == nil) != (len(c.want) > 0) {
				t.Errorf("a schedule comes exactly where there is no problem: %v", s)
			}
		})
	}
}

// A number that stands for no weekday, option or anchor is an error wherever it is given, like its text in a document.
func TestCompileRefusesUnknownValues(t *testing.T) {
	start := tz.MustParseDate("2026-01-02")
	for name, spec := range map[string]Spec{
		"weekIndex 7": {Rule: RelativeMonthly{WeekIndex: Last + 1, DayOfWeek: tz.Monday}, StartTime: noon},
		"dayOfWeek 8": {Rule: RelativeMonthly{WeekIndex: Last, DayOfWeek: tz.Sunday + 1}, StartTime: noon},
		"weekStart 8": {Rule: Weekly{Days: tz.WeekdaysOf(tz.Monday), WeekStart: tz.Sunday + 1}, StartTime: noon},
		"shortMonth":  {Rule: AbsoluteMonthly{Days: []int{31}, ShortMonth: Clamp + 1}, StartTime: noon},
		"anchor":      {Rule: Weekly{Days: tz.EveryDay}, StartTime: noon, StartDate: start, Anchor: AnchorStartDate + 1},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Compile(spec); err == nil {
				t.Error("no error")
			}
		})
	}
	s := MustCompile(Spec{Rule: Daily{}, StartTime: noon})
	if _, err := s.In(tz.UTC(), tz.GapNext+1, tz.OverlapFirst); err == nil {
		t.Error("no error for a gap option that is none")
	}
	if _, err := s.In(tz.UTC(), tz.GapForward, tz.OverlapBoth+1); err == nil {
		t.Error("no error for an overlap option that is none")
	}
}

// S19: a nil *Cron is a value that Go code can pass by mistake.
func TestS19CompileNilCron(t *testing.T) {
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("panic: %v", p)
		}
	}()
	if _, err := Compile(Spec{Rule: (*Cron)(nil)}); err == nil {
		t.Error("no error")
	}
}

func TestMustCompilePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic for a spec that is wrong")
		}
	}()
	MustCompile(Spec{})
}

func TestAnchorText(t *testing.T) {
	if a, err := ParseAnchor("startDate"); err != nil || a != AnchorStartDate {
		t.Errorf("startDate reads as %v, %v", a, err)
	}
	for _, text := range []string{"", "first", "startdate", "invalid"} {
		_, err := ParseAnchor(text)
		wantProblems(t, err, "Invalid ")
	}
	if AnchorFirst.String() != "first" || AnchorStartDate.String() != "startDate" || Anchor(9).String() != "invalid" {
		t.Error("the words are first, startDate and, for anything else, invalid")
	}
}
