package blackout

import (
	"testing"

	"github.com/casement-go/casement/tz"
)

// What a wall reads for good is one span without an edge, on both sides of Greenwich.
func TestWallSpansWithoutEdge(t *testing.T) {
	for _, offset := range []string{"+00:00", "+01:00", "-01:00", "+14:00", "-12:00"} {
		zone := tz.MustParseOffset(offset).Zone()
		shift := int64(zone.Stretch(0).Offset)
		w := wall{zone: zone, dates: spans{{-500_000, -400_000}, {400_000, 500_000}}}
		for _, c := range []struct {
			at, from, to int64 // local
			in           bool
		}{
			{-500_001, tz.Past + shift, -500_000, false},
			{-500_000, -500_000, -400_000, true},
			{0, -400_000, 400_000, false},
			{499_999, 400_000, 500_000, true},
			{500_000, 500_000, tz.Future + shift, false},
		} {
			in, _, from, to, _ := w.Around(c.at - shift)
			if in != c.in || from != c.from-shift || to != c.to-shift {
				t.Errorf("%s, local %d: %v from %d to %d, want %v from %d to %d", offset, c.at, in, from, to, c.in, c.from-shift, c.to-shift)
			}
		}
	}
	// A zone that goes on changing has an edge nowhere either, as the clock never comes back to a date of long ago.
	w := wall{zone: tz.MustLoad("Europe/Berlin"), dates: spans{{-500_000, -400_000}}}
	if in, _, from, to, _ := w.Around(1_800_000_000); in || to != tz.Future || from <= 0 {
		t.Errorf("%v from %d to %d", in, from, to)
	}
}
