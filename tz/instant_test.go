package tz_test

import (
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

func TestParseInstant(t *testing.T) {
	for text, want := range map[string]int64{
		"1970-01-01T00:00:00Z":             0,
		"1969-12-31T23:59:59Z":             -1,
		"2001-09-09T01:46:40Z":             1e9,
		"2001-09-09T01:46:40+00:00":        1e9,
		"2001-09-09T01:46:40-00:00":        1e9,
		"2001-09-09T01:46:40.0Z":           1e9,
		"2001-09-09T01:46:40.000000000Z":   1e9,
		"2001-09-09T07:31:40.000+05:45":    1e9,
		"2001-09-08T15:46:40-10:00":        1e9,
		"2001-09-10T01:45:40+23:59":        1e9,
		"2001-09-08T01:47:40-23:59":        1e9,
		"2024-02-29T00:00:00Z":             1709164800,
		"2026-12-31T23:59:59Z":             1798761599,
		"0001-01-01T00:00:00Z":             -62135596800,
		"9999-12-31T23:59:59Z":             253402300799,
		"9999-12-31T23:59:59.00+14:00":     253402300799 - 14*3600,
		"2001-09-09T01:46:40.00000000000Z": 1e9,
	} {
		got, err := tz.ParseInstant(text)
		if err != nil || got != time.Unix(want, 0).UTC() { // ==: whole seconds, UTC, no monotonic part
			t.Errorf("%s = %v, %v, want %s", text, got, err, rfc(want))
		}
	}
}

// TestParseInstantAgainstTime reads every offset there is, on both sides of midnight, as package time does.
func TestParseInstantAgainstTime(t *testing.T) {
	for minutes := range 24 * 60 {
		for _, sign := range "+-" {
			text := fmt.Sprintf("2024-02-29T%02d:%02d:59%c%02d:%02d", minutes*7%24, minutes%60, sign, minutes/60, minutes%60)
			want, err := time.Parse(time.RFC3339, text)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := tz.ParseInstant(text); err != nil || got != want.UTC() {
				t.Fatalf("%s = %v, %v, want %v", text, got, err, want.UTC())
			}
		}
	}
}

func TestParseInstantRefuses(t *testing.T) {
	for _, tt := range []struct {
		text   string
		code   tz.Code
		offset int
	}{
		{"2026-02-30T00:00:00Z", tz.OutOfRange, 0},
		{"2100-02-29T00:00:00Z", tz.OutOfRange, 0},
		{"0000-01-01T00:00:00Z", tz.OutOfRange, 0},
		{"2026-01-01T24:00:00Z", tz.OutOfRange, 11},
		{"2026-01-01T00:00:00.5Z", tz.OutOfRange, 19},
		{"2026-01-01T00:00:00.000000001Z", tz.OutOfRange, 19},
		{"2026-01-01T00:00:00.000000000000000001Z", tz.OutOfRange, 19},
		{"2026-01-01T00:00:00.5", tz.Invalid, 19},
		{"2026-01-01T00:00:00.0", tz.Invalid, 19},
		{"2026-01-01T00:00:00.", tz.Invalid, 19},
		{"2026-01-01T00:00:00.Z", tz.Invalid, 19},
		{"2026-01-01T00:00:00.+00:00", tz.Invalid, 19},
		{"2026-01-01T00:00:00.-1Z", tz.Invalid, 19},
		{"2026-01-01T00:00:00,0Z", tz.Invalid, 19},
		{"2026-01-01T00:00:00.0 Z", tz.Invalid, 21},
		{"2026-01-01T00:00:00.\u0660Z", tz.Invalid, 19},
		{"2026-01-01T00:00:00+24:00", tz.OutOfRange, 19},
		{"2026-01-01T00:00:00-24:00", tz.OutOfRange, 19},
		{"2026-01-01T00:00:00+00:60", tz.OutOfRange, 19},
		{"2026-01-01T00:00:00+99:99", tz.OutOfRange, 19},
		{"2026-01-01T00:00:00.00+24:00", tz.OutOfRange, 22},
		{"2026-01-01T00:00:00z", tz.Invalid, 19},
		{"2026-01-01T00:00:00ZZ", tz.Invalid, 19},
		{"2026-01-01T00:00:00Z\n", tz.Invalid, 19},
		{"2026-01-01T00:00:00Z+01:00", tz.Invalid, 19},
		{"2026-01-01T00:00:00 Z", tz.Invalid, 19},
		{"2026-01-01T00:00:00+02", tz.Invalid, 19},
		{"2026-01-01T00:00:00+0200", tz.Invalid, 19},
		{"2026-01-01T00:00:00+02000", tz.Invalid, 19},
		{"2026-01-01T00:00:00+2:00", tz.Invalid, 19},
		{"2026-01-01T00:00:00+02:0", tz.Invalid, 19},
		{"2026-01-01T00:00:00+02:00:00", tz.Invalid, 19},
		{"2026-01-01T00:00:00+-2:00", tz.Invalid, 19},
		{"2026-01-01T00:00:00+02:-1", tz.Invalid, 19},
		{"2026-01-01T00:00:00+a0:00", tz.Invalid, 19},
		{"2026-01-01T00:00:00+00:0a", tz.Invalid, 19},
		{"2026-01-01T00:00:00 02:00", tz.Invalid, 19},
		{"2026-01-01T00:00:00\u221202:00", tz.Invalid, 19},
		{"2026-01-01T00:00:00UTC", tz.Invalid, 19},
		{"", tz.Invalid, 0},
		{"now", tz.Invalid, 0},
		{"1700000000", tz.Invalid, 0},
		{"2026-01-01", tz.Invalid, 0},
		{"2026-01-01Z", tz.Invalid, 0},
		{"2026-01-01T00:00:00", tz.Invalid, 0},
		{"2026-01-01T00:00Z", tz.Invalid, 0},
		{"2026-01-01T00:00+00:00", tz.Invalid, 0},
		{"2026-01-01T00Z", tz.Invalid, 0},
		{"2026-01-01 00:00:00Z", tz.Invalid, 0},
		{"2026-01-01t00:00:00Z", tz.Invalid, 0},
		{"20260101T000000Z", tz.Invalid, 0},
		{"+2026-01-01T00:00:00Z", tz.Invalid, 0},
		{" 2026-01-01T00:00:00Z", tz.Invalid, 0},
		{"12026-01-01T00:00:00Z", tz.Invalid, 0},
		{"\uff12026-01-01T00:00:00Z", tz.Invalid, 0},
		{"2026-01-01T00:00:00Z[UTC]", tz.Invalid, 19},
	} {
		got, err := tz.ParseInstant(tt.text)
		wantError(t, err, tt.code, tt.text, tt.offset)
		if !got.IsZero() {
			t.Errorf("%q: an error and yet %v", tt.text, got)
		}
	}
}

// TestParseInstantRefusesTimes: the code alone counts here.
func TestParseInstantRefusesTimes(t *testing.T) {
	for text, code := range map[string]tz.Code{
		"2016-12-31T23:59:60Z":      tz.OutOfRange, // a leap second that there was: POSIX time does not count it
		"2016-12-31T23:59:60+00:00": tz.OutOfRange,
		"2026-01-01T24:00:01Z":      tz.OutOfRange,
		"2026-01-01T25:00:00Z":      tz.OutOfRange,
		"2026-01-01T23:60:00Z":      tz.OutOfRange,
		"2026-01-01T99:99:99Z":      tz.OutOfRange,
		"2026-01-01T 1:00:00Z":      tz.Invalid,
		"2026-01-01T01-00:00Z":      tz.Invalid,
	} {
		_, err := tz.ParseInstant(text)
		e, ok := err.(*tz.Error)
		if !ok || e.Code != code || e.Input != text {
			t.Errorf("%s: %v, want %s", text, err, code)
		}
	}
}

func TestS01SecondsDropTheFraction(t *testing.T) {
	for _, tt := range []struct {
		at   time.Time
		want int64
	}{
		{time.Unix(0, 0), 0},
		{time.Unix(0, 1), 0},
		{time.Unix(0, 999_999_999), 0},
		{time.Unix(0, -1), -1}, // the last nanosecond of 1969: towards the past, not towards zero
		{time.Unix(-1, 1), -1},
		{time.Unix(-1, 0), -1},
		{time.Unix(-1, -1), -2},
		{time.Unix(1e9, 5e8).In(time.FixedZone("", 3600)), 1e9},
		{time.Time{}, -62135596800},
		{time.Unix(1<<58, 0), 1 << 58},
		{time.Unix(tz.Future/4, 0), tz.Future / 4},
		{time.Unix(tz.Future/4+1, 0), tz.Future / 4},
		{time.Unix(tz.Past/4, 0), tz.Past / 4},
		{time.Unix(tz.Past/4-1, 0), tz.Past / 4},
		{time.Unix(math.MaxInt64, 0), tz.Future / 4},
		{time.Unix(math.MinInt64, 0), tz.Past / 4},
	} {
		if got := tz.Seconds(tt.at); got != tt.want {
			t.Errorf("Seconds(%v) = %d, want %d", tt.at, got, tt.want)
		}
	}
}

func TestRead(t *testing.T) {
	york := tz.MustLoad("America/New_York")
	for _, tt := range []struct {
		zone tz.Zone
		at   time.Time
		want string
	}{
		{tz.UTC(), time.Unix(0, 0), "1970-01-01T00:00"},
		{tz.UTC(), time.Unix(0, -1), "1969-12-31T23:59:59"},
		{tz.UTC(), time.Time{}, "0001-01-01T00:00"},
		{tz.UTC(), time.Unix(253402300799, 999), "9999-12-31T23:59:59"},
		{tz.UTC(), time.Unix(253402300800, 0), ""},
		{tz.UTC(), time.Unix(-62135596801, 0), ""},
		{tz.UTC(), time.Unix(math.MaxInt64, 0), ""},
		{tz.UTC(), time.Unix(math.MinInt64, 0), ""},
		{tz.MustParseOffset("-00:01").Zone(), time.Unix(253402300800, 0), "9999-12-31T23:59"},
		{tz.MustParseOffset("-00:01").Zone(), time.Time{}, ""},
		{tz.MustParseOffset("+05:45").Zone(), time.Unix(0, 0), "1970-01-01T05:45"},
		{york, time.Unix(sec("2026-03-08T06:59:59Z"), 0), "2026-03-08T01:59:59"},
		{york, time.Unix(sec("2026-03-08T07:00:00Z"), 0), "2026-03-08T03:00"},
		{york, time.Unix(sec("2026-11-01T05:59:59Z"), 0), "2026-11-01T01:59:59"},
		{york, time.Unix(sec("2026-11-01T06:00:00Z"), 0), "2026-11-01T01:00"},
		{york, time.Time{}, ""}, // still the year before the first in New York
	} {
		if got := tt.zone.Read(tt.at).String(); got != tt.want {
			t.Errorf("%v: %s reads %q, want %q", tt.zone, tt.at.UTC(), got, tt.want)
		}
	}
}

// TestParseInstantRoundTrip: what is read can be written and read again, also where an offset carries the instant over the
// ends of the years that have four digits.
func TestParseInstantRoundTrip(t *testing.T) {
	for _, text := range []string{
		"2026-07-01T10:00:00+02:00",
		"0001-01-01T00:00:00Z",
		"0001-01-01T10:00:00+10:00",
		"9999-12-31T13:59:59-10:00",
		"9999-12-31T23:59:59Z",
		"0001-01-01T00:00:00+00:01", // in year 0
		"0001-01-01T00:00:00+23:59",
		"9999-12-31T23:59:59-00:01", // in year 10000
		"9999-12-31T23:59:59-23:59",
	} {
		at, err := tz.ParseInstant(text)
		if err != nil {
			wantError(t, err, tz.OutOfRange, text, err.(*tz.Error).Offset)
			continue
		}
		if again, err := tz.ParseInstant(at.Format(time.RFC3339)); err != nil || again != at {
			t.Errorf("%s is %s, which is %v, %v", text, at.Format(time.RFC3339), again, err)
		}
	}
}
