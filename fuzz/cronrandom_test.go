package fuzz_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// A dialectDraw draws expressions with all that a dialect has.
type dialectDraw struct {
	cronDraw
	dialect string
}

func (d dialectDraw) is(dialects ...string) bool {
	for _, name := range dialects {
		if d.dialect == name {
			return true
		}
	}
	return false
}

func (d dialectDraw) expression() string {
	minute, hour := d.list(0, 59, 60), d.list(0, 23, 24)
	if d.IntN(3) == 0 {
		hour = strconv.Itoa(d.IntN(4))
	}
	month := d.list(1, 12, 12)
	if d.IntN(2) == 0 {
		month = "*"
	}
	fields := []string{minute, hour, d.dom(), month, d.dow()}
	if d.is("Quartz", "AWS") {
		if d.IntN(2) == 0 {
			fields[2] = "?"
		} else {
			fields[4] = "?"
		}
	}
	year := d.pick("*", "2026", "2025-2027", "*/2", "1970-2199/3", "2020,2026,2027,2040")
	second := d.pick("0", "0", "30", "*/20", "5,59", "10-20/5")
	switch n := d.IntN(6); {
	case d.is("AWS"):
		fields = append(fields, year)
	case d.is("Quartz") || d.is("", "OCPS") && n < 3:
		fields = append([]string{second}, fields...)
		if n == 0 {
			fields = append(fields, year)
		}
	}
	return strings.Join(fields, " ")
}

// list draws a field of values alone.
func (d dialectDraw) list(lo, hi, cycle int) string {
	size := hi - lo + 1
	if hi == 7 { // Sunday twice
		size = 7
	}
	if d.IntN(3) == 0 {
		return d.pick("*", "*", "*/2", "*/"+strconv.Itoa(1+d.IntN(size)))
	}
	items := make([]string, 1+d.IntN(1+d.IntN(3)))
	for i := range items {
		a, b := lo+d.IntN(hi-lo+1), lo+d.IntN(hi-lo+1)
		if a > b && (cycle == 0 || !d.is("", "Quartz")) {
			a, b = b, a
		}
		step := strconv.Itoa(1 + d.IntN(min(size, 12)))
		switch n := d.IntN(9); {
		case n == 0:
			items[i] = "*/" + step
		case n == 1:
			items[i] = fmt.Sprintf("%d-%d", a, b)
		case n == 2:
			items[i] = fmt.Sprintf("%d-%d/%s", a, b, step)
		case n == 3 && d.is("", "Kubernetes", "Quartz", "AWS"):
			items[i] = strconv.Itoa(a) + "/" + step
		case n == 4 && d.is("Jenkins") && hi != 7:
			items[i] = d.pick("H", "H/"+step, fmt.Sprintf("H(%d-%d)", min(a, b), max(a, b)), fmt.Sprintf("H(%d-%d)/%s", min(a, b), max(a, b), step))
		case n == 5:
			items[i] = d.pick("*", strconv.Itoa(a))
		default:
			items[i] = strconv.Itoa(a)
		}
	}
	return strings.Join(items, ",")
}

func (d dialectDraw) dom() string {
	day := strconv.Itoa(1 + d.IntN(31))
	switch n := d.IntN(8); {
	case n < 2:
		return "*"
	case n == 2 && d.is("", "OCPS", "Quartz", "AWS"):
		return d.pick("L", day+"W")
	case n == 3 && d.is("", "Quartz"):
		return d.pick("LW", "L-"+strconv.Itoa(1+d.IntN(30)))
	case n == 4 && d.is(""):
		return d.pick("L,", "LW,", day+"W,", "L-2,L-30,") + d.list(1, 31, 0)
	case n == 5 && d.is("", "OCPS", "Kubernetes"):
		return "?"
	}
	return d.list(1, 31, 0)
}

func (d dialectDraw) dow() string {
	lo, hi := 0, 7
	switch {
	case d.is("Kubernetes"):
		hi = 6
	case d.is("Quartz", "AWS"):
		lo = 1
	}
	day := strconv.Itoa(lo + d.IntN(hi-lo+1))
	plus := ""
	if d.is("", "OCPS") && d.IntN(4) == 0 {
		plus = "+"
	}
	switch n := d.IntN(8); {
	case n < 2:
		return "*"
	case n == 2 && d.is("", "OCPS", "Quartz", "AWS"):
		return plus + d.pick(day+"L", day+"#"+strconv.Itoa(1+d.IntN(5)))
	case n == 3 && d.is("", "OCPS"):
		return plus + d.pick(day+"#L,", day+"#2,", "FRI#1,1L,") + day
	case n == 4 && d.is("Quartz", "AWS"):
		return "L"
	case n == 5 && !d.is("Jenkins"):
		return plus + d.pick("MON-FRI", "Sun", "tue,THU", "MON-WED/2")
	}
	return plus + d.list(lo, hi, 7)
}

// TestS10Random compares Next and Prev with the slow evaluator, over expressions of every dialect, around changes of offset
// and elsewhere, and holds the texts of an expression to their laws: the canonical form means the same, and a description says
// one thing only.
func TestS10Random(t *testing.T) {
	t.Parallel()
	n := 3000
	if *cronLong {
		n *= 100
	}
	random := rand.New(rand.NewPCG(5, 6))
	described := make(map[string]*schedule.Cron)
	for i := range n {
		var dialect schedule.CronDialect = schedule.CronDialect(i % 7)
		d := dialectDraw{cronDraw{random}, dialect.String()}
		options := schedule.CronOptions{Dialect: dialect}
		if dialect == schedule.CronDefault {
			d.dialect = ""
		}
		if dialect == schedule.CronJenkins {
			options.Key = strconv.Itoa(i)
		}
		text := d.expression()
		name := dialect.String() + " " + text
		c, err := options.Parse(text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}

		again, err := options.Parse(c.String())
		if err != nil || !again.Equal(c) || again.String() != c.String() {
			t.Errorf("%s: its canonical form %q does not mean the same: %v", name, c, err)
		}
		if other := described[c.Describe()]; other == nil {
			described[c.Describe()] = c
		} else if !sameTimes(c, other) {
			t.Errorf("%s: %q says the same as %q: %s", name, c, other, c.Describe())
		}

		place := changeDays[random.IntN(len(changeDays))]
		from, err := time.Parse(time.RFC3339, d.pick(place.from...))
		if err != nil {
			t.Fatal(err)
		}
		if random.IntN(4) == 0 {
			from = from.Add(time.Duration(random.Int64N(1000*86400)) * time.Second)
		}
		loc := pinned(place.zone)
		zone, err := tz.ZoneOf(place.zone, loc)
		if err != nil {
			t.Fatal(err)
		}
		w, p := walkCron(d.dialect, options.Key, text), c.In(zone)
		// Both look at some weeks: the last answer of each may lie beyond.
		const years, most = 1, 3
		compare := func(direction string, want []int64, step func(time.Time) time.Time) {
			at := from
			for _, sec := range want {
				if got := step(at); got.IsZero() || got.Unix() != sec {
					t.Errorf("%s in %s: %s(%v) = %v, want %v", name, place.zone, direction, at.UTC(), got, time.Unix(sec, 0).UTC())
					return
				}
				at = time.Unix(sec, 0)
			}
			if got := step(at); len(want) < most && !got.IsZero() && got.Sub(from).Abs() < years*365*24*time.Hour {
				t.Errorf("%s in %s: %s(%v) = %v, want none there", name, place.zone, direction, at.UTC(), got)
			}
		}
		compare("Next", w.next(loc, from.Unix(), most, years), p.Next)
		compare("Prev", w.prev(loc, from.Unix(), most, years), p.Prev)
	}
	if len(described) < n/2 {
		t.Errorf("only %d descriptions of %d expressions", len(described), n)
	}
}

// sameTimes reports whether two expressions have the same written times, whatever their rules at a change of offset: in UTC,
// over some years.
func sameTimes(a, b *schedule.Cron) bool {
	x, y := a.In(tz.UTC()), b.In(tz.UTC())
	at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	for range 2000 {
		next := x.Next(at)
		if !next.Equal(y.Next(at)) {
			return false
		}
		if at = next; at.IsZero() {
			break
		}
	}
	return true
}
