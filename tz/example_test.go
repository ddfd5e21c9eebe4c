package tz_test

import (
	"errors"
	"fmt"
	"testing/fstest"
	"time"

	"github.com/casement-go/casement/tz"
)

func ExampleParseDate() {
	d, err := tz.ParseDate("2024-02-29")
	fmt.Println(d, d.Weekday(), err)

	_, err = tz.ParseDate("2026-02-29")
	fmt.Println(err.(*tz.Error).Code)
	// Output:
	// 2024-02-29 Thursday <nil>
	// OutOfRange
}

func ExampleDate_Add() {
	d := tz.MustParseDate("2011-12-29")
	fmt.Println(d.Add(1)) // skipped by the clocks of Samoa, but no less a date
	fmt.Println(d.Add(62))
	fmt.Println(tz.MustParseDate("9999-12-31").Add(1).IsZero())
	// Output:
	// 2011-12-30
	// 2012-02-29
	// true
}

func ExampleDate_Day() {
	from, to := tz.MustParseDate("2026-01-09"), tz.MustParseDate("2026-03-06")
	fmt.Println(to.Day()-from.Day(), "days")
	// Output: 56 days
}

func ExampleParseTimeOfDay() {
	t, _ := tz.ParseTimeOfDay("22:30")
	end, _ := tz.ParseTimeOfDay("24:00") // the end of the day
	fmt.Println(t.Seconds(), end.Seconds(), end == tz.EndOfDay())

	_, err := tz.ParseTimeOfDay("24:01")
	fmt.Println(err.(*tz.Error).Code)
	// Output:
	// 81000 86400 true
	// OutOfRange
}

func ExampleMonthDay_In() {
	leapDay := tz.MustParseMonthDay("02-29")
	fmt.Println(leapDay.In(2024), leapDay.In(2026))
	// Output: 2024-02-29 2026-03-01
}

func ExampleMonthDay_LastIn() {
	leapDay := tz.MustParseMonthDay("02-29")
	fmt.Println(leapDay.LastIn(2024), leapDay.LastIn(2026))
	// Output: 2024-02-29 2026-02-28
}

func ExampleWeekdaysOf() {
	weekend := tz.WeekdaysOf(tz.Sunday, tz.Saturday)
	fmt.Println(weekend, weekend.Has(tz.Sunday), weekend.Has(tz.Monday))
	// Output: Saturday,Sunday true false
}

func ExampleParseOffset() {
	o, _ := tz.ParseOffset("+05:45")
	fmt.Println(o, o.Minutes(), o.Zone().Read(time.Unix(0, 0)))

	_, err := tz.ParseOffset("+15:00")
	fmt.Println(err.(*tz.Error).Code)
	// Output:
	// +05:45 345 1970-01-01T05:45
	// OutOfRange
}

func ExampleParseInstant() {
	t, _ := tz.ParseInstant("2026-07-01T10:00:00+02:00")
	fmt.Println(t)
	// Output: 2026-07-01 08:00:00 +0000 UTC
}

func ExampleLoad() {
	berlin, err := tz.Load("Europe/Berlin")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(berlin, berlin.Read(time.Unix(1_782_864_000, 0)))

	_, err = tz.Load("europe/berlin") // names are exact; the error's text says the right one
	fmt.Println(err.(*tz.Error).Code)
	_, err = tz.Load("Europe/Atlantis")
	fmt.Println(err.(*tz.Error).Code)
	// Output:
	// Europe/Berlin 2026-07-01T02:00
	// InvalidZone
	// UnknownZone
}

// The clocks of New York are put forward from 02:00 to 03:00.
func ExampleZone_Read() {
	york := tz.MustLoad("America/New_York")
	edge := time.Date(2026, time.March, 8, 7, 0, 0, 0, time.UTC)
	fmt.Println(york.Read(edge.Add(-time.Second)))
	fmt.Println(york.Read(edge))
	// Output:
	// 2026-03-08T01:59:59
	// 2026-03-08T03:00
}

func ExampleZone_Resolve() {
	york := tz.MustLoad("America/New_York")
	for _, local := range []string{"2026-07-01T01:30", "2026-03-08T02:30", "2026-11-01T01:30"} {
		r := york.Resolve(tz.MustParseDateTime(local).Local())
		fmt.Println(local, r.Kind)
		fmt.Println("  first ", time.Unix(r.First, 0).UTC())
		fmt.Println("  second", time.Unix(r.Second, 0).UTC())
		fmt.Println("  edge  ", time.Unix(r.Edge, 0).UTC())
	}
	// Output:
	// 2026-07-01T01:30 unique
	//   first  2026-07-01 05:30:00 +0000 UTC
	//   second 2026-07-01 05:30:00 +0000 UTC
	//   edge   2026-07-01 05:30:00 +0000 UTC
	// 2026-03-08T02:30 gap
	//   first  2026-03-08 07:30:00 +0000 UTC
	//   second 2026-03-08 07:30:00 +0000 UTC
	//   edge   2026-03-08 07:00:00 +0000 UTC
	// 2026-11-01T01:30 overlap
	//   first  2026-11-01 05:30:00 +0000 UTC
	//   second 2026-11-01 06:30:00 +0000 UTC
	//   edge   2026-11-01 05:30:00 +0000 UTC
}

func ExampleResolution_Instants() {
	york := tz.MustLoad("America/New_York")
	gap := york.Resolve(tz.MustParseDateTime("2026-03-08T02:30").Local())
	fmt.Println(gap.Instants(tz.GapForward, tz.OverlapFirst))
	fmt.Println(gap.Instants(tz.GapSkip, tz.OverlapFirst))
	fmt.Println(gap.Instants(tz.GapNext, tz.OverlapFirst))

	overlap := york.Resolve(tz.MustParseDateTime("2026-11-01T01:30").Local())
	fmt.Println(overlap.Instants(tz.GapForward, tz.OverlapBoth))
	// Output:
	// [2026-03-08 07:30:00 +0000 UTC]
	// []
	// [2026-03-08 07:00:00 +0000 UTC]
	// [2026-11-01 05:30:00 +0000 UTC 2026-11-01 06:30:00 +0000 UTC]
}

// The summer of 2026 in New York, and what lies on both sides of it.
func ExampleZone_Stretch() {
	york := tz.MustLoad("America/New_York")
	july := time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)
	s := york.Stretch(july.Unix())
	fmt.Println(time.Unix(s.From, 0).UTC(), "to", time.Unix(s.To, 0).UTC())
	fmt.Println(s.Before/3600, s.Offset/3600, s.After/3600)

	fmt.Println(tz.UTC().Stretch(0).From == tz.Past, tz.UTC().Stretch(0).To == tz.Future)
	// Output:
	// 2026-03-08 07:00:00 +0000 UTC to 2026-11-01 06:00:00 +0000 UTC
	// -5 -4 -5
	// true true
}

// A program that pins its tz data gives the same answers on every host.
func ExampleDatabaseFS() {
	// Mostly an embed.FS or os.DirFS("zoneinfo").
	files := fstest.MapFS{
		"Mars/Colony": {Data: tzif(-37*60, nil, "", 0)},
		"+VERSION":    {Data: []byte("2026a\n")},
	}
	db := tz.DatabaseFS(files, "")
	zone, err := db.Zone("Mars/Colony")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(zone, zone.Version(), zone.Read(time.Unix(0, 0)))

	_, err = db.Zone("../etc/passwd") // refused before any file is opened
	fmt.Println(err.(*tz.Error).Code)
	// Output:
	// Mars/Colony 2026a 1969-12-31T23:23
	// InvalidZone
}

// A location of the caller's own: here a fixed offset that no policy could state. time.Local is passed in the same way.
func ExampleZoneOf() {
	zone, err := tz.ZoneOf("Monrovia 1971", time.FixedZone("", -44*60-30))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(zone, zone.Read(time.Unix(0, 0)))
	// Output: Monrovia 1971 1969-12-31T23:15:30
}

// Programs look at the code, and at the path where the input was a document.
func ExampleError() {
	_, err := tz.ParseDateTime("2026-01-01T25:00")
	var e *tz.Error
	if errors.As(err, &e) {
		fmt.Println(e.Code, e.Offset, e.Code == tz.OutOfRange)
		fmt.Println(e.Under("windows[0].startTime").Path)
	}
	// Output:
	// OutOfRange 11 true
	// windows[0].startTime
}

func ExampleJoin() {
	_, err1 := tz.ParseDate("2026-13-01")
	_, err2 := tz.ParseDate("2026-12-31")
	_, err3 := tz.ParseDate("someday")
	for _, e := range tz.Join("startDate", err1, err2, err3) {
		fmt.Println(e.Path, e.Code, e.Input)
	}
	// Output:
	// startDate OutOfRange 2026-13-01
	// startDate Invalid someday
}
