package kubedb_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/kubedb"
	"github.com/casement-go/casement/tz"
)

// with returns a document with this spec.
func with(spec string) string {
	return `{"apiVersion":"supervisor.appscode.com/v1alpha1","kind":"MaintenanceWindow","metadata":{"name":"w","namespace":"db"},"spec":` + spec + `}`
}

func parse(t testing.TB, doc string, opts ...kubedb.Option) []kubedb.Window {
	t.Helper()
	ws, err := kubedb.Parse([]byte(doc), opts...)
	if err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	return ws
}

func problems(t testing.TB, err error) []string {
	t.Helper()
	var errs tz.Errors
	if !errors.As(err, &errs) {
		t.Fatalf("no tz.Errors but %v", err)
	}
	var out []string
	for _, e := range errs {
		out = append(out, string(e.Code)+" "+e.Path)
	}
	return out
}

func codes(fs []calendar.Finding) []string {
	out := []string{}
	for _, f := range fs {
		out = append(out, string(f.Code)+" "+f.Path)
	}
	return out
}

func open(cal *calendar.Calendar, from, to time.Time) []string {
	var got []string
	for w := range cal.Windows(from, to) {
		got = append(got, w.String())
	}
	return got
}

func TestBadDocuments(t *testing.T) {
	for _, c := range []struct {
		doc  string
		want []string
	}{
		{``, []string{"Syntax "}},
		{`[]`, []string{"WrongType "}},
		{`{}`, []string{"Missing kind", "Missing apiVersion", "Missing spec"}},
		{`{"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"x"},"spec":{}}`, []string{"Invalid kind", "Invalid apiVersion"}},
		{`{"kind":"List"}`, []string{"Missing items"}},
		{`{"kind":"MaintenanceWindowList","items":[{"metadata":{},"spec":{}}]}`, []string{"Missing items[0].metadata.name"}},
		{`{"apiVersion":"supervisor.appscode.com/v1alpha1","kind":"ClusterMaintenanceWindow","metadata":{"name":"x","namespace":"y"},"spec":{}}`, []string{"Conflict metadata.namespace"}},
		{with(`{"timeZone":"Asia/Dhaka"}`), []string{"UnknownKey spec.timeZone"}}, // as in KubeDB's own sample, which it ignores
		{with(`{"timezone":"Asia/Nowhere//X"}`), []string{"InvalidZone spec.timezone"}},
		{with(`{"timezone":"local"}`), []string{"InvalidZone spec.timezone"}},
		{with(`{"days":{"sunday":[],"Mon":[]}}`), []string{"UnknownKey spec.days.sunday", "UnknownKey spec.days.Mon"}},
		{with(`{"days":{"Sunday":[{"start":"2:00AM"},{"start":"02:00","end":"25:00PM"},{"start":"","end":"4:00am"}]}}`),
			[]string{"Empty spec.days.Sunday[2].start", "Missing spec.days.Sunday[0].end", "Invalid spec.days.Sunday[1].start", "Invalid spec.days.Sunday[1].end", "Invalid spec.days.Sunday[2].end"}},
		{with(`{"dates":[{"start":"2026-02-01T00:00:00Z"},{"start":"2026-02-02T00:00:00Z","end":"2026-02-01T00:00:00Z"},{"start":"2026-02-01","end":"2026-02-01T00:00:00Z"}]}`),
			[]string{"Invalid spec.dates[2].start", "Missing spec.dates[0].end", "Inverted spec.dates[1].end"}},
		{with(`{"isDefault":"yes","days":[]}`), []string{"WrongType spec.isDefault", "WrongType spec.days"}},
		{with(`{"days":{"Sunday":[` + strings.Repeat(`{},`, kubedb.MaxRanges) + `{}]}}`), nil},
	} {
		_, err := kubedb.Parse([]byte(c.doc))
		got := problems(t, err)
		if c.want == nil {
			if got[0] != "TooLarge spec.days.Sunday" {
				t.Errorf("got %q", got[0])
			}
			continue
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("got %q, want %q\n%s", got, c.want, c.doc)
		}
	}
}

// The hint for KubeDB's own sample says how the key is spelled.
func TestTimezoneKey(t *testing.T) {
	_, err := kubedb.Parse([]byte(with(`{"timeZone":"Asia/Dhaka"}`)))
	if err == nil || !strings.Contains(err.Error(), "write timezone") {
		t.Error(err)
	}
}

// An empty window never opens, and says so.
func TestNeverOpen(t *testing.T) {
	for _, spec := range []string{`{}`, `{"days":{},"dates":[]}`, `{"days":null,"timezone":null,"isDefault":null}`, `{"days":{"Sunday":[]}}`} {
		for _, opts := range [][]kubedb.Option{nil, {kubedb.Faithful()}} {
			w := parse(t, with(spec), opts...)[0]
			if got := codes(w.Remarks); !slices.Equal(got, []string{"NeverOpen spec"}) {
				t.Errorf("remarks %v", got)
			}
			if s := calendar.MustCompile(w.Policy).At(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)); s.Open || s.Reason != calendar.NoWindows {
				t.Errorf("%v", s)
			}
		}
	}
}

// A window whose zone is Local is for the caller to place.
func TestLocal(t *testing.T) {
	w := parse(t, with(`{"timezone":"Local","days":{"Thursday":[{"start":"2:00AM","end":"4:00AM"}]}}`))[0]
	if got := codes(w.Remarks); !slices.Equal(got, []string{"LocalZone spec.timezone"}) {
		t.Errorf("remarks %v", got)
	}
	if _, err := calendar.Compile(w.Policy); !slices.Equal(problems(t, err), []string{"InvalidZone timeZone"}) {
		t.Errorf("got %v", err)
	}
	host, err := tz.ZoneOf("Local", time.FixedZone("", 6*3600))
	if err != nil {
		t.Fatal(err)
	}
	cal, err := calendar.Compile(w.Policy, calendar.WithLocal(host))
	if err != nil {
		t.Fatal(err)
	}
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) // a Thursday
	if got := open(cal, from.AddDate(0, 0, -3), from.AddDate(0, 0, 3)); !slices.Equal(got, []string{"2025-12-31T20:00:00Z/2025-12-31T22:00:00Z"}) {
		t.Errorf("got %v", got)
	}
}

// A zone that the tz database does not have is for Compile to report: reading looks at the form alone.
func TestUnknownZone(t *testing.T) {
	w := parse(t, with(`{"timezone":"Europe/Atlantis"}`))[0]
	if _, err := calendar.Compile(w.Policy); !slices.Equal(problems(t, err), []string{"UnknownZone timeZone"}) {
		t.Errorf("got %v", err)
	}
}

func ExampleParse() {
	windows, err := kubedb.Parse([]byte(`{
		"apiVersion": "supervisor.appscode.com/v1alpha1", "kind": "MaintenanceWindow",
		"metadata": {"name": "weekend", "namespace": "databases"},
		"spec": {"timezone": "Asia/Dhaka", "days": {"Friday": [{"start": "10:00PM", "end": "2:00AM"}]}}
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range windows {
		for _, remark := range w.Remarks {
			fmt.Println(remark.Code, remark)
		}
		next, _ := calendar.MustCompile(w.Policy).Next(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
		fmt.Println(w.Name, next)
	}
	// Output:
	// OverMidnight spec.days.Friday[0]: this ends on the next day; KubeDB itself never opens it
	// weekend 2026-01-02T16:00:00Z/2026-01-02T20:00:00Z
}

func ExampleFaithful() {
	doc := []byte(`{
		"apiVersion": "supervisor.appscode.com/v1alpha1", "kind": "ClusterMaintenanceWindow", "metadata": {"name": "nightly"},
		"spec": {"days": {"Thursday": [{"start": "2:00AM", "end": "4:00AM"}]}}
	}`)
	for _, opts := range [][]kubedb.Option{nil, {kubedb.Faithful()}} {
		windows, _ := kubedb.Parse(doc, opts...)
		next, _ := calendar.MustCompile(windows[0].Policy).Next(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
		fmt.Println(next)
	}
	// Output:
	// 2026-01-01T02:00:00Z/2026-01-01T04:00:00Z
	// 2026-01-01T02:00:01Z/2026-01-01T04:00:00Z
}
