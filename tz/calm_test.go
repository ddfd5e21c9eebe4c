package tz_test

import (
	"testing"

	"github.com/casement-go/casement/tz"
)

// In the calm span the clock reads what it reads once, had read nothing later before and reads nothing earlier after: every minute
// of three days around some changes, compared with the readings of all minutes of a week.
func TestCalmIsCalm(t *testing.T) {
	for _, c := range []struct{ zone, change string }{
		{"America/New_York", "2026-03-08T07:00:00Z"}, {"America/New_York", "2026-11-01T06:00:00Z"}, // an hour forward, an hour back
		{"Australia/Lord_Howe", "2026-04-04T15:00:00Z"}, {"Australia/Lord_Howe", "2026-10-03T15:30:00Z"}, // half an hour
		{"Pacific/Apia", "2011-12-30T10:00:00Z"}, // a whole day forward
		{"Africa/Cairo", "2026-04-23T22:00:00Z"},
	} {
		zone, change := tz.MustLoad(c.zone), sec(c.change)
		const day, week = 24 * 60, 7 * 24 * 60 // in minutes
		var readings [week]int64
		for i := range readings {
			readings[i] = zone.Local(change + int64(i-week/2)*60)
		}
		for i := (week - 3*day) / 2; i < (week+3*day)/2; i++ {
			at := change + int64(i-week/2)*60
			_, from, to := zone.Calm(at)
			repeated := false
			for j, r := range readings {
				repeated = repeated || j < i && r >= readings[i] || j > i && r <= readings[i]
			}
			calm := from <= at && at < to
			if calm && repeated {
				t.Fatalf("%s at %s is calm, but its reading comes again", c.zone, rfc(at))
			}
			// Not calm is what lies no further from the change than the clock is moved, on either side.
			s := zone.Stretch(change)
			if moved := max(s.Offset-s.Before, s.Before-s.Offset); calm != (at < change-int64(moved) || at >= change+int64(moved)) {
				t.Fatalf("%s at %s: calm is %v, %d seconds from a change by %d", c.zone, rfc(at), calm, at-change, moved)
			}
		}
	}
	if offset, from, to := tz.MustParseOffset("+05:30").Zone().Calm(1e9); offset != 19800 || from != tz.Past || to != tz.Future {
		t.Errorf("a fixed offset is calm from %d to %d, with the offset %d", from, to, offset)
	}
}
