package calendar_test

import (
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

// awkward are the zones that have broken most schedulers.
var awkward = []string{"America/New_York", "Europe/London", "Europe/Dublin", "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Apia", "America/Sao_Paulo",
	"Africa/Cairo", "Africa/Casablanca", "Asia/Kathmandu", "America/Goose_Bay", "America/St_Johns"}

// On a grid of every minute around every change of offset from 1975 to 2095, what IsOpen says is what Windows lists.
func TestS11GridAroundEveryChange(t *testing.T) {
	const around = 3 * 3600
	for _, name := range awkward {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cal := compile(t, `{"timeZone":"`+name+`","windows":[
				{"schedule":{"daily":{}},"startTime":"00:30","duration":"20m","overlap":"both"},
				{"schedule":{"daily":{}},"startTime":"01:15","endTime":"01:45","overlap":"both"},
				{"schedule":{"daily":{}},"startTime":"02:30","endTime":"02:50","gap":"next"},
				{"schedule":{"cron":"*/40 2-3,23 * * *"},"duration":"7m"},
				{"schedule":{"cron":"5 */2 * * *"},"duration":"13m"}],
				"notAllowedTime":[{"start":"23:50","end":"00:10"},{"start":"02:35","end":"02:40"}]}`)
			zone := tz.MustLoad(name)
			changes := 0
			for s := zone.Stretch(157_766_400); s.To < 3_944_678_400; s = zone.Stretch(s.To) { // 1975 to 2095
				changes++
				from, to := s.To-around, s.To+around
				open := make(map[int64]bool)
				for w := range cal.Windows(time.Unix(from, 0), time.Unix(to, 0)) {
					start, end := w.Seconds()
					for sec := start; sec < end; sec++ {
						if (sec-from)%60 == 0 {
							open[sec] = true
						}
					}
				}
				for sec := from; sec < to; sec += 60 {
					if got := cal.IsOpen(time.Unix(sec, 0)); got != open[sec] {
						t.Fatalf("at %v: IsOpen %v, Windows %v", time.Unix(sec, 0).UTC(), got, open[sec])
					}
				}
			}
			if changes == 0 {
				t.Error("no change of offset was looked at")
			}
		})
	}
}
