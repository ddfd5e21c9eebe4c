package window_test

import (
	"testing"

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
