package palette_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/palette"
	"github.com/casement-go/casement/tz"
)

var update = flag.Bool("update", false, "write the golden file anew")

func parse(t testing.TB, doc string) (calendar.Policy, []string) {
	t.Helper()
	p, remarks, err := palette.Parse([]byte(doc))
	if err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	codes := []string{}
	for _, f := range remarks {
		codes = append(codes, string(f.Code)+" "+f.Path)
	}
	return p, codes
}

// one is a policy of one schedule that has these keys.
func one(keys string) string {
	return `{"schedules":[{"name":"a","durationHours":1,` + keys + `}]}`
}

// open returns the open periods from one date to another.
func open(p calendar.Policy, from, to string) []string {
	var got []string
	for w := range calendar.MustCompile(p).Windows(day(from), day(to)) {
		got = append(got, w.String())
	}
	return got
}

func day(s string) time.Time {
	return time.Unix(int64(tz.MustParseDate(s).Day())*tz.SecondsPerDay, 0).UTC()
}

// The document in testdata gives the remarks and the windows over a year of the golden file.
func TestGolden(t *testing.T) {
	data, err := os.ReadFile("testdata/policy.json")
	if err != nil {
		t.Fatal(err)
	}
	p, remarks, err := palette.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintln(&b, p.Name)
	for _, f := range remarks {
		fmt.Fprintf(&b, "%s %s\n", f.Code, f)
	}
	for _, w := range open(p, "2026-01-01", "2027-01-01") {
		fmt.Fprintln(&b, w)
	}
	const golden = "testdata/policy.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestPresets(t *testing.T) {
	for _, c := range []struct {
		keys string
		want []string // the days of the starts, 2026-01-01 to 2026-05-02
		code []string
	}{
		{`"preset":"every week on Sunday at midnight"`, []string{"01-04", "01-11", "01-18", "01-25", "02-01", "02-08", "02-15", "02-22", "03-01", "03-08", "03-15", "03-22", "03-29", "04-05", "04-12", "04-19", "04-26"}, nil},
		{`"preset":"every two weeks at midnight","startDate":"2026-01-07"`, []string{"01-07", "01-21", "02-04", "02-18", "03-04", "03-18", "04-01", "04-15", "04-29"}, nil}, // a Wednesday
		{`"preset":"every two weeks at midnight","startDate":"2025-12-28"`, []string{"01-11", "01-25", "02-08", "02-22", "03-08", "03-22", "04-05", "04-19"}, nil},          // over New Year
		{`"preset":"every month on the 1st at midnight"`, []string{"01-01", "02-01", "03-01", "04-01", "05-01"}, nil},
		{`"preset":"every two months on the 1st at midnight"`, []string{"01-01", "03-01", "05-01"}, []string{"OddMonths schedules[0].preset"}},
	} {
		p, codes := parse(t, one(c.keys))
		var want []string
		for _, d := range c.want {
			want = append(want, "2026-"+d+"T00:00:00Z/2026-"+d+"T01:00:00Z")
		}
		if got := open(p, "2026-01-01", "2026-05-02"); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", c.keys, got, want)
		}
		if !slices.Equal(codes, append([]string{}, c.code...)) {
			t.Errorf("%s: remarks %v", c.keys, codes)
		}
	}
}

// Days of the month and of the week unite; one that is left out leaves the other; both left out is every day.
func TestDaysUnite(t *testing.T) {
	for _, c := range []struct {
		keys string
		want []int // of June 2026, whose 1st is a Monday
	}{
		{`"daysOfMonth":[1,15],"daysOfWeek":["Saturday"]`, []int{1, 6, 13, 15, 20, 27}},
		{`"daysOfMonth":[1,15]`, []int{1, 15}},
		{`"daysOfWeek":["Saturday"]`, []int{6, 13, 20, 27}},
		{`"daysOfMonth":[30,31,1,30]`, []int{1, 30}},
		{`"hours":[3]`, []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30}},
	} {
		keys := `"every":"month","minutes":[0],` + c.keys
		if !strings.Contains(keys, "hours") {
			keys += `,"hours":[3]`
		}
		p, _ := parse(t, one(keys))
		var want []string
		for _, d := range c.want {
			want = append(want, fmt.Sprintf("2026-06-%02dT03:00:00Z/2026-06-%02dT04:00:00Z", d, d))
		}
		if got := open(p, "2026-06-01", "2026-07-01"); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", keys, got, want)
		}
	}
}

// Hours and minutes that are left out are every one.
func TestAbsentLists(t *testing.T) {
	for _, c := range []struct {
		keys  string
		want  []string // on 2026-06-01, a Monday
		codes []string
	}{
		{`"every":"day","hours":[2]`, []string{"T02:00:00Z/T03:59:00Z"}, []string{"EveryMinute schedules[0]"}},
		{`"every":"week","daysOfWeek":["Monday"],"hours":[2],"minutes":[30]`, []string{"T02:30:00Z/T03:30:00Z"}, nil},
		{`"every":"week","daysOfWeek":["Monday"],"minutes":[0]`, []string{"T00:00:00Z/T24:00:00Z"}, nil}, // each hour, for an hour
		{`"every":"week","hours":[22,1],"minutes":[0,30]`, []string{"T01:00:00Z/T02:30:00Z", "T22:00:00Z/T23:30:00Z"}, nil},
		{`"every":"year","months":["June"],"hours":[5],"minutes":[0]`, []string{"T05:00:00Z/T06:00:00Z"}, nil},
		{`"every":"year","months":["May","July"],"hours":[5],"minutes":[0]`, nil, nil},
		{`"every":"month","daysOfMonth":[31],"hours":[5],"minutes":[0]`, nil, []string{"ShortMonth schedules[0].daysOfMonth"}},
	} {
		p, codes := parse(t, one(c.keys))
		var got []string
		for _, w := range open(p, "2026-06-01", "2026-06-02") {
			got = append(got, strings.NewReplacer("2026-06-02T00", "T24", "2026-06-01", "").Replace(w))
		}
		if !slices.Equal(got, c.want) || !slices.Equal(codes, append([]string{}, c.codes...)) {
			t.Errorf("%s: got %v %v, want %v %v", c.keys, got, codes, c.want, c.codes)
		}
	}
}

func TestBadDocuments(t *testing.T) {
	for _, c := range []struct {
		doc  string
		want []string // code and path
	}{
		{``, []string{"Syntax "}},
		{`{}`, []string{"Empty schedules"}},
		{`{"schedules":[]}`, []string{"Empty schedules"}},
		{`{"schedules":null,"name":"x"}`, []string{"Empty schedules"}},
		{`{"schedules":[{}]}`, []string{"Missing schedules[0].name", "Missing schedules[0].durationHours", "Missing schedules[0]"}},
		{`{"schedules":[null]}`, []string{"WrongType schedules[0]"}},
		{one(`"every":"day","duration":1`), []string{"UnknownKey schedules[0].duration"}},
		{`{"schedules":[{"name":"a","every":"day","durationHours":1},{"name":"a","every":"day","durationHours":1}]}`, []string{"Duplicate schedules[1].name"}},
		{`{"schedules":[{"name":"a","every":"day","durationHours":0},{"name":"b","every":"day","durationHours":25},{"name":"","every":"day","durationHours":1.5}]}`,
			[]string{"Empty schedules[2].name", "WrongType schedules[2].durationHours", "OutOfRange schedules[0].durationHours", "OutOfRange schedules[1].durationHours"}},
		{one(`"preset":"every two weeks at midnight"`), []string{"NoStartDate schedules[0].startDate"}},
		{one(`"preset":"every two weeks at midnight","startDate":"2026-02-30"`), []string{"OutOfRange schedules[0].startDate"}},
		{one(`"preset":"every month on the 1st at midnight","startDate":"2026-02-03"`), []string{"Conflict schedules[0].startDate"}},
		{one(`"preset":"every fortnight"`), []string{"Invalid schedules[0].preset"}},
		{one(`"preset":"every month on the 1st at midnight","every":"month"`), []string{"Conflict schedules[0].every"}},
		{one(`"preset":"every month on the 1st at midnight","hours":[1],"months":["May"]`), []string{"Conflict schedules[0].hours", "Conflict schedules[0].months"}},
		{one(`"every":"decade"`), []string{"Invalid schedules[0].every"}},
		{one(`"every":"day","startDate":"2026-01-01"`), []string{"Conflict schedules[0].startDate"}},
		{one(`"every":"day","daysOfWeek":["Monday"],"daysOfMonth":[1],"months":["May"]`), []string{"Conflict schedules[0].daysOfMonth", "Conflict schedules[0].months", "Conflict schedules[0].daysOfWeek"}},
		{one(`"every":"week","daysOfMonth":[1]`), []string{"Conflict schedules[0].daysOfMonth"}},
		{one(`"every":"month","months":["May"]`), []string{"Conflict schedules[0].months"}},
		{one(`"every":"year","months":[],"hours":[24,-1],"minutes":[60],"daysOfMonth":[0,32],"daysOfWeek":["Mon",""]`),
			[]string{"Empty schedules[0].months", "OutOfRange schedules[0].hours[0]", "OutOfRange schedules[0].hours[1]", "OutOfRange schedules[0].minutes[0]", "OutOfRange schedules[0].daysOfMonth[0]",
				"OutOfRange schedules[0].daysOfMonth[1]", "Empty schedules[0].daysOfWeek[1]", "Invalid schedules[0].daysOfWeek[0]"}},
		{one(`"every":"year","months":["may","Smarch"]`), []string{"Invalid schedules[0].months[0]", "Invalid schedules[0].months[1]"}},
		{one(`"every":"year","months":["February"],"daysOfMonth":[30,31]`), []string{"NeverMatches schedules[0].schedule"}},
		{`{"name":"` + strings.Repeat("n", 257) + `","schedules":[{"name":"` + strings.Repeat("n", 257) + `","every":"day","durationHours":1}]}`, []string{"TooLarge name", "TooLarge schedules[0].name"}},
	} {
		_, _, err := palette.Parse([]byte(c.doc))
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

func TestLimitsOfSize(t *testing.T) {
	_, _, err := palette.Parse([]byte(`{"schedules":[` + strings.Repeat(`{},`, palette.MaxSchedules) + `{}]}`))
	var errs tz.Errors
	if !errors.As(err, &errs) || errs[0].Code != tz.TooLarge || errs[0].Path != "schedules" {
		t.Errorf("got %v", err)
	}
	// Lists with many equal entries are what they are without.
	p, _ := parse(t, one(`"every":"year","minutes":[`+strings.Repeat("59,", 99)+`58],"hours":[`+strings.Repeat("23,", 99)+`22],"daysOfMonth":[`+strings.Repeat("31,", 99)+`30],"months":["March"],"daysOfWeek":["Monday"`+strings.Repeat(`,"Sunday"`, 99)+`]`))
	if got := p.Windows[0].Schedule.Cron.Expression; got != "58,59 22,23 30,31 3 0,1" {
		t.Errorf("got %s", got)
	}
}

func ExampleParse() {
	policy, remarks, err := palette.Parse([]byte(`{"name": "edge-fleet", "schedules": [
		{"name": "fortnight", "preset": "every two weeks at midnight", "startDate": "2026-01-04", "durationHours": 4},
		{"name": "patches", "every": "month", "daysOfMonth": [1, 15], "daysOfWeek": ["Saturday"], "hours": [3], "durationHours": 3}]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, remark := range remarks {
		fmt.Println(remark.Code, remark)
	}
	for w := range calendar.MustCompile(policy).Windows(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 1, 8, 0, 0, 0, 0, time.UTC)) {
		fmt.Println(w)
	}
	// Output:
	// EveryMinute schedules[1]: without minutes this starts at every minute of its hours
	// 2026-01-01T03:00:00Z/2026-01-01T06:59:00Z
	// 2026-01-03T03:00:00Z/2026-01-03T06:59:00Z
	// 2026-01-04T00:00:00Z/2026-01-04T04:00:00Z
}
