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
// lead farther than 60 days, what they pass is tried in a sample. Schedules are compared with rrule-go (TestRRule) and robfig/cron as
// well, but for what those are known to do otherwise, which the tests list.
//
// Counted: the steps that every query of some forty hostile policies takes (TestS18Steps): policies that never open, a thousand windows
// of every minute, ten thousand blackouts, the year 9999.
//
// Covered: every statement of the five core rooms by the tests of its own room, but for those listed in coverage.txt with the reason.
// Mutated: command fuzz/mutate changes every operator, constant, condition, return and statement of them in turn, and what the
// tests let pass is listed in its directory: survivors.txt, and equivalent.txt with a reason for each mutant that no test can tell.
//
// Published: 7,074 cases in fuzz/conform/testdata/v1, for every rule that a case can show, with the answers of the
// reference; and 650 with the answers of an evaluator by other hands in another language.
//
// Not covered: what happens between two edges that nobody asks about; the words of errors and explanations, but for the golden files;
// generated instants beyond the years 3 to 9996, whose ends are in the table of TestS18HostilePolicies; the speed of anything, which
// is shown by benchmarks. S19 is shown by tests of allocations, by the race detector and by fuzzing alone.
//
// # Figures
//
// Measured on a shared machine with two cores, tz database 2025b:
//
//	the law Reference       1,000,000 policies, seed 20261121, 0 differences, 6 minutes
//	each of the 18 laws     100,000 policies, seed 20261121, 0 failures, 10 minutes for all
//	rrule-go                1,600,000 questions about random rules, 0 differences
//	calendar/vet            10,000 policies, what is proved holds in the reference over 30 years, 9 minutes
//	published cases         7,074, all answered alike by core and reference, half a minute
//	mutation                9,184 mutants, 256 of them equivalent; of the rest 98.9 % are noticed:
//	                        tz 97.1, schedule 99.0, window 100, blackout 98.4, calendar 99.7
//	statement coverage      100 % of each core room, but for what coverage.txt lists
//	fuzz targets            16, some 5 million executions in 15 seconds each
//	worst case of S18       1,800,000 steps: two for each hour of a century, of a policy that never opens
//
// # Commands
//
//	go test ./fuzz                                                  1,000 cases of each law, the seeds of all targets
//	go test ./fuzz -run TestLaws -rapid.checks=100000 -timeout 0    any number of cases
//	go test ./fuzz -run TestLaws/Mirror -rapid.seed=42              one law, the cases of one seed
//	go test ./fuzz -run '^$' -fuzz '^FuzzPolicy$' -fuzztime 10m -fuzzminimizetime 10x    one fuzz target
//
//	go run ./fuzz/run -for 1m                                       all fuzz targets, one after the other, and a table
//	go run ./fuzz/mutate                                            the score of the five core rooms
//	go test ./fuzz/conform -args -all                               every published case
//	go test ./fuzz -run 'TestLaws/^Reference$' -rapid.checks=1000000 -rapid.seed=20261121 -timeout 0    the soak
//	go test ./calendar/vet -run 'Proved|WithinAYear' -rapid.checks=10000 -timeout 60m    what vet proves
//
// Without the last flag of the fuzz target the mutator spends most of its time on making inputs smaller.
//
// The targets are FuzzPolicy, FuzzCron, FuzzZoneName, FuzzOffset, FuzzDate, FuzzMonthDay, FuzzTimeOfDay, FuzzDateTime,
// FuzzInstant, FuzzWindowText, FuzzDuration, each with a second judge, and FuzzEvaluate, which turns bytes into policies and
// holds them against the laws. The packages that read other systems' documents and package schedule have one each of their own.
package fuzz
