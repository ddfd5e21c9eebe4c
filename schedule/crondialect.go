package schedule

import (
	"github.com/casement-go/casement/tz"
)

// A CronDialect is a way to write cron expressions, with rules of its own for days and for changes of offset.
//
//	dialect     fields  weekdays  ?           L L-n LW nW 5L 5#L n#k +  5/10  22-2  H    macros           day of month, day of week
//	Default     5 6 7   0-7       day fields  all                       yes   yes        yes              either, + both
//	OCPS        5 6 7   0-7       day fields  all but L-n LW                             yes              either, + both
//	Kubernetes  5       0-6       any field                             yes              yes, no @reboot  either
//	Vixie       5       0-7                                                              yes              either
//	Quartz      6 7     1-7       just one    all but 5#L +             yes   yes                         the one that is not ?
//	AWS         6       1-7       just one    L nW 5L n#k               yes                               the one that is not ?
//	Jenkins     5       0-7                                                         yes  yes, no @reboot  both
//
// Six fields are second, minute, hour, day of month, month, day of week, but for AWS, where they are minute, ..., day of
// week, year; seven are both. AWS takes the form cron(...) too. Weekdays 1-7 count from Sunday, and an L alone there is
// Saturday. Jenkins has no names of months and days, and its macros are drawn like H.
//
// What restricts a day field: where either one matches, * and ? do not restrict a field; nor does, in Kubernetes, a list that
// holds a * anywhere, and in Vixie a field that begins with * (so that */2 there must match as well as the other field).
//
// Alone in its field, never in a list, stand nW in OCPS, what has L or # in Quartz, and all of the fourth column in AWS.
// Letters and macros have either case in Default, Quartz and AWS; elsewhere L, W and H are capitals, macros are small, and
// names alone have either case. A step greater than the field (*/61) takes the first value alone in Default, Kubernetes and
// Vixie, and is an error elsewhere.
//
// Gaps and overlaps, where the policy or [Schedule.In] does not say otherwise:
//
//	dialect     start in a gap                               start in an overlap  follows the real clock instead
//	Default     moves forward by the gap's length            first                hour begins with *
//	OCPS        does not happen                              first
//	Kubernetes  does not happen                              both
//	Vixie       moves to the end of a gap of 3 h at the most  first               minute or hour begins with *
//	Quartz      does not happen                              second
//	AWS         does not happen                              first
//	Jenkins     moves forward by the gap's length            first                hour begins with *
//
// A start in a longer gap does not happen in Vixie, which takes that for a correction of the clock.
type CronDialect uint8

const (
	CronDefault    CronDialect = iota // OCPS 1.4 and more: see [Cron]
	CronOCPS                          // OCPS 1.4, and no more
	CronKubernetes                    // what a Kubernetes CronJob takes (robfig/cron), without @every
	CronVixie                         // Vixie cron, as in cronie and Debian
	CronQuartz                        // the Quartz scheduler, years included
	CronAWS                           // Amazon EventBridge and Systems Manager
	CronJenkins                       // Jenkins, with H
)

// ParseCronDialect reads the name of a dialect: OCPS, Kubernetes, Vixie, Quartz, AWS, Jenkins, or Default. The error is an
// *[tz.Error].
func ParseCronDialect(s string) (CronDialect, error) {
	for d := range dialects {
		if s == dialects[d].name {
			return CronDialect(d), nil
		}
	}
	return 0, &tz.Error{Code: tz.Invalid, Input: s, Detail: "a cron dialect is one of OCPS, Kubernetes, Vixie, Quartz, AWS, Jenkins, or Default"}
}

// String returns the name that ParseCronDialect reads.
func (d CronDialect) String() string {
	if int(d) >= len(dialects) {
		return "invalid"
	}
	return dialects[d].name
}

// MarshalText returns the text of String. It never fails.
func (d CronDialect) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes, and the empty text as CronDefault.
func (d *CronDialect) UnmarshalText(text []byte) (err error) {
	*d = CronDefault
	if len(text) > 0 {
		*d, err = ParseCronDialect(string(text))
	}
	return err
}

// A dialect is the switches of one. The parser is the same for all.
type dialect struct {
	name    string
	fields  string      // which there are, for those who have not got the form right
	example string      // and an expression, for them as well
	layouts [8][]*field // by how many there are
	spaces  string      // what separates fields
	allowed feature
	alone   feature // which of them must be the only item in a field
	macros  map[string]string

	days      pairing
	realClock fieldSet // the schedule follows the real clock where one of these begins with *
	gap       tz.Gap
	overlap   tz.Overlap

	longestGap int32 // starts move out of no longer gap, in seconds
}

// A feature is a part of the grammar that not every dialect has.
type feature uint32

const (
	anyCase       feature = 1 << iota // letters in either case, beyond names
	wrapping                          // ranges round the end: 22-2
	openStep                          // 5/10
	bigStep                           // a step beyond the field
	questionDays                      // ? in the day fields
	questionAny                       // ? anywhere, as another *
	lastDay                           // L, in day of month
	beforeLast                        // L-3
	lastWork                          // LW
	nearestDay                        // 15W
	lastWeekday                       // 5L
	lastHashed                        // 5#L
	nthWeekdays                       // 5#2
	lastOfWeek                        // L, in day of week: Saturday
	plusBoth                          // + in front of the day of week
	sundayAtEnd                       // SAT-SUN, in a dialect whose ranges do not go round the end
	hashed                            // H
	functionStyle                     // cron(...)
)

// A pairing is how day of month and day of week come together.
type pairing uint8

const (
	eitherUnlessText pairing = iota // either one, unless the whole text of one is * or ?
	eitherUnlessItem                // either one, unless an item of one is * or ?
	eitherUnlessStar                // either one, unless one begins with *
	oneQuestion                     // exactly one of them is ?
	bothAlways                      // both
)

const (
	shared      = lastDay | nearestDay | lastWeekday | nthWeekdays
	ocps        = shared | lastHashed | questionDays | plusBoth
	noGapTooBig = 1<<31 - 1

	justFive     = "minute, hour, day of month, month, day of week"
	optionalEnds = "second if there are 6 or 7, minute, hour, day of month, month, day of week, year if there are 7"
)

var (
	plainMacros = map[string]string{
		"@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
		"@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
	}
	rebootMacros = map[string]string{
		"@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
		"@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@reboot": "",
	}
	jenkinsMacros = map[string]string{
		"@hourly": "H * * * *", "@daily": "H H * * *", "@midnight": "H H(0-2) * * *", "@weekly": "H H * * H",
		"@monthly": "H H H * *", "@yearly": "H H H H *", "@annually": "H H H H *",
	}
)

var dialects = [...]dialect{
	CronDefault: {
		name:   "Default",
		fields: optionalEnds, example: "0 2 * * MON-FRI",
		layouts: secondsFirst(&weekdayField), spaces: " \t",
		allowed: ocps | anyCase | wrapping | openStep | bigStep | beforeLast | lastWork,
		macros:  rebootMacros, realClock: setOf(hourIndex), longestGap: noGapTooBig,
	},
	CronOCPS: {
		name:   "OCPS",
		fields: optionalEnds, example: "0 2 * * MON-FRI",
		layouts: secondsFirst(&weekdayField), spaces: " \t",
		allowed: ocps | sundayAtEnd, alone: nearestDay, macros: rebootMacros,
		gap: tz.GapSkip, longestGap: noGapTooBig,
	},
	CronKubernetes: {
		name:   "Kubernetes",
		fields: justFive, example: "0 2 * * MON-FRI",
		layouts: fiveFields(&weekdayField06), spaces: " \t\n\v\f\r",
		allowed: openStep | bigStep | questionAny, macros: plainMacros, days: eitherUnlessItem,
		gap: tz.GapSkip, overlap: tz.OverlapBoth, longestGap: noGapTooBig,
	},
	CronVixie: {
		name:   "Vixie",
		fields: justFive, example: "0 2 * * MON-FRI",
		layouts: fiveFields(&weekdayField), spaces: " \t",
		allowed: bigStep, macros: rebootMacros, days: eitherUnlessStar,
		realClock: setOf(minuteIndex) | setOf(hourIndex),
		gap:       tz.GapNext, longestGap: 3 * 3600,
	},
	CronQuartz: {
		name:   "Quartz",
		fields: "second, minute, hour, day of month, month, day of week, year if there are 7", example: "0 0 2 ? * MON-FRI",
		layouts: [8][]*field{6: withSeconds(&weekdayField17), 7: withYear(withSeconds(&weekdayField17))}, spaces: " \t",
		allowed: shared | anyCase | wrapping | openStep | questionDays | beforeLast | lastWork | lastOfWeek,
		alone:   lastDay | beforeLast | lastWork | lastWeekday | nthWeekdays | lastOfWeek, days: oneQuestion,
		gap: tz.GapSkip, overlap: tz.OverlapSecond, longestGap: noGapTooBig,
	},
	CronAWS: {
		name:   "AWS",
		fields: "minute, hour, day of month, month, day of week, year", example: "0 2 ? * MON-FRI *",
		layouts: [8][]*field{6: withYear(standard(&weekdayField17))}, spaces: " \t",
		allowed: shared | anyCase | openStep | questionDays | lastOfWeek | functionStyle,
		alone:   lastDay | nearestDay | lastWeekday | nthWeekdays | lastOfWeek, days: oneQuestion,
		gap: tz.GapSkip, longestGap: noGapTooBig,
	},
	CronJenkins: {
		name:   "Jenkins",
		fields: justFive, example: "H 2 * * 1-5",
		layouts: fiveFields(&weekdayField07), spaces: " \t",
		allowed: hashed, macros: jenkinsMacros, days: bothAlways,
		realClock: setOf(hourIndex), longestGap: noGapTooBig,
	},
}
