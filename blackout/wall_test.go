package blackout

import (
	"testing"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// nothing is a reading that never holds and counts how often it is asked.
type nothing struct {
	t     *testing.T
	asked *int
}

func (n nothing) around(int64) (in bool, from, to int64) {
	if *n.asked++; *n.asked > 10 {
		n.t.Fatal("the search goes on for ever")
	}
	return false, tz.Past, tz.Future
}

// A search without a limit ends where nothing comes any more, on both sides of Greenwich.
func TestWallSearchWithoutLimit(t *testing.T) {
	for _, offset := range []string{"+00:00", "+01:00", "-01:00", "+14:00", "-12:00"} {
		t.Run(offset, func(t *testing.T) {
			asked := 0
			w := wall{tz.MustParseOffset(offset).Zone(), nothing{t, &asked}}
			for _, limit := range []int64{1 << 40, tz.Future - 1, tz.Future} {
				if at, ok := w.First(0, limit, window.Open); ok {
					t.Errorf("up to %d it holds first at %d", limit, at)
				}
				asked = 0
			}
			for _, limit := range []int64{-1 << 40, tz.Past + 1, tz.Past} {
				if at, ok := w.Last(0, limit, window.Open); ok {
					t.Errorf("down to %d it holds last at %d", limit, at)
				}
				asked = 0
			}
		})
	}
}
