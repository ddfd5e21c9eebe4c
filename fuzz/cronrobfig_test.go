package fuzz_test

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	robfig "github.com/robfig/cron/v3"
)

// What robfig/cron schedules, and gocron and River with it, is what a placed schedule is.
var _ robfig.Schedule = (*schedule.Placed)(nil)

// A cronDraw draws expressions in the grammar of robfig/cron: five fields, or a macro.
type cronDraw struct{ *rand.Rand }

func (d cronDraw) expression() string {
	if d.IntN(100) == 0 {
		return d.pick("@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually")
	}
	if d.IntN(50) == 0 { // days that are rare, or never come
		return d.pick("0 0 ", "*/7 5 ") + d.pick("29", "30", "31", "29-31", "30,31") + " " + d.pick("2", "feb", "2,4", "4/5", "2-2") + d.pick(" *", " ?", " *,3")
	}
	const months, weekdays = "jan feb mar apr may jun jul aug sep oct nov dec", "sun mon tue wed thu fri sat"
	return strings.Join([]string{d.field(0, 59, ""), d.field(0, 23, ""), d.field(1, 31, ""), d.field(1, 12, months), d.field(0, 6, weekdays)}, d.pick(" ", " ", "  ", "\t"))
}

func (d cronDraw) pick(texts ...string) string { return texts[d.IntN(len(texts))] }

func (d cronDraw) field(lo, hi int, names string) string {
	if d.IntN(4) == 0 {
		return d.pick("*", "*", "*", "?")
	}
	items := make([]string, 1+d.IntN(1+d.IntN(4)))
	for i := range items {
		items[i] = d.item(lo, hi, names)
	}
	return strings.Join(items, ",")
}

func (d cronDraw) item(lo, hi int, names string) string {
	a, b := lo+d.IntN(hi-lo+1), lo+d.IntN(hi-lo+1)
	a, b = min(a, b), max(a, b)
	step := strconv.Itoa(1 + d.IntN(d.pickInt(3, hi-lo+1, 2*hi)))
	switch d.IntN(12) {
	case 0:
		return d.pick("*", "?")
	case 1, 2:
		return d.pick("*", "*", "?") + "/" + step
	case 3, 4:
		return d.value(a, lo, names) + "-" + d.value(b, lo, names)
	case 5, 6:
		return d.value(a, lo, names) + "-" + d.value(b, lo, names) + "/" + step
	case 7:
		return d.value(a, lo, names) + "/" + step
	}
	return d.value(a, lo, names)
}

func (d cronDraw) pickInt(ns ...int) int { return ns[d.IntN(len(ns))] }

func (d cronDraw) value(v, lo int, names string) string {
	if all := strings.Fields(names); len(all) > 0 && d.IntN(3) == 0 {
		return d.pick(strings.ToUpper(all[v-lo]), all[v-lo], strings.ToUpper(all[v-lo][:1])+all[v-lo][1:])
	}
	if d.IntN(10) == 0 {
		return "0" + strconv.Itoa(v)
	}
	return strconv.Itoa(v)
}

// TestS10Robfig compares the dialect Kubernetes with robfig/cron in UTC, over expressions of its grammar. One difference is
// known: robfig looks no further than five years and then says that there is no occurrence.
func TestS10Robfig(t *testing.T) {
	t.Parallel()
	n := 20_000
	if *cronLong {
		n *= 100
	}
	d := cronDraw{rand.New(rand.NewPCG(1, 2))}
	far, never, compared := 0, 0, 0
	for range n {
		text := d.expression()
		peer, err := robfig.ParseStandard(text)
		if err != nil {
			t.Fatalf("%q: robfig refuses it: %v", text, err)
		}
		c, err := schedule.CronOptions{Dialect: schedule.CronKubernetes}.Parse(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		p := c.In(tz.UTC())
		at := time.Unix(d.Int64N(4_500_000_000), d.Int64N(2)*d.Int64N(1e9)).UTC() // 1970 to 2112
		for range 4 {
			want, got := peer.Next(at), p.Next(at)
			switch {
			case want.IsZero() && got.IsZero():
				never++
			case want.IsZero() && got.Year() > at.Year()+5:
				far++
			case !want.Equal(got):
				t.Errorf("%q: Next(%v) = %v, robfig has %v", text, at, got, want)
			}
			if c.Never() != got.IsZero() {
				t.Errorf("%q: never is %v, but Next(%v) = %v", text, c.Never(), at, got)
			}
			compared++
			if at = got; got.IsZero() {
				break
			}
		}
	}
	t.Logf("%d expressions, %d answers compared; beyond five years: %d, never: %d", n, compared, far, never)
	if never == 0 || compared < 3*n {
		t.Error("too few answers")
	}
}

// knownRefusals are what robfig/cron reads and the dialect Kubernetes does not, or the other way round.
var knownRefusals = []struct {
	why   string
	texts *regexp.Regexp
}{
	{"robfig drops empty items of a list, and reads a list of nothing else as no value at all", regexp.MustCompile(`(^|[\s,]),|,([\s,]|$)`)},
	{"robfig ignores what follows *-", regexp.MustCompile(`[*?]-`)},
	{"robfig reads +5 as 5", regexp.MustCompile(`\+`)},
	{"robfig reads a number only up to 2^63-1, also as a step beyond the field", regexp.MustCompile(`\d{19}`)},
	{"robfig counts from whenever it is started", regexp.MustCompile(`^@every`)},
	{"robfig takes no space around a macro", regexp.MustCompile(`^\s+@|^@.*\s$`)},
	{"robfig reads a zone in front", regexp.MustCompile(`^(CRON_)?TZ=`)},
}

// TestS10RobfigRefusals compares what the two refuse, over texts that are nearly expressions.
func TestS10RobfigRefusals(t *testing.T) {
	t.Parallel()
	n := 50_000
	if *cronLong {
		n *= 100
	}
	d := cronDraw{rand.New(rand.NewPCG(3, 4))}
	bits := []string{",", "-", "/", "*", "?", "+", " ", "0", "7", "31", "60", "13", "9223372036854775808", "L", "W", "#", "H", "mon", "JAN", "sunday", "\t", ".", "x", "@", "=", "\n", "%", "é"}
	both, neither := 0, 0
	for range n {
		text := d.expression()
		for range d.IntN(3) {
			at := d.IntN(len(text) + 1)
			end := min(len(text), at+d.IntN(3))
			text = text[:at] + d.pick(bits...) + text[end:]
		}
		if strings.Contains(text, "TZ=") {
			continue // robfig panics on some
		}
		_, peerErr := robfig.ParseStandard(text)
		_, err := schedule.CronOptions{Dialect: schedule.CronKubernetes}.Parse(text)
		switch {
		case err == nil && peerErr == nil:
			both++
		case err != nil && peerErr != nil:
			neither++
		default:
			known := false
			for _, k := range knownRefusals {
				known = known || k.texts.MatchString(text)
			}
			if !known {
				t.Errorf("%q: error %v, robfig has %v", text, err, peerErr)
			}
		}
	}
	t.Logf("%d texts: both read %d, both refuse %d, %d differ as known", n, both, neither, n-both-neither)
	if both < n/20 || neither < n/20 {
		t.Error("too few of one kind")
	}
}
