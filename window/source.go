package window

// A State is what an instant of a timeline is: open or shut.
type State bool

// The states.
const (
	Open State = true
	Shut State = false
)

// A Source is an endless set of instants, in Unix seconds. It is what timelines are made of: a [Set], a [Recurrence], a
// blackout. Methods must be safe for concurrent use and always answer alike.
type Source interface {
	// Holds reports whether the instant sec is open.
	Holds(sec int64) bool

	// Around reports whether the instant sec is open, and what is known of the time around it: the instants of [from, to), with
	// sec among them, are as sec is, those of [before, from) and of [to, after) are the other way. [tz.Past] and [tz.Future]
	// stand for edges that there are not.
	//
	//	 before      from       sec      to       after
	//	 ┣┄┄ other ┄┄╋━━ as sec ━┿━━━━━━━╋┄┄ other ┄┄┫
	//
	// None of the three need be the longest such span, for a search goes on at its ends, and before may be from and after be to;
	// but the more is known, the less a search has to ask.
	Around(sec int64) (open bool, before, from, to, after int64)
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
