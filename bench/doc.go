// Package bench answers: is it fast? It holds the benchmarks of every query by policy, zone and class of input, of reading,
// compiling and loading zones, and nothing else:
//
//	go test -bench . ./bench                                  all, some two minutes
//	go test -bench '^BenchmarkAt$/policy=real' ./bench        one query of one policy
//	go test -bench . -count 10 ./bench > new                  for benchstat old new, and benchstat -col /at new
//
// Nanoseconds depend on the machine and on what else it does: compare ratios within one run, and between machines with
// BenchmarkCalibrate, a loop of plain arithmetic that never changes.
//
// The module bench/compare prints what other libraries take for the same questions, and how cost grows:
//
//	cd bench/compare && go run .
//	cd bench/compare && go run . -growth
package bench
