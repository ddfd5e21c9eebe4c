package vet_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/vet"
	"github.com/casement-go/casement/tz"
)

// New Year 2026, a Thursday, is when the policies of these tests are looked at.
var newYear = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// decode returns the policy of a document in JSON as far as it has the right form.
func decode(t *testing.T, doc string) calendar.Policy {
	t.Helper()
	p, err := calendar.Parse([]byte(doc))
	if err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	return p
}

// of returns the findings with one code at one path.
func of(found []calendar.Finding, code calendar.FindingCode, path string) []calendar.Finding {
	var list []calendar.Finding
	for _, f := range found {
		if f.Code == code && f.Path == path {
			list = append(list, f)
		}
	}
	return list
}

// with returns the findings with one code.
func with(found []calendar.Finding, code calendar.FindingCode) []calendar.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f calendar.Finding) bool { return f.Code != code })
}

// A pair is a policy of which something is found and one close to it of which that is not.
type pair struct {
	code  calendar.FindingCode
	path  string
	doc   string
	facts []string // dates and amounts that the finding has to name: worked out by hand
	close string
	opts  vet.Options
}

const daily = `"schedule": {"daily": {}}`

var pairs = []pair{
	{vet.NeverOpens, "", `{"windows": []}`, nil, `{"windows": [{"always": true}]}`, vet.Options{}},
	// The window is on Saturday and Sunday only as far as the blackout goes round both days.
	{vet.NeverOpens, "", `{"windows": [{"schedule": {"weekly": {"daysOfWeek": ["Saturday", "Sunday"]}}, "startTime": "22:00", "duration": "4h"}],
		"notAllowedTime": [{"start": "20:00", "end": "02:00", "daysOfWeek": ["Saturday", "Sunday"]}]}`, nil,
		`{"windows": [{"schedule": {"weekly": {"daysOfWeek": ["Saturday", "Sunday"]}}, "startTime": "22:00", "duration": "4h"}],
		"notAllowedTime": [{"start": "20:00", "end": "01:59:59", "daysOfWeek": ["Saturday", "Sunday"]}]}`, vet.Options{}},
	// Nothing in January 2030 is a 29 February; one day longer would not help, a month would not either, three would not: 2030 is no leap year.
	{vet.NeverOpens, "windows[1]", `{"windows": [{"always": true}, {"schedule": {"cron": "0 2 29 2 *"}, "duration": "1h", "startDate": "2028-03-01", "endDate": "2032-02-28"}]}`, nil,
		`{"windows": [{"always": true}, {"schedule": {"cron": "0 2 29 2 *"}, "duration": "1h", "startDate": "2028-03-01", "endDate": "2032-02-29"}]}`, vet.Options{}},
	{vet.IsOver, "", `{"windows": [{` + daily + `, "startTime": "22:00", "duration": "2h", "endDate": "2025-12-31"}]}`, []string{"2025-12-31T23:59:59Z"},
		`{"windows": [{` + daily + `, "startTime": "22:00", "duration": "2h1s", "endDate": "2025-12-31"}]}`, vet.Options{}},
	{vet.IsOver, "", `{"utcOffset": "+14:00", "windows": [{` + daily + `, "startTime": "00:00", "duration": "1h", "startDate": "2025-12-30", "endDate": "2025-12-30"}]}`, []string{"2025-12-29T10:59:59Z"},
		`{"utcOffset": "-12:00", "windows": [{` + daily + `, "startTime": "23:00", "duration": "1h1s", "startDate": "2025-12-30", "endDate": "2025-12-30"}, {` + daily + `, "startTime": "12:00", "duration": "1s", "startDate": "2025-12-31", "endDate": "2025-12-31"}]}`, vet.Options{}},
	{vet.AlwaysOpen, "", `{"windows": [{"always": true}]}`, nil,
		`{"windows": [{"always": true}], "notAllowedDates": [{"start": "2120-02-29", "end": "2120-02-29"}]}`, vet.Options{}},
	// 24 hours from each midnight leave the 25th hour of 25 October 2026 shut in Berlin, and none at a fixed offset.
	{vet.AlwaysOpen, "", `{"utcOffset": "+01:00", "windows": [{` + daily + `, "startTime": "00:00", "durationHours": 24}]}`, nil,
		`{"timeZone": "Europe/Berlin", "windows": [{` + daily + `, "startTime": "00:00", "durationHours": 24}]}`, vet.Options{}},
	{vet.Covered, "windows[0]", `{"windows": [{` + daily + `, "startTime": "22:00", "duration": "4h", "notAllowedTime": [{"start": "21:00", "end": "02:00"}]}, {"always": true}]}`,
		[]string{"2026-01-01T00:00:00Z", "windows[0].notAllowedTime[0]"},
		`{"windows": [{` + daily + `, "startTime": "22:00", "duration": "4h", "notAllowedTime": [{"start": "22:00:01", "end": "02:00"}]}, {"always": true}]}`, vet.Options{}},
	{vet.CutsNothing, "notAllowedTime[0]", `{"windows": [{` + daily + `, "startTime": "22:00", "duration": "4h"}], "notAllowedTime": [{"start": "02:00", "end": "22:00"}]}`, nil,
		`{"windows": [{` + daily + `, "startTime": "22:00", "duration": "4h"}], "notAllowedTime": [{"start": "01:59:59", "end": "22:00"}]}`, vet.Options{}},
	// Nothing is said of the blackouts of a window that is over.
	{vet.CutsNothing, "notAllowedTime[0]", `{"windows": [{` + daily + `, "startTime": "22:00", "duration": "4h", "endDate": "2026-01-01"}], "notAllowedTime": [{"start": "02:00", "end": "22:00"}]}`, nil,
		`{"windows": [{` + daily + `, "startTime": "22:00", "duration": "4h", "endDate": "2025-12-30"}], "notAllowedTime": [{"start": "02:00", "end": "22:00"}]}`, vet.Options{}},
	// 4 July 2026 is a Saturday.
	{vet.CutsNothing, "windows[0].notAllowedDates[0]", `{"windows": [{"schedule": {"weekly": {"dayOfWeek": "Friday"}}, "startTime": "22:00", "duration": "2h", "notAllowedDates": [{"start": "2026-07-04", "end": "2026-07-09"}]}]}`, nil,
		`{"windows": [{"schedule": {"weekly": {"dayOfWeek": "Friday"}}, "startTime": "22:00", "duration": "2h", "notAllowedDates": [{"start": "2026-07-03", "end": "2026-07-09"}]}]}`, vet.Options{}},
	// Within two years, 29 February does not come; within three it does.
	{vet.CutsNothing, "notAllowedDates[0]", `{"windows": [{"always": true}], "notAllowedDates": [{"start": "02-29", "end": "02-29"}]}`, []string{"2028-01-01"},
		`{"windows": [{"always": true}], "notAllowedDates": [{"start": "02-28", "end": "02-29"}]}`, vet.Options{Years: 2}},
	// From 2 March to 1 September are 184 of 365 days: going round the other way are 183.
	{vet.LongWrap, "notAllowedDates[0]", `{"windows": [{"always": true}], "notAllowedDates": [{"start": "09-01", "end": "03-03"}]}`, []string{"184"},
		`{"windows": [{"always": true}], "notAllowedDates": [{"start": "09-01", "end": "03-01"}]}`, vet.Options{}},
	{vet.LongWrap, "notAllowedDates[0]", `{"windows": [{"always": true}], "notAllowedDates": [{"start": "03-01", "end": "02-29"}]}`, []string{"365"},
		`{"windows": [{"always": true}], "notAllowedDates": [{"start": "12-31", "end": "02-29"}]}`, vet.Options{}},
	{vet.ShortPieces, "windows[0]", `{"windows": [{` + daily + `, "startTime": "22:00", "duration": "4h"}], "notAllowedTime": [{"start": "22:14:59", "end": "23:00"}]}`,
		[]string{"2026-01-01T22:00:00Z", "14m59s", "notAllowedTime[0]", "3652 "},
		`{"windows": [{` + daily + `, "startTime": "22:00", "duration": "4h"}], "notAllowedTime": [{"start": "22:15", "end": "23:00"}]}`, vet.Options{}},
	{vet.ShortPieces, "windows[0]", `{"windows": [{` + daily + `, "startTime": "22:00", "duration": "119m"}]}`, []string{"1h59m"},
		`{"windows": [{` + daily + `, "startTime": "22:00", "duration": "2h"}]}`, vet.Options{MinPiece: 2 * time.Hour}},
	// At the edges of the year there are 10 minutes of each of these periods.
	{vet.ShortPieces, "windows[0]", `{"windows": [{` + daily + `, "startTime": "23:50", "duration": "14m"}]}`, []string{"2025-12-31T23:50:00Z", "366 "},
		`{"windows": [{` + daily + `, "startTime": "23:50", "duration": "20m"}]}`, vet.Options{Years: 1}},
	{vet.ShortPieces, "windows[0]", `{"windows": [{` + daily + `, "startTime": "22:00", "duration": "1s"}]}`, nil,
		`{"windows": [{"always": true}]}`, vet.Options{}},
	{vet.AllTooShort, "minDuration", `{"minDuration": "4h1s", "windows": [{` + daily + `, "startTime": "22:00", "duration": "4h"}]}`, []string{"4h", "2025-12-31T22:00:00Z"},
		`{"minDuration": "4h", "windows": [{` + daily + `, "startTime": "22:00", "duration": "4h"}]}`, vet.Options{}},
	// Two windows that touch are one period of seven hours, which a blackout of a second parts: four hours but that second, and three.
	{vet.AllTooShort, "minDuration", strings.Replace(two("22:00", "4h", "02:00", "3h"), `"windows"`, `"minDuration": "5h", "notAllowedTime": [{"start": "01:59:59", "end": "02:00"}], "windows"`, 1),
		[]string{"3h59m59s", "2025-12-31T22:00:00Z"}, strings.Replace(two("22:00", "4h", "02:00", "3h"), `"windows"`, `"minDuration": "5h", "windows"`, 1), vet.Options{}},
	// The night in which the clock of Berlin goes back is the longest: 25 October 2026, from 00:00 CEST to 04:00 CET.
	{vet.AllTooShort, "minDuration", `{"minDuration": "5h1s", "timeZone": "Europe/Berlin", "windows": [{` + daily + `, "startTime": "00:00", "endTime": "04:00"}]}`, []string{"5h ", "2026-10-24T22:00:00Z"},
		`{"minDuration": "5h", "timeZone": "Europe/Berlin", "windows": [{` + daily + `, "startTime": "00:00", "endTime": "04:00"}]}`, vet.Options{Years: 1}},
	{vet.NeverStarts, "windows[0].cutoff", `{"windows": [{` + daily + `, "startTime": "02:00", "duration": "4h", "cutoff": "4h"}]}`, []string{"4h", "2026-01-01T02:00:00Z"},
		`{"windows": [{` + daily + `, "startTime": "02:00", "duration": "4h", "cutoff": "3h59m59s"}]}`, vet.Options{}},
	// Where the second window touches the first, what starts in the first goes on in the second. 3 January 2026 is a Saturday.
	{vet.NeverStarts, "windows[1].cutoff", weekend("06:00:01", "2h"), []string{"2h", "2026-01-03T06:00:01Z"}, weekend("06:00:01", "1h"), vet.Options{}},
	{vet.NeverStarts, "windows[0].cutoff", weekend("06:00:01", "1h"), []string{"6h", "2026-01-03T"}, weekend("06:00", "1h"), vet.Options{}},
	// A blackout leaves an hour at the end, and an hour at the start.
	{vet.NeverStarts, "windows[0].cutoff", `{"windows": [{` + daily + `, "startTime": "02:00", "duration": "4h", "cutoff": "1h"}], "notAllowedTime": [{"start": "03:00", "end": "05:00"}]}`, []string{"1h"},
		`{"windows": [{` + daily + `, "startTime": "02:00", "duration": "4h", "cutoff": "1h"}], "notAllowedTime": [{"start": "03:00", "end": "04:59:59"}]}`, vet.Options{}},
	// It is open since before what is looked at, and for the last time.
	{vet.NeverStarts, "windows[0].cutoff", `{"windows": [{"span": {"start": "2025-12-31T20:00:00Z", "end": "2026-01-01T02:00:00Z"}, "cutoff": "6h"}]}`, []string{"6h", "2025-12-31T20:00:00Z"},
		`{"windows": [{"span": {"start": "2025-12-31T20:00:00Z", "end": "2026-01-01T02:00:00Z"}, "cutoff": "5h"}]}`, vet.Options{}},
	{vet.ShortMonths, "windows[0].schedule.absoluteMonthly.dayOfMonth", monthly(`"dayOfMonth": 31`), []string{"2026-02", "2026-04", "2026-06", "February, April, June, September and November"},
		monthly(`"dayOfMonth": 28`), vet.Options{}},
	{vet.ShortMonths, "windows[0].schedule.absoluteMonthly.dayOfMonth", monthly(`"dayOfMonth": 29`), []string{"2026-02", "2027-02", "2029-02", "February of common years"},
		monthly(`"dayOfMonth": 29, "shortMonth": "clamp"`), vet.Options{}},
	// Every second month from January on are those of 31 days until September.
	{vet.ShortMonths, "windows[0].schedule.absoluteMonthly.daysOfMonth[1]", monthly(`"daysOfMonth": [1, -31, 30], "intervalMonths": 2`), []string{"2026-09", "2026-11", "2027-09"},
		monthly(`"daysOfMonth": [1, -1, 30], "intervalMonths": 2`), vet.Options{}},
	{vet.ShortMonths, "windows[0].schedule.absoluteMonthly.dayOfMonth", monthly(`"dayOfMonth": 31, "intervalMonths": 9`), []string{"2028-04"}, // 2026-01, 2026-10, 2027-07, 2028-04
		monthly(`"dayOfMonth": 31, "intervalMonths": 12`), vet.Options{}},
	// Every third month from August 2025 on.
	{vet.ShortMonths, "windows[0].schedule.absoluteMonthly.dayOfMonth", strings.Replace(monthly(`"dayOfMonth": 31, "intervalMonths": 3`), "2026-01-01", "2025-08-01", 1), []string{"2026-02, 2026-11 and 2027-02"},
		strings.Replace(monthly(`"dayOfMonth": 31, "intervalMonths": 12`), "2026-01-01", "2025-08-01", 1), vet.Options{}},
	{vet.ShortMonths, "windows[0].schedule.cron", cron("0 2 15,30 * *", ""), []string{"2026-02", "2027-02", "2028-02"}, cron("0 2 15,30 3-12 *", ""), vet.Options{}},
	{vet.ShortMonths, "windows[0].schedule.cron", cron("0 2 31 * *", ""), []string{"2026-02", "2026-04", "2026-06"}, cron("0 2 */2 * *", ""), vet.Options{}},
	{vet.ShortMonths, "windows[0].schedule.cron.expression", cron("0 2 31 * ? *", "AWS"), []string{"2026-02", "2026-04", "2026-06"}, cron("0 2 L * ? *", "AWS"), vet.Options{}},
	// January 2026 has five Fridays, the months from February to April have four.
	{vet.FifthWeekday, "windows[0].schedule.relativeMonthly.weekIndex", relative("Fifth"), []string{"2026-02", "2026-03", "2026-04"}, relative("Last"), vet.Options{}},
	// A week after the fifth Friday of every second month from January on: the first one is 6 February, a week after 30 January.
	{vet.FifthWeekday, "windows[0].schedule.relativeMonthly.weekIndex", secondMonth("Fifth"), []string{"2026-03, 2026-09 and 2026-11"}, secondMonth("Fourth"), vet.Options{}},
	{vet.FifthWeekday, "windows[0].schedule.cron", cron("0 2 * * FRI#5", ""), []string{"2026-02", "2026-03", "2026-04"}, cron("0 2 * * FRI#4", ""), vet.Options{}},
	{vet.FifthWeekday, "windows[0].schedule.cron.expression", cron("0 0 2 ? * 6#5", "Quartz"), []string{"2026-02", "2026-03", "2026-04"}, cron("0 0 2 ? * 6L", "Quartz"), vet.Options{}},
	// 2 and 9 January are Fridays, the 13th is a Tuesday.
	{vet.BothDays, "windows[0].schedule.cron", cron("0 2 13 * FRI", ""), []string{"2026-01-02", "2026-01-09", "2026-01-13"}, cron("0 2 13 * +FRI", ""), vet.Options{}},
	{vet.BothDays, "windows[0].schedule.cron", cron("0 2 */2 * FRI", ""), []string{"2026-01-01", "2026-01-02", "2026-01-03"}, cron("0 2 * * FRI", ""), vet.Options{}},
	// In Vixie cron a */2 does not restrict: Fridays of odd number.
	{vet.BothDays, "windows[0].schedule.cron.expression", cron("0 2 */2 * FRI", "Vixie"), []string{"2026-01-09", "2026-01-23", "2026-02-13"}, cron("0 2 13 * *", "Vixie"), vet.Options{}},
	// Clocks in New York go forward on the second Sunday of March at 02:00 EST, 07:00Z.
	{vet.StartInGap, "windows[0]", newYork("02:30", ""), []string{"2026-03-08T02:30", "03:30, 2026-03-08T07:30:00Z", "2027-03-14", "2028-03-12"}, newYork("03:00", ""), vet.Options{}},
	{vet.StartInGap, "windows[0]", newYork("02:30", `"gap": "next",`), []string{"03:00, 2026-03-08T07:00:00Z", "2027-03-14", "2028-03-12"}, newYork("01:59:59", `"gap": "next",`), vet.Options{}},
	{vet.StartInGap, "windows[0]", newYork("02:00", `"gap": "skip",`), []string{"2026-03-08T02:00", "2027-03-14", "2028-03-12"}, `{"windows": [{` + daily + `, "startTime": "02:30", "duration": "1h"}]}`, vet.Options{}},
	{vet.StartInGap, "windows[0]", `{"timeZone": "America/New_York", "windows": [{"schedule": {"cron": "30 */2 * * *"}, "duration": "1h"}]}`, []string{"2026-03-08T02:30"},
		`{"timeZone": "America/New_York", "windows": [{"schedule": {"cron": "30 * * * *"}, "duration": "1h"}]}`, vet.Options{}},
	// They go back on the first Sunday of November at 02:00 EDT, 06:00Z.
	{vet.StartInOverlap, "windows[0]", newYork("01:30", ""), []string{"2026-11-01T01:30", "2026-11-01T05:30:00Z", "2027-11-07", "2028-11-05"}, newYork("02:00", ""), vet.Options{}},
	{vet.StartInOverlap, "windows[0]", newYork("01:30", `"overlap": "both",`), []string{"2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"}, newYork("00:59:59", `"overlap": "both",`), vet.Options{}},
	{vet.StartInOverlap, "windows[0]", newYork("01:00", `"overlap": "second",`), []string{"2026-11-01T06:00:00Z"}, newYork("01:00", `"endDate": "2026-10-31",`), vet.Options{}},
	// 10 January 2026 is a Saturday. Weeks begin on Monday: the week of the 10th has the Friday before it.
	{vet.StartDateMoved, "windows[0].startDate", fortnightly("2026-01-10", ""), []string{"2026-01-16"}, fortnightly("2026-01-09", ""), vet.Options{}},
	{vet.StartDateMoved, "windows[0].startDate", fortnightly("2026-01-10", `"anchor": "startDate",`), []string{"2026-01-23"}, fortnightly("2026-01-09", `"anchor": "startDate",`), vet.Options{}},
	{vet.StartDateMoved, "windows[0].startDate", monthly(`"dayOfMonth": 15, "intervalMonths": 3`), []string{"2026-01-15"}, monthly(`"dayOfMonth": 15`), vet.Options{}},
	{vet.FixedOffset, "utcOffset", `{"utcOffset": "-05:00", "windows": [{"always": true}, {"timeZone": "America/New_York", ` + daily + `, "startTime": "22:00", "duration": "1h"}]}`,
		[]string{"America/New_York", "2026-03-08T07:00:00Z", "windows[1].timeZone"},
		`{"utcOffset": "-06:00", "windows": [{"always": true}, {"timeZone": "America/New_York", ` + daily + `, "startTime": "22:00", "duration": "1h"}]}`, vet.Options{}},
	{vet.FixedOffset, "windows[0].utcOffset", `{"timeZone": "Europe/Berlin", "windows": [{"utcOffset": "+02:00", "always": true}]}`, []string{"Europe/Berlin", "2026-10-25T01:00:00Z"},
		`{"timeZone": "Africa/Johannesburg", "windows": [{"utcOffset": "+02:00", "always": true}]}`, vet.Options{}}, // at +02:00 all the year
	{vet.FixedOffset, "windows[0].utcOffset", `{"timeZone": "Europe/London", "windows": [{"utcOffset": "+01:00", "always": true}]}`, nil,
		`{"timeZone": "Europe/London", "windows": [{"utcOffset": "+00:00", "always": true}]}`, vet.Options{}},
	{vet.Merges, "windows[1]", two("22:00", "4h", "02:00", "1h"), []string{"windows[0]"}, two("22:00", "4h", "02:00:01", "1h"), vet.Options{}},
	{vet.Merges, "windows[1]", two("01:00", "4h", "00:00", "1h"), []string{"2026-01-01T01:00:00Z"}, two("01:00", "4h", "00:00", "59m59s"), vet.Options{}},
	// The second one ends before the first does, which the third one overlaps.
	{vet.Merges, "windows[2]", three("17:59:59"), []string{"windows[0]"}, three("18:00:01"), vet.Options{}},
	// A blackout in between keeps them apart.
	{vet.Merges, "windows[1]", two("22:00", "4h", "02:00", "1h"), nil, strings.Replace(two("22:00", "4h", "02:00", "1h"), `"windows"`, `"notAllowedTime": [{"start": "01:59:59", "end": "02:00"}], "windows"`, 1), vet.Options{}},
	{vet.Merges, "windows[0]", `{"windows": [{` + daily + `, "startTime": "22:00", "duration": "24h"}]}`, []string{"2026-01-01T22:00:00Z"},
		`{"windows": [{` + daily + `, "startTime": "22:00", "duration": "23h59m59s"}]}`, vet.Options{}},
	{vet.Past, "notAllowedDates[0]", `{"windows": [{"always": true}], "notAllowedDates": [{"start": "2025-12-20", "end": "2025-12-31"}]}`, []string{"2026-01-01T00:00:00Z"},
		`{"windows": [{"always": true}], "notAllowedDates": [{"start": "2025-12-20", "end": "2026-01-01"}]}`, vet.Options{}},
	{vet.Past, "windows[0].notAllowedTime[0]", `{"windows": [{"always": true, "notAllowedTime": [{"start": "2025-12-20T00:00:00Z", "end": "2026-01-01T00:00:00Z"}]}]}`, []string{"2026-01-01T00:00:00Z"},
		`{"windows": [{"always": true, "notAllowedTime": [{"start": "2025-12-20T00:00:00Z", "end": "2026-01-01T00:00:01Z"}]}]}`, vet.Options{}},
	{vet.Past, "windows[0].span", `{"windows": [{"span": {"start": "2025-12-20T00:00:00Z", "end": "2026-01-01T00:00:00Z"}}]}`, nil,
		`{"windows": [{"span": {"start": "2025-12-20T00:00:00Z", "end": "2026-01-01T00:00:01Z"}}]}`, vet.Options{}},
	{vet.Past, "windows[0].endDate", `{"windows": [{` + daily + `, "startTime": "22:00", "duration": "2h", "endDate": "2025-12-31"}]}`, []string{"2026-01-01T00:00:00Z"},
		`{"windows": [{` + daily + `, "startTime": "22:00", "duration": "2h1s", "endDate": "2025-12-31"}]}`, vet.Options{}},
	// 32 days hold at least 4 Saturdays, and no fifth where they begin on a Sunday, on 4 January first.
	{vet.TooLittle, "", saturdays("11h59m"), []string{"47h56m"}, saturdays("12h"), vet.Options{}},
	{vet.TooLittle, "", `{"windows": [{` + daily + `, "startTime": "22:00", "duration": "3h59m59s"}]}`, nil, `{"windows": [{` + daily + `, "startTime": "22:00", "duration": "4h"}]}`, vet.Options{}},
	// A freeze of 31 days leaves one day of 32; a day has 4 hours. At the edges of the year only 28 hours are asked for.
	{vet.TooLittle, "", `{"windows": [{` + daily + `, "startTime": "22:00", "durationHours": 1}], "notAllowedDates": [{"start": "12-01", "end": "12-31"}]}`, []string{"1h"},
		`{"windows": [{` + daily + `, "startTime": "22:00", "durationHours": 1}], "notAllowedDates": [{"start": "12-01", "end": "12-30"}]}`,
		vet.Options{Availability: vet.Availability{Open: 2 * time.Hour, Every: 32 * 24 * time.Hour, Piece: time.Hour}}},
}

func monthly(rule string) string {
	return `{"windows": [{"schedule": {"absoluteMonthly": {` + rule + `}}, "startDate": "2026-01-01", "startTime": "02:00", "duration": "6h"}]}`
}

func relative(weekIndex string) string {
	return `{"windows": [{"schedule": {"relativeMonthly": {"weekIndex": "` + weekIndex + `", "dayOfWeek": "Friday"}}, "startTime": "02:00", "duration": "6h"}]}`
}

func cron(expression, dialect string) string {
	if dialect == "" {
		return `{"windows": [{"schedule": {"cron": "` + expression + `"}, "duration": "1h"}]}`
	}
	return `{"windows": [{"schedule": {"cron": {"expression": "` + expression + `", "dialect": "` + dialect + `"}}, "duration": "1h"}]}`
}

func newYork(startTime, more string) string {
	return `{"timeZone": "America/New_York", "windows": [{` + daily + `, ` + more + ` "startTime": "` + startTime + `", "duration": "1h"}]}`
}

func fortnightly(startDate, more string) string {
	return `{"windows": [{"schedule": {"weekly": {"intervalWeeks": 2, "dayOfWeek": "Friday"}}, ` + more + ` "startDate": "` + startDate + `", "startTime": "22:00", "duration": "1h"}]}`
}

func two(start1, duration1, start2, duration2 string) string {
	return `{"windows": [{` + daily + `, "startTime": "` + start1 + `", "duration": "` + duration1 + `"}, {` + daily + `, "startTime": "` + start2 + `", "duration": "` + duration2 + `"}]}`
}

// weekend is six hours of a Saturday from midnight on, with a cutoff as long, and two more from a start on.
func weekend(start, cutoff string) string {
	return `{"windows": [{"schedule": {"weekly": {"dayOfWeek": "Saturday"}}, "startTime": "00:00", "duration": "6h", "cutoff": "6h"},
		{"schedule": {"weekly": {"dayOfWeek": "Saturday"}}, "startTime": "` + start + `", "duration": "2h", "cutoff": "` + cutoff + `"}]}`
}

func three(start3 string) string {
	return strings.TrimSuffix(two("10:00", "8h", "11:00", "1h"), "]}") + `, {` + daily + `, "startTime": "` + start3 + `", "duration": "1h"}]}`
}

func secondMonth(weekIndex string) string {
	return `{"windows": [{"schedule": {"relativeMonthly": {"intervalMonths": 2, "weekIndex": "` + weekIndex + `", "dayOfWeek": "Friday", "offsetDays": 7}},
		"startDate": "2026-02-01", "startTime": "02:00", "duration": "1h"}]}`
}

func saturdays(duration string) string {
	return `{"windows": [{"schedule": {"weekly": {"dayOfWeek": "Saturday"}}, "startTime": "06:00", "duration": "` + duration + `"}]}`
}

func TestEachCode(t *testing.T) {
	seen := map[calendar.FindingCode]bool{vet.Unfinished: true} // see TestUnfinished
	for _, c := range pairs {
		seen[c.code] = true
		found := vet.Check(decode(t, c.doc), newYear, c.opts)
		hits := of(found, c.code, c.path)
		if len(hits) != 1 {
			t.Errorf("%s at %q: %d of them among %v\n%s", c.code, c.path, len(hits), found, c.doc)
			continue
		}
		for _, fact := range c.facts {
			if !strings.Contains(hits[0].Detail, fact) {
				t.Errorf("%s at %q: does not say %q: %v\n%s", c.code, c.path, fact, hits[0], c.doc)
			}
		}
		if found := vet.Check(decode(t, c.close), newYear, c.opts); len(of(found, c.code, c.path)) > 0 {
			t.Errorf("%s at %q: %v\n%s", c.code, c.path, found, c.close)
		}
	}
	codes := vet.Codes()
	if len(codes) != 20 || !slices.IsSorted(codes) {
		t.Errorf("the codes are %v", codes)
	}
	for _, code := range codes {
		if !seen[code] {
			t.Errorf("no policy for %s", code)
		}
	}
}

// A policy about which there is nothing to say: it opens, not always, at times that no clock skips, enough of it.
func TestNothing(t *testing.T) {
	p := decode(t, `{"timeZone": "Europe/Berlin", "windows": [
		{"name": "weekend", "schedule": {"weekly": {"daysOfWeek": ["Saturday"]}}, "startTime": "06:00", "durationHours": 20},
		{"name": "night", "schedule": {"cron": "0 22 * * MON-THU"}, "duration": "6h"}],
		"notAllowedDates": [{"start": "12-24", "end": "12-26"}], "notAllowedTime": [{"start": "23:00", "end": "24:00", "daysOfWeek": ["Monday"]}]}`)
	if found := vet.Check(p, newYear, vet.Options{}); len(found) > 0 {
		t.Errorf("%v", found)
	}
}

// Each error of a policy that does not compile is a finding, first of all, with its code and path. What is odd about the rest is said
// as well.
func TestProblems(t *testing.T) {
	p := calendar.Policy{TimeZone: "Nowhere/Land", Windows: []calendar.WindowSpec{
		{Schedule: &calendar.Schedule{Cron: &calendar.Cron{Expression: "0 2 13 * FRI"}}, TimeZone: "Europe/Berlin", Duration: "1h"},
		{Schedule: &calendar.Schedule{Weekly: &calendar.Weekly{IntervalWeeks: 2, DayOfWeek: "Friday"}}, TimeZone: "UTC", StartTime: "22:00", Duration: "1h"}}}
	_, err := calendar.Compile(p)
	found := vet.Check(p, newYear, vet.Options{})
	want := []calendar.Finding{{Code: "UnknownZone", Path: "timeZone"}, {Code: "NoStartDate", Path: "windows[1].schedule.weekly.intervalWeeks"}, {Code: vet.BothDays, Path: "windows[0].schedule.cron"}}
	for i, w := range want {
		if len(found) <= i || found[i].Code != w.Code || found[i].Path != w.Path || (found[i].Severity == calendar.Problem) != (i < 2) {
			t.Fatalf("got %v, want %v", found, want)
		}
	}
	problems := vet.Problems(err)
	if len(problems) != 2 || problems[0] != found[0] || problems[1] != found[1] {
		t.Errorf("Problems(%v) = %v, Check has %v", err, problems, found)
	}
	if vet.Problems(nil) != nil {
		t.Error("problems of no error")
	}
}

// Where a span ends before it starts, the remedy is what makes the shortest one, and it compiles.
func TestInverted(t *testing.T) {
	for _, c := range []struct {
		path, start, end string
		want             []string // what the remedy names
	}{
		{"notAllowedDates[0].end", "2026-12-18", "2026-01-04", []string{"2027-01-04"}},                              // 18 days, not 348
		{"notAllowedDates[0].end", "2024-12-23", "2024-01-02", []string{"2025-01-02"}},                              // of the AKS SDK's sample
		{"notAllowedDates[0].end", "2026-03-10", "2026-03-01", []string{"2026-03-01", "swap"}},                      // 9 days, not 356
		{"notAllowedDates[0].end", "2028-12-20", "2028-02-29", []string{"2029-02-28"}},                              // the end of February
		{"notAllowedDates[0].end", "2026-12-20", "2024-01-05", []string{"2027-01-05"}},                              // the year of the start counts
		{"notAllowedTime[0].end", "2026-07-01T22:00:00Z", "2026-07-01T04:00:00Z", []string{"2026-07-02T04:00:00Z"}}, // overnight
		{"notAllowedTime[0].end", "2026-07-03T14:00:00Z", "2026-07-01T10:00:00Z", []string{"2026-07-01T10:00:00Z", "swap"}},
		{"windows[0].span.end", "2026-12-31T22:00:00+01:00", "2026-01-01T04:00:00+01:00", []string{"2027-01-01T04:00:00+01:00"}},
		{"windows[0].endDate", "2026-12-01", "2026-01-31", []string{"2027-01-31", `"endDate"`}},
	} {
		p := calendar.Policy{Windows: []calendar.WindowSpec{{Always: true}}}
		switch {
		case strings.HasPrefix(c.path, "notAllowedDates"):
			p.NotAllowedDates = []calendar.DateSpan{{Start: c.start, End: c.end}}
		case strings.HasPrefix(c.path, "notAllowedTime"):
			p.NotAllowedTime = []calendar.TimeSpan{{Start: c.start, End: c.end}}
		case strings.HasSuffix(c.path, "endDate"):
			p.Windows[0] = calendar.WindowSpec{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: "22:00", Duration: "1h", StartDate: c.start, EndDate: c.end}
		default:
			p.Windows[0] = calendar.WindowSpec{Span: &calendar.InstantSpan{Start: c.start, End: c.end}}
		}
		hits := of(vet.Check(p, newYear, vet.Options{}), calendar.FindingCode(tz.Inverted), c.path)
		if len(hits) != 1 {
			t.Errorf("%s to %s: %v", c.start, c.end, hits)
			continue
		}
		for _, w := range c.want {
			if !strings.Contains(hits[0].Remedy, w) {
				t.Errorf("%s to %s: %q does not name %s", c.start, c.end, hits[0].Remedy, w)
			}
		}
	}
}

// The worst comes first, then paths in the order of the document: windows[2] before windows[10].
func TestOrder(t *testing.T) {
	p := calendar.Policy{Windows: make([]calendar.WindowSpec, 12)}
	for i := range p.Windows {
		p.Windows[i] = calendar.WindowSpec{Schedule: &calendar.Schedule{Cron: &calendar.Cron{Expression: "0 2 13 * FRI"}}, Duration: "1h"}
	}
	found := vet.Check(p, newYear, vet.Options{})
	if !slices.IsSortedFunc(found, func(a, b calendar.Finding) int { return int(b.Severity) - int(a.Severity) }) {
		t.Errorf("not by severity: %v", found)
	}
	for i, f := range with(found, vet.BothDays) {
		if want := fmt.Sprintf("windows[%d].schedule.cron", i); f.Path != want {
			t.Errorf("finding %d is at %s, want %s", i, f.Path, want)
		}
	}
	if n := len(with(found, vet.BothDays)); n != 12 {
		t.Errorf("%d of 12", n)
	}
	if again := vet.Check(p, newYear, vet.Options{}); !slices.Equal(found, again) {
		t.Error("asked again, it says something else")
	}
}

// The zero Options are the defaults, and what is out of range is held to it.
func TestOptions(t *testing.T) {
	p := decode(t, newYork("02:30", ""))
	want := vet.Check(p, newYear, vet.Options{})
	for _, o := range []vet.Options{
		{Years: 10, MinPiece: 15 * time.Minute, Steps: 2_000_000, Database: tz.System()},
		{Availability: vet.Availability{Open: 48 * time.Hour}}, {Availability: vet.Availability{Every: 32 * 24 * time.Hour, Piece: 4 * time.Hour}},
	} {
		if got := vet.Check(p, newYear, o); !slices.Equal(got, want) {
			t.Errorf("%+v: %v, want %v", o, got, want)
		}
	}
	if found := vet.Check(p, newYear, vet.Options{MinPiece: -1, Availability: vet.Availability{Open: -1}}); len(with(found, vet.TooLittle)) > 0 || len(with(want, vet.TooLittle)) != 1 {
		t.Errorf("rule switched off: %v", found)
	}
	if found := vet.Check(p, newYear, vet.Options{Database: new(tz.Database)}); len(with(found, calendar.FindingCode(tz.UnknownZone))) != 1 {
		t.Errorf("a database without zones: %v", found)
	}
	for _, at := range []time.Time{{}, time.Date(-5000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(20000, 1, 1, 0, 0, 0, 0, time.UTC)} {
		vet.Check(p, at, vet.Options{Years: 1_000_000}) // ends
	}
}
