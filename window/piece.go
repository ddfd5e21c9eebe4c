package window

// A Piece is what is known of a timeline around an instant, in one word: open or shut, from when until when. It is for those who
// keep very many of them, or change one atomically. The zero Piece knows nothing. Values compare with ==.
//
// It says instants from 1970-01-01 to 2106-02-07 and at most 68 years at once:
//
//	63           32  31   30            0
//	┏━━━━━━━━━━━━━━┳━━━━━━┳━━━━━━━━━━━━━━┓
//	┃ start        ┃ open ┃ length       ┃ seconds
//	┗━━━━━━━━━━━━━━┻━━━━━━┻━━━━━━━━━━━━━━┛
type Piece uint64

// PieceEnd is the instant that no piece goes beyond, 2106-02-07T06:28:16Z.
const PieceEnd = 1 << 32

const (
	pieceLength = 1<<31 - 1
	pieceOpen   = 1 << 31
	pieceReach  = 1 << 30 // how far a piece reaches from the instant it was asked for: 34 years
)

// Piece returns what there is around the instant sec, in Unix seconds, as far as 2^30 seconds, 34 years, before and after it:
// the zero Piece if a piece cannot say that instant.
func (t Timeline) Piece(sec int64) Piece {
	if sec < 0 || sec >= PieceEnd {
		return 0
	}
	var m memory
	e := t.root()
	_, open := m.first(e, 0, sec, sec, Open)
	from, to := max(0, sec-pieceReach+1), min(sec+pieceReach, PieceEnd)
	if at, ok := m.last(e, 0, sec, from, !State(open)); ok {
		from = at + 1
	}
	if at, ok := m.first(e, 0, sec, to-1, !State(open)); ok {
		to = at
	}
	return Piece(from)<<32 | PieceOf(open) | Piece(to-from)
}

// PieceOf returns a piece that says open or shut and holds no instant.
func PieceOf(open bool) Piece {
	if open {
		return pieceOpen
	}
	return 0
}

// Holds reports whether the piece says what the instant sec is, in Unix seconds.
func (p Piece) Holds(sec int64) bool { return uint64(sec-int64(p>>32)) < uint64(p&pieceLength) }

// IsOpen reports whether the instants of the piece are open.
func (p Piece) IsOpen() bool { return p&pieceOpen != 0 }

// OpenBit returns 1 if the instants of the piece are open, else 0.
func (p Piece) OpenBit() uint64 { return uint64(p>>31) & 1 }

// Window returns the instants that the piece holds, the zero Window if there are none. Its edges need not be those of the open
// period: a piece reaches only so far.
func (p Piece) Window() Window {
	start := int64(p >> 32)
	return OfSeconds(start, start+int64(p&pieceLength))
}
