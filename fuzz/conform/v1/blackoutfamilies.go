package v1

// often is a policy with windows that blackouts can be seen to cut: always open, or most of the day.
func (d *draw) often(zone string, at int64) object {
	w := object{"always": true}
	if d.chance(2) {
		local := d.local(zone, at)
		w = window(object{"daily": object{}}, "startTime", clock(local-local%hour-pick[int64](d, 0, hour, 3*hour)), "durationHours", d.between(2, 20))
	}
	return in(zone, policy(w))
}

// blackoutDates: fixed dates, both inclusive, overlapping and touching, in every zone.
func blackoutDates(d *draw) aimed {
	c := d.change(d.chance(2))
	first := d.local(c.zone, c.at) + int64(d.between(-1, 1))*day
	p := d.often(c.zone, c.at)
	list := []object{{"start": date(first), "end": date(first + int64(d.between(0, 2))*day)}}
	if d.chance(3) {
		list = append(list, object{"start": date(first + 2*day), "end": date(first + 3*day), "name": "touches"})
	}
	p["notAllowedDates"] = list
	return aimed{policy: p, at: c.at, reach: 4 * day}
}

// blackoutYearly: days of every year, over New Year and around 29 February.
func blackoutYearly(d *draw) aimed {
	zone := pick(d, d.zones.names...)
	at := endOfMonth(d)
	if d.chance(3) {
		at = d.instantIn(1999, 2031)/(365*day)*(365*day) + int64(d.between(-5, 5))*day
	}
	local := d.local(zone, at)
	span := pick(d, object{"start": "02-29", "end": "02-29"}, object{"start": "02-29", "end": "03-05"}, object{"start": "02-20", "end": "02-29"}, object{"start": "12-20", "end": "01-05"},
		object{"start": "12-31", "end": "01-01"}, object{"start": "01-01", "end": "12-31"}, object{"start": "03-01", "end": "02-28"}, object{"start": "03-01", "end": "02-29"},
		object{"start": monthDay(local), "end": monthDay(local)}, object{"start": monthDay(local + day), "end": monthDay(local - day)}, object{"start": monthDay(local - day), "end": monthDay(local)})
	p := d.often(zone, at)
	p["notAllowedDates"] = []object{span}
	return aimed{policy: p, at: at, reach: pick[int64](d, 4*day, 10*day)}
}

// blackoutTime draws an entry of notAllowedTime about a local reading.
func (d *draw) blackoutTime(local int64) object {
	start := local + pick[int64](d, 0, -hour, -30*60, -60, -5*hour, 1)
	o := object{"start": clock(start), "end": clock(start + pick[int64](d, 60, 30*60, hour, 90*60, 10*hour, 23*hour, 1))}
	if d.chance(5) {
		o["end"] = "24:00"
	}
	if d.chance(2) {
		days := []string{weekday(local)}
		if d.chance(2) {
			days = append(days, weekday(local-day))
		}
		o["daysOfWeek"] = days
	}
	return o
}

// blackoutTimes: times of day, over midnight and on certain days.
func blackoutTimes(d *draw) aimed {
	zone := pick(d, d.zones.names...)
	at := d.instantIn(2000, 2037)
	p := d.often(zone, at)
	list := []object{d.blackoutTime(d.local(zone, at))}
	if d.chance(2) {
		list = append(list, d.blackoutTime(d.local(zone, at)))
	}
	p["notAllowedTime"] = list
	return aimed{policy: p, at: at}
}

// blackoutAtChange: times of day that a change skips or repeats.
func blackoutAtChange(d *draw) aimed {
	c := d.change(d.chance(3))
	p := d.often(c.zone, c.at)
	p["notAllowedTime"] = []object{d.blackoutTime(d.reading(c))}
	return aimed{policy: p, at: c.at}
}

// blackoutInstants: spans of instants, in all forms that RFC 3339 has for one.
func blackoutInstants(d *draw) aimed {
	at := d.instantIn(1965, 2040)
	p := d.often(pick(d, d.zones.names...), at)
	start, end := zulu(at), zulu(at+int64(d.between(1, 3*hour)))
	switch d.IntN(4) {
	case 0:
		start = unix(at+5*hour+1800).Format("2006-01-02T15:04:05") + "+05:30"
	case 1:
		start = unix(at-8*hour).Format("2006-01-02T15:04:05") + ".000-08:00"
	case 2:
		end = unix(at+day).Format("2006-01-02T15:04:05") + "-00:00"
	}
	p["notAllowedTime"] = []object{{"start": start, "end": end}}
	return aimed{policy: p, at: at}
}

// principle: where the clock repeats itself a window opens once and a blackout covers both.
func principle(d *draw) aimed {
	c := d.change(d.chance(4))
	for d.chance(2) { // where the date comes back, above all
		from, to := c.readings()
		if c = d.change(false); date(from) != date(to-1) {
			break
		}
	}
	local := d.reading(c)
	w := d.length(d.starting(local))
	if d.chance(3) {
		d.options(w)
	}
	p := in(c.zone, policy(w))
	if d.chance(2) {
		p["windows"] = []object{{"always": true}}
	}
	if d.chance(2) {
		p["notAllowedTime"] = []object{d.blackoutTime(local)}
	} else {
		p["notAllowedDates"] = []object{{"start": date(local), "end": date(local)}}
	}
	return aimed{policy: p, at: c.at}
}

// levels: a window's blackouts cut that window, the policy's all.
func levels(d *draw) aimed {
	zone := pick(d, d.zones.names...)
	at := d.instantIn(2000, 2037)
	local := d.local(zone, at)
	one, other := d.length(d.starting(local)), d.length(d.starting(local+pick[int64](d, 0, 600, hour, -hour)))
	one["notAllowedTime"] = []object{d.blackoutTime(local)}
	if d.chance(2) {
		other["notAllowedDates"] = []object{{"start": date(local - day), "end": date(local)}}
	}
	if d.chance(3) {
		one["utcOffset"] = offset(30 * d.between(-24, 28))
	}
	p := in(zone, policy(one, other))
	if d.chance(2) {
		p["notAllowedTime"] = []object{d.blackoutTime(local)}
	}
	return aimed{policy: p, at: at}
}

// chains: windows that overlap, touch, or are a second apart, and blackouts between.
func chains(d *draw) aimed {
	at := d.instantIn(2000, 2037)
	w := func(start, length int64) object {
		return window(object{"daily": object{}}, "startTime", clock(start), "duration", seconds(int(length)))
	}
	n := int64(d.between(1, 6)) * hour
	next := at + n + pick[int64](d, 0, 0, -1, 1, -hour, 60)
	p := policy(w(at, n), w(next, n))
	switch d.IntN(16) {
	case 0:
		p["windows"] = append(p["windows"].([]object), w(next+n, day-2*n)) // all day round, or nearly
	case 1, 2, 3, 4:
		p["notAllowedTime"] = []object{{"start": clock(at + n - 60), "end": clock(at + n)}}
	case 5, 6, 7, 8:
		p["windows"] = append(p["windows"].([]object), object{"span": object{"start": zulu(at - hour), "end": zulu(at)}})
	}
	return aimed{policy: p, at: at}
}

// alwaysOpen: no windows, and windows without an end.
func alwaysOpen(d *draw) aimed {
	at := d.instantIn(2000, 2037)
	p := object{"windows": []object{}, "notAllowedDates": []object{}, "notAllowedTime": nil}
	if !d.chance(3) {
		p["windows"] = []object{{"always": true}}
	}
	switch d.IntN(3) {
	case 0:
		p["notAllowedDates"] = []object{{"start": date(at), "end": date(at)}}
	case 1:
		p["notAllowedTime"] = []object{d.blackoutTime(at)}
	}
	if d.chance(3) {
		d.stated(p)
	}
	return aimed{policy: p, at: at}
}

// search: from inside, from an edge and from between.
func search(d *draw) aimed {
	a := pick(d, chains, levels, blackoutTimes, anchoredWeeks, cronDays, principle)(d)
	a.reach = 2 * day
	return a
}

// reasons: the first that holds, of windows before, in and after their dates.
func reasons(d *draw) aimed {
	zone := pick(d, d.zones.names...)
	at := d.instantIn(2000, 2037)
	local := d.local(zone, at)
	var windows []object
	for range d.between(0, 2) {
		w := d.length(d.starting(local + int64(d.between(-3, 3))*hour))
		first := local + int64(d.between(-4, 4))*day
		if !d.chance(3) {
			w["startDate"] = date(first)
		}
		if !d.chance(3) {
			w["endDate"] = date(first + int64(d.between(0, 2))*day)
		}
		if d.chance(4) {
			w = object{"span": object{"start": zulu(at + pick[int64](d, -5*hour, -hour, 0, hour)), "end": zulu(at + pick[int64](d, 2*hour, 3*hour, day))}}
		}
		windows = append(windows, w)
	}
	p := in(zone, policy(windows...))
	if windows == nil {
		p["windows"] = []object{}
	}
	if d.chance(3) {
		p["notAllowedDates"] = []object{{"start": date(local), "end": date(local + day)}}
	}
	return aimed{policy: p, at: at, reach: 5 * day}
}

// mixed: several windows of any family, and blackouts of any kind, about one change.
func mixed(d *draw) aimed {
	c := d.change(d.chance(2))
	local := d.reading(c)
	var windows []object
	for range d.between(1, 4) {
		w := d.starting(local + pick[int64](d, 0, 0, hour, -hour, -day, 12*hour))
		if d.chance(3) {
			w["endTime"] = clock(d.reading(c))
		} else {
			w = d.length(w)
		}
		d.options(w)
		if d.chance(4) {
			w["startDate"] = date(local + int64(d.between(-1, 1))*day)
		}
		if d.chance(4) {
			w["timeZone"] = pick(d, d.zones.names...)
		}
		if d.chance(4) {
			w["notAllowedTime"] = []object{d.blackoutTime(local)}
		}
		windows = append(windows, w)
	}
	p := in(c.zone, policy(windows...))
	if d.chance(2) {
		p["notAllowedTime"] = []object{d.blackoutTime(local)}
	}
	if d.chance(4) {
		p["notAllowedDates"] = []object{{"start": date(local + day), "end": date(local + day)}}
	}
	return aimed{policy: p, at: c.at}
}
