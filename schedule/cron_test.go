package schedule_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

func parseIn(t *testing.T, dialect schedule.CronDialect, text string) *schedule.Cron {
	t.Helper()
	options := schedule.CronOptions{Dialect: dialect}
	if dialect == schedule.CronJenkins {
		options.Key = "nightly"
	}
	c, err := options.Parse(text)
	if err != nil {
		t.Fatalf("%v %q: %v", dialect, text, err)
	}
	return c
}

// Each canonical form is written by hand: numbers in order, no names, no more fields than needed.
func TestCronString(t *testing.T) {
	for _, c := range []struct {
		dialect    schedule.CronDialect
		text, want string
	}{
		{schedule.CronDefault, "* * * * *", "* * * * *"},
		{schedule.CronDefault, " 00\t02  * * MON-FRI ", "0 2 * * 1-5"},
		{schedule.CronDefault, "0,15,30,45 2-5 * * 1-5", "*/15 2-5 * * 1-5"},
		{schedule.CronDefault, "5/10 * ? JAN,jul ?", "5-55/10 * * 1,7 *"},
		{schedule.CronDefault, "0 0-23 * * *", "0 0-23 * * *"}, // does not begin with *: another clock
		{schedule.CronDefault, "0 */1 * * *", "0 * * * *"},
		{schedule.CronDefault, "0 0-23/2 * * *", "0 0-22/2 * * *"},
		{schedule.CronDefault, "0 */2 * * *", "0 */2 * * *"},
		{schedule.CronDefault, "0 *,5 * * *", "0 * * * *"},
		{schedule.CronDefault, "0 */5,7 * * *", "0 */5,7 * * *"},
		{schedule.CronDefault, "0 */24 * * *", "0 */24 * * *"},
		{schedule.CronDefault, "0 0 1-31 * 1", "0 0 1-31 * 1"}, // restricts
		{schedule.CronDefault, "0 0 */1 * 1", "0 0 1-31 * 1"},
		{schedule.CronDefault, "0 0 *,15 * 1", "0 0 1-31 * 1"},
		{schedule.CronDefault, "0 0 * * 0-7", "0 0 * * 0-6"},
		{schedule.CronDefault, "0 0 * * FRI-MON", "0 0 * * 0,1,5,6"},
		{schedule.CronDefault, "0 0 L,LW,L-3,15W,1 * 5", "0 0 1,15W,L-3,LW,L * 5"},
		{schedule.CronDefault, "0 0 * * FRI#L,5#2,7#1", "0 0 * * 0#1,5#2,5L"},
		{schedule.CronDefault, "0 0 29 2 +1", "0 0 29 2 +1"},
		{schedule.CronDefault, "0 0 * 2 +1", "0 0 * 2 1"},
		{schedule.CronDefault, "@daily", "0 0 * * *"},
		{schedule.CronDefault, "@Reboot", "@reboot"},
		{schedule.CronDefault, "0 0 0 1 1 * *", "0 0 1 1 *"},
		{schedule.CronDefault, "30 0 0 1 1 *", "30 0 0 1 1 *"},
		{schedule.CronDefault, "0 0 0 1 1 * 2030,2027-2029,2040", "0 0 0 1 1 * 2027-2030,2040"},
		{schedule.CronDefault, "0 0 0 1 1 * 2026,*", "0 0 1 1 *"},
		{schedule.CronDefault, "*/61 * * * *", "0 * * * *"},
		{schedule.CronKubernetes, "0 0 15,* * 1", "0 0 * * 1"},
		{schedule.CronKubernetes, "?/1 ? ? ? ?", "* * * * *"},
		{schedule.CronVixie, "0 0 */2 * 1", "0 0 */2 * 1"},
		{schedule.CronVixie, "0 0 1-31/2 * 1", "0 0 1-31/2 * 1"},
		{schedule.CronVixie, "0 0 *,15 * 1", "0 0 * * 1"},
		{schedule.CronVixie, "0 0 1-31 * 1", "0 0 1-31 * 1"},
		{schedule.CronQuartz, "0 0 2 ? * FRIL", "0 0 2 ? * 6L"},
		{schedule.CronQuartz, "0 0 2 * * ? *", "0 0 2 * * ?"},
		{schedule.CronQuartz, "0 0 2 ? * SUN-SAT", "0 0 2 ? * *"},
		{schedule.CronAWS, "cron( 0 10 ? * MON-FRI 2026 )", "0 10 ? * 2-6 2026"},
		{schedule.CronJenkins, "H H * * *", "38 22 * * *"},
	} {
		cron := parseIn(t, c.dialect, c.text)
		if got := cron.String(); got != c.want {
			t.Errorf("%v %q: canonical form %q, want %q", c.dialect, c.text, got, c.want)
		}
		if cron.Source() != c.text || cron.Dialect() != c.dialect {
			t.Errorf("%v %q: source %q in %v", c.dialect, c.text, cron.Source(), cron.Dialect())
		}
		if again := parseIn(t, c.dialect, cron.String()); !again.Equal(cron) || again.String() != cron.String() {
			t.Errorf("%v %q: %q does not mean the same", c.dialect, c.text, cron)
		}
	}
}

// A canonical form that were too long to be read again is not given.
func TestCronStringStaysReadable(t *testing.T) {
	var items []string
	for n := 1; n <= 30; n++ {
		items = append(items, fmt.Sprintf("L-%d,%dW", n, n))
	}
	text := "0 0 LW,1-31/2,2-31/7," + strings.Join(items, ",") + " * *" // 63 items, of which two are eleven values
	c := parseIn(t, schedule.CronDefault, text)
	if c.String() != text {
		t.Errorf("canonical form %q", c)
	}
	years := "0 0 0 1 1 * " + strings.Repeat("1970,", 63) + "1970-2199/3"
	if _, err := schedule.ParseCron(parseIn(t, schedule.CronDefault, years).String()); err != nil {
		t.Error(err)
	}
}

// Each description is written by hand.
func TestCronDescribe(t *testing.T) {
	for _, c := range []struct {
		dialect    schedule.CronDialect
		text, want string
	}{
		{schedule.CronDefault, "0,30 22 * * 1,3", "at 22:00 and 22:30 on Monday and Wednesday"},
		{schedule.CronDefault, "* * * * *", "every minute"},
		{schedule.CronDefault, "*/15 * * * *", "every 15 minutes"},
		{schedule.CronDefault, "*/15 2-5 * * 1-5", "every 15 minutes from 02:00 to 05:45 on Monday to Friday"},
		{schedule.CronDefault, "* 2 * * *", "every minute from 02:00 to 02:59 every day"},
		{schedule.CronDefault, "* 2,4 * * *", "every minute of the hours 02 and 04 every day"},
		{schedule.CronDefault, "*/7 3 * * *", "at minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56 of the hour 03 every day"},
		{schedule.CronDefault, "0,5,7 9-17 * * *", "at minutes 0, 5 and 7 of the hours 09 to 17 every day"},
		{schedule.CronDefault, "10 5,7,20 * * *", "at 05:10, 07:10 and 20:10 every day"},
		{schedule.CronDefault, "30 * * * *", "at minute 30 of every hour"},
		{schedule.CronDefault, "30 * * * 6", "at minute 30 of every hour on Saturday"},
		{schedule.CronDefault, "0 */2 * * *", "every 2 hours from 00:00 to 22:00 every day"},
		{schedule.CronDefault, "5 9-17 * * 1-5", "at minute 5 of the hours 09 to 17 on Monday to Friday"},
		{schedule.CronDefault, "* * * * * *", "every second"},
		{schedule.CronDefault, "*/10 * * * * *", "every 10 seconds"},
		{schedule.CronDefault, "5 * * * * *", "at second 5 of every minute"},
		{schedule.CronDefault, "*/10 0-5 * * * *", "every 10 seconds of minutes 0 to 5 of every hour"},
		{schedule.CronDefault, "30 15 9 * * *", "at 09:15:30 every day"},
		{schedule.CronDefault, "* * 3 * * *", "every second of every minute of the hour 03 every day"},
		{schedule.CronDefault, "@monthly", "at 00:00 on the 1st of every month"},
		{schedule.CronDefault, "0 0 1,2,3,11,12,13,21,22,23,31 1,3 *", "at 00:00 on the 1st to the 3rd, the 11th to the 13th, the 21st to the 23rd and the 31st of January and March"},
		{schedule.CronDefault, "0 0 L * *", "at 00:00 on the last day of every month"},
		{schedule.CronDefault, "0 0 L-3,15W,LW * *", "at 00:00 on the weekday nearest the 15th, the 3rd day before the last and the last weekday of every month"},
		{schedule.CronDefault, "0 0 * * 5L", "at 00:00 on the last Friday of the month"},
		{schedule.CronDefault, "0 0 * * 2#1,SUN", "at 00:00 on Sunday and the first Tuesday of the month"},
		{schedule.CronDefault, "0 0 13 * 5", "at 00:00 on any day that is the 13th of the month or a Friday"},
		{schedule.CronDefault, "0 0 1,15 6-8 1,5", "at 00:00 on any day that is the 1st or the 15th of the month or a Monday or a Friday in June to August"},
		{schedule.CronDefault, "0 0 29 2 +1", "at 00:00 on any day that is both the 29th of the month and a Monday in February"},
		{schedule.CronDefault, "0 0 1-31 * 1", "at 00:00 every day"},
		{schedule.CronDefault, "0 0 * 12 *", "at 00:00 every day in December"},
		{schedule.CronDefault, "0 0 * 12 0,6", "at 00:00 on Saturday and Sunday in December"},
		{schedule.CronDefault, "0 0 0 1 1 * 2027-2029,2040", "at 00:00 on the 1st of January, in 2027 to 2029 and 2040"},
		{schedule.CronDefault, "0 0 30 2 *", "at 00:00 on the 30th of February, which never comes"},
		{schedule.CronDefault, "@reboot", "when the system starts, which is at no time of its own"},
		{schedule.CronVixie, "0 0 */16 * 1", "at 00:00 on any day that is both the 1st or the 17th of the month and a Monday"},
		{schedule.CronQuartz, "0 0 2 ? * L", "at 02:00 on Saturday"},
		{schedule.CronJenkins, "H H * * *", "at 22:38 every day"},
	} {
		if got := parseIn(t, c.dialect, c.text).Describe(); got != c.want {
			t.Errorf("%v %q:\ngot  %s\nwant %s", c.dialect, c.text, got, c.want)
		}
	}
}

// What H stands for is fixed for ever. The values were computed from the documented formula by another program.
func TestCronHashIsFixed(t *testing.T) {
	for _, c := range []struct{ key, want string }{
		{"a", "1 0 19 1 2"},
		{"nightly", "38 22 27 3 6"},
		{"team/build #7", "51 7 6 2 3"},
		{"Ünïcode", "46 3 10 3 0"},
	} {
		got := schedule.CronOptions{Dialect: schedule.CronJenkins, Key: c.key}.MustParse("H H H H H").String()
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.key, got, c.want)
		}
	}
}

// The draws of fields do not go together, stay in their range and reach all of it.
func TestCronHashIsSpread(t *testing.T) {
	const keys = 1000
	together := 0
	seen := make(map[int]bool)
	for i := range keys {
		o := schedule.CronOptions{Dialect: schedule.CronJenkins, Key: fmt.Sprintf("job-%d", i)}
		var minute, hour, day int
		if _, err := fmt.Sscan(o.MustParse("H H H * *").String(), &minute, &hour, &day); err != nil {
			t.Fatal(err)
		}
		if minute%12 == hour%12 {
			together++
		}
		if seen[minute] = true; day < 1 || day > 28 {
			t.Errorf("day %d", day)
		}
		if fields := strings.Fields(o.MustParse("H(50-52)/10 H/6 * * *").String()); !slices.Contains([]string{"50", "51", "52"}, fields[0]) || strings.Contains(fields[0], ",") {
			t.Errorf("%s: H(50-52)/10 is %s", o.Key, fields[0])
		} else if p := o.MustParse("0 H/6 * * *").In(tz.UTC()); p.Next(p.Next(time.Unix(0, 0))).Sub(p.Next(time.Unix(0, 0))) != 6*time.Hour {
			t.Errorf("%s: H/6 is %s", o.Key, fields[1])
		}
	}
	if len(seen) != 60 {
		t.Errorf("only %d different minutes", len(seen))
	}
	if expect := keys / 12; together < expect/2 || together > expect*2 {
		t.Errorf("minute and hour agree modulo 12 for %d of %d keys, want about %d", together, keys, expect)
	}
}

func TestCronZonePrefix(t *testing.T) {
	read := schedule.CronOptions{ZonePrefix: true}
	for _, c := range []struct {
		text, zone, canonical string
	}{
		{"TZ=Asia/Tokyo 0 2 * * *", "Asia/Tokyo", "CRON_TZ=Asia/Tokyo 0 2 * * *"},
		{" CRON_TZ=UTC\t @daily ", "UTC", "CRON_TZ=UTC 0 0 * * *"},
		{"TZ=Mars/Olympus 0 2 * * *", "Mars/Olympus", "CRON_TZ=Mars/Olympus 0 2 * * *"}, // for tz to refuse
		{"0 2 * * *", "", "0 2 * * *"},
	} {
		cron, err := read.Parse(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		again, err := read.Parse(cron.String())
		if cron.ZoneName() != c.zone || cron.String() != c.canonical || err != nil || !again.Equal(cron) {
			t.Errorf("%q: zone %q, canonical form %q, read again with error %v", c.text, cron.ZoneName(), cron, err)
		}
	}
	if got, want := read.MustParse("TZ=Asia/Tokyo 0 2 * * *").Describe(), "at 02:00 every day, in the zone Asia/Tokyo"; got != want {
		t.Errorf("described as %q, want %q", got, want)
	}
	// Whatever follows: an error at a place, never a panic.
	for _, c := range []struct {
		text string
		code tz.Code
		at   int
	}{
		{"TZ=0", tz.Empty, 4}, {"CRON_TZ=UTC", tz.Empty, 11}, {"TZ=", tz.InvalidZone, 3}, {"TZ= 0 0 * * *", tz.InvalidZone, 3}, {"TZ=../x 0 0 * * *", tz.InvalidZone, 3},
		{"tz=UTC 0 0 * * *", tz.Invalid, 0}, {"TZ=UTC TZ=UTC 0 0 * * *", tz.Invalid, 7}, {"TZ=UTC 0 0 * *", tz.Invalid, 14}, {"X=UTC 0 0 * *", tz.Invalid, 0},
	} {
		_, err := read.Parse(c.text)
		var e *tz.Error
		if !errors.As(err, &e) || e.Code != c.code || e.Offset != c.at {
			t.Errorf("%q: error %v, want %s at %d", c.text, err, c.code, c.at)
		}
	}
}

func TestCronLimits(t *testing.T) {
	code := func(o schedule.CronOptions, text string) tz.Code {
		_, err := o.Parse(text)
		var e *tz.Error
		errors.As(err, &e)
		if e == nil {
			return ""
		}
		return e.Code
	}
	plain := schedule.CronOptions{}
	items := func(n int) string { return strings.TrimSuffix(strings.Repeat("0,", n), ",") + " * * * *" }
	for _, c := range []struct {
		name, text string
		o          schedule.CronOptions
		want       tz.Code
	}{
		{"64 items", items(64), plain, ""},
		{"65 items", items(65), plain, tz.TooLarge},
		{"1024 bytes", "* * * * *" + strings.Repeat(" ", 1015), plain, ""},
		{"1025 bytes", "* * * * *" + strings.Repeat(" ", 1016), plain, tz.TooLarge},
		{"nothing", "", plain, tz.Empty},
		{"spaces", " \t ", plain, tz.Empty},
		{"a key without H", "* * * * *", schedule.CronOptions{Key: "x"}, tz.Conflict},
		{"a dialect that is none", "* * * * *", schedule.CronOptions{Dialect: 7}, tz.Invalid},
		{"empty cron()", "cron()", schedule.CronOptions{Dialect: schedule.CronAWS}, tz.Invalid},
	} {
		if got := code(c.o, c.text); got != c.want {
			t.Errorf("%s: code %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCronDialectNames(t *testing.T) {
	for d := schedule.CronDefault; d <= schedule.CronJenkins; d++ {
		text, err := d.MarshalText()
		var back schedule.CronDialect
		if err != nil || back.UnmarshalText(text) != nil || back != d || string(text) != d.String() {
			t.Errorf("%d: %q comes back as %v", d, text, back)
		}
	}
	for _, name := range []string{"quartz", "Cron", " AWS"} {
		if _, err := schedule.ParseCronDialect(name); err == nil {
			t.Errorf("%q is a dialect", name)
		}
	}
	if got := schedule.CronDialect(7).String(); got != "invalid" {
		t.Errorf("a dialect that is none is %q", got)
	}
	d := schedule.CronAWS
	if err := d.UnmarshalText(nil); err != nil || d != schedule.CronDefault {
		t.Errorf("the empty text is %v, %v", d, err)
	}
}

// The proof by types of month against a walk over all 4,800 months of the calendar's cycle, and over listed years.
func TestS10NeverIsProved(t *testing.T) {
	for dom := 28; dom <= 31; dom++ {
		for month := 1; month <= 12; month++ {
			for _, dow := range []string{"*", "+1", "+0#5", "+3L", "+6#4"} {
				for _, years := range []string{"", " 2025-2027", " 2028", " 2100", " 1970-2199/28"} {
					text := fmt.Sprintf("0 0 0 %d %d %s", dom, month, dow) + years
					c := schedule.MustParseCron(text)
					found := false
					from, to := 1900, 2300
					if years != "" {
						from, to = 1970, 2200
					}
					for year := from; year < to && !found; year++ {
						date := time.Date(year, time.Month(month), dom, 0, 0, 0, 0, time.UTC)
						found = date.Month() == time.Month(month) && inYears(years, year) && isWeekday(dow, date)
					}
					if c.Never() == found {
						t.Errorf("%q: never is %v", text, c.Never())
					}
					if next := c.In(tz.UTC()).Next(time.Unix(0, 0)); next.IsZero() != c.Never() {
						t.Errorf("%q: never is %v, next is %v", text, c.Never(), next)
					}
				}
			}
		}
	}
}

func inYears(years string, year int) bool {
	switch years {
	case " 2025-2027":
		return year >= 2025 && year <= 2027
	case " 2028":
		return year == 2028
	case " 2100":
		return year == 2100
	case " 1970-2199/28":
		return (year-1970)%28 == 0
	}
	return true
}

func isWeekday(dow string, date time.Time) bool {
	switch last := date.AddDate(0, 0, 7).Month() != date.Month(); dow {
	case "+1":
		return date.Weekday() == time.Monday
	case "+0#5":
		return date.Weekday() == time.Sunday && date.Day() > 28
	case "+3L":
		return date.Weekday() == time.Wednesday && last
	case "+6#4":
		return date.Weekday() == time.Saturday && date.Day() > 21 && date.Day() <= 28
	}
	return true
}

// Where the years are listed there is a first and a last; where they are not, the calendar goes on.
func TestS10Years(t *testing.T) {
	listed := schedule.MustParseCron("0 0 12 29 2 * 1972-2196").In(tz.UTC())
	at := func(year int) time.Time { return time.Date(year, 2, 29, 12, 0, 0, 0, time.UTC) }
	if got := listed.Next(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)); !got.Equal(at(1972)) {
		t.Errorf("the first is %v", got)
	}
	if got := listed.Prev(time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)); !got.Equal(at(2196)) {
		t.Errorf("the last is %v", got)
	}
	if next, prev := listed.Next(at(2196)), listed.Prev(at(1972)); !next.IsZero() || !prev.IsZero() {
		t.Errorf("beyond the list: %v and %v", next, prev)
	}
	free := schedule.MustParseCron("0 12 29 2 *").In(tz.UTC())
	if got := free.Next(at(2196)); !got.Equal(at(2204)) {
		t.Errorf("after 2196: %v", got)
	}
	if got := free.Prev(at(1904)); !got.Equal(at(1896)) {
		t.Errorf("before 1904: %v", got)
	}
}

// A run of listed years in which every day matches is one span, from its first day to its last.
func TestS10YearsRun(t *testing.T) {
	p := schedule.MustParseCron("0 0 * * * * 2026-2028,2030").In(tz.UTC())
	o, ok := p.From(time.Date(2027, 6, 1, 0, 30, 0, 0, time.UTC).Unix())
	if !ok {
		t.Fatal("no occurrence")
	}
	first, last := p.Run(o, 3600)
	if first != time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Unix() || last != time.Date(2028, 12, 31, 23, 0, 0, 0, time.UTC).Unix() {
		t.Errorf("a run from %v to %v", time.Unix(first, 0).UTC(), time.Unix(last, 0).UTC())
	}
}

// The zero Cron and no Cron are refused and harmless.
func TestMustParsePanics(t *testing.T) {
	for name, parse := range map[string]func() *schedule.Cron{
		"a text": func() *schedule.Cron { return schedule.MustParseCron("61 * * * *") },
		"a key":  func() *schedule.Cron { return schedule.CronOptions{Key: "job"}.MustParse("0 2 * * *") },
	} {
		func() {
			defer func() {
				if err, ok := recover().(*tz.Error); !ok {
					t.Errorf("%s that is wrong: panic with %v, want one with the error", name, err)
				}
			}()
			parse()
		}()
	}
}

func TestCronZero(t *testing.T) {
	for _, c := range []*schedule.Cron{nil, {}} {
		if _, err := schedule.Compile(schedule.Spec{Rule: c}); err == nil {
			t.Error("it compiles")
		}
		if c.String() != "" || c.Describe() != "" || !c.Equal(c) || c.Equal(schedule.MustParseCron("* * * * *")) {
			t.Errorf("it says %q, %q", c, c.Describe())
		}
		p := c.In(tz.UTC())
		if next, prev := p.Next(time.Unix(0, 0)), p.Prev(time.Unix(0, 0)); !next.IsZero() || !prev.IsZero() || p.Matches(time.Unix(0, 0)) {
			t.Errorf("it comes at %v and %v", next, prev)
		}
	}
}

func TestCronEqual(t *testing.T) {
	a := schedule.MustParseCron("0 0 * * MON-FRI")
	for _, c := range []struct {
		dialect schedule.CronDialect
		text    string
		want    bool
	}{
		{schedule.CronDefault, "0 0 ? * 1-5", true},
		{schedule.CronJenkins, "0 0 * * 1-5", true},
		{schedule.CronDefault, "0 0 * * 1-6", false},
		{schedule.CronDefault, "0 */24 * * 1-5", false}, // the same times by another clock
		{schedule.CronKubernetes, "0 0 * * 1-5", false}, // and with other rules in a gap
		{schedule.CronDefault, "0 0 0 * * 1-5 2026", false},
		{schedule.CronDefault, "1 0 0 * * 1-5", false},
		{schedule.CronDefault, "0 0 * 1-11 1-5", false},
	} {
		if b := parseIn(t, c.dialect, c.text); a.Equal(b) != c.want || b.Equal(a) != c.want {
			t.Errorf("%v %q: equal is %v", c.dialect, c.text, a.Equal(b))
		}
	}
}

// Searching does not allocate, whatever the expression and whichever way.
func TestS19CronAllocs(t *testing.T) {
	zone := tz.MustLoad("America/New_York")
	at := time.Date(2026, 3, 8, 6, 30, 0, 0, time.UTC)
	for _, text := range []string{"* * * * *", "*/15 2-5 * * 1-5", "0 0 29 2 *", "0 0 * * 5L", "30 2 LW,15W * +1-5", "*/10 * * * * * 2026-2199", "0 0 30 2 *"} {
		p := schedule.MustParseCron(text).In(zone)
		if n := testing.AllocsPerRun(100, func() { p.Next(at); p.Prev(at); p.Matches(at) }); n != 0 {
			t.Errorf("%s: %v allocations", text, n)
		}
	}
}

// A dialect's rules for a change of offset are its defaults: In takes others.
func TestS10DialectDefaults(t *testing.T) {
	for _, c := range []struct {
		dialect schedule.CronDialect
		text    string
		gap     tz.Gap
		overlap tz.Overlap
		real    bool
	}{
		{schedule.CronDefault, "0 2 * * *", tz.GapForward, tz.OverlapFirst, false},
		{schedule.CronDefault, "* 2 * * *", tz.GapForward, tz.OverlapFirst, false},
		{schedule.CronDefault, "0 */2 * * *", tz.GapForward, tz.OverlapFirst, true},
		{schedule.CronOCPS, "0 */2 * * *", tz.GapSkip, tz.OverlapFirst, false},
		{schedule.CronKubernetes, "0 */2 * * *", tz.GapSkip, tz.OverlapBoth, false},
		{schedule.CronVixie, "0 2 * * *", tz.GapNext, tz.OverlapFirst, false},
		{schedule.CronVixie, "* 2 * * *", tz.GapForward, tz.OverlapFirst, true},
		{schedule.CronVixie, "0 * * * *", tz.GapForward, tz.OverlapFirst, true},
		{schedule.CronQuartz, "0 0 2 * * ?", tz.GapSkip, tz.OverlapSecond, false},
		{schedule.CronAWS, "0 2 * * ? *", tz.GapSkip, tz.OverlapFirst, false},
		{schedule.CronJenkins, "H 2 * * *", tz.GapForward, tz.OverlapFirst, false},
	} {
		cron := parseIn(t, c.dialect, c.text)
		s := schedule.MustCompile(schedule.Spec{Rule: cron})
		if gap, overlap := s.Defaults(); gap != c.gap || overlap != c.overlap || s.FollowsRealClock() != c.real || cron.FollowsRealClock() != c.real {
			t.Errorf("%v %q: %v, %v, real clock %v", c.dialect, c.text, gap, overlap, s.FollowsRealClock())
		}
		if _, err := s.In(tz.UTC(), tz.GapNext, tz.OverlapSecond); (err != nil) != c.real {
			t.Errorf("%v %q: other rules: %v", c.dialect, c.text, err)
		}
	}
	// Kubernetes by its own rules skips the gap; by the window's it need not.
	zone := tz.MustLoad("America/New_York")
	s := schedule.MustCompile(schedule.Spec{Rule: parseIn(t, schedule.CronKubernetes, "30 2 8 3 *")})
	p, err := s.In(zone, tz.GapForward, tz.OverlapFirst)
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Next(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)); !got.Equal(time.Date(2026, 3, 8, 7, 30, 0, 0, time.UTC)) {
		t.Errorf("moved forward: %v", got)
	}
}
