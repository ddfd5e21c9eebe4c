package window_test

import (
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

const reach = 1 << 30 // how far a piece reaches to both sides

// checkPiece checks the piece of a timeline that is open from start to end and at no other time, at an instant that pieces can say:
// it is the span around the instant, cut to what it may reach and to the instants that there are.
func checkPiece(t *testing.T, tl window.Timeline, start, end, sec int64) {
	t.Helper()
	open, span := false, window.OfSeconds(tz.Past, start)
	switch {
	case sec >= end:
		span = window.OfSeconds(end, tz.Future)
	case sec >= start:
		open, span = true, window.OfSeconds(start, end)
	}
	want := span.Clip(window.OfSeconds(max(0, sec-reach+1), min(sec+reach, window.PieceEnd)))

	p := tl.Piece(sec)
	if p.Window() != want || p.IsOpen() != open || p.OpenBit() != map[bool]uint64{true: 1}[open] {
		t.Fatalf("[%d, %d) at %d: %v open %v (bit %d), want %v open %v", start, end, sec, p.Window(), p.IsOpen(), p.OpenBit(), want, open)
	}
	from, to := want.Seconds()
	for at, holds := range map[int64]bool{from - 1: false, from: true, sec: true, to - 1: true, to: false,
		-1: false, window.PieceEnd: false, -1 << 63: false, 1<<63 - 1: false, from + 1<<31: false, from + 1<<32: false, from - 1<<32: false} {
		if p.Holds(at) != holds {
			t.Fatalf("[%d, %d) at %d: the piece %v holds %d: %v", start, end, sec, want, at, !holds)
		}
	}
}

// Every piece of every timeline of one window, with edges where pieces have theirs: asked at, before and after each.
func TestPieceIsTheSpanAroundAnInstant(t *testing.T) {
	var instants []int64
	for _, edge := range []int64{0, reach, 2 * reach, 3 * reach, window.PieceEnd, 1_800_000_000} {
		instants = append(instants, edge-2, edge-1, edge, edge+1, edge+2)
	}
	instants = append(instants, tz.Past, tz.Future, -1<<33, 1<<33)
	for _, start := range instants {
		for _, end := range instants {
			if end <= start {
				continue
			}
			one := window.SetOf(window.OfSeconds(start, end))
			for _, sec := range instants {
				if sec >= 0 && sec < window.PieceEnd {
					checkPiece(t, one.Timeline(), start, end, sec)
					checkPiece(t, one.Complement().Timeline().Complement(), start, end, sec)
				} else if p := one.Timeline().Piece(sec); p != 0 {
					t.Fatalf("[%d, %d) at %d, which no piece can say: %v", start, end, sec, p.Window())
				}
			}
		}
	}
}

// A piece of several sources is what Around finds, at each edge of theirs and beside it: nightly and noon windows in two zones, and a
// set that cuts into both.
func TestPieceOfSeveralSources(t *testing.T) {
	cut := window.SetOf(window.MustParse("2026-03-07T12:10:00Z/2026-03-07T12:20:00Z"), window.MustParse("2026-03-09T01:00:00Z/2026-03-10T23:00:00Z"))
	tl := window.Union(
		recur(t, daily("22:00"), "America/New_York", tz.GapForward, tz.OverlapFirst, "4h").Timeline(),
		recur(t, daily("12:00"), "UTC", tz.GapForward, tz.OverlapFirst, "13:00").Timeline(),
	).Subtract(cut.Timeline())
	asked := 0
	for sec := parse("2026-03-05T00:00:00Z").Unix(); sec < parse("2026-03-12T00:00:00Z").Unix(); sec += 600 {
		for _, at := range []int64{sec - 1, sec} {
			open, span, _ := tl.Around(time.Unix(at, 0))
			p := tl.Piece(at)
			if p.Window() != span || p.IsOpen() != open || !p.Holds(at) {
				t.Fatalf("at %d: %v open %v, want %v open %v", at, p.Window(), p.IsOpen(), span, open)
			}
			if open {
				asked++
			}
		}
	}
	// Of seven nights of four hours and seven noons of one, two each are cut, and ten minutes of a noon: 24 hours and 50 minutes are left.
	if want := 2 * (24*6 + 5); asked != want {
		t.Errorf("%d of the instants are open, want %d", asked, want)
	}
}

// Where pieces end is documented: programs that keep them compute with it.
func TestPieceEnd(t *testing.T) {
	if end := parse("2106-02-07T06:28:16Z").Unix(); window.PieceEnd != end {
		t.Errorf("the end is %d, want %d", window.PieceEnd, end)
	}
	if p := window.Always().Piece(window.PieceEnd - 1); !p.Holds(window.PieceEnd-1) || p.Window() != window.OfSeconds(window.PieceEnd-reach, window.PieceEnd) {
		t.Errorf("the last instant has the piece %v", p.Window())
	}
}

// A piece without instants knows nothing, the zero Piece for one; it says open or shut all the same.
func TestPieceOfNothing(t *testing.T) {
	if window.PieceOf(false) != 0 || window.PieceOf(true) == 0 {
		t.Error("the zero Piece is not the shut one")
	}
	for _, open := range []bool{true, false} {
		p := window.PieceOf(open)
		if p.IsOpen() != open || (p.OpenBit() == 1) != open || !p.Window().IsZero() {
			t.Errorf("open %v: %v, bit %d, %v", open, p.IsOpen(), p.OpenBit(), p.Window())
		}
		for _, sec := range []int64{-1, 0, 1, 1 << 31, 1<<32 - 1, 1 << 32} {
			if p.Holds(sec) {
				t.Errorf("open %v: holds %d", open, sec)
			}
		}
	}
	var zero window.Timeline
	if p := zero.Piece(0); p.IsOpen() || p.Window() != window.OfSeconds(0, reach) {
		t.Errorf("the zero Timeline at 0: %v", p.Window())
	}
}
