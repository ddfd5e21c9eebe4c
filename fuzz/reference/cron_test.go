package reference

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestS10Days names the days on which expressions run in a month, read off a
// calendar: August 2026 begins on a Saturday, May 2026 on a Friday, February 2026
// on a Sunday.
func TestS10Days(t *testing.T) {
	const may, august, february = 5, 8, 2
	for _, c := range []struct {
		dialect, text string
		month         int
		want          string
	}{
		{"Default", "0 0 L * *", may, "31"},
		{"Default", "0 0 l-3 * *", february, "25"},
		{"Default", "0 0 L-30 * *", may, "1"},
		{"Default", "0 0 L-30 * *", february, ""},
		{"Default", "0 0 LW * *", may, "29"}, // the 31st is a Sunday
		{"Default", "0 0 1W * *", august, "3"},
		{"Default", "0 0 15W * *", august, "14"},
		{"Default", "0 0 16W * *", august, "17"},
		{"Default", "0 0 31W * *", may, "29"},
		{"Default", "0 0 31W * *", february, ""},
		{"Default", "0 0 31W,1 * *", february, "1"},
		{"Default", "0 0 * * FRIL", may, "29"},
		{"Default", "0 0 * * 5#L", may, "29"},
		{"Default", "0 0 * * fri#5", may, "29"},
		{"Default", "0 0 * * fri#5", august, ""},
		{"Default", "0 0 * * 7#1", august, "2"},
		{"Default", "0 0 * * 2#3,4#1", may, "7 19"},
		{"Default", "0 0 13 * FRI#2", may, "8 13"},
		{"Default", "0 0 8 * +FRI#2", may, "8"},
		{"Default", "0 0 */10 * +MON", may, "11"},
		{"Default", "0 0 13 * *", may, "13"},
		{"Default", "0 0 L,15 * ?", may, "15 31"},
		{"OCPS", "0 0 1-3 * SAT-SUN", may, "1 2 3 9 10 16 17 23 24 30 31"},
		{"Kubernetes", "0 0 *,15 * 1", may, "4 11 18 25"}, // a list with a * restricts nothing
		{"Kubernetes", "0 0 15 * 1", may, "4 11 15 18 25"},
		{"Kubernetes", "0 0 */30 * 1", may, "1 4 11 18 25 31"},
		{"Vixie", "0 0 */30 * 5", may, "1"}, // begins with *: both must match
		{"Vixie", "0 0 1 * 5", may, "1 8 15 22 29"},
		{"Vixie", "0 0 15,* * 1", may, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31"},
		{"Quartz", "0 0 0 ? * L", may, "2 9 16 23 30"},
		{"Quartz", "0 0 0 ? * 6L", may, "29"},
		{"Quartz", "0 0 0 ? * 1#1", may, "3"},
		{"Quartz", "0 0 0 ? * 1/3", may, "2 3 6 9 10 13 16 17 20 23 24 27 30 31"},
		{"Quartz", "0 0 0 ? * FRI-SUN", may, "1 2 3 8 9 10 15 16 17 22 23 24 29 30 31"},
		{"Quartz", "0 0 0 LW * ?", may, "29"},
		{"Quartz", "0 0 0 1W,15W * ?", may, "1 15"},
		{"AWS", "cron(0 0 ? * 7L 2026)", may, "30"},
		{"AWS", "0 0 ? * 7L 2027", may, ""},
		{"Jenkins", "0 0 1-9 * 1", may, "4"},
	} {
		cron := mustCron(t, c.text, c.dialect)
		first, after := monthDays(int64(2026)*12 + int64(c.month) - 1)
		var got []string
		for d := first; d < after; d++ {
			if cron.picks(d) {
				got = append(got, fmt.Sprint(int64(d-first)+1))
			}
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s %q: %s, want %s", c.dialect, c.text, text, c.want)
		}
	}
}

// TestS10LeapMonday: 29 February was a Monday in 2016, and is again in 2044.
func TestS10LeapMonday(t *testing.T) {
	c := mustCron(t, "0 0 29 2 +1", "Default")
	for d := dayOf(2016, 3, 1); d <= dayOf(2044, 2, 29); d++ {
		if c.picks(d) != (d == dayOf(2044, 2, 29)) {
			year, month, n := d.date()
			t.Errorf("%d-%d-%d", year, month, n)
		}
	}
}

// TestS10Hash has draws that were computed by another program from the
// description of the hash.
func TestS10Hash(t *testing.T) {
	const H = "H H H H H"
	c := mustCron(t, H, "Jenkins")
	got := fmt.Sprint(held(c.minutes), held(c.hours), held(c.months))
	if want := "[6] [20] [9]"; got != want {
		t.Errorf("%s: %s, want %s", H, got, want)
	}
	for text, want := range map[string][]int{
		"H/15 * * * *":        {6, 21, 36, 51},
		"H(50-52)/10 * * * *": {50},
	} {
		if got := held(mustCron(t, text, "Jenkins").minutes); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func held(v values) []int {
	var out []int
	for n := range 60 {
		if v[n] {
			out = append(out, n)
		}
	}
	return out
}

// TestS10Clock tells which expressions follow the real clock.
func TestS10Clock(t *testing.T) {
	for _, c := range []struct {
		dialect, text string
		want          bool
	}{
		{"Default", "0 * * * *", true}, {"Default", "0 */2 * * *", true}, {"Default", "0 *,3 * * *", true}, {"Default", "@hourly", true},
		{"Default", "*/5 2 * * *", false}, {"Default", "0 0-23 * * *", false}, {"Default", "* 5 4 * * *", false}, {"Default", "@daily", false},
		{"OCPS", "* * * * *", false}, {"Kubernetes", "* * * * *", false}, {"Vixie", "*/5 2 * * *", true}, {"Vixie", "5 2 * * *", false},
		{"Quartz", "* * * * * ?", false}, {"AWS", "* * * * ? *", false}, {"Jenkins", "H * * * *", true}, {"Jenkins", "H H * * *", false},
	} {
		if got := mustCron(t, c.text, c.dialect).realClock; got != c.want {
			t.Errorf("%s %q: %t", c.dialect, c.text, got)
		}
	}
}

// TestS10Changes has the defaults of dialects where New_York skips 02:00 to
// 03:00 (07:00Z on 2026-03-08) and repeats 01:00 to 02:00 (06:00Z on 2026-11-01),
// and where Troll skips two hours and Apia a day.
func TestS10Changes(t *testing.T) {
	zones := pinnedZones(t)
	const gapDay, overlapDay = "2026-03-08", "2026-11-01"
	for _, c := range []struct{ dialect, zone, day, text, want string }{
		{"Default", "America/New_York", gapDay, "30 2 * * *", "08T07:30"},
		{"OCPS", "America/New_York", gapDay, "30 2 * * *", ""},
		{"Kubernetes", "America/New_York", gapDay, "30 2 * * *", ""},
		{"Vixie", "America/New_York", gapDay, "30 2 * * *", "08T07:00"},
		{"Vixie", "America/New_York", gapDay, "*/30 2 * * *", ""},
		{"Vixie", "Pacific/Apia", "2011-12-30", "0 12 30 12 *", ""}, // 24 hours are a correction of the clock
		{"Default", "Pacific/Apia", "2011-12-30", "0 12 30 12 *", "30T22:00"},
		{"Quartz", "America/New_York", gapDay, "0 30 2 * * ?", ""},
		{"AWS", "America/New_York", gapDay, "30 2 * * ? *", ""},
		{"Jenkins", "America/New_York", gapDay, "30 2 * * *", "08T07:30"},
		{"Default", "America/New_York", overlapDay, "30 1 * * *", "01T05:30"},
		{"OCPS", "America/New_York", overlapDay, "30 1 * * *", "01T05:30"},
		{"Kubernetes", "America/New_York", overlapDay, "30 1 * * *", "01T05:30 01T06:30"},
		{"Vixie", "America/New_York", overlapDay, "30 1 * * *", "01T05:30"},
		{"Vixie", "America/New_York", overlapDay, "*/30 1 * * *", "01T05:00 01T05:30 01T06:00 01T06:30"},
		{"Quartz", "America/New_York", overlapDay, "0 30 1 * * ?", "01T06:30"},
		{"AWS", "America/New_York", overlapDay, "30 1 * * ? *", "01T05:30"},
		{"Jenkins", "America/New_York", overlapDay, "30 1 * * *", "01T05:30"},
		{"Jenkins", "America/New_York", overlapDay, "30 */2 * * *", "01T00:30 01T02:30 01T04:30 01T07:30 01T09:30 01T11:30 01T13:30 01T15:30 01T17:30 01T19:30 01T21:30 01T23:30"},
	} {
		p, err := Compile([]byte(`{"timeZone":"`+c.zone+`","windows":[{"schedule":{"cron":{"expression":"`+c.text+`","dialect":"`+c.dialect+`"}},"duration":"1m"}]}`), zones)
		if err != nil {
			t.Fatal(err)
		}
		from := moment(t, c.day)
		var got []string
		for _, w := range p.Windows(from, from.AddDate(0, 0, 1)) {
			got = append(got, w[0].Format("02T15:04"))
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s %q in %s: %s, want %s", c.dialect, c.text, c.zone, text, c.want)
		}
	}
}
