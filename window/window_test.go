package window_test

import (
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// wantProblems checks that err holds exactly these problems, in order, each given as its code, a space and its path.
func wantProblems(t *testing.T, err error, want ...string) {
	t.Helper()
	var list []string
	var all tz.Errors
	var one *tz.Error
	switch {
	case errors.As(err, &all):
		for _, e := range all {
			list = append(list, string(e.Code)+" "+e.Path)
		}
	case errors.As(err, &one):
		list = append(list, string(one.Code)+" "+one.Path)
	case err != nil:
		list = append(list, "an error of another type")
	}
	if !slices.Equal(list, want) {
		t.Errorf("problems %q, want %q (%v)", list, want, err)
	}
}

func parse(text string) time.Time {
	at, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		panic(err)
	}
	return at
}

func TestS01OfDropsFractions(t *testing.T) {
	for _, c := range []struct{ start, end, want string }{
		{"2026-01-10T03:00:00Z", "2026-01-10T07:00:00Z", "2026-01-10T03:00:00Z/2026-01-10T07:00:00Z"},
		{"2026-01-10T03:00:00.999999999Z", "2026-01-10T07:00:00.1Z", "2026-01-10T03:00:00Z/2026-01-10T07:00:00Z"},
		{"1969-12-31T23:59:58.5Z", "1969-12-31T23:59:59.5Z", "1969-12-31T23:59:58Z/1969-12-31T23:59:59Z"}, // towards the past, not towards 1970
		{"2026-01-10T03:00:00+02:00", "2026-01-10T03:00:00+01:00", "2026-01-10T01:00:00Z/2026-01-10T02:00:00Z"},
	} {
		w, err := window.Of(parse(c.start), parse(c.end))
		if err != nil || w.String() != c.want || w != window.MustParse(c.want) {
			t.Errorf("from %s to %s: %v %v, want %s", c.start, c.end, w, err, c.want)
		}
		start, ok1 := w.Start()
		end, ok2 := w.End()
		if !ok1 || !ok2 || start.Location() != time.UTC || end.Location() != time.UTC || start.Nanosecond()+end.Nanosecond() != 0 ||
			start.Unix() != parse(c.start).Unix() || end.Unix() != parse(c.end).Unix() {
			t.Errorf("from %s to %s: the edges are %v and %v", c.start, c.end, start, end)
		}
	}
}

func TestOfRefuses(t *testing.T) {
	at := parse("2026-01-10T03:00:00.9Z")
	for want, end := range map[string]time.Time{
		"Inverted ": at.Add(-time.Second), "Empty ": at.Add(-time.Second / 2), // within one second nothing is left
	} {
		w, err := window.Of(at, end)
		wantProblems(t, err, want)
		if !w.IsZero() {
			t.Errorf("a window %v beside the error", w)
		}
	}
	_, err := window.Of(at, at)
	wantProblems(t, err, "Empty ")
}

func TestOfSeconds(t *testing.T) {
	for _, c := range []struct {
		start, end int64
		text       string
	}{
		{0, 3600, "1970-01-01T00:00:00Z/1970-01-01T01:00:00Z"},
		{-1, 0, "1969-12-31T23:59:59Z/1970-01-01T00:00:00Z"},
		{tz.Past, 0, "../1970-01-01T00:00:00Z"},
		{0, tz.Future, "1970-01-01T00:00:00Z/.."},
		{tz.Past, tz.Future, "../.."},
		{5, 5, ""}, {6, 5, ""}, {tz.Future, tz.Past, ""}, {tz.Past, tz.Past, ""},
	} {
		w := window.OfSeconds(c.start, c.end)
		if w.String() != c.text || w.IsZero() != (c.text == "") {
			t.Errorf("from %d to %d: %q, want %q", c.start, c.end, w, c.text)
		}
		start, end := w.Seconds()
		if c.text != "" && (start != c.start || end != c.end) {
			t.Errorf("from %d to %d: the edges are %d and %d", c.start, c.end, start, end)
		}
		_, hasStart := w.Start()
		_, hasEnd := w.End()
		if hasStart != (c.text != "" && c.start != tz.Past) || hasEnd != (c.text != "" && c.end != tz.Future) {
			t.Errorf("%q has a start: %v, an end: %v", w, hasStart, hasEnd)
		}
	}
}

// What a window lacks is the zero Time, so that nobody takes it for an instant.
func TestWindowWithoutEdges(t *testing.T) {
	for _, w := range []window.Window{window.OfSeconds(tz.Past, tz.Future), {}} {
		if start, ok := w.Start(); ok || !start.IsZero() {
			t.Errorf("%q has the start %v", w, start)
		}
		if end, ok := w.End(); ok || !end.IsZero() {
			t.Errorf("%q has the end %v", w, end)
		}
	}
}

func TestWindowTextRoundTrip(t *testing.T) {
	for _, text := range []string{
		"", "../..", "../2026-01-10T07:00:00Z", "2026-01-10T03:00:00Z/..", "2026-01-10T03:00:00Z/2026-01-10T07:00:00Z",
		"0001-01-01T00:00:00Z/9999-12-31T23:59:59Z", "1969-12-31T23:59:59Z/1970-01-01T00:00:00Z",
	} {
		w := window.OfSeconds(1, 2)
		if err := w.UnmarshalText([]byte(text)); err != nil || w.String() != text {
			t.Errorf("%q reads as %v, %v", text, w, err)
		}
		if got, err := w.MarshalText(); err != nil || string(got) != text {
			t.Errorf("%q is written as %q, %v", text, got, err)
		}
	}
	// Other offsets and fractions of nothing are read, and written in UTC.
	if w := window.MustParse("2026-01-10T03:00:00.000+02:00/2026-01-10T03:00:00-01:30"); w.String() != "2026-01-10T01:00:00Z/2026-01-10T04:30:00Z" {
		t.Errorf("offsets: %v", w)
	}
}

// Edges outside the calendar, such as the end of its last day, as a blackout has it, are written, and never read as others.
func TestWindowTextBeyondTheCalendar(t *testing.T) {
	for _, w := range []window.Window{
		window.OfSeconds(parse("9999-12-31T00:00:00Z").Unix(), (tz.MaxDay+1)*tz.SecondsPerDay),
		window.OfSeconds((tz.MinDay-1)*tz.SecondsPerDay, 0),
	} {
		text, err := w.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var back window.Window
		if err := back.UnmarshalText(text); err == nil && back != w {
			t.Errorf("%s reads back as %v, %v", text, back, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct {
		text   string
		code   tz.Code
		offset int
	}{
		{"2026-01-10T03:00:00Z", tz.Invalid, 0},
		{"2026-01-10T03:00:00Z 2026-01-10T07:00:00Z", tz.Invalid, 0},
		{"/", tz.Invalid, 0},
		{"2026-01-10T03:00:00Z/", tz.Invalid, 21},
		{"2026-01-10T03:00:00Z/...", tz.Invalid, 21},
		{"2026-01-10T03:00:00Z/2026-01-10T07:00:00Z/..", tz.Invalid, 40}, // where its offset should be
		{"2026-02-30T03:00:00Z/..", tz.OutOfRange, 0},
		{"../2026-02-28T03:00:00+24:00", tz.OutOfRange, 22},
		{"2026-01-10T03:00:00.5Z/..", tz.OutOfRange, 19},
	} {
		w, err := window.Parse(c.text)
		var problem *tz.Error
		if !errors.As(err, &problem) || problem.Code != c.code || problem.Offset != c.offset || problem.Input != c.text || !w.IsZero() {
			t.Errorf("%q: %v %+v, want %s at %d", c.text, w, problem, c.code, c.offset)
		}
		kept := window.OfSeconds(1, 2)
		if err := kept.UnmarshalText([]byte(c.text)); err == nil || kept != window.OfSeconds(1, 2) {
			t.Errorf("%q: an error leaves the value as it was: %v", c.text, kept)
		}
	}
}

// The same problem has the same code, whether a window is read or made.
func TestParseAndOfAgree(t *testing.T) {
	for _, text := range [][2]string{
		{"2026-01-10T03:00:00Z", "2026-01-10T02:59:59Z"}, {"2026-01-10T03:00:00Z", "2026-01-10T03:00:00Z"},
	} {
		_, err1 := window.Of(parse(text[0]), parse(text[1]))
		_, err2 := window.Parse(text[0] + "/" + text[1])
		if a, b := err1.(*tz.Error).Code, err2.(*tz.Error).Code; a != b {
			t.Errorf("from %s to %s: %s of Of, %s of Parse", text[0], text[1], a, b)
		}
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic for a text that is wrong")
		}
	}()
	window.MustParse("always")
}

func TestWindowDuration(t *testing.T) {
	const longest = 9223372036 * time.Second // the whole seconds of the longest time.Duration
	for _, c := range []struct {
		start, end int64
		want       time.Duration
	}{
		{0, 1, time.Second}, {-3600, 3600, 2 * time.Hour}, {7, 7, 0},
		{0, 9223372036, longest}, {0, 9223372037, longest}, {-1, 9223372035, longest},
		{tz.Past, 0, longest}, {0, tz.Future, longest}, {tz.Past, tz.Future, longest},
	} {
		if got := window.OfSeconds(c.start, c.end).Duration(); got != c.want {
			t.Errorf("from %d to %d: %v, want %v", c.start, c.end, got, c.want)
		}
	}
}

func TestS01ContainsIsHalfOpen(t *testing.T) {
	w := window.MustParse("1969-12-31T23:59:59Z/1970-01-01T00:00:01Z")
	for text, want := range map[string]bool{
		"1969-12-31T23:59:58.999999999Z": false,
		"1969-12-31T23:59:59Z":           true,
		"1969-12-31T23:59:59.999999999Z": true,
		"1970-01-01T00:00:00.999999999Z": true,
		"1970-01-01T00:00:01Z":           false,
		"1970-01-01T01:00:00+01:00":      true,
	} {
		if w.Contains(parse(text)) != want {
			t.Errorf("%s in %v: want %v", text, w, want)
		}
	}
	all := window.OfSeconds(tz.Past, tz.Future)
	for _, at := range []time.Time{{}, time.Unix(math.MinInt64, 0), time.Unix(math.MaxInt64, 0)} {
		if !all.Contains(at) || (window.Window{}).Contains(at) {
			t.Errorf("%v lies in the window without edges, and not in the zero one", at)
		}
	}
}

// All pairs of windows over a few points, with edges and without, by the definition: through an instant that lies in both.
func TestOverlapsAndClip(t *testing.T) {
	edges := []int64{tz.Past, -2, -1, 0, 1, 2, tz.Future}
	points := []int64{-3, -2, -1, 0, 1, 2, 3}
	windows := []window.Window{{}}
	for i, start := range edges {
		for _, end := range edges[i+1:] {
			windows = append(windows, window.OfSeconds(start, end))
		}
	}
	for _, a := range windows {
		for _, b := range windows {
			overlap := false
			clip := a.Clip(b)
			for _, p := range points {
				at := time.Unix(p, 0)
				both := a.Contains(at) && b.Contains(at)
				overlap = overlap || both
				if clip.Contains(at) != both {
					t.Errorf("%v clipped to %v is %v", a, b, clip)
				}
			}
			if a.Overlaps(b) != overlap || clip.IsZero() == overlap {
				t.Errorf("%v overlaps %v: %v, clipped %v", a, b, a.Overlaps(b), clip)
			}
		}
	}
}
