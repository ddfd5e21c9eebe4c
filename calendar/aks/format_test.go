package aks_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/aks"
)

func policy(t testing.TB, doc string) calendar.Policy {
	t.Helper()
	p, err := calendar.Parse([]byte(doc))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What AKS cannot say is listed, each with its place.
func TestFormatLists(t *testing.T) {
	// one is a policy of one window of this schedule, with these keys more.
	one := func(schedule, keys string) string {
		return `{"windows":[{"schedule":{` + schedule + `},"startTime":"22:00","durationHours":4` + keys + `}]}`
	}
	const friday = `"weekly":{"dayOfWeek":"Friday","intervalWeeks":1}`
	for _, c := range []struct {
		name, doc string
		want      []string // codes and paths
		document  bool
	}{
		{"nothing to lose", one(friday, `,"startDate":"2026-01-01"`), nil, true},
		{"no windows", `{"windows":[]}`, []string{"LeftOut windows"}, false},
		{"a cron schedule", `{"windows":[{"schedule":{"cron":"0 2 * * *"},"durationHours":4}]}`, []string{"LeftOut windows[0]"}, false},
		{"a span", `{"windows":[{"span":{"start":"2026-01-01T00:00:00Z","end":"2026-01-02T00:00:00Z"}}]}`, []string{"LeftOut windows[0]"}, false},
		{"always", `{"windows":[{"always":true}]}`, []string{"LeftOut windows[0]"}, false},
		{"always, and a blackout of every year", `{"windows":[{"always":true}],"notAllowedDates":[{"start":"12-20","end":"01-05"}]}`, []string{"LeftOut notAllowedDates[0]", "LeftOut windows[0]"}, false},
		{"always beside another", `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4},{"always":true}]}`, []string{"LeftOut windows[1]"}, false},
		{"several weekdays, not hours", one(`"weekly":{"daysOfWeek":["Monday","Friday"]}`, `,"startDate":"2026-01-01"`), []string{"LeftOut windows[0]"}, false},
		{"all weekdays", one(`"weekly":{"daysOfWeek":["Monday","Tuesday","Wednesday","Thursday","Friday","Saturday","Sunday"]}`, `,"startDate":"2026-01-01"`), nil, true},
		{"several days of the month", one(`"absoluteMonthly":{"daysOfMonth":[1,15]}`, ``), []string{"LeftOut windows[0]"}, false},
		{"one day of the month in a list", one(`"absoluteMonthly":{"daysOfMonth":[15,15]}`, ``), nil, true},
		{"the last day of the month", one(`"absoluteMonthly":{"dayOfMonth":-1}`, ``), []string{"LeftOut windows[0]"}, false},
		{"the fifth weekday", one(`"relativeMonthly":{"weekIndex":"Fifth","dayOfWeek":"Friday"}`, ``), []string{"LeftOut windows[0]"}, false},
		{"an offset of days", one(`"relativeMonthly":{"weekIndex":"Second","dayOfWeek":"Tuesday","offsetDays":3}`, ``), []string{"LeftOut windows[0]"}, false},
		{"clamped days", one(`"absoluteMonthly":{"dayOfMonth":31,"shortMonth":"clamp"}`, ``), []string{"LeftOut windows[0].schedule.absoluteMonthly.shortMonth", "ShortMonth properties.maintenanceWindow.schedule.absoluteMonthly.dayOfMonth"}, true},
		{"seconds", `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00:01","durationHours":4}]}`, []string{"LeftOut windows[0]"}, false},
		{"minutes of length", `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","duration":"4h30m"}]}`, []string{"LeftOut windows[0]"}, false},
		{"a length in other words", `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","duration":"240m"}]}`, nil, true},
		{"an end time", `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","endTime":"02:00"}]}`, nil, true},
		{"a short window", `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","duration":"2h"}]}`, []string{"BeyondAKS properties.maintenanceWindow.durationHours"}, true},
		{"an end date", one(friday, `,"startDate":"2026-01-01","endDate":"2026-12-31"`), []string{"LeftOut windows[0].endDate"}, true},
		{"an anchor", one(`"weekly":{"dayOfWeek":"Friday","intervalWeeks":2}`, `,"startDate":"2026-01-03","anchor":"startDate"`), []string{"LeftOut windows[0].anchor", "IntervalStart properties.maintenanceWindow.schedule.weekly.intervalWeeks"}, true},
		{"a long interval", one(`"weekly":{"dayOfWeek":"Friday","intervalWeeks":6}`, `,"startDate":"2026-01-02"`), []string{"BeyondAKS properties.maintenanceWindow.schedule.weekly.intervalWeeks"}, true},
		{"a zone with summer time", one(friday, `,"timeZone":"Europe/Berlin"`), []string{"Changed windows[0].timeZone"}, true},
		{"the policy's zone, and an option of it", `{"timeZone":"Europe/Berlin","windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4,"gap":"skip"}]}`, []string{"Changed timeZone", "LeftOut windows[0]"}, true},
		{"a zone without, from a start date on", one(friday, `,"timeZone":"Asia/Dhaka","startDate":"2026-01-01"`), nil, true},
		{"a zone without, from ever", one(friday, `,"timeZone":"Asia/Dhaka"`), nil, true},
		{"a zone that was changed lately", one(friday, `,"timeZone":"America/Mexico_City","startDate":"2026-01-01"`), []string{"Changed windows[0].timeZone"}, true}, // in 2022
		{"UTC by name", one(friday, `,"timeZone":"UTC","gap":"skip"`), nil, true},
		{"a second window", `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4},{"schedule":{"absoluteMonthly":{"dayOfMonth":1}},"startTime":"22:00","durationHours":4}]}`, []string{"LeftOut windows[1]"}, true},
		{"a second window that can be said", `{"windows":[{"schedule":{"cron":"@daily"},"durationHours":4},{"schedule":{"absoluteMonthly":{"dayOfMonth":1}},"startTime":"22:00","durationHours":4}]}`, []string{"LeftOut windows[0]"}, true},
		{"names", `{"name":"x","description":"d","windows":[{"name":"w","description":"d","schedule":{"daily":{}},"startTime":"22:00","durationHours":4}],"notAllowedTime":[{"name":"n","start":"2026-01-01T00:00:00Z","end":"2026-01-02T00:00:00Z"}]}`,
			[]string{"LeftOut description", "LeftOut windows[0].name", "LeftOut windows[0].description", "LeftOut notAllowedTime[0].name", "BeyondAKS name"}, true},
		{"yearly dates", one(friday, `,"notAllowedDates":[{"start":"12-20","end":"01-05"},{"start":"2026-12-18","end":"2027-01-04"}]`), []string{"LeftOut windows[0].notAllowedDates[0]"}, true},
		{"times of single days", one(friday, `,"notAllowedTime":[{"start":"08:00","end":"18:00","daysOfWeek":["Friday"]}]`), []string{"LeftOut windows[0].notAllowedTime[0]"}, true},
		{"times of day", one(friday, `,"notAllowedTime":[{"start":"08:00","end":"18:00"}]`), []string{"TimesOfDay properties.notAllowedTime"}, true},
		{"times of day on another clock", `{"utcOffset":"+01:00","windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4,"utcOffset":"+02:00"}],"notAllowedTime":[{"start":"08:00","end":"18:00"}]}`, []string{"LeftOut notAllowedTime[0]"}, true},
		{"hours with blackouts of their own", `{"windows":[{"schedule":{"weekly":{"dayOfWeek":"Friday"}},"startTime":"22:00","durationHours":4,"notAllowedDates":[{"start":"2026-12-18","end":"2027-01-04"}]},{"schedule":{"weekly":{"dayOfWeek":"Monday"}},"startTime":"22:00","durationHours":4}]}`,
			[]string{"LeftOut windows[0]"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, lost, err := aks.Format(aks.Configuration{Policy: policy(t, c.doc)})
			if err != nil {
				t.Fatal(err)
			}
			if got := codes(lost); !slices.Equal(got, append([]string{}, c.want...)) {
				t.Errorf("lost %q, want %q\n%s", got, c.want, data)
			}
			if (data != nil) != c.document {
				t.Errorf("the document is %s", data)
			}
		})
	}
}

// A document that says all of a policy opens when that does.
func TestFormatMeansTheSame(t *testing.T) {
	for _, doc := range []string{
		`{"windows":[{"schedule":{"weekly":{"daysOfWeek":["Monday","Friday"]}},"startTime":"22:00","durationHours":4},{"schedule":{"weekly":{"dayOfWeek":"Sunday"}},"startTime":"20:00","endTime":"05:00"}],
			"notAllowedDates":[{"start":"2026-04-01","end":"2026-04-20"}]}`, // hours, over midnight and over the end of the week
		`{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4,"utcOffset":"+02:00"}],"utcOffset":"-03:00","notAllowedDates":[{"start":"2026-04-01","end":"2026-04-20"}]}`, // dates on another clock
		`{"windows":[{"always":true}],"timeZone":"America/St_Johns","notAllowedDates":[{"start":"2026-03-08","end":"2026-11-01"}]}`,
		`{"windows":[{"always":true}],"timeZone":"Pacific/Auckland","notAllowedDates":[{"start":"2026-03-08","end":"2026-03-08"},{"start":"2026-04-05","end":"2026-04-05"}]}`,
		`{"windows":[{"always":true}],"timeZone":"Pacific/Honolulu","notAllowedDates":[{"start":"2026-03-08","end":"2026-03-08"}]}`,
		`{"timeZone":"Asia/Kolkata","windows":[{"schedule":{"relativeMonthly":{"weekIndex":"Last","dayOfWeek":"Sunday"}},"startDate":"2026-01-01","startTime":"22:00","endTime":"22:00"}],"notAllowedDates":[{"start":"2026-04-01","end":"2026-05-20"}]}`,
	} {
		p := policy(t, doc)
		data, lost, err := aks.Format(aks.Configuration{Policy: p})
		if err != nil || len(lost) > 0 {
			t.Fatalf("%v %v\n%s", err, lost, doc)
		}
		back := parse(t, string(data))[0].Policy
		got, want := windows(t, back, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), windows(t, p, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
		if !slices.Equal(got, want) || len(want) < 2 {
			t.Errorf("got %v\nwant %v\n%s", got, want, data)
		}
	}
}

// A policy that does not compile is not written.
func TestFormatRefuses(t *testing.T) {
	_, _, err := aks.Format(aks.Configuration{Policy: calendar.Policy{Windows: []calendar.WindowSpec{{}}}})
	if got := paths(t, err); !slices.Equal(got, []string{"windows[0]"}) {
		t.Errorf("got %v", err)
	}
}

// A standalone window has no blackouts but its dates.
func TestFormatStandalone(t *testing.T) {
	p := policy(t, `{"utcOffset":"+01:00","windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4,"utcOffset":"+02:00"}],
		"notAllowedTime":[{"start":"2026-01-01T00:00:00Z","end":"2026-01-02T00:00:00Z"}],"notAllowedDates":[{"start":"2026-12-18","end":"2027-01-04"}]}`)
	data, lost, err := aks.Format(aks.Configuration{Name: "x", Standalone: true, Policy: p})
	if err != nil || !slices.Equal(codes(lost), []string{"LeftOut notAllowedTime[0]", "LeftOut notAllowedDates[0]"}) {
		t.Errorf("%v %v", err, lost)
	}
	var doc map[string]any
	if err := json.Unmarshal(data, &doc); err != nil || doc["name"] != "x" || !strings.HasSuffix(doc["type"].(string), "/maintenanceWindows") {
		t.Errorf("%v %s", err, data)
	}
}

func ExampleFormat() {
	policy, _ := calendar.Parse([]byte(`{"timeZone": "America/New_York", "windows": [{
		"schedule": {"weekly": {"intervalWeeks": 2, "dayOfWeek": "Friday"}},
		"startDate": "2026-01-09", "startTime": "22:00", "durationHours": 4}],
		"notAllowedDates": [{"start": "12-18", "end": "01-04"}]}`))
	doc, lost, err := aks.Format(aks.Configuration{Name: aks.NodeOS, Policy: policy})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s", doc)
	for _, f := range lost {
		fmt.Println(f.Code, f)
	}
	// Output:
	// {
	//   "name": "aksManagedNodeOSUpgradeSchedule",
	//   "properties": {
	//     "maintenanceWindow": {
	//       "schedule": {
	//         "weekly": {
	//           "intervalWeeks": 2,
	//           "dayOfWeek": "Friday"
	//         }
	//       },
	//       "startDate": "2026-01-09",
	//       "startTime": "22:00",
	//       "durationHours": 4,
	//       "utcOffset": "-05:00"
	//     }
	//   }
	// }
	// Changed timeZone: AKS has no zones: America/New_York becomes -05:00 for ever, its offset on 2026-01-09
	// LeftOut notAllowedDates[0]: AKS has no blackouts of every year
}

func ExampleOffsetAt() {
	policy, _ := calendar.Parse([]byte(`{"timeZone": "Europe/Berlin", "windows": [{"schedule": {"daily": {}}, "startTime": "22:00", "durationHours": 4}]}`))
	_, lost, _ := aks.Format(aks.Configuration{Policy: policy}, aks.OffsetAt(time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)))
	fmt.Println(lost[0])
	// Output: timeZone: AKS has no zones: Europe/Berlin becomes +02:00 for ever, its offset on 2026-07-01
}

// An offset of long ago is one that a zone did not keep.
func TestOffsetAtLongAgo(t *testing.T) {
	p := policy(t, `{"timeZone":"Europe/Berlin","windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4}]}`)
	data, lost, err := aks.Format(aks.Configuration{Policy: p}, aks.OffsetAt(time.Date(2019, 7, 1, 0, 0, 0, 0, time.UTC)))
	if err != nil || !slices.Equal(codes(lost), []string{"Changed timeZone"}) || !strings.Contains(string(data), `"utcOffset": "+02:00"`) {
		t.Errorf("%v %v %s", err, lost, data)
	}
}
