package schedule

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// detailOf returns what the error of a wrong text says.
func detailOf(t *testing.T, d CronDialect, text string) string {
	t.Helper()
	_, err := parseKeyed(d, text)
	if err == nil {
		t.Fatalf("%v %q: no error", d, text)
	}
	return err.Error()
}

// What an error says may stand in a field may: the numbers up to its bounds and no further, and a name where there are names.
func TestCronErrorsOfferWhatIsRight(t *testing.T) {
	offer := regexp.MustCompile(`a number from (\d+) to (\d+)(?: or a name like (\w+))?`)
	eachField(func(d CronDialect, name string, _ testField, with func(string) (string, int)) {
		for _, wrong := range []string{"x", ",x", "*,", "*,x"} {
			text, _ := with(wrong)
			said := offer.FindStringSubmatch(detailOf(t, d, text))
			if said == nil {
				t.Fatalf("%v %q: it does not say what may stand there", d, text)
			}
			lo, _ := strconv.Atoi(said[1])
			hi, _ := strconv.Atoi(said[2])
			for value, want := range map[int]bool{lo - 1: false, lo: true, hi: true, hi + 1: false} {
				if _, err := parseKeyed(d, first(with(strconv.Itoa(value)))); (err == nil) != want {
					t.Errorf("%v: it says %q, but %d in the field %s is read with %v", d, said[0], value, name, err)
				}
			}
			_, noName := parseKeyed(d, first(with("SAT")))
			if name == "month" {
				_, noName = parseKeyed(d, first(with("DEC")))
			}
			if (said[3] != "") != (noName == nil) {
				t.Errorf("%v: it says %q, but a name in the field %s is read with %v", d, said[0], name, noName)
			}
			if said[3] != "" {
				wantRight(t, d, first(with(said[3])))
			}
		}
	})
}

// The expression that an error gives as an example is one of the dialect, and so are the macros that it names.
func TestCronErrorsGiveExamples(t *testing.T) {
	for d, fields := range dialectFields {
		d := CronDialect(d)
		for _, text := range []string{"", "1", strings.Repeat("1 ", len(fields)+1)} {
			_, example, given := strings.Cut(detailOf(t, d, text), "such as ")
			if example, _, _ = strings.Cut(example, " (at "); !given {
				t.Errorf("%v %q: no example", d, text)
			}
			wantRight(t, d, example)
		}
		said := detailOf(t, d, "@never")
		_, example, given := strings.Cut(said, "such as ")
		macros := regexp.MustCompile(`@\w+`).FindAllString(strings.TrimPrefix(said, `"@never"`), -1)
		if none := d == CronQuartz || d == CronAWS; given != none || (len(macros) == 0) != none {
			t.Errorf("%v: it has no macros: %v; but %s", d, none, said)
		}
		if given {
			example, _, _ = strings.Cut(example, " (at ")
			wantRight(t, d, example)
		}
		for _, macro := range macros {
			wantRight(t, d, macro)
		}
	}
	_, err := CronOptions{ZonePrefix: true}.Parse("TZ=UTC")
	if _, example, given := strings.Cut(err.Error(), "such as "); !given {
		t.Errorf("%v: no example", err)
	} else {
		example, _, _ = strings.Cut(example, " (at ")
		wantRight(t, CronDefault, example)
	}
}

// What an error says to write instead of something wrong can be read, and means what was meant.
func TestCronErrorsSayWhatToWrite(t *testing.T) {
	instead := regexp.MustCompile(`write ([^ ]+)`)
	for _, c := range []struct {
		dialect CronDialect
		text    string
		wrong   string // the part to be replaced
		meant   string // canonical, empty where nothing is to be written instead
	}{
		{CronOCPS, "5/10 3 * * *", "5/10", "5-55/10 3 * * *"},
		{CronOCPS, "0 3 * * 5/2", "5/2", "0 3 * * 5"}, // Sunday is the first day of the field
		{CronVixie, "0 3 2/9,5 * *", "2/9", "0 3 2,5,11,20,29 * *"},
		{CronJenkins, "7,9/20 3 * * *", "9/20", "7,9,29,49 3 * * *"},
		{CronKubernetes, "0 22-2 * * *", "22-2", "0 0-2,22,23 * * *"},
		{CronVixie, "0 3 * 11-2 *", "11-2", "0 3 * 1,2,11,12 *"},
		{CronOCPS, "0 3 * * 5-1", "5-1", "0 3 * * 0,1,5,6"},
		{CronKubernetes, "0 3 * * 5-1", "5-1", "0 3 * * 0,1,5,6"},
		{CronJenkins, "0 3 * * 5-1", "5-1", "0 3 * * 0,1,5,6"},
		{CronJenkins, "0 3 * 11-2 *", "11-2", "0 3 * 1,2,11,12 *"},
		{CronAWS, "0 3 ? * FRI-MON *", "FRI-MON", "0 3 ? * 1,2,6,7 *"},
		{CronDefault, "0 3 20-10 * *", "20-10", "0 3 10-20 * *"},
		{CronQuartz, "0 0 3 20-10 * ?", "20-10", "0 0 3 10-20 * ?"},
		{CronKubernetes, "0 3 20-10 * *", "20-10", "0 3 10-20 * *"},
		{CronDefault, "0 0 3 * * * 2027-2026", "2027-2026", "0 0 3 * * * 2026-2027"},
		{CronJenkins, "H(9-9) H(5-3) * * *", "H(5-3)", "9 4 * * *"},

		{CronDefault, "? 3 * * *", "?", "* 3 * * *"},
		{CronQuartz, "0 ? 3 * * ?", "?", "0 * 3 * * ?"},
		{CronVixie, "0 3 ? * 1", "?", "0 3 * * 1"},
		{CronJenkins, "0 3 * * ?", "?", "0 3 * * *"},
		{CronDefault, "0 3 1,? * *", "?", ""}, // a ? stands alone there: * would not do
		{CronAWS, "0 3 ? * 1,? *", "?", ""},

		{CronOCPS, "0 3 l * *", "l", "0 3 L * *"},
		{CronOCPS, "0 3 15w * *", "w", "0 3 15W * *"},
		{CronOCPS, "0 3 * * 5l", "l", "0 3 * * 5L"},
		{CronOCPS, "0 3 * * 5#l", "l", "0 3 * * 5L"},
	} {
		said := instead.FindStringSubmatch(detailOf(t, c.dialect, c.text))
		if said == nil || c.meant == "" {
			if said != nil || c.meant != "" {
				t.Errorf("%v %q: it says to write %q, want that of %q", c.dialect, c.text, said, c.meant)
			}
			continue
		}
		right := strings.Replace(c.text, c.wrong, said[1], 1)
		if got, err := parseKeyed(c.dialect, right); err != nil || !strings.Contains(c.text, "H") && got.String() != c.meant {
			t.Errorf("%v %q: it says to write %q: %v, %v, want %q", c.dialect, c.text, said[1], got, err, c.meant)
		}
	}
	_, err := CronOptions{ZonePrefix: true}.Parse("cron_tz=UTC 0 3 * * *")
	if said := instead.FindStringSubmatch(err.Error()); said == nil || said[1] != "CRON_TZ=" {
		t.Errorf("%v: want to be told to write CRON_TZ=", err)
	}
}
