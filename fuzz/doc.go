// Package fuzz shows that the answers of this module are right, and lets others show it of theirs.
//
//	fuzz/gen        generators of policies, instants and zones that aim at what goes wrong, for package rapid
//	fuzz/reference  a second, slow evaluator of policy documents, which shares no code with the core
//	fuzz/conform    cases with answers for evaluators in any language, and the program that runs them
//	fuzz            [Laws] that hold for every policy, and the tests, fuzz targets and tables below
//
// # What is proved, what is exhausted, what is sampled
//
// Proved, in the sense that a program can: that a schedule which is accepted has an occurrence. The calendar repeats after 400
// years, and all types of month are tried.
//
// Exhausted: within two seconds of every change of offset of every zone of the tz database from 1975 to 2090, Next and
// Prev advance (TestS17AdvancesAtEveryChange). The rooms below have exhaustive tests of their own: of civil dates, of local times
// around changes of offset against zdump, of the algebra of sets.
//
// Sampled: everything that Laws says, over generated policies. Half of the named zones are met at a change of their offset. The
// comparison with the reference covers open periods over up to 60 days, instants at and beside every edge, and searches: where they
// lead farther than 60 days, what they pass is tried in a sample.
//
// Not covered: what the reference does not evaluate (its ErrUnsupported: cron beyond five plain fields) is held against the other
// laws alone. Generated instants keep to the years 3 to 9996; the ends of the calendar are in the table of TestS18HostilePolicies.
// Limits on the size of documents are the core's own, and tested in package calendar.
//
// # Commands
//
//	go test ./fuzz                                                  1,000 cases of each law, the seeds of all targets
//	go test ./fuzz -run TestLaws -rapid.checks=100000 -timeout 0    any number of cases
//	go test ./fuzz -run TestLaws/Mirror -rapid.seed=42              one law, the cases of one seed
//	go test ./fuzz -run '^$' -fuzz '^FuzzPolicy$' -fuzztime 10m -fuzzminimizetime 10x    one fuzz target
//
// Without the last flag the mutator spends most of its time on making inputs smaller.
//
// The targets are FuzzPolicy, FuzzCron, FuzzZoneName, FuzzOffset, FuzzDate, FuzzMonthDay, FuzzTimeOfDay, FuzzDateTime,
// FuzzInstant, FuzzWindowText, FuzzDuration, each with a second judge, and FuzzEvaluate, which turns bytes into policies and
// holds them against the laws.
package fuzz
