package window_test

import (
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// nightly returns daily windows from 02:30 in New York, where the clock jumped from 02:00 to 03:00 on 2026-03-08.
func nightly(t *testing.T, s window.Spec) *window.Recurrence { return nightlyWith(t, s, tz.GapForward) }

func nightlyWith(t *testing.T, s window.Spec, gap tz.Gap) *window.Recurrence {
	t.Helper()
	daily := schedule.MustCompile(schedule.Spec{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay("02:30")})
	starts, err := daily.In(tz.MustLoad("America/New_York"), gap, tz.OverlapFirst)
	if err != nil {
		t.Fatal(err)
	}
	s.Starts = starts
	r, err := window.Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func at(t *testing.T, s string) int64 {
	t.Helper()
	i, err := tz.ParseInstant(s)
	if err != nil {
		t.Fatal(err)
	}
	return i.Unix()
}

func TestS04EndOfOccurrence(t *testing.T) {
	for _, c := range []struct {
		name    string
		spec    window.Spec
		from    string // the first occurrence from here on ...
		end     string // ... ends here
		exists  bool
		written string
	}{
		{"elapsed", window.Spec{Duration: time.Hour}, "2026-03-08T00:00:00Z", "2026-03-08T08:30:00Z", true, "2026-03-08T02:30"},
		{"wall clock", window.Spec{EndTime: tz.MustParseTimeOfDay("03:00")}, "2026-03-07T00:00:00Z", "2026-03-07T08:00:00Z", true, "2026-03-07T02:30"},
		// 02:30 moves to 03:30, and 03:00 comes half an hour before that.
		{"gone", window.Spec{EndTime: tz.MustParseTimeOfDay("03:00")}, "2026-03-08T00:00:00Z", "2026-03-08T07:00:00Z", false, "2026-03-08T02:30"},
	} {
		r := nightly(t, c.spec)
		o, ok := r.Starts().From(at(t, c.from))
		end, exists := r.End(o)
		if !ok || end != at(t, c.end) || exists != c.exists || o.Written().String() != c.written {
			t.Errorf("%s: the occurrence of %v ends %v, exists: %v", c.name, o.Written(), time.Unix(end, 0).UTC(), exists)
		}
	}
}

// Where start and end both move to the end of the gap there is nothing between them.
func TestS04EndAtStart(t *testing.T) {
	r := nightlyWith(t, window.Spec{EndTime: tz.MustParseTimeOfDay("02:45")}, tz.GapNext)
	o, ok := r.Starts().From(at(t, "2026-03-08T00:00:00Z"))
	if end, exists := r.End(o); !ok || o.Sec != at(t, "2026-03-08T07:00:00Z") || end != o.Sec || exists {
		t.Errorf("from %v to %v, exists: %v", o.Time(), time.Unix(end, 0).UTC(), exists)
	}
}

func TestLatest(t *testing.T) {
	r := nightly(t, window.Spec{EndTime: tz.MustParseTimeOfDay("03:00")})
	// On the 8th there is none: that of the 7th is the last until that of the 9th.
	for _, c := range []struct{ at, written string }{
		{"2026-03-07T07:30:00Z", "2026-03-07T02:30"}, {"2026-03-08T07:45:00Z", "2026-03-07T02:30"}, {"2026-03-09T06:30:00Z", "2026-03-09T02:30"},
	} {
		o, end, ok := r.Latest(at(t, c.at))
		if !ok || o.Written().String() != c.written || end != o.Sec+30*60 {
			t.Errorf("at %s: the latest is that of %v until %v (%v), want that of %s", c.at, o.Written(), time.Unix(end, 0).UTC(), ok, c.written)
		}
	}
	if o, _, ok := r.Latest(tz.Past); ok {
		t.Errorf("before all time there is %v", o)
	}
}

// A spec makes the same recurrence again, and a timeline knows whether it is one.
func TestRecurrence(t *testing.T) {
	for _, s := range []window.Spec{{Duration: 90 * time.Second}, {EndTime: tz.MustParseTimeOfDay("03:00:01")}, {EndTime: tz.EndOfDay()}} {
		r := nightly(t, s)
		s.Starts = r.Starts()
		if r.Spec() != s {
			t.Errorf("%+v became %+v", s, r.Spec())
		}
		if got, ok := r.Timeline().Recurrence(); !ok || got != r {
			t.Errorf("the timeline of %+v is another recurrence", s)
		}
		if _, ok := r.Timeline().Complement().Recurrence(); ok {
			t.Error("the complement of a recurrence is one")
		}
		if _, ok := window.Union(r.Timeline(), window.Always()).Recurrence(); ok {
			t.Error("a union is a recurrence")
		}
	}
	if _, ok := (window.Timeline{}).Recurrence(); ok {
		t.Error("nothing is a recurrence")
	}
	if _, ok := window.Always().Recurrence(); ok {
		t.Error("always is a recurrence")
	}
}
