package v1

import (
	"fmt"
	"strings"
	"time"
)

// cronField writes a field of values from low to high that mostly holds v.
func (d *draw) cronField(v, low, high int) string {
	switch d.IntN(7) {
	case 0:
		return fmt.Sprintf("%d,%d", v, d.between(low, high))
	case 1:
		return fmt.Sprintf("%d-%d", low+(v-low)/2, min(high, v+2))
	case 2:
		return fmt.Sprintf("%d/%d", v, d.between(1, high-low))
	case 3:
		return fmt.Sprintf("%d-%d/%d", low, high, d.between(1, (high-low)/2))
	case 4:
		return fmt.Sprintf("*/%d", d.between(1, (high-low)/2))
	}
	return fmt.Sprint(v)
}

// cronFields: the grammar of times, months and weekdays in the default dialect.
func cronFields(d *draw) aimed {
	at := d.instantIn(2000, 2040)
	t := unix(at)
	fields := []string{d.cronField(t.Minute(), 0, 59), d.cronField(t.Hour(), 0, 23), "*", "*", "*"}
	if d.chance(3) {
		fields[1] = fmt.Sprintf("%d-%d", t.Hour(), (t.Hour()+d.between(0, 23))%24) // may wrap
	}
	if d.chance(2) {
		fields[3] = pick(d, d.cronField(int(t.Month()), 1, 12), t.Format("Jan"), strings.ToUpper(t.Format("Jan"))+"-MAR", "NOV-FEB", "JAN,jul,10-12")
	}
	if d.chance(2) {
		fields[4] = pick(d, "MON-FRI", "FRI-MON", "5-7", "0-7", "7", "SAT,SUN", "sat-SUN", "1/2", "5-1/2", "*/2", "SUN-TUE", "6-0", fmt.Sprint(int(t.Weekday())))
	}
	if d.chance(4) {
		fields = append([]string{d.cronField(d.IntN(60), 0, 59)}, fields...)
		fields[1], fields[2] = fmt.Sprint(t.Minute()), fmt.Sprint(t.Hour())
	}
	text := strings.Join(fields, pick(d, " ", " ", "\t", "  "))
	if d.chance(12) {
		text = pick(d, "@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually", "@Daily", " 0 0 * * * ", "*/61 5 * * *", "00 00 01 01 *")
	}
	w := window(object{"cron": text}, "duration", pick(d, "1m", "5m", "59m", "20s"))
	return aimed{policy: policy(w), at: at, reach: 6 * hour}
}

var names = [...]string{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"}

// dayFields writes both day fields in the default dialect.
func (d *draw) dayFields(t time.Time) (dayOfMonth, dayOfWeek string) {
	n := int(t.Weekday())
	dayOfMonth = pick(d, "*", "*", "?", "L", "l", "LW", "L-"+fmt.Sprint(d.between(1, 30)), fmt.Sprintf("%dW", t.Day()), fmt.Sprintf("%dW", d.between(1, 31)),
		"1W", "31W", "15,L", "1W,15W", "*/2", "13", "31", fmt.Sprint(t.Day()), "28-31", "*,15", "10-20/3")
	dayOfWeek = pick(d, "*", "*", "?", fmt.Sprintf("%dL", n), names[n]+"L", names[n]+"#L", fmt.Sprintf("%d#%d", n, d.between(1, 5)), names[n]+fmt.Sprintf("#%d", (t.Day()+6)/7),
		"2#3,4#1", "MON", fmt.Sprint(n), "+"+names[n], "+MON-FRI", "*/2", "7#2", "7L", "FRI#5", "+"+names[n]+"#2", "MON,5L")
	return dayOfMonth, dayOfWeek
}

// cronDays: L, W, # and +, and how the two day fields come together.
func cronDays(d *draw) aimed {
	at := endOfMonth(d) + int64(d.between(-20, 3))*day
	t := unix(at)
	dayOfMonth, dayOfWeek := d.dayFields(t)
	month := pick(d, "*", "*", "*", fmt.Sprint(int(t.Month())), "2,4,6,9,11")
	w := window(object{"cron": fmt.Sprintf("%d %d %s %s %s", t.Minute(), t.Hour(), dayOfMonth, month, dayOfWeek)}, "duration", "2h")
	return aimed{policy: policy(w), at: at, reach: 24 * day}
}

// cronDialects: what each dialect has of its own, and what it refuses.
func cronDialects(d *draw) aimed {
	c := d.change(d.chance(2))
	local := d.reading(c)
	t := unix(local)
	n := int(t.Weekday())
	time := fmt.Sprintf("%d %d ", t.Minute(), t.Hour())
	name := pick(d, "OCPS", "Kubernetes", "Vixie", "Quartz", "AWS", "Jenkins", "Default")
	var text string
	switch name {
	case "Default", "OCPS":
		a, b := d.dayFields(t)
		text = time + a + " * " + b
	case "Kubernetes":
		text = time + pick(d, "* * *", "? * ?", fmt.Sprintf("%d * %d", t.Day(), n), fmt.Sprintf("*/2 * %d", n), fmt.Sprintf("*,%d * %d", t.Day(), n), "* * 7", "* * MON-FRI", "L * *", "1-31 * 1",
			fmt.Sprintf("%d * ?", t.Day()), "* * SAT-SUN", "* * 5/1")
	case "Vixie":
		text = time + pick(d, "* * *", fmt.Sprintf("%d * %d", t.Day(), n), fmt.Sprintf("*/2 * %d", n), fmt.Sprintf("*,%d * %d", t.Day(), n), "* * 7", "* * 5-7", "? * *", "13 * */3", fmt.Sprintf("%d * *", t.Day()))
		if d.chance(4) {
			text = "*/10" + text[strings.Index(text, " "):]
		}
	case "Quartz":
		text = "0 " + time + pick(d, "* * ?", "? * *", fmt.Sprintf("? * %d", n+1), "? * MON-FRI", "? * FRI-MON", "? * L", fmt.Sprintf("? * %dL", n+1), fmt.Sprintf("? * %d#%d", n+1, (t.Day()+6)/7),
			"L * ?", "LW * ?", "L-2 * ?", fmt.Sprintf("%dW * ?", t.Day()), "1W,15W * ?", "1,L * ?", "* * *", "? * ?", fmt.Sprintf("%d * ? %d", t.Day(), t.Year()), "? * 0", "? * 2/2", "1/5 * ?")
	case "AWS":
		text = time + pick(d, "* * ? *", "? * * *", "? * MON-FRI *", fmt.Sprintf("? * %d *", n+1), "? * L *", fmt.Sprintf("? * %dL *", n+1), "L * ? *", fmt.Sprintf("%dW * ? *", t.Day()),
			fmt.Sprintf("%d * ? %d", t.Day(), t.Year()), fmt.Sprintf("? * %d#%d *", n+1, (t.Day()+6)/7), "* * *", "LW * ? *", "? * 1/3 2020-2030")
		if d.chance(3) {
			text = "cron(" + text + ")"
		}
	default:
		text = time + pick(d, "* * *", fmt.Sprintf("%d * *", t.Day()), fmt.Sprintf("* * %d", n), fmt.Sprintf("1-31 * %d", n), "* * 7", "* * 5-7", "* * MON", "* JAN *", "*/2 * *", "? * *")
	}
	if d.chance(10) {
		text = pick(d, "@hourly", "@daily", "@Daily", "@weekly", "@reboot", "@monthly", "*/61 * * * *", "0 22-2 * * *", "5/20 * * * *", "0 0 * * FRI-MON", "0 0 31W * *", "0 0 l * *")
	}
	w := d.length(window(object{"cron": object{"expression": text, "dialect": name}}))
	if d.chance(4) {
		d.options(w)
	}
	return aimed{policy: in(c.zone, policy(w)), at: c.at, reach: 3 * day}
}

// cronClock: what follows the real clock, and what does not, at changes of offset.
func cronClock(d *draw) aimed {
	c := d.change(d.chance(2))
	t := unix(d.reading(c))
	text := pick(d, "%m * * * *", "*/20 * * * *", "%m */2 * * *", "*/30 %h * * *", "%m 0-23/2 * * *", "%m 0-23 * * *", "%m %h,3 * * *", "15 *,3 * * *", "@hourly", "%m * * * +*",
		"%m %h * * *", "0 */6 %d * *", "0,30 */1 * * MON-SUN", "59 59 * * * *", "%m %h %d %M *")
	text = strings.NewReplacer("%m", fmt.Sprint(t.Minute()), "%h", fmt.Sprint(t.Hour()), "%d", fmt.Sprint(t.Day()), "%M", fmt.Sprint(int(t.Month()))).Replace(text)
	cron := any(text)
	if name := pick(d, "", "", "", "Vixie", "OCPS", "Kubernetes", "Jenkins"); name != "" {
		cron = object{"expression": text, "dialect": name}
	}
	w := window(object{"cron": cron}, "duration", pick(d, "1m", "10m", "30m", "59m59s"))
	if d.chance(6) {
		w["endTime"] = clock(d.reading(c))
		delete(w, "duration")
	}
	return aimed{policy: in(c.zone, policy(w)), at: c.at, reach: 6 * hour}
}

// cronYears: seven fields.
func cronYears(d *draw) aimed {
	at := d.instantIn(1968, 2205)
	t := unix(at)
	year := pick(d, fmt.Sprint(t.Year()), "*", "2000-2199", "1970/2", "*/5", "2024,2026", "1970-2199", fmt.Sprintf("%d-%d", min(t.Year(), 2199), 2199))
	w := window(object{"cron": fmt.Sprintf("%d %d %d %s * ? %s", t.Second(), t.Minute(), t.Hour(), pick(d, "*", fmt.Sprint(t.Day()), "L"), year)}, "duration", "1h")
	return aimed{policy: policy(w), at: at}
}

// cronHash: the H of Jenkins, which is drawn from a key.
func cronHash(d *draw) aimed {
	at := d.instantIn(2020, 2030)
	text := pick(d, "H * * * *", "H H * * *", "H/15 * * * *", "H(0-29)/10 * * * *", "H H(0-7) * * 1-5", "H H H * *", "H H * * H", "@daily", "@weekly", "@midnight", "@hourly", "@monthly",
		"H(50-52)/10 * * * *", "H/7 H/5 * * *", "H H 1,15 1-11 *", "H,5 3 * * *", "H H(9-16)/2 * * 1-5", "H H H H *", "H H * H/3 *")
	key := pick(d, "nightly", "team/job", "a", "ein Schlüssel", strings.Repeat("k", 256), fmt.Sprint("job-", d.i))
	w := window(object{"cron": object{"expression": text, "dialect": "Jenkins", "key": key}}, "duration", "1m")
	return aimed{policy: policy(w), at: at, reach: pick[int64](d, 12*hour, 12*hour, 10*day)}
}
