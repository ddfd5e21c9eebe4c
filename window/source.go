package window

// A State is what an instant of a timeline is: open or shut.
type State bool

const (
	Open State = true
	Shut State = false
)

// A Source is an endless set of instants, in Unix seconds. It is what timelines are made of: a [Set], a [Recurrence], a
// blackout. Methods must be safe for concurrent use and always answer alike.
type Source interface {
	// Holds reports whether the instant sec is open.
	Holds(sec int64) bool

	// Around reports whether the instant sec is open, and a span [from, to) of instants with sec among them for all of which the
	// same holds; [tz.Past] and [tz.Future] are its edges where it has none. It need not be the longest such span, for a
	// search goes on at its ends, but the longer it is the fewer steps a search takes.
	Around(sec int64) (open bool, from, to int64)
}

// A Joiner is a source that can be one with certain others: blackouts that read one wall clock, say. A union asks neighbours, so
// that it has fewer parts to go round.
type Joiner interface {
	Source

	// Join returns a source that is open where this or the other is, or false if it does not know how.
	Join(other Source) (Source, bool)
}

// TimelineOf returns the timeline of a source, the zero Timeline if s is nil.
func TimelineOf(s Source) Timeline {
	if s == nil {
		return Timeline{}
	}
	return Timeline{&expr{source: s, sources: 1}}
}
