// Command compare asks casement and other Go libraries the same questions and prints what an answer costs, as one table in
// Markdown. It is a module of its own, so that they are no dependencies of casement.
//
//	go run .            the table, some twenty seconds
//	go run . -growth    how the cost of casement's answers grows with what a policy holds and how far back it begins
//	go run . -quick     either in a few seconds, to see that it works: the figures mean nothing
//
// All get the same instants, already in the location that they are asked about; expressions and rules are parsed before the
// clock runs, where a library can do that. An answer costs what the library's own call costs in a plain loop.
//
// Answers are compared before they are timed. Each library has rules of its own for the hours that a change of offset skips or
// repeats; within two days of one, answers may therefore differ, and those that do are listed below the table. Any other
// difference ends the program.
//
// Implementations take turns in many short runs, and of each the median counts, so that whatever else the machine does
// hits all alike. The last column divides by a step of a loop of plain arithmetic that is timed in the same way: it compares
// between machines, where nanoseconds do not.
package main
