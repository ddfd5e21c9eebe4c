package calendar_test

import (
	"testing"

	"github.com/casement-go/casement/tz"
)

// The 25 cases at which the systems of the field differ, break or say nothing, and the rule that decides each here. Every
// expectation was worked out by hand.
func TestNastiest(t *testing.T) {
	type period struct {
		from, to string
		want     []string
	}
	for _, c := range []struct {
		name, rule string
		doc        string
		periods    []period // what is open in a range ...
		open, shut []string // ... and at single instants,
		code       tz.Code  // or why there is no calendar
		path       string
	}{
		{
			name: "1 a weekly interval whose startDate is another weekday", rule: "S5: the first occurrence on or after startDate is the anchor",
			doc:     `{"windows":[{"schedule":{"weekly":{"intervalWeeks":3,"dayOfWeek":"Monday"}},"startDate":"2023-01-01","startTime":"00:00","durationHours":1}]}`,
			periods: []period{{"2023-01-01T00:00Z", "2023-02-10T00:00Z", []string{"2023-01-02T00:00Z/2023-01-02T01:00Z", "2023-01-23T00:00Z/2023-01-23T01:00Z"}}},
		}, {
			name: "1 the same, counted from the week of startDate", rule: "S5: anchor startDate; the week of Sunday 1 January began on Monday 26 December",
			doc:     `{"windows":[{"schedule":{"weekly":{"intervalWeeks":3,"dayOfWeek":"Monday"}},"startDate":"2023-01-01","startTime":"00:00","durationHours":1,"anchor":"startDate"}]}`,
			periods: []period{{"2023-01-01T00:00Z", "2023-02-10T00:00Z", []string{"2023-01-16T00:00Z/2023-01-16T01:00Z", "2023-02-06T00:00Z/2023-02-06T01:00Z"}}},
		}, {
			name: "1 the same, with weeks from Sunday", rule: "S5: weekStart",
			doc:     `{"windows":[{"schedule":{"weekly":{"intervalWeeks":3,"dayOfWeek":"Monday","weekStart":"Sunday"}},"startDate":"2023-01-01","startTime":"00:00","durationHours":1,"anchor":"startDate"}]}`,
			periods: []period{{"2023-01-01T00:00Z", "2023-02-10T00:00Z", []string{"2023-01-02T00:00Z/2023-01-02T01:00Z", "2023-01-23T00:00Z/2023-01-23T01:00Z"}}},
		}, {
			name: "2 an interval without startDate", rule: "S6: an error",
			doc:  `{"windows":[{"schedule":{"weekly":{"intervalWeeks":3,"dayOfWeek":"Monday"}},"startTime":"00:00","durationHours":1}]}`,
			code: tz.NoStartDate, path: "windows[0].schedule.weekly.intervalWeeks",
		}, {
			name: "3 every 3 days over the end of a year", rule: "S5: a true interval",
			doc: `{"windows":[{"schedule":{"daily":{"intervalDays":3}},"startDate":"2025-12-25","startTime":"00:00","durationHours":1}]}`,
			periods: []period{{"2025-12-26T00:00Z", "2026-01-07T00:00Z", []string{"2025-12-28T00:00Z/2025-12-28T01:00Z", "2025-12-31T00:00Z/2025-12-31T01:00Z",
				"2026-01-03T00:00Z/2026-01-03T01:00Z", "2026-01-06T00:00Z/2026-01-06T01:00Z"}}},
		}, {
			name: "4 day 31 in short months", rule: "S8: skip",
			doc:     `{"windows":[{"schedule":{"absoluteMonthly":{"dayOfMonth":31}},"startTime":"00:00","durationHours":1}]}`,
			periods: []period{{"2026-01-15T00:00Z", "2026-04-15T00:00Z", []string{"2026-01-31T00:00Z/2026-01-31T01:00Z", "2026-03-31T00:00Z/2026-03-31T01:00Z"}}},
		}, {
			name: "4 the same, clamped", rule: "S8: clamp",
			doc: `{"windows":[{"schedule":{"absoluteMonthly":{"dayOfMonth":31,"shortMonth":"clamp"}},"startTime":"00:00","durationHours":1}]}`,
			periods: []period{{"2026-01-15T00:00Z", "2026-05-15T00:00Z", []string{"2026-01-31T00:00Z/2026-01-31T01:00Z", "2026-02-28T00:00Z/2026-02-28T01:00Z",
				"2026-03-31T00:00Z/2026-03-31T01:00Z", "2026-04-30T00:00Z/2026-04-30T01:00Z"}}},
		}, {
			name: "5 an impossible date", rule: "S10: parses, does not compile",
			doc:  `{"windows":[{"schedule":{"cron":"0 0 30 2 *"},"duration":"1h"}]}`,
			code: tz.NeverMatches, path: "windows[0].schedule",
		}, {
			name: "6 the last Friday", rule: "S9: the fourth or the fifth",
			doc:     `{"windows":[{"schedule":{"relativeMonthly":{"weekIndex":"Last","dayOfWeek":"Friday"}},"startTime":"00:00","durationHours":1}]}`,
			periods: []period{{"2026-01-01T00:00Z", "2026-03-01T00:00Z", []string{"2026-01-30T00:00Z/2026-01-30T01:00Z", "2026-02-27T00:00Z/2026-02-27T01:00Z"}}},
		}, {
			name: "6 the fifth Friday", rule: "S9: months that have one",
			doc: `{"windows":[{"schedule":{"relativeMonthly":{"weekIndex":"Fifth","dayOfWeek":"Friday"}},"startTime":"00:00","durationHours":1}]}`,
			periods: []period{{"2026-01-01T00:00Z", "2026-11-01T00:00Z", []string{"2026-01-30T00:00Z/2026-01-30T01:00Z", "2026-05-29T00:00Z/2026-05-29T01:00Z",
				"2026-07-31T00:00Z/2026-07-31T01:00Z", "2026-10-30T00:00Z/2026-10-30T01:00Z"}}},
		}, {
			name: "7 an offset into the next month", rule: "S9: offsetDays moves the day that was found",
			doc: `{"windows":[{"schedule":{"relativeMonthly":{"weekIndex":"Last","dayOfWeek":"Sunday","offsetDays":6}},"startTime":"00:00","durationHours":1}]}`,
			periods: []period{{"2026-01-15T00:00Z", "2026-04-15T00:00Z", []string{"2026-01-31T00:00Z/2026-01-31T01:00Z", "2026-02-28T00:00Z/2026-02-28T01:00Z",
				"2026-04-04T00:00Z/2026-04-04T01:00Z"}}},
		}, {
			name: "7 an offset into the month before", rule: "S9: offsetDays moves the day that was found",
			doc:     `{"windows":[{"schedule":{"relativeMonthly":{"weekIndex":"First","dayOfWeek":"Monday","offsetDays":-6}},"startTime":"00:00","durationHours":1}]}`,
			periods: []period{{"2026-01-15T00:00Z", "2026-03-15T00:00Z", []string{"2026-01-27T00:00Z/2026-01-27T01:00Z", "2026-02-24T00:00Z/2026-02-24T01:00Z"}}},
		}, {
			name: "8 who owns what comes after midnight", rule: "S7: the written date of the start does",
			doc:     `{"windows":[{"schedule":{"weekly":{"dayOfWeek":"Friday"}},"startTime":"22:00","durationHours":4}]}`,
			periods: []period{{"2026-06-11T00:00Z", "2026-06-14T00:00Z", []string{"2026-06-12T22:00Z/2026-06-13T02:00Z"}}},
			open:    []string{"2026-06-13T01:00Z"}, shut: []string{"2026-06-12T01:00Z"},
		}, {
			name: "9 over the end of a week, a month and a year", rule: "S1: nothing special",
			doc:     `{"windows":[{"schedule":{"cron":"45 23 31 12 *"},"duration":"30m"},{"schedule":{"weekly":{"dayOfWeek":"Sunday"}},"startTime":"23:45","duration":"30m"}]}`,
			periods: []period{{"2026-12-27T00:00Z", "2027-01-02T00:00Z", []string{"2026-12-27T23:45Z/2026-12-28T00:15Z", "2026-12-31T23:45Z/2027-01-01T00:15Z"}}},
		}, {
			name: "9 a range of weekdays that wraps", rule: "S10: Friday, Saturday, Sunday, Monday",
			doc: `{"windows":[{"schedule":{"cron":"0 0 * * FRI-MON"},"duration":"1h"}]}`,
			periods: []period{{"2026-06-09T00:00Z", "2026-06-17T00:00Z", []string{"2026-06-12T00:00Z/2026-06-12T01:00Z", "2026-06-13T00:00Z/2026-06-13T01:00Z",
				"2026-06-14T00:00Z/2026-06-14T01:00Z", "2026-06-15T00:00Z/2026-06-15T01:00Z"}}},
		}, {
			name: "10 a start in the gap", rule: "S3: 02:30 moves to 03:30",
			doc:     `{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"02:30","durationHours":1}]}`,
			periods: []period{{"2026-03-08T00:00Z", "2026-03-09T00:00Z", []string{"2026-03-08T07:30Z/2026-03-08T08:30Z"}}},
		}, {
			name: "10 the same, skipped", rule: "S3: gap skip",
			doc:     `{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"02:30","durationHours":1,"gap":"skip"}]}`,
			periods: []period{{"2026-03-08T00:00Z", "2026-03-09T00:00Z", nil}},
		}, {
			name: "10 the same, at the end of the gap", rule: "S3: gap next",
			doc:     `{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"02:30","durationHours":1,"gap":"next"}]}`,
			periods: []period{{"2026-03-08T00:00Z", "2026-03-09T00:00Z", []string{"2026-03-08T07:00Z/2026-03-08T08:00Z"}}},
		}, {
			name: "11 a start in the overlap", rule: "S3: once, at the first reading",
			doc:     `{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"01:30","durationHours":1}]}`,
			periods: []period{{"2026-11-01T00:00Z", "2026-11-02T00:00Z", []string{"2026-11-01T05:30Z/2026-11-01T06:30Z"}}},
		}, {
			name: "11 the same, at the second reading", rule: "S3: overlap second",
			doc:     `{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"01:30","duration":"30m","overlap":"second"}]}`,
			periods: []period{{"2026-11-01T00:00Z", "2026-11-02T00:00Z", []string{"2026-11-01T06:30Z/2026-11-01T07:00Z"}}},
		}, {
			name: "11 the same, at both", rule: "S3: overlap both",
			doc:     `{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"01:30","duration":"30m","overlap":"both"}]}`,
			periods: []period{{"2026-11-01T00:00Z", "2026-11-02T00:00Z", []string{"2026-11-01T05:30Z/2026-11-01T06:00Z", "2026-11-01T06:30Z/2026-11-01T07:00Z"}}},
		}, {
			name: "12 a duration over a change of offset", rule: "S4: elapsed time",
			doc:     `{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"01:00","durationHours":4}]}`,
			periods: []period{{"2026-03-08T00:00Z", "2026-03-09T00:00Z", []string{"2026-03-08T06:00Z/2026-03-08T10:00Z"}}},
		}, {
			name: "12 a wall-clock end over a change of offset", rule: "S4: endTime",
			doc:     `{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"01:00","endTime":"05:00"}]}`,
			periods: []period{{"2026-03-08T00:00Z", "2026-03-09T00:00Z", []string{"2026-03-08T06:00Z/2026-03-08T09:00Z"}}},
		}, {
			name: "13 a midnight that does not exist", rule: "S3: it moves to 01:00",
			doc:     `{"timeZone":"America/Santiago","windows":[{"schedule":{"daily":{}},"startTime":"00:00","durationHours":1}]}`,
			periods: []period{{"2026-09-06T00:00Z", "2026-09-07T00:00Z", []string{"2026-09-06T04:00Z/2026-09-06T05:00Z"}}},
		}, {
			name: "13 a blackout of the day without a midnight", rule: "S12: from the first instant of the date",
			doc:     `{"timeZone":"America/Santiago","windows":[{"always":true}],"notAllowedDates":[{"start":"2026-09-06","end":"2026-09-06"}]}`,
			periods: []period{{"2026-09-05T00:00Z", "2026-09-08T00:00Z", []string{"2026-09-05T00:00Z/2026-09-06T04:00Z", "2026-09-07T03:00Z/2026-09-08T00:00Z"}}},
		}, {
			name: "13 a change by half an hour", rule: "S3: 02:15 moves by the length of the gap, to 02:45",
			doc:     `{"timeZone":"Australia/Lord_Howe","windows":[{"schedule":{"daily":{}},"startTime":"02:15","duration":"10m"}]}`,
			periods: []period{{"2026-10-03T12:00Z", "2026-10-04T12:00Z", []string{"2026-10-03T15:45Z/2026-10-03T15:55Z"}}},
		}, {
			name: "14 a date that a zone skips", rule: "S3: a gap of 24 hours; two starts at one instant are one",
			doc: `{"timeZone":"Pacific/Apia","windows":[{"schedule":{"daily":{}},"startTime":"09:00","durationHours":1}]}`,
			periods: []period{{"2011-12-29T00:00Z", "2012-01-01T00:00Z", []string{"2011-12-29T19:00Z/2011-12-29T20:00Z", "2011-12-30T19:00Z/2011-12-30T20:00Z",
				"2011-12-31T19:00Z/2011-12-31T20:00Z"}}},
		}, {
			name: "14 a blackout of a date that a zone skips", rule: "S14: in a gap nothing is covered",
			doc:     `{"timeZone":"Pacific/Apia","windows":[{"always":true}],"notAllowedDates":[{"start":"2011-12-30","end":"2011-12-30"}]}`,
			periods: []period{{"2011-12-29T00:00Z", "2012-01-01T00:00Z", []string{"2011-12-29T00:00Z/2012-01-01T00:00Z"}}},
		}, {
			name: "15 and 16 at the start and at the end", rule: "S1: open at the start, shut at the end",
			doc:  `{"windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":1}]}`,
			open: []string{"2026-06-12T02:00:00Z", "2026-06-12T02:59:59Z"}, shut: []string{"2026-06-12T01:59:59Z", "2026-06-12T03:00:00Z"},
		}, {
			name: "17 an end equal to the start", rule: "S4: a whole day",
			doc:     `{"windows":[{"schedule":{"weekly":{"dayOfWeek":"Friday"}},"startTime":"09:00","endTime":"09:00"}]}`,
			periods: []period{{"2026-06-11T00:00Z", "2026-06-15T00:00Z", []string{"2026-06-12T09:00Z/2026-06-13T09:00Z"}}},
		}, {
			name: "17 a duration of nothing", rule: "S4: an error",
			doc:  `{"windows":[{"schedule":{"daily":{}},"startTime":"09:00","duration":"0s"}]}`,
			code: tz.OutOfRange, path: "windows[0].duration",
		}, {
			name: "17 a blackout whose end is its start", rule: "S13: an error",
			doc:  `{"windows":[{"always":true}],"notAllowedTime":[{"start":"09:00","end":"09:00"}]}`,
			code: tz.Empty, path: "notAllowedTime[0].end",
		}, {
			name: "18 the end of a span of dates, and its offset", rule: "S12: inclusive, in the window's offset (the example of the AKS API)",
			doc:     `{"windows":[{"always":true,"utcOffset":"+02:00","notAllowedDates":[{"start":"2022-12-23","end":"2023-01-03"}]}]}`,
			periods: []period{{"2022-12-20T00:00Z", "2023-01-06T00:00Z", []string{"2022-12-20T00:00Z/2022-12-22T22:00Z", "2023-01-03T22:00Z/2023-01-06T00:00Z"}}},
		}, {
			name: "18 an inverted span of dates", rule: "S12: an error",
			doc:  `{"windows":[{"always":true}],"notAllowedDates":[{"start":"2024-12-23","end":"2024-01-02"}]}`,
			code: tz.Inverted, path: "notAllowedDates[0].end",
		}, {
			name: "19 a yearly span over New Year", rule: "S12: it may wrap",
			doc: `{"windows":[{"always":true}],"notAllowedDates":[{"start":"12-20","end":"01-05"}]}`,
			periods: []period{{"2026-01-01T00:00Z", "2027-01-10T00:00Z", []string{"2026-01-06T00:00Z/2026-12-20T00:00Z",
				"2027-01-06T00:00Z/2027-01-10T00:00Z"}}},
		}, {
			name: "19 a yearly span from 29 February", rule: "S12: from 1 March in common years",
			doc: `{"windows":[{"always":true}],"notAllowedDates":[{"start":"02-29","end":"03-05"}]}`,
			periods: []period{
				{"2026-02-27T00:00Z", "2026-03-08T00:00Z", []string{"2026-02-27T00:00Z/2026-03-01T00:00Z", "2026-03-06T00:00Z/2026-03-08T00:00Z"}},
				{"2028-02-27T00:00Z", "2028-03-08T00:00Z", []string{"2028-02-27T00:00Z/2028-02-29T00:00Z", "2028-03-06T00:00Z/2028-03-08T00:00Z"}},
			},
		}, {
			name: "20 a blackout that begins in an open window", rule: "S11, S15: the window closes there",
			doc:     `{"windows":[{"schedule":{"weekly":{"dayOfWeek":"Friday"}},"startTime":"22:00","durationHours":8}],"notAllowedDates":[{"start":"2026-06-13","end":"2026-06-13"}]}`,
			periods: []period{{"2026-06-12T00:00Z", "2026-06-15T00:00Z", []string{"2026-06-12T22:00Z/2026-06-13T00:00Z"}}},
		}, {
			name: "21 a blackout that punches a hole", rule: "S11: two open periods are left",
			doc:     `{"windows":[{"schedule":{"weekly":{"dayOfWeek":"Friday"}},"startTime":"22:00","durationHours":8}],"notAllowedTime":[{"start":"01:00","end":"02:00"}]}`,
			periods: []period{{"2026-06-12T00:00Z", "2026-06-15T00:00Z", []string{"2026-06-12T22:00Z/2026-06-13T01:00Z", "2026-06-13T02:00Z/2026-06-13T06:00Z"}}},
		}, {
			name: "22 windows that touch and overlap", rule: "S11: one open period",
			doc: `{"windows":[{"schedule":{"daily":{}},"startTime":"01:00","durationHours":2},{"schedule":{"daily":{}},"startTime":"03:00","durationHours":2},
				{"schedule":{"daily":{}},"startTime":"04:30","durationHours":1}]}`,
			periods: []period{{"2026-06-12T00:00Z", "2026-06-13T00:00Z", []string{"2026-06-12T01:00Z/2026-06-12T05:30Z"}}},
		}, {
			name: "23 day of month and day of week both restricted", rule: "S10: either; */2 restricts",
			doc: `{"windows":[{"schedule":{"cron":"0 0 */2 * MON"},"duration":"1h"}]}`,
			periods: []period{{"2026-03-07T12:00Z", "2026-03-17T00:00Z", []string{"2026-03-09T00:00Z/2026-03-09T01:00Z", "2026-03-11T00:00Z/2026-03-11T01:00Z",
				"2026-03-13T00:00Z/2026-03-13T01:00Z", "2026-03-15T00:00Z/2026-03-15T01:00Z", "2026-03-16T00:00Z/2026-03-16T01:00Z"}}},
		}, {
			name: "23 both must match", rule: "S10: a leading +",
			doc:     `{"windows":[{"schedule":{"cron":"0 0 */2 * +MON"},"duration":"1h"}]}`,
			periods: []period{{"2026-03-07T12:00Z", "2026-03-24T00:00Z", []string{"2026-03-09T00:00Z/2026-03-09T01:00Z", "2026-03-23T00:00Z/2026-03-23T01:00Z"}}},
		}, {
			name: "24 weekday numbers", rule: "S10: 0 and 7 are both Sunday",
			doc:     `{"windows":[{"schedule":{"cron":"0 0 * * 7"},"duration":"1h"},{"schedule":{"cron":"30 0 * * 0"},"duration":"1h"}]}`,
			periods: []period{{"2026-06-08T00:00Z", "2026-06-16T00:00Z", []string{"2026-06-14T00:00Z/2026-06-14T01:30Z"}}},
		}, {
			name: "25 the zone of the process", rule: "S2: a name that means another zone on every host is an error",
			doc:  `{"timeZone":"Local","windows":[]}`,
			code: tz.InvalidZone, path: "timeZone",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.code != "" {
				errs := refuse(t, c.doc)
				if len(errs) != 1 || errs[0].Code != c.code || errs[0].Path != c.path {
					t.Errorf("%s: got %v\nwant one problem, %s at %s", c.rule, errs, c.code, c.path)
				}
				return
			}
			cal := compile(t, c.doc)
			for _, p := range c.periods {
				wantOpen(t, cal, p.from, p.to, p.want...)
			}
			for _, at := range c.open {
				if !cal.IsOpen(instant(t, at)) {
					t.Errorf("%s: shut at %s", c.rule, at)
				}
			}
			for _, at := range c.shut {
				if cal.IsOpen(instant(t, at)) {
					t.Errorf("%s: open at %s", c.rule, at)
				}
			}
		})
	}
}
