package blackout_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

func TestS12DatesAreInclusive(t *testing.T) {
	// The documentation of AKS: 2022-12-23 to 2023-01-03 at +02:00 is 2022-12-22T22:00Z to 2023-01-03T22:00Z.
	z := tz.MustParseOffset("+02:00").Zone()
	wantSpans(t, "AKS", between(must(blackout.Dates(z, dates("2022-12-23", "2023-01-03")...)), "2022-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
		"2022-12-22T22:00:00Z/2023-01-03T22:00:00Z")
	wantSpans(t, "one day", between(must(blackout.Dates(tz.UTC(), dates("2024-02-29", "2024-02-29")...)), "2022-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
		"2024-02-29T00:00:00Z/2024-03-01T00:00:00Z")
	wantSpans(t, "a day of 23 hours", between(must(blackout.Dates(tz.MustLoad("America/New_York"), dates("2026-03-08", "2026-03-08")...)), "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
		"2026-03-08T05:00:00Z/2026-03-09T04:00:00Z")
	wantSpans(t, "a day of 25 hours", between(must(blackout.Dates(tz.MustLoad("America/New_York"), dates("2026-11-01", "2026-11-01")...)), "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
		"2026-11-01T04:00:00Z/2026-11-02T05:00:00Z")
}

// Newfoundland set its clock back on 2006-10-29 at 00:01 (-02:30), to 23:01 (-03:30) of the 28th: that date comes in two pieces,
// and so does the next.
func TestS14DateInTwoPieces(t *testing.T) {
	z := tz.MustLoad("America/St_Johns")
	piece := func(date string) []string {
		return between(must(blackout.Dates(z, dates(date, date)...)), "2006-01-01T00:00:00Z", "2007-01-01T00:00:00Z")
	}
	wantSpans(t, "the 28th", piece("2006-10-28"), "2006-10-28T02:30:00Z/2006-10-29T02:30:00Z", "2006-10-29T02:31:00Z/2006-10-29T03:30:00Z")
	wantSpans(t, "the 29th", piece("2006-10-29"), "2006-10-29T02:30:00Z/2006-10-29T02:31:00Z", "2006-10-29T03:30:00Z/2006-10-30T03:30:00Z")
	wantSpans(t, "both", between(must(blackout.Dates(z, dates("2006-10-28", "2006-10-29")...)), "2006-01-01T00:00:00Z", "2007-01-01T00:00:00Z"),
		"2006-10-28T02:30:00Z/2006-10-30T03:30:00Z")
	wantSpans(t, "every year", between(must(blackout.Yearly(z, yearly("10-28", "10-28")...)), "2006-01-01T00:00:00Z", "2007-01-01T00:00:00Z"),
		"2006-10-28T02:30:00Z/2006-10-29T02:30:00Z", "2006-10-29T02:31:00Z/2006-10-29T03:30:00Z")
}

// Samoa had no 2011-12-30: a blackout of that date holds nothing, and one around it is in one piece.
func TestS14DateThatDidNotCome(t *testing.T) {
	z := tz.MustLoad("Pacific/Apia")
	from, to := "2011-12-01T00:00:00Z", "2012-02-01T00:00:00Z"
	missing := must(blackout.Dates(z, dates("2011-12-30", "2011-12-30")...))
	wantSpans(t, "the missing date", between(missing, from, to))
	if w, ok := missing.Next(parse(from)); ok {
		t.Errorf("the missing date comes at %v", w)
	}
	if w, ok := missing.Prev(parse(to)); ok {
		t.Errorf("the missing date came at %v", w)
	}
	// -10:00 before, +14:00 after.
	wantSpans(t, "three dates, of which two came", between(must(blackout.Dates(z, dates("2011-12-29", "2011-12-31")...)), from, to), "2011-12-29T10:00:00Z/2011-12-31T10:00:00Z")
	wantSpans(t, "until the missing one", between(must(blackout.Dates(z, dates("2011-12-29", "2011-12-30")...)), from, to), "2011-12-29T10:00:00Z/2011-12-30T10:00:00Z")
	wantSpans(t, "every year, that day", between(must(blackout.Yearly(z, yearly("12-30", "12-30")...)), from, to))
}

// Many spans in any order, overlapping and touching: compared date by date.
func TestS12ManyDateSpans(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	first := tz.MustParseDate("2020-01-01")
	in := make([]bool, 4000)
	var list []blackout.DateSpan
	for range 150 {
		start, length := random.IntN(len(in)-40), random.IntN(12)
		list = append(list, blackout.DateSpan{Start: first.Add(start), End: first.Add(start + length)})
		for day := start; day <= start+length; day++ {
			in[day] = true
		}
	}
	for _, zoneName := range []string{"UTC", "Europe/Berlin"} {
		z := tz.MustLoad(zoneName)
		tl := must(blackout.Dates(z, list...))
		for day := range in {
			midnight := z.Resolve(int64(first.Day()+day) * 86400).First
			for _, sec := range []int64{midnight, midnight + 80000} {
				if tl.Holds(sec) != in[day] {
					t.Fatalf("%s, %v: %v", zoneName, first.Add(day), tl.Holds(sec))
				}
			}
		}
		spans := 0
		for range tl.Windows(time.Unix(0, 0), parse("2100-01-01T00:00:00Z")) {
			spans++
		}
		runs := 0
		for day := range in {
			if in[day] && (day == 0 || !in[day-1]) {
				runs++
			}
		}
		if spans != runs {
			t.Errorf("%s: %d spans, want %d", zoneName, spans, runs)
		}
	}
}

// The first and the last date of the calendar, in zones on both sides of Greenwich.
func TestS12EndsOfTheCalendar(t *testing.T) {
	for _, offset := range []string{"+00:00", "+14:00", "-12:00"} {
		o := tz.MustParseOffset(offset)
		shift := int64(o.Minutes()) * 60
		first, last := int64(tz.MinDay)*86400-shift, int64(tz.MaxDay+1)*86400-shift
		for name, c := range map[string]struct {
			tl   window.Timeline
			want []window.Window
		}{
			"first date": {must(blackout.Dates(o.Zone(), dates("0001-01-01", "0001-01-01")...)), []window.Window{window.OfSeconds(first, first+86400)}},
			"last date":  {must(blackout.Dates(o.Zone(), dates("9999-12-31", "9999-12-31")...)), []window.Window{window.OfSeconds(last-86400, last)}},
			"all dates":  {must(blackout.Dates(o.Zone(), dates("0001-01-01", "9999-12-31")...)), []window.Window{window.OfSeconds(first, last)}},
		} {
			var got []window.Window
			for w := range c.tl.Windows(time.Unix(first-3*86400, 0), time.Unix(last+3*86400, 0)) {
				got = append(got, w)
			}
			if len(got) != len(c.want) || got[0] != c.want[0] {
				t.Errorf("%s, %s: %v, want %v", offset, name, got, c.want)
			}
			start, end := c.want[0].Seconds()
			for sec, want := range map[int64]bool{start - 1: false, start: true, end - 1: true, end: false, tz.Past / 4: false, tz.Future / 4: false} {
				if c.tl.Holds(sec) != want {
					t.Errorf("%s, %s: at %d it holds %v", offset, name, sec, !want)
				}
			}
			if w, ok := c.tl.Next(time.Unix(end-1, 0)); ok {
				t.Errorf("%s, %s: another one, %v", offset, name, w)
			}
			if w, ok := c.tl.Prev(time.Unix(start, 0)); ok {
				t.Errorf("%s, %s: one before, %v", offset, name, w)
			}
		}
	}
}

// What recurs every year does so in years that documents cannot write, too: some clocks read them at the first and the last instants
// that documents can.
func TestS12YearlyAtTheEndsOfTheCalendar(t *testing.T) {
	for offset, c := range map[string]struct{ at, day string }{"+14:00": {"9999-12-31T23:59:59Z", "01-01"}, "-12:00": {"0001-01-01T00:00:00Z", "12-31"}} {
		tl := must(blackout.Yearly(tz.MustParseOffset(offset).Zone(), yearly(c.day, c.day)...))
		if !tl.IsOpen(parse(c.at)) {
			t.Errorf("%s at %s, on %s: %v does not hold", offset, c.at, c.day, tl)
		}
	}
	all := must(blackout.Yearly(tz.UTC(), yearly("01-01", "12-31")...))
	for _, sec := range []int64{tz.Past / 4, tz.MinDay*86400 - 1, tz.MinDay * 86400, (tz.MaxDay+1)*86400 - 1, (tz.MaxDay + 1) * 86400, tz.Future / 4} {
		if !all.Holds(sec) {
			t.Errorf("every day: at %d it does not hold", sec)
		}
	}
}

func TestS12DatesRefuse(t *testing.T) {
	date := tz.MustParseDate
	for name, c := range map[string]struct {
		list []blackout.DateSpan
		want []string
	}{
		"none":             {nil, nil},
		"one date":         {dates("2026-01-01", "2026-01-01"), nil},
		"no start":         {[]blackout.DateSpan{{End: date("2026-01-01")}}, []string{"Missing [0].start"}},
		"no end":           {[]blackout.DateSpan{{Start: date("2026-01-01")}}, []string{"Missing [0].end"}},
		"neither":          {[]blackout.DateSpan{{}}, []string{"Missing [0].start"}},
		"a day too early":  {dates("2026-01-02", "2026-01-01"), []string{"Inverted [0].end"}},
		"over New Year":    {dates("2026-12-18", "2026-01-04"), []string{"Inverted [0].end"}},
		"years before":     {dates("2026-01-04", "2020-12-18"), []string{"Inverted [0].end"}},
		"in the last year": {dates("9999-12-18", "9999-01-04"), []string{"Inverted [0].end"}},
		"all at once": {append(dates("2026-01-01", "2026-01-02", "2026-02-02", "2026-01-01"), blackout.DateSpan{}, dates("2026-01-02", "2026-01-01")[0]),
			[]string{"Inverted [1].end", "Missing [2].start", "Inverted [3].end"}},
	} {
		t.Run(name, func(t *testing.T) {
			tl, err := blackout.Dates(tz.UTC(), c.list...)
			wantProblems(t, err, c.want...)
			if err != nil || len(c.list) == 0 {
				if open, span, _ := tl.Around(parse("2026-01-01T00:00:00Z")); open || span.String() != "../.." {
					t.Errorf("it is in force: %v %v", open, span)
				}
			}
		})
	}
}
