package aks_test

import (
	"strings"
	"testing"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/aks"
	"github.com/google/go-cmp/cmp"
)

// Hours that are left out are as wrong as an empty list of them.
func TestHoursAreRequired(t *testing.T) {
	for doc, want := range map[string]string{
		`{"properties":{"timeInWeek":[{"day":"Monday"}]}}`:                "properties.timeInWeek[0].hourSlots",
		`{"properties":{"timeInWeek":[{"day":"Monday","hourSlots":[]}]}}`: "properties.timeInWeek[0].hourSlots",
	} {
		_, err := aks.Parse([]byte(doc))
		if got := paths(t, err); !cmp.Equal(got, []string{want}) {
			t.Errorf("%s: %v, want %s", doc, got, want)
		}
	}
}

// A configuration has one name: that of the policy is left out where it has another.
func TestFormatNameOfItsOwn(t *testing.T) {
	p := policy(t, `{"name":"mine","windows":[`+window+`]}`)
	for name, want := range map[string][]string{"": {}, "mine": {}, "default": {"LeftOut name"}} {
		data, found, err := aks.Format(aks.Configuration{Name: name, Policy: p})
		if err != nil {
			t.Fatal(err)
		}
		var lost []string
		for _, f := range codes(found) {
			if f == "LeftOut name" {
				lost = append(lost, f)
			}
		}
		if len(lost) != len(want) {
			t.Errorf("%q: %v, want %v", name, lost, want)
		}
		if back := parse(t, string(data)); name == "default" && back[0].Name != "default" || name != "default" && back[0].Name != "mine" {
			t.Errorf("%q: the document names %q", name, back[0].Name)
		}
	}
}

// Times of day that are all day cut every window, and any time cuts a window that is always open.
func TestTimesOfTheWholeDay(t *testing.T) {
	const all = `"notAllowedTime":[{"start":"00:00","end":"24:00"}]`
	for _, doc := range []string{`{"properties":{"maintenanceWindow":` + window + `,` + all + `}}`, `{"properties":{` + all + `}}`,
		`{"properties":{"notAllowedTime":[{"start":"08:00","end":"08:01"}]}}`} {
		c := parse(t, doc)[0]
		for _, f := range c.Remarks {
			if f.Code == aks.CutsNothing {
				t.Errorf("%s: %v", doc, f)
			}
		}
		w, ok := calendar.MustCompile(c.Policy).Next(instant(t, "2026-01-01T08:00:00Z"))
		if strings.Contains(doc, all) && ok || !strings.Contains(doc, all) && w.String() != "2026-01-01T08:01:00Z/2026-01-02T08:00:00Z" {
			t.Errorf("%s: it opens %v", doc, w)
		}
	}
}
