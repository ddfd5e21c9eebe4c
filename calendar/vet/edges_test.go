package vet_test

import (
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/vet"
	"github.com/casement-go/casement/tz"
)

// An expression of AWS may stand in cron(...): its fields are those within.
func TestCronOfAWS(t *testing.T) {
	for _, text := range []string{"0 2 31 * ? *", "cron(0 2 31 * ? *)"} {
		found := vet.Check(decode(t, cron(text, "AWS")), newYear, vet.Options{})
		if hits := of(found, vet.ShortMonths, "windows[0].schedule.cron.expression"); len(hits) != 1 || !strings.Contains(hits[0].Detail, "2026-02") {
			t.Errorf("%s: %v", text, found)
		}
	}
}

// A policy whose blackouts are on no clock does not compile. Nothing is said of what they shut.
func TestBlackoutsWithoutAClock(t *testing.T) {
	p := decode(t, `{"windows": [{"timeZone": "Europe/Berlin", `+daily+`, "startTime": "22:00", "duration": "1h"}], "notAllowedDates": [{"start": "2020-01-01", "end": "2020-01-02"}]}`)
	found := vet.Check(p, newYear, vet.Options{})
	problems := 0
	for _, f := range found {
		switch {
		case f.Severity == calendar.Problem:
			problems++
		case f.Code == vet.Past || f.Code == vet.CutsNothing:
			t.Errorf("said of a blackout without a clock: %v", f)
		}
	}
	if problems != 1 {
		t.Errorf("%d problems: %v", problems, found)
	}
	p.TimeZone = "Europe/Berlin"
	if hits := with(vet.Check(p, newYear, vet.Options{}), vet.Past); len(hits) != 1 {
		t.Errorf("with a clock: %v", hits)
	}
}

// A rule may ask of other spans than whole days: an hour a day is an hour in 36, where they begin right.
func TestAvailabilityInHours(t *testing.T) {
	p := decode(t, `{"windows": [{`+daily+`, "startTime": "22:00", "duration": "1h"}]}`)
	for open, want := range map[time.Duration]int{time.Hour: 0, time.Hour + time.Second: 1} {
		hits := with(vet.Check(p, newYear, vet.Options{Availability: vet.Availability{Open: open, Every: 36 * time.Hour, Piece: time.Hour}}), vet.TooLittle)
		if len(hits) != want || want == 1 && !strings.Contains(hits[0].Detail, "36h") {
			t.Errorf("at least %v in 36h: %v", open, hits)
		}
	}
}

// A span whose ends are of different kinds is wrong in another way than that it ends before it starts.
func TestNothingToSwap(t *testing.T) {
	for _, span := range []calendar.DateSpan{{Start: "12-18", End: "2026-01-04"}, {Start: "2026-12-18", End: "01-04"}, {Start: "2026-12-18", End: "yesterday"}} {
		p := calendar.Policy{Windows: []calendar.WindowSpec{{Always: true}}, NotAllowedDates: []calendar.DateSpan{span}}
		for _, f := range vet.Check(p, newYear, vet.Options{}) {
			if f.Severity == calendar.Problem && (f.Code == calendar.FindingCode(tz.Inverted) || f.Remedy != "") {
				t.Errorf("%v: %v", span, f)
			}
		}
	}
}

// Of many windows that one overlaps, the first are named and the others counted.
func TestManyMerges(t *testing.T) {
	var short []string
	for _, start := range []string{"00:00", "05:00", "10:00", "15:00", "20:00"} {
		short = append(short, `{`+daily+`, "startTime": "`+start+`", "duration": "1h"}`)
	}
	long := `{` + daily + `, "startTime": "00:00", "duration": "23h"}`
	for n, want := range map[int]string{3: "10:00:00Z):", 4: "10:00:00Z) and 1 more:", 5: "10:00:00Z) and 2 more:"} {
		found := vet.Check(decode(t, `{"windows": [`+strings.Join(short[:n], ",")+`,`+long+`]}`), newYear, vet.Options{})
		if hits := of(found, vet.Merges, "windows["+string(rune('0'+n))+"]"); len(hits) != 1 || strings.Count(hits[0].Detail, "windows[") != 3 || !strings.Contains(hits[0].Detail, want) {
			t.Errorf("%d windows: %v, want %s", n, with(found, vet.Merges), want)
		}
	}
}
