package schedule_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// Texts that broke other implementations, or that they read each in its own way.
var cronSeeds = []string{
	"* * * * *", "*/15 2-5 * * 1-5", "0 0 29 2 *", "0 0 30 2 *", "0 0 29 2 +1", "0 0 * * 5L", "0 0 LW,15W,L-3 * *", "0 0 * * FRI#2,5#L", "0 22-2 * NOV-FEB FRI-MON", "5/10 * * * *",
	"@yearly", "@reboot", "@every 1s", "@", "TZ=0", "TZ=", "CRON_TZ=UTC", "TZ=UTC * * * * *", "TZ=/../ * * * * *", ",", ", * * * *", "0,,30 * * * *", "*-5 * * * *", "+5 * * * *",
	"*/0 * * * *", "*/4294967295 * * * *", "*/99999999999999999999 * * * *", "00 00 01 01 *", "0 0 0 1 1 ? *", "* * * * * * *", "0 0 0 1 1 ? 1970-2199/7", "0 0 0 1-31 * * 1970,2199",
	"H H(0-7) H/3 * H", "H(50-52)/10 * * * *", "cron(0 10 ? * 2#1 *)", "rate(1 day)", "0 0 ? * L", "0 0 0 ? * 6L", "0 0 1 * *,1", "0 0 *,15 * 1", "* * * * 7/2", "0-7 0-7 1-7 1-7 0-7", "\x00", "é * * * *", "* * * *\n*",
	"0 0 L-30,31W,1W * 7#5", strings.Repeat("0,", 511) + "0", strings.Repeat("* ", 512),
}

// FuzzParseCron holds any text to what must be so of every expression, in every dialect: errors that point into the text, a
// canonical form that means the same, searches that end, that go forward and back alike, and that find what matches.
func FuzzParseCron(f *testing.F) {
	for i, seed := range cronSeeds {
		for d := range byte(7) {
			f.Add(seed, d, int64(i)*86_400_000)
		}
	}
	zone := tz.MustLoad("America/New_York")
	f.Fuzz(func(t *testing.T, text string, dialect byte, sec int64) {
		options := schedule.CronOptions{Dialect: schedule.CronDialect(dialect % 7), ZonePrefix: dialect&8 != 0}
		if options.Dialect == schedule.CronJenkins {
			options.Key = "key"
		}
		c, err := options.Parse(text)
		if err != nil {
			var e *tz.Error
			if !errors.As(err, &e) || e.Code == "" || e.Detail == "" || e.Input != text || e.Offset < 0 || e.Offset > len(text) {
				t.Fatalf("%q: error %#v", text, err)
			}
			return
		}
		again, err := options.Parse(c.String())
		if err != nil || !again.Equal(c) || again.String() != c.String() || again.Describe() != c.Describe() {
			t.Fatalf("%q: canonical form %q, described %q: %v", text, c, c.Describe(), err)
		}
		from := time.Unix(sec%(1<<36), sec%1e9).UTC()
		p := c.In(zone)
		next := p.Next(from)
		if c.Never() && !next.IsZero() {
			t.Fatalf("%q: never, but at %v", text, next)
		}
		if next.IsZero() {
			return
		}
		if !next.After(from) || !p.Matches(next) || p.Matches(next.Add(time.Nanosecond)) {
			t.Fatalf("%q: Next(%v) = %v, which matches is %v", text, from, next, p.Matches(next))
		}
		if after := p.Next(next); !after.IsZero() && (!after.After(next) || !p.Prev(after).Equal(next)) {
			t.Fatalf("%q: after %v comes %v, before which comes %v", text, next, after, p.Prev(after))
		}
		if prev := p.Prev(next); !prev.IsZero() && (prev.After(from) || !p.Next(prev).Equal(next)) {
			t.Fatalf("%q: before %v comes %v, after which comes %v", text, next, prev, p.Next(prev))
		}
	})
}
