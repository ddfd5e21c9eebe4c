package schedule

import (
	"fmt"
	"testing"

	"github.com/casement-go/casement/tz"
)

// Every n days from startDate: on startDate itself, and then again whenever n days have gone by.
func TestS05DailyEveryInterval(t *testing.T) {
	for _, date := range []string{"0001-01-01", "1969-12-25", "2024-02-28", "9990-01-01"} {
		start := dayOfText(date)
		for every := 1; every <= MaxInterval; every++ {
			s := MustCompile(Spec{Rule: Daily{Interval: every}, StartTime: noon, StartDate: tz.DateOfDay(start)})
			left := make([]int, 3*every+2) // days until it starts again
			for i := range left[1:] {
				if left[i+1] = left[i] - 1; left[i] == 0 {
					left[i+1] = every - 1
				}
			}
			checkEachDay(t, fmt.Sprintf("every %d days from %v", every, date), s, start, start+len(left)-1, func(day int) bool { return left[day-start] == 0 })
		}
	}
}

func TestS05DailyWithoutInterval(t *testing.T) {
	s := MustCompile(Spec{Rule: Daily{}, StartTime: noon})
	for _, from := range []int{tz.MinDay, -50, tz.MaxDay - 100} {
		checkEachDay(t, "every day", s, from, from+100, func(int) bool { return true })
	}
}
