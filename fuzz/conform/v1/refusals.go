package v1

import (
	"encoding/json"
	"fmt"
	"strings"
)

// refusals are documents with one thing wrong, by rule, each with the code and the path of what is. They are numbered as they stand
// here, which are those of revision 1: new ones go to the list of another, see revisions.
var refusals = list(
	// S2: a zone is an offset or a name, never both, and names have a strict grammar.
	bad("S02", "Conflict", "timeZone", `{"timeZone":"UTC","utcOffset":"+00:00","windows":[]}`),
	bad("S02", "Conflict", "windows[0].timeZone", `{"windows":[{"always":true,"timeZone":"UTC","utcOffset":"+00:00"}]}`),
	each("S02", "OutOfRange", "utcOffset", `{"utcOffset":%q,"windows":[]}`, "+14:01", "-12:01", "+15:00", "-13:00", "+23:59", "+99:00", "+05:60"),
	each("S02", "Invalid", "utcOffset", `{"utcOffset":%q,"windows":[]}`, "+5:00", "05:00", "+0500", "+05", "Z", "UTC", "+05:00:00", " +05:00", "−05:00", "+05.00"),
	each("S02", "InvalidZone", "timeZone", `{"timeZone":%q,"windows":[]}`, "Local", "localtime", "posixrules", "posix/UTC", "right/Europe/London", "Europe/../UTC", "./UTC", "/UTC", "Europe//London", "Europe/London/",
		"Europe\\London", "Europe:London", "Europe/London ", "europe/london", "EUROPE/LONDON", "America/new_york", "utc\u0000", strings.Repeat("A", 65), "Zürich"),
	each("S02", "UnknownZone", "timeZone", `{"timeZone":%q,"windows":[]}`, "Europe/Atlantis", "Mars/Olympus_Mons", "A", "Etc/GMT+99"),
	each("S02", "Empty", "timeZone", `{"timeZone":%q,"windows":[]}`, ""),
	bad("S02", "UnknownZone", "windows[1].timeZone", `{"windows":[{"always":true},{"always":true,"timeZone":"Europe/Atlantis"}]}`),
	bad("S02", "AmbiguousZone", "notAllowedDates[0]", `{"notAllowedDates":[{"start":"12-20","end":"01-04"}],"windows":[{"always":true,"utcOffset":"+01:00"}]}`),
	bad("S02", "AmbiguousZone", "notAllowedDates[0]", `{"notAllowedDates":[{"start":"2026-12-20","end":"2027-01-04"}],"notAllowedTime":[{"start":"01:00","end":"02:00"}],"windows":[{"always":true,"utcOffset":"+00:00"}]}`),
	bad("S02", "AmbiguousZone", "notAllowedTime[1]", `{"notAllowedTime":[{"start":"2026-01-01T00:00:00Z","end":"2026-01-02T00:00:00Z"},{"start":"01:00","end":"02:00"}],"windows":[{"always":true},{"always":true,"timeZone":"Asia/Tokyo"}]}`),

	// S3: the options are a few words.
	each("S03", "Invalid", "windows[0].gap", entry(daily+`,"gap":%q`), "Skip", "backward", "first", "none"),
	each("S03", "Invalid", "windows[0].overlap", entry(daily+`,"overlap":%q`), "Both", "last", "skip", "next"),

	// S4: exactly one length.
	bad("S04", "Conflict", "windows[0].endTime", entry(daily+`,"endTime":"02:00"`)),
	bad("S04", "Conflict", "windows[0].duration", entry(daily+`,"durationHours":1`)),
	bad("S04", "Missing", "windows[0]", entry(`"schedule":{"daily":{}},"startTime":"01:00"`)),
	each("S04", "OutOfRange", "windows[0].duration", entry(start+`,"duration":%q`), "0s", "-1h", "1.5s", "500ms", "8784h0m1s", "8785h", "1h1ns"),
	each("S04", "Invalid", "windows[0].duration", entry(start+`,"duration":%q`), "1", "1 h", "1d", "P1D", "PT1H", "h", "1h ", "an hour", "1:00"),
	each("S04", "OutOfRange", "windows[0].durationHours", entry(start+`,"durationHours":%s`), "0", "-1", "8785", "100000000000000000000"),
	each("S04", "WrongType", "windows[0].durationHours", entry(start+`,"durationHours":%s`), "1.5", "1e1", `"1"`, "true", "[1]"),
	each("S04", "OutOfRange", "windows[0].endTime", entry(start+`,"endTime":%q`), "24:01", "25:00", "12:60", "24:00:01", "23:59:60"),
	each("S04", "Invalid", "windows[0].endTime", entry(start+`,"endTime":%q`), "2:00", "0200", "02:00Z", "2 pm", "02:00:00.5", "02-00"),
	bad("S04", "Missing", "windows[0].startTime", entry(`"schedule":{"daily":{}},"duration":"1h"`)),
	each("S04", "OutOfRange", "windows[0].startTime", entry(`"schedule":{"daily":{}},"duration":"1h","startTime":%q`), "24:01", "25:00", "12:60"),
	each("S04", "Invalid", "windows[0].startTime", entry(`"schedule":{"daily":{}},"duration":"1h","startTime":%q`), "2:00", "noon", "12"),

	// S5: an anchor needs something to hold, and days.
	bad("S05", "Conflict", "windows[0].anchor", entry(daily+`,"startDate":"2026-01-01","anchor":"startDate"`)),
	bad("S05", "Conflict", "windows[0].anchor", entry(`"schedule":{"cron":"0 0 * * *"},"duration":"1h","startDate":"2026-01-01","anchor":"startDate"`)),
	each("S05", "Invalid", "windows[0].anchor", entry(weekly(`"dayOfWeek":"Friday"`)+`,"startDate":"2026-01-01","anchor":%q`), "StartDate", "first", "endDate"),
	bad("S05", "Conflict", "windows[0].schedule.weekly.daysOfWeek", entry(weekly(`"dayOfWeek":"Friday","daysOfWeek":["Friday"]`))),
	bad("S05", "Missing", "windows[0].schedule.weekly", entry(weekly(``))),
	each("S05", "Invalid", "windows[0].schedule.weekly.dayOfWeek", entry(weekly(`"dayOfWeek":%q`)), "friday", "Fri", "FRIDAY", "5", "Freitag"),
	each("S05", "Invalid", "windows[0].schedule.weekly.daysOfWeek[1]", entry(weekly(`"daysOfWeek":["Monday",%q]`)), "friday", "Fri"),
	each("S05", "Invalid", "windows[0].schedule.weekly.weekStart", entry(weekly(`"dayOfWeek":"Friday","weekStart":%q`)), "Mon", "monday"),
	each("S05", "OutOfRange", "windows[0].schedule.weekly.intervalWeeks", entry(weekly(`"dayOfWeek":"Friday","intervalWeeks":%s`)+`,"startDate":"2026-01-01"`), "0", "-2", "1001"),
	each("S05", "WrongType", "windows[0].schedule.weekly.intervalWeeks", entry(weekly(`"dayOfWeek":"Friday","intervalWeeks":%s`)+`,"startDate":"2026-01-01"`), "2.0", `"2"`, "[2]"),

	// S6: an interval above 1 needs a startDate.
	each("S06", "NoStartDate", "windows[0].schedule.daily.intervalDays", entry(`"schedule":{"daily":{"intervalDays":%s}},"startTime":"01:00","duration":"1h"`), "2", "7", "1000"),
	each("S06", "NoStartDate", "windows[0].schedule.weekly.intervalWeeks", entry(weekly(`"dayOfWeek":"Friday","intervalWeeks":%s`)), "2", "52", "1000"),
	each("S06", "NoStartDate", "windows[0].schedule.absoluteMonthly.intervalMonths", entry(monthly(`"absoluteMonthly":{"dayOfMonth":1,"intervalMonths":%s}`)), "2", "12", "1000"),
	each("S06", "NoStartDate", "windows[0].schedule.relativeMonthly.intervalMonths", entry(monthly(`"relativeMonthly":{"weekIndex":"Last","dayOfWeek":"Friday","intervalMonths":%s}`)), "2", "12", "1000"),
	bad("S06", "NoStartDate", "windows[1].schedule.daily.intervalDays", `{"windows":[{"always":true},{`+`"schedule":{"daily":{"intervalDays":2}},"startTime":"01:00","duration":"1h","endDate":"2026-05-01"}]}`),
	each("S06", "Invalid", "windows[0].schedule.cron", entry(`"schedule":{"cron":%q},"duration":"1h"`), "@every 1h", "@every"),

	// S7: dates.
	bad("S07", "Inverted", "windows[0].endDate", entry(daily+`,"startDate":"2026-01-02","endDate":"2026-01-01"`)),
	each("S07", "OutOfRange", "windows[0].startDate", entry(daily+`,"startDate":%q`), "2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "2100-02-29"),
	each("S07", "Invalid", "windows[0].endDate", entry(daily+`,"endDate":%q`), "2026-1-1", "01-01", "20260101", "2026/01/01", "2026-01-01T00:00:00Z", "tomorrow", "+2026-01-01"),

	// S8, S9: days of the month.
	each("S08", "OutOfRange", "windows[0].schedule.absoluteMonthly.dayOfMonth", entry(monthly(`"absoluteMonthly":{"dayOfMonth":%s}`)), "0", "32", "-32", "100"),
	each("S08", "OutOfRange", "windows[0].schedule.absoluteMonthly.daysOfMonth[1]", entry(monthly(`"absoluteMonthly":{"daysOfMonth":[1,%s]}`)), "0", "32", "-32"),
	bad("S08", "Empty", "windows[0].schedule.absoluteMonthly.daysOfMonth", entry(monthly(`"absoluteMonthly":{"daysOfMonth":[]}`))),
	bad("S08", "Missing", "windows[0].schedule.absoluteMonthly", entry(monthly(`"absoluteMonthly":{}`))),
	bad("S08", "Conflict", "windows[0].schedule.absoluteMonthly.daysOfMonth", entry(monthly(`"absoluteMonthly":{"dayOfMonth":1,"daysOfMonth":[2]}`))),
	each("S08", "Invalid", "windows[0].schedule.absoluteMonthly.shortMonth", entry(monthly(`"absoluteMonthly":{"dayOfMonth":31,"shortMonth":%q}`)), "Clamp", "last", "next"),
	each("S09", "Invalid", "windows[0].schedule.relativeMonthly.weekIndex", entry(monthly(`"relativeMonthly":{"weekIndex":%q,"dayOfWeek":"Monday"}`)), "first", "Sixth", "1", "5", "last"),
	each("S09", "OutOfRange", "windows[0].schedule.relativeMonthly.offsetDays", entry(monthly(`"relativeMonthly":{"weekIndex":"Last","dayOfWeek":"Monday","offsetDays":%s}`)), "32", "-32", "365"),
	bad("S09", "Missing", "windows[0].schedule.relativeMonthly.weekIndex", entry(monthly(`"relativeMonthly":{"dayOfWeek":"Monday"}`))),
	bad("S09", "Missing", "windows[0].schedule.relativeMonthly.dayOfWeek", entry(monthly(`"relativeMonthly":{"weekIndex":"Last"}`))),

	// S10: cron, and schedules that never come.
	each("S10", "NeverMatches", "windows[0].schedule", cron, "0 0 30 2 *", "0 0 31 2,4,6,9,11 *", "0 0 31W 2 *", "0 0 L-30 2,4,6,9,11 *", "@reboot", "0 0 0 29 2 ? 2025-2027", "0 0 0 29 2 +SUN 2024", "0 0 30 2 +MON"),
	bad("S10", "NeverMatches", "windows[0].schedule", entry(monthly(`"absoluteMonthly":{"dayOfMonth":30,"intervalMonths":12}`)+`,"startDate":"2026-02-01","anchor":"startDate"`)),
	bad("S10", "NeverMatches", "windows[0].schedule", entry(monthly(`"relativeMonthly":{"weekIndex":"Fifth","dayOfWeek":"Monday","intervalMonths":48}`)+`,"startDate":"2025-02-01","anchor":"startDate"`)),
	each("S10", "OutOfRange", "windows[0].schedule.cron", cron, "60 * * * *", "* 24 * * *", "* * 0 * *", "* * 32 * *", "* * * 0 *", "* * * 13 *", "* * * * 8", "* * 32W * *", "* * L-0 * *", "* * L-31 * *", "* * * * 1#0", "* * * * 1#6", "* * * * 8L",
		"60 * * * * *", "0 0 0 1 1 * 1969", "0 0 0 1 1 * 2200", "99999999999999999999 * * * *"),
	each("S10", "Invalid", "windows[0].schedule.cron", cron, "* * * *", "* * * * * * * *", "*", "*-5 * * * *", "+5 * * * *", "*/0 * * * *", "*/ * * * *", "/5 * * * *", "1/2/3 * * * *", "? * * * *", "* * ?,1 * *", "* * * * MONDAY", "* * * * 1-",
		"1x * * * *", "* * * ANF *", "H * * * *", "* * W * *", "* * * * L", "@Every", "@dayly", "TZ=UTC 0 0 * * *", "0 0 * * MON+1", "0 0 LW-1 * *", "0 0 1W-3 * *", "cron(0 0 * * *)"),
	each("S10", "Empty", "windows[0].schedule.cron", cron, "", " ", "0,,30 * * * *", ",0 * * * *", "0, * * * *"),
	each("S10", "Inverted", "windows[0].schedule.cron", cron, "* * 28-3 * *", "0 0 0 1 1 * 2030-2029"),
	each("S10", "TooLarge", "windows[0].schedule.cron", cron, strings.Repeat("0,", 64)+"0 * * * *", "0 0 * * "+strings.Repeat("1", 1020)),
	bad("S10", "Conflict", "windows[0].gap", entry(`"schedule":{"cron":"0 */6 * * *"},"duration":"1h","gap":"forward"`)),
	bad("S10", "Conflict", "windows[0].overlap", entry(`"schedule":{"cron":"0 * * * *"},"duration":"1h","overlap":"first"`)),
	bad("S10", "Conflict", "windows[0].gap", entry(`"schedule":{"cron":{"expression":"*/5 2 * * *","dialect":"Vixie"}},"duration":"1m","gap":"skip"`)),
	bad("S10", "Conflict", "windows[0].startTime", entry(`"schedule":{"cron":"0 0 * * *"},"duration":"1h","startTime":"01:00"`)),
	each("S10", "Invalid", "windows[0].schedule.cron.dialect", entry(`"schedule":{"cron":{"expression":"0 0 * * *","dialect":%q}},"duration":"1h"`), "kubernetes", "K8s", "Unix", "default"),
	bad("S10", "Missing", "windows[0].schedule.cron", entry(`"schedule":{"cron":{}},"duration":"1h"`)),
	bad("S10", "Missing", "windows[0].schedule.cron.expression", entry(`"schedule":{"cron":{"dialect":"OCPS"}},"duration":"1h"`)),
	bad("S10", "Conflict", "windows[0].schedule.cron.expression", entry(`"schedule":{"cron":{"expression":"0 0 * * *","key":"k"}},"duration":"1h"`)),
	bad("S10", "TooLarge", "windows[0].schedule.cron.key", entry(`"schedule":{"cron":{"expression":"H 0 * * *","dialect":"Jenkins","key":"`+strings.Repeat("k", 257)+`"}},"duration":"1h"`)),
	each("S10", "Missing", "windows[0].schedule.cron.expression", dialect("Jenkins"), "H * * * *", "@daily"),
	each("S10", "Invalid", "windows[0].schedule.cron.expression", dialect("Jenkins"), "0 0 * * MON", "0 0 * JAN *", "0/5 * * * *", "@reboot", "0 0 ? * *", "0 0 L * *"),
	each("S10", "Invalid", "windows[0].schedule.cron.expression", dialect("OCPS"), "5/15 * * * *", "0 0 LW * *", "0 0 L-3 * *", "0 0 l * *", "@Daily", "0 0 15w * *"),
	each("S10", "OutOfRange", "windows[0].schedule.cron.expression", dialect("OCPS"), "*/61 * * * *", "0 */25 * * *"),
	each("S10", "Inverted", "windows[0].schedule.cron.expression", dialect("OCPS"), "0 22-2 * * *", "0 0 * NOV-FEB *", "0 0 * * FRI-MON"),
	each("S10", "Conflict", "windows[0].schedule.cron.expression", dialect("OCPS"), "0 0 1W,15 * *"),
	each("S10", "OutOfRange", "windows[0].schedule.cron.expression", dialect("Kubernetes"), "0 0 * * 7"),
	each("S10", "Invalid", "windows[0].schedule.cron.expression", dialect("Kubernetes"), "0 0 L * *", "0 0 * * 5#2", "0 0 * * +1", "@reboot", "@Daily", "0 0 0 1 1 *"),
	each("S10", "Inverted", "windows[0].schedule.cron.expression", dialect("Kubernetes"), "0 22-2 * * *", "0 0 * * SAT-SUN"),
	each("S10", "Invalid", "windows[0].schedule.cron.expression", dialect("Vixie"), "0 0 ? * *", "5/15 * * * *", "0 0 L * *", "@DAILY", "0 0 0 1 1 *"),
	each("S10", "Conflict", "windows[0].schedule.cron.expression", dialect("Quartz"), "0 0 0 * * *", "0 0 0 ? * ?", "0 0 0 1,L * ?", "0 0 0 ? * 2#1,3#1"),
	each("S10", "OutOfRange", "windows[0].schedule.cron.expression", dialect("Quartz"), "0 0 0 ? * 0", "0 0 0 ? * 8", "*/61 0 0 * * ?"),
	each("S10", "Invalid", "windows[0].schedule.cron.expression", dialect("Quartz"), "0 0 * * ?", "@daily", "0 0 0 ? * FRI#L", "0 0 0 ? * +FRI"),
	each("S10", "Invalid", "windows[0].schedule.cron.expression", dialect("AWS"), "0 0 * * ?", "0 0 0 * * ? *", "cron(0 0 * * ? *", "rate(1 day)", "0 0 LW * ? *", "0 0 L-3 * ? *"),
	each("S10", "Inverted", "windows[0].schedule.cron.expression", dialect("AWS"), "0 22-2 * * ? *", "0 0 ? * FRI-MON *"),

	// S12 and S13: blackouts.
	bad("S12", "Conflict", "notAllowedDates[0].end", shut(`"notAllowedDates":[{"start":"12-20","end":"2027-01-04"}]`)),
	bad("S12", "Conflict", "notAllowedDates[0].end", shut(`"notAllowedDates":[{"start":"2026-12-20","end":"01-04"}]`)),
	bad("S12", "Inverted", "notAllowedDates[0].end", shut(`"notAllowedDates":[{"start":"2026-12-20","end":"2026-01-04"}]`)),
	bad("S12", "Inverted", "notAllowedDates[1].end", shut(`"notAllowedDates":[{"start":"2026-12-20","end":"2026-12-20"},{"start":"2026-12-20","end":"2026-12-19"}]`)),
	each("S12", "OutOfRange", "notAllowedDates[0].start", shut(`"notAllowedDates":[{"start":%q,"end":"12-31"}]`), "02-30", "13-01", "00-10", "04-31", "06-00"),
	each("S12", "OutOfRange", "notAllowedDates[0].end", shut(`"notAllowedDates":[{"start":"2026-01-01","end":%q}]`), "2027-02-29", "2026-13-01"),
	each("S12", "Invalid", "notAllowedDates[0].start", shut(`"notAllowedDates":[{"start":%q,"end":"2026-12-31"}]`), "2026-1-1", "20260101", "2026-01-01T00:00:00Z"),
	bad("S12", "Missing", "notAllowedDates[0].end", shut(`"notAllowedDates":[{"start":"12-20"}]`)),
	bad("S12", "Missing", "notAllowedDates[0].start", shut(`"notAllowedDates":[{"end":"12-20"}]`)),
	bad("S12", "Inverted", "windows[0].notAllowedDates[0].end", entry(daily+`,"notAllowedDates":[{"start":"2026-12-20","end":"2026-12-19"}]`)),
	each("S13", "Empty", "notAllowedTime[0].end", shut(`"notAllowedTime":[{"start":"01:00","end":%q}]`), "01:00", "01:00:00"),
	each("S13", "OutOfRange", "notAllowedTime[0].start", shut(`"notAllowedTime":[{"start":%q,"end":"01:00"}]`), "24:00", "24:00:00", "25:00", "12:61"),
	each("S13", "OutOfRange", "notAllowedTime[0].end", shut(`"notAllowedTime":[{"start":"01:00","end":%q}]`), "24:01", "25:00"),
	each("S13", "Invalid", "notAllowedTime[0].end", shut(`"notAllowedTime":[{"start":"01:00","end":%q}]`), "2:00", "02.00", "0200"),
	bad("S13", "Conflict", "notAllowedTime[0].end", shut(`"notAllowedTime":[{"start":"01:00","end":"2026-01-01T00:00:00Z"}]`)),
	bad("S13", "Conflict", "notAllowedTime[0].end", shut(`"notAllowedTime":[{"start":"2026-01-01T00:00:00Z","end":"01:00"}]`)),
	bad("S13", "Inverted", "notAllowedTime[0].end", shut(`"notAllowedTime":[{"start":"2026-01-02T00:00:00Z","end":"2026-01-01T00:00:00Z"}]`)),
	each("S13", "Empty", "notAllowedTime[0].end", shut(`"notAllowedTime":[{"start":"2026-01-02T00:00:00Z","end":%q}]`), "2026-01-02T00:00:00Z", "2026-01-02T01:00:00+01:00"),
	bad("S13", "Conflict", "notAllowedTime[0].daysOfWeek", shut(`"notAllowedTime":[{"start":"2026-01-01T00:00:00Z","end":"2026-01-02T00:00:00Z","daysOfWeek":["Monday"]}]`)),
	bad("S13", "Missing", "notAllowedTime[0].end", shut(`"notAllowedTime":[{"start":"01:00"}]`)),
	each("S13", "Invalid", "notAllowedTime[0].daysOfWeek[0]", shut(`"notAllowedTime":[{"start":"01:00","end":"02:00","daysOfWeek":[%q]}]`), "monday", "Mon", "Weekend"),
	each("S13", "Invalid", "notAllowedTime[0].start", shut(`"notAllowedTime":[{"start":%q,"end":"2027-01-01T00:00:00Z"}]`), "2026-01-01T00:00:00", "2026-01-01 00:00:00Z", "2026-01-01T00:00:00,5Z", "2026-01-01T00:00Z", "2026-01-01T0:00:00Z"),

	// S16: what may be empty and what may not.
	bad("S16", "Missing", "windows", `{}`),
	bad("S16", "Missing", "windows", `{"windows":null}`),
	bad("S16", "Missing", "windows", `{"name":"x","notAllowedDates":[]}`),
	bad("S16", "WrongType", "windows", `{"windows":{}}`),
	bad("S16", "WrongType", "windows[0]", `{"windows":["always"]}`),
	bad("S16", "Missing", "windows[0]", `{"windows":[{}]}`),
	bad("S16", "OutOfRange", "windows[0].always", `{"windows":[{"always":false}]}`),
	bad("S16", "WrongType", "windows[0].always", `{"windows":[{"always":"true"}]}`),
	bad("S16", "Conflict", "windows[0].always", `{"windows":[{"always":true,"span":{"start":"2026-01-01T00:00:00Z","end":"2026-01-02T00:00:00Z"}}]}`),
	each("S16", "Conflict", "windows[0].%s", `{"windows":[{"always":true,%s}]}`, `"startDate":"2026-01-01"`, `"endDate":"2026-01-01"`, `"startTime":"01:00"`, `"duration":"1h"`, `"durationHours":1`, `"endTime":"02:00"`,
		`"gap":"skip"`, `"overlap":"both"`, `"anchor":"startDate"`),
	bad("S16", "Empty", "windows[0].schedule.weekly.daysOfWeek", entry(weekly(`"daysOfWeek":[]`))),
	bad("S16", "Empty", "notAllowedTime[0].daysOfWeek", shut(`"notAllowedTime":[{"start":"01:00","end":"02:00","daysOfWeek":[]}]`)),

	// The form of the document.
	bad("document", "UnknownKey", "Windows", `{"windows":[],"Windows":[]}`),
	bad("document", "UnknownKey", "window", `{"windows":[],"window":[]}`),
	bad("document", "UnknownKey", "windows[0].starttime", entry(daily+`,"starttime":"01:00"`)),
	bad("document", "UnknownKey", "windows[0].schedule.weekly.interval", entry(weekly(`"dayOfWeek":"Friday","interval":1`))),
	bad("document", "UnknownKey", "notAllowedDates[0].from", shut(`"notAllowedDates":[{"start":"12-20","end":"12-21","from":"x"}]`)),
	bad("document", "DuplicateKey", "windows", `{"windows":[],"windows":[]}`),
	bad("document", "DuplicateKey", "windows[0].duration", entry(daily+`,"duration":"1h"`)),
	bad("document", "DuplicateKey", "windows[0].schedule.daily.intervalDays", entry(`"schedule":{"daily":{"intervalDays":1,"intervalDays":1}},"startTime":"01:00","duration":"1h"`)),
	bad("document", "Duplicate", "windows[1].name", `{"windows":[{"name":"a","always":true},{"name":"a","always":true}]}`),
	bad("document", "Duplicate", "notAllowedDates[2].name", shut(`"notAllowedDates":[{"name":"a","start":"12-20","end":"12-21"},{"start":"12-20","end":"12-21"},{"name":"a","start":"12-20","end":"12-21"}]`)),
	bad("document", "WrongType", "", `[]`),
	bad("document", "WrongType", "", `"windows"`),
	bad("document", "WrongType", "name", `{"name":1,"windows":[]}`),
	bad("document", "WrongType", "utcOffset", `{"utcOffset":0,"windows":[]}`),
	bad("document", "WrongType", "windows[0].schedule", entry(`"schedule":"daily","startTime":"01:00","duration":"1h"`)),
	bad("document", "WrongType", "windows[0].schedule.cron", entry(`"schedule":{"cron":5},"duration":"1h"`)),
	bad("document", "WrongType", "notAllowedDates", `{"windows":[],"notAllowedDates":{}}`),
	bad("document", "TooLarge", "name", `{"name":"`+strings.Repeat("n", 257)+`","windows":[]}`),
	bad("document", "TooLarge", "description", `{"description":"`+strings.Repeat("d", 4097)+`","windows":[]}`),
	bad("document", "TooLarge", "windows[0].schedule.weekly.daysOfWeek", entry(weekly(`"daysOfWeek":["Monday"`+strings.Repeat(`,"Monday"`, 100)+`]`))),
	bad("document", "Missing", "windows[0].schedule", entry(`"schedule":{},"startTime":"01:00","duration":"1h"`)),
	bad("document", "Conflict", "windows[0].schedule.weekly", entry(`"schedule":{"daily":{},"weekly":{"dayOfWeek":"Friday"}},"startTime":"01:00","duration":"1h"`)),
	bad("document", "Inverted", "windows[0].span.end", entry(`"span":{"start":"2026-01-02T00:00:00Z","end":"2026-01-01T00:00:00Z"}`)),
	bad("document", "Empty", "windows[0].span.end", entry(`"span":{"start":"2026-01-02T00:00:00Z","end":"2026-01-02T00:00:00Z"}`)),
	bad("document", "Missing", "windows[0].span.start", entry(`"span":{"end":"2026-01-02T00:00:00Z"}`)),
	each("document", "Invalid", "windows[0].span.start", entry(`"span":{"start":%q,"end":"2027-01-02T00:00:00Z"}`), "2026-01-01", "2026-01-01T00:00:00+0100", "2026-01-01t00:00:00z"),
	each("document", "OutOfRange", "windows[0].span.start", entry(`"span":{"start":%q,"end":"2027-01-02T00:00:00Z"}`), "2026-01-01T00:00:00.5Z", "2026-02-30T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
		"2026-01-01T00:00:60Z", "2026-01-01T00:00:00+24:00"),
	bad("document", "Conflict", "windows[0].startDate", entry(`"span":{"start":"2026-01-01T00:00:00Z","end":"2026-01-02T00:00:00Z"},"startDate":"2026-01-01"`)),
)

const (
	start = `"schedule":{"daily":{}},"startTime":"01:00"`
	daily = start + `,"duration":"1h"`
)

func weekly(keys string) string { return monthly(`"weekly":{` + keys + `}`) }
func monthly(schedule string) string {
	return `"schedule":{` + schedule + `},"startTime":"01:00","duration":"1h"`
}

// entry is a policy of one window, shut one that is open but for blackouts.
func entry(keys string) string { return `{"windows":[{` + keys + `}]}` }
func shut(keys string) string  { return `{"windows":[{"always":true}],` + keys + `}` }

var cron = entry(`"schedule":{"cron":%q},"duration":"1h"`)

func dialect(name string) string {
	return entry(`"schedule":{"cron":{"expression":%q,"dialect":"` + name + `"}},"duration":"1h"`)
}

// bad is one refusal, each some that differ in one value; list joins them.
func bad(rule, code, path, policy string) []refusal { return []refusal{{rule, policy, code, path}} }

func each(rule, code, path, policy string, values ...string) []refusal {
	var out []refusal
	for _, v := range values {
		at := path
		if strings.Contains(path, "%s") { // the key that the value begins with
			at = fmt.Sprintf(path, strings.Split(v, `"`)[1])
		}
		if strings.Contains(policy, "%q") {
			v = quoted(v)
		}
		out = append(out, refusal{rule, strings.NewReplacer("%q", v, "%s", v).Replace(policy), code, at})
	}
	return out
}

func list(lists ...[]refusal) []refusal {
	var out []refusal
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// quoted writes a text as JSON.
func quoted(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		panic(err) // no text fails
	}
	return string(b)
}
