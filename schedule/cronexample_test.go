package schedule_test

import (
	"fmt"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

func ExampleParseCron() {
	c, err := schedule.ParseCron("0,30 22 * * MON,WED")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c)
	fmt.Println(c.Describe())
	_, err = schedule.ParseCron("0 0 * * 9")
	fmt.Println(err)
	// Output:
	// 0,30 22 * * 1,3
	// at 22:00 and 22:30 on Monday and Wednesday
	// "0 0 * * 9": day-of-week 9 is not in 0-7 (at 8)
}

// The same text in two dialects. In Vixie cron, a day of month that begins with * must match as well as the day of week.
func ExampleCronOptions_Parse() {
	for _, dialect := range []schedule.CronDialect{schedule.CronDefault, schedule.CronVixie} {
		c, err := schedule.CronOptions{Dialect: dialect}.Parse("0 6 */16 * 1")
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%v: %s\n", dialect, c.Describe())
	}
	// Output:
	// Default: at 06:00 on any day that is the 1st or the 17th of the month or a Monday
	// Vixie: at 06:00 on any day that is both the 1st or the 17th of the month and a Monday
}

// H is drawn from a key, the same for ever.
func ExampleCronOptions_jenkins() {
	c := schedule.CronOptions{Dialect: schedule.CronJenkins, Key: "nightly"}.MustParse("H H(0-5) * * *")
	fmt.Println(c)
	// Output: 38 4 * * *
}

// A cron expression in a zone is a schedule as robfig/cron, gocron and River take it.
func ExampleCron_In() {
	type scheduler interface { // cron.Schedule of robfig/cron, river.PeriodicSchedule
		Next(time.Time) time.Time
	}
	var s scheduler = schedule.MustParseCron("0 12 * * FRI").In(tz.MustLoad("Africa/Cairo"))

	// On Friday 2026-04-24 the clock in Cairo goes from 00:00 to 01:00. The day has a noon all the same.
	t := time.Date(2026, 4, 22, 0, 0, 0, 0, time.UTC)
	for range 2 {
		t = s.Next(t)
		fmt.Println(t.Format(time.RFC3339))
	}
	// Output:
	// 2026-04-24T09:00:00Z
	// 2026-05-01T09:00:00Z
}

func ExampleCron_Never() {
	fmt.Println(schedule.MustParseCron("0 0 30 2 *").Never())
	fmt.Println(schedule.MustParseCron("0 0 29 2 +MON").Never()) // in 2044
	// Output:
	// true
	// false
}

// A description says all that the expression does.
func ExampleCron_Describe() {
	for _, text := range []string{"*/15 2-5 * * MON-FRI", "0 0 13 * FRI", "0 0 13 * +FRI", "0 22 L * *"} {
		fmt.Println(schedule.MustParseCron(text).Describe())
	}
	// Output:
	// every 15 minutes from 02:00 to 05:45 on Monday to Friday
	// at 00:00 on any day that is the 13th of the month or a Friday
	// at 00:00 on any day that is both the 13th of the month and a Friday
	// at 22:00 on the last day of every month
}

// Expressions are equal if they mean the same.
func ExampleCron_Equal() {
	a := schedule.MustParseCron("0,15,30,45 2-5 * * MON-FRI")
	b := schedule.MustParseCron("*/15 2-5 * * 1-5")
	fmt.Println(a, a.Equal(b))
	// Output: */15 2-5 * * 1-5 true
}
