// Package bench answers: is it fast? It holds the benchmarks of the hot paths and nothing else:
//
//	go test -bench . ./bench
//
// Compare ratios within one run; nanoseconds depend on the machine and on what else it does.
package bench
