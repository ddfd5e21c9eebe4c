package main

import (
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/bench/internal/workload"
)

// A measurement is of one entry.
type measurement struct {
	ask    asking
	at     []time.Time
	chunk  int // how many instants are asked between two looks at the clock; divides len(at)
	place  int // where in at the next chunk begins
	perAsk []float64
	sum    int64 // of all answers, so that none is left out
}

func newMeasurement(ask asking, at []time.Time) *measurement {
	m := &measurement{ask: ask, at: at, chunk: 1}
	for m.chunk < len(at) {
		if _, took := m.askChunk(); took > 100*time.Microsecond {
			break
		}
		m.chunk *= 2
		m.place = 0
	}
	return m
}

// calibration measures the steps of the calibration loop.
func calibration() *measurement {
	return newMeasurement(func(ts []time.Time) int64 { return int64(workload.Calibrate(len(ts))) }, random)
}

// measure gives each of the measurements its turns.
func measure(all []*measurement, p pace) {
	for range p.rounds {
		for _, m := range all {
			m.turn(p.turn)
		}
	}
}

func (m *measurement) turn(length time.Duration) {
	var total time.Duration
	asked := 0
	for total < length {
		n, took := m.askChunk()
		asked += n
		total += took
	}
	m.perAsk = append(m.perAsk, float64(total.Nanoseconds())/float64(asked))
}

func (m *measurement) askChunk() (int, time.Duration) {
	at := m.at[m.place : m.place+m.chunk]
	m.place = (m.place + m.chunk) % len(m.at)
	start := time.Now()
	m.sum += m.ask(at)
	return len(at), time.Since(start)
}

// nanoseconds returns what one answer takes: the median of all turns.
func (m *measurement) nanoseconds() float64 {
	slices.Sort(m.perAsk)
	return m.perAsk[len(m.perAsk)/2]
}

// allocations returns how often one answer allocates, on average.
func (m *measurement) allocations() float64 {
	at := m.at[:m.chunk]
	return testing.AllocsPerRun(1, func() { m.sum += m.ask(at) }) / float64(len(at))
}
