package calendar_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/window"
	"pgregory.net/rapid"
)

// weekend is two windows that touch, on 13 and 14 June 2026, and one by itself on the 20th.
const weekend = `{"windows":[
	{"name":"saturday","schedule":{"weekly":{"dayOfWeek":"Saturday"}},"startTime":"00:00","durationHours":24,"cutoff":"3h","endDate":"2026-06-20"},
	{"name":"sunday","schedule":{"weekly":{"dayOfWeek":"Sunday"}},"startTime":"00:00","durationHours":6,"cutoff":"1h","endDate":"2026-06-14"}]}`

func TestNextFit(t *testing.T) {
	const two = `{"windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":1,"endDate":"2026-06-20"},{"schedule":{"weekly":{"dayOfWeek":"Sunday"}},"startTime":"02:30","durationHours":4,"endDate":"2026-06-20"}]`
	for _, c := range []struct {
		name, doc, at string
		need          time.Duration
		want          string // empty: none
	}{
		{"nothing fits a policy that never opens", `{"windows":[]}`, "2026-06-12T00:00Z", time.Hour, ""},
		{"always", `{"windows":[{"always":true}]}`, "2026-06-12T00:00Z", time.Hour, "2026-06-12T00:00:00Z/.."},
		{"any need fits always", `{"windows":[{"always":true}]}`, "2026-06-12T00:00Z", 1<<63 - 1, "2026-06-12T00:00:00Z/.."},
		{"always has no end to keep a cutoff from", `{"windows":[{"always":true,"cutoff":"8784h"}]}`, "2026-06-12T00:00Z", time.Hour, "2026-06-12T00:00:00Z/.."},
		{"in the next period", two + `}`, "2026-06-12T00:00Z", time.Hour, "2026-06-12T02:00:00Z/2026-06-12T03:00:00Z"},
		{"in this one", two + `}`, "2026-06-12T02:15Z", 45 * time.Minute, "2026-06-12T02:15:00Z/2026-06-12T03:00:00Z"},
		{"not quite in this one", two + `}`, "2026-06-12T02:15Z", 45*time.Minute + time.Second, "2026-06-13T02:00:00Z/2026-06-13T03:00:00Z"},
		{"not quite in this one, by a nanosecond", two + `}`, "2026-06-12T02:15Z", 45*time.Minute + 1, "2026-06-13T02:00:00Z/2026-06-13T03:00:00Z"},
		{"in windows that overlap", two + `}`, "2026-06-12T00:00Z", 4*time.Hour + 30*time.Minute, "2026-06-14T02:00:00Z/2026-06-14T06:30:00Z"},
		{"in no window", two + `}`, "2026-06-12T00:00Z", 4*time.Hour + 30*time.Minute + time.Second, ""},
		{"behind a blackout", two + `,"notAllowedTime":[{"start":"02:30","end":"02:45"}]}`, "2026-06-12T00:00Z", time.Hour, "2026-06-14T02:45:00Z/2026-06-14T06:30:00Z"},
		{"a need of nothing", two + `}`, "2026-06-12T02:59:59Z", 0, "2026-06-12T02:59:59Z/2026-06-12T03:00:00Z"},
		{"a need of less than nothing", two + `}`, "2026-06-12T03:00Z", -time.Hour, "2026-06-13T02:00:00Z/2026-06-13T03:00:00Z"},
		{"of periods that are long enough", two + `,"minDuration":"61m"}`, "2026-06-12T00:00Z", time.Minute, "2026-06-14T02:00:00Z/2026-06-14T06:30:00Z"},

		{"before the cutoff", weekend, "2026-06-20T20:59:59Z", time.Hour, "2026-06-20T20:59:59Z/2026-06-21T00:00:00Z"},
		{"at the cutoff", weekend, "2026-06-20T21:00:00Z", time.Hour, ""},
		{"what is open for longer may start in another window's cutoff", weekend, "2026-06-13T22:00Z", 8 * time.Hour, "2026-06-13T22:00:00Z/2026-06-14T06:00:00Z"},
		{"before the cutoff of the second", weekend, "2026-06-14T04:59:59Z", 0, "2026-06-14T04:59:59Z/2026-06-14T06:00:00Z"},
		{"at the cutoff of the second", weekend, "2026-06-14T05:00Z", 0, "2026-06-20T00:00:00Z/2026-06-21T00:00:00Z"},
		{"a window inside that permits", `{"windows":[{"span":{"start":"2026-06-12T00:00:00Z","end":"2026-06-12T08:00:00Z"},"cutoff":"6h"},{"span":{"start":"2026-06-12T04:00:00Z","end":"2026-06-12T05:00:00Z"}}]}`,
			"2026-06-12T02:00Z", time.Hour, "2026-06-12T04:00:00Z/2026-06-12T08:00:00Z"},
		{"it permits while it is open itself", `{"windows":[{"span":{"start":"2026-06-12T00:00:00Z","end":"2026-06-12T08:00:00Z"},"cutoff":"6h"},{"span":{"start":"2026-06-12T04:00:00Z","end":"2026-06-12T05:00:00Z"}}]}`,
			"2026-06-12T05:00Z", time.Hour, ""},
		{"a blackout of the window that would permit", `{"windows":[{"span":{"start":"2026-06-12T00:00:00Z","end":"2026-06-12T08:00:00Z"},"cutoff":"6h"},{"span":{"start":"2026-06-12T04:00:00Z","end":"2026-06-12T05:00:00Z"},
			"notAllowedTime":[{"start":"04:00","end":"04:30"}]}]}`, "2026-06-12T02:00Z", time.Hour, "2026-06-12T04:30:00Z/2026-06-12T08:00:00Z"},
		{"a cutoff from where a blackout begins", `{"windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":4,"cutoff":"1h","endDate":"2026-06-12"}],"notAllowedTime":[{"start":"05:00","end":"07:00"}]}`,
			"2026-06-12T04:00Z", time.Minute, ""},
		{"a cutoff as long as the window", `{"windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":4,"cutoff":"4h","endDate":"2026-06-12"}]}`, "2026-06-12T00:00Z", time.Minute, ""},
		{"a cutoff a second shorter", `{"windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":4,"cutoff":"3h59m59s","endDate":"2026-06-12"}]}`, "2026-06-12T00:00Z", time.Minute,
			"2026-06-12T02:00:00Z/2026-06-12T06:00:00Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cal := compile(t, c.doc)
			if w, ok := cal.NextFit(instant(t, c.at), c.need); ok != (c.want != "") || w.String() != c.want {
				t.Errorf("got %v, %v, want %s", w, ok, c.want)
			}
		})
	}
}

// S1: the answer is never before the question. Half a second into a window that has just room for the need, it no longer has.
func TestS01NextFitIsNeverBefore(t *testing.T) {
	cal := compile(t, nightly)
	for _, c := range []struct {
		at   string
		plus time.Duration
		need time.Duration
		want string
	}{
		{"2026-06-12T02:00Z", 0, time.Hour, "2026-06-12T02:00:00Z/2026-06-12T03:00:00Z"},
		{"2026-06-12T02:00Z", 1, time.Hour, "2026-06-13T02:00:00Z/2026-06-13T03:00:00Z"},
		{"2026-06-12T02:00Z", -1, time.Hour, "2026-06-12T02:00:00Z/2026-06-12T03:00:00Z"},
		{"2026-06-12T02:00Z", time.Second / 2, 0, "2026-06-12T02:00:01Z/2026-06-12T03:00:00Z"},
		{"2026-06-12T02:59:59Z", time.Second / 2, 0, "2026-06-13T02:00:00Z/2026-06-13T03:00:00Z"},
		{"1969-06-12T02:30Z", time.Second / 2, 0, "1969-06-12T02:30:01Z/1969-06-12T03:00:00Z"}, // before 1970 as well
	} {
		at := instant(t, c.at).Add(c.plus)
		w, ok := cal.NextFit(at, c.need)
		if start, _ := w.Start(); !ok || w.String() != c.want || start.Before(at) {
			t.Errorf("at %v: %v, %v, want %s", at, w, ok, c.want)
		}
	}
}

func TestS18NextFitWithinTheHorizon(t *testing.T) {
	now := instant(t, "2026-06-12T00:00Z") // the horizon is 2126-06-13T00:00Z
	for _, c := range []struct {
		name, window string
		need         time.Duration
		want         string
	}{
		{"begins within it and ends beyond", `{"span":{"start":"2126-06-12T23:00:00Z","end":"2126-06-13T04:00:00Z"}}`, 5 * time.Hour, "2126-06-12T23:00:00Z/.."},
		{"is too short beyond it", `{"span":{"start":"2126-06-12T23:00:00Z","end":"2126-06-13T04:00:00Z"}}`, 5*time.Hour + 1, ""},
		{"has its cutoff beyond it", `{"span":{"start":"2126-06-12T23:00:00Z","end":"2126-06-13T04:00:00Z"},"cutoff":"4h59m59s"}`, time.Second, "2126-06-12T23:00:00Z/.."},
		{"has its cutoff within it", `{"span":{"start":"2126-06-12T23:00:00Z","end":"2126-06-13T04:00:00Z"},"cutoff":"5h"}`, time.Second, ""},
		{"has its cutoff within it, beside a window that has none", `{"span":{"start":"2126-06-12T23:00:00Z","end":"2126-06-13T04:00:00Z"},"cutoff":"5h"},{"span":{"start":"2006-01-01T00:00:00Z","end":"2006-01-02T00:00:00Z"}}`, time.Second, ""},
		{"has a window that permits beyond it", `{"span":{"start":"2126-06-12T23:00:00Z","end":"2126-06-13T04:00:00Z"},"cutoff":"5h"},{"span":{"start":"2126-06-13T00:00:01Z","end":"2126-06-13T04:00:00Z"}}`, time.Second, ""},
		{"has a window that permits at the end of it", `{"span":{"start":"2126-06-12T23:00:00Z","end":"2126-06-13T04:00:00Z"},"cutoff":"5h"},{"span":{"start":"2126-06-13T00:00:00Z","end":"2126-06-13T04:00:00Z"}}`, time.Second, "2126-06-13T00:00:00Z/.."},
		{"begins beyond it", `{"span":{"start":"2126-06-14T00:00:00Z","end":"2126-06-15T00:00:00Z"}}`, time.Second, ""},
		{"has no end within it and is shorter than the need", `{"span":{"start":"2026-06-01T00:00:00Z","end":"2200-01-01T00:00:00Z"}}`, 250 * 365 * 24 * time.Hour, "2026-06-12T00:00:00Z/.."},
		{"ends with it", `{"span":{"start":"2126-06-12T23:00:00Z","end":"2126-06-13T00:00:00Z"}}`, time.Hour, "2126-06-12T23:00:00Z/2126-06-13T00:00:00Z"},
		{"ends a second later", `{"span":{"start":"2126-06-12T23:00:00Z","end":"2126-06-13T00:00:01Z"}}`, time.Hour, "2126-06-12T23:00:00Z/.."},
		{"begins with its last second", `{"span":{"start":"2126-06-13T00:00:00Z","end":"2126-06-14T00:00:00Z"}}`, time.Hour, "2126-06-13T00:00:00Z/.."},
		{"begins with its last second, and has a cutoff", `{"span":{"start":"2126-06-13T00:00:00Z","end":"2126-06-14T00:00:00Z"},"cutoff":"1h"}`, time.Hour, "2126-06-13T00:00:00Z/.."},
		{"begins a second later", `{"span":{"start":"2126-06-13T00:00:01Z","end":"2126-06-14T00:00:00Z"},"cutoff":"1h"}`, time.Hour, ""},
		{"is one day after the other, for ever", `{"schedule":{"daily":{}},"startTime":"12:00","durationHours":24}`, time.Hour, "2026-06-12T00:00:00Z/.."},
		{"is one day after the other, and has a cutoff", `{"schedule":{"daily":{}},"startTime":"12:00","durationHours":24,"cutoff":"1h"}`, 30 * time.Hour, "2026-06-12T00:00:00Z/.."},
		{"is that of always", `{"always":true}`, 200 * 365 * 24 * time.Hour, "2026-06-12T00:00:00Z/.."},
	} {
		w, ok := compile(t, `{"windows":[`+c.window+`]}`).NextFit(now, c.need)
		if w.String() != c.want || ok != (c.want != "") {
			t.Errorf("%s: %v, %v, want %s", c.name, w, ok, c.want)
		}
	}
	for _, at := range []time.Time{{}, time.Unix(1<<60, 0), time.Unix(-1<<60, 0), time.Unix(1<<62, 1), time.Unix(-1<<62, 1)} {
		if w, ok := compile(t, nightly).NextFit(at, 2*time.Hour); ok {
			t.Errorf("at %v: %v", at, w)
		}
		compile(t, `{"windows":[{"always":true,"cutoff":"1h"}]}`).NextFit(at, time.Hour)
	}
}

func TestRemaining(t *testing.T) {
	cal := compile(t, `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4,"cutoff":"3h"}],"notAllowedDates":[{"start":"2026-06-13","end":"2026-06-14"}]}`)
	for _, c := range []struct {
		at   string
		left time.Duration
		ok   bool
	}{
		{"2026-06-11T21:59:59Z", 0, false}, {"2026-06-11T22:00Z", 4 * time.Hour, true}, {"2026-06-12T01:59:59Z", time.Second, true}, {"2026-06-12T02:00Z", 0, false},
		{"2026-06-12T22:30Z", 90 * time.Minute, true}, {"2026-06-13T00:00Z", 0, false},
	} {
		for _, fraction := range []time.Duration{0, 999_999_999} { // which is dropped
			if left, ok := cal.At(instant(t, c.at).Add(fraction)).Remaining(); left != c.left || ok != c.ok {
				t.Errorf("at %s: %v, %v, want %v, %v", c.at, left, ok, c.left, c.ok)
			}
		}
	}
	if left, ok := compile(t, `{"windows":[{"always":true}]}`).At(instant(t, "2026-06-12T00:00Z")).Remaining(); ok || left != 0 {
		t.Errorf("of always %v is left", left)
	}
	if left, ok := (calendar.Status{}).Remaining(); ok || left != 0 {
		t.Errorf("of the zero Status %v is left", left)
	}
}

// A model is a policy and what it means, second by second in [0, modelled): whether each window holds it, and so on.
type model struct {
	policy   calendar.Policy
	holds    [][]bool // by window, before its blackouts
	after    [][]bool // after its own blackouts
	blacked  []bool   // by the policy
	cutoffs  []int
	shortest int
}

const modelled = 120

// drawModel draws a policy of spans with whole seconds of one minute or two, which touch and overlap.
func drawModel(t *rapid.T) model {
	drawSpan := func(what string) (start, end int) {
		start = rapid.IntRange(1, modelled-22).Draw(t, what)
		return start, start + rapid.IntRange(1, 20).Draw(t, "seconds")
	}
	text := func(sec int) string { return time.Unix(int64(sec), 0).UTC().Format(time.RFC3339) }
	seconds := func(n int) string { return (time.Duration(n) * time.Second).String() }
	drawBlackouts := func(most int, in []bool) (list []calendar.TimeSpan) {
		for range rapid.IntRange(0, most).Draw(t, "blackouts") {
			start, end := drawSpan("blackout")
			fill(in, start, end)
			list = append(list, calendar.TimeSpan{Start: text(start), End: text(end)})
		}
		return list
	}
	m := model{policy: calendar.Policy{Windows: []calendar.WindowSpec{}}, blacked: make([]bool, modelled), shortest: rapid.SampledFrom([]int{0, 0, 1, 5, 12}).Draw(t, "minDuration")}
	if m.shortest > 0 {
		m.policy.MinDuration = seconds(m.shortest)
	}
	for range rapid.IntRange(0, 6).Draw(t, "windows") {
		start, end := drawSpan("window")
		holds, blacked := make([]bool, modelled), make([]bool, modelled)
		fill(holds, start, end)
		w := calendar.WindowSpec{Span: &calendar.InstantSpan{Start: text(start), End: text(end)}, NotAllowedTime: drawBlackouts(1, blacked)}
		cutoff := rapid.SampledFrom([]int{0, 0, 1, 4, 10}).Draw(t, "cutoff")
		if cutoff > 0 {
			w.Cutoff = seconds(cutoff)
		}
		after := slices.Clone(holds)
		for i := range after {
			after[i] = after[i] && !blacked[i]
		}
		m.policy.Windows, m.cutoffs = append(m.policy.Windows, w), append(m.cutoffs, cutoff)
		m.holds, m.after = append(m.holds, holds), append(m.after, after)
	}
	m.policy.NotAllowedTime = drawBlackouts(2, m.blacked)
	return m
}

func fill(in []bool, start, end int) {
	for i := start; i < end; i++ {
		in[i] = true
	}
}

// open returns what is open before minDuration, and after it.
func (m model) open() (whole, open []bool) {
	whole, open = make([]bool, modelled), make([]bool, modelled)
	for i := range whole {
		for w := range m.after {
			whole[i] = whole[i] || m.after[w][i] && !m.blacked[i]
		}
	}
	for i := range whole {
		if end := endOfRun(whole, i); end-i >= max(1, m.shortest) && (i == 0 || !whole[i-1]) {
			fill(open, i, end)
		}
	}
	return whole, open
}

// endOfRun returns where the run of true from i on ends.
func endOfRun(in []bool, i int) int {
	for i < len(in) && in[i] {
		i++
	}
	return i
}

func (m model) reason(whole, open []bool, i int) calendar.Reason {
	if open[i] {
		return ""
	}
	for w := range m.holds {
		if m.holds[w][i] && (m.blacked[i] || !m.after[w][i]) {
			return calendar.Blackout
		}
	}
	if whole[i] {
		return calendar.TooShort
	}
	return "other"
}

// nextFit tries every second.
func (m model) nextFit(open []bool, i, need int) (start, end int) {
	for ; i < modelled; i++ {
		end := endOfRun(open, i)
		for w := range m.after {
			if m.after[w][i] && end-i >= max(1, need) && end-i > m.cutoffs[w] {
				return i, end
			}
		}
	}
	return 0, 0
}

func TestModelOfSeconds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		whole, open := m.open()
		cal := calendar.MustCompile(m.policy)
		doc, _ := json.Marshal(m.policy)
		for i := range modelled {
			at := time.Unix(int64(i), 0)
			if got := cal.IsOpen(at); got != open[i] {
				t.Fatalf("%s: at %d open is %v, want %v", doc, i, got, open[i])
			}
			s := cal.At(at)
			reason := s.Reason
			if reason == calendar.BeforeStart || reason == calendar.AfterEnd || reason == calendar.BetweenWindows || reason == calendar.NoWindows {
				reason = "other"
			}
			if want := m.reason(whole, open, i); s.Open != open[i] || reason != want {
				t.Fatalf("%s: at %d %v %q, want %v %q", doc, i, s.Open, s.Reason, open[i], want)
			}
			left, ok := s.Remaining()
			if want := time.Duration(endOfRun(open, i)-i) * time.Second; ok != open[i] || left != want {
				t.Fatalf("%s: at %d %v is left, want %v", doc, i, left, want)
			}
			need := rapid.SampledFrom([]int{-1, 0, 1, 2, 5, 10, 20, 40}).Draw(t, "need")
			start, end := m.nextFit(open, i, need)
			got, ok := cal.NextFit(at, time.Duration(need)*time.Second)
			if want := window.OfSeconds(int64(start), int64(end)); got != want || ok != (start < end) {
				t.Fatalf("%s: from %d for %d: %v, %v, want %v", doc, i, need, got, ok, want)
			}
		}
	})
}

// withKeys gives the windows of a policy cutoffs, and the policy a minDuration, near the lengths that there are around an instant.
func withKeys(t *rapid.T, c gen.Case) calendar.Policy {
	p := c.Policy
	lengths := []time.Duration{time.Second, time.Hour, 24 * time.Hour}
	for w := range calendar.MustCompile(p).Windows(c.At.AddDate(0, 0, -3), c.At.AddDate(0, 0, 3)) {
		lengths = append(lengths, min(w.Duration(), window.MaxDuration), min(w.Duration()+time.Second, window.MaxDuration), max(w.Duration()/2, time.Minute).Truncate(time.Second))
	}
	p.Windows = slices.Clone(p.Windows)
	if slices.ContainsFunc(p.Windows, func(w calendar.WindowSpec) bool { return w.Schedule != nil && w.Schedule.Cron != nil }) {
		// A search that passes over windows of every minute, all too short, takes that many steps in a century.
		lengths = slices.DeleteFunc(lengths, func(d time.Duration) bool { return d < time.Hour })
	}
	for i := range p.Windows {
		if rapid.Bool().Draw(t, "has a cutoff") {
			p.Windows[i].Cutoff = rapid.SampledFrom(lengths).Draw(t, "cutoff").String()
		}
	}
	if rapid.Bool().Draw(t, "has a minDuration") {
		p.MinDuration = rapid.SampledFrom(lengths).Draw(t, "minDuration").String()
	}
	return p
}

// without returns a policy that is the same but for the new keys, or one of its windows alone, without the blackouts of the policy.
func without(p calendar.Policy, only int) calendar.Policy {
	p.MinDuration = ""
	p.Windows = slices.Clone(p.Windows)
	for i := range p.Windows {
		p.Windows[i].Cutoff = ""
	}
	if only >= 0 {
		p.Windows = p.Windows[only : only+1]
		p.NotAllowedDates, p.NotAllowedTime = nil, nil
	}
	return p
}

// Policies of all kinds, from the generators: minDuration is a filter of the open periods, cutoffs do not change them, and NextFit is
// what a walk over the periods and over the starts of the windows in them finds.
func TestModelOfPeriods(t *testing.T) {
	cases := gen.Cases()
	rapid.Check(t, func(t *rapid.T) {
		c := cases.Draw(t, "case")
		p := withKeys(t, c)
		cal := calendar.MustCompile(p)
		plain := calendar.MustCompile(without(p, -1))
		shortest, _ := time.ParseDuration(p.MinDuration)

		// The periods around the instant, with their true edges.
		const reach = 20 * 24 * time.Hour
		from, to := c.At.Add(-reach), c.At.Add(reach)
		var long []window.Window
		for w := range plain.Windows(from, to) {
			start, _ := w.Start()
			_, whole, _ := plain.Timeline().Around(start)
			if whole.Duration() >= shortest {
				long = append(long, w)
			}
		}
		if got := slices.Collect(cal.Windows(from, to)); !slices.Equal(got, long) {
			t.Fatalf("%s: open\n%v, want\n%v", c, got, long)
		}

		at := gen.Probes(cal, c.At).Draw(t, "at")
		need := rapid.SampledFrom([]time.Duration{1, time.Second, time.Minute, 59 * time.Minute, time.Hour, 4 * time.Hour, 24 * time.Hour, 100 * time.Hour}).Draw(t, "need")
		want, found := walkToFit(p, cal, at, to.Add(reach), need)
		got, ok := cal.NextFit(at, need)
		if found && got != want {
			t.Fatalf("%v: from %v for %v: %v, %v, want %v", p, at, need, got, ok, want)
		}
		if start, _ := got.Start(); !found && ok && start.Before(to.Add(reach)) {
			t.Fatalf("%v: from %v for %v: %v, want none before %v", p, at, need, got, to.Add(reach))
		}
	})
}

// walkToFit is NextFit, by the open periods and the windows one by one.
func walkToFit(p calendar.Policy, cal *calendar.Calendar, at, to time.Time, need time.Duration) (window.Window, bool) {
	var each []*calendar.Calendar
	for i := range p.Windows {
		each = append(each, calendar.MustCompile(without(p, i)))
	}
	for w := range cal.Windows(at.Add(time.Second-1).Truncate(time.Second), to) {
		start, _ := w.Start()
		_, whole, _ := cal.Timeline().Around(start)
		last, _ := w.End()               // within the range; whole may go on
		candidates := []time.Time{start} // an instant that is permitted is the first of its period, or else the first of a window in it
		for i := range each {
			for own := range each[i].Windows(start, last) {
				first, _ := own.Start()
				candidates = append(candidates, first)
			}
		}
		slices.SortFunc(candidates, time.Time.Compare)
		end, ends := whole.End()
		for _, x := range candidates {
			for i := range each {
				cutoff, _ := time.ParseDuration(p.Windows[i].Cutoff)
				if each[i].IsOpen(x) && (!ends || end.Sub(x) >= need && end.Sub(x) > cutoff) {
					_, stop := whole.Seconds()
					return window.OfSeconds(x.Unix(), stop), true
				}
			}
		}
	}
	return window.Window{}, false
}

// S19, with cutoffs and minDuration.
func TestS19NextFitNoAllocs(t *testing.T) {
	for name, doc := range map[string]string{
		"nightly":     nightly,
		"real":        realPolicy,
		"minDuration": `{"minDuration":"15m",` + realPolicy[1:],
		"cutoff":      weekend,
		"both":        `{"minDuration":"15m","windows":[{"schedule":{"cron":"*/15 2-5 * * 1-5"},"duration":"10m","cutoff":"2m"},{"schedule":{"daily":{}},"startTime":"02:00","endTime":"04:00"}]}`,
	} {
		cal := compile(t, doc)
		at := instant(t, "2026-03-07T07:30Z")
		allocs := testing.AllocsPerRun(50, func() {
			at = at.Add(777 * time.Second)
			cal.IsOpen(at)
			cal.At(at)
			cal.Next(at)
			cal.Prev(at)
			cal.NextFit(at, 90*time.Minute)
			cal.NextFit(at, time.Minute)
		})
		if allocs != 0 {
			t.Errorf("%s: %v allocations", name, allocs)
		}
	}
}

func ExampleCalendar_NextFit() {
	cal := calendarOf(`{
		"timeZone": "America/New_York",
		"windows": [{"schedule": {"daily": {}}, "startTime": "02:00", "durationHours": 2},
			{"schedule": {"weekly": {"dayOfWeek": "Sunday"}}, "startTime": "02:00", "durationHours": 6, "cutoff": "1h"}]
	}`)
	now := time.Date(2026, 6, 12, 6, 30, 0, 0, time.UTC) // a Friday, 02:30 in New York
	for _, need := range []time.Duration{90 * time.Minute, 2 * time.Hour, 3 * time.Hour, 7 * time.Hour} {
		w, ok := cal.NextFit(now, need)
		start, _ := w.Start()
		fmt.Println(need, w, ok, start.Equal(now))
	}
	// Output:
	// 1h30m0s 2026-06-12T06:30:00Z/2026-06-12T08:00:00Z true true
	// 2h0m0s 2026-06-13T06:00:00Z/2026-06-13T08:00:00Z true false
	// 3h0m0s 2026-06-14T06:00:00Z/2026-06-14T12:00:00Z true false
	// 7h0m0s  false false
}

func ExampleStatus_Remaining() {
	s := calendarOf(fridays).At(time.Date(2026, 1, 10, 5, 30, 0, 0, time.UTC))
	fmt.Println(s.Remaining())
	// Output: 1h30m0s true
}
