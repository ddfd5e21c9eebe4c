package v1

import (
	"time"
)

// The families of minDuration and cutoff, which came with revision 2. No rule of S1 to S20 has them alone: they have their names.
var durationFamilies = []family{
	{"minDuration", "length", 30, shortWindows},
	{"minDuration", "change", 40, shortAtChange},
	{"minDuration", "pieces", 60, shortPieces},
	{"minDuration", "merged", 50, shortMerged},
	{"minDuration", "reason", 60, shortReasons},
	{"minDuration", "never", 10, alwaysTooShort},
	{"cutoff", "same", 60, withCutoff},
}

// shortest returns a minDuration next to a length in seconds: one that is just reached, or that is missed by a second, above all.
func (d *draw) shortest(length int64) string {
	return seconds(int(max(1, pick(d, length, length, length+1, length+1, length-1, length+hour))))
}

// shortWindows: a window that is as long, a second longer, or shorter; what is cut by the range counts whole.
func shortWindows(d *draw) aimed {
	at := d.instantIn(1965, 2100)
	n := int64(d.between(1, 20)) * pick[int64](d, 1, 60, hour)
	w := window(object{"weekly": object{"dayOfWeek": weekday(at)}}, "startTime", clock(at), "duration", seconds(int(n)))
	p := policy(w)
	p["minDuration"] = d.shortest(n)
	return aimed{policy: p, at: at, reach: pick(d, max(1, n/2), 2*day), probes: []time.Time{unix(at - 1), unix(at), unix(at + n - 1), unix(at + n)}}
}

// shortAtChange: time is elapsed time, so that a change makes a window by the clock longer or shorter.
func shortAtChange(d *draw) aimed {
	c := d.change(d.chance(2))
	from, to := c.readings()
	start, end := from-hour, to+hour
	w := window(object{"daily": object{}}, "startTime", clock(start), "endTime", clock(end))
	p := in(c.zone, policy(w))
	p["minDuration"] = d.shortest((end-start)%day + pick(d, 0, c.before-c.after))
	return aimed{policy: p, at: c.at}
}

// shortPieces: what blackouts leave of a window is measured, piece by piece, whether they are the window's own or the policy's.
func shortPieces(d *draw) aimed {
	at := d.instantIn(2000, 2037)
	n := int64(d.between(2, 12)) * hour
	w := window(object{"daily": object{}}, "startTime", clock(at), "duration", seconds(int(n)))
	cut := at + n*int64(d.between(1, 5))/6
	length := pick[int64](d, 1, 60, 20*60)
	p := policy(w)
	to := pick(d, p, w)
	switch d.IntN(3) {
	case 0:
		to["notAllowedTime"] = []object{{"start": clock(cut), "end": clock(cut + length)}}
	case 1:
		to["notAllowedTime"] = []object{{"start": clock(cut), "end": clock(cut + length)}, {"start": zulu(at + n - 120), "end": zulu(at + n)}}
	default:
		// The day ends within the window, for most starts.
		on := at + pick[int64](d, 0, day)
		to["notAllowedDates"] = []object{{"start": date(on), "end": date(on)}}
		cut, length = on-on%day, 0
	}
	p["minDuration"] = d.shortest(pick(d, cut-at, at+n-cut-length, n))
	return aimed{policy: p, at: at, probes: []time.Time{unix(cut - 1), unix(cut + length), unix(at + n - 1)}}
}

// shortMerged: windows that overlap or touch are measured together, those a second apart are not; nor are the halves of one that a
// blackout parts.
func shortMerged(d *draw) aimed {
	at := d.instantIn(2000, 2037)
	w := func(start, length int64) object {
		return window(object{"daily": object{}}, "startTime", clock(start), "duration", seconds(int(length)))
	}
	n := int64(d.between(1, 5)) * hour
	apart := pick[int64](d, 0, 0, 0, -1, 1, -hour/2, 60)
	next := at + n + apart
	p := policy(w(at, n), w(next, n))
	switch d.IntN(8) {
	case 0:
		p["windows"] = append(p["windows"].([]object), object{"span": object{"start": zulu(at - 1), "end": zulu(at)}}) // one second longer, once
	case 1:
		p["notAllowedTime"] = []object{{"start": clock(at + n - 1), "end": clock(at + n)}}
	case 2:
		p["windows"].([]object)[1]["notAllowedTime"] = []object{{"start": clock(next), "end": clock(next + 1)}}
	}
	p["minDuration"] = d.shortest(pick(d, 2*n+apart, 2*n, n))
	return aimed{policy: p, at: at, probes: []time.Time{unix(at), unix(at + n), unix(next + n - 1)}}
}

// shortReasons: a blackout comes before TooShort where a window would hold the instant but for it, another window's own as well. Other
// windows that are over, or to come, do not matter.
func shortReasons(d *draw) aimed {
	zone := pick(d, d.zones.names...)
	at := d.instantIn(2000, 2037)
	local := d.local(zone, at)
	short := window(object{"daily": object{}}, "startTime", clock(local), "duration", "1h")
	windows := []object{short}
	switch d.IntN(5) {
	case 0: // the other one's own blackout, which leaves too little, too
		other := window(object{"daily": object{}}, "startTime", clock(local-hour/2), "duration", "2h")
		other["notAllowedTime"] = []object{{"start": clock(local - hour/2), "end": clock(local + pick[int64](d, hour/2, hour, 80*60))}}
		windows = append(windows, other)
	case 1: // the same, but its blackouts leave nothing
		other := window(object{"daily": object{}}, "startTime", clock(local-hour/2), "duration", "2h")
		other["notAllowedDates"] = []object{{"start": "01-01", "end": "12-31"}}
		windows = append(windows, other)
	case 2: // over, or to come
		other := d.length(d.starting(local))
		other[pick(d, "startDate", "endDate")] = date(local + pick[int64](d, -5, 5)*day)
		windows = append(windows, other)
		short[pick(d, "startDate", "endDate")] = date(local)
	case 3: // long enough, on some days
		windows = append(windows, window(object{"weekly": object{"dayOfWeek": weekday(local)}}, "startTime", clock(local+hour), "duration", "2h"))
	}
	p := in(zone, policy(windows...))
	if d.chance(3) {
		p["notAllowedTime"] = []object{{"start": clock(local + hour/3), "end": clock(local + hour/2)}}
	}
	p["minDuration"] = pick(d, "1h1s", "2h", "90m", "1h")
	return aimed{policy: p, at: at, probes: []time.Time{unix(at), unix(at + hour/3), unix(at + hour/2), unix(at + hour)}}
}

// alwaysTooShort: nothing is long enough, as far as one can look, or nothing but one span.
func alwaysTooShort(d *draw) aimed {
	at := d.instantIn(2000, 2037)
	p := policy(window(object{"weekly": object{"dayOfWeek": weekday(at)}}, "startTime", clock(at), "duration", "59m59s"))
	if d.chance(2) {
		long := at + pick[int64](d, -1, 1)*700*day
		p["windows"] = append(p["windows"].([]object), object{"span": object{"start": zulu(long - 1), "end": zulu(long + hour)}})
	}
	p["minDuration"] = "1h"
	return aimed{policy: p, at: at, probes: []time.Time{unix(at - 1), unix(at), unix(at + hour - 1)}}
}

// withCutoff: every policy stands twice, without cutoffs and then with them, in the same range: the answers are the same.
func withCutoff(d *draw) aimed {
	shared := &draw{newSource("cutoff-same", d.i/2), d.book, d.i / 2}
	a := pick(shared, chains, levels, shortMerged, shortPieces, shortReasons, principle)(shared)
	if a.probes == nil {
		a.probes = []time.Time{unix(a.at - 1), unix(a.at), unix(a.at + hour)}
	}
	if d.i%2 == 1 {
		for i, w := range a.policy["windows"].([]object) {
			if i == 0 || d.chance(2) {
				w["cutoff"] = pick(d, "1s", "30m", "1h", "4h", "8784h", "1.5h", seconds(d.between(1, day)))
			}
		}
	}
	return a
}

// durationRefusals are those of minDuration and cutoff, which are durations as that of a window is.
var durationRefusals = list(
	each("minDuration", "OutOfRange", "minDuration", `{"minDuration":%q,"windows":[]}`, "0s", "0", "-1h", "1.5s", "500ms", "1ns", "8784h0m1s", "8785h"),
	each("minDuration", "Invalid", "minDuration", `{"minDuration":%q,"windows":[]}`, "1", "1 h", "1d", "P1D", "PT1H", "h", "1h ", "an hour", "1:00", "9999999h"),
	bad("minDuration", "Empty", "minDuration", `{"minDuration":"","windows":[]}`),
	each("minDuration", "WrongType", "minDuration", `{"minDuration":%s,"windows":[]}`, "3600", "true", `["1h"]`, `{"duration":"1h"}`),
	bad("minDuration", "DuplicateKey", "minDuration", `{"minDuration":"1h","minDuration":"1h","windows":[]}`),
	bad("minDuration", "UnknownKey", "minduration", `{"minduration":"1h","windows":[]}`),
	bad("minDuration", "UnknownKey", "windows[0].minDuration", entry(daily+`,"minDuration":"1h"`)),
	each("cutoff", "OutOfRange", "windows[0].cutoff", entry(daily+`,"cutoff":%q`), "0s", "0", "-1h", "1.5s", "500ms", "1ns", "8784h0m1s", "8785h"),
	each("cutoff", "Invalid", "windows[0].cutoff", entry(daily+`,"cutoff":%q`), "1", "1 h", "1d", "P1D", "PT1H", "h", "1h ", "an hour", "1:00", "9999999h"),
	bad("cutoff", "Empty", "windows[0].cutoff", entry(daily+`,"cutoff":""`)),
	each("cutoff", "WrongType", "windows[0].cutoff", entry(daily+`,"cutoff":%s`), "3600", "true", `["1h"]`, `{"duration":"1h"}`),
	bad("cutoff", "Invalid", "windows[1].cutoff", `{"windows":[{"always":true,"cutoff":"1h"},{"always":true,"cutoff":"soon"}]}`),
	bad("cutoff", "OutOfRange", "windows[0].cutoff", entry(`"span":{"start":"2026-01-01T00:00:00Z","end":"2026-01-02T00:00:00Z"},"cutoff":"0s"`)),
	bad("cutoff", "DuplicateKey", "windows[0].cutoff", entry(daily+`,"cutoff":"1h","cutoff":"1h"`)),
	bad("cutoff", "UnknownKey", "cutoff", `{"cutoff":"1h","windows":[]}`),
	bad("cutoff", "UnknownKey", "windows[0].cutOff", entry(daily+`,"cutOff":"1h"`)),
)
