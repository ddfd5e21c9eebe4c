package schedule_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/casement-go/casement/schedule"
)

// Each sentence is written by hand, next to one that differs by as little as can be.
func TestCronDescribeNeighbours(t *testing.T) {
	for _, c := range []struct {
		dialect    schedule.CronDialect
		text, want string
	}{
		// Up to eight times of day are listed.
		{schedule.CronDefault, "0,30 1-4 * * *", "at 01:00, 01:30, 02:00, 02:30, 03:00, 03:30, 04:00 and 04:30 every day"},
		{schedule.CronDefault, "0,20,40 1-3 * * *", "every 20 minutes from 01:00 to 03:40 every day"},
		{schedule.CronDefault, "10,20 0 1,23 * * *", "at 01:00:10, 01:00:20, 23:00:10 and 23:00:20 every day"},
		{schedule.CronDefault, "1-8 0 1 * * *", "at 01:00:01, 01:00:02, 01:00:03, 01:00:04, 01:00:05, 01:00:06, 01:00:07 and 01:00:08 every day"},
		{schedule.CronDefault, "1-9 0 1 * * *", "at seconds 1 to 9 of minute 0 of the hour 01 every day"},
		{schedule.CronDefault, "59 59 23 * * *", "at 23:59:59 every day"},

		// Minutes that come all the time, and others.
		{schedule.CronDefault, "0,20,40 * * * *", "every 20 minutes"},
		{schedule.CronDefault, "0,20,40,50 * * * *", "at minutes 0, 20, 40 and 50 of every hour"},
		{schedule.CronDefault, "0,20,41 * * * *", "at minutes 0, 20 and 41 of every hour"},
		{schedule.CronDefault, "0,10,20 * * * *", "at minutes 0, 10 and 20 of every hour"},
		{schedule.CronDefault, "10,30,50 * * * *", "at minutes 10, 30 and 50 of every hour"},
		{schedule.CronDefault, "0,59 * * * *", "at minutes 0 and 59 of every hour"},
		{schedule.CronDefault, "0,5,59 * * * *", "at minutes 0, 5 and 59 of every hour"},
		{schedule.CronDefault, "0,30 * * * *", "at minutes 0 and 30 of every hour"},
		{schedule.CronDefault, "0-2 * * * *", "at minutes 0 to 2 of every hour"},
		{schedule.CronDefault, "0,1 * * * *", "at minutes 0 and 1 of every hour"},
		{schedule.CronDefault, "0-58 * * * *", "at minutes 0 to 58 of every hour"},
		{schedule.CronDefault, "1-59 * * * *", "at minutes 1 to 59 of every hour"},
		{schedule.CronDefault, "* 0-22 * * *", "every minute from 00:00 to 22:59 every day"},
		{schedule.CronDefault, "*/10 2,4 * * *", "every 10 minutes of the hours 02 and 04 every day"},
		{schedule.CronDefault, "*/10 2-4 * * *", "every 10 minutes from 02:00 to 04:50 every day"},
		{schedule.CronDefault, "*/5 23 * * *", "every 5 minutes from 23:00 to 23:55 every day"},

		// Hours that are all the same step apart.
		{schedule.CronDefault, "5 1-23/2 * * *", "every 2 hours from 01:05 to 23:05 every day"},
		{schedule.CronDefault, "5,35 */4 * * *", "at minutes 5 and 35 of the hours 00, 04, 08, 12, 16 and 20 every day"},
		{schedule.CronDefault, "5 0-16/2,19 * * *", "at minute 5 of the hours 00, 02, 04, 06, 08, 10, 12, 14, 16 and 19 every day"},
		{schedule.CronDefault, "5 1-9 * * *", "at minute 5 of the hours 01 to 09 every day"},
		{schedule.CronDefault, "1-9 7 * * *", "at minutes 1 to 9 of the hour 07 every day"},
		{schedule.CronDefault, "1-9 0 * * *", "at minutes 1 to 9 of the hour 00 every day"},
		{schedule.CronDefault, "1-9 23 * * *", "at minutes 1 to 9 of the hour 23 every day"},

		// Seconds, of some minutes of some hours.
		{schedule.CronDefault, "*/10 * 3 * * *", "every 10 seconds of every minute of the hour 03 every day"},
		{schedule.CronDefault, "5 * 3,4 * * *", "at second 5 of every minute of the hours 03 and 04 every day"},
		{schedule.CronDefault, "5 * * * * 1", "at second 5 of every minute on Monday"},
		{schedule.CronDefault, "*/10 0-5 3 * * *", "every 10 seconds of minutes 0 to 5 of the hour 03 every day"},
		{schedule.CronDefault, "*/10 7 * * * *", "every 10 seconds of minute 7 of every hour"},
		{schedule.CronDefault, "5,6 0-58 * * * *", "at seconds 5 and 6 of minutes 0 to 58 of every hour"},
		{schedule.CronDefault, "0 */5 * * * *", "every 5 minutes"},
		{schedule.CronDefault, "0,1 */5 * * * *", "at seconds 0 and 1 of minutes 0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50 and 55 of every hour"},

		// Days by number, from both ends.
		{schedule.CronDefault, "0 0 1W,31W,L-1,L-30 * *",
			"at 00:00 on the weekday nearest the 1st, the weekday nearest the 31st, the 30th day before the last and the 1st day before the last of every month"},
		{schedule.CronDefault, "0 0 L-2 3 *", "at 00:00 on the 2nd day before the last of March"},
		{schedule.CronDefault, "0 0 4,10,14,20,24,30 2,4 *", "at 00:00 on the 4th, the 10th, the 14th, the 20th, the 24th and the 30th of February and April"},
		{schedule.CronDefault, "0 0 2-31 * *", "at 00:00 on the 2nd to the 31st of every month"},

		// Days of the week.
		{schedule.CronDefault, "0 0 * * 0-5", "at 00:00 on Monday to Friday and Sunday"},
		{schedule.CronDefault, "0 0 * * 1,2", "at 00:00 on Monday and Tuesday"},
		{schedule.CronDefault, "0 0 * * 0#1,6#5,1L,7L", "at 00:00 on the first Sunday of the month, the fifth Saturday of the month, the last Monday of the month and the last Sunday of the month"},
		{schedule.CronDefault, "0 0 * 3 1#2", "at 00:00 on the second Monday of the month in March"},

		// Both, either, and where one of the two says nothing.
		{schedule.CronDefault, "0 0 1-7 * +MON,FRI#1", "at 00:00 on any day that is both the 1st to the 7th of the month and a Monday or the first Friday of the month"},
		{schedule.CronDefault, "0 0 1 * 0-6", "at 00:00 every day"},
		{schedule.CronDefault, "0 0 1 5 0-6", "at 00:00 every day in May"},
		{schedule.CronDefault, "0 0 1 * +0-6", "at 00:00 on the 1st of every month"},
		{schedule.CronDefault, "0 0 1-31 * +1", "at 00:00 on Monday"},
		{schedule.CronDefault, "0 0 1,2 * 1,0", "at 00:00 on any day that is the 1st or the 2nd of the month or a Monday or a Sunday"},
		{schedule.CronVixie, "0 0 */16 * *", "at 00:00 on the 1st and the 17th of every month"},
		{schedule.CronVixie, "0 0 */16 * 1-5", "at 00:00 on any day that is both the 1st or the 17th of the month and a Monday, a Tuesday, a Wednesday, a Thursday or a Friday"},

		// Years.
		{schedule.CronDefault, "0 0 0 * * * 1970,2199", "at 00:00 every day, in 1970 and 2199"},
		{schedule.CronDefault, "0 0 0 * * * 2026-2027", "at 00:00 every day, in 2026 to 2027"},
		{schedule.CronDefault, "0 * * * * * 2026", "every minute, in 2026"},
		{schedule.CronDefault, "0 0 0 29 2 * 2027", "at 00:00 on the 29th of February, in 2027, which never comes"},
	} {
		if got := parseIn(t, c.dialect, c.text).Describe(); got != c.want {
			t.Errorf("%v %q:\ngot  %s\nwant %s", c.dialect, c.text, got, c.want)
		}
	}
}

// Every day of the month, from both ends and by the weekday nearest to it, with its ending.
func TestCronDescribeOrdinals(t *testing.T) {
	for i, want := range strings.Fields("1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th 20th 21st 22nd 23rd 24th 25th 26th 27th 28th 29th 30th 31st") {
		for _, c := range []struct{ field, want string }{
			{"%d", "the " + want}, {"%dW", "the weekday nearest the " + want}, {"L-%d", "the " + want + " day before the last"},
		} {
			field := fmt.Sprintf(c.field, i+1)
			if field == "L-31" {
				continue
			}
			if got := schedule.MustParseCron("0 0 " + field + " * *").Describe(); got != "at 00:00 on "+c.want+" of every month" {
				t.Errorf("%s: %s", field, got)
			}
		}
	}
}
