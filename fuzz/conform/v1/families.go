package v1

import (
	"fmt"
	"time"
)

// The families, by rule. A rule that can be shown by a case has one at least. Each case draws from a source of its own, so that no
// family changes another one's cases. These are those of revision 1: see revisions.
var families = []family{
	{"S01", "edges", 160, edges},
	{"S01", "fractions", 60, fractions},
	{"S02", "zones", 120, zoneStated},
	{"S02", "own", 100, zoneOfWindow},
	{"S03", "gap", 350, func(d *draw) aimed { return startAt(d, true) }},
	{"S03", "overlap", 300, func(d *draw) aimed { return startAt(d, false) }},
	{"S04", "length", 120, lengths},
	{"S04", "end", 120, endTimes},
	{"S04", "end-gap", 150, func(d *draw) aimed { return endAt(d, true) }},
	{"S04", "end-overlap", 150, func(d *draw) aimed { return endAt(d, false) }},
	{"S05", "weeks", 180, anchoredWeeks},
	{"S05", "months", 120, anchoredMonths},
	{"S06", "same", 100, anytime},
	{"S07", "dates", 200, startAndEnd},
	{"S08", "short", 250, shortMonths},
	{"S09", "index", 200, weekIndexes},
	{"S09", "offset", 200, offsetDays},
	{"S10", "fields", 250, cronFields},
	{"S10", "days", 250, cronDays},
	{"S10", "dialects", 300, cronDialects},
	{"S10", "clock", 250, cronClock},
	{"S10", "years", 60, cronYears},
	{"S10", "hash", 80, cronHash},
	{"S11", "chains", 200, chains},
	{"S12", "dates", 150, blackoutDates},
	{"S12", "yearly", 200, blackoutYearly},
	{"S13", "times", 200, blackoutTimes},
	{"S13", "changes", 150, blackoutAtChange},
	{"S13", "instants", 80, blackoutInstants},
	{"S14", "principle", 200, principle},
	{"S15", "levels", 200, levels},
	{"S16", "always", 60, alwaysOpen},
	{"S17", "search", 200, search},
	{"S18", "far", 40, far},
	{"S18", "leap", 30, leapDays},
	{"S20", "pinned", 80, pinned},
	{"reason", "order", 150, reasons},
	{"mixed", "all", 300, mixed},
}

// edges: spans and starts to the second, touched by probes on both sides.
func edges(d *draw) aimed {
	at := d.instantIn(1960, 2100) + int64(d.IntN(60))
	w := object{"span": object{"start": zulu(at), "end": zulu(at + int64(d.between(1, 7200)))}}
	if d.chance(2) {
		w = d.length(d.starting(at))
	}
	return aimed{policy: policy(w), at: at}
}

// fractions: a query's fraction is dropped, before 1970 too.
func fractions(d *draw) aimed {
	at := d.instantIn(1965, 1975)
	end := at + int64(d.between(1, 100))
	w := object{"span": object{"start": zulu(at), "end": zulu(end)}}
	var probes []time.Time
	for _, edge := range []int64{at, end} {
		probes = append(probes, unix(edge).Add(-time.Nanosecond), unix(edge).Add(time.Duration(d.between(1, 999_999_999))))
	}
	return aimed{policy: policy(w), at: at, probes: probes}
}

// zoneStated: offsets of every kind, names and none.
func zoneStated(d *draw) aimed {
	at := d.instantIn(1990, 2037)
	p := policy()
	local := at
	switch d.IntN(3) {
	case 0:
		minutes := pick(d, d.between(-720, 840), 15*d.between(-48, 56), -720, 840, 0)
		p["utcOffset"] = offset(minutes)
		if minutes == 0 && d.chance(2) {
			p["utcOffset"] = "-00:00"
		}
		local += int64(minutes) * 60
	default:
		zone := pick(d, append(d.zones.names, "UTC")...)
		p["timeZone"] = zone
		local = d.local(zone, at)
	}
	p["windows"] = []object{d.length(d.starting(local))}
	if d.chance(3) {
		p["notAllowedDates"] = []object{{"start": date(local + day), "end": date(local + day)}}
	}
	return aimed{policy: p, at: at}
}

// zoneOfWindow: a window's own zone replaces the policy's whole, and governs its own blackouts alone.
func zoneOfWindow(d *draw) aimed {
	at := d.instantIn(2000, 2037)
	p := policy()
	d.stated(p)
	zone := pick(d, d.zones.names...)
	local := d.local(zone, at)
	w := d.length(d.starting(local))
	w["timeZone"] = zone
	if d.chance(2) {
		w["notAllowedTime"] = []object{{"start": clock(local + 600), "end": clock(local + 1200)}}
	}
	p["windows"] = []object{w, d.length(d.starting(at))}
	if d.chance(2) && (p["timeZone"] != nil || p["utcOffset"] != nil) {
		p["notAllowedDates"] = []object{{"start": date(at), "end": date(at)}}
	}
	return aimed{policy: p, at: at}
}

// startAt: a start at, in and beside a gap or an overlap, with the options of S3.
func startAt(d *draw, gap bool) aimed {
	c := d.change(gap)
	local := d.reading(c)
	w := d.length(d.starting(local))
	d.options(w)
	return aimed{policy: in(c.zone, policy(w)), at: c.at}
}

// options adds gap and overlap to some windows.
func (d *draw) options(w object) {
	if !d.chance(3) {
		w["gap"] = pick(d, "forward", "skip", "next")
	}
	if !d.chance(3) {
		w["overlap"] = pick(d, "first", "second", "both")
	}
}

func lengths(d *draw) aimed {
	at := d.instantIn(1990, 2037)
	w := d.starting(at)
	switch d.IntN(3) {
	case 0:
		w["durationHours"] = pick(d, 1, 2, 23, 24, 25, 167, 168, 8784, d.between(1, 8784))
	case 1:
		w["duration"] = pick(d, "1s", "59s", "1m", "90m", "1.5h", "0.5m", "1h1m1s", "24h", "23h59m59s", "8784h", "1000000us", "1h0.0s", "0h30m")
	default:
		w["duration"] = seconds(d.between(1, 3*day))
	}
	w["startDate"], w["endDate"] = date(at-day), date(at+day)
	return aimed{policy: policy(w), at: at, reach: pick[int64](d, 2*day, 2*day, 10*day)}
}

// endTimes: equal, before, after and at midnight, with no change about.
func endTimes(d *draw) aimed {
	at := d.instantIn(1990, 2037)
	w := d.starting(at)
	w["endTime"] = pick(d, clock(at), "24:00", "24:00:00", "00:00", "00:00:00", clock(at+hour), clock(at-hour), clock(at+1), clock(at-1), clock(at+12*hour))
	w["startDate"], w["endDate"] = date(at-day), date(at+day)
	return aimed{policy: policy(w), at: at}
}

// endAt: an end at, in and beside a change, of a start before, in or after it.
func endAt(d *draw, gap bool) aimed {
	c := d.change(gap)
	end := d.reading(c)
	start := pick(d, end-hour, end-2*hour, end-10*60, end-12*hour, d.reading(c), d.reading(c), end+hour)
	w := d.starting(start)
	w["endTime"] = clock(end)
	d.options(w)
	return aimed{policy: in(c.zone, policy(w)), at: c.at}
}

// anchoredWeeks: every so many weeks, counted from the first occurrence or from startDate.
func anchoredWeeks(d *draw) aimed {
	at := d.instantIn(2000, 2040)
	interval := pick(d, 2, 2, 3, 4, 5, 52, d.between(2, 1000))
	schedule := object{"intervalWeeks": interval}
	if d.chance(2) {
		schedule["dayOfWeek"] = pick(d, weekdays[:]...)
	} else {
		var days []string
		for range d.between(1, 4) {
			days = append(days, pick(d, weekdays[:]...))
		}
		schedule["daysOfWeek"] = days
	}
	if d.chance(2) {
		schedule["weekStart"] = pick(d, weekdays[:]...)
	}
	start := at - int64(interval)*7*day*int64(d.between(0, 3)) + int64(d.between(-8, 8))*day
	w := window(object{"weekly": schedule}, "startTime", clock(at), "duration", "1h", "startDate", date(start))
	if d.chance(3) {
		w["anchor"] = "startDate"
	}
	return aimed{policy: policy(w), at: at, reach: int64(min(interval, 8)) * 7 * day}
}

func anchoredMonths(d *draw) aimed {
	at := d.instantIn(2000, 2040)
	interval := pick(d, 2, 2, 3, 6, 12, 5, d.between(2, 1000))
	start := at - int64(interval)*30*day*int64(d.between(0, 3)) + int64(d.between(-20, 20))*day
	kind, schedule := "absoluteMonthly", object{"intervalMonths": interval}
	if d.chance(2) {
		schedule["daysOfMonth"] = []int{d.between(1, 31), unix(at).Day(), -d.between(1, 31)}
		schedule["shortMonth"] = pick(d, "skip", "clamp")
	} else {
		kind = "relativeMonthly"
		schedule["weekIndex"], schedule["dayOfWeek"] = pick(d, "First", "Second", "Third", "Fourth", "Fifth", "Last"), pick(d, weekdays[:]...)
	}
	w := window(object{kind: schedule}, "startTime", clock(at), "durationHours", 2, "startDate", date(start))
	if d.chance(3) {
		w["anchor"] = "startDate"
	}
	return aimed{policy: policy(w), at: at, reach: int64(min(interval, 7)) * 40 * day}
}

// anytime: the answer does not depend on when it is asked. The policy is the same for ten cases, the range another each time.
func anytime(d *draw) aimed {
	i := d.i
	shared := &draw{newSource("S06", i/10), d.book, i / 10}
	a := anchoredWeeks(shared)
	if i/10%2 == 1 {
		a = anchoredMonths(shared)
	}
	a.at += int64(i%10) * 97 * day
	return a
}

// startAndEnd: dates inclusive, of written days, and windows that they do not clip.
func startAndEnd(d *draw) aimed {
	c := d.change(d.chance(2))
	local := d.reading(c)
	w := d.length(d.starting(local))
	if d.chance(4) {
		w = d.length(window(object{"relativeMonthly": object{"weekIndex": pick(d, "First", "Last"), "dayOfWeek": weekday(local), "offsetDays": d.between(-9, 9)}}, "startTime", clock(local)))
	}
	first := local + int64(d.between(-2, 1))*day
	if !d.chance(4) {
		w["startDate"] = date(first)
	}
	if !d.chance(4) {
		w["endDate"] = date(first + int64(d.between(0, 2))*day)
	}
	return aimed{policy: in(c.zone, policy(w)), at: c.at, reach: 3 * day}
}

// endOfMonth returns an instant at the turn of a month.
func endOfMonth(d *draw) int64 {
	year := pick(d, 2023, 2024, 2025, 2026, 2027, 2028, 2000, 2100, 1900, 2096)
	month := time.Month(pick(d, 2, 2, 3, d.between(1, 12)))
	return time.Date(year, month+1, 1, d.IntN(24), 15*d.IntN(4), 0, 0, time.UTC).Unix() - int64(d.between(0, 2))*day
}

func shortMonths(d *draw) aimed {
	at := endOfMonth(d)
	schedule := object{}
	number := func() int { return pick(d, 28, 29, 30, 31, -1, -2, -28, -29, -30, -31, 31, 1, d.between(1, 31)) }
	if d.chance(2) {
		schedule["dayOfMonth"] = number()
	} else {
		schedule["daysOfMonth"] = []int{number(), number(), number()}
	}
	if !d.chance(3) {
		schedule["shortMonth"] = pick(d, "skip", "clamp", "clamp")
	}
	w := window(object{"absoluteMonthly": schedule}, "startTime", clock(at), "durationHours", 3)
	if d.chance(3) {
		schedule["intervalMonths"] = d.between(2, 14)
		w["startDate"] = date(at - int64(d.between(0, 700))*day)
	}
	return aimed{policy: policy(w), at: at, reach: 70 * day}
}

func weekIndexes(d *draw) aimed {
	at := endOfMonth(d) + int64(d.between(-31, 31))*day
	schedule := object{"weekIndex": pick(d, "First", "Second", "Third", "Fourth", "Fifth", "Last"), "dayOfWeek": pick(d, weekdays[:]...)}
	w := window(object{"relativeMonthly": schedule}, "startTime", clock(at), "durationHours", 5)
	if d.chance(3) {
		schedule["intervalMonths"] = d.between(2, 14)
		w["startDate"] = date(at - int64(d.between(0, 700))*day)
	}
	return aimed{policy: policy(w), at: at, reach: 70 * day}
}

func offsetDays(d *draw) aimed {
	a := weekIndexes(d)
	w := a.policy["windows"].([]object)[0]
	schedule := w["schedule"].(object)["relativeMonthly"].(object)
	schedule["offsetDays"] = pick(d, 1, -1, 3, -3, 7, -7, 31, -31, d.between(-31, 31))
	if d.chance(2) {
		w["startDate"] = date(a.at + int64(d.between(-3, 3))*day)
		if d.chance(2) {
			w["anchor"] = "startDate"
			schedule["intervalMonths"] = d.between(1, 4)
		}
	}
	return a
}

// far: searches over decades, and those that find nothing.
func far(d *draw) aimed {
	at := time.Date(d.between(1990, 2040), 6, 15, 12, 0, 0, 0, time.UTC).Unix()
	w := d.length(d.starting(at))
	w["startDate"], w["endDate"] = date(at), date(at+2*day)
	switch d.IntN(3) {
	case 0: // once, and never again
	case 1: // again after decades
		years := pick(d, 5, 30, 90, 98, 102, 150)
		other := d.length(d.starting(at))
		other["startDate"], other["endDate"] = fmt.Sprintf("%d-03-01", unix(at).Year()+years), fmt.Sprintf("%d-03-02", unix(at).Year()+years)
		return aimed{policy: policy(w, other), at: at, reach: 4 * day}
	default: // always, but for a blackout
		return aimed{policy: object{"windows": []object{{"always": true}}, "notAllowedDates": []object{{"start": date(at), "end": date(at + day)}}}, at: at}
	}
	return aimed{policy: policy(w), at: at, reach: 4 * day}
}

// leapDays: those that come every four, eight, twelve, 28 or 40 years.
func leapDays(d *draw) aimed {
	year := pick(d, 1996, 2020, 2024, 2072, 2096, 2104)
	at := time.Date(year, 2, 29, 12, 0, 0, 0, time.UTC).Unix()
	w := pick(d,
		window(object{"cron": "0 12 29 2 *"}, "duration", "2h"),
		window(object{"cron": "0 12 29 2 +" + []string{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"}[unix(at).Weekday()]}, "duration", "2h"),
		window(object{"absoluteMonthly": object{"dayOfMonth": 29, "intervalMonths": 12}}, "startTime", "12:00", "duration", "2h", "startDate", date(at-4*366*day), "anchor", "startDate"),
		window(object{"absoluteMonthly": object{"dayOfMonth": 29, "intervalMonths": 12}}, "startTime", "12:00", "duration", "2h", "startDate", fmt.Sprintf("%d-02-01", year-4), "anchor", "startDate"),
		window(object{"relativeMonthly": object{"weekIndex": "Fifth", "dayOfWeek": weekday(at), "intervalMonths": 12}}, "startTime", "12:00", "duration", "2h", "startDate", date(at)),
	)
	return aimed{policy: policy(w), at: at, reach: 6 * day}
}

// pinned: zones whose rules have changed of late, so that another tz database may say otherwise.
func pinned(d *draw) aimed {
	zone := pick(d, "America/Asuncion", "America/Nuuk", "America/Scoresbysund", "Asia/Almaty", "Asia/Gaza", "Africa/Casablanca", "Africa/Cairo", "Antarctica/Vostok",
		"Antarctica/Casey", "Asia/Amman", "Asia/Damascus", "America/Mexico_City", "Pacific/Fiji", "Africa/Juba", "Europe/Volgograd", "Asia/Tehran")
	at := d.instantIn(2019, 2036)
	local := d.local(zone, at)
	w := d.length(d.starting(local))
	return aimed{policy: in(zone, policy(w)), at: at}
}
