package kubedb_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/kubedb"
)

func policy(t testing.TB, doc string) calendar.Policy {
	t.Helper()
	p, err := calendar.Parse([]byte(doc))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What KubeDB cannot say is listed, each with its place.
func TestFormatLists(t *testing.T) {
	one := func(window string) string { return `{"windows":[{` + window + `}]}` }
	const friday = `"schedule":{"weekly":{"dayOfWeek":"Friday"}},"startTime":"20:00"`
	for _, c := range []struct {
		name, doc string
		want      []string
	}{
		{"nothing to lose", one(friday + `,"endTime":"22:00"`), nil},
		{"no windows", `{"windows":[]}`, nil},
		{"hours in UTC", one(friday + `,"durationHours":2`), nil},
		{"hours in a zone that changes", one(friday + `,"durationHours":2,"timeZone":"Europe/Berlin"`), []string{"Changed windows[0]"}},
		{"hours in a zone that does not", one(friday + `,"durationHours":2,"timeZone":"Asia/Dhaka"`), nil},
		{"over midnight", one(friday + `,"endTime":"02:00"`), []string{"OverMidnight spec.days.Friday[0]"}},
		{"a whole day", one(friday + `,"durationHours":24`), []string{"WholeDay spec.days.Friday[0]"}},
		{"more than a day", one(friday + `,"durationHours":25`), []string{"LeftOut windows[0]"}},
		{"seconds", one(friday + `,"duration":"1h30s"`), []string{"LeftOut windows[0]"}},
		{"an interval", one(`"schedule":{"weekly":{"dayOfWeek":"Friday","intervalWeeks":2}},"startDate":"2026-01-01","startTime":"20:00","durationHours":1`), []string{"LeftOut windows[0]"}},
		{"days of the month", one(`"schedule":{"absoluteMonthly":{"dayOfMonth":1}},"startTime":"20:00","durationHours":1`), []string{"LeftOut windows[0]"}},
		{"cron", one(`"schedule":{"cron":"@daily"},"durationHours":1`), []string{"LeftOut windows[0]"}},
		{"always", one(`"always":true`), []string{"LeftOut windows[0]"}},
		{"dates", one(friday + `,"endTime":"22:00","startDate":"2026-01-01","endDate":"2026-12-31"`), []string{"LeftOut windows[0].startDate", "LeftOut windows[0].endDate"}},
		{"options", one(friday + `,"endTime":"22:00","gap":"skip","overlap":"both","timeZone":"Europe/Berlin"`), []string{"LeftOut windows[0].gap", "LeftOut windows[0].overlap"}},
		{"options that are as ever", one(friday + `,"endTime":"22:00","gap":"forward","overlap":"first","timeZone":"Europe/Berlin"`), nil},
		{"options without a meaning", one(friday + `,"endTime":"22:00","gap":"skip","overlap":"both"`), nil},
		{"an offset of whole hours", one(friday + `,"endTime":"22:00","utcOffset":"+05:00"`), nil},
		{"an offset of minutes", one(friday + `,"endTime":"22:00","utcOffset":"+05:30"`), []string{"LeftOut windows[0]"}},
		{"two zones", `{"windows":[{` + friday + `,"endTime":"22:00","timeZone":"Asia/Dhaka"},{` + friday + `,"endTime":"23:00"}]}`, []string{"LeftOut windows[1]"}},
		{"blackouts", one(friday + `,"endTime":"22:00","notAllowedDates":[{"start":"12-20","end":"01-05"}]`)[:len(one(friday+`,"endTime":"22:00","notAllowedDates":[{"start":"12-20","end":"01-05"}]`))-1] + `,"notAllowedTime":[{"start":"20:00","end":"20:30"}]}`,
			[]string{"LeftOut windows[0].notAllowedDates[0]", "LeftOut notAllowedTime[0]"}},
		{"names", `{"name":"other","description":"d","windows":[{"name":"n","description":"d",` + friday + `,"endTime":"22:00"}]}`,
			[]string{"LeftOut name", "LeftOut description", "LeftOut windows[0].name", "LeftOut windows[0].description"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, lost, err := kubedb.Format(kubedb.Window{Name: "w", Policy: policy(t, c.doc)})
			if err != nil {
				t.Fatal(err)
			}
			if got := codes(lost); !slices.Equal(got, append([]string{}, c.want...)) {
				t.Errorf("lost %q, want %q\n%s", got, c.want, data)
			}
		})
	}
}

// A document that says all of a policy opens when that does.
func TestFormatMeansTheSame(t *testing.T) {
	for _, doc := range []string{
		`{"timeZone":"Europe/Berlin","windows":[{"schedule":{"daily":{}},"startTime":"01:30","endTime":"02:30"},{"schedule":{"weekly":{"daysOfWeek":["Sunday","Friday"]}},"startTime":"02:15","endTime":"12:00"}]}`,
		`{"utcOffset":"-09:00","windows":[{"schedule":{"weekly":{"dayOfWeek":"Sunday"}},"startTime":"01:30","duration":"90m"},{"span":{"start":"2026-02-01T10:00:00Z","end":"2026-02-01T10:00:01Z"}}]}`,
		`{"windows":[{"schedule":{"weekly":{"dayOfWeek":"Sunday"}},"startTime":"01:30","duration":"90m","utcOffset":"+14:00"}]}`,
	} {
		p := policy(t, doc)
		data, lost, err := kubedb.Format(kubedb.Window{Name: "w", Policy: p})
		if err != nil || len(lost) > 0 {
			t.Fatalf("%v %v\n%s", err, lost, doc)
		}
		from, to := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
		got, want := open(calendar.MustCompile(parse(t, string(data))[0].Policy), from, to), open(calendar.MustCompile(p), from, to)
		if !slices.Equal(got, want) || len(want) < 52 {
			t.Errorf("got %v\nwant %v\n%s", got, want, data)
		}
	}
}

// A policy that does not compile, and one without a name, are not written.
func TestFormatRefuses(t *testing.T) {
	_, _, err := kubedb.Format(kubedb.Window{Name: "w", Policy: calendar.Policy{Windows: []calendar.WindowSpec{{}}}})
	if got := problems(t, err); !slices.Equal(got, []string{"Missing windows[0]"}) {
		t.Errorf("got %v", err)
	}
	_, _, err = kubedb.Format(kubedb.Window{Policy: calendar.Policy{Windows: []calendar.WindowSpec{}}})
	if got := problems(t, err); !slices.Equal(got, []string{"Missing metadata.name"}) {
		t.Errorf("got %v", err)
	}
}

func ExampleFormat() {
	policy, _ := calendar.Parse([]byte(`{"timeZone": "Asia/Dhaka", "windows": [
		{"schedule": {"weekly": {"daysOfWeek": ["Sunday", "Monday"]}}, "startTime": "02:00", "durationHours": 2}],
		"notAllowedDates": [{"start": "12-18", "end": "01-04"}]}`))
	doc, lost, err := kubedb.Format(kubedb.Window{Namespace: "databases", Name: "nightly", Default: true, Policy: policy})
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
	//   "apiVersion": "supervisor.appscode.com/v1alpha1",
	//   "kind": "MaintenanceWindow",
	//   "metadata": {
	//     "name": "nightly",
	//     "namespace": "databases"
	//   },
	//   "spec": {
	//     "isDefault": true,
	//     "timezone": "Asia/Dhaka",
	//     "days": {
	//       "Monday": [
	//         {
	//           "start": "2:00AM",
	//           "end": "4:00AM"
	//         }
	//       ],
	//       "Sunday": [
	//         {
	//           "start": "2:00AM",
	//           "end": "4:00AM"
	//         }
	//       ]
	//     }
	//   }
	// }
	// LeftOut notAllowedDates[0]: KubeDB has no blackouts
}
