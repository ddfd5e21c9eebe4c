package fuzz_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/reference"
	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
	"github.com/google/go-cmp/cmp"
)

// The targets of this file feed texts to every parser. None may panic; what is accepted must be what a second judge
// accepts (package time, a regular expression, the reference), and must come back from its own text; what is refused must be
// refused with an error that has a code and, if it names a place, one within the text.

// FuzzPolicy reads whole documentSeeds, compiles and evaluates them.
func FuzzPolicy(f *testing.F) {
	for _, doc := range documentSeeds {
		f.Add([]byte(doc))
	}
	for _, in := range incidents {
		f.Add([]byte(in.document()))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		p, err := calendar.Parse(doc)
		if err == nil {
			sameAgain(t, p)
		}
		var cal *calendar.Calendar
		if err == nil {
			cal, err = calendar.Compile(p)
		}
		checkErrors(t, err)
		if hasCode(err, tz.TooLarge) || !utf8.Valid(doc) {
			return // limits are the core's own; the reference reads text that is not UTF-8
		}
		ref, refErr := reference.Compile(doc, time.LoadLocation)
		switch {
		case errors.Is(refErr, reference.ErrUnsupported):
			return
		case (err == nil) != (refErr == nil):
			t.Fatalf("%s\ncore: %v\nreference: %v", doc, err, refErr)
		case err != nil:
			return
		}
		from := time.Date(2026, 3, 7, 0, 0, 0, 0, time.UTC)
		if len(p.Windows) > 0 && p.Windows[0].StartDate != "" {
			if at, err := time.Parse(time.DateOnly, p.Windows[0].StartDate); err == nil && 3 < at.Year() && at.Year() < 9997 {
				from = at.Add(-24 * time.Hour)
			}
		}
		compareWindows(t, cal, ref, from, from.Add(4*24*time.Hour))
	})
}

// compareWindows compares the open periods of a range.
func compareWindows(t *testing.T, cal *calendar.Calendar, ref *reference.Policy, from, to time.Time) {
	t.Helper()
	var got [][2]time.Time
	for w := range cal.Windows(from, to) {
		start, _ := w.Start()
		end, _ := w.End()
		got = append(got, [2]time.Time{start, end})
	}
	if diff := cmp.Diff(ref.Windows(from, to), got); diff != "" {
		t.Fatalf("windows of [%v, %v) (-reference +core):\n%s", from, to, diff)
	}
}

// sameAgain checks that a policy comes back from its own JSON.
func sameAgain(t *testing.T, p calendar.Policy) {
	t.Helper()
	doc, err := json.Marshal(p)
	if err != nil {
		t.Fatalf("%#v: %v", p, err)
	}
	again, err := calendar.Parse(doc)
	if err != nil {
		t.Fatalf("written as %s: %v", doc, err)
	}
	if diff := cmp.Diff(p, again); diff != "" {
		t.Fatalf("written as %s: (-read +read again)\n%s", doc, diff)
	}
}

// checkErrors checks that all problems of err, if any, are proper ones.
func checkErrors(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	errs := tz.Join("", err)
	for _, e := range errs {
		if e.Code == "" || e.Detail == "" || e.Offset < 0 || e.Input != "" && e.Offset > len(e.Input) || !utf8.ValidString(e.Error()) {
			t.Fatalf("not a proper error: %#v", e)
		}
	}
	var one *tz.Error
	if !errors.As(err, &one) {
		t.Fatalf("no *tz.Error is in %#v", err)
	}
}

func hasCode(err error, code tz.Code) bool {
	for _, e := range tz.Join("", err) {
		if e.Code == code {
			return true
		}
	}
	return false
}

// FuzzCron reads cron cronSeeds, and evaluates what the reference does too over the turn of a February.
func FuzzCron(f *testing.F) {
	for _, s := range cronSeeds {
		f.Add(s)
	}
	for _, in := range incidents {
		f.Add(in.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := schedule.ParseCron(s)
		checkErrors(t, err)
		if err == nil {
			if _, err := schedule.ParseCron(c.String()); err != nil {
				t.Fatalf("%q is read, but its text %q is not: %v", s, c, err)
			}
		}
		if !utf8.ValidString(s) || s == "" || hasCode(err, tz.TooLarge) {
			return
		}
		text, _ := json.Marshal(s)
		doc := []byte(`{"timeZone": "America/New_York", "windows": [{"schedule": {"cron": ` + string(text) + `}, "duration": "1h"}]}`)
		ref, refErr := reference.Compile(doc, time.LoadLocation)
		if errors.Is(refErr, reference.ErrUnsupported) {
			return
		}
		p, err := calendar.Parse(doc)
		var cal *calendar.Calendar
		if err == nil {
			cal, err = calendar.Compile(p)
		}
		if (err == nil) != (refErr == nil) {
			t.Fatalf("%q\ncore: %v\nreference: %v", s, err, refErr)
		}
		if err != nil {
			return
		}
		compareWindows(t, cal, ref, time.Date(2024, 2, 25, 0, 0, 0, 0, time.UTC), time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC))
	})
}

// openedFS notes what is opened, and has nothing.
type openedFS struct{ opened *[]string }

func (o openedFS) Open(name string) (fs.File, error) {
	*o.opened = append(*o.opened, name)
	return nil, fs.ErrNotExist
}

var zoneNameForm = regexp.MustCompile(`^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$`)

// FuzzZoneName looks names up, right and wrong. No file may be touched for a name that is not one.
func FuzzZoneName(f *testing.F) {
	for _, s := range zoneSeeds {
		f.Add(s)
	}
	for _, in := range incidents {
		f.Add(in.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		err := tz.CheckName(s)
		checkErrors(t, err)
		if err == nil && (len(s) > 64 || !zoneNameForm.MatchString(s) || !fs.ValidPath(s)) {
			t.Fatalf("%q is allowed", s)
		}
		var opened []string
		_, loadErr := tz.DatabaseFS(openedFS{&opened}, "").Zone(s)
		checkErrors(t, loadErr)
		if err != nil && (len(opened) > 0 || !hasCode(loadErr, tz.InvalidZone)) {
			t.Fatalf("%q is not allowed, but %q was opened: %v", s, opened, loadErr)
		}
		if len(opened) > 0 && opened[0] != s {
			t.Fatalf("%q was opened for %q", opened, s)
		}
		z, loadErr := tz.Load(s)
		if err != nil && loadErr == nil {
			t.Fatalf("%q is not allowed, but loaded", s)
		}
		if loadErr == nil && z.String() != s {
			t.Fatalf("%q is %q", s, z)
		}
	})
}

// again checks that the text of an accepted value reads as that value.
func again[T comparable](t *testing.T, s string, v T, text string, parse func(string) (T, error)) {
	t.Helper()
	if w, err := parse(text); err != nil || w != v {
		t.Fatalf("%q is %v, whose text %q is %v, %v", s, v, text, w, err)
	}
}

// agree checks that a text is accepted exactly if it should be.
func agree(t *testing.T, s string, err error, want bool) {
	t.Helper()
	checkErrors(t, err)
	if (err == nil) != want {
		t.Fatalf("%q: error %v, to be accepted: %v", s, err, want)
	}
}

var offsetForm = regexp.MustCompile(`^[+-][0-9]{2}:[0-5][0-9]$`)

func FuzzOffset(f *testing.F) {
	seed(f, offsetSeeds)
	f.Fuzz(func(t *testing.T, s string) {
		o, err := tz.ParseOffset(s)
		minutes := 0
		ok := offsetForm.MatchString(s)
		if ok {
			d, _ := time.ParseDuration(s[:3] + "h" + s[4:] + "m")
			minutes = int(d / time.Minute)
			ok = -12*60 <= minutes && minutes <= 14*60
		}
		agree(t, s, err, ok)
		if err != nil {
			return
		}
		if o.Minutes() != minutes || o.IsZero() {
			t.Fatalf("%q is %d minutes", s, o.Minutes())
		}
		again(t, s, o, o.String(), tz.ParseOffset)
	})
}

// parsedBy reports whether package time reads s in a layout, all digits written out and nothing behind them.
func parsedBy(layout, s string) (time.Time, bool) {
	at, err := time.Parse(layout, s)
	return at, err == nil && len(s) == len(layout)
}

func FuzzDate(f *testing.F) {
	seed(f, dateSeeds)
	f.Fuzz(func(t *testing.T, s string) {
		d, err := tz.ParseDate(s)
		at, ok := parsedBy("2006-01-02", s)
		agree(t, s, err, ok && at.Year() >= 1)
		if err != nil {
			return
		}
		if d.String() != s || int64(d.Day())*86400 != at.Unix() || int(d.Weekday())%7 != int(at.Weekday()) {
			t.Fatalf("%q is %v, day %d, %v", s, d, d.Day(), d.Weekday())
		}
	})
}

func FuzzMonthDay(f *testing.F) {
	seed(f, dateSeeds)
	f.Fuzz(func(t *testing.T, s string) {
		md, err := tz.ParseMonthDay(s)
		at, ok := parsedBy("2006-01-02", "2000-"+s)
		agree(t, s, err, ok)
		if err == nil && (md.String() != s || int64(md.In(2000).Day())*86400 != at.Unix()) {
			t.Fatalf("%q is %v", s, md)
		}
	})
}

func FuzzTimeOfDay(f *testing.F) {
	seed(f, clockSeeds)
	f.Fuzz(func(t *testing.T, s string) {
		tod, err := tz.ParseTimeOfDay(s)
		at, ok := parsedBy("15:04", s)
		if !ok {
			at, ok = parsedBy("15:04:05", s)
		}
		want := at.Hour()*3600 + at.Minute()*60 + at.Second()
		if s == "24:00" || s == "24:00:00" {
			ok, want = true, 86400
		}
		agree(t, s, err, ok)
		if err != nil {
			return
		}
		if tod.Seconds() != want {
			t.Fatalf("%q is %d s", s, tod.Seconds())
		}
		again(t, s, tod, tod.String(), tz.ParseTimeOfDay)
	})
}

func FuzzDateTime(f *testing.F) {
	seed(f, instantSeeds)
	f.Fuzz(func(t *testing.T, s string) {
		dt, err := tz.ParseDateTime(s)
		checkErrors(t, err)
		if err != nil {
			return
		}
		again(t, s, dt, dt.String(), tz.ParseDateTime)
		at, ok := parsedBy("2006-01-02T15:04", s)
		if !ok {
			at, ok = parsedBy("2006-01-02T15:04:05", s)
		}
		if !strings.Contains(s, "T24:00") && (!ok || at.Unix() != dt.Local()) {
			t.Fatalf("%q is %v", s, dt)
		}
	})
}

var instantForm = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$`)

// wholeInstant is the judge of instants: the form of RFC 3339 with whole seconds, a date that there is, years 1 to 9999 of the clock and of UTC.
// Package time alone would let +24:00, a comma and hours of one digit through.
func wholeInstant(s string) (time.Time, bool) {
	form := instantForm.FindStringSubmatch(s)
	if form == nil || strings.Trim(form[1], ".0") != "" || strings.HasPrefix(s, "0000") {
		return time.Time{}, false
	}
	at, err := time.Parse(time.RFC3339, s)
	year := at.UTC().Year()
	return at, err == nil && 1 <= year && year <= 9999
}

func FuzzInstant(f *testing.F) {
	seed(f, instantSeeds)
	f.Fuzz(func(t *testing.T, s string) {
		at, err := tz.ParseInstant(s)
		want, ok := wholeInstant(s)
		agree(t, s, err, ok)
		if err == nil && (!at.Equal(want) || at.Location() != time.UTC) {
			t.Fatalf("%q is %v, want %v", s, at, want)
		}
	})
}

func FuzzWindowText(f *testing.F) {
	for _, from := range instantSeeds {
		f.Add(from + "/" + "2030-01-01T00:00:00Z")
		f.Add(from + "/..")
		f.Add("../" + from)
	}
	seed(f, []string{"", "/", "..", "../..", "2026-01-10T03:00:00Z", "2026-01-10T07:00:00Z/2026-01-10T03:00:00Z"})
	f.Fuzz(func(t *testing.T, s string) {
		w, err := window.Parse(s)
		from, to, ok := strings.Cut(s, "/")
		start, ok1 := wholeInstant(from)
		end, ok2 := wholeInstant(to)
		ok = ok && (ok1 || from == "..") && (ok2 || to == "..") && (!ok1 || !ok2 || end.After(start))
		agree(t, s, err, ok)
		if err != nil {
			return
		}
		again(t, s, w, w.String(), window.Parse)
		if got, has := w.Start(); has != ok1 || has && !got.Equal(start) {
			t.Fatalf("%q starts %v, %v", s, got, has)
		}
		if got, has := w.End(); has != ok2 || has && !got.Equal(end) {
			t.Fatalf("%q ends %v, %v", s, got, has)
		}
	})
}

// FuzzDuration reads the one text that the document leaves to package time.
func FuzzDuration(f *testing.F) {
	seed(f, durationSeeds)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		text, _ := json.Marshal(s)
		doc := `{"windows": [{"schedule": {"daily": {}}, "startTime": "00:00", "duration": ` + string(text) + `}]}`
		p, err := calendar.Parse([]byte(doc))
		if err == nil {
			_, err = calendar.Compile(p)
		}
		d, parseErr := time.ParseDuration(s)
		agree(t, s, err, parseErr == nil && d > 0 && d <= 366*24*time.Hour && d%time.Second == 0)
	})
}

func seed(f *testing.F, texts []string) {
	for _, s := range texts {
		f.Add(s)
	}
	for _, in := range incidents {
		f.Add(in.text)
	}
	for n := range 4 {
		f.Add(strconv.Itoa(n))
	}
}
