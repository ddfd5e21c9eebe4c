package gen

import (
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
	"pgregory.net/rapid"
)

// Instants returns a generator of instants at which something is the matter in a zone: at a change of its offset, half of the
// time, or at midnight of the last or first day of a month, of a leap day, of New Year, of any day; and some anywhere.
func Instants(z tz.Zone) *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		y := year(t)
		var sec int64
		switch weighted(t, 8, 4, 2, 2) {
		case 0:
			sec = z.Resolve(localMidnight(y, time.Month(1+below(t, 12)), 1)).First
			const early, late = 157_766_400, 3_976_214_400 // 1975 and 2096
			if s := z.Stretch(sec); s.To < max(late, sec+400*tz.SecondsPerDay) {
				sec = s.To
			} else if s.From > early {
				sec = s.From
			}
		case 1:
			sec = z.Resolve(localMidnight(y, time.Month(1+below(t, 12)), pick(t, 1, 29, 30, 31, 0))).First
		case 2:
			md := pick(t, [2]int{1, 1}, [2]int{2, 29}, [2]int{3, 1}, [2]int{12, 31})
			sec = z.Resolve(localMidnight(y, time.Month(md[0]), md[1])).First
		default:
			sec = z.Resolve(localMidnight(y, 1, 1)).First + int64(below(t, 366*tz.SecondsPerDay))
		}
		return time.Unix(sec, 0).UTC()
	})
}

// year draws a year: mostly one of 1975 to 2095, close to 2025 for choice.
func year(t *rapid.T) int {
	switch weighted(t, 10, 20, 1, 1) {
	case 0:
		return 2025 + near(t, 15)
	case 1:
		return 1975 + below(t, 121)
	case 2:
		return pick(t, 2099, 2100, 2101, 1970, 1969, 1900, 2400)
	}
	return 3 + below(t, 9994)
}

// localMidnight returns the local seconds at which a date begins; days beyond a month carry over.
func localMidnight(year int, month time.Month, day int) int64 {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()
}

// Probes returns a generator of instants at which a calendar is worth asking: the edges of its open periods within a month
// around an instant, a second beside them, and any instant of that time; some have a fraction of a second.
func Probes(cal *calendar.Calendar, around time.Time) *rapid.Generator[time.Time] {
	const month = 30 * 24 * time.Hour
	var edges []time.Time
	for w := range cal.Windows(around.Add(-month), around.Add(month)) {
		if start, ok := w.Start(); ok {
			edges = append(edges, start)
		}
		if end, ok := w.End(); ok {
			edges = append(edges, end)
		}
		if len(edges) > 1000 {
			break
		}
	}
	edges = append(edges, around)
	return rapid.Custom(func(t *rapid.T) time.Time {
		at := around.Truncate(time.Second)
		if weighted(t, 3, 1) == 0 {
			at = pick(t, edges...).Add(time.Duration(pick(t, 0, -1, 1)) * time.Second)
		} else {
			at = at.Add(time.Duration(near(t, int(month/time.Second))) * time.Second)
		}
		if chance(t, 8) {
			at = at.Add(time.Duration(upTo(t, 999_999_999)))
		}
		return at
	})
}
