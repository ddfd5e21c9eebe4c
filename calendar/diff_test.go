package calendar_test

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/window"
)

// midnight is where the seconds of ofSeconds begin.
var midnight = time.Date(2026, 3, 8, 0, 0, 0, 0, time.UTC)

// span returns the window from one second after midnight to another.
func span(from, to int64) window.Window {
	return window.OfSeconds(midnight.Unix()+from, midnight.Unix()+to)
}

// ofSeconds returns a calendar that is open in the seconds whose bits are set.
func ofSeconds(t testing.TB, bits uint) *calendar.Calendar {
	t.Helper()
	p := calendar.Policy{Windows: []calendar.WindowSpec{}}
	for s := range int64(32) {
		if bits>>s&1 == 1 {
			start, end, _ := strings.Cut(span(s, s+1).String(), "/")
			p.Windows = append(p.Windows, calendar.WindowSpec{Span: &calendar.InstantSpan{Start: start, End: end}})
		}
	}
	cal, err := calendar.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	return cal
}

func TestDiffKinds(t *testing.T) {
	for _, c := range []struct {
		before, after string // a second a letter
		want          []string
	}{
		{"..##..##", "..##..##", nil},
		{"........", "........", nil},
		{"........", "..##..#.", []string{"Added [] [2-4]", "Added [] [6-7]"}},
		{"..##..#.", "........", []string{"Removed [2-4] []", "Removed [6-7] []"}},
		{"..##....", "..###...", []string{"Lengthened [2-4] [2-5]"}},
		{"..##....", ".####...", []string{"Lengthened [2-4] [1-5]"}},
		{".####...", "..##....", []string{"Shortened [1-5] [2-4]"}},
		{".####...", ".#......", []string{"Shortened [1-5] [1-2]"}},
		{"..###...", "...###..", []string{"Moved [2-5] [3-6]"}},
		{"..###...", ".##.....", []string{"Moved [2-5] [1-3]"}}, // also where the length changes
		{"..##....", "....##..", []string{"Removed [2-4] []", "Added [] [4-6]"}},
		{"....##..", "..##....", []string{"Added [] [2-4]", "Removed [4-6] []"}},
		{".######.", ".##.###.", []string{"Split [1-7] [1-3 4-7]"}},
		{".#.##.##", ".#######", []string{"Merged [1-2 3-5 6-8] [1-8]"}},
		{"##.##.##", ".##.##..", []string{"Moved [0-2] [1-3]", "Moved [3-5] [4-6]", "Removed [6-8] []"}}, // they overlap in pairs, and no further
		{"###.####", ".####.##", []string{"Rearranged [0-3 4-8] [1-5 6-8]"}},
		{"##..##.#", "##..#..#", []string{"Shortened [4-6] [4-5]"}}, // what is the same is not named
		{"#.#.....", "#.##...#", []string{"Lengthened [2-3] [2-4]", "Added [] [7-8]"}},
	} {
		bits := func(pattern string) (b uint) {
			for i, letter := range pattern {
				if letter == '#' {
					b |= 1 << i
				}
			}
			return b
		}
		var got []string
		for change := range calendar.Diff(ofSeconds(t, bits(c.before)), ofSeconds(t, bits(c.after)), midnight, midnight.Add(8*time.Second)) {
			got = append(got, fmt.Sprintf("%s %v %v", change.Kind, inSeconds(change.Before), inSeconds(change.After)))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s to %s:\n got %v\nwant %v", c.before, c.after, got, c.want)
		}
	}
}

// inSeconds returns the windows of a set as seconds after midnight.
func inSeconds(s window.Set) []string {
	var all []string
	for w := range s.All() {
		start, end := w.Seconds()
		all = append(all, fmt.Sprintf("%d-%d", start-midnight.Unix(), end-midnight.Unix()))
	}
	return all
}

// All edits of all patterns of seven seconds.
func TestDiffLaws(t *testing.T) {
	const n = 7
	var all [1 << n]*calendar.Calendar
	for bits := range all {
		all[bits] = ofSeconds(t, uint(bits))
	}
	for _, before := range all {
		for _, after := range all {
			checkDiff(t, before, after, midnight, midnight.Add(n*time.Second))
		}
	}
}

// Edits of policies with a wall clock, over ranges that cut periods.
func TestDiffLawsOfRecurrences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := drawCalendar(t, "before"), drawCalendar(t, "after")
		from := midnight.Add(time.Duration(rapid.IntRange(-3*86400, 86400).Draw(t, "from")) * time.Second)
		to := from.Add(time.Duration(rapid.IntRange(-10, 8*86400).Draw(t, "length")) * time.Second)
		checkDiff(t, before, after, from, to)
	})
}

// drawCalendar draws a calendar with minutes for edges that has something to do with the clock change in New York on 8 March 2026.
func drawCalendar(t *rapid.T, label string) *calendar.Calendar {
	p := calendar.Policy{TimeZone: "America/New_York", Windows: []calendar.WindowSpec{}}
	time := func(label string) string {
		return fmt.Sprintf("%02d:%02d", rapid.IntRange(0, 23).Draw(t, label), rapid.SampledFrom([]int{0, 30, 59}).Draw(t, label))
	}
	for range rapid.IntRange(0, 3).Draw(t, label) {
		w := calendar.WindowSpec{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: time("start")}
		if rapid.Bool().Draw(t, "one day a week") {
			w.Schedule = &calendar.Schedule{Weekly: &calendar.Weekly{DayOfWeek: rapid.SampledFrom([]string{"Saturday", "Sunday", "Monday"}).Draw(t, "day")}}
		}
		if rapid.Bool().Draw(t, "wall-clock end") {
			w.EndTime = time("end")
		} else {
			w.Duration = fmt.Sprintf("%dm", rapid.IntRange(1, 40*60).Draw(t, "minutes"))
		}
		p.Windows = append(p.Windows, w)
	}
	if start, end := time("blackout"), time("blackout's end"); start != end && rapid.Bool().Draw(t, "with a blackout") {
		p.NotAllowedTime = []calendar.TimeSpan{{Start: start, End: end}}
	}
	return calendar.MustCompile(p)
}

// mirrored are the kinds of a diff the other way round.
var mirrored = map[calendar.ChangeKind]calendar.ChangeKind{
	calendar.Added: calendar.Removed, calendar.Removed: calendar.Added,
	calendar.Lengthened: calendar.Shortened, calendar.Shortened: calendar.Lengthened,
	calendar.Split: calendar.Merged, calendar.Merged: calendar.Split,
	calendar.Moved: calendar.Moved, calendar.Rearranged: calendar.Rearranged,
}

// checkDiff checks the laws of one edit, and its changes against those of groups.
func checkDiff(t interface {
	Helper()
	Fatalf(string, ...any)
}, before, after *calendar.Calendar, from, to time.Time) {
	t.Helper()
	changes := slices.Collect(calendar.Diff(before, after, from, to))
	old, new := slices.Collect(before.Windows(from, to)), slices.Collect(after.Windows(from, to))
	fail := func(why string) {
		t.Helper()
		t.Fatalf("%s\nbefore  %v\nafter   %v\nchanges %v", why, old, new, changes)
	}

	set := window.SetOf(old...)
	for _, c := range changes {
		set = set.Subtract(c.Before).Union(c.After)
	}
	if !set.Equal(window.SetOf(new...)) {
		fail("the changes do not make the old the new")
	}
	if (len(changes) == 0) != slices.Equal(old, new) {
		fail("no changes, and not the same; or the other way round")
	}

	back := slices.Collect(calendar.Diff(after, before, from, to))
	if !slices.EqualFunc(changes, back, func(c, b calendar.Change) bool {
		return b.Kind == mirrored[c.Kind] && b.Before.Equal(c.After) && b.After.Equal(c.Before)
	}) {
		fail(fmt.Sprintf("back it is %v", back))
	}

	var want []string
	for _, g := range groups(old, new) {
		want = append(want, fmt.Sprintf("%s: %v to %v", g.kind(), g.old, g.new))
	}
	var got []string
	for _, c := range changes {
		got = append(got, fmt.Sprintf("%s: %v to %v", c.Kind, slices.Collect(c.Before.All()), slices.Collect(c.After.All())))
	}
	if !slices.Equal(got, want) {
		fail(fmt.Sprintf("want %v", want))
	}
}

// A group is periods that belong together.
type group struct{ old, new []window.Window }

// groups finds those that are not the same in both, in the slow way: each period is a group, and of any two groups that have
// periods which overlap one is made, until there are none.
func groups(old, new []window.Window) []group {
	var all []group
	for _, w := range old {
		all = append(all, group{old: []window.Window{w}})
	}
	for _, w := range new {
		all = append(all, group{new: []window.Window{w}})
	}
	overlap := func(a, b group) bool {
		for _, w := range slices.Concat(a.old, a.new) {
			if slices.ContainsFunc(slices.Concat(b.old, b.new), w.Overlaps) {
				return true
			}
		}
		return false
	}
	for again := true; again; {
		again = false
		for i := 0; i < len(all); i++ {
			for j := i + 1; j < len(all); j++ {
				if overlap(all[i], all[j]) {
					all[i] = group{slices.Concat(all[i].old, all[j].old), slices.Concat(all[i].new, all[j].new)}
					all = slices.Delete(all, j, j+1)
					again, j = true, j-1
				}
			}
		}
	}
	all = slices.DeleteFunc(all, func(g group) bool { return slices.Equal(g.old, g.new) })
	byStart := func(v, w window.Window) int {
		a, _ := v.Seconds()
		b, _ := w.Seconds()
		return cmp.Compare(a, b)
	}
	for _, g := range all {
		slices.SortFunc(g.old, byStart)
		slices.SortFunc(g.new, byStart)
	}
	slices.SortFunc(all, func(a, b group) int { return byStart(slices.Concat(a.old, a.new)[0], slices.Concat(b.old, b.new)[0]) })
	return all
}

// kind says of which kind a group is by what is in it.
func (g group) kind() calendar.ChangeKind {
	several := func(n int) int { return min(n, 2) }
	one := map[[2]int]calendar.ChangeKind{
		{0, 1}: calendar.Added, {1, 0}: calendar.Removed, {1, 2}: calendar.Split, {2, 1}: calendar.Merged, {2, 2}: calendar.Rearranged,
	}
	if kind, ok := one[[2]int{several(len(g.old)), several(len(g.new))}]; ok {
		return kind
	}
	was, is := window.SetOf(g.old...), window.SetOf(g.new...)
	switch {
	case was.Subtract(is).Len() == 0:
		return calendar.Lengthened
	case is.Subtract(was).Len() == 0:
		return calendar.Shortened
	}
	return calendar.Moved
}

// A diff of a hundred years may be left after the first change, and asked for again.
func TestDiffLeftEarly(t *testing.T) {
	before := compile(t, `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4}]}`)
	after := compile(t, `{"windows":[{"schedule":{"daily":{}},"startTime":"23:00","durationHours":4}]}`)
	diff := calendar.Diff(before, after, midnight, midnight.AddDate(100, 0, 0))
	for range 2 {
		for c := range diff {
			// At midnight both are open; what is before is cut off.
			if got, want := c.String(), "Lengthened: 2026-03-08T00:00:00Z/2026-03-08T02:00:00Z to 2026-03-08T00:00:00Z/2026-03-08T03:00:00Z"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			break
		}
	}
	// Nothing goes on behind a diff that was left, nor behind one that came to its end.
	for what, to := range map[string]time.Time{"left": midnight.AddDate(100, 0, 0), "ended": midnight.AddDate(0, 0, 3)} {
		running := runtime.NumGoroutine()
		for range 100 {
			for range calendar.Diff(before, after, midnight, to) {
				if what == "left" {
					break
				}
			}
		}
		if more := runtime.NumGoroutine() - running; more >= 50 {
			t.Errorf("%s: %d goroutines more", what, more)
		}
	}
}

func TestChangeString(t *testing.T) {
	day := window.SetOf(window.MustParse("2026-03-08T00:00:00Z/2026-03-09T00:00:00Z"))
	two := window.SetOf(window.MustParse("2026-03-08T00:00:00Z/2026-03-08T01:00:00Z"), window.MustParse("2026-03-08T02:00:00Z/2026-03-09T00:00:00Z"))
	for want, c := range map[string]calendar.Change{
		"Added: 2026-03-08T00:00:00Z/2026-03-09T00:00:00Z":   {Kind: calendar.Added, After: day},
		"Removed: 2026-03-08T00:00:00Z/2026-03-09T00:00:00Z": {Kind: calendar.Removed, Before: day},
		"Split: 2026-03-08T00:00:00Z/2026-03-09T00:00:00Z to 2026-03-08T00:00:00Z/2026-03-08T01:00:00Z 2026-03-08T02:00:00Z/2026-03-09T00:00:00Z": {Kind: calendar.Split, Before: day, After: two},
	} {
		if got := c.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func ExampleDiff() {
	before := calendarOf(fridays)
	after := calendarOf(`{
		"timeZone": "America/New_York",
		"windows": [{
			"schedule": {"weekly": {"intervalWeeks": 2, "dayOfWeek": "Friday"}},
			"startDate": "2026-01-09", "startTime": "22:00", "durationHours": 6
		}],
		"notAllowedDates": [{"start": "12-11", "end": "01-08"}]
	}`)
	for change := range calendar.Diff(before, after, time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC), time.Date(2027, 1, 20, 0, 0, 0, 0, time.UTC)) {
		fmt.Println(change)
	}
	// Output:
	// Lengthened: 2026-11-28T03:00:00Z/2026-11-28T07:00:00Z to 2026-11-28T03:00:00Z/2026-11-28T09:00:00Z
	// Removed: 2026-12-12T03:00:00Z/2026-12-12T07:00:00Z
	// Moved: 2027-01-09T03:00:00Z/2027-01-09T07:00:00Z to 2027-01-09T05:00:00Z/2027-01-09T09:00:00Z
}
