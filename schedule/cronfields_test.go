package schedule

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/casement-go/casement/tz"
)

// The fields of each dialect, by the table at CronDialect.
var dialectFields = [][]string{
	CronDefault:    {"second", "minute", "hour", "dom", "month", "dow 0-7", "year"},
	CronOCPS:       {"second", "minute", "hour", "dom", "month", "dow 0-7", "year"},
	CronKubernetes: {"minute", "hour", "dom", "month", "dow 0-6"},
	CronVixie:      {"minute", "hour", "dom", "month", "dow 0-7"},
	CronQuartz:     {"second", "minute", "hour", "dom", "month", "dow 1-7", "year"},
	CronAWS:        {"minute", "hour", "dom", "month", "dow 1-7", "year"},
	CronJenkins:    {"minute", "hour", "dom", "month", "dow 0-7"},
}

// A testField is what the documentation says of a field: its bounds, and how many values it has, with Sunday counted once.
type testField struct{ min, max, size int }

var testFields = map[string]testField{
	"second": {0, 59, 60}, "minute": {0, 59, 60}, "hour": {0, 23, 24}, "dom": {1, 31, 31}, "month": {1, 12, 12}, "year": {1970, 2199, 230},
	"dow 0-7": {0, 7, 7}, "dow 0-6": {0, 6, 7}, "dow 1-7": {1, 7, 7},
}

// eachField calls do for every field of every dialect. With puts a text into the field, with * in the others (and the ? that Quartz and AWS
// want), and also returns where it begins.
func eachField(do func(d CronDialect, name string, f testField, with func(text string) (string, int))) {
	for d, names := range dialectFields {
		for i, name := range names {
			do(CronDialect(d), name, testFields[name], func(text string) (string, int) {
				all := slices.Repeat([]string{"*"}, len(names))
				if all[slices.Index(names, "dom")+2] = "?"; strings.HasPrefix(name, "dow") {
					all[i-2] = "?"
				}
				if d != int(CronQuartz) && d != int(CronAWS) {
					all = slices.Repeat([]string{"*"}, len(names))
				}
				all[i] = text
				return strings.Join(all, " "), len(strings.Join(append(all[:i:i], ""), " "))
			})
		}
	}
}

func parseKeyed(d CronDialect, text string) (*Cron, error) {
	o := CronOptions{Dialect: d}
	if d == CronJenkins {
		o.Key = "key"
	}
	return o.Parse(text)
}

// wantWrong checks that a text is an error at a place.
func wantWrong(t *testing.T, d CronDialect, text string, code tz.Code, at int) {
	t.Helper()
	_, err := parseKeyed(d, text)
	var e *tz.Error
	if !errors.As(err, &e) || e.Code != code || e.Offset != at || e.Input != text || e.Path != "" {
		t.Errorf("%v %q: error %v, want %s at %d", d, text, err, code, at)
	}
}

// wantRight checks that a text can be read.
func wantRight(t *testing.T, d CronDialect, text string) {
	t.Helper()
	if _, err := parseKeyed(d, text); err != nil {
		t.Errorf("%v %q: %v", d, text, err)
	}
}

// Every field of every dialect takes the values within its bounds and none beyond, in items of any form, and errors stand where the item
// goes wrong.
func TestCronFieldBounds(t *testing.T) {
	eachField(func(d CronDialect, name string, f testField, with func(string) (string, int)) {
		has := func(in ...CronDialect) bool { return slices.Contains(in, d) }
		ok := func(item string) { text, _ := with(item); wantRight(t, d, text) }
		wrong := func(item string, code tz.Code, at int) {
			text, begin := with(item)
			wantWrong(t, d, text, code, begin+at)
		}
		num := strconv.Itoa
		low, high := num(f.min), num(f.max)
		ok(low)
		ok(high)
		ok("00" + low)
		ok(low + "," + high)
		ok(low + "-" + high)
		ok(high + "-" + high)
		ok("*,*/2," + low + "-" + high + "/3")
		if f.min > 0 {
			wrong(num(f.min-1), tz.OutOfRange, 0)
			wrong(low+"-"+num(f.min-1), tz.OutOfRange, len(low)+1)
		}
		for _, beyond := range []string{num(f.max + 1), "99999999999999999999", "9223372036854775807", "18446744073709551616"} {
			wrong(beyond, tz.OutOfRange, 0)
			wrong(low+"-"+beyond, tz.OutOfRange, len(low)+1)
			wrong(high+","+beyond+",x", tz.OutOfRange, len(high)+1)
		}

		// Steps: up to the size of the field, and beyond where the dialect has it so.
		ok("*/" + num(f.size))
		ok(low + "-" + high + "/" + num(f.size))
		for _, beyond := range []string{num(f.size + 1), "99999999999999999999"} {
			if has(CronDefault, CronKubernetes, CronVixie) {
				ok("*/" + beyond)
			} else {
				wrong("*/"+beyond, tz.OutOfRange, 2)
			}
		}
		for _, none := range []string{"0", "000", "", "x", "-1", "*"} {
			wrong("*/"+none, tz.Invalid, 2)
			wrong(low+"-"+high+"/"+none, tz.Invalid, len(low)+1+len(high)+1)
		}
		if has(CronDefault, CronKubernetes, CronQuartz, CronAWS) {
			ok(high + "/2")
			wrong(high+"/0", tz.Invalid, len(high)+1)
		} else {
			wrong(high+"/2", tz.Invalid, len(high))
		}

		// Ranges round the end.
		second := num(f.min + 1)
		if has(CronDefault, CronQuartz) && name != "dom" && name != "year" {
			ok(second + "-" + low)
		} else {
			wrong(second+"-"+low, tz.Inverted, len(second)+1)
		}
		wrong(low+"-", tz.Invalid, len(low)+1)
		wrong("-"+low, tz.Invalid, 0)

		// Lists, and what is no item.
		wrong(low+",", tz.Empty, len(low)+1)
		wrong(","+low, tz.Empty, 0)
		wrong(low+",,"+low, tz.Empty, len(low)+1)
		wrong(low+"!", tz.Invalid, len(low))
		wrong("*!", tz.Invalid, 1)
		wrong("*5", tz.Invalid, 1)
		wrong("*-5", tz.Invalid, 1)
		wrong("!", tz.Invalid, 0)
		wrong("++"+low, tz.Invalid, map[bool]int{true: 1}[strings.HasPrefix(name, "dow") && has(CronDefault, CronOCPS)])
		wrong(low+",?x", tz.Invalid, len(low)+1+map[bool]int{true: 1}[d == CronKubernetes])
		day := name == "dom" || strings.HasPrefix(name, "dow")
		switch {
		case has(CronKubernetes):
			ok("?")
			ok(low + ",?")
			ok("?/2")
			ok("?/1," + low)
		case day && !has(CronVixie, CronJenkins): // alone
			wrong(low+",?", tz.Invalid, len(low)+1)
			wrong("?,"+low, tz.Invalid, 0)
			wrong("?/2", tz.Invalid, 0)
		default:
			wrong("?", tz.Invalid, 0)
			wrong(low+",?", tz.Invalid, len(low)+1)
		}

		// Names, in either case; and what looks like one.
		names := "x"
		if name == "month" {
			names = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"
		} else if strings.HasPrefix(name, "dow") {
			names = "SUN MON TUE WED THU FRI SAT"
		}
		for i, word := range strings.Fields(names) {
			for _, word := range []string{word, strings.ToLower(word), word[:1] + strings.ToLower(word[1:])} {
				if word == "x" || word == "X" || d == CronJenkins {
					wrong(word, tz.Invalid, 0)
					wrong(low+"-"+word, tz.Invalid, len(low)+1)
					continue
				}
				a, err := parseKeyed(d, first(with(word)))
				b, _ := parseKeyed(d, first(with(num(f.min+i))))
				if err != nil || !a.Equal(b) {
					t.Errorf("%v: %s is not %d in the field %s: %v", d, word, f.min+i, name, err)
				}
				ok(word + "-" + word)
				wrong(word+"x", tz.Invalid, 3)
				wrong(word[:2], tz.Invalid, 0)
				wrong(word[1:]+word[:1], tz.Invalid, 0)
				wrong(word[:2]+"1", tz.Invalid, 0)
			}
		}
	})
}

func first(text string, _ int) string { return text }

// valuesOf returns the values of a field, as numbers of the dialect, with 0 for Sunday where that may be 7 too.
func valuesOf(c *Cron, name string, f testField) (all []int) {
	set := map[string]uint64{
		"second": c.times.seconds, "minute": c.times.minutes, "hour": uint64(c.times.hours), "dom": uint64(c.doms.days), "month": uint64(c.days.ofYear),
	}[name]
	if strings.HasPrefix(name, "dow") {
		for d := tz.Monday; d <= tz.Sunday; d++ {
			if c.dows.every.Has(d) {
				set |= 1 << (int(d) % 7)
			}
		}
	}
	for v := range f.size {
		if name == "year" && c.days.years.has(f.min+v) || name != "year" && set>>v&1 != 0 {
			all = append(all, f.min+v)
		}
	}
	return all
}

// Every range with every step of every field has the values that counting from one to the other gives.
func TestCronRangesByCounting(t *testing.T) {
	eachField(func(d CronDialect, name string, f testField, with func(string) (string, int)) {
		wraps := (d == CronDefault || d == CronQuartz) && name != "dom" && name != "year"
		ends := []int{f.min, f.min + 1, f.min + 2, (f.min + f.max) / 2, f.max - 2, f.max - 1, f.max}
		for _, lo := range ends {
			for _, hi := range ends {
				if hi < lo && !wraps {
					continue
				}
				for _, step := range []int{1, 2, 3, 5, f.size - 1, f.size} {
					in := make(map[int]bool)
					for v, n := lo, 0; ; v, n = v+1, n+1 {
						if v > f.max || f.size == 7 && f.max == 7 && f.min == 0 && v == 7 && hi != 7 {
							v = f.min // round the end; of 0-7, the 7 is the 0
						}
						if n%step == 0 {
							in[f.min+(v-f.min)%f.size] = true
						}
						if v == hi {
							break
						}
					}
					var want []int
					for v := range f.size {
						if in[f.min+v] {
							want = append(want, f.min+v)
						}
					}
					text := first(with(fmt.Sprintf("%d-%d/%d", lo, hi, step)))
					c, err := parseKeyed(d, text)
					if err != nil {
						t.Fatalf("%v %q: %v", d, text, err)
					}
					if got := valuesOf(c, name, f); !slices.Equal(got, want) {
						t.Fatalf("%v %q: the values %v, want %v", d, text, got, want)
					}
				}
			}
		}
	})
}

// The forms of the day fields in every dialect, by the table at CronDialect: those that it has not are errors at their place, those that
// must be alone are errors in a list, and of the others a list has what its items have.
func TestCronFormsOfDialects(t *testing.T) {
	type form struct {
		text   string
		letter int    // where its last letter stands, -1 if it has none
		where  string // the dialects that have it, a letter each: D O K V Q A J
		alone  string // and those in which it stands alone
	}
	const letters = "DOKVQAJ"
	dom := []form{
		{"L", 0, "DOQA", "QA"}, {"L-3", 0, "DQ", "Q"}, {"L-30", 0, "DQ", "Q"}, {"LW", 1, "DQ", "Q"}, {"15W", 2, "DOQA", "OA"}, {"1W", 1, "DOQA", "OA"}, {"01W", 2, "DOQA", "OA"}, {"31W", 2, "DOQA", "OA"},
		{"3", -1, letters, ""}, {"2-9/3", -1, letters, ""}, {"*/11", -1, letters, ""}, {"H", -1, "J", ""},
	}
	dow := []form{
		{"5L", 1, "DOQA", "QA"}, {"2L", 1, "DOQA", "QA"}, {"5#L", 2, "DO", ""}, {"6#L", 2, "DO", ""}, {"6#2", -1, "DOQA", "QA"}, {"6#3", -1, "DOQA", "QA"}, {"1#2", -1, "DOQA", "QA"}, {"L", 0, "QA", "QA"},
		{"3", -1, letters, ""}, {"2-4/2", -1, letters, ""}, {"*/4", -1, letters, ""}, {"H", -1, "J", ""},
	}
	eachField(func(d CronDialect, name string, _ testField, with func(string) (string, int)) {
		forms := dow
		if name == "dom" {
			forms = dom
		} else if !strings.HasPrefix(name, "dow") {
			return
		}
		letter := letters[d : d+1]
		anyCase := strings.Contains("DQA", letter)
		for _, a := range forms {
			text, begin := with(a.text)
			if a.text == "L" && name != "dom" && !strings.Contains(a.where, letter) || a.text == "H" && letter != "J" {
				wantWrong(t, d, text, tz.Invalid, begin) // there it looks like no number
				continue
			}
			if !strings.Contains(a.where, letter) {
				wantWrong(t, d, text, tz.Invalid, begin)
				continue
			}
			x, err := parseKeyed(d, text)
			if err != nil {
				t.Errorf("%v %q: %v", d, text, err)
				continue
			}
			if small, begin := with(strings.ToLower(a.text)); a.letter >= 0 && anyCase {
				if y, err := parseKeyed(d, small); err != nil || !x.Equal(y) {
					t.Errorf("%v: %q is not %q: %v", d, small, text, err)
				}
			} else if a.letter >= 0 {
				wantWrong(t, d, small, tz.Invalid, begin+min(a.letter, strings.IndexAny(a.text, "LW")))
			}
			for _, b := range forms {
				both, begin := with(a.text + "," + b.text)
				switch {
				case !strings.Contains(b.where, letter):
				case strings.Contains(b.alone, letter):
					wantWrong(t, d, both, tz.Conflict, begin+len(a.text)+1)
				case strings.Contains(a.alone, letter):
					wantWrong(t, d, both, tz.Conflict, begin)
				default:
					y, _ := parseKeyed(d, first(with(b.text)))
					c, err := parseKeyed(d, both)
					if err != nil {
						t.Errorf("%v %q: %v", d, both, err)
						continue
					}
					doms := domSet{c.doms.free, x.doms.days | y.doms.days, x.doms.fromLast | y.doms.fromLast, x.doms.nearest | y.doms.nearest, x.doms.lastWork || y.doms.lastWork}
					dows := dowSet{free: c.dows.free, every: x.dows.every | y.dows.every}
					for i := range dows.nth {
						dows.nth[i] = x.dows.nth[i] | y.dows.nth[i]
					}
					if c.doms != doms || c.dows != dows {
						t.Errorf("%v %q: the days are %+v and %+v, want %+v and %+v", d, both, c.doms, c.dows, doms, dows)
					}
				}
			}
		}
		// The numbers behind L- and #, at their ends and beyond.
		for _, c := range []struct {
			item  string
			code  tz.Code
			at    int
			where string
		}{
			{"L-0", tz.OutOfRange, 2, "DQ"}, {"L-31", tz.OutOfRange, 2, "DQ"}, {"L-", tz.OutOfRange, 2, "DQ"}, {"L-99999999999999999999", tz.OutOfRange, 2, "DQ"},
			{"0W", tz.OutOfRange, 0, "DOQA"}, {"32W", tz.OutOfRange, 0, "DOQA"}, {"WL", tz.Invalid, 0, letters}, {"W", tz.Invalid, 0, letters}, {"LL", tz.Invalid, 1, "DOQA"}, {"L5", tz.Invalid, 1, "DOQA"},
			{"1-5W", tz.Invalid, 3, letters}, {"15W/2", tz.Invalid, 3, "DOQA"}, {"*L", tz.Invalid, 1, letters},
		} {
			if text, begin := with(c.item); name == "dom" && strings.Contains(c.where, letter) {
				wantWrong(t, d, text, c.code, begin+c.at)
			}
		}
		for _, c := range []struct {
			item  string
			code  tz.Code
			at    int
			where string
		}{
			{"5#0", tz.OutOfRange, 2, "DOQA"}, {"5#6", tz.OutOfRange, 2, "DOQA"}, {"5#", tz.OutOfRange, 2, "DOQA"}, {"5#99999999999999999999", tz.OutOfRange, 2, "DOQA"}, {"5#-1", tz.OutOfRange, 2, "DOQA"},
			{"8L", tz.OutOfRange, 0, letters}, {"8#1", tz.OutOfRange, 0, letters}, {"#1", tz.Invalid, 0, letters}, {"5#1#2", tz.Invalid, 3, "DOQA"}, {"1-5L", tz.Invalid, 3, letters}, {"5L/2", tz.Invalid, 2, "DOQA"},
			{"+", tz.Empty, 1, "DO"}, {"+,1", tz.Empty, 1, "DO"}, {"1,+2", tz.Invalid, 2, letters}, {"+8", tz.OutOfRange, 1, "DO"}, {"+", tz.Invalid, 0, "KVQAJ"}, {"+1", tz.Invalid, 0, "KVQAJ"},
		} {
			if text, begin := with(c.item); name != "dom" && strings.Contains(c.where, letter) {
				wantWrong(t, d, text, c.code, begin+c.at)
			}
		}
	})
}

// SAT-SUN goes on to the end in OCPS, whose ranges do not go round it: the name, not the number.
func TestCronSundayAtTheEnd(t *testing.T) {
	a, err := parseKeyed(CronOCPS, "0 0 * * SAT-SUN")
	b, _ := parseKeyed(CronOCPS, "0 0 * * 6-7")
	if err != nil || !a.Equal(b) {
		t.Errorf("SAT-SUN is not 6-7: %v", err)
	}
	wantRight(t, CronOCPS, "0 0 * * 3-sun/2")
	wantWrong(t, CronOCPS, "0 0 * * 6-0", tz.Inverted, 10)
	wantWrong(t, CronOCPS, "0 0 * * 6-000", tz.Inverted, 10)
	wantWrong(t, CronOCPS, "0 0 * * SAT-MON", tz.Inverted, 12)
	wantWrong(t, CronOCPS, "0 0 * DEC-JAN *", tz.Inverted, 10)
	wantWrong(t, CronKubernetes, "0 0 * * SAT-SUN", tz.Inverted, 12)
	wantWrong(t, CronVixie, "0 0 * * SAT-SUN", tz.Inverted, 12)
	wantWrong(t, CronAWS, "0 0 ? * SAT-SUN *", tz.Inverted, 12)
}

// An expression has the fields of its dialect, no more and no fewer: the error stands behind the last, or at the first that is too many.
func TestCronCountsFields(t *testing.T) {
	right := map[CronDialect][]int{CronDefault: {5, 6, 7}, CronOCPS: {5, 6, 7}, CronKubernetes: {5}, CronVixie: {5}, CronQuartz: {6, 7}, CronAWS: {6}, CronJenkins: {5}}
	for d, counts := range right {
		for n := 1; n <= 12; n++ {
			text := " " + strings.Repeat("*  ", n)
			longest := counts[len(counts)-1]
			switch {
			case n < longest && !slices.Contains(counts, n):
				wantWrong(t, d, text, tz.Invalid, 1+3*n-2)
				wantWrong(t, d, strings.TrimSpace(text), tz.Invalid, 3*n-2)
			case n > longest:
				wantWrong(t, d, text, tz.Invalid, 1+3*longest)
				wantWrong(t, d, strings.TrimSpace(text), tz.Invalid, 3*longest)
			case d != CronQuartz && d != CronAWS:
				wantRight(t, d, text)
			default: // both days are *
				wantWrong(t, d, text, tz.Conflict, 1+3*(5-map[bool]int{true: 1}[d == CronAWS]))
			}
		}
		wantWrong(t, d, "", tz.Empty, 0)
		wantWrong(t, d, " ", tz.Empty, 0)
		wantWrong(t, d, "\t  ", tz.Empty, 0)
	}
	wantWrong(t, CronQuartz, "0 0 2 ? * ?", tz.Conflict, 10)
	wantWrong(t, CronAWS, "0 2 ? 3 ? *", tz.Conflict, 8)
}

// The form cron(...) belongs to AWS; of what else has parentheses, rate(...) and at(...) are no cron expressions.
func TestCronFunctionStyle(t *testing.T) {
	const whole = "cron(0 10 ? * 2 *)"
	for d := range dialectFields {
		bare := "0 10 * * 2"
		if CronDialect(d) == CronQuartz {
			bare = "0 0 10 ? * 2"
		}
		if d := CronDialect(d); d != CronAWS {
			wantRight(t, d, bare)
			wantWrong(t, d, "cron("+bare+")", tz.Invalid, 0)
			wantWrong(t, d, "rate(1 day)", tz.Invalid, 11)
		}
	}
	plain, err := parseKeyed(CronAWS, "0 10 ? * 2 *")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{whole, " " + whole + "\t", "cron( 0 10 ? * 2 *)", "cron(0 10 ? * 2 *  )", "  cron(\t0 10 ? * 2 * )"} {
		if c, err := parseKeyed(CronAWS, text); err != nil || !c.Equal(plain) {
			t.Errorf("%q: %v, %v", text, c, err)
		}
	}
	for _, c := range []struct {
		text string
		at   int
	}{
		{"rate(1 day)", 0}, {" RATE(1 day)", 1}, {"at(2026-01-01T00:00:00)", 0}, // no cron expressions
		{"cron(0 10 ? * 2 *", 17}, {" cron(0 10 ? * 2 * ", 18}, // no ) at the end
		{"rate", 4}, {"cron", 4}, {" at", 3}, {"rate 1 2", 8}, // too few fields
		{"cron(0 10 ? * 2 )", 15}, {"cron(0 10 ? * 2)", 15}, {"cron()", 5}, {"cron(  )", 5}, {"cron(1 2 3 4 5 6 7)", 17},
		{"cron(0 10 ? * 2 *) x", 20}, {"0 10 ? * ( *", 9}, {"0 10 ? * 2 *)", 12}, {"CRON(0 10 ? * 2 *)", 0}, {"x(0 10 ? * 2 *)", 0}, {"(0 10 ? * 2 *)", 0},
	} {
		wantWrong(t, CronAWS, c.text, tz.Invalid, c.at)
	}
}

// H draws from all values of a field and no others: the day of month from 1 to 28, the day of week from 0 to 6.
func TestCronHashReachesItsField(t *testing.T) {
	const keys = 4000
	for i, f := range []struct {
		name string
		testField
	}{{"minute", testField{0, 59, 60}}, {"hour", testField{0, 23, 24}}, {"dom", testField{1, 28, 31}}, {"month", testField{1, 12, 12}}, {"dow 0-7", testField{0, 6, 7}}} {
		fields := strings.Fields("* * * * *")
		fields[i] = "H"
		text := strings.Join(fields, " ")
		seen := make(map[int]bool)
		for n := range keys {
			c, err := CronOptions{Dialect: CronJenkins, Key: strconv.Itoa(n)}.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			got := valuesOf(c, f.name, testField{testFields[f.name].min, f.max, f.size})
			if len(got) != 1 || got[0] < f.min || got[0] > f.max {
				t.Fatalf("%s with the key %d: the values %v, want one from %d to %d", text, n, got, f.min, f.max)
			}
			seen[got[0]] = true
		}
		if len(seen) != f.max-f.min+1 {
			t.Errorf("%s: %d different values of %d keys, want all from %d to %d", text, len(seen), keys, f.min, f.max)
		}
	}
}

// What is wrong about an H, at its place.
func TestCronHashErrors(t *testing.T) {
	for _, c := range []struct {
		text string
		code tz.Code
		at   int
	}{
		{"H(5) * * * *", tz.Invalid, 3}, {"H(5-) * * * *", tz.Invalid, 4}, {"H() * * * *", tz.Invalid, 2}, {"H(-5) * * * *", tz.Invalid, 2}, {"H(5-9 * * * *", tz.Invalid, 5}, {"H(5-9/2) * * * *", tz.Invalid, 5},
		{"H(9-5) * * * *", tz.Inverted, 4}, {"H(5-60) * * * *", tz.OutOfRange, 4}, {"H(60-5) * * * *", tz.OutOfRange, 2}, {"H/61 * * * *", tz.OutOfRange, 2}, {"H/0 * * * *", tz.Invalid, 2},
		{"* * H(0-5) * *", tz.OutOfRange, 6}, {"* * H(1-32) * *", tz.OutOfRange, 8}, {"h * * * *", tz.Invalid, 0}, {"H1 * * * *", tz.Invalid, 1}, {"H-5 * * * *", tz.Invalid, 1},
	} {
		wantWrong(t, CronJenkins, c.text, c.code, c.at)
	}
	for _, text := range []string{"H,5 * * * *", "5,H,H(0-9)/5 * * * *", "H/60 * * * *", "H(7-7) * H(29-31) * 7,H", "* * H(31-31) * H(6-7)"} {
		wantRight(t, CronJenkins, text)
	}
	for text, at := range map[string]int{"H 2 * * *": 0, "0 2,H/3 * * *": 4, "@daily": 0, " @hourly": 1} {
		_, err := CronOptions{Dialect: CronJenkins}.Parse(text)
		var e *tz.Error
		if !errors.As(err, &e) || e.Code != tz.Missing || e.Offset != at {
			t.Errorf("%q without a key: error %v, want %s at %d", text, err, tz.Missing, at)
		}
	}
}
