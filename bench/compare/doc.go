// Package compare benchmarks the cron schedules of casement beside those of other Go libraries. It is a module of its own,
// so that they are no dependencies of casement:
//
//	cd bench/compare && go test -bench .
//
// What is timed is one search from instants all over a year, in New York and in UTC, by an expression that is already parsed
// where the library can do that. TestMain checks first that all give the same answers on the same days: days without a
// change of offset, as each library has rules of its own for those.
package compare
