package v1

import (
	"fmt"
	"time"
)

// pick draws one of list.
func pick[T any](d *draw, list ...T) T { return list[d.IntN(len(list))] }

// chance is true once in n times.
func (d *draw) chance(n int) bool { return d.IntN(n) == 0 }

// between draws a number from low to high.
func (d *draw) between(low, high int) int { return low + d.IntN(high-low+1) }

// change draws a change of offset: a gap or an overlap, and every zone as often as another.
func (d *draw) change(gap bool) change {
	for {
		zone := pick(d, d.zones.names...)
		var of []change
		for _, c := range d.changes {
			if c.zone == zone && c.gap() == gap {
				of = append(of, c)
			}
		}
		if len(of) > 0 {
			return pick(d, of...)
		}
	}
}

// reading draws a local reading that a change skips or repeats, its edges above all.
func (d *draw) reading(c change) int64 {
	from, to := c.readings()
	inside := from + d.Int64N(to-from)
	return pick(d, from, from+1, to-1, to, from-1, (from+to)/2, (from+to)/2, inside-inside%60, inside-inside%1800)
}

// weekdays by number, from Sunday.
var weekdays = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// The forms of the document, of seconds of a local reading.

func date(local int64) string   { return unix(local).Format(time.DateOnly) }
func monthDay(l int64) string   { return unix(l).Format("01-02") }
func weekday(l int64) string    { return weekdays[unix(l).Weekday()] }
func zulu(instant int64) string { return unix(instant).Format(time.RFC3339) }

func clock(local int64) string {
	if local%60 == 0 {
		return unix(local).Format("15:04")
	}
	return unix(local).Format("15:04:05")
}

func seconds(n int) string { return (time.Duration(n) * time.Second).String() }

func offset(minutes int) string {
	sign := '+'
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	return fmt.Sprintf("%c%02d:%02d", sign, minutes/60, minutes%60)
}

// local returns what the clock of a zone reads; a zone unknown is UTC.
func (d *draw) local(zone string, at int64) int64 {
	z := d.zones.zones[zone]
	if z == nil {
		z = time.UTC
	}
	_, offset := unix(at).In(z).Zone()
	return at + int64(offset)
}

// instantIn draws an instant of some years.
func (d *draw) instantIn(from, to int) int64 {
	a, b := time.Date(from, 1, 1, 0, 0, 0, 0, time.UTC).Unix(), time.Date(to, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	return a + d.Int64N(b-a)/60*60
}

// stated returns a zone as documents state it, and its name, empty for a fixed offset.
func (d *draw) stated(o object) string {
	switch d.IntN(8) {
	case 0:
		return ""
	case 1:
		o["utcOffset"] = offset(15 * d.between(-48, 56))
		return ""
	}
	name := pick(d, d.zones.names...)
	o["timeZone"] = name
	return name
}

// window returns a window with these keys, and more.
func window(schedule object, keys ...any) object {
	w := object{"schedule": schedule}
	for i := 0; i < len(keys); i += 2 {
		w[keys[i].(string)] = keys[i+1]
	}
	return w
}

// policy returns one of some windows.
func policy(windows ...object) object { return object{"windows": windows} }

// in states the zone of a policy.
func in(zone string, p object) object {
	p["timeZone"] = zone
	return p
}

// length adds a length of a window, by one key or another.
func (d *draw) length(w object) object {
	switch d.IntN(3) {
	case 0:
		w["durationHours"] = d.between(1, 30)
	default:
		w["duration"] = seconds(pick(d, 60, 600, hour, 90*60, 4*hour, 1, 59, 24*hour))
	}
	return w
}

// daily, weekly and cron are schedules that start at a local reading; each brings its startTime, if it has one.
func (d *draw) starting(local int64) object {
	t := unix(local)
	switch d.IntN(6) {
	case 0:
		return window(object{"weekly": object{"dayOfWeek": weekday(local)}}, "startTime", clock(local))
	case 1:
		return window(object{"absoluteMonthly": object{"dayOfMonth": t.Day()}}, "startTime", clock(local))
	case 2:
		if local%60 == 0 {
			return window(object{"cron": fmt.Sprintf("%d %d * * *", t.Minute(), t.Hour())})
		}
		return window(object{"cron": fmt.Sprintf("%d %d %d * * *", t.Second(), t.Minute(), t.Hour())})
	}
	return window(object{"daily": object{}}, "startTime", clock(local))
}
