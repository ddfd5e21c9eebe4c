package schedule_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// More canonical forms, each next to one that differs by as little as can be.
func TestCronStringNeighbours(t *testing.T) {
	for _, c := range []struct {
		dialect    schedule.CronDialect
		text, want string
	}{
		// Values, runs of three and more, and steps.
		{schedule.CronDefault, "1,0 3 * * *", "0,1 3 * * *"},
		{schedule.CronDefault, "2,1,0 3 * * *", "0-2 3 * * *"},
		{schedule.CronDefault, "1-5,7 3 * * *", "1-5,7 3 * * *"},
		{schedule.CronDefault, "59,57,58,0 3 * * *", "0,57-59 3 * * *"},
		{schedule.CronDefault, "5,3,1 3 * * *", "1-5/2 3 * * *"},
		{schedule.CronDefault, "6,3,1 3 * * *", "1,3,6 3 * * *"},
		{schedule.CronDefault, "1,3,5,6 3 * * *", "1,3,5,6 3 * * *"},
		{schedule.CronDefault, "1,2,4,7 3 * * *", "1,2,4,7 3 * * *"},
		{schedule.CronDefault, "0,2,4 3 * * *", "0-4/2 3 * * *"},
		{schedule.CronDefault, "30,0 3 * * *", "0,30 3 * * *"},
		{schedule.CronDefault, "0,20,40 3 * * *", "*/20 3 * * *"},
		{schedule.CronDefault, "0,29,58 3 * * *", "*/29 3 * * *"},
		{schedule.CronDefault, "0-59 3 * * *", "* 3 * * *"},
		{schedule.CronDefault, "1-59 3 * * *", "1-59 3 * * *"},
		{schedule.CronDefault, "0 0,8,16 * * *", "0 0-16/8 * * *"}, // a * would follow the real clock
		{schedule.CronOCPS, "0 0,8,16 * * *", "0 */8 * * *"},       // here it does not
		{schedule.CronDefault, "0 0 1,16,31 * *", "0 0 */15 * *"},
		{schedule.CronDefault, "0 0 1 1-12 *", "0 0 1 * *"},
		{schedule.CronDefault, "0 0 1 1,3,5,7,9,11 *", "0 0 1 */2 *"},
		{schedule.CronDefault, "0 0 1 2,4,6,8,10,12 *", "0 0 1 2-12/2 *"},
		{schedule.CronDefault, "0 0 1 12 *", "0 0 1 12 *"},
		{schedule.CronDefault, "0 0 * * 0,2,4,6", "0 0 * * */2"},
		{schedule.CronDefault, "0 0 * * 1,3,5", "0 0 * * 1-5/2"},
		{schedule.CronDefault, "0 0 * * 0,6", "0 0 * * 0,6"},
		{schedule.CronDefault, "0-59 * * * * *", "* * * * * *"},

		// What the dialect makes of a * in front.
		{schedule.CronVixie, "*/61 0 * * *", "*/60 0 * * *"},
		{schedule.CronVixie, "*/7,3 0 * * *", "*/7,3 0 * * *"},
		{schedule.CronVixie, "*/30,9,7,6,5 0 * * *", "*/30,5-7,9 0 * * *"},
		{schedule.CronVixie, "*/4,*/6 0 * * *", "*/4,6-54/12 0 * * *"},
		{schedule.CronVixie, "0-59/20 0 * * *", "0-40/20 0 * * *"},
		{schedule.CronVixie, "0-59 0 * * *", "0-59 0 * * *"},
		{schedule.CronVixie, "0 0 1 * */3", "0 0 1 * */3"},
		{schedule.CronVixie, "0 0 1 * 0,3,6", "0 0 1 * 0-6/3"},
		{schedule.CronKubernetes, "0 0 1-31 * 1", "0 0 1-31 * 1"},
		{schedule.CronKubernetes, "0 0 1 * 0,2,4,6", "0 0 1 * */2"},
		{schedule.CronKubernetes, "0 0 1 * */1", "0 0 1 * *"},
		{schedule.CronKubernetes, "0 0 1 * 0-6", "0 0 1 * 0-6"},
		{schedule.CronQuartz, "0 0 2 1-31 * ?", "0 0 2 * * ?"},
		{schedule.CronQuartz, "0 0 2 1,16,31 * ?", "0 0 2 */15 * ?"},
		{schedule.CronQuartz, "0 0 2 ? * 2-6 2026-2027", "0 0 2 ? * 2-6 2026-2027"},
		{schedule.CronQuartz, "0 0-23 2 ? * 2", "0 0-23 2 ? * 2"},
		{schedule.CronJenkins, "0 0 1-31 * 0-6", "0 0 * * *"},
		{schedule.CronJenkins, "0 0 1-30 * 0-5", "0 0 1-30 * 0-5"},
		{schedule.CronJenkins, "0 0-23 * * 7", "0 0-23 * * 0"},
		{schedule.CronJenkins, "0 */1 * * *", "0 * * * *"},
		{schedule.CronJenkins, "H(5-5) 3 H(7-7) * *", "5 3 7 * *"}, // a draw from one value

		// The days with letters, at the ends of what they count.
		{schedule.CronDefault, "0 0 L,31W,LW,L-1,1W,L-30 * *", "0 0 1W,31W,L-30,L-1,LW,L * *"},
		{schedule.CronDefault, "0 0 * * 6#5,0#1,6L,0L", "0 0 * * 0#1,6#5,0L,6L"},
		{schedule.CronDefault, "0 0 * * 1,3,5#1", "0 0 * * 1,3,5#1"},
		{schedule.CronQuartz, "0 0 2 ? * 1#5", "0 0 2 ? * 1#5"},
		{schedule.CronQuartz, "0 0 2 ? * SATL", "0 0 2 ? * 7L"},
		{schedule.CronQuartz, "0 0 2 ? * L", "0 0 2 ? * 7"},
		{schedule.CronDefault, "0 0 1 * +MON#1,TUE", "0 0 1 * +2,1#1"},

		// No more fields than needed.
		{schedule.CronDefault, "0 30 2 * * *", "30 2 * * *"},
		{schedule.CronDefault, "0,1 30 2 * * *", "0,1 30 2 * * *"},
		{schedule.CronDefault, "1 30 2 * * * 1970,2199", "1 30 2 * * * 1970,2199"},
		{schedule.CronDefault, "0 30 2 * * * 1970-2199", "0 30 2 * * * 1970-2199"},
		{schedule.CronDefault, "0 30 2 * * * 2033,2034,2098,2097", "0 30 2 * * * 2033-2034,2097-2098"},
		{schedule.CronQuartz, "0 30 2 * * ? *", "0 30 2 * * ?"},
		{schedule.CronQuartz, "0 30 2 * * ? 2026", "0 30 2 * * ? 2026"},
		{schedule.CronAWS, "30 2 * * ? 2026,*", "30 2 * * ? *"},
	} {
		cron := parseIn(t, c.dialect, c.text)
		if got := cron.String(); got != c.want {
			t.Errorf("%v %q: canonical form %q, want %q", c.dialect, c.text, got, c.want)
		}
		if again := parseIn(t, c.dialect, c.want); !again.Equal(cron) || again.String() != c.want {
			t.Errorf("%v %q: %q does not mean the same", c.dialect, c.text, c.want)
		}
	}
	zoned := schedule.CronOptions{ZonePrefix: true}.MustParse("TZ=UTC @Reboot")
	if got := zoned.String(); got != "CRON_TZ=UTC @reboot" {
		t.Errorf("canonical form %q", got)
	}
}

// A canonical form has at most 64 items in a field, as many as are read: with one more there is none, and the source stands for it.
func TestCronStringAtTheLimit(t *testing.T) {
	specials := []string{}
	for n := 1; n <= 31; n++ {
		specials = append(specials, fmt.Sprintf("%dW", n))
	}
	for n := 30; n >= 1; n-- {
		specials = append(specials, fmt.Sprintf("L-%d", n))
	}
	specials = append(specials, "LW", "L") // 63 in the canonical order
	reversed := slices.Clone(specials)
	slices.Reverse(reversed)

	text := "0 0 1," + strings.Join(reversed, ",") + " * *"
	want := "0 0 1," + strings.Join(specials, ",") + " * *"
	if got := schedule.MustParseCron(text).String(); got != want {
		t.Errorf("64 items: canonical form %q, want %q", got, want)
	}
	text = "0 0 1-3/2," + strings.Join(reversed, ",") + " * *" // 1 and 3 are two items, as a range with a step takes three values
	if got := schedule.MustParseCron(text).String(); got != text {
		t.Errorf("65 items: canonical form %q, want the source", got)
	}
}

// Two expressions are equal if they have the same times and the same rules at a change of offset, whatever their dialects: by the table
// at CronDialect, only Default and Jenkins have the same rules, and OCPS and AWS.
func TestCronEqualAcrossDialects(t *testing.T) {
	type spelled struct {
		dialect schedule.CronDialect
		text    string
		rules   string
	}
	list := []spelled{
		{schedule.CronDefault, "0 2 * * *", "forward, first"},
		{schedule.CronJenkins, "0 2 * * *", "forward, first"},
		{schedule.CronOCPS, "0 2 * * *", "skip, first"},
		{schedule.CronAWS, "0 2 * * ? *", "skip, first"},
		{schedule.CronKubernetes, "0 2 * * *", "skip, both"},
		{schedule.CronQuartz, "0 0 2 * * ?", "skip, second"},
		{schedule.CronVixie, "0 2 * * *", "next, first, of short gaps"},
	}
	for _, a := range list {
		for _, b := range list {
			if got := parseIn(t, a.dialect, a.text).Equal(parseIn(t, b.dialect, b.text)); got != (a.rules == b.rules) {
				t.Errorf("%v and %v: equal is %v", a.dialect, b.dialect, got)
			}
		}
	}
	// Those that follow the real clock have one rule.
	for _, a := range []schedule.CronDialect{schedule.CronDefault, schedule.CronVixie, schedule.CronJenkins} {
		for _, b := range []schedule.CronDialect{schedule.CronDefault, schedule.CronVixie, schedule.CronJenkins} {
			if !parseIn(t, a, "0 * * * *").Equal(parseIn(t, b, "0 * * * *")) {
				t.Errorf("%v and %v, once an hour: not equal", a, b)
			}
		}
	}
}

// Each part of an expression counts.
func TestCronEqualParts(t *testing.T) {
	read := schedule.CronOptions{ZonePrefix: true}
	list := []string{
		"0 2 * * *", "1 2 * * *", "0 3 * * *", "0 2 1 * *", "0 2 * 1 *", "0 2 * * 1", "0 2 13 * 5", "0 2 13 * +5", "0 0 2 * * * 2026", "0 0 2 * * * 2027", "1 0 2 * * *",
		"TZ=UTC 0 2 * * *", "TZ=Etc/UTC 0 2 * * *", "0 0 * * *", "@reboot", "0 0 30 2 *", "0 0 31 2 *", "0 0 30 2 +1",
	}
	for i, a := range list {
		for j, b := range list {
			same := i == j || strings.HasPrefix(a, "0 0 3") && strings.HasPrefix(b, "0 0 3")
			if x, y := read.MustParse(a), read.MustParse(b); x.Equal(y) != same && !(x.Never() && y.Never()) {
				t.Errorf("%q and %q: equal is %v", a, b, !same)
			}
		}
	}
}

// What takes the place of an expression that is none never comes, and says so.
func TestCronZeroIsNever(t *testing.T) {
	for _, c := range []*schedule.Cron{nil, {}} {
		if p := c.In(tz.UTC()); !p.Schedule().Never() {
			t.Error("it does not say that it never comes")
		}
	}
}

// A name that is none is an error, and gives the default.
func TestCronDialectThatIsNone(t *testing.T) {
	for _, name := range []string{"", "A", "vixie", "AW", "AWSS", "invalid"} {
		if d, err := schedule.ParseCronDialect(name); err == nil || d != schedule.CronDefault {
			t.Errorf("%q is read as %v, %v", name, d, err)
		}
		d := schedule.CronAWS
		if err := d.UnmarshalText([]byte(name)); (err == nil) != (name == "") || d != schedule.CronDefault {
			t.Errorf("the text %q is read as %v, %v", name, d, err)
		}
	}
}

// A canonical form has at most 1024 bytes, as many as are read: with one more there is none, and the source stands for it.
func TestCronStringAtTheLongest(t *testing.T) {
	numbers := func(n int) string { // pairs, which make no range: 0,1,3,4,6,7,...
		var list []string
		for v := 0; len(list) < n; v++ {
			if v%3 != 2 {
				list = append(list, fmt.Sprint(v))
			}
		}
		return strings.Join(list, ",")
	}
	var days, years []string
	for n := 1; n <= 31; n++ {
		days = append(days, fmt.Sprintf("%dW", n))
	}
	for n := 30; n >= 10; n-- {
		days = append(days, fmt.Sprintf("L-%d", n))
	}
	ends := [][]string{days, append(slices.Clip(days), "L-9"), append(slices.Clip(days), "L"), append(slices.Clip(days), "LW")}
	for year := 1970; year < 1970+3*64; year += 3 {
		years = append(years, fmt.Sprintf("%d-%d", year, year+1))
	}
	found := make(map[int]bool)
	for seconds := 3; seconds <= 40; seconds++ {
		for _, end := range ends {
			begin := numbers(seconds) + " " + numbers(20) + " 3 " + strings.Join(end, ",") + " * * "
			canonical := begin + strings.Join(years, ",")
			if n := len(canonical); n < 1022 || n > 1026 || found[n] {
				continue
			}
			found[len(canonical)] = true
			source := begin + "1970-2161/3,1971-2161/3"
			want := canonical
			if len(canonical) > 1024 {
				want = source
			}
			if got := schedule.MustParseCron(source).String(); got != want {
				t.Errorf("%d bytes: canonical form %q, want %q", len(canonical), got, want)
			}
		}
	}
	if !found[1024] || !found[1025] {
		t.Errorf("the lengths %v", found)
	}
}
