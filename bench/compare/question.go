package main

import "time"

// A question is one that several implementations answer.
type question struct {
	name    string
	at      []time.Time // when it is asked; as many as a power of two
	answers kind
	entries []entry // the first is casement, which the others are held against
}

// A kind says what an answer is.
type kind int

const (
	value   kind = iota // a bool as 0 or 1, or a number
	instant             // an instant in Unix seconds
)

// An entry is an implementation that answers a question.
type entry struct {
	name string
	ask  asking
	slow int // compared at one in so many instants, where that is not 0
}

// An asking asks at each of the instants and returns the sum of the answers. The loop belongs to the implementation, so that
// calls are as direct, and as much inlined, as where the library is used.
type asking func([]time.Time) int64
