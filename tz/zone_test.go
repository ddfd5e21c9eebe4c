package tz_test

import (
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

func TestZeroZone(t *testing.T) {
	var z tz.Zone
	if z != tz.UTC() || z.String() != "UTC" || z.Version() != "" || z.Stretch(0) != (tz.Stretch{From: tz.Past, To: tz.Future}) {
		t.Errorf("the zero zone is %v, version %q, with %+v", z, z.Version(), z.Stretch(0))
	}
}

func TestZoneOf(t *testing.T) {
	tokyo, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	z, err := tz.ZoneOf("the office", tokyo)
	if err != nil || z.String() != "the office" || z.Version() != "" || z.Local(0) != 9*3600 {
		t.Errorf("%v, version %q, at 0 it reads %d (%v)", z, z.Version(), z.Local(0), err)
	}
	// Seconds of an offset count: nobody's clock does this today, but Monrovia's did in 1971.
	odd, err := tz.ZoneOf("odd", time.FixedZone("", -44*60-30))
	if err != nil || odd.Local(0) != -2670 {
		t.Errorf("%v reads %d (%v)", odd, odd.Local(0), err)
	}
}

// TestZoneOfRefuses: what does not behave like a zone is refused, up to the exact limit.
func TestZoneOfRefuses(t *testing.T) {
	const hour = 3600
	at := sec("2020-01-01T00:00:00Z")
	early := sec("1900-01-01T00:00:00Z")
	data := func(before int32, changes ...change) *time.Location { return location(t, tzif(before, changes, "", 0)) }

	for _, tt := range []struct {
		what string
		loc  *time.Location
		ok   bool
	}{
		{"offset just below 26 h", time.FixedZone("", 26*hour-1), true},
		{"offset of 26 h", time.FixedZone("", 26*hour), false},
		{"offset of 30 h", time.FixedZone("", 30*hour), false},
		{"offset just above -26 h", time.FixedZone("", -26*hour+1), true},
		{"offset of -26 h", time.FixedZone("", -26*hour), false},
		{"offset of -30 h", time.FixedZone("", -30*hour), false},
		{"a change to 26 h", data(0, change{at, 26 * hour}), false},
		{"a change from 26 h, long before 1970", data(26*hour, change{early, 0}), false},
		{"a change from just below 26 h, long before 1970", data(26*hour-1, change{early, 0}), true},
		{"a rule that goes to 26 h", location(t, tzif(0, []change{{at, 26 * hour}}, "X-26", 0)), false},

		{"one hour forward and back within that hour", data(0, change{at, hour}, change{at + hour, 0}), false},
		{"one hour forward, back after as long as both changes", data(0, change{at, hour}, change{at + 2*hour, 0}), false},
		{"one hour forward, back a second later than that", data(0, change{at, hour}, change{at + 2*hour + 1, 0}), true},
		{"one hour back, forward after as long as both changes", data(0, change{at, -hour}, change{at + 2*hour, 0}), false},
		{"one hour back, forward a second later than that", data(0, change{at, -hour}, change{at + 2*hour + 1, 0}), true},
		{"forward and forward again too soon", data(0, change{at, hour}, change{at + 4*hour, 4 * hour}), false},
		{"forward and forward again soon enough", data(0, change{at, hour}, change{at + 4*hour + 1, 4 * hour}), true},
		{"two changes in one second", data(0, change{at, 1}, change{at + 1, 0}), false},
		{"three seconds between changes of one", data(0, change{at, 1}, change{at + 3, 0}), true},
	} {
		z, err := tz.ZoneOf("Test/Zone", tt.loc)
		switch {
		case tt.ok && err != nil:
			t.Errorf("%s: %v", tt.what, err)
		case tt.ok:
			place{name: "Test/Zone", zone: z, loc: tt.loc}.walk(t, early-day, to2100)
		case err == nil:
			t.Errorf("%s: accepted", tt.what)
		default:
			wantError(t, err, tz.InvalidZone, "Test/Zone", 0)
			if z != (tz.Zone{}) {
				t.Errorf("%s: an error and yet a zone", tt.what)
			}
		}
	}
	_, err := tz.ZoneOf("nowhere", nil)
	wantError(t, err, tz.Missing, "nowhere", 0)
}

// TestZoneOfManyChanges: a zone whose offset changes every few seconds is no zone, and yet read right.
func TestZoneOfManyChanges(t *testing.T) {
	var changes []change
	for i := range 5000 {
		changes = append(changes, change{sec("2020-01-01T00:00:00Z") + int64(i)*3, int32(i % 2)})
	}
	loc := location(t, tzif(1, changes, "", 0))
	z, err := tz.ZoneOf("Test/Zone", loc)
	if err != nil {
		t.Fatal(err)
	}
	if n := (place{name: "Test/Zone", zone: z, loc: loc}).walk(t, from1970, to2100); n != 5001 {
		t.Errorf("%d stretches, want 5001", n)
	}
}

// TestZoneIgnoresOtherChanges: a new abbreviation, or daylight saving that is declared without a change of the clock, is not
// an edge.
func TestZoneIgnoresOtherChanges(t *testing.T) {
	loc := location(t, tzif(3600, []change{{0, 3600}, {1e9, 3600}, {1.5e9, 7200}, {1.6e9, 7200}}, "<+02>-2", 0))
	z, err := tz.ZoneOf("Test/Zone", loc)
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[int64]tz.Stretch{
		0:     {From: tz.Past, To: 1.5e9, Offsets: tz.Offsets{Before: 3600, Offset: 3600, After: 7200}},
		1e9:   {From: tz.Past, To: 1.5e9, Offsets: tz.Offsets{Before: 3600, Offset: 3600, After: 7200}},
		1.5e9: {From: 1.5e9, To: tz.Future, Offsets: tz.Offsets{Before: 3600, Offset: 7200, After: 7200}},
		5e9:   {From: 1.5e9, To: tz.Future, Offsets: tz.Offsets{Before: 3600, Offset: 7200, After: 7200}},
	} {
		if got := z.Stretch(at); got != want {
			t.Errorf("at %d: %+v, want %+v", at, got, want)
		}
	}
}

func TestZoneEqual(t *testing.T) {
	of := func(name string, before int32, changes ...change) tz.Zone {
		z, err := tz.ZoneOf(name, location(t, tzif(before, changes, "", 0)))
		if err != nil {
			t.Fatal(err)
		}
		return z
	}
	zone := of("A", 3600, change{1e9, 7200})
	for _, tt := range []struct {
		what string
		a, b tz.Zone
		want bool
	}{
		{"itself", zone, zone, true},
		{"the same data again", zone, of("A", 3600, change{1e9, 7200}), true},
		{"another name", zone, of("B", 3600, change{1e9, 7200}), false},
		{"another offset", zone, of("A", 3600, change{1e9, 7201}), false},
		{"another instant", zone, of("A", 3600, change{1e9 + 1, 7200}), false},
		{"one more change", zone, of("A", 3600, change{1e9, 7200}, change{2e9, 3600}), false},
		{"UTC and the zero zone", tz.UTC(), tz.Zone{}, true},
		{"UTC and +00:00", tz.UTC(), tz.MustParseOffset("+00:00").Zone(), true},
		{"two fixed offsets", tz.UTC(), tz.MustParseOffset("+00:01").Zone(), false},
		{"UTC and a zone called so", tz.UTC(), of("UTC", 0), false},

		// The documented promise is about the offsets from 1970 to 2105 and nothing else.
		{"other changes before 1970", of("A", 3600, change{-2e9, 0}, change{-1e9, 3600}), of("A", 3600, change{-2e9, 0}, change{-1e9 + 1, 3600}), true},
		{"another offset before 1970", of("A", 3600, change{-2e9, 0}), of("A", 7200, change{-2e9, 0}), true},
		{"none before 1970", of("A", 0), of("A", 3600, change{-2e9, 0}), true},
		{"another change in 2105", of("A", 0, change{4.29e9, 3600}), of("A", 0, change{4.29e9 + 1, 3600}), false},
		{"another change after 2105", of("A", 0, change{5e9, 3600}), of("A", 0, change{5e9 + 1, 3600}), true},
		{"another offset after 2105", of("A", 0, change{5e9, 3600}), of("A", 0, change{5e9, 7200}), true},
		{"none after 2105", of("A", 0, change{5e9, 3600}), of("A", 0), true},
		{"none at the first instant after what is compared", of("A", 0, change{1 << 32, 3600}), of("A", 0), true},
	} {
		if got := tt.a.Equal(tt.b); got != tt.want {
			t.Errorf("%s: Equal is %v", tt.what, got)
		}
		if got := tt.b.Equal(tt.a); got != tt.want {
			t.Errorf("%s, the other way round: Equal is %v", tt.what, got)
		}
	}
}
