package calendar_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

const nightly = `{"windows":[{"name":"nightly","schedule":{"daily":{}},"startTime":"02:00","durationHours":1}]}`

func TestS01HalfOpenWholeSeconds(t *testing.T) {
	cal := compile(t, nightly)
	start := instant(t, "2026-06-12T02:00Z")
	end := start.Add(time.Hour)
	for _, c := range []struct {
		at   time.Time
		open bool
	}{
		{start.Add(-time.Nanosecond), false},
		{start, true},
		{end.Add(-time.Nanosecond), true},
		{end, false},
		{end.Add(time.Nanosecond), false},
	} {
		if got := cal.IsOpen(c.at); got != c.open {
			t.Errorf("IsOpen(%v) = %v", c.at, got)
		}
		if got := cal.At(c.at).Open; got != c.open {
			t.Errorf("At(%v).Open = %v", c.at, got)
		}
	}
	// Before 1970 a fraction is dropped towards the past as well.
	old := time.Date(1969, 12, 31, 3, 0, 0, 0, time.UTC)
	if cal.IsOpen(old) || !cal.IsOpen(old.Add(-time.Nanosecond)) {
		t.Error("the last nanosecond of a window before 1970 is not in it, or its end is")
	}
	// A question in another zone, or with a monotonic reading, is the same question.
	if !cal.IsOpen(start.In(time.FixedZone("", 3600))) {
		t.Error("the zone of the question matters")
	}
}

func TestS02ZoneOfPolicyAndWindow(t *testing.T) {
	for _, c := range []struct{ name, doc, want string }{
		{"none", `{"windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":1}]}`, "2026-06-12T02:00Z/2026-06-12T03:00Z"},
		{"offset", `{"utcOffset":"-08:00","windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":1}]}`, "2026-06-12T10:00Z/2026-06-12T11:00Z"},
		{"UTC", `{"timeZone":"UTC","windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":1}]}`, "2026-06-12T02:00Z/2026-06-12T03:00Z"},
		{"zone", `{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":1}]}`, "2026-06-12T06:00Z/2026-06-12T07:00Z"},
		{"offset for zone", `{"timeZone":"America/New_York","windows":[{"utcOffset":"+05:30","schedule":{"daily":{}},"startTime":"07:30","durationHours":1}]}`, "2026-06-12T02:00Z/2026-06-12T03:00Z"},
		{"zone for offset", `{"utcOffset":"+05:30","windows":[{"timeZone":"America/New_York","schedule":{"daily":{}},"startTime":"02:00","durationHours":1}]}`, "2026-06-12T06:00Z/2026-06-12T07:00Z"},
		{"the window's blackouts read the window's zone", `{"utcOffset":"+05:30","windows":[{"timeZone":"America/New_York","schedule":{"daily":{}},"startTime":"02:00","durationHours":1,
			"notAllowedTime":[{"start":"02:30","end":"03:00"}]}]}`, "2026-06-12T06:00Z/2026-06-12T06:30Z"},
		{"the policy's blackouts read the policy's zone", `{"utcOffset":"+05:30","windows":[{"timeZone":"America/New_York","schedule":{"daily":{}},"startTime":"02:00","durationHours":1}],
			"notAllowedTime":[{"start":"12:00","end":"13:00"}]}`, "2026-06-12T06:00Z/2026-06-12T06:30Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantOpen(t, compile(t, c.doc), "2026-06-12T00:00Z", "2026-06-13T00:00Z", c.want)
		})
	}
}

func TestS02AmbiguousZone(t *testing.T) {
	const window = `"windows":[{"timeZone":"Asia/Dhaka","schedule":{"daily":{}},"startTime":"02:00","durationHours":1}]`
	for _, blackout := range []struct{ list, path string }{
		{`"notAllowedDates":[{"start":"2026-12-18","end":"2027-01-04"}]`, "notAllowedDates[0]"},
		{`"notAllowedDates":[{"start":"12-18","end":"01-04"}]`, "notAllowedDates[0]"},
		{`"notAllowedTime":[{"start":"2026-12-18T00:00:00Z","end":"2026-12-19T00:00:00Z"},{"start":"08:00","end":"09:00"}]`, "notAllowedTime[1]"},
	} {
		errs := refuse(t, `{`+window+`,`+blackout.list+`}`)
		if len(errs) != 1 || errs[0].Code != tz.AmbiguousZone || errs[0].Path != blackout.path {
			t.Errorf("%s: got %v", blackout.list, errs)
		}
		compile(t, `{"utcOffset":"+00:00",`+window+`,`+blackout.list+`}`)
	}
	compile(t, `{`+window+`,"notAllowedTime":[{"start":"2026-12-18T00:00:00Z","end":"2026-12-19T00:00:00Z"}]}`)
}

func TestS02LocalOnlyWherePassedIn(t *testing.T) {
	const doc = `{"timeZone":"Local","windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":1}]}`
	if errs := refuse(t, doc); errs[0].Code != tz.InvalidZone {
		t.Errorf("got %v", errs)
	}
	cal := compile(t, doc, calendar.WithLocal(tz.MustLoad("Asia/Dhaka")))
	wantOpen(t, cal, "2026-06-11T12:00Z", "2026-06-12T12:00Z", "2026-06-11T20:00Z/2026-06-11T21:00Z")
}

func TestS15BlackoutsBeatWindows(t *testing.T) {
	const two = `{"windows":[
		{"schedule":{"daily":{}},"startTime":"01:00","durationHours":2%s},
		{"schedule":{"daily":{}},"startTime":"02:00","durationHours":2}]%s}`
	const shut = `,"notAllowedTime":[{"start":"02:30","end":"03:30"}]`
	doc := func(own, policy string) string { return sprintf(two, own, policy) }
	from, to := "2026-06-12T00:00Z", "2026-06-13T00:00Z"
	wantOpen(t, compile(t, doc("", "")), from, to, "2026-06-12T01:00Z/2026-06-12T04:00Z")
	wantOpen(t, compile(t, doc(shut, "")), from, to, "2026-06-12T01:00Z/2026-06-12T04:00Z") // the other window is not cut
	wantOpen(t, compile(t, doc("", shut)), from, to, "2026-06-12T01:00Z/2026-06-12T02:30Z", "2026-06-12T03:30Z/2026-06-12T04:00Z")
}

func TestS16EmptyAndAlways(t *testing.T) {
	from, to := "2026-06-12T00:00Z", "2026-06-13T00:00Z"
	wantOpen(t, compile(t, `{"windows":[]}`), from, to)
	wantOpen(t, compile(t, `{"windows":[],"notAllowedDates":[],"notAllowedTime":null,"timeZone":null}`), from, to)
	wantOpen(t, compile(t, `{"windows":[{"always":true,"schedule":null,"startDate":null,"notAllowedTime":[]}]}`), from, to, from+"/"+to)
	wantOpen(t, compile(t, `{"windows":[{"always":true}],"notAllowedTime":[{"start":"08:00","end":"18:00"}]}`), from, to,
		"2026-06-12T00:00Z/2026-06-12T08:00Z", "2026-06-12T18:00Z/2026-06-13T00:00Z")
	for doc, path := range map[string]string{`{}`: "windows", `{"windows":null}`: "windows",
		`{"windows":[{"schedule":{"weekly":{"daysOfWeek":[]}},"startTime":"02:00","durationHours":1}]}`:           "windows[0].schedule.weekly.daysOfWeek",
		`{"windows":[{"schedule":{"absoluteMonthly":{"daysOfMonth":[]}},"startTime":"02:00","durationHours":1}]}`: "windows[0].schedule.absoluteMonthly.daysOfMonth",
		`{"windows":[],"notAllowedTime":[{"start":"08:00","end":"09:00","daysOfWeek":[]}]}`:                       "notAllowedTime[0].daysOfWeek",
	} {
		errs := refuse(t, doc)
		if len(errs) != 1 || errs[0].Path != path || errs[0].Code != tz.Missing && errs[0].Code != tz.Empty {
			t.Errorf("%s: got %v", doc, errs)
		}
	}
}

func TestS17NextAndPrevAdvance(t *testing.T) {
	cal := compile(t, nightly)
	start := instant(t, "2026-06-12T02:00Z")
	for _, c := range []struct {
		at         time.Time
		next, prev string
	}{
		{start.Add(-time.Second), "2026-06-12T02:00:00Z/2026-06-12T03:00:00Z", "2026-06-11T02:00:00Z/2026-06-11T03:00:00Z"},
		{start, "2026-06-13T02:00:00Z/2026-06-13T03:00:00Z", "2026-06-11T02:00:00Z/2026-06-11T03:00:00Z"},
		{start.Add(time.Hour - time.Second), "2026-06-13T02:00:00Z/2026-06-13T03:00:00Z", "2026-06-11T02:00:00Z/2026-06-11T03:00:00Z"},
		{start.Add(time.Hour), "2026-06-13T02:00:00Z/2026-06-13T03:00:00Z", "2026-06-12T02:00:00Z/2026-06-12T03:00:00Z"},
	} {
		if w, ok := cal.Next(c.at); !ok || w.String() != c.next {
			t.Errorf("Next(%v) = %v, %v", c.at, w, ok)
		}
		if w, ok := cal.Prev(c.at); !ok || w.String() != c.prev {
			t.Errorf("Prev(%v) = %v, %v", c.at, w, ok)
		}
	}
	// Fed with starts, both always advance, by a day each here.
	at := start
	for range 1000 {
		w, _ := cal.Next(at)
		next, _ := w.Start()
		if next.Sub(at) != 24*time.Hour {
			t.Fatalf("Next(%v) starts %v", at, next)
		}
		at = next
	}
	for range 1000 {
		w, _ := cal.Prev(at)
		prev, _ := w.Start()
		if at.Sub(prev) != 24*time.Hour {
			t.Fatalf("Prev(%v) starts %v", at, prev)
		}
		at = prev
	}
}

func TestS18NoneWithinTheHorizon(t *testing.T) {
	absent := func(name string, at time.Time, ok bool) {
		t.Helper()
		if ok || !at.IsZero() {
			t.Errorf("%s: %v, %v: want none", name, at, ok)
		}
	}
	now := instant(t, "2026-06-12T00:00Z")

	never := compile(t, `{"windows":[]}`)
	s := never.At(now)
	since, ok := s.Since()
	absent("since of never", since, ok)
	until, ok := s.Until()
	absent("until of never", until, ok)
	if w, ok := s.Next(); ok || !w.IsZero() {
		t.Errorf("the next window of never: %v", w)
	}

	always := compile(t, `{"windows":[{"always":true}]}`)
	s = always.At(now)
	since, ok = s.Since()
	absent("since of always", since, ok)
	until, ok = s.Until()
	absent("until of always", until, ok)
	if _, ok := always.Next(now); ok {
		t.Error("there is a window after always")
	}
	if _, ok := always.Prev(now); ok {
		t.Error("there is a window before always")
	}

	// A daily window of 24 hours at a fixed offset is always open from its startDate on. That is seen, not walked.
	daily := compile(t, `{"windows":[{"schedule":{"daily":{}},"startDate":"2026-01-01","startTime":"02:00","durationHours":24}]}`)
	s = daily.At(now)
	if since, ok := s.Since(); !ok || !since.Equal(instant(t, "2026-01-01T02:00Z")) {
		t.Errorf("since %v, %v", since, ok)
	}
	until, ok = s.Until()
	absent("until of a chain", until, ok)
	if w, ok := daily.Next(instant(t, "2025-01-01T00:00Z")); !ok || w.String() != "2026-01-01T02:00:00Z/.." {
		t.Errorf("Next = %v, %v", w, ok)
	}

	// 36,525 days are looked at, not more: up to 2126-06-13.
	far := `{"windows":[{"span":{"start":"%s","end":"%s"}}]}`
	near := compile(t, sprintf(far, "2126-06-12T23:00:00Z", "2126-06-13T01:00:00Z"))
	if w, ok := near.Next(now); !ok || w.String() != "2126-06-12T23:00:00Z/.." {
		t.Errorf("Next = %v, %v: its start is within the horizon, its end is not", w, ok)
	}
	if w, ok := compile(t, sprintf(far, "2126-06-14T00:00:00Z", "2126-06-15T00:00:00Z")).Next(now); ok {
		t.Errorf("Next = %v beyond the horizon", w)
	}
	if w, ok := compile(t, sprintf(far, "1926-06-13T00:00:00Z", "1926-06-14T00:00:00Z")).Prev(now); !ok || w.String() != "1926-06-13T00:00:00Z/1926-06-14T00:00:00Z" {
		t.Errorf("Prev = %v, %v", w, ok)
	}
	if w, ok := compile(t, sprintf(far, "1926-06-10T00:00:00Z", "1926-06-10T12:00:00Z")).Prev(now); ok {
		t.Errorf("Prev = %v beyond the horizon", w)
	}

	// A policy that is never open though nothing proves it: everything it opens is blacked out.
	shut := compile(t, `{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":1}],"notAllowedTime":[{"start":"01:00","end":"05:00"}]}`)
	if w, ok := shut.Next(now); ok {
		t.Errorf("Next = %v", w)
	}
	// Instants beyond the calendar have answers too.
	for _, at := range []time.Time{{}, time.Unix(1<<60, 0), time.Unix(-1<<60, 0), time.Unix(1<<62, 0), time.Unix(-1<<62, 0)} {
		if shut.IsOpen(at) || shut.At(at).Open || !always.IsOpen(at) {
			t.Errorf("at %v", at)
		}
		shut.Next(at)
		shut.Prev(at)
	}
}

// realPolicy is what a platform team writes: three windows, eight blackouts by date, one by year, two by time of day.
const realPolicy = `{"name":"prod","timeZone":"America/New_York","windows":[
	{"name":"saturday","schedule":{"weekly":{"dayOfWeek":"Saturday"}},"startTime":"02:00","durationHours":4},
	{"name":"last-friday","schedule":{"relativeMonthly":{"intervalMonths":2,"weekIndex":"Last","dayOfWeek":"Friday"}},"startDate":"2006-01-01","startTime":"22:00","durationHours":6},
	{"name":"quarters","schedule":{"cron":"*/15 2-5 * * 1-5"},"duration":"10m"}],
	"notAllowedDates":[
	{"start":"2026-01-16","end":"2026-01-19"},{"start":"2026-02-13","end":"2026-02-16"},{"start":"2026-04-03","end":"2026-04-06"},{"start":"2026-05-22","end":"2026-05-25"},
	{"start":"2026-07-03","end":"2026-07-05"},{"start":"2026-09-04","end":"2026-09-07"},{"start":"2026-11-25","end":"2026-11-30"},{"start":"2027-01-15","end":"2027-01-18"},
	{"name":"year end","start":"12-18","end":"01-04"}],
	"notAllowedTime":[{"start":"08:00","end":"18:00","daysOfWeek":["Monday"]},{"start":"03:00","end":"03:30"}]}`

func TestS19NoAllocsAndConcurrentUse(t *testing.T) {
	for name, doc := range map[string]string{"nightly": nightly, "real": realPolicy,
		"wall clock": `{"timeZone":"Europe/Dublin","windows":[{"schedule":{"daily":{}},"startTime":"22:00","endTime":"04:00","overlap":"both","gap":"next"}]}`} {
		cal := compile(t, doc)
		at := instant(t, "2026-03-07T07:30Z")
		allocs := testing.AllocsPerRun(100, func() {
			at = at.Add(777 * time.Second)
			cal.IsOpen(at)
			cal.At(at)
			cal.Next(at)
			cal.Prev(at)
		})
		if allocs != 0 {
			t.Errorf("%s: %v allocations", name, allocs)
		}
	}

	cal := compile(t, realPolicy)
	at := func(i int) time.Time { return instant(t, "2026-03-07T00:00Z").Add(time.Duration(i) * 47 * time.Minute) }
	const n = 500
	want := make([]string, n)
	for i := range want {
		want[i] = cal.At(at(i)).String()
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range want {
				if got := cal.At(at(i)).String(); got != want[i] {
					t.Errorf("at %v: %s, alone %s", at(i), got, want[i])
				}
			}
		})
	}
	wg.Wait()
}

func TestS20SameAnswerOnEveryHost(t *testing.T) {
	// The zone of the process has no say, nor has that of the question.
	from, to := "2026-03-01T00:00Z", "2026-04-01T00:00Z"
	want := open(t, compile(t, realPolicy), from, to)
	if len(want) < 100 {
		t.Fatalf("only %d open periods", len(want))
	}
	old := time.Local
	defer func() { time.Local = old }()
	for _, name := range []string{"Asia/Dhaka", "America/St_Johns"} {
		loc, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		time.Local = loc
		cal := compile(t, realPolicy)
		var got []string
		for w := range cal.Windows(instant(t, from).Local(), instant(t, to).Local()) {
			start, _ := w.Start()
			end, _ := w.End()
			got = append(got, short(start)+"/"+short(end))
		}
		if !slices.Equal(got, want) {
			t.Errorf("in %s: %v", name, got)
		}
	}
	if v := compile(t, realPolicy).TZVersion(); v == "" || v != tz.System().Version() {
		t.Errorf("tz version %q, of the host %q", v, tz.System().Version())
	}
	if v := compile(t, nightly).TZVersion(); v != "" {
		t.Errorf("a policy without a zone names the version %q", v)
	}
}

func TestTimelineAlgebraOverCalendars(t *testing.T) {
	a := compile(t, `{"windows":[{"schedule":{"daily":{}},"startTime":"01:00","durationHours":3}]}`).Timeline()
	b := compile(t, `{"windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":3}]}`).Timeline()
	at := instant(t, "2026-06-12T00:00Z")
	for _, c := range []struct {
		name string
		t    window.Timeline
		want string
	}{
		{"any", window.Union(a, b), "2026-06-12T01:00:00Z/2026-06-12T05:00:00Z"},
		{"all", window.Intersect(a, b), "2026-06-12T02:00:00Z/2026-06-12T04:00:00Z"},
		{"one without the other", a.Subtract(b), "2026-06-12T01:00:00Z/2026-06-12T02:00:00Z"},
	} {
		if w, ok := c.t.Next(at); !ok || w.String() != c.want {
			t.Errorf("%s: %v, %v", c.name, w, ok)
		}
	}
}
