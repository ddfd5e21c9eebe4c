package calendar_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// window returns a policy with one daily window that has these keys more, or instead where they have the same name.
func windowWith(keys string) string {
	return `{"windows":[{"schedule":{"daily":{}},"startTime":"02:00",` + keys + `}]}`
}

// A problem is what an error names.
type problem struct {
	code tz.Code
	path string
}

// scheduled returns a policy with one window of this schedule.
func scheduled(schedule string) string {
	return `{"windows":[{"schedule":` + schedule + `,"startTime":"02:00","durationHours":1}]}`
}

func TestBadDocuments(t *testing.T) {
	one := func(code tz.Code, path string) []problem { return []problem{{code, path}} }
	for _, c := range []struct {
		name, doc string
		want      []problem
	}{
		// JSON.
		{"nothing", ``, one(tz.Syntax, "")},
		{"not JSON", `windows: []`, one(tz.Syntax, "")},
		{"cut off", `{"windows":[`, one(tz.Syntax, "")},
		{"cut off behind a key", `{"windows"`, one(tz.Syntax, "")},
		{"a comma too much", `{"windows":[],}`, one(tz.Syntax, "")},
		{"something behind", `{"windows":[]}x`, one(tz.Syntax, "")},
		{"another document behind", `{"windows":[]}{}`, one(tz.Syntax, "")},
		{"not UTF-8", "{\"name\":\"\xff\",\"windows\":[]}", one(tz.Syntax, "")},
		{"a list", `[]`, one(tz.WrongType, "")},
		{"null", `null`, one(tz.WrongType, "")},
		{"unknown key", `{"windows":[],"colour":1}`, one(tz.UnknownKey, "colour")},
		{"a key in another case", `{"Windows":[]}`, []problem{{tz.UnknownKey, "Windows"}, {tz.Missing, "windows"}}},
		{"a strange key", `{"windows":[],"a.b[0]":1}`, one(tz.UnknownKey, `["a.b[0]"]`)},
		{"unknown key below", windowWith(`"durationHours":1,"durationhours":2`), one(tz.UnknownKey, "windows[0].durationhours")},
		{"duplicate key", `{"windows":[],"windows":[]}`, one(tz.DuplicateKey, "windows")},
		{"duplicate key below", windowWith(`"durationHours":1,"startTime":"03:00"`), one(tz.DuplicateKey, "windows[0].startTime")},
		{"null for a list entry", `{"windows":[null]}`, one(tz.WrongType, "windows[0]")},
		{"a text for a number", windowWith(`"durationHours":"1"`), one(tz.WrongType, "windows[0].durationHours")},
		{"a number for a text", windowWith(`"duration":60`), one(tz.WrongType, "windows[0].duration")},
		{"a fraction", windowWith(`"durationHours":1.5`), one(tz.WrongType, "windows[0].durationHours")},
		{"a number too large for any", windowWith(`"durationHours":100000000000000000000`), one(tz.OutOfRange, "windows[0].durationHours")},
		{"an object for a list", `{"windows":{}}`, one(tz.WrongType, "windows")},
		{"a text for an object", `{"windows":[{"schedule":"daily","startTime":"02:00","durationHours":1}]}`, one(tz.WrongType, "windows[0].schedule")},
		{"nested too deep", `{"windows":` + strings.Repeat("[", 20) + strings.Repeat("]", 20) + `}`, one(tz.TooLarge, "windows"+strings.Repeat("[0]", 16))},

		// The policy.
		{"windows missing", `{}`, one(tz.Missing, "windows")},
		{"windows null", `{"windows":null}`, one(tz.Missing, "windows")},
		{"both zone forms", `{"utcOffset":"+01:00","timeZone":"Europe/Berlin","windows":[]}`, one(tz.Conflict, "timeZone")},
		{"an offset of no clock", `{"utcOffset":"+99:99","windows":[]}`, one(tz.OutOfRange, "utcOffset")},
		{"an offset without sign", `{"utcOffset":"01:00","windows":[]}`, one(tz.Invalid, "utcOffset")},
		{"an empty offset", `{"utcOffset":"","windows":[]}`, one(tz.Empty, "utcOffset")},
		{"a zone with an empty part", `{"timeZone":"Europe//London","windows":[]}`, one(tz.InvalidZone, "timeZone")},
		{"a zone that is a path", `{"timeZone":"../etc/passwd","windows":[]}`, one(tz.InvalidZone, "timeZone")},
		{"a zone in another case", `{"timeZone":"europe/london","windows":[]}`, one(tz.InvalidZone, "timeZone")},
		{"a zone that is not", `{"timeZone":"Europe/Atlantis","windows":[]}`, one(tz.UnknownZone, "timeZone")},
		{"two windows of a name", `{"windows":[{"name":"a","always":true},{"always":true},{"always":true},{"name":"a","always":true}]}`, one(tz.Duplicate, "windows[3].name")},
		{"two blackouts of a name", `{"windows":[],"notAllowedDates":[{"name":"a","start":"01-01","end":"01-01"},{"name":"a","start":"01-01","end":"01-01"}],"notAllowedTime":[{"name":"a","start":"01:00","end":"02:00"}]}`,
			one(tz.Duplicate, "notAllowedDates[1].name")},
		{"a name too long", `{"name":"` + strings.Repeat("n", 257) + `","windows":[]}`, one(tz.TooLarge, "name")},
		{"a description too long", `{"description":"` + strings.Repeat("d", 4097) + `","windows":[]}`, one(tz.TooLarge, "description")},

		// A window.
		{"no kind of window", `{"windows":[{"startTime":"02:00"}]}`, one(tz.Missing, "windows[0]")},
		{"two kinds of window", `{"windows":[{"always":true,"span":{"start":"2026-01-01T00:00:00Z","end":"2026-01-02T00:00:00Z"}}]}`, one(tz.Conflict, "windows[0].always")},
		{"not always", `{"windows":[{"always":false}]}`, []problem{{tz.OutOfRange, "windows[0].always"}}},
		{"always as a number", `{"windows":[{"always":1}]}`, one(tz.WrongType, "windows[0].always")},
		{"a start date beside always", `{"windows":[{"always":true,"startDate":"2026-01-01"}]}`, one(tz.Conflict, "windows[0].startDate")},
		{"all of a schedule beside a span", `{"windows":[{"span":{"start":"2026-01-01T00:00:00Z","end":"2026-01-02T00:00:00Z"},"startDate":"2026-01-01","endDate":"2026-01-01","startTime":"01:00",
			"anchor":"startDate","gap":"skip","overlap":"both","durationHours":1,"duration":"1h","endTime":"02:00"}]}`,
			[]problem{{tz.Conflict, "windows[0].startDate"}, {tz.Conflict, "windows[0].endDate"}, {tz.Conflict, "windows[0].startTime"}, {tz.Conflict, "windows[0].anchor"}, {tz.Conflict, "windows[0].gap"},
				{tz.Conflict, "windows[0].overlap"}, {tz.Conflict, "windows[0].durationHours"}, {tz.Conflict, "windows[0].duration"}, {tz.Conflict, "windows[0].endTime"}}},
		{"a span without ends", `{"windows":[{"span":{}}]}`, []problem{{tz.Missing, "windows[0].span.start"}, {tz.Missing, "windows[0].span.end"}}},
		{"a span without a start", `{"windows":[{"span":{"end":"2026-01-01T00:00:00Z"}}]}`, one(tz.Missing, "windows[0].span.start")},
		{"a span without an end", `{"windows":[{"span":{"start":"2026-01-01T00:00:00Z"}}]}`, one(tz.Missing, "windows[0].span.end")},
		{"a span that starts at no instant and has no end", `{"windows":[{"span":{"start":"2026"}}]}`, []problem{{tz.Invalid, "windows[0].span.start"}, {tz.Missing, "windows[0].span.end"}}},
		{"an inverted span", `{"windows":[{"span":{"start":"2026-01-02T00:00:00Z","end":"2026-01-01T00:00:00Z"}}]}`, one(tz.Inverted, "windows[0].span.end")},
		{"an empty span", `{"windows":[{"span":{"start":"2026-01-02T00:00:00Z","end":"2026-01-02T01:00:00+01:00"}}]}`, one(tz.Empty, "windows[0].span.end")},
		{"a span of dates", `{"windows":[{"span":{"start":"2026-01-02","end":"2026-01-03"}}]}`, []problem{{tz.Invalid, "windows[0].span.start"}, {tz.Invalid, "windows[0].span.end"}}},
		{"no kind of schedule", scheduled(`{}`), one(tz.Missing, "windows[0].schedule")},
		{"two kinds of schedule", scheduled(`{"daily":{},"weekly":{"dayOfWeek":"Friday"}}`), one(tz.Conflict, "windows[0].schedule.weekly")},
		{"an unknown kind of schedule", scheduled(`{"rrule":"FREQ=DAILY"}`), one(tz.UnknownKey, "windows[0].schedule.rrule")},
		{"a start time of no clock", `{"windows":[{"schedule":{"daily":{}},"startTime":"99:99","durationHours":1}]}`, one(tz.OutOfRange, "windows[0].startTime")},
		{"a start at 24:00", `{"windows":[{"schedule":{"daily":{}},"startTime":"24:00","durationHours":1}]}`, one(tz.OutOfRange, "windows[0].startTime")},
		{"no start time", `{"windows":[{"schedule":{"daily":{}},"durationHours":1}]}`, one(tz.Missing, "windows[0].startTime")},
		{"a start time beside cron", scheduled(`{"cron":"0 2 * * *"}`), one(tz.Conflict, "windows[0].startTime")},
		{"a date that is not", windowWith(`"durationHours":1,"startDate":"2026-02-29"`), one(tz.OutOfRange, "windows[0].startDate")},
		{"inverted dates", windowWith(`"durationHours":1,"startDate":"2026-03-01","endDate":"2026-02-28"`), one(tz.Inverted, "windows[0].endDate")},
		{"no length", `{"windows":[{"schedule":{"daily":{}},"startTime":"02:00"}]}`, one(tz.Missing, "windows[0]")},
		{"two lengths", windowWith(`"durationHours":1,"endTime":"03:00"`), one(tz.Conflict, "windows[0].endTime")},
		{"no hours", windowWith(`"durationHours":0`), one(tz.OutOfRange, "windows[0].durationHours")},
		{"fewer hours", windowWith(`"durationHours":-1`), one(tz.OutOfRange, "windows[0].durationHours")},
		{"hours beyond 366 days", windowWith(`"durationHours":8785`), one(tz.OutOfRange, "windows[0].durationHours")},
		{"a duration of nothing", windowWith(`"duration":"0s"`), one(tz.OutOfRange, "windows[0].duration")},
		{"a negative duration", windowWith(`"duration":"-1h"`), one(tz.OutOfRange, "windows[0].duration")},
		{"a duration beyond 366 days", windowWith(`"duration":"8784h0m1s"`), one(tz.OutOfRange, "windows[0].duration")},
		{"a duration with a fraction", windowWith(`"duration":"1.5s"`), one(tz.OutOfRange, "windows[0].duration")},
		{"a duration in days", windowWith(`"duration":"1d"`), one(tz.Invalid, "windows[0].duration")},
		{"a cutoff of nothing", windowWith(`"durationHours":1,"cutoff":"0s"`), one(tz.OutOfRange, "windows[0].cutoff")},
		{"a negative cutoff", windowWith(`"durationHours":1,"cutoff":"-1h"`), one(tz.OutOfRange, "windows[0].cutoff")},
		{"a cutoff beyond 366 days", windowWith(`"durationHours":1,"cutoff":"8784h0m1s"`), one(tz.OutOfRange, "windows[0].cutoff")},
		{"a cutoff with a fraction", windowWith(`"durationHours":1,"cutoff":"500ms"`), one(tz.OutOfRange, "windows[0].cutoff")},
		{"a cutoff in days", windowWith(`"durationHours":1,"cutoff":"1d"`), one(tz.Invalid, "windows[0].cutoff")},
		{"an empty cutoff", windowWith(`"durationHours":1,"cutoff":""`), one(tz.Empty, "windows[0].cutoff")},
		{"a cutoff in hours", windowWith(`"durationHours":1,"cutoff":1`), one(tz.WrongType, "windows[0].cutoff")},
		{"a cutoff for all", `{"windows":[],"cutoff":"1h"}`, one(tz.UnknownKey, "cutoff")},
		{"a cutoff of always", `{"windows":[{"always":true},{"always":true,"cutoff":"1y"}]}`, one(tz.Invalid, "windows[1].cutoff")},
		{"a least duration of nothing", `{"windows":[],"minDuration":"0h"}`, one(tz.OutOfRange, "minDuration")},
		{"a least duration beyond 366 days", `{"windows":[],"minDuration":"8785h"}`, one(tz.OutOfRange, "minDuration")},
		{"a least duration with a fraction", `{"windows":[],"minDuration":"1h0.1s"}`, one(tz.OutOfRange, "minDuration")},
		{"a least duration that is none", `{"windows":[],"minDuration":"long"}`, one(tz.Invalid, "minDuration")},
		{"an empty least duration", `{"windows":[],"minDuration":""}`, one(tz.Empty, "minDuration")},
		{"a least duration of a window", windowWith(`"durationHours":1,"minDuration":"1h"`), one(tz.UnknownKey, "windows[0].minDuration")},
		{"an unknown gap", windowWith(`"durationHours":1,"gap":"jump"`), one(tz.Invalid, "windows[0].gap")},
		{"an unknown overlap", windowWith(`"durationHours":1,"overlap":"third"`), one(tz.Invalid, "windows[0].overlap")},
		{"an unknown anchor", windowWith(`"durationHours":1,"anchor":"now"`), one(tz.Invalid, "windows[0].anchor")},
		{"an anchor for days", windowWith(`"durationHours":1,"startDate":"2026-01-01","anchor":"startDate"`), one(tz.Conflict, "windows[0].anchor")},
		{"options for the real clock", `{"windows":[{"schedule":{"cron":"0 * * * *"},"durationHours":1,"gap":"forward","overlap":"first"}]}`,
			[]problem{{tz.Conflict, "windows[0].gap"}, {tz.Conflict, "windows[0].overlap"}}},

		// The kinds of schedule.
		{"an interval of 0", scheduled(`{"daily":{"intervalDays":0}}`), one(tz.OutOfRange, "windows[0].schedule.daily.intervalDays")},
		{"an interval of -1", scheduled(`{"weekly":{"intervalWeeks":-1,"dayOfWeek":"Friday"}}`), one(tz.OutOfRange, "windows[0].schedule.weekly.intervalWeeks")},
		{"an interval of 1001", scheduled(`{"absoluteMonthly":{"intervalMonths":1001,"dayOfMonth":1}}`), one(tz.OutOfRange, "windows[0].schedule.absoluteMonthly.intervalMonths")},
		{"an interval without startDate", scheduled(`{"relativeMonthly":{"intervalMonths":2,"weekIndex":"First","dayOfWeek":"Friday"}}`), one(tz.NoStartDate, "windows[0].schedule.relativeMonthly.intervalMonths")},
		{"no weekday", scheduled(`{"weekly":{}}`), one(tz.Missing, "windows[0].schedule.weekly")},
		{"no weekdays", scheduled(`{"weekly":{"daysOfWeek":[]}}`), one(tz.Empty, "windows[0].schedule.weekly.daysOfWeek")},
		{"a weekday and weekdays", scheduled(`{"weekly":{"dayOfWeek":"Friday","daysOfWeek":["Friday"]}}`), one(tz.Conflict, "windows[0].schedule.weekly.daysOfWeek")},
		{"a weekday in another case", scheduled(`{"weekly":{"daysOfWeek":["Monday","friday"]}}`), one(tz.Invalid, "windows[0].schedule.weekly.daysOfWeek[1]")},
		{"an empty weekday", scheduled(`{"weekly":{"daysOfWeek":[""]}}`), one(tz.Empty, "windows[0].schedule.weekly.daysOfWeek[0]")},
		{"an unknown week start", scheduled(`{"weekly":{"dayOfWeek":"Friday","weekStart":"Freitag"}}`), one(tz.Invalid, "windows[0].schedule.weekly.weekStart")},
		{"a key of a cron expression too long", `{"windows":[{"schedule":{"cron":{"expression":"H 2 * * *","dialect":"Jenkins","key":"` + strings.Repeat("k", 257) + `"}},"durationHours":1}]}`,
			one(tz.TooLarge, "windows[0].schedule.cron.key")},
		{"101 weekdays", scheduled(`{"weekly":{"daysOfWeek":["Friday"` + strings.Repeat(`,"Friday"`, 100) + `]}}`), one(tz.TooLarge, "windows[0].schedule.weekly.daysOfWeek")},
		{"no day of the month", scheduled(`{"absoluteMonthly":{}}`), one(tz.Missing, "windows[0].schedule.absoluteMonthly")},
		{"day 0", scheduled(`{"absoluteMonthly":{"dayOfMonth":0}}`), one(tz.OutOfRange, "windows[0].schedule.absoluteMonthly.dayOfMonth")},
		{"day 32", scheduled(`{"absoluteMonthly":{"dayOfMonth":32}}`), one(tz.OutOfRange, "windows[0].schedule.absoluteMonthly.dayOfMonth")},
		{"day -32 among days", scheduled(`{"absoluteMonthly":{"daysOfMonth":[1,-32]}}`), one(tz.OutOfRange, "windows[0].schedule.absoluteMonthly.daysOfMonth[1]")},
		{"an unknown short month", scheduled(`{"absoluteMonthly":{"dayOfMonth":31,"shortMonth":"last"}}`), one(tz.Invalid, "windows[0].schedule.absoluteMonthly.shortMonth")},
		{"no place nor weekday", scheduled(`{"relativeMonthly":{}}`), []problem{{tz.Missing, "windows[0].schedule.relativeMonthly.weekIndex"}, {tz.Missing, "windows[0].schedule.relativeMonthly.dayOfWeek"}}},
		{"an unknown place", scheduled(`{"relativeMonthly":{"weekIndex":"Sixth","dayOfWeek":"Friday"}}`), one(tz.Invalid, "windows[0].schedule.relativeMonthly.weekIndex")},
		{"an offset of 32 days", scheduled(`{"relativeMonthly":{"weekIndex":"Last","dayOfWeek":"Friday","offsetDays":32}}`), one(tz.OutOfRange, "windows[0].schedule.relativeMonthly.offsetDays")},
		{"a weekday beyond the week in cron", `{"windows":[{"schedule":{"cron":"0 0 * * 9"},"durationHours":1}]}`, one(tz.OutOfRange, "windows[0].schedule.cron")},
		{"an empty cron", `{"windows":[{"schedule":{"cron":""},"durationHours":1}]}`, one(tz.Empty, "windows[0].schedule.cron")},
		{"a cron of another type", `{"windows":[{"schedule":{"cron":5},"durationHours":1}]}`, one(tz.WrongType, "windows[0].schedule.cron")},
		{"an interval as a macro", `{"windows":[{"schedule":{"cron":"@every 1h"},"durationHours":1}]}`, one(tz.Invalid, "windows[0].schedule.cron")},
		{"never by cron", `{"windows":[{"schedule":{"cron":"0 0 31 4,6,9,11 *"},"durationHours":1}]}`, one(tz.NeverMatches, "windows[0].schedule")},
		{"never by interval", `{"windows":[{"startDate":"2026-02-01","anchor":"startDate","schedule":{"absoluteMonthly":{"intervalMonths":12,"dayOfMonth":30}},"startTime":"02:00","durationHours":1}]}`,
			one(tz.NeverMatches, "windows[0].schedule")},

		// Blackouts.
		{"inverted dates of a blackout", `{"windows":[],"notAllowedDates":[{"start":"2024-12-23","end":"2024-01-02"}]}`, one(tz.Inverted, "notAllowedDates[0].end")},
		{"a blackout without ends", `{"windows":[],"notAllowedDates":[{}],"notAllowedTime":[{}]}`, []problem{{tz.Missing, "notAllowedDates[0].start"}, {tz.Missing, "notAllowedTime[0].start"}}},
		{"a blackout without an end", `{"windows":[],"notAllowedDates":[{"start":"01-01"}],"notAllowedTime":[{"start":"01:00"}]}`, []problem{{tz.Missing, "notAllowedDates[0].end"}, {tz.Missing, "notAllowedTime[0].end"}}},
		{"one end with a year", `{"windows":[],"notAllowedDates":[{"start":"2026-12-20","end":"01-05"}]}`, one(tz.Conflict, "notAllowedDates[0].end")},
		{"a day that no year has", `{"windows":[],"notAllowedDates":[{"start":"02-30","end":"03-01"}]}`, one(tz.OutOfRange, "notAllowedDates[0].start")},
		{"one end an instant", `{"windows":[],"notAllowedTime":[{"start":"08:00","end":"2026-07-01T14:00:00Z"}]}`, one(tz.Conflict, "notAllowedTime[0].end")},
		{"equal times", `{"windows":[],"notAllowedTime":[{"start":"08:00","end":"08:00"}]}`, one(tz.Empty, "notAllowedTime[0].end")},
		{"a blackout from 24:00", `{"windows":[],"notAllowedTime":[{"start":"24:00","end":"08:00"}]}`, one(tz.OutOfRange, "notAllowedTime[0].start")},
		{"equal instants", `{"windows":[],"notAllowedTime":[{"start":"2026-07-01T14:00:00Z","end":"2026-07-01T14:00:00Z"}]}`, one(tz.Empty, "notAllowedTime[0].end")},
		{"inverted instants", `{"windows":[],"notAllowedTime":[{"start":"2026-07-01T14:00:00Z","end":"2026-07-01T13:00:00Z"}]}`, one(tz.Inverted, "notAllowedTime[0].end")},
		{"instants with weekdays", `{"windows":[],"notAllowedTime":[{"start":"2026-07-01T14:00:00Z","end":"2026-07-01T15:00:00Z","daysOfWeek":["Monday"]}]}`, one(tz.Conflict, "notAllowedTime[0].daysOfWeek")},
		{"an unknown weekday of a blackout", `{"windows":[],"notAllowedTime":[{"start":"08:00","end":"09:00","daysOfWeek":["Mon"]}]}`, one(tz.Invalid, "notAllowedTime[0].daysOfWeek[0]")},
		{"a blackout of a window", `{"windows":[{"always":true},{"always":true,"notAllowedDates":[{"start":"01-01","end":"01-02"},{"start":"x","end":"y"}]}]}`,
			[]problem{{tz.Invalid, "windows[1].notAllowedDates[1].start"}, {tz.Invalid, "windows[1].notAllowedDates[1].end"}}},

		// What is wrong with one part of a window hides nothing of the others.
		{"a date and a duration", `{"windows":[{"schedule":{"daily":{}},"startDate":"tomorrow","startTime":"22:00","duration":"0s"}]}`,
			[]problem{{tz.Invalid, "windows[0].startDate"}, {tz.OutOfRange, "windows[0].duration"}}},
		{"an interval and a duration", `{"windows":[{"schedule":{"weekly":{"intervalWeeks":2,"dayOfWeek":"Friday"}},"startTime":"22:00","duration":"0s"}]}`,
			[]problem{{tz.OutOfRange, "windows[0].duration"}, {tz.NoStartDate, "windows[0].schedule.weekly.intervalWeeks"}}},
		{"a weekday, an interval and no start", `{"windows":[{"schedule":{"weekly":{"intervalWeeks":2,"dayOfWeek":"Fri"}},"durationHours":1}]}`,
			[]problem{{tz.Invalid, "windows[0].schedule.weekly.dayOfWeek"}, {tz.Missing, "windows[0].startTime"}, {tz.NoStartDate, "windows[0].schedule.weekly.intervalWeeks"}}},
		{"a cron, a start date and an option", `{"windows":[{"schedule":{"cron":"0 2 * *"},"startDate":"2026-1-1","gap":"jump","durationHours":1}]}`,
			[]problem{{tz.Invalid, "windows[0].gap"}, {tz.Invalid, "windows[0].schedule.cron"}, {tz.Invalid, "windows[0].startDate"}}},
		{"a kind, an end date and a length", `{"windows":[{"schedule":{},"startDate":"2026-02-01","endDate":"2026-01-01","startTime":"02:00"}]}`,
			[]problem{{tz.Missing, "windows[0]"}, {tz.Missing, "windows[0].schedule"}, {tz.Inverted, "windows[0].endDate"}}},

		{"a start time and no length", `{"windows":[{"schedule":{"daily":{}},"startTime":"2:00"}]}`, []problem{{tz.Invalid, "windows[0].startTime"}, {tz.Missing, "windows[0]"}}},
		{"a week start and no weekday", scheduled(`{"weekly":{"weekStart":"Mon"}}`),
			[]problem{{tz.Invalid, "windows[0].schedule.weekly.weekStart"}, {tz.Missing, "windows[0].schedule.weekly"}}},

		{"a date and an interval", `{"windows":[{"schedule":{"daily":{"intervalDays":2}},"startDate":"2026-1-1","startTime":"02:00","durationHours":1}]}`, one(tz.Invalid, "windows[0].startDate")},
		{"a date and an anchor", `{"windows":[{"schedule":{"weekly":{"intervalWeeks":2,"dayOfWeek":"Friday"}},"startDate":"2026-1-1","anchor":"startDate","startTime":"02:00","durationHours":1}]}`,
			one(tz.Invalid, "windows[0].startDate")},
		{"a date and an endDate long before it", `{"windows":[{"schedule":{"daily":{}},"startDate":"1926-1-1","endDate":"1926-02-01","startTime":"02:00","durationHours":1}]}`, one(tz.Invalid, "windows[0].startDate")},
		{"a start time beside cron that is none", `{"windows":[{"schedule":{"cron":"0 2 * * *"},"startTime":"2","durationHours":1}]}`, one(tz.Invalid, "windows[0].startTime")},
		{"no day and no length", `{"windows":[{"schedule":{"cron":"0 0 30 2 *"}}]}`, []problem{{tz.Missing, "windows[0]"}, {tz.NeverMatches, "windows[0].schedule"}}},
		{"no day, and options for the real clock", `{"windows":[{"schedule":{"cron":"0 * 30 2 *"},"durationHours":1,"gap":"skip","overlap":"both"}]}`,
			[]problem{{tz.NeverMatches, "windows[0].schedule"}, {tz.Conflict, "windows[0].gap"}, {tz.Conflict, "windows[0].overlap"}}},

		// Everything at once, in the order of the reading.
		{"problems of all sorts", `{"utcOffset":"+99:99","windows":[{"schedule":{"daily":{}},"startTime":"2:00","durationHours":1},{"span":{"start":"2026-01-02T00:00:00Z","end":"2026-01-01T00:00:00Z"}},
			{"alway":true}],"notAllowedDates":[{"start":"2026-02-01","end":"2026-01-01"}]}`,
			[]problem{{tz.UnknownKey, "windows[2].alway"}, {tz.OutOfRange, "utcOffset"}, {tz.Invalid, "windows[0].startTime"}, {tz.Inverted, "windows[1].span.end"}, {tz.Inverted, "notAllowedDates[0].end"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			errs := refuse(t, c.doc)
			if _, err := calendar.CompileJSON([]byte(c.doc)); err == nil || err.Error() != errs.Error() {
				t.Errorf("CompileJSON: %v\nParse and Compile: %v", err, errs)
			}
			var got []problem
			for _, e := range errs {
				got = append(got, problem{e.Code, e.Path})
				if e.Detail == "" {
					t.Errorf("no detail: %v", e)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v\nwant %v\n%v", got, c.want, errs)
			}
		})
	}
}

// A zone that no database has is known to CompileJSON beside all the rest; Parse asks no database.
func TestUnknownZoneBesideBadForm(t *testing.T) {
	const doc = `{"timeZone":"Mars/Olympus","windows":[{"schedule":{"daily":{}},"startDate":"x","startTime":"02:00","durationHours":1}]}`
	var errs tz.Errors
	if _, err := calendar.CompileJSON([]byte(doc)); !errors.As(err, &errs) || len(errs) != 2 || errs[0].Code != tz.UnknownZone || errs[1].Code != tz.Invalid {
		t.Errorf("got %v", errs)
	}
}

func TestLimits(t *testing.T) {
	many := func(n int, item string) string { return item + strings.Repeat(","+item, n-1) }
	always := `{"always":true}`
	for _, c := range []struct {
		name, doc, path string
	}{
		{"10 MB", `{"windows":[],"description":"` + strings.Repeat("x", 10_000_000) + `"}`, ""},
		{"10,001 windows", `{"windows":[` + many(10_001, always) + `]}`, "windows"},
		{"10,001 blackouts", `{"windows":[],"notAllowedDates":[` + many(10_001, `{"start":"01-01","end":"01-01"}`) + `]}`, "notAllowedDates"},
		{"10,001 blackouts of a window", `{"windows":[{"always":true,"notAllowedTime":[` + many(10_001, `{"start":"01:00","end":"02:00"}`) + `]}]}`, "windows[0].notAllowedTime"},
		{"more than 1,048,576 values", `{"windows":[` + many(1<<20, "1") + `]}`, "windows[1048574]"},
		{"101 keys", `{"windows":[],` + manyKeys(100) + `}`, ""},
	} {
		errs := refuse(t, c.doc)
		if last := errs[len(errs)-1]; last.Code != tz.TooLarge || last.Path != c.path {
			t.Errorf("%s: got %v", c.name, last)
		}
	}
	compile(t, `{"windows":[`+many(10_000, always)+`]}`)

	// A policy built in Go meets the same limits.
	for path, p := range map[string]calendar.Policy{
		"windows":                      {Windows: make([]calendar.WindowSpec, 10_001)},
		"notAllowedDates":              {Windows: []calendar.WindowSpec{}, NotAllowedDates: make([]calendar.DateSpan, 10_001)},
		"notAllowedTime[0].daysOfWeek": {Windows: []calendar.WindowSpec{}, NotAllowedTime: []calendar.TimeSpan{{Start: "01:00", End: "02:00", DaysOfWeek: make([]string, 101)}}},
		"windows[0].schedule.absoluteMonthly.daysOfMonth": {Windows: []calendar.WindowSpec{{StartTime: "01:00", DurationHours: 1,
			Schedule: &calendar.Schedule{AbsoluteMonthly: &calendar.AbsoluteMonthly{DaysOfMonth: make([]int, 101)}}}}},
	} {
		_, err := calendar.Compile(p)
		var e *tz.Error
		if !errors.As(err, &e) || e.Code != tz.TooLarge || e.Path != path {
			t.Errorf("%s: got %v", path, err)
		}
	}

	// Of very many problems the first are listed.
	errs := refuse(t, `{"windows":[`+many(5000, "1")+`]}`)
	if n := len(errs); n != calendar.MaxProblems+1 || errs[n-1].Code != tz.TooLarge {
		t.Errorf("%d problems, the last %v", n, errs[n-1])
	}
}

func manyKeys(n int) string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = sprintf(`"k%d":1`, i)
	}
	return strings.Join(keys, ",")
}

// Policies built in Go can be wrong in ways that no document can.
func TestBadPolicies(t *testing.T) {
	for path, w := range map[string]calendar.WindowSpec{
		"windows[0].schedule.weekly.daysOfWeek[0]": {StartTime: "01:00", DurationHours: 1, Schedule: &calendar.Schedule{Weekly: &calendar.Weekly{DaysOfWeek: []string{""}}}},
		"windows[0].schedule.cron":                 {DurationHours: 1, Schedule: &calendar.Schedule{Cron: &calendar.Cron{}}},
		"windows[0].startTime":                     {StartTime: "\x00", DurationHours: 1, Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}},
	} {
		_, err := calendar.Compile(calendar.Policy{Windows: []calendar.WindowSpec{w}})
		var e *tz.Error
		if !errors.As(err, &e) || e.Path != path {
			t.Errorf("%s: got %v", path, err)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("MustCompile did not panic")
		}
	}()
	calendar.MustCompile(calendar.Policy{})
}
