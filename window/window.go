// Package window answers: how long is it open?
//
// A [Window] is a half-open span of instants. A [Set] is finitely many of them, merged; a [Timeline] is an endless one that
// is computed as it is asked. Both have the same algebra: union, intersection, subtraction, complement. A [Spec] makes a
// timeline of a schedule and a length.
//
// Everything is half-open: a window holds its start and not its end, so that two windows of which one ends where the
// other starts are one. Edges are whole seconds; a fraction of a second in a question is dropped.
//
//	a      ┣━━━━━━━┫       ┣━━━┫
//	b          ┣━━━━━━━┫   ┣━━━━━┫
//	a∪b    ┣━━━━━━━━━━━┫   ┣━━━━━┫
//	a∩b        ┣━━━┫       ┣━━━┫
//	a−b    ┣━━━┫
//	¬a  ━━━┫       ┣━━━━━━━┫   ┣━━━
//
// # How a timeline is searched
//
// A timeline is an expression over sources ([Source]): recurrences, sets, blackouts. A source says of an instant whether it is open,
// and of the time around it what it knows: the span in which that holds, and the spans on both sides. A search goes from span to
// span. Unions and differences hand it from one part to the other, so that each jumps as far as it can tell and none is stepped
// through; and a question remembers what sources have said, for it comes back to most of them while they are where they were.
//
// A question takes time in proportion to the number of sources, and where it searches in vain, a step for each span of each source
// up to [Horizon]: in a nested expression that may be for each span of the parts around it.
//
// All values are immutable and safe for concurrent use.
package window

import (
	"strings"
	"time"

	"github.com/casement-go/casement/tz"
)

// A Window is a half-open span of instants, [start, end), in whole seconds. It may lack a start, an end or both, where it
// is open for longer than was looked or for ever.
//
// The zero Window is no window: it holds nothing, prints as the empty text and reports IsZero. Values compare with ==.
type Window struct {
	start, end int64 // Unix seconds; tz.Past and tz.Future where there is none
}

// Of returns the window from start to end. Fractions of a second are dropped. The error is an *[tz.Error], where end does not
// come after start.
func Of(start, end time.Time) (Window, error) {
	w := Window{tz.Seconds(start), tz.Seconds(end)}
	input := start.UTC().Format(time.RFC3339) + "/" + end.UTC().Format(time.RFC3339)
	switch {
	case w.start > w.end:
		return Window{}, &tz.Error{Code: tz.Inverted, Input: input, Detail: "the end lies before the start"}
	case w.start == w.end:
		return Window{}, &tz.Error{Code: tz.Empty, Input: input, Detail: "the end is the start, so that the window holds nothing"}
	}
	return w, nil
}

// OfSeconds returns the window from start to end in Unix seconds, [tz.Past] and [tz.Future] included: the zero Window
// where end does not come after start.
func OfSeconds(start, end int64) Window {
	if end <= start {
		return Window{}
	}
	return Window{start, end}
}

// Start returns the first instant, in UTC, and whether the window has one.
func (w Window) Start() (time.Time, bool) { return w.edge(w.start) }

// End returns the first instant after the window, in UTC, and whether the window has an end.
func (w Window) End() (time.Time, bool) { return w.edge(w.end) }

// Seconds returns start and end in Unix seconds, tz.Past and tz.Future where there is none.
func (w Window) Seconds() (start, end int64) { return w.start, w.end }

// edge returns the UTC time of sec, and whether that is an edge.
func (w Window) edge(sec int64) (time.Time, bool) {
	if sec <= tz.Past || sec >= tz.Future || w.IsZero() {
		return time.Time{}, false
	}
	return time.Unix(sec, 0).UTC(), true
}

// Duration returns how long the window is, at most the longest time.Duration (292 years).
func (w Window) Duration() time.Duration {
	const longest = int64(1<<63-1) / int64(time.Second)
	return time.Duration(min(w.end-w.start, longest)) * time.Second
}

// Contains reports whether t lies in the window.
func (w Window) Contains(t time.Time) bool {
	sec := tz.Seconds(t)
	return w.start <= sec && sec < w.end
}

// Overlaps reports whether some instant lies in both windows.
func (w Window) Overlaps(v Window) bool { return max(w.start, v.start) < min(w.end, v.end) }

// Clip returns the part of w that lies in v, the zero Window if there is none.
func (w Window) Clip(v Window) Window { return OfSeconds(max(w.start, v.start), min(w.end, v.end)) }

// IsZero reports whether w is no window.
func (w Window) IsZero() bool { return w == Window{} }

// String returns the window as an ISO 8601 interval, with .. for an edge it does not have, or the empty text for the zero
// Window:
//
//	2026-01-10T03:00:00Z/2026-01-10T07:00:00Z
func (w Window) String() string {
	if w.IsZero() {
		return ""
	}
	return edgeText(w.Start()) + "/" + edgeText(w.End())
}

func edgeText(t time.Time, ok bool) string {
	if !ok {
		return ".."
	}
	return t.Format(time.RFC3339)
}

// Parse reads the form that String writes of windows in the years 1 to 9999; the instants may have any offset and must be whole
// seconds. The error is an *[tz.Error].
func Parse(s string) (Window, error) {
	from, to, ok := strings.Cut(s, "/")
	if !ok {
		return Window{}, &tz.Error{Code: tz.Invalid, Input: s, Detail: "a window is two instants separated by /"}
	}
	w := Window{tz.Past, tz.Future}
	for _, e := range []struct {
		text string
		at   int
		sec  *int64
	}{{from, 0, &w.start}, {to, len(from) + 1, &w.end}} {
		if e.text == ".." {
			continue
		}
		t, err := tz.ParseInstant(e.text)
		if err != nil {
			cause := err.(*tz.Error)
			return Window{}, &tz.Error{Code: cause.Code, Input: s, Offset: e.at + cause.Offset, Detail: cause.Detail}
		}
		*e.sec = t.Unix()
	}
	switch {
	case w.start > w.end:
		return Window{}, &tz.Error{Code: tz.Inverted, Input: s, Detail: "the end lies before the start"}
	case w.start == w.end:
		return Window{}, &tz.Error{Code: tz.Empty, Input: s, Detail: "the end is the start, so that the window holds nothing"}
	}
	return w, nil
}

// MustParse is Parse for texts known to be right, in tests and examples. It panics where Parse fails.
func MustParse(s string) Window {
	w, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return w
}

// MarshalText returns the text of String. It never fails, but of edges outside the years 1 to 9999 the text does not read back.
func (w Window) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what MarshalText writes, the empty text for the zero Window included.
func (w *Window) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*w = Window{}
		return nil
	}
	v, err := Parse(string(text))
	if err == nil {
		*w = v
	}
	return err
}
