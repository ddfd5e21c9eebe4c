package calendar_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// A cron schedule is a text, or an object where it says more than an expression; either way it is written back as it was.
func TestCronRoundTrip(t *testing.T) {
	for _, c := range []struct{ cron, want string }{
		{`"0 2 * * MON-FRI"`, `"0 2 * * MON-FRI"`},
		{`{"expression":"0 2 * * MON-FRI"}`, `"0 2 * * MON-FRI"`},
		{`{"expression":"0 2 * * MON-FRI","dialect":null}`, `"0 2 * * MON-FRI"`},
		{`{"expression":"0 0 2 ? * 6L","dialect":"Quartz"}`, `{"expression":"0 0 2 ? * 6L","dialect":"Quartz"}`},
		{`{"expression":"H H * * *","dialect":"Jenkins","key":"` + strings.Repeat("k", 256) + `"}`, `{"expression":"H H * * *","dialect":"Jenkins","key":"` + strings.Repeat("k", 256) + `"}`},
		{`{"dialect":"Jenkins","expression":"H H * * *","key":"nightly"}`, `{"expression":"H H * * *","dialect":"Jenkins","key":"nightly"}`},
	} {
		p, err := calendar.Parse([]byte(`{"windows":[{"schedule":{"cron":` + c.cron + `},"duration":"1h"}]}`))
		if err != nil {
			t.Errorf("%s: %v", c.cron, err)
			continue
		}
		got, err := json.Marshal(p.Windows[0].Schedule)
		if want := `{"cron":` + c.want + `}`; err != nil || string(got) != want {
			t.Errorf("%s is written as %s, want %s: %v", c.cron, got, want, err)
		}
		if _, err := calendar.Compile(p); err != nil {
			t.Errorf("%s: %v", c.cron, err)
		}
	}
}

func TestCronProblems(t *testing.T) {
	const at = "windows[0].schedule.cron"
	for _, c := range []struct {
		cron, more string
		code       tz.Code
		path       string
	}{
		{`"0 0 * * 9"`, ``, tz.OutOfRange, at},
		{`{"expression":"0 0 * * 9"}`, ``, tz.OutOfRange, at},
		{`{"expression":"0 0 * * 7","dialect":"Kubernetes"}`, ``, tz.OutOfRange, at + ".expression"},
		{`{"expression":"0 0 * * *","dialect":"quartz"}`, ``, tz.Invalid, at + ".dialect"},
		{`{"expression":"H H * * *","dialect":"jenkins","key":"k"}`, ``, tz.Invalid, at + ".dialect"}, // without a dialect there is no telling
		{`{"expression":"H H * * *","dialect":"Jenkins","key":"` + strings.Repeat("k", 257) + `"}`, ``, tz.TooLarge, at + ".key"},
		{`{"expression":"0 0 * * *","dialekt":"Quartz"}`, ``, tz.UnknownKey, at + ".dialekt"},
		{`{"expression":"0 0 * * *","key":"x"}`, ``, tz.Conflict, at + ".expression"},
		{`{"expression":"H H * * *","dialect":"Jenkins"}`, ``, tz.Missing, at + ".expression"},
		{`{"dialect":"Quartz"}`, ``, tz.Missing, at + ".expression"},
		{`{}`, ``, tz.Missing, at},
		{`""`, ``, tz.Empty, at},
		{`"TZ=UTC 0 0 * * *"`, ``, tz.Invalid, at},
		{`"@reboot"`, ``, tz.NeverMatches, at[:len("windows[0].schedule")]},
		{`{"expression":"*/5 2 * * *","dialect":"Vixie"}`, `,"gap":"next"`, tz.Conflict, "windows[0].gap"},
	} {
		errs := refuse(t, `{"windows":[{"schedule":{"cron":`+c.cron+`},"duration":"1h"`+c.more+`}]}`)
		if len(errs) != 1 || errs[0].Code != c.code || errs[0].Path != c.path {
			t.Errorf("%s%s: %v, want %s at %s", c.cron, c.more, errs, c.code, c.path)
		}
	}
}

// The dialect decides what becomes of a gap and an overlap, unless the window does. New York skips 02:00 to 03:00 on
// 2026-03-08, from 07:00Z on, and repeats 01:00 to 02:00 on 2026-11-01, from 05:00Z and from 06:00Z on.
func TestS10DialectInAWindow(t *testing.T) {
	for _, c := range []struct {
		dialect, expression, more string
		spring, autumn            []string
	}{
		{"Default", "30 1,2 * * *", "", []string{"2026-03-08T06:30Z/2026-03-08T06:40Z", "2026-03-08T07:30Z/2026-03-08T07:40Z"},
			[]string{"2026-11-01T05:30Z/2026-11-01T05:40Z", "2026-11-01T07:30Z/2026-11-01T07:40Z"}},
		{"Vixie", "30 1,2 * * *", "", []string{"2026-03-08T06:30Z/2026-03-08T06:40Z", "2026-03-08T07:00Z/2026-03-08T07:10Z"},
			[]string{"2026-11-01T05:30Z/2026-11-01T05:40Z", "2026-11-01T07:30Z/2026-11-01T07:40Z"}},
		{"Kubernetes", "30 1,2 * * *", "", []string{"2026-03-08T06:30Z/2026-03-08T06:40Z"},
			[]string{"2026-11-01T05:30Z/2026-11-01T05:40Z", "2026-11-01T06:30Z/2026-11-01T06:40Z", "2026-11-01T07:30Z/2026-11-01T07:40Z"}},
		{"Kubernetes", "30 1,2 * * *", `,"gap":"forward"`, []string{"2026-03-08T06:30Z/2026-03-08T06:40Z", "2026-03-08T07:30Z/2026-03-08T07:40Z"},
			[]string{"2026-11-01T05:30Z/2026-11-01T05:40Z", "2026-11-01T06:30Z/2026-11-01T06:40Z", "2026-11-01T07:30Z/2026-11-01T07:40Z"}},
		{"OCPS", "30 1,2 * * *", `,"overlap":"second"`, []string{"2026-03-08T06:30Z/2026-03-08T06:40Z"},
			[]string{"2026-11-01T06:30Z/2026-11-01T06:40Z", "2026-11-01T07:30Z/2026-11-01T07:40Z"}},
		{"Quartz", "0 30 1,2 * * ?", "", []string{"2026-03-08T06:30Z/2026-03-08T06:40Z"},
			[]string{"2026-11-01T06:30Z/2026-11-01T06:40Z", "2026-11-01T07:30Z/2026-11-01T07:40Z"}},
	} {
		cal := compile(t, `{"timeZone":"America/New_York","windows":[{"schedule":{"cron":{"expression":"`+c.expression+`","dialect":"`+c.dialect+`"}},"duration":"10m"`+c.more+`}]}`)
		wantOpen(t, cal, "2026-03-08T05:00Z", "2026-03-08T20:00Z", c.spring...)
		wantOpen(t, cal, "2026-11-01T04:00Z", "2026-11-01T20:00Z", c.autumn...)
	}
}
