package aks_test

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/aks"
	"github.com/casement-go/casement/tz"
	"github.com/google/go-cmp/cmp"
)

const window = `{"schedule":{"weekly":{"intervalWeeks":2,"dayOfWeek":"Friday"}},"startDate":"2026-01-09","startTime":"22:00","durationHours":4,"utcOffset":"+02:00"}`

// windowWith returns a window whose schedule is this, and that has these keys more.
func windowWith(schedule, keys string) string {
	return `{"schedule":{` + schedule + `},"startTime":"22:00","durationHours":4` + keys + `}`
}

func parse(t testing.TB, doc string, opts ...aks.Option) []aks.Configuration {
	t.Helper()
	cs, err := aks.Parse([]byte(doc), opts...)
	if err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	return cs
}

// windows returns the open periods of a range of dates in short form.
func windows(t testing.TB, p calendar.Policy, from, to string) []string {
	t.Helper()
	var got []string
	for w := range calendar.MustCompile(p).Windows(instant(t, from), instant(t, to)) {
		got = append(got, w.String())
	}
	return got
}

func instant(t testing.TB, s string) time.Time {
	t.Helper()
	at, err := tz.ParseInstant(s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// codes returns code and path of findings.
func codes(fs []calendar.Finding) []string {
	out := []string{}
	for _, f := range fs {
		out = append(out, string(f.Code)+" "+f.Path)
	}
	return out
}

// All forms in which one window comes are the same policy.
func TestWrappers(t *testing.T) {
	const start = "2026-01-09T20:00:00Z/2026-01-10T00:00:00Z" // 22:00 at +02:00
	for name, doc := range map[string]string{
		"ARM resource":         `{"properties":{"maintenanceWindow":` + window + `}}`,
		"ARM resource, nulls":  `{"properties":{"maintenanceWindow":` + window + `,"timeInWeek":null,"notAllowedTime":null}}`,
		"flattened properties": `{"type":"Microsoft.ContainerService/maintenanceWindows","location":"x","tags":{"a":"b"},"properties":` + window + `}`,
		"flattened, as az":     `{"type":"Microsoft.ContainerService/maintenanceWindows","tags":null,` + window[1:],
		"az":                   `{"id":"/x","resourceGroup":"g","systemData":null,"type":null,"maintenanceWindow":` + window + `,"timeInWeek":null,"notAllowedTime":null}`,
		"bare":                 window,
		"ARM list":             `{"value":[{"properties":{"maintenanceWindow":` + window + `}}],"nextLink":""}`,
		"az list":              `[{"maintenanceWindow":` + window + `,"timeInWeek":null}]`,
		"SDK, flat":            `{"main_maintenance_window":{"schedule":{"interval_weeks":2,"day_of_week":5},"start_date":"2026-01-09","start_time":"22:00","duration_hours":4,"utc_offset":"+02:00"}}`,
		"SDK, names":           `{"maintenance_window":{"schedule":{"weekly":{"interval_weeks":2,"day_of_week":"Friday"}},"start_date":"2026-01-09","start_time":"22:00","duration_hours":4,"utc_offset":"+02:00"},"time_in_week":null}`,
		"SDK, bare":            `{"schedule":{"weekly":{"interval_weeks":2,"day_of_week":5}},"start_date":"2026-01-09","start_time":"22:00","duration_hours":4,"utc_offset":"+02:00"}`,
	} {
		t.Run(name, func(t *testing.T) {
			want := parse(t, `{"properties":{"maintenanceWindow":`+window+`}}`)[0].Policy
			cs := parse(t, doc, aks.Strict())
			if diff := cmp.Diff(want, cs[0].Policy); diff != "" || len(cs) != 1 {
				t.Errorf("%d configurations: %s", len(cs), diff)
			}
			if got := windows(t, cs[0].Policy, "2026-01-01T00:00:00Z", "2026-01-20T00:00:00Z"); !slices.Equal(got, []string{start}) {
				t.Errorf("got %v", got)
			}
			if wantAlone := strings.HasPrefix(name, "flattened"); cs[0].Standalone != wantAlone {
				t.Errorf("standalone is %v", cs[0].Standalone)
			}
		})
	}
}

// The kinds of schedule in the SDK's form, with integers.
func TestSDKSchedules(t *testing.T) {
	for _, c := range []struct{ schedule, want string }{
		{`{"interval_days":3}`, `"daily":{"intervalDays":3}`},
		{`{"interval_weeks":4,"day_of_week":1}`, `"weekly":{"intervalWeeks":4,"dayOfWeek":"Monday"}`},
		{`{"interval_weeks":1,"day_of_week":7}`, `"weekly":{"intervalWeeks":1,"dayOfWeek":"Sunday"}`},
		{`{"interval_months":3,"day_of_month":31}`, `"absoluteMonthly":{"intervalMonths":3,"dayOfMonth":31}`},
		{`{"day_of_month":3}`, `"absoluteMonthly":{"intervalMonths":1,"dayOfMonth":3}`},
		{`{"interval_months":1,"day_of_week":6,"week_index":1}`, `"relativeMonthly":{"intervalMonths":1,"weekIndex":"First","dayOfWeek":"Saturday"}`},
		{`{"interval_months":6,"day_of_week":2,"week_index":4}`, `"relativeMonthly":{"intervalMonths":6,"weekIndex":"Fourth","dayOfWeek":"Tuesday"}`},
		{`{"interval_months":1,"day_of_week":"Sunday","week_index":5}`, `"relativeMonthly":{"intervalMonths":1,"weekIndex":"Last","dayOfWeek":"Sunday"}`},
		{`{"relative_monthly":{"interval_months":1,"day_of_week":7,"week_index":"Last"}}`, `"relativeMonthly":{"intervalMonths":1,"weekIndex":"Last","dayOfWeek":"Sunday"}`},
	} {
		got := parse(t, `{"main_maintenance_window":{"schedule":`+c.schedule+`,"start_date":"2026-01-01","start_time":"22:00","duration_hours":4}}`)
		want := parse(t, windowWith(c.want, `,"startDate":"2026-01-01"`))
		if diff := cmp.Diff(want[0].Policy, got[0].Policy); diff != "" {
			t.Errorf("%s: %s", c.schedule, diff)
		}
	}
}

// The example in the text of the API: at +02:00, a span from 2022-12-23 to 2023-01-03 shuts from 2022-12-22T22:00Z to 2023-01-03T22:00Z.
func TestS12ExampleOfTheAPIText(t *testing.T) {
	p := parse(t, `{"schedule":{"daily":{"intervalDays":1}},"startTime":"00:00","durationHours":24,"utcOffset":"+02:00",
		"notAllowedDates":[{"start":"2022-12-23","end":"2023-01-03"}]}`)[0].Policy
	got := windows(t, p, "2022-12-01T00:00:00Z", "2023-02-01T00:00:00Z")
	want := []string{"2022-12-01T00:00:00Z/2022-12-22T22:00:00Z", "2023-01-03T22:00:00Z/2023-02-01T00:00:00Z"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// aks-cli-show opens in February, May, ... by S5, and in April, July, ... counted from its start month: January, where the 1st has
// passed. Only then does its blackout cut anything.
func TestS05WhereIntervalsCountFrom(t *testing.T) {
	data, err := os.ReadFile("testdata/cli-show.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		opts    []aks.Option
		want    []string
		remarks []string
	}{
		{nil,
			[]string{"2023-02-01T17:00:00Z/2023-02-01T21:00:00Z", "2023-05-01T17:00:00Z/2023-05-01T21:00:00Z", "2023-08-01T17:00:00Z/2023-08-01T21:00:00Z",
				"2023-11-01T17:00:00Z/2023-11-01T21:00:00Z", "2024-02-01T17:00:00Z/2024-02-01T21:00:00Z"},
			[]string{"IntervalStart maintenanceWindow.schedule.absoluteMonthly.intervalMonths", "CutsNothing maintenanceWindow.notAllowedDates[0]"}},
		{[]aks.Option{aks.FromStartDate()},
			[]string{"2023-04-01T17:00:00Z/2023-04-01T21:00:00Z", "2023-07-01T17:00:00Z/2023-07-01T21:00:00Z", "2023-10-01T17:00:00Z/2023-10-01T21:00:00Z"},
			[]string{"IntervalStart maintenanceWindow.schedule.absoluteMonthly.intervalMonths"}},
	} {
		cs := parse(t, string(data), append(c.opts, aks.Strict())...)
		if got := windows(t, cs[0].Policy, "2023-01-01T00:00:00Z", "2024-04-01T00:00:00Z"); !slices.Equal(got, c.want) {
			t.Errorf("got %v, want %v", got, c.want)
		}
		if got := codes(cs[0].Remarks); !slices.Equal(got, c.remarks) {
			t.Errorf("remarks %v, want %v", got, c.remarks)
		}
	}
}

// Where both ways of counting agree, there is nothing to remark.
func TestIntervalStartOnlyWhereItMatters(t *testing.T) {
	for _, c := range []struct {
		schedule, startDate string
		want                int
	}{
		{`"weekly":{"intervalWeeks":2,"dayOfWeek":"Friday"}`, "2026-01-05", 0}, // a Monday: the same week
		{`"weekly":{"intervalWeeks":2,"dayOfWeek":"Friday"}`, "2026-01-10", 1}, // the Saturday after
		{`"weekly":{"intervalWeeks":1,"dayOfWeek":"Friday"}`, "2026-01-10", 0},
		{`"absoluteMonthly":{"intervalMonths":2,"dayOfMonth":10}`, "2026-01-10", 0},
		{`"absoluteMonthly":{"intervalMonths":2,"dayOfMonth":10}`, "2026-01-11", 1},
		{`"relativeMonthly":{"intervalMonths":2,"weekIndex":"First","dayOfWeek":"Monday"}`, "2026-01-05", 0},
		{`"relativeMonthly":{"intervalMonths":2,"weekIndex":"First","dayOfWeek":"Monday"}`, "2026-01-06", 1},
		{`"daily":{"intervalDays":5}`, "2026-01-06", 0},
		{`"absoluteMonthly":{"intervalMonths":12,"dayOfMonth":30}`, "2026-02-01", 1}, // counted from February it never comes
	} {
		cs := parse(t, windowWith(c.schedule, `,"startDate":"`+c.startDate+`"`))
		got := 0
		for _, f := range cs[0].Remarks {
			if f.Code == aks.IntervalStart {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%s from %s: %d remarks, want %d", c.schedule, c.startDate, got, c.want)
		}
	}
}

// Day 31 is skipped in shorter months, unless it is to be clamped.
func TestS08ShortMonths(t *testing.T) {
	doc := windowWith(`"absoluteMonthly":{"intervalMonths":1,"dayOfMonth":31}`, ``)
	for _, c := range []struct {
		opts []aks.Option
		want []string
	}{
		{nil, []string{"2026-01-31", "2026-03-31", "2026-05-31"}},
		{[]aks.Option{aks.ClampShortMonths()}, []string{"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"}},
	} {
		cs := parse(t, doc, c.opts...)
		var got []string
		for _, w := range windows(t, cs[0].Policy, "2026-01-02T00:00:00Z", "2026-06-01T00:00:00Z") {
			got = append(got, w[:len("2026-01-31")])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("got %v, want %v", got, c.want)
		}
		if got := codes(cs[0].Remarks); !slices.Equal(got, []string{"ShortMonth schedule.absoluteMonthly.dayOfMonth"}) {
			t.Errorf("remarks %v", got)
		}
	}
}

// What AKS would refuse is an error in strict mode and a remark otherwise, at the same place.
func TestLimits(t *testing.T) {
	named := func(name, window string) string {
		return `{"name":"` + name + `","properties":{"maintenanceWindow":` + window + `}}`
	}
	const start = `,"startDate":"2026-01-01"`
	const w = "properties.maintenanceWindow."
	for _, c := range []struct{ doc, path string }{
		{`{"schedule":{"daily":{"intervalDays":1}},"startTime":"22:00","durationHours":3}`, "durationHours"},
		{`{"schedule":{"daily":{"intervalDays":1}},"startTime":"22:00","durationHours":25}`, "durationHours"},
		{`{"main_maintenance_window":{"schedule":{"interval_days":1},"start_time":"22:00","duration_hours":2}}`, "main_maintenance_window.duration_hours"},
		{`{"main_maintenance_window":{"schedule":{"interval_weeks":5,"day_of_week":1},"start_date":"2026-01-01","start_time":"22:00","duration_hours":4}}`, "main_maintenance_window.schedule.interval_weeks"},
		{`{"schedule":{"daily":{"intervalDays":1}},"startTime":"22:00:30","durationHours":4}`, "startTime"},
		{windowWith(`"daily":{"intervalDays":8}`, start), "schedule.daily.intervalDays"},
		{windowWith(`"daily":{}`, start), "schedule.daily.intervalDays"},
		{windowWith(`"weekly":{"intervalWeeks":5,"dayOfWeek":"Friday"}`, start), "schedule.weekly.intervalWeeks"},
		{windowWith(`"absoluteMonthly":{"intervalMonths":7,"dayOfMonth":1}`, start), "schedule.absoluteMonthly.intervalMonths"},
		{windowWith(`"absoluteMonthly":{"intervalMonths":1,"dayOfMonth":-1}`, start), "schedule.absoluteMonthly.dayOfMonth"},
		{windowWith(`"relativeMonthly":{"intervalMonths":7,"weekIndex":"Last","dayOfWeek":"Monday"}`, `,"startDate":"2026-01-26"`), "schedule.relativeMonthly.intervalMonths"},
		{windowWith(`"relativeMonthly":{"intervalMonths":1,"weekIndex":"Fifth","dayOfWeek":"Monday"}`, start), "schedule.relativeMonthly.weekIndex"},
		{windowWith(`"daily":{"intervalDays":1}`, `,"notAllowedDates":[{"start":"12-20","end":"01-05"}]`), "notAllowedDates[0]"},
		{named("mine", window), "name"},
		{named("cluster/mine", window), "name"},
		{named("default", window), w + "schedule"}, // every second week
		{named("default", windowWith(`"absoluteMonthly":{"intervalMonths":1,"dayOfMonth":1}`, ``)), w + "schedule"},
		{named(aks.AutoUpgrade, windowWith(`"daily":{"intervalDays":1}`, ``)), w + "schedule.daily"},
		{`{"name":"` + aks.NodeOS + `","properties":{"timeInWeek":[{"day":"Monday","hourSlots":[1]}]}}`, "properties.timeInWeek"},
	} {
		if _, err := aks.Parse([]byte(c.doc), aks.Strict()); !slices.Equal(paths(t, err), []string{c.path}) {
			t.Errorf("strict: %v, want one problem at %s\n%s", err, c.path, c.doc)
		}
		if got := codes(parse(t, c.doc)[0].Remarks); !slices.Contains(got, "BeyondAKS "+c.path) {
			t.Errorf("remarks %v, want one at %s\n%s", got, c.path, c.doc)
		}
	}
	for _, doc := range []string{
		windowWith(`"daily":{"intervalDays":7}`, start), windowWith(`"weekly":{"intervalWeeks":4,"dayOfWeek":"Friday"}`, start),
		windowWith(`"absoluteMonthly":{"intervalMonths":6,"dayOfMonth":31}`, start), windowWith(`"relativeMonthly":{"intervalMonths":6,"weekIndex":"Last","dayOfWeek":"Monday"}`, start),
		`{"schedule":{"daily":{"intervalDays":1}},"startTime":"22:00","durationHours":24}`,
		named("default", windowWith(`"weekly":{"intervalWeeks":1,"dayOfWeek":"Friday"}`, ``)), named(aks.NodeOS, windowWith(`"daily":{"intervalDays":1}`, ``)),
		named(aks.AutoUpgrade, window), named("cluster/"+aks.AutoUpgrade, window),
		`{"name":"anything","type":"microsoft.containerservice/maintenancewindows","properties":` + window + `}`,
		`{"name":"default","timeInWeek":[{"day":"Monday","hourSlots":[1]}]}`,
	} {
		for _, f := range parse(t, doc, aks.Strict())[0].Remarks {
			if f.Code == aks.BeyondAKS {
				t.Errorf("%s: %s", f, doc)
			}
		}
	}
}

func paths(t testing.TB, err error) []string {
	t.Helper()
	var errs tz.Errors
	if !errors.As(err, &errs) {
		t.Fatalf("no tz.Errors but %v", err)
	}
	var out []string
	for _, e := range errs {
		out = append(out, e.Path)
	}
	return out
}

func TestBadDocuments(t *testing.T) {
	const daily = `"daily":{"intervalDays":1}`
	for _, c := range []struct {
		doc  string
		want []string // code and path
	}{
		{``, []string{"Syntax "}},
		{`"x"`, []string{"WrongType "}},
		{`{}`, []string{"Missing "}},
		{`{"properties":{}}`, []string{"Missing "}},
		{`{"value":[null]}`, []string{"WrongType value[0]"}},
		{`{"properties":{"timeInWeek":[],"notAllowedTime":[]}}`, []string{"Missing "}},
		{`{"properties":{"maintenancewindow":` + window + `}}`, []string{"UnknownKey properties.maintenancewindow"}},
		{`{"type":"Microsoft.Compute/virtualMachines","properties":{"maintenanceWindow":` + window + `}}`, []string{"Invalid type"}},
		{`{"maintenanceWindow":` + window + `,"timeInWeek":[{"day":"Monday","hourSlots":[1]}]}`, []string{"Conflict timeInWeek"}},
		{`{"maintenance_window":{},"main_maintenance_window":{}}`, []string{"Conflict main_maintenance_window", "Missing maintenance_window.schedule", "Missing maintenance_window.duration_hours"}},
		{`{"maintenanceWindow":{"startTime":"22:00"}}`, []string{"Missing maintenanceWindow.schedule", "Missing maintenanceWindow.durationHours"}},
		{`{"schedule":{},"startTime":"22:00","durationHours":4}`, []string{"Missing schedule"}},
		{windowWith(daily+`,"weekly":{"intervalWeeks":1,"dayOfWeek":"Friday"}`, ``), []string{"Conflict schedule.weekly"}},
		{windowWith(`"weekly":{"intervalWeeks":1,"dayOfWeek":5}`, ``), []string{"WrongType schedule.weekly.dayOfWeek"}}, // integers are the SDK's
		{windowWith(`"weekly":{"intervalWeeks":1,"dayOfWeek":"friday"}`, ``), []string{"Invalid schedule.weekly.dayOfWeek"}},
		{windowWith(`"weekly":{"intervalWeeks":1,"daysOfWeek":["Friday"]}`, ``), []string{"UnknownKey schedule.weekly.daysOfWeek"}},
		{`{"main_maintenance_window":{"schedule":{"interval_weeks":1,"day_of_week":0},"start_time":"22:00","duration_hours":4}}`, []string{"OutOfRange main_maintenance_window.schedule.day_of_week"}},
		{`{"main_maintenance_window":{"schedule":{"interval_months":1,"day_of_week":8,"week_index":6},"start_time":"22:00","duration_hours":4}}`,
			[]string{"OutOfRange main_maintenance_window.schedule.day_of_week", "OutOfRange main_maintenance_window.schedule.week_index"}},
		{`{"main_maintenance_window":{"schedule":{"interval_weeks":1,"day_of_month":8},"start_time":"22:00","duration_hours":4}}`,
			[]string{"UnknownKey main_maintenance_window.schedule.day_of_month"}},
		{`{"main_maintenance_window":{"schedule":{"interval_days":1},"start_time":"99:00","duration_hours":4,"utc_offset":"+99:99"}}`,
			[]string{"OutOfRange main_maintenance_window.utc_offset", "OutOfRange main_maintenance_window.start_time"}},
		{windowWith(daily, `,"startTime":"23:00"`), []string{"DuplicateKey startTime"}},
		{windowWith(daily, `,"utcOffset":"2"`), []string{"Invalid utcOffset"}},
		{windowWith(`"daily":{"intervalDays":0}`, ``), []string{"OutOfRange schedule.daily.intervalDays"}},
		{`{"schedule":{` + daily + `},"startTime":"22:00","durationHours":0}`, []string{"OutOfRange durationHours"}},
		{windowWith(`"daily":{"intervalDays":2}`, ``), []string{"NoStartDate schedule.daily.intervalDays"}},
		{`{"systemData":{"createdAt":"yesterday"},"maintenanceWindow":` + windowWith(`"daily":{"intervalDays":2}`, ``) + `}`, []string{"Invalid systemData.createdAt"}},
		{windowWith(daily, `,"notAllowedDates":[{"start":"2026-02-01"},{"start":"2026-02-02","end":"2026-02-01"},{"start":"2026-02-30","end":"2026-03-01","name":"x"}]`),
			[]string{"UnknownKey notAllowedDates[2].name", "OutOfRange notAllowedDates[2].start", "Missing notAllowedDates[0].end", "Inverted notAllowedDates[1].end"}},
		{`{"maintenanceWindow":` + window + `,"notAllowedTime":[{"start":"08:00","end":"2026-01-01T00:00:00Z"},{"start":"08:00","end":"08:00"},{"start":"2026-01-02T00:00:00Z","end":"2026-01-01T00:00:00Z"}]}`,
			[]string{"Conflict notAllowedTime[0].end", "Empty notAllowedTime[1].end", "Inverted notAllowedTime[2].end"}},
		{`{"timeInWeek":[{"day":"Monday","hourSlots":[24]},{"hourSlots":[1]},{"day":"Mon","hourSlots":[]}]}`,
			[]string{"OutOfRange timeInWeek[0].hourSlots[0]", "Missing timeInWeek[1].day", "Invalid timeInWeek[2].day"}},
		{`{"value":[{"maintenanceWindow":` + window + `},{"maintenanceWindow":{"schedule":{` + daily + `},"startTime":"25:00","durationHours":4}},{"colour":1}]}`,
			[]string{"UnknownKey value[2].colour", "OutOfRange value[1].maintenanceWindow.startTime"}},
	} {
		_, err := aks.Parse([]byte(c.doc))
		var errs tz.Errors
		if !errors.As(err, &errs) {
			t.Errorf("no tz.Errors but %v\n%s", err, c.doc)
			continue
		}
		var got []string
		for _, e := range errs {
			got = append(got, string(e.Code)+" "+e.Path)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("got %q, want %q\n%s", got, c.want, c.doc)
		}
	}
}

// The inverted span of the SDK page's sample is named, and the year that was meant is suggested.
func TestS12InvertedSpanOfTheSample(t *testing.T) {
	data, err := os.ReadFile("testdata/sdk-production.json")
	if err != nil {
		t.Fatal(err)
	}
	_, err = aks.Parse(data)
	if got := paths(t, err); !slices.Equal(got, []string{"main_maintenance_window.not_allowed_dates[1].end"}) || !strings.Contains(err.Error(), "2025-01-02") {
		t.Errorf("got %v", err)
	}
}

// Instants and times of day are told apart, and each list says which it has.
func TestNotAllowedTime(t *testing.T) {
	cs := parse(t, `{"maintenanceWindow":`+window+`,"notAllowedTime":[{"start":"22:30","end":"23:00"},{"start":"2026-01-09T20:00:00Z","end":"2026-01-09T20:15:00Z"},{"start":"03:00","end":"22:00"}]}`)
	want := []string{"2026-01-09T20:15:00Z/2026-01-09T20:30:00Z", "2026-01-09T21:00:00Z/2026-01-10T00:00:00Z"} // 22:30 is on the window's clock, +02:00
	if got := windows(t, cs[0].Policy, "2026-01-01T00:00:00Z", "2026-01-20T00:00:00Z"); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := codes(cs[0].Remarks); !slices.Equal(got, []string{"Instants notAllowedTime", "TimesOfDay notAllowedTime", "CutsNothing notAllowedTime[2]"}) {
		t.Errorf("remarks %v", got)
	}
}

// The creation date is the date on the window's clock.
func TestStartDateFromCreation(t *testing.T) {
	doc := `{"systemData":{"createdAt":"2026-01-08T23:30:00.123Z","createdBy":"x"},"maintenanceWindow":` + windowWith(`"daily":{"intervalDays":3}`, `,"utcOffset":"+01:00"`) + `}`
	cs := parse(t, doc)
	if got := cs[0].Policy.Windows[0].StartDate; got != "2026-01-09" {
		t.Errorf("startDate %s", got)
	}
	if got := codes(cs[0].Remarks); !slices.Equal(got, []string{"StartFromCreation maintenanceWindow.startDate"}) {
		t.Errorf("remarks %v", got)
	}
}

// A list has more problems than one, and sizes are limited before any work.
func TestLimitsOfSize(t *testing.T) {
	item := `{"maintenanceWindow":` + window + `}`
	_, err := aks.Parse([]byte(`[` + strings.Repeat(item+",", aks.MaxConfigurations) + item + `]`))
	if got := paths(t, err); !slices.Equal(got, []string{""}) {
		t.Errorf("too many configurations: %v", err)
	}
	entry := `{"day":"Monday","hourSlots":[1]}`
	_, err = aks.Parse([]byte(`{"timeInWeek":[` + strings.Repeat(entry+",", 100) + entry + `]}`))
	if got := paths(t, err); !slices.Contains(got, "timeInWeek") {
		t.Errorf("too many entries: %v", err)
	}
	_, err = aks.Parse([]byte(strings.Repeat(" ", calendar.MaxDocument+1)))
	if !errors.As(err, new(tz.Errors)) {
		t.Errorf("too many bytes: %v", err)
	}
}

func ExampleParse() {
	configurations, err := aks.Parse([]byte(`{
		"name": "aksManagedAutoUpgradeSchedule",
		"properties": {"maintenanceWindow": {
			"schedule": {"absoluteMonthly": {"intervalMonths": 3, "dayOfMonth": 1}},
			"startDate": "2026-01-20", "startTime": "09:00", "durationHours": 2, "utcOffset": "-08:00"}}
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range configurations {
		for _, remark := range c.Remarks {
			fmt.Println(remark.Code, remark.Path)
		}
		w, _ := calendar.MustCompile(c.Policy).Next(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
		fmt.Println(c.Name, w)
	}
	// Output:
	// BeyondAKS properties.maintenanceWindow.durationHours
	// IntervalStart properties.maintenanceWindow.schedule.absoluteMonthly.intervalMonths
	// aksManagedAutoUpgradeSchedule 2026-02-01T17:00:00Z/2026-02-01T19:00:00Z
}

func ExampleStrict() {
	_, err := aks.Parse([]byte(`{"schedule": {"daily": {"intervalDays": 1}}, "startTime": "22:00", "durationHours": 2}`), aks.Strict())
	fmt.Println(err)
	// Output: durationHours: AKS takes 4 to 24 hours, not 2
}
