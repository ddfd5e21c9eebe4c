package tz_test

import (
	"encoding"
	"fmt"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

// A value is what all value types of this package are; pointer is what their addresses are.
type value interface {
	comparable
	fmt.Stringer
	encoding.TextMarshaler
}

type pointer[T any] interface {
	*T
	encoding.TextUnmarshaler
}

// wantText checks that v has this text in all ways, and that the text has this value in all ways.
func wantText[T value, P pointer[T]](t *testing.T, v T, text string, parse func(string) (T, error)) {
	t.Helper()
	if got := v.String(); got != text {
		t.Fatalf("%#v is %q, want %q", v, got, text)
	}
	if got, err := v.MarshalText(); err != nil || string(got) != text {
		t.Fatalf("MarshalText of %q is %q, %v", text, got, err)
	}
	var back T
	if err := P(&back).UnmarshalText([]byte(text)); err != nil || back != v {
		t.Fatalf("UnmarshalText of %q is %#v, %v, want %#v", text, back, err, v)
	}
	if got, err := parse(text); err != nil || got != v {
		t.Fatalf("%q is %#v, %v, want %#v", text, got, err, v)
	}
}

// wantZero checks that the zero value has the text zero, and that the empty text is the zero value, also over an older one.
func wantZero[T value, P pointer[T]](t *testing.T, zero string, old T) {
	t.Helper()
	var none T
	if old == none {
		t.Fatal("this value proves nothing")
	}
	if got, err := none.MarshalText(); err != nil || string(got) != zero || none.String() != zero {
		t.Errorf("the zero %T is %q, %q, %v, want %q", none, none, got, err, zero)
	}
	for _, empty := range [][]byte{nil, {}} {
		v := old
		if err := P(&v).UnmarshalText(empty); err != nil || v != none {
			t.Errorf("the empty text is %#v, %v, want the zero %T", v, err, none)
		}
	}
}

// A bad text, and what is said about it.
type bad struct {
	text   string
	code   tz.Code
	offset int
}

// wantBad checks that a text is refused in both ways, and that a value it is read into keeps what it had.
func wantBad[T value, P pointer[T]](t *testing.T, parse func(string) (T, error), old T, texts []bad) {
	t.Helper()
	var none T
	for _, tt := range texts {
		v, err := parse(tt.text)
		wantError(t, err, tt.code, tt.text, tt.offset)
		if v != none {
			t.Errorf("%q: an error and yet the value %#v", tt.text, v)
		}
		if tt.text == "" {
			continue // a parse error, but the zero value to UnmarshalText: see wantZero
		}
		v = old
		wantError(t, P(&v).UnmarshalText([]byte(tt.text)), tt.code, tt.text, tt.offset)
		if v != old {
			t.Errorf("%q: refused, and yet it changed the value to %#v", tt.text, v)
		}
	}
}

// wantMust checks that must returns what parse does, and panics with the error of parse.
func wantMust[T comparable](t *testing.T, must func(string) T, parse func(string) (T, error), good string) {
	t.Helper()
	want, err := parse(good)
	if got := must(good); err != nil || got != want {
		t.Errorf("Must(%q) = %#v, want %#v, %v", good, got, want, err)
	}
	defer func() {
		err, _ := recover().(error)
		wantError(t, err, tz.Invalid, "?", 0)
	}()
	must("?")
}

func TestDateText(t *testing.T) {
	for n := tz.MinDay; n <= tz.MaxDay; n += 37 { // 37: coprime to the lengths of weeks, years and cycles
		d := tz.DateOfDay(n)
		want := time.Unix(int64(n)*day, 0).UTC().Format(time.DateOnly)
		wantText(t, d, want, tz.ParseDate)
	}
	wantText(t, tz.DateOfDay(tz.MinDay), "0001-01-01", tz.ParseDate)
	wantText(t, tz.DateOfDay(tz.MaxDay), "9999-12-31", tz.ParseDate)
	wantZero(t, "", tz.DateOfDay(0))
	wantMust(t, tz.MustParseDate, tz.ParseDate, "2026-07-01")
	wantBad(t, tz.ParseDate, tz.DateOfDay(0), []bad{
		{"2026-02-30", tz.OutOfRange, 0},
		{"2026-02-29", tz.OutOfRange, 0},
		{"1900-02-29", tz.OutOfRange, 0},
		{"2100-02-29", tz.OutOfRange, 0},
		{"2026-04-31", tz.OutOfRange, 0},
		{"2026-00-01", tz.OutOfRange, 0},
		{"2026-13-01", tz.OutOfRange, 0},
		{"2026-01-00", tz.OutOfRange, 0},
		{"2026-01-32", tz.OutOfRange, 0},
		{"2026-99-99", tz.OutOfRange, 0},
		{"0000-01-01", tz.OutOfRange, 0},
		{"0000-00-00", tz.OutOfRange, 0},
		{"", tz.Invalid, 0},
		{"2026", tz.Invalid, 0},
		{"2026-07", tz.Invalid, 0},
		{"2026-7-1", tz.Invalid, 0},
		{"2026-7-01", tz.Invalid, 0},
		{"26-07-01", tz.Invalid, 0},
		{"02026-07-01", tz.Invalid, 0},
		{"10000-01-01", tz.Invalid, 0},
		{"+026-07-01", tz.Invalid, 0},
		{"-026-07-01", tz.Invalid, 0},
		{"-2026-07-01", tz.Invalid, 0},
		{"2026--7-01", tz.Invalid, 0},
		{"2026-+7-01", tz.Invalid, 0},
		{"2026-07-+1", tz.Invalid, 0},
		{"2026- 7-01", tz.Invalid, 0},
		{"0x26-07-01", tz.Invalid, 0},
		{"2_26-07-01", tz.Invalid, 0},
		{"2026/07/01", tz.Invalid, 0},
		{"2026-07/01", tz.Invalid, 0},
		{"2026/07-01", tz.Invalid, 0},
		{"2026.07.01", tz.Invalid, 0},
		{"20260701", tz.Invalid, 0},
		{"2026-182", tz.Invalid, 0},
		{"2026-W27-3", tz.Invalid, 0},
		{"07/01/2026", tz.Invalid, 0},
		{"01-07-2026", tz.Invalid, 0},
		{"2026-Jul-01", tz.Invalid, 0},
		{"2026-07-01\n", tz.Invalid, 0},
		{"2026-07-01 ", tz.Invalid, 0},
		{" 2026-07-01", tz.Invalid, 0},
		{"2026-07-0\n", tz.Invalid, 0},
		{"2026-07-0\x00", tz.Invalid, 0},
		{"2026-07-01T", tz.Invalid, 0},
		{"2026-07-01Z", tz.Invalid, 0},
		{"2026-07-01T00:00", tz.Invalid, 0},
		{"\uff12\uff10\uff12\uff16-07-01", tz.Invalid, 0}, // full-width digits
		{"\uff126-07-01", tz.Invalid, 0},                  // ten bytes, dashes in place
		{"2026-07-\u0663", tz.Invalid, 0},                 // an Arabic digit, ten bytes
		{"2026\u201007\u201001", tz.Invalid, 0},           // U+2010, the hyphen that is not the minus
		{"2026-07-\xff1", tz.Invalid, 0},                  // not UTF-8
	})
}

func TestTimeOfDayText(t *testing.T) {
	for n := range 24*60*60 + 1 {
		v, ok := tz.TimeOfDayOf(n)
		if !ok || v.Seconds() != n || v.IsZero() {
			t.Fatalf("TimeOfDayOf(%d) = %v, %v, of %d seconds", n, v, ok, v.Seconds())
		}
		h, m, s := n/3600, n/60%60, n%60
		long := fmt.Sprintf("%02d:%02d:%02d", h, m, s)
		want := long
		if s == 0 {
			want = long[:len("15:04")]
		}
		wantText(t, v, want, tz.ParseTimeOfDay)
		if got, err := tz.ParseTimeOfDay(long); err != nil || got != v {
			t.Fatalf("%q is %v, %v", long, got, err)
		}
	}
	for _, n := range []int{-1, 24*60*60 + 1, -1 << 31, 1<<31 - 1} {
		if v, ok := tz.TimeOfDayOf(n); ok || !v.IsZero() {
			t.Errorf("TimeOfDayOf(%d) = %v, %v", n, v, ok)
		}
	}
	noon := tz.MustParseTimeOfDay("12:00")
	wantZero(t, "", noon)
	wantMust(t, tz.MustParseTimeOfDay, tz.ParseTimeOfDay, "15:04:05")
	if tz.EndOfDay() != tz.MustParseTimeOfDay("24:00") || tz.EndOfDay().Seconds() != day {
		t.Errorf("EndOfDay is %v, of %d seconds", tz.EndOfDay(), tz.EndOfDay().Seconds())
	}
	if none := (tz.TimeOfDay{}); none.Seconds() != -1 || !none.IsZero() {
		t.Errorf("the zero time has %d seconds", none.Seconds())
	}
	wantBad(t, tz.ParseTimeOfDay, noon, []bad{
		{"24:01", tz.OutOfRange, 0},
		{"24:00:01", tz.OutOfRange, 0},
		{"24:01:00", tz.OutOfRange, 0},
		{"25:00", tz.OutOfRange, 0},
		{"99:99", tz.OutOfRange, 0},
		{"99:99:99", tz.OutOfRange, 0},
		{"23:60", tz.OutOfRange, 0},
		{"00:99", tz.OutOfRange, 0},
		{"23:59:60", tz.OutOfRange, 0}, // a leap second
		{"00:00:99", tz.OutOfRange, 0},
		{"", tz.Invalid, 0},
		{"9", tz.Invalid, 0},
		{"09", tz.Invalid, 0},
		{"9:00", tz.Invalid, 0},
		{"09:0", tz.Invalid, 0},
		{"9:00:00", tz.Invalid, 0},
		{"09:0:00", tz.Invalid, 0},
		{"09:00:0", tz.Invalid, 0},
		{"009:00", tz.Invalid, 0},
		{"09:000", tz.Invalid, 0},
		{"0900", tz.Invalid, 0},
		{"09000", tz.Invalid, 0},
		{"090000", tz.Invalid, 0},
		{"09-00", tz.Invalid, 0},
		{"09.00", tz.Invalid, 0},
		{"09h00", tz.Invalid, 0},
		{"09:00-00", tz.Invalid, 0},
		{"09-00:00", tz.Invalid, 0},
		{"09:00:", tz.Invalid, 0},
		{"09:00:00.0", tz.Invalid, 0},
		{"+9:00", tz.Invalid, 0},
		{"-9:00", tz.Invalid, 0},
		{" 9:00", tz.Invalid, 0},
		{"09: 0", tz.Invalid, 0},
		{"09:00:+1", tz.Invalid, 0},
		{"09:00\n", tz.Invalid, 0},
		{"09:00 ", tz.Invalid, 0},
		{" 09:00", tz.Invalid, 0},
		{"09:0\x00", tz.Invalid, 0},
		{"9:00 AM", tz.Invalid, 0},
		{"09:00 AM", tz.Invalid, 0}, // eight bytes, a colon in place
		{"09:00Z", tz.Invalid, 0},
		{"\uff10\uff19:00", tz.Invalid, 0}, // eight bytes
		{"\u0669:00", tz.Invalid, 0},       // five bytes
		{"09\uff1a00", tz.Invalid, 0},      // a full-width colon
		{"noon", tz.Invalid, 0},
	})
}

func TestDateTimeText(t *testing.T) {
	for n := tz.MinDay; n <= tz.MaxDay; n += 1009 {
		for s := int64(0); s < day; s += 7919 {
			dt := tz.DateTimeOfLocal(int64(n)*day + s)
			at := time.Unix(int64(n)*day+s, 0).UTC()
			want := at.Format("2006-01-02T15:04")
			if at.Second() != 0 {
				want = at.Format("2006-01-02T15:04:05")
			}
			wantText(t, dt, want, tz.ParseDateTime)
		}
	}
	new2026 := tz.MustParseDateTime("2026-01-01T00:00")
	wantText(t, tz.MustParseDate("2025-12-31").At(tz.EndOfDay()), "2025-12-31T24:00", tz.ParseDateTime)
	wantZero(t, "", new2026)
	wantMust(t, tz.MustParseDateTime, tz.ParseDateTime, "2026-01-01T00:00:01")
	wantBad(t, tz.ParseDateTime, new2026, []bad{
		{"2026-02-30T10:00", tz.OutOfRange, 0},
		{"0000-01-01T00:00", tz.OutOfRange, 0},
		{"2026-02-30T99:99", tz.OutOfRange, 0},
		{"2026-01-01T24:01", tz.OutOfRange, 11},
		{"2026-01-01T23:60", tz.OutOfRange, 11},
		{"2026-01-01T23:59:60", tz.OutOfRange, 11},
		{"2026-01-01T1:00", tz.Invalid, 11},
		{"2026-01-01T", tz.Invalid, 11},
		{"2026-01-01T10:00Z", tz.Invalid, 11},
		{"2026-01-01T10:00\n", tz.Invalid, 11},
		{"2026-01-01T10:00+01:00", tz.Invalid, 11},
		{"2026-01-01T10:00:00Z", tz.Invalid, 11},
		{"2026-01-01T10:00:00.0", tz.Invalid, 11},
		{"2026-01-0aT10:00", tz.Invalid, 0},
		{"", tz.Invalid, 0},
		{"T", tz.Invalid, 0},
		{"T10:00", tz.Invalid, 0},
		{"2026-01-01", tz.Invalid, 0},
		{"2026-01-01 10:00", tz.Invalid, 0},
		{"2026-01-01t10:00", tz.Invalid, 0},
		{"2026-01-0110:00", tz.Invalid, 0},
		{"02026-01-01T10:00", tz.Invalid, 0},
		{"20260101T1000", tz.Invalid, 0},
	})
}

// TestHalfDateTime: a date-time of which one part is missing can be made, so its text must be readable too.
func TestHalfDateTime(t *testing.T) {
	for _, half := range []tz.DateTime{
		tz.MustParseDate("2026-01-01").At(tz.TimeOfDay{}),
		(tz.Date{}).At(tz.MustParseTimeOfDay("10:00")),
	} {
		text, err := half.MarshalText()
		var back tz.DateTime
		if err2 := back.UnmarshalText(text); err != nil || err2 != nil {
			t.Errorf("%#v is %q, %v, and that is %v, %v", half, text, err, back, err2)
		}
	}
}

func TestMonthDayText(t *testing.T) {
	s := stepper{2000, 1, 1}
	n := 0
	var last tz.MonthDay
	for ; s.year == 2000; s.step() {
		md, ok := tz.MonthDayOf(time.Month(s.month), s.dom)
		if !ok || md.IsZero() {
			t.Fatalf("MonthDayOf(%d, %d) = %v, %v", s.month, s.dom, md, ok)
		}
		wantText(t, md, fmt.Sprintf("%02d-%02d", s.month, s.dom), tz.ParseMonthDay)
		if md.Compare(last) != 1 || last.Compare(md) != -1 || md.Compare(md) != 0 {
			t.Fatalf("%v does not come after %v", md, last)
		}
		last = md
		n++
	}
	if n != 366 {
		t.Fatalf("saw %d days", n)
	}
	wantZero(t, "", last)
	wantMust(t, tz.MustParseMonthDay, tz.ParseMonthDay, "02-29")
	for _, tt := range []struct{ month, dom int }{{0, 1}, {13, 1}, {-1, 1}, {1, 0}, {1, 32}, {2, 30}, {4, 31}, {1, -1}} {
		if md, ok := tz.MonthDayOf(time.Month(tt.month), tt.dom); ok || !md.IsZero() {
			t.Errorf("MonthDayOf%v = %v, %v", tt, md, ok)
		}
	}
	wantBad(t, tz.ParseMonthDay, last, []bad{
		{"02-30", tz.OutOfRange, 0},
		{"04-31", tz.OutOfRange, 0},
		{"00-01", tz.OutOfRange, 0},
		{"13-01", tz.OutOfRange, 0},
		{"01-00", tz.OutOfRange, 0},
		{"01-32", tz.OutOfRange, 0},
		{"99-99", tz.OutOfRange, 0},
		{"", tz.Invalid, 0},
		{"2-29", tz.Invalid, 0},
		{"02-9", tz.Invalid, 0},
		{"0229", tz.Invalid, 0},
		{"02/29", tz.Invalid, 0},
		{"--02-29", tz.Invalid, 0},
		{"2-029", tz.Invalid, 0},
		{"-2-29", tz.Invalid, 0},
		{"02--9", tz.Invalid, 0},
		{"02-+9", tz.Invalid, 0},
		{"02-29\n", tz.Invalid, 0},
		{"02-2\n", tz.Invalid, 0},
		{"\uff12-29", tz.Invalid, 0},
		{"02-\u0669", tz.Invalid, 0}, // five bytes, the dash in place
		{"Feb 29", tz.Invalid, 0},
		{"2026-02-28", tz.Invalid, 0},
	})
}

func TestOffsetText(t *testing.T) {
	n := 0
	for minutes := -12 * 60; minutes <= 14*60; minutes++ {
		o, ok := tz.OffsetOf(minutes)
		if !ok || o.IsZero() || o.Minutes() != minutes {
			t.Fatalf("OffsetOf(%d) = %v, %v, of %d minutes", minutes, o, ok, o.Minutes())
		}
		sign, m := "+", minutes
		if m < 0 {
			sign, m = "-", -m
		}
		want := fmt.Sprintf("%s%02d:%02d", sign, m/60, m%60)
		wantText(t, o, want, tz.ParseOffset)

		zone := o.Zone()
		if got := zone.Stretch(0); got != (tz.Stretch{From: tz.Past, To: tz.Future, Offsets: tz.Offsets{Before: int32(minutes * 60), Offset: int32(minutes * 60), After: int32(minutes * 60)}}) {
			t.Fatalf("the zone of %v has %+v", o, got)
		}
		if minutes == 0 {
			want = "UTC"
		}
		if zone.String() != want || zone.Version() != "" || (zone == tz.UTC()) != (minutes == 0) {
			t.Fatalf("the zone of %v is %v, version %q", o, zone, zone.Version())
		}
		n++
	}
	if n != 1561 {
		t.Fatalf("saw %d offsets", n)
	}
	for _, minutes := range []int{-12*60 - 1, 14*60 + 1, -1 << 31, 1<<31 - 1, 1<<16 + 60} {
		if o, ok := tz.OffsetOf(minutes); ok || !o.IsZero() {
			t.Errorf("OffsetOf(%d) = %v, %v", minutes, o, ok)
		}
	}
	india := tz.MustParseOffset("+05:30")
	wantZero(t, "", india)
	wantMust(t, tz.MustParseOffset, tz.ParseOffset, "-08:00")
	if none := (tz.Offset{}); none.Minutes() != 0 || none.Zone() != tz.UTC() || none == tz.MustParseOffset("+00:00") {
		t.Errorf("the zero offset has %d minutes and the zone %v", none.Minutes(), none.Zone())
	}
	if got, err := tz.ParseOffset("-00:00"); err != nil || got != tz.MustParseOffset("+00:00") {
		t.Errorf("-00:00 is %v, %v", got, err)
	}
	wantBad(t, tz.ParseOffset, india, []bad{
		{"+99:99", tz.OutOfRange, 0},
		{"-99:99", tz.OutOfRange, 0},
		{"+24:00", tz.OutOfRange, 0},
		{"+14:01", tz.OutOfRange, 0},
		{"-12:01", tz.OutOfRange, 0},
		{"-14:00", tz.OutOfRange, 0},
		{"+00:60", tz.OutOfRange, 0},
		{"+13:60", tz.OutOfRange, 0}, // 14 hours, were it allowed to be said so
		{"-11:60", tz.OutOfRange, 0},
		{"", tz.Invalid, 0},
		{"Z", tz.Invalid, 0},
		{"UTC", tz.Invalid, 0},
		{"+5:30", tz.Invalid, 0},
		{"+05", tz.Invalid, 0},
		{"+05:3", tz.Invalid, 0},
		{"+0530", tz.Invalid, 0},
		{"+05330", tz.Invalid, 0},
		{"+05.30", tz.Invalid, 0},
		{"+05:30:00", tz.Invalid, 0},
		{"05:30", tz.Invalid, 0},
		{" 05:30", tz.Invalid, 0},
		{"005:30", tz.Invalid, 0},
		{"++5:30", tz.Invalid, 0},
		{"+-5:30", tz.Invalid, 0},
		{"+05:-1", tz.Invalid, 0},
		{"+05:30\n", tz.Invalid, 0},
		{"+05:3\n", tz.Invalid, 0},
		{" +05:30", tz.Invalid, 0},
		{"+05:3\x00", tz.Invalid, 0},
		{"\u00b105:30", tz.Invalid, 0},
		{"\u221205:30", tz.Invalid, 0}, // U+2212, the minus of typesetters
		{"\u22125:30", tz.Invalid, 0},  // the same, seven bytes
		{"+05\uff1a30", tz.Invalid, 0}, // a full-width colon
		{"+\u0665:30", tz.Invalid, 0},  // an Arabic digit, six bytes, the colon in place
		{"GMT+05:30", tz.Invalid, 0},
	})
}

func TestWeekdayText(t *testing.T) {
	for d := tz.Monday; d <= tz.Sunday; d++ {
		wantText(t, d, time.Weekday(int(d)%7).String(), tz.ParseWeekday)
		if d.IsZero() {
			t.Errorf("%v is none", d)
		}
	}
	if tz.Monday != 1 || tz.Sunday != 7 || tz.Monday.String() != "Monday" || tz.Sunday.String() != "Sunday" {
		t.Error("the days of the week are not numbered as in ISO 8601")
	}
	if none := tz.Weekday(0); !none.IsZero() {
		t.Error("the zero weekday is one")
	}
	if got := tz.Weekday(8).String(); got != "Weekday(8)" {
		t.Errorf("an eighth day is %q", got)
	}
	wantZero(t, "", tz.Sunday)
	wantMust(t, tz.MustParseWeekday, tz.ParseWeekday, "Friday")
	wantBad(t, tz.ParseWeekday, tz.Friday, []bad{
		{"", tz.Invalid, 0},
		{"monday", tz.Invalid, 0},
		{"MONDAY", tz.Invalid, 0},
		{"Mon", tz.Invalid, 0},
		{"MON", tz.Invalid, 0},
		{"Mo", tz.Invalid, 0},
		{"1", tz.Invalid, 0},
		{"Monday ", tz.Invalid, 0},
		{"Monday\n", tz.Invalid, 0},
		{"Mondays", tz.Invalid, 0},
		{"Montag", tz.Invalid, 0},
		{"Weekday(8)", tz.Invalid, 0},
	})
}

func TestGapText(t *testing.T) {
	for g, text := range map[tz.Gap]string{tz.GapForward: "forward", tz.GapSkip: "skip", tz.GapNext: "next"} {
		wantText(t, g, text, tz.ParseGap)
	}
	wantZero(t, "forward", tz.GapNext)
	wantBad(t, tz.ParseGap, tz.GapNext, []bad{
		{"", tz.Invalid, 0}, {"Forward", tz.Invalid, 0}, {"skip ", tz.Invalid, 0}, {"next\n", tz.Invalid, 0}, {"invalid", tz.Invalid, 0}, {"first", tz.Invalid, 0},
	})
	if got := tz.Gap(3).String() + tz.Gap(255).String(); got != "invalidinvalid" {
		t.Errorf("gaps that do not exist are %q", got)
	}
}

func TestOverlapText(t *testing.T) {
	for o, text := range map[tz.Overlap]string{tz.OverlapFirst: "first", tz.OverlapSecond: "second", tz.OverlapBoth: "both"} {
		wantText(t, o, text, tz.ParseOverlap)
	}
	wantZero(t, "first", tz.OverlapBoth)
	wantBad(t, tz.ParseOverlap, tz.OverlapBoth, []bad{
		{"", tz.Invalid, 0}, {"First", tz.Invalid, 0}, {"both ", tz.Invalid, 0}, {"second\n", tz.Invalid, 0}, {"invalid", tz.Invalid, 0}, {"next", tz.Invalid, 0},
	})
	if got := tz.Overlap(3).String() + tz.Overlap(255).String(); got != "invalidinvalid" {
		t.Errorf("overlaps that do not exist are %q", got)
	}
}

func TestKindText(t *testing.T) {
	for k, text := range map[tz.Kind]string{tz.Unique: "unique", tz.InGap: "gap", tz.InOverlap: "overlap"} {
		if got := k.String(); got != text {
			t.Errorf("kind %d is %q, want %q", k, got, text)
		}
	}
	for k := range 256 {
		_ = tz.Kind(k).String() // must not panic
	}
}
