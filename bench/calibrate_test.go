package bench

import (
	"testing"

	"github.com/casement-go/casement/bench/internal/workload"
)

var sinkUint64 uint64

// BenchmarkCalibrate takes 1,000 steps of plain arithmetic an operation. Divide by it what is to be compared between machines.
func BenchmarkCalibrate(b *testing.B) {
	const steps = 1000
	for b.Loop() {
		sinkUint64 = workload.Calibrate(steps)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/steps, "ns/step")
}
