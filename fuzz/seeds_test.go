package fuzz_test

import (
	"encoding/json"
	"strings"
)

// The seeds of the fuzz targets: texts that are right, those that are wrong in one way each, and those that brought
// other schedulers down.

var cronSeeds = []string{
	"0 2 * * MON-FRI", "*/15 * * * *", "0 9 31 12 *", "0 9 30 12 *", "0 0 29 2 *", "0 0 29 2 MON", "0 0 30 2 *", "0 0 31 2,4,6,9,11 *", "0 0 13 * 1",
	"0 0 */2 * 1", "0 0 13 * +FRI", "0 0 * * 0", "0 0 * * 7", "0 0 * * 5-7", "0 0 * * 7-2", "0 0 * * 7/2", "0 0 * * FRI-MON", "0 22-2 * * *", "50-10 * * * *",
	"0 0 ? * ?", "0 0 ? * +?", "0 0 L * *", "0 0 L-3 * *", "0 0 LW * *", "0 0 15W * *", "0 0 31W * *", "0 0 * * FRI#2", "0 0 * * 5L", "0 0 * * 5#L", "0 0 * * 1#5",
	"@daily", "@HOURLY", "@every 1h", "@reboot", "@", "* * * * * *", "* * * *", "", " ", "\t0\t0\t*\t*\t*\t", "0 0 * * 8", "60 0 * * *", "0 24 * * *", "0 0 0 * *",
	"0 0 32 * *", "0 0 * 0 *", "0 0 * 13 *", "*/0 * * * *", "*/60 * * * *", "*/61 * * * *", "*/9999999999999999999 * * * *", "1-2-3 * * * *", "1, * * * *", ",1 * * * *",
	"0 0 08 * *", "0 0 * 08 *", "00 00 * * *", "+0 0 * * *", "-1 0 * * *", "*-5 * * * *", "0 0 * JAN-MAR sun", "0 0 * FOO *", "0 0 1/5 * *", "5/10 5/10 5/10 5/10 5/2", "0 0 * * *\n",
	"0\u00a00 * * *", "٠ ٠ * * *", "0 0 * * \x00", "0 *,3 * * *", "0 0-23 * * *", "0 * * * *",
}

var zoneSeeds = []string{
	"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+12", "EST5EDT", "Pacific/Apia", "Local", "local", "localtime", "posixrules", "posix/UTC",
	"right/UTC", "right/America/New_York", "Posix/UTC", "america/new_york", "AMERICA/NEW_YORK", "Utc", "utc", "", ".", "..", "../UTC", "./UTC", "Europe/../UTC", "Europe/./Berlin",
	"Europe//London", "/UTC", "UTC/", "/etc/passwd", "../../etc/passwd", "Europe\\Berlin", "C:\\zone", "file:///etc/passwd", "file:UTC", "UTC:", "Europe/Berlin\x00",
	"\x00", "foo\n/../../etc/passwd", "Europe", "America/Argentina", "tzdata.zi", "zone.tab", "+VERSION", "leap-seconds.list", "Europe/Berlin ", " UTC", "Ünited/Zone",
	"%2e%2e/UTC", "~root/UTC", "$HOME", "<+03>-3", "EST5EDT,M3.2.0,M11.1.0", strings.Repeat("A", 64), strings.Repeat("A", 65), strings.Repeat("a/", 40) + "a", strings.Repeat("A", 1<<16),
}

var offsetSeeds = []string{
	"+00:00", "-00:00", "+05:30", "-12:00", "+14:00", "-12:01", "+14:01", "+24:00", "+23:59", "+05:60", "+5:30", "05:30", "+0530", "+05:3", "+05:30:00", "Z", "UTC",
	"", "+", "−05:00", "+05:30 ", " +05:30", "+٠٥:٣٠", "++5:30", "+-5:30", "+05:-1", "+05\x0030", "+99:99",
}

var dateSeeds = []string{
	"2026-01-09", "2024-02-29", "2026-02-29", "2100-02-29", "2000-02-29", "0001-01-01", "0000-01-01", "9999-12-31", "10000-01-01", "2026-00-01", "2026-13-01", "2026-01-00",
	"2026-01-32", "2026-04-31", "2026-1-9", "20260109", "2026/01/09", "-001-01-01", "+026-01-01", "2026-01-09T00:00:00Z", "", "2026-01-0٩", "2026-01-0 ", " 026-01-09",
	"12-20", "02-29", "02-30", "00-01", "13-01", "01-00", "1-1", "0101", "--12-20",
}

var clockSeeds = []string{
	"00:00", "23:59", "24:00", "24:00:00", "24:01", "24:00:01", "25:00", "12:60", "12:00:60", "23:59:60", "2:30", "02:3", "02:30:5", "0230", "02-30", "02:30:00.5", "02:30 PM",
	"", ":", "::", "٠٢:٣٠", "-1:00", "+2:00", "02:-1", "02:30:00Z",
}

var instantSeeds = []string{
	"2026-03-01T22:00:00Z", "2026-03-01T22:00:00+02:00", "2026-03-01T22:00:00-23:59", "2026-03-01T22:00:00+24:00", "2026-03-01T22:00:00+23:60", "2026-03-01T22:00:00.000Z",
	"2026-03-01T22:00:00.5Z", "2026-03-01T22:00:00.0000000000001Z", "2026-03-01T22:00:00.Z", "2026-03-01T22:00:00,000Z", "2026-03-01t22:00:00z", "2026-03-01 22:00:00Z",
	"2026-03-01T22:00Z", "2026-03-01T22:00:00", "2026-03-01T24:00:00Z", "2026-03-01T23:59:60Z", "2026-02-30T00:00:00Z", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
	"0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00", "10000-01-01T00:00:00Z", "2026-03-01T22:00:00+0200", "2026-03-01T22:00:00+02",
	"2026-03-01T22:00:00-00:00", "2026-03-01T22:00:00ZZ", "2026-03-01T22:00:00Z ", "2026-03-01T2:00:00Z", "2026-03-01T02:00", "2026-03-01T02:00:30", "2026-03-01T24:00", "",
	"2026-03-01T22:00:00\x00", "2026-03-01T22:00:00.0+02:00", "2026-03-01T22:00:00+0:000",
}

var durationSeeds = []string{
	"6h30m", "90m", "1s", "0s", "-1h", "8784h", "8784h0m1s", "1.5h", "1.5s", "500ms", "1000ms", "2562047h47m16.854775807s", "2562047h47m16.854775808s",
	"153722868m", "9223372036854775808ns", "1d", "1h1h", "1", "", "h", "+1h", "1H", " 1h", "1e3s", "٣h", "1µs", "3600000000000ns",
}

// documentSeeds are policies, right and wrong, that between them have every key.
var documentSeeds = []string{
	`{"windows": []}`,
	`{"windows": null}`,
	`{}`, `[]`, `null`, `""`, `{`, `{"windows": []} {}`, "\xef\xbb\xbf{\"windows\": []}", "{\"windows\": [], \"name\": \"\xff\"}",
	`{"name": "prod", "description": "database upgrades", "timeZone": "America/New_York",
  "windows": [
    { "name": "fortnightly", "schedule": { "weekly": { "intervalWeeks": 2, "daysOfWeek": ["Friday"] } },
      "startDate": "2026-01-09", "startTime": "22:00", "durationHours": 4,
      "notAllowedDates": [ { "start": "2026-12-18", "end": "2027-01-04" } ] },
    { "name": "last-sunday", "schedule": { "relativeMonthly": { "intervalMonths": 1, "weekIndex": "Last", "dayOfWeek": "Sunday" } },
      "startTime": "01:00", "duration": "6h30m" },
    { "name": "nightly", "schedule": { "cron": "0 2 * * MON-FRI" }, "duration": "90m" },
    { "name": "cut-over", "span": { "start": "2026-03-01T22:00:00Z", "end": "2026-03-02T04:00:00Z" } } ],
  "notAllowedDates": [ { "name": "new year", "start": "12-20", "end": "01-05" } ],
  "notAllowedTime": [ { "start": "08:00", "end": "18:00", "daysOfWeek": ["Monday"] },
                      { "start": "2026-07-01T10:00:00Z", "end": "2026-07-01T14:00:00Z" } ] }`,
	`{"utcOffset": "+02:00", "windows": [{"always": true, "notAllowedTime": [{"start": "00:00", "end": "24:00"}]}]}`,
	`{"windows": [{"schedule": {"daily": {"intervalDays": 3}}, "startDate": "2026-03-07", "endDate": "2026-04-01", "startTime": "02:30", "endTime": "24:00", "gap": "next", "overlap": "both", "timeZone": "Africa/Cairo"}]}`,
	`{"windows": [{"schedule": {"absoluteMonthly": {"intervalMonths": 2, "daysOfMonth": [31, -1, 15], "shortMonth": "clamp"}}, "anchor": "startDate", "startDate": "2026-02-03", "startTime": "00:00", "duration": "8784h"}]}`,
	`{"windows": [{"schedule": {"relativeMonthly": {"weekIndex": "Second", "dayOfWeek": "Tuesday", "offsetDays": 3}}, "startTime": "01:00", "endTime": "01:00"}]}`,
	`{"windows": [{"schedule": {"weekly": {"dayOfWeek": "Sunday", "weekStart": "Sunday"}}, "startTime": "01:00", "durationHours": 1}], "notAllowedTime": [{"name": "a", "start": "22:00", "end": "06:00"}]}`,
	`{"windows": [{"schedule": {"cron": {"expression": "0 * * * *"}}, "duration": "30m"}]}`,
	`{"windows": [{"schedule": {"daily": {"intervalDays": 2}}, "startTime": "01:00", "durationHours": 1}]}`,
	`{"windows": [{"schedule": {"daily": {"intervalDays": 0}}, "startTime": "01:00", "durationHours": 1}]}`,
	`{"windows": [{"schedule": {"daily": {"intervalDays": 1e3}}, "startTime": "01:00", "durationHours": 1.0}]}`,
	`{"windows": [{"schedule": {"daily": {"intervalDays": 99999999999999999999}}, "startTime": "01:00", "durationHours": 1}]}`,
	`{"windows": [{"schedule": {"daily": {}}, "startTime": "01:00", "durationHours": 1, "duration": "1h"}]}`,
	`{"windows": [{"schedule": {"daily": {}, "cron": "0 0 * * *"}, "startTime": "01:00", "durationHours": 1}]}`,
	`{"windows": [{"Schedule": {"daily": {}}, "startTime": "01:00", "durationHours": 1}]}`,
	`{"windows": [], "windows": []}`,
	`{"windows": [], "notAllowedDates": [{"start": "2026-12-18", "end": "01-04"}]}`,
	`{"windows": [], "notAllowedDates": [{"start": "2026-12-18", "end": "2026-01-04"}]}`,
	`{"windows": [], "notAllowedTime": [{"start": "08:00", "end": "08:00"}, {"start": "08:00", "end": "2026-01-04T00:00:00Z"}]}`,
	`{"windows": [], "notAllowedTime": [{"start": "08:00", "end": "09:00", "daysOfWeek": []}]}`,
	`{"windows": [{"always": true, "timeZone": "Asia/Tokyo"}], "notAllowedDates": [{"start": "12-20", "end": "01-05"}]}`,
	`{"windows": ` + strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000) + `}`,
	`{"windows": [], "description": "` + strings.Repeat("x", 5000) + `"}`,
}

// An incident is an input that crashed, hung or fooled a scheduler, as it would be written in one field of a policy.
type incident struct {
	what  string // what happened, and where it is reported
	field string // cron, timeZone, daily ...
	text  string
	ok    bool // a policy with it compiles
}

// incidents are the inputs of the public record: panics, loops without end, files read that should not be.
var incidents = []incident{
	{"panic: robfig/cron#365, #470, #554; kubernetes#134526, #41655; cert-manager#8813; kubeswift#581", "cron", "TZ=0", false},
	{"panic: robfig/cron v3", "cron", "TZ=UTC", false},
	{"panic: robfig/cron v3", "cron", "CRON_TZ=", false},
	{"panic: robfig/cron v3", "cron", "TZ=", false},
	{"a zone in the expression", "cron", "CRON_TZ=America/New_York 30 2 * * *", false},
	{"a leading zero in the month froze all scheduling: nomad#8800", "cron", "0 0 1 08 *", true},
	{"never matches, loops: cron-utils#310, cronosjs#37, node-red-cron-plus#130, kelektiv#79, cron-parser#115", "cron", "0 0 30 2 *", false},
	{"never matches", "cron", "0 0 31 2 *", false},
	{"never matches", "cron", "0 0 31 4,6,9,11 *", false},
	{"cron_prev on 29 February: ccronexpr#32", "cron", "0 0 29 2 *", true},
	{"within 40 years, no sooner", "cron", "0 0 29 2 +MON", true},
	{"hangs in Samoa: AddDate(0, 0, 1) does not advance", "cron", "0 9 30 12 *", true},
	{"hangs in Samoa, on an ordinary date", "cron", "0 9 31 12 *", true},
	{"every second: JMAP calendars, Text::JSCalendar", "cron", "* * * * * *", true},
	{"a step of 0: dateutil#1441", "cron", "*/0 * * * *", false},
	{"no start to count from", "cron", "@every 1h", false},
	{"a huge list: Vixie cron CVE-2019-9704", "cron", strings.Repeat("1,", 20_000) + "1 * * * *", false},
	{"code in an error message: cron-utils CVE-2020-26238", "cron", "${T(java.lang.Runtime).getRuntime().exec('id')} * * * *", false},
	{"an interval of 0: dateutil#1441, rrule#287", "interval", "0", false},
	{"an interval below 0", "interval", "-1", false},
	{"an interval that overflows", "interval", "9223372036854775808", false},
	{"a path: tzinfo CVE-2022-31163", "timeZone", "foo\n/../../../etc/passwd", false},
	{"a path: phobos#9339, ClickHouse#44225", "timeZone", "../../../etc/passwd", false},
	{"a URL: ClickHouse#121367", "timeZone", "file:/etc/passwd", false},
	{"a directory: CPython gh-85702", "timeZone", "America", false},
	{"empty: CPython gh-114713", "timeZone", "", false},
	{"a file that is not a zone", "timeZone", "tzdata.zi", false},
	{"NUL", "timeZone", "Europe/Berlin\x00.png", false},
	{"Windows separators", "timeZone", `..\..\windows\win.ini`, false},
	{"the host's zone", "timeZone", "localtime", false},
	{"leap seconds counted: 27 s off", "timeZone", "right/America/New_York", false},
	{"an empty part: cctz#355", "timeZone", "Europe//London", false},
	{"winter time below standard time, PID 1 hangs: systemd#19075, #32039, #32047, #36897", "timeZone", "Europe/Dublin", true},
	{"four changes a year", "timeZone", "Africa/Casablanca", true},
	{"four changes a year", "timeZone", "Africa/El_Aaiun", true},
	{"24:00 of time.Parse", "offset", "+24:00", false},
	{"153722868 minutes wrap to a negative duration", "duration", "153722868m", false},
	{"a duration beyond time.Duration", "duration", "9999999999h", false},
}

// document returns a policy that has the text of the incident in its place.
func (in incident) document() string {
	text, _ := json.Marshal(in.text)
	window := `"schedule": {"daily": {}}, "startTime": "02:30", "duration": "1h"`
	zone := ""
	switch in.field {
	case "cron":
		window = `"schedule": {"cron": ` + string(text) + `}, "duration": "1h"`
	case "interval":
		window = `"schedule": {"daily": {"intervalDays": ` + in.text + `}}, "startDate": "2026-01-01", "startTime": "02:30", "duration": "1h"`
	case "timeZone":
		zone = `"timeZone": ` + string(text) + `, `
	case "offset":
		zone = `"utcOffset": ` + string(text) + `, `
	case "duration":
		window = `"schedule": {"daily": {}}, "startTime": "02:30", "duration": ` + string(text)
	}
	return `{` + zone + `"windows": [{` + window + `}]}`
}
