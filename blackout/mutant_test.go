package blackout_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A union of blackouts holds where one of them does, in whatever order they come and whether or not they read one clock: at instants
// of every day of two years with the leap day, New Year and changes of offset, and as spans.
func TestS14UnionOfBlackouts(t *testing.T) {
	berlin, york := tz.MustLoad("Europe/Berlin"), tz.MustLoad("America/New_York")
	one := func(z tz.Zone) []window.Timeline {
		return []window.Timeline{
			must(blackout.Dates(z, dates("2023-06-10", "2023-06-12", "2024-10-26", "2024-10-27")...)),
			must(blackout.Times(z, times("22:00", "02:30", tz.Saturday), times("08:00", "09:00", tz.Sunday))),
			must(blackout.Yearly(z, yearly("12-30", "01-02", "02-29", "03-01")...)),
			must(blackout.Dates(z, dates("2023-06-12", "2023-06-14")...)),
			must(blackout.Times(z, times("02:00", "08:00", tz.Sunday))),
			must(blackout.Yearly(z, yearly("03-02", "03-03")...)),
		}
	}
	here, there := one(berlin), one(york)
	for i := range here {
		for j := range here {
			for name, pair := range map[string][2]window.Timeline{
				"one clock": {here[i], here[j]}, "two clocks": {here[i], there[j]},
				"a set behind": {here[i], window.SetOf(window.OfSeconds(1_700_000_000, 1_700_050_000)).Timeline()},
			} {
				a, b := pair[0], pair[1]
				both := window.Union(a, b)
				for at := parse("2023-01-01T00:00:00Z"); at.Year() < 2025; at = at.Add(150 * time.Minute) {
					if got, want := both.IsOpen(at), a.IsOpen(at) || b.IsOpen(at); got != want {
						t.Fatalf("%d and %d, %s: %t at %v", i, j, name, got, at)
					}
				}
				checkApart(t, both)
			}
		}
	}
}

// checkApart checks that the spans of two years are those whose edges IsOpen tells.
func checkApart(t *testing.T, tl window.Timeline) {
	t.Helper()
	from, to := parse("2023-01-01T00:00:00Z"), parse("2025-01-01T00:00:00Z")
	for w := range tl.Windows(from, to) {
		start, end := w.Seconds()
		if start > from.Unix() && tl.Holds(start-1) || !tl.Holds(start) || !tl.Holds(end-1) || end < to.Unix() && tl.Holds(end) {
			t.Errorf("%v has an edge where nothing changes", w)
		}
		if _, span, _ := tl.Around(time.Unix(start, 0)); end < to.Unix() && start > from.Unix() && span != w {
			t.Errorf("around the start of %v: %v", w, span)
		}
	}
}

// Times of the week that are the whole week together are always, as one and as two.
func TestS13UnionOfAllTimes(t *testing.T) {
	z := tz.MustLoad("Europe/Berlin")
	night, day := must(blackout.Times(z, times("18:00", "08:00"))), must(blackout.Times(z, times("08:00", "18:00")))
	most := must(blackout.Times(z, times("08:00", "17:59")))
	at := parse("2026-11-21T08:00:00Z")
	if open, span, _ := window.Union(night, day).Around(at); !open || span.String() != "../.." {
		t.Errorf("night and day: %t %v", open, span)
	}
	if open, span, _ := window.Union(night, most).Around(at); !open || span.String() != "2026-11-20T17:00:00Z/2026-11-21T16:59:00Z" {
		t.Errorf("a minute is left: %t %v", open, span)
	}
}

// In common years a span that begins on 02-29 begins on 1 March, seen from any day of it and from those behind.
func TestS12LeapDayAroundInCommonYears(t *testing.T) {
	tl := must(blackout.Yearly(tz.UTC(), yearly("02-29", "03-05")...))
	for _, at := range []string{"2026-03-01T00:00:00Z", "2026-03-05T23:59:59Z"} {
		if open, span, _ := tl.Around(parse(at)); !open || span.String() != "2026-03-01T00:00:00Z/2026-03-06T00:00:00Z" {
			t.Errorf("at %s: %t %v", at, open, span)
		}
	}
	if w, ok := tl.Prev(parse("2026-03-06T00:00:00Z")); !ok || w.String() != "2026-03-01T00:00:00Z/2026-03-06T00:00:00Z" {
		t.Errorf("prev: %v", w)
	}
	if open, span, _ := tl.Around(parse("2026-02-28T23:59:59Z")); open || span.String() != "2025-03-06T00:00:00Z/2026-03-01T00:00:00Z" {
		t.Errorf("the day before: %t %v", open, span)
	}
}

// East of Greenwich too a date can come in two pieces: Alaska was sold in the afternoon of Saturday 1867-10-19 of Sitka's clock, which
// went back to the afternoon of the 18th.
func TestS14DateInTwoPiecesInTheEast(t *testing.T) {
	tl := must(blackout.Dates(tz.MustLoad("America/Sitka"), dates("1867-10-19", "1867-10-19")...))
	// LMT is +14:58:47 until 15:30 of that clock, -9:01:13 after it.
	wantSpans(t, "the 19th", between(tl, "1867-10-10T00:00:00Z", "1867-10-30T00:00:00Z"),
		"1867-10-18T09:01:13Z/1867-10-19T00:31:13Z", "1867-10-19T09:01:13Z/1867-10-20T09:01:13Z")
	if open, span, _ := tl.Around(parse("1867-10-19T02:00:00Z")); open || span.String() != "1867-10-19T00:31:13Z/1867-10-19T09:01:13Z" {
		t.Errorf("between: %t %v", open, span)
	}
	if w, ok := tl.Prev(parse("1867-10-19T02:00:00Z")); !ok || w.String() != "1867-10-18T09:01:13Z/1867-10-19T00:31:13Z" {
		t.Errorf("before: %v", w)
	}
}

// A span that ends before it starts is refused with the end that would do: the first such day on or after the start. Where the
// calendar ends before it, no date is named but those given.
func TestS12InvertedDatesNameTheYearMeant(t *testing.T) {
	for _, c := range []struct{ start, end, meant string }{
		{"2026-12-18", "2026-01-04", "2027-01-04"},
		{"2026-12-18", "2020-12-20", "2026-12-20"},
		{"2026-12-18", "2020-12-18", "2026-12-18"}, // one date
		{"2026-12-18", "2020-12-17", "2027-12-17"},
		{"2027-12-18", "2024-02-29", "2028-02-29"},
		{"2026-12-18", "2024-02-29", "2027-02-28"}, // the end of February of a common year
		{"2025-03-01", "2024-02-29", "2026-02-28"},
		{"9999-12-18", "9999-01-04", ""},
	} {
		err := dates(c.start, c.end)[0].Check()
		var e *tz.Error
		if !errors.As(err, &e) || e.Code != tz.Inverted {
			t.Errorf("%s to %s: %v", c.start, c.end, err)
			continue
		}
		rest := e.Detail
		for _, given := range []string{c.start, c.end} {
			if !strings.Contains(rest, given) {
				t.Errorf("%s to %s: %s is not named: %s", c.start, c.end, given, e.Detail)
			}
			rest = strings.Replace(rest, given, "", 1)
		}
		if c.meant != "" && !strings.Contains(rest, c.meant) || c.meant == "" && strings.Contains(rest, "year") {
			t.Errorf("%s to %s: the end meant is %q: %s", c.start, c.end, c.meant, e.Detail)
		}
	}
}
