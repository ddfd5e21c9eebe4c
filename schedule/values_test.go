package schedule

import (
	"fmt"
	"testing"

	"github.com/casement-go/casement/tz"
)

// What is read with an error is the zero value.
func TestWrongTextsAreZero(t *testing.T) {
	if a, err := ParseAnchor("first"); err == nil || a != AnchorFirst {
		t.Errorf("anchor: %v, %v", a, err)
	}
	if m, err := ParseShortMonth("last"); err == nil || m != Skip {
		t.Errorf("shortMonth: %v, %v", m, err)
	}
	if i, err := ParseWeekIndex("Sixth"); err == nil || i != 0 {
		t.Errorf("weekIndex: %v, %v", i, err)
	}
}

// Every value has a text, and a number that stands for none has one too.
func TestTextsOfValues(t *testing.T) {
	for _, c := range []struct {
		value fmt.Stringer
		want  string
	}{
		{Days, "day"}, {Weeks, "week"}, {Months, "month"}, {Months + 1, "invalid"}, {Unit(255), "invalid"},
		{Skip, "skip"}, {Clamp, "clamp"}, {Clamp + 1, "invalid"}, {ShortMonth(255), "invalid"},
		{WeekIndex(0), ""}, {First, "First"}, {Last, "Last"}, {Last + 1, "invalid"}, {WeekIndex(255), "invalid"},
		{AnchorFirst, "first"}, {AnchorStartDate, "startDate"}, {AnchorStartDate + 1, "invalid"}, {Anchor(255), "invalid"},
		{CronDefault, "Default"}, {CronJenkins, "Jenkins"}, {CronJenkins + 1, "invalid"}, {CronDialect(255), "invalid"},
	} {
		if got := c.value.String(); got != c.want {
			t.Errorf("%T %d is %q, want %q", c.value, c.value, got, c.want)
		}
	}
}

// Options and values that are none are refused at their path.
func TestUnknownValuesHaveAPath(t *testing.T) {
	s := MustCompile(Spec{Rule: Daily{}, StartTime: noon})
	placed, err := s.In(tz.UTC(), tz.GapNext+1, tz.OverlapFirst)
	wantProblems(t, err, "OutOfRange gap")
	if placed != nil {
		t.Error("an error and yet a placed schedule")
	}
	_, err = s.In(tz.UTC(), tz.GapForward, tz.OverlapBoth+1)
	wantProblems(t, err, "OutOfRange overlap")
	_, err = Compile(Spec{Rule: Weekly{Days: tz.EveryDay, WeekStart: tz.Sunday + 1}, StartTime: noon})
	wantProblems(t, err, "OutOfRange schedule.weekly.weekStart")
	_, err = Compile(Spec{Rule: AbsoluteMonthly{Days: []int{31}, ShortMonth: Clamp + 1}, StartTime: noon})
	wantProblems(t, err, "OutOfRange schedule.absoluteMonthly.shortMonth")
	_, err = Compile(Spec{Rule: RelativeMonthly{WeekIndex: Last + 1, DayOfWeek: tz.Sunday + 1}, StartTime: noon})
	wantProblems(t, err, "Missing schedule.relativeMonthly.weekIndex", "Missing schedule.relativeMonthly.dayOfWeek")
	_, err = Compile(Spec{Rule: Weekly{Days: tz.EveryDay}, StartTime: noon, StartDate: tz.MustParseDate("2026-01-02"), Anchor: AnchorStartDate + 1})
	wantProblems(t, err, "OutOfRange anchor")
	_, err = Compile(Spec{Rule: &Cron{}})
	wantProblems(t, err, "Missing schedule.cron")
}

// A schedule that follows the real clock takes the defaults, and says so; the others say what their dialect has.
func TestS10DefaultsAreTaken(t *testing.T) {
	for _, text := range []string{"0 * * * *", "0 2 * * *"} {
		for d := CronDefault; d <= CronVixie; d++ {
			s := MustCompile(Spec{Rule: CronOptions{Dialect: d}.MustParse(text)})
			gap, overlap := s.Defaults()
			if _, err := s.In(tz.UTC(), gap, overlap); err != nil {
				t.Errorf("%v %s: %v", d, text, err)
			}
		}
	}
}
