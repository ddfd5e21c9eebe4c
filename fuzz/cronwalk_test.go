package fuzz_test

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A cronWalk is a second evaluator of cron expressions, to hold the first against. It imports nothing of this module: it
// takes expressions apart with package strings, tries values, days and minutes one by one, and asks package time what day
// and what time it is. It reads valid expressions only, and has no notion of what is an error.
type cronWalk struct {
	dialect string

	second, minute, hour, month [60]bool
	year                        func(int) bool
	day                         func(time.Time) bool // of a date, at 00:00 UTC
	realClock                   bool
	gap                         string // forward, skip or next
	overlap                     string // first, second or both
}

func walkCron(dialect, key, text string) *cronWalk {
	w := &cronWalk{dialect: dialect, gap: "forward", overlap: "first", year: func(int) bool { return true }}
	text = strings.TrimSpace(text)
	if inner, ok := strings.CutPrefix(text, "cron("); ok {
		text = strings.TrimSpace(strings.TrimSuffix(inner, ")"))
	}
	if zone, rest, ok := strings.Cut(text, " "); ok && strings.Contains(zone, "TZ=") {
		text = strings.TrimSpace(rest)
	}
	if text[0] == '@' {
		macros := map[string]string{"@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
			"@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@reboot": "0 0 31 2 *"}
		if dialect == "Jenkins" {
			macros = map[string]string{"@hourly": "H * * * *", "@daily": "H H * * *", "@midnight": "H H(0-2) * * *", "@weekly": "H H * * H",
				"@monthly": "H H H * *", "@yearly": "H H H H *", "@annually": "H H H H *"}
		}
		text = macros[strings.ToLower(text)]
	}
	f := strings.Fields(strings.ToUpper(text))
	second, year := "0", "*"
	switch {
	case dialect == "AWS":
		year, f = f[5], f[:5]
	case len(f) == 6:
		second, f = f[0], f[1:]
	case len(f) == 7:
		second, year, f = f[0], f[6], f[1:6]
	}
	minute, hour, dom, month, dow := f[0], f[1], f[2], f[3], f[4]

	draw := func(field int, text string, lo, hi int) string {
		h := fnv.New64a()
		h.Write(append([]byte(key), byte(field)))
		n := h.Sum64()
		for _, c := range []uint64{0xff51afd7ed558ccd, 0xc4ceb9fe1a85ec53} {
			n ^= n >> 33
			n *= c
		}
		n ^= n >> 33
		var items []string
		for item := range strings.SplitSeq(text, ",") {
			if !strings.HasPrefix(item, "H") {
				items = append(items, item)
				continue
			}
			a, b := lo, hi
			rest, step, stepped := strings.Cut(item[1:], "/")
			if rest != "" {
				fmt.Sscanf(rest, "(%d-%d)", &a, &b)
			}
			size := uint64(b - a + 1)
			if !stepped {
				items = append(items, strconv.Itoa(a+int(n%size)))
				continue
			}
			every, _ := strconv.Atoi(step)
			items = append(items, fmt.Sprintf("%d-%d/%d", a+int(n%min(size, uint64(every))), b, every))
		}
		return strings.Join(items, ",")
	}
	if dialect == "Jenkins" {
		minute, hour, dom, month, dow = draw(0, minute, 0, 59), draw(1, hour, 0, 23), draw(2, dom, 1, 28), draw(3, month, 1, 12), draw(4, dow, 0, 6)
	}

	for v := range 60 {
		w.second[v] = holds(second, v, 0, 59, 60, "")
		w.minute[v] = holds(minute, v, 0, 59, 60, "")
		w.hour[v] = holds(hour, v, 0, 23, 24, "")
		w.month[v] = holds(month, v, 1, 12, 12, "?JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC")
	}
	if !slices.Contains(strings.Split(year, ","), "*") {
		w.year = func(y int) bool { return holds(year, y, 1970, 2199, 0, "") }
	}
	w.days(dom, dow)

	switch dialect {
	case "OCPS", "AWS":
		w.gap = "skip"
	case "Kubernetes":
		w.gap, w.overlap = "skip", "both"
	case "Vixie":
		w.gap = "next"
		w.realClock = minute[0] == '*' || hour[0] == '*'
	case "Quartz":
		w.gap, w.overlap = "skip", "second"
	default:
		w.realClock = hour[0] == '*'
	}
	if w.realClock {
		w.gap, w.overlap = "skip", "both"
	}
	return w
}

// days makes day of the two fields of days.
func (w *cronWalk) days(dom, dow string) {
	both := strings.HasPrefix(dow, "+")
	dow = strings.TrimPrefix(dow, "+")
	sunday := 0
	if w.dialect == "Quartz" || w.dialect == "AWS" {
		sunday = 1
	}
	names := strings.Repeat("?", sunday) + "SUNMONTUEWEDTHUFRISAT"
	open := func(field string) bool { // it leaves the decision to the other
		switch w.dialect {
		case "Vixie":
			return field[0] == '*'
		case "Kubernetes":
			return slices.ContainsFunc(strings.Split(field, ","), func(item string) bool {
				return item == "*" || item == "?" || item == "*/1" || item == "?/1"
			})
		}
		return field == "*" || field == "?"
	}
	either := !open(dom) && !open(dow) && !both
	if w.dialect == "Quartz" || w.dialect == "AWS" || w.dialect == "Jenkins" {
		either = false
	}
	// Of each item whether it says a day by number alone is decided once.
	var doms [32]bool
	var dows [7]bool
	var domLetters, dowLetters []string
	for item := range strings.SplitSeq(dom, ",") {
		if strings.ContainsAny(item, "LW") {
			domLetters = append(domLetters, item)
			continue
		}
		for d := range doms {
			doms[d] = doms[d] || holds(item, d, 1, 31, 0, "")
		}
	}
	for item := range strings.SplitSeq(dow, ",") {
		last, isLast := strings.CutSuffix(item, "L")
		if strings.Contains(item, "#") || isLast {
			dowLetters = append(dowLetters, item)
			if last == "" {
				dows[6] = true
			}
			continue
		}
		for d := range dows {
			dows[d] = dows[d] || holds(item, d+sunday, sunday, sunday+6, 7, names)
		}
	}
	w.day = func(date time.Time) bool {
		if !w.year(date.Year()) || !w.month[date.Month()] {
			return false
		}
		last := date.AddDate(0, 1, -date.Day()) // the last of the month
		onDom := doms[date.Day()]
		for _, item := range domLetters {
			var n int
			switch {
			case item == "L":
				onDom = onDom || date.Equal(last)
			case item == "LW":
				onDom = onDom || date.Equal(work(last))
			case strings.HasPrefix(item, "L-"):
				n, _ = strconv.Atoi(item[2:])
				onDom = onDom || date.AddDate(0, 0, n).Equal(last)
			default:
				n, _ = strconv.Atoi(strings.TrimSuffix(item, "W"))
				onDom = onDom || n <= last.Day() && date.Equal(work(date.AddDate(0, 0, n-date.Day())))
			}
		}
		onDow := dows[date.Weekday()]
		for _, item := range dowLetters {
			name, place, hash := strings.Cut(item, "#")
			if !hash {
				name, place = item[:len(item)-1], "L"
			}
			if name == "" || int(date.Weekday()) != (value(name, names)-sunday)%7 {
				continue
			}
			if place == "L" {
				onDow = onDow || date.AddDate(0, 0, 7).Month() != date.Month()
			} else {
				onDow = onDow || strconv.Itoa((date.Day()+6)/7) == place
			}
		}
		if either {
			return onDom || onDow
		}
		return onDom && onDow
	}
}

// work returns the day of the month from Monday to Friday that is nearest to a day.
func work(date time.Time) time.Time {
	for _, n := range []int{0, -1, 1, -2, 2} {
		d := date.AddDate(0, 0, n)
		if d.Month() == date.Month() && d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
			return d
		}
	}
	panic("no day to work")
}

// value reads a number, or a name by its place among names: after "?", the first is 1.
func value(text, names string) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	offset := strings.Count(names, "?")
	return strings.Index(names[offset:], text)/3 + offset
}

// holds reports whether a list says v. The values of the field are lo to hi; cycle is how many there are where 22-2 is possible.
func holds(text string, v, lo, hi, cycle int, names string) bool {
	for item := range strings.SplitSeq(text, ",") {
		base, stepText, stepped := strings.Cut(item, "/")
		step := 1
		if stepped {
			step, _ = strconv.Atoi(stepText)
			if step == 0 { // too large for an int
				step = 1 << 20
			}
		}
		from, to := lo, hi
		if base != "*" && base != "?" {
			a, b, ranged := strings.Cut(base, "-")
			from = value(a, names)
			switch {
			case ranged:
				if to = value(b, names); to < from {
					to += cycle
				}
			case stepped:
				to = max(hi, from)
			default:
				to = from
			}
		}
		// Start at from, and step as long as to is not passed.
		for at := from; at <= to; at += step {
			if at == v || cycle > 0 && at > hi && at-cycle == v {
				return true
			}
		}
	}
	return false
}

// probe is how far apart, in seconds, a zone is asked for its offset. No two changes come within it.
const probe = 30 * 60

// offset asks package time.
func offset(loc *time.Location, sec int64) int64 {
	_, off := time.Unix(sec, 0).In(loc).Zone()
	return int64(off)
}

// offsetsAround returns the offsets that a zone has within 27 hours of a local time, and keeps them.
func offsetsAround(loc *time.Location, local int64) []int64 {
	type place struct {
		loc  *time.Location
		hour int64
	}
	key := place{loc, local / 3600}
	if known, ok := knownOffsets.Load(key); ok {
		return known.([]int64)
	}
	var offsets []int64
	for t := key.hour*3600 - 27*3600; t <= key.hour*3600+27*3600; t += probe {
		if off := offset(loc, t); !slices.Contains(offsets, off) {
			offsets = append(offsets, off)
		}
	}
	knownOffsets.Store(key, offsets)
	return offsets
}

var knownOffsets sync.Map

// instants returns when a written time comes, by the rules of the expression.
func (w *cronWalk) instants(loc *time.Location, local int64) []int64 {
	offsets := offsetsAround(loc, local)
	var readings []int64
	for _, off := range offsets {
		if t := local - off; offset(loc, t) == off {
			readings = append(readings, t)
		}
	}
	slices.Sort(readings)
	switch {
	case len(readings) > 1 && w.overlap == "first":
		return readings[:1]
	case len(readings) > 1 && w.overlap == "second":
		return readings[1:]
	case len(readings) > 0 || w.gap == "skip":
		return readings
	}
	// In a gap: the change is between the last instant that reads before local and the first that reads after.
	before := local - 26*3600
	for before+probe+offset(loc, before+probe) < local {
		before += probe
	}
	after := before + probe
	for after-before > 1 {
		if mid := (before + after) / 2; mid+offset(loc, mid) < local {
			before = mid
		} else {
			after = mid
		}
	}
	length := offset(loc, after) - offset(loc, before)
	switch {
	case w.dialect == "Vixie" && length > 3*3600:
		return nil
	case w.gap == "next":
		return []int64{after}
	}
	return []int64{local - offset(loc, before)}
}

// between returns the occurrences of [from, to), in order, each once.
func (w *cronWalk) between(loc *time.Location, from, to int64) []int64 {
	var all []int64
	for date := time.Unix(from, 0).UTC().Truncate(24*time.Hour).AddDate(0, 0, -3); date.Unix() < to+3*86400; date = date.AddDate(0, 0, 1) {
		if !w.day(date) {
			continue
		}
		for h := range 24 {
			if hour := date.Unix() + int64(h)*3600; !w.hour[h] || hour < from-27*3600 || hour > to+27*3600 {
				continue // a zone is no more than 26 hours off
			}
			for m := range 60 {
				for s := range 60 {
					if !w.minute[m] || !w.second[s] {
						continue
					}
					for _, t := range w.instants(loc, date.Unix()+int64(h*3600+m*60+s)) {
						if from <= t && t < to {
							all = append(all, t)
						}
					}
				}
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// next returns the first n occurrences after an instant, as far as they come within some years.
func (w *cronWalk) next(loc *time.Location, from int64, n, years int) (all []int64) {
	end, chunk := from+int64(years)*366*86400, int64(3600)
	for at := from + 1; at < end && len(all) < n; {
		all = append(all, w.between(loc, at, at+chunk)...)
		at += chunk
		chunk = min(4*chunk, 64*86400)
	}
	return all[:min(n, len(all))]
}

// prev returns the last n occurrences before an instant, the latest first.
func (w *cronWalk) prev(loc *time.Location, from int64, n, years int) (all []int64) {
	end, chunk := from-int64(years)*366*86400, int64(3600)
	for at := from; at > end && len(all) < n; {
		some := w.between(loc, at-chunk, at)
		slices.Reverse(some)
		all = append(all, some...)
		at -= chunk
		chunk = min(4*chunk, 64*86400)
	}
	return all[:min(n, len(all))]
}

// never tries every day of 400 years, or every listed year.
func (w *cronWalk) never() bool {
	for date := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC); date.Year() < 2300; date = date.AddDate(0, 0, 1) {
		if w.day(date) {
			return false
		}
	}
	return true
}
