package calendar_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// Names and descriptions may be as long as the limits say, and no longer, wherever they stand.
func TestTextLimits(t *testing.T) {
	name, text := strings.Repeat("n", 256), strings.Repeat("d", 4096)
	fits := calendar.Policy{Name: name, Description: text, Windows: []calendar.WindowSpec{{Always: true, Name: name, Description: text}},
		NotAllowedDates: []calendar.DateSpan{{Name: name, Start: "01-01", End: "01-02"}}, NotAllowedTime: []calendar.TimeSpan{{Name: name, Start: "01:00", End: "02:00"}}}
	if _, err := calendar.Compile(fits); err != nil {
		t.Error(err)
	}
	for path, lengthen := range map[string]func(p *calendar.Policy){
		"name":                    func(p *calendar.Policy) { p.Name += "n" },
		"description":             func(p *calendar.Policy) { p.Description += "d" },
		"windows[0].name":         func(p *calendar.Policy) { p.Windows[0].Name += "n" },
		"windows[0].description":  func(p *calendar.Policy) { p.Windows[0].Description += "d" },
		"notAllowedDates[0].name": func(p *calendar.Policy) { p.NotAllowedDates[0].Name += "n" },
		"notAllowedTime[0].name":  func(p *calendar.Policy) { p.NotAllowedTime[0].Name += "n" },
	} {
		p := fits
		p.Windows = append([]calendar.WindowSpec(nil), p.Windows...)
		p.NotAllowedDates = append([]calendar.DateSpan(nil), p.NotAllowedDates...)
		p.NotAllowedTime = append([]calendar.TimeSpan(nil), p.NotAllowedTime...)
		lengthen(&p)
		wantProblems(t, path, p, problem{tz.TooLarge, path})
	}
}

// Lists may be as long as the limits say, and no longer: what is wrong with a list that is too long is that alone.
func TestListLimits(t *testing.T) {
	weekly := func(n int) calendar.Policy {
		return calendar.Policy{Windows: []calendar.WindowSpec{{Schedule: &calendar.Schedule{Weekly: &calendar.Weekly{DaysOfWeek: slices.Repeat([]string{"Friday"}, n)}}, StartTime: "01:00", DurationHours: 1}}}
	}
	monthly := func(n int) calendar.Policy {
		days := make([]int, n)
		for i := range days {
			days[i] = i%31 + 1
		}
		return calendar.Policy{Windows: []calendar.WindowSpec{{Schedule: &calendar.Schedule{AbsoluteMonthly: &calendar.AbsoluteMonthly{DaysOfMonth: days}}, StartTime: "01:00", DurationHours: 1}}}
	}
	for _, c := range []struct {
		path   string
		most   int
		policy func(n int) calendar.Policy
	}{
		{"windows[0].schedule.weekly.daysOfWeek", 100, weekly},
		{"windows[0].schedule.absoluteMonthly.daysOfMonth", 100, monthly},
		{"notAllowedTime[0].daysOfWeek", 100, func(n int) calendar.Policy {
			return calendar.Policy{Windows: []calendar.WindowSpec{}, NotAllowedTime: []calendar.TimeSpan{{Start: "01:00", End: "02:00", DaysOfWeek: slices.Repeat([]string{"Friday"}, n)}}}
		}},
		{"notAllowedDates", 10_000, func(n int) calendar.Policy {
			return calendar.Policy{Windows: []calendar.WindowSpec{}, NotAllowedDates: slices.Repeat([]calendar.DateSpan{{Start: "01-01", End: "01-02"}}, n)}
		}},
		{"windows[0].notAllowedTime", 10_000, func(n int) calendar.Policy {
			return calendar.Policy{Windows: []calendar.WindowSpec{{Always: true, NotAllowedTime: slices.Repeat([]calendar.TimeSpan{{Start: "01:00", End: "02:00"}}, n)}}}
		}},
	} {
		wantProblems(t, c.path, c.policy(c.most))
		wantProblems(t, c.path, c.policy(c.most+1), problem{tz.TooLarge, c.path})
	}
	for _, day := range []int{-32, 32} {
		p := monthly(1)
		p.Windows[0].Schedule.AbsoluteMonthly = &calendar.AbsoluteMonthly{DayOfMonth: day}
		wantProblems(t, "a day of no month", p, problem{tz.OutOfRange, "windows[0].schedule.absoluteMonthly.dayOfMonth"})
	}
}

// wantProblems checks what is wrong with a policy.
func wantProblems(t *testing.T, what string, p calendar.Policy, want ...problem) {
	t.Helper()
	_, err := calendar.Compile(p)
	var errs tz.Errors
	errors.As(err, &errs)
	same := len(errs) == len(want)
	for i := 0; same && i < len(errs); i++ {
		same = errs[i].Code == want[i].code && errs[i].Path == want[i].path
	}
	if !same {
		t.Errorf("%s: %v, want %v", what, err, want)
	}
}

// Each entry whose name another had before is told, in each list by itself.
func TestEveryDuplicateName(t *testing.T) {
	p := calendar.Policy{Windows: []calendar.WindowSpec{}}
	for range 3 {
		p.Windows = append(p.Windows, calendar.WindowSpec{Name: "a", Always: true})
		p.NotAllowedDates = append(p.NotAllowedDates, calendar.DateSpan{Name: "a", Start: "01-01", End: "01-02"})
		p.NotAllowedTime = append(p.NotAllowedTime, calendar.TimeSpan{Name: "a", Start: "01:00", End: "02:00"})
	}
	wantProblems(t, "the name a nine times", p, problem{tz.Duplicate, "windows[1].name"}, problem{tz.Duplicate, "windows[2].name"},
		problem{tz.Duplicate, "notAllowedDates[1].name"}, problem{tz.Duplicate, "notAllowedDates[2].name"},
		problem{tz.Duplicate, "notAllowedTime[1].name"}, problem{tz.Duplicate, "notAllowedTime[2].name"})
}

// A window that states a zone, in either form, makes the first local blackout of a policy without one ambiguous; instants are not local.
func TestS02FirstLocalBlackoutIsAmbiguous(t *testing.T) {
	date := calendar.DateSpan{Start: "01-01", End: "01-02"}
	clock := calendar.TimeSpan{Start: "01:00", End: "02:00"}
	instants := calendar.TimeSpan{Start: "2026-01-01T00:00:00Z", End: "2026-01-02T00:00:00Z"}
	for _, w := range []calendar.WindowSpec{{Always: true, UTCOffset: "+01:00"}, {Always: true, TimeZone: "Europe/Berlin"}} {
		for _, c := range []struct {
			dates []calendar.DateSpan
			times []calendar.TimeSpan
			path  string
		}{
			{[]calendar.DateSpan{date, date}, []calendar.TimeSpan{clock}, "notAllowedDates[0]"},
			{nil, []calendar.TimeSpan{instants, clock, clock}, "notAllowedTime[1]"},
			{nil, []calendar.TimeSpan{instants}, ""},
		} {
			p := calendar.Policy{Windows: []calendar.WindowSpec{w, {Always: true}}, NotAllowedDates: c.dates, NotAllowedTime: c.times}
			if c.path == "" {
				wantProblems(t, "instants alone", p)
				continue
			}
			wantProblems(t, c.path, p, problem{tz.AmbiguousZone, c.path})
		}
	}
}

// Of more problems than are listed the last says that there are others, whether the form of texts is wrong or what they mean.
func TestProblemsOfCompileAreLimited(t *testing.T) {
	for what, w := range map[string]calendar.WindowSpec{
		"form":    {Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: "2:00", DurationHours: 1},
		"options": {Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: "02:00", DurationHours: 1, Gap: "jump"},
		"meaning": {Always: true, StartTime: "02:00"},
	} {
		for _, n := range []int{calendar.MaxProblems, calendar.MaxProblems + 1, calendar.MaxProblems + 2} {
			p := calendar.Policy{Windows: make([]calendar.WindowSpec, n)}
			for i := range p.Windows {
				p.Windows[i] = w
			}
			_, err := calendar.Compile(p)
			var errs tz.Errors
			errors.As(err, &errs)
			more := len(errs) > 0 && errs[len(errs)-1].Code == tz.TooLarge
			if len(errs) != min(n, calendar.MaxProblems+1) || more != (n > calendar.MaxProblems) {
				t.Errorf("%d problems of %s: %d are listed, and more: %v", n, what, len(errs), more)
			}
		}
	}
}

// Zones come from the database that is given, and from no other. Parse asks none, but knows what no zone is called.
func TestS02ZonesOfADatabase(t *testing.T) {
	const doc = `{"timeZone":"Europe/Berlin","windows":[]}`
	if errs := refuse(t, doc, calendar.WithDatabase(new(tz.Database))); len(errs) != 1 || errs[0].Code != tz.UnknownZone || errs[0].Path != "timeZone" {
		t.Errorf("a database without zones: %v", errs)
	}
	compile(t, doc, calendar.WithDatabase(tz.System()))
	for _, name := range []string{"Europe//Berlin", "../Berlin", "posix/Berlin"} {
		if _, err := calendar.Parse([]byte(`{"timeZone":"` + name + `","windows":[]}`)); err == nil {
			t.Errorf("%s is parsed as the name of a zone", name)
		}
	}
	for _, name := range []string{"Local", "Mars/Olympus"} {
		if _, err := calendar.Parse([]byte(`{"timeZone":"` + name + `","windows":[]}`)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
