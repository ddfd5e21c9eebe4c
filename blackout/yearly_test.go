package blackout_test

import (
	"math/bits"
	"testing"
	"time"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// All 366 x 366 spans on every day of three years, of which the second is a leap year, against a comparison of month and day.
func TestS12EveryYearlySpan(t *testing.T) {
	type daySet [18]uint64 // the days of the three years, one bit each
	from, to := parse("2023-01-01T00:00:00Z"), parse("2026-01-01T00:00:00Z")
	days := int(to.Sub(from) / (24 * time.Hour))

	// The days of the year as texts, and for each the days that are not before it, or not after it.
	var texts []string
	for day := parse("2024-01-01T00:00:00Z"); day.Year() == 2024; day = day.AddDate(0, 0, 1) {
		texts = append(texts, day.Format("01-02"))
	}
	notBefore, notAfter := make([]daySet, len(texts)), make([]daySet, len(texts))
	for day := range days {
		text := from.AddDate(0, 0, day).Format("01-02")
		for i := range texts {
			if text >= texts[i] {
				notBefore[i][day/64] |= 1 << (day % 64)
			}
			if text <= texts[i] {
				notAfter[i][day/64] |= 1 << (day % 64)
			}
		}
	}
	spans := make([]tz.MonthDay, len(texts))
	for i, text := range texts {
		spans[i] = tz.MustParseMonthDay(text)
	}
	for i := range texts {
		for j := range texts {
			tl := must(blackout.Yearly(tz.UTC(), blackout.YearlySpan{Start: spans[i], End: spans[j]}))
			var got, want daySet
			for w := range tl.Windows(from, to) {
				start, end := w.Seconds()
				for sec := start; sec < end; sec += 86400 {
					day := int(sec-from.Unix()) / 86400
					got[day/64] |= 1 << (day % 64)
				}
				if (end-start)%86400 != 0 || (start-from.Unix())%86400 != 0 {
					t.Fatalf("%s to %s: %v is not in whole days", texts[i], texts[j], w)
				}
			}
			for k := range want {
				if texts[i] <= texts[j] {
					want[k] = notBefore[i][k] & notAfter[j][k]
				} else {
					want[k] = notBefore[i][k] | notAfter[j][k]
				}
			}
			if got != want {
				for k := range want {
					if x := got[k] ^ want[k]; x != 0 {
						t.Fatalf("%s to %s: wrong on %v", texts[i], texts[j], from.AddDate(0, 0, 64*k+bits.TrailingZeros64(x)))
					}
				}
			}
		}
	}
}

// Each span one by one, as a Source, from every midnight and the second before it: where New Year and the leap day cut a span it is
// whole all the same.
func TestS12YearlyInOnePiece(t *testing.T) {
	for _, c := range []struct {
		start, end string
		want       []string // in 2023 to 2025
	}{
		{"02-29", "03-05", []string{"2023-03-01T00:00:00Z/2023-03-06T00:00:00Z", "2024-02-29T00:00:00Z/2024-03-06T00:00:00Z", "2025-03-01T00:00:00Z/2025-03-06T00:00:00Z"}},
		{"02-20", "02-29", []string{"2023-02-20T00:00:00Z/2023-03-01T00:00:00Z", "2024-02-20T00:00:00Z/2024-03-01T00:00:00Z", "2025-02-20T00:00:00Z/2025-03-01T00:00:00Z"}},
		{"02-29", "02-29", []string{"2024-02-29T00:00:00Z/2024-03-01T00:00:00Z"}},
		{"12-20", "01-05", []string{"2023-01-01T00:00:00Z/2023-01-06T00:00:00Z", "2023-12-20T00:00:00Z/2024-01-06T00:00:00Z", "2024-12-20T00:00:00Z/2025-01-06T00:00:00Z", "2025-12-20T00:00:00Z/2026-01-01T00:00:00Z"}},
		{"01-01", "12-31", []string{"2023-01-01T00:00:00Z/2026-01-01T00:00:00Z"}},
		{"05-05", "05-04", []string{"2023-01-01T00:00:00Z/2026-01-01T00:00:00Z"}},
		{"03-01", "02-29", []string{"2023-01-01T00:00:00Z/2026-01-01T00:00:00Z"}},
		{"03-01", "02-28", []string{"2023-01-01T00:00:00Z/2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z/2026-01-01T00:00:00Z"}}, // all but the leap day
		{"02-29", "02-28", []string{"2023-01-01T00:00:00Z/2026-01-01T00:00:00Z"}},
		{"12-31", "01-01", []string{"2023-01-01T00:00:00Z/2023-01-02T00:00:00Z", "2023-12-31T00:00:00Z/2024-01-02T00:00:00Z", "2024-12-31T00:00:00Z/2025-01-02T00:00:00Z", "2025-12-31T00:00:00Z/2026-01-01T00:00:00Z"}},
	} {
		tl := must(blackout.Yearly(tz.UTC(), yearly(c.start, c.end)...))
		wantSpans(t, c.start+" to "+c.end, between(tl, "2023-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), c.want...)
	}
	// Whole: Around, Next and Prev are not stopped by the turn of the year.
	tl := must(blackout.Yearly(tz.UTC(), yearly("12-20", "01-05")...))
	if open, span, _ := tl.Around(parse("2026-01-01T00:00:00Z")); !open || span.String() != "2025-12-20T00:00:00Z/2026-01-06T00:00:00Z" {
		t.Errorf("around New Year: %v %v", open, span)
	}
	if w, ok := tl.Next(parse("2026-01-01T00:00:00Z")); !ok || w.String() != "2026-12-20T00:00:00Z/2027-01-06T00:00:00Z" {
		t.Errorf("next: %v %v", w, ok)
	}
	if w, ok := tl.Prev(parse("2026-01-01T00:00:00Z")); !ok || w.String() != "2024-12-20T00:00:00Z/2025-01-06T00:00:00Z" {
		t.Errorf("prev: %v %v", w, ok)
	}
	if open, span, _ := must(blackout.Yearly(tz.UTC(), yearly("01-01", "12-31")...)).Around(parse("2026-01-01T00:00:00Z")); !open || span.String() != "../.." {
		t.Errorf("all year: %v %v", open, span)
	}
}

// Around every New Year and every end of February of the calendar: each day is of the year that package time says.
func TestS12YearlyInEveryYear(t *testing.T) {
	for _, text := range []string{"01-01", "02-28", "03-01", "12-29", "12-30", "12-31"} {
		tl := must(blackout.Yearly(tz.UTC(), yearly(text, text)...))
		holds := map[bool]int{}
		for year := -820; year <= 10_820; year++ {
			for _, day := range []time.Time{time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(year, 3, 1, 0, 0, 0, 0, time.UTC)} {
				for n := -5; n <= 3; n++ {
					at := day.AddDate(0, 0, n)
					want := at.Format("01-02") == text
					if holds[want]++; tl.IsOpen(at) != want || tl.IsOpen(at.Add(24*time.Hour-time.Second)) != want {
						t.Fatalf("%s on %v: %v", text, at, !want)
					}
					if open, span, _ := tl.Around(at); want && (!open || span != window.OfSeconds(at.Unix(), at.Unix()+86400)) {
						t.Fatalf("%s on %v: %v, %v", text, at, open, span)
					}
				}
			}
		}
		if holds[true] < 11_640 || holds[false] < 100_000 {
			t.Errorf("%s holds on %d of the days that were looked at, and not on %d", text, holds[true], holds[false])
		}
	}
}

// Years divisible by 100 but not by 400 have no leap day.
func TestS12YearlyIn2100(t *testing.T) {
	tl := must(blackout.Yearly(tz.UTC(), yearly("02-29", "02-29")...))
	wantSpans(t, "leap days", between(tl, "2095-01-01T00:00:00Z", "2105-01-01T00:00:00Z"),
		"2096-02-29T00:00:00Z/2096-03-01T00:00:00Z", "2104-02-29T00:00:00Z/2104-03-01T00:00:00Z")
	wantSpans(t, "and the day behind", between(must(blackout.Yearly(tz.UTC(), yearly("02-29", "03-01")...)), "2100-01-01T00:00:00Z", "2101-01-01T00:00:00Z"),
		"2100-03-01T00:00:00Z/2100-03-02T00:00:00Z")
}

// Several spans are merged: over New Year, over the leap day, one inside the other.
func TestS12ManyYearlySpans(t *testing.T) {
	list := yearly("12-20", "12-31", "01-01", "01-05", "02-20", "02-28", "03-01", "03-03", "06-01", "06-30", "06-10", "06-20")
	wantSpans(t, "merged", between(must(blackout.Yearly(tz.UTC(), list...)), "2023-12-01T00:00:00Z", "2025-06-01T00:00:00Z"),
		"2023-12-20T00:00:00Z/2024-01-06T00:00:00Z",
		"2024-02-20T00:00:00Z/2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z/2024-03-04T00:00:00Z", // the leap day lies between
		"2024-06-01T00:00:00Z/2024-07-01T00:00:00Z", "2024-12-20T00:00:00Z/2025-01-06T00:00:00Z",
		"2025-02-20T00:00:00Z/2025-03-04T00:00:00Z")
}

func TestS12YearlyRefuse(t *testing.T) {
	day := tz.MustParseMonthDay
	for name, c := range map[string]struct {
		list []blackout.YearlySpan
		want []string
	}{
		"none":     {nil, nil},
		"inverted": {yearly("12-20", "01-05"), nil}, // goes over New Year
		"no start": {[]blackout.YearlySpan{{End: day("01-01")}}, []string{"Missing [0].start"}},
		"no end":   {[]blackout.YearlySpan{{Start: day("01-01")}}, []string{"Missing [0].end"}},
		"all at once": {append(yearly("01-01", "01-02"), blackout.YearlySpan{}, blackout.YearlySpan{Start: day("01-01")}),
			[]string{"Missing [1].start", "Missing [2].end"}},
	} {
		t.Run(name, func(t *testing.T) {
			tl, err := blackout.Yearly(tz.UTC(), c.list...)
			wantProblems(t, err, c.want...)
			if err != nil || len(c.list) == 0 {
				if open, span, _ := tl.Around(parse("2026-01-01T00:00:00Z")); open || span.String() != "../.." {
					t.Errorf("it is in force: %v %v", open, span)
				}
			}
		})
	}
}
