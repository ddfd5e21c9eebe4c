// Package vet finds what is odd about a policy: windows that never open, blackouts that cut nothing, starts that the clock jumps
// over, days that half of the months lack.
//
// [Check] takes any [calendar.Policy], also one that does not compile, and the instant from which on it matters:
//
//	for _, f := range vet.Check(policy, at, vet.Options{}) {
//		fmt.Println(f.Severity, f.Code, f) // warning CutsNothing notAllowedTime[0]: cuts nothing: no window would be open in it ...
//	}
//
// Each finding has a code, a severity, the path in the document, a sentence and, where there is one, the remedy. Nothing is
// guessed from how a policy looks: it is compiled, whole and in parts, and the engine is asked. What a finding says of
// instants and dates has been looked at, and where a search ended the sentence says so.
//
// # Codes
//
//	code            severity  path                    says
//	NeverOpens      warning   none, or windows[0]     no instant is open; of a window: it has no occurrence
//	IsOver          warning   none                    no instant from the given one on is open, though some before it were
//	AlwaysOpen      warning   none                    every instant from the given one on is open
//	Covered         warning   windows[0]              blackouts cover every opening from the given instant on
//	CutsNothing     warning   notAllowedDates[0] ...  no window would be open in this blackout
//	LongWrap        warning   notAllowedDates[0] ...  days of every year, end before start: over New Year, more than half of the year
//	ShortPieces     warning   windows[0]              open periods that begin in this window are shorter than Options.MinPiece
//	AllTooShort     warning   minDuration             no open period is as long as minDuration, for which the policy does not open
//	NeverStarts     warning   ...cutoff               nothing may start because of this window: its cutoff is as long as what is open from its openings on
//	ShortMonths     warning   ...dayOfMonth, ...cron  day 29, 30 or 31 is skipped in the months that lack it
//	BothDays        warning   ...cron                 day of month and day of week are both restricted: either one matches, or both must
//	FifthWeekday    note      ...weekIndex, ...cron   months without a fifth such weekday are skipped
//	StartInGap      note      windows[0]              a start comes at a local time that the clock jumps over
//	StartInOverlap  note      windows[0]              a start comes at a local time that the clock shows twice
//	StartDateMoved  note      ...startDate            an interval counts from another day, as startDate is none of the schedule's
//	FixedOffset     note      ...utcOffset            the offset is that of a zone in the same policy, for a part of the year
//	Merges          note      windows[1]              it is one open period with a window before it in the list, or with itself, at times
//	Past            note      ...endDate, ...span ... a window or a blackout is past
//	TooLittle       note      none                    less is open than Options.Availability asks for
//	Unfinished      note      none                    a search ended after Options.Steps steps: what it looked for may be there
//
// Of a policy that does not compile, each error is a finding of severity problem, with the code of the [tz.Error]; where a span
// ends before it starts, the remedy is the shortest span that may have been meant. Such a policy has those of the findings
// above that concern a schedule which compiles by itself, or a blackout.
//
// Some things are not reported because they are mostly meant: days of the month that are part of a range or a step in a cron
// expression (1-31, */2), a + in front of its day of week, cron expressions for each hour in a zone whose clock changes, a
// startDate where no interval counts from it.
//
// # What is proved
//
// NeverOpens, IsOver, AlwaysOpen and Covered say that a search through the days ahead found nothing (and one through those behind,
// for NeverOpens). It covers [window.Horizon], 100 years, at the least: otherwise there is no such finding. Where it covers all
// that there can be, the sentence says "never", "any more" or "for ever"; else it names the instant up to which it holds. All that there
// can be is the time in which dates of the policy lie, the years up to 2200, after which no zone has a rule that is replaced by another,
// and a full cycle of the calendar behind that: 400 years, or several times as many where intervals are longer than 1.
//
// All else looks at Options.Years from the given instant on, and at dated blackouts as a whole.
//
// # Cost
//
// Check compiles the policy and its parts, in time proportional to its size, and then searches. A step of a search is a local day for one
// window or one list of blackouts: what the bound of [calendar.Calendar]'s own searches is made of. (A window none of whose starts happens
// because a gap swallows them has more, and so has a day of periods that are too short for minDuration.) Each search ends after Options.Steps steps: for openings, for instants that are
// shut, for periods as long as minDuration, for starts that a cutoff permits, for windows that are covered, for what blackouts cut, for windows that merge, for open pieces, for changes of clocks, for days
// that months lack. That is a matter of milliseconds for policies as they are, some tenths of a second for one that never opens, and a few
// seconds for the largest there can be. No clock is read: the same call finds the same.
package vet
