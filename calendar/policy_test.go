package calendar_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/casement-go/casement/calendar"
)

// everyKey is a document that has every key there is.
const everyKey = `{"name":"prod","description":"database upgrades","timeZone":"America/New_York","windows":[
	{"name":"fortnightly","description":"Fridays","schedule":{"weekly":{"intervalWeeks":2,"daysOfWeek":["Friday"],"weekStart":"Sunday"}},
		"startDate":"2026-01-09","endDate":"2027-12-31","startTime":"22:00","anchor":"startDate","gap":"next","overlap":"both","durationHours":4,"cutoff":"90m",
		"notAllowedDates":[{"name":"year end","start":"2026-12-18","end":"2027-01-04"}],
		"notAllowedTime":[{"name":"lunch","start":"12:00","end":"13:00:30","daysOfWeek":["Monday"]}]},
	{"schedule":{"relativeMonthly":{"intervalMonths":1,"weekIndex":"Last","dayOfWeek":"Sunday","offsetDays":-3}},"startTime":"01:00","duration":"6h30m","utcOffset":"-00:30"},
	{"schedule":{"absoluteMonthly":{"intervalMonths":1,"daysOfMonth":[1,-1],"shortMonth":"clamp"}},"startTime":"01:00","endTime":"24:00","timeZone":"UTC"},
	{"schedule":{"absoluteMonthly":{"dayOfMonth":-31}},"startTime":"01:00","duration":"90m"},
	{"schedule":{"weekly":{"dayOfWeek":"Friday"}},"startTime":"01:00:01","duration":"90m"},
	{"schedule":{"daily":{"intervalDays":1}},"startTime":"01:00","duration":"90m"},
	{"schedule":{"daily":{}},"startTime":"01:00","duration":"0h90m"},
	{"schedule":{"cron":"0 2 * * mon-FRI"},"duration":"90m"},
	{"span":{"start":"2026-03-01T22:00:00Z","end":"2026-03-02T06:00:00+02:00"},"cutoff":"0h30m"},
	{"always":true}],
	"minDuration":"1h0m1s",
	"notAllowedDates":[{"start":"12-20","end":"01-05"}],
	"notAllowedTime":[{"start":"08:00","end":"18:00"},{"start":"2026-07-01T10:00:00Z","end":"2026-07-01T14:00:00.000Z"}]}`

// A policy marshals back to the document it was read from: the same keys, values and order.
func TestPolicyRoundTrip(t *testing.T) {
	for _, doc := range []string{everyKey, realPolicy, `{"windows":[]}`, `{"utcOffset":"+05:45","windows":[]}`, `{"windows":[],"notAllowedDates":[],"notAllowedTime":[]}`} {
		p, err := calendar.Parse([]byte(doc))
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := json.Compact(&want, []byte(doc)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), string(got)); diff != "" {
			t.Errorf("(-document +marshalled)\n%s", diff)
		}
		again, err := calendar.Parse(got)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p, again); diff != "" {
			t.Errorf("(-policy +read again)\n%s", diff)
		}
		compile(t, doc)
	}
}

// The AKS object of the samples is an entry of windows, unchanged.
func TestAKSWindowIsAWindow(t *testing.T) {
	const aks = `{"durationHours":4,"notAllowedDates":[{"end":"2024-01-05","start":"2023-12-23"}],"schedule":{"absoluteMonthly":{"dayOfMonth":1,"intervalMonths":3},
		"daily":null,"relativeMonthly":null,"weekly":null},"startDate":"2023-01-20","startTime":"09:00","utcOffset":"-08:00"}`
	wantOpen(t, compile(t, `{"windows":[`+aks+`]}`), "2023-01-01T00:00Z", "2023-09-01T00:00Z",
		"2023-02-01T17:00Z/2023-02-01T21:00Z", "2023-05-01T17:00Z/2023-05-01T21:00Z", "2023-08-01T17:00Z/2023-08-01T21:00Z")
}

func TestCronAsObject(t *testing.T) {
	p, err := calendar.Parse([]byte(`{"windows":[{"schedule":{"cron":{"expression":"0 2 * * *"}},"duration":"1h"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Windows[0].Schedule.Cron.Expression; got != "0 2 * * *" {
		t.Errorf("expression %q", got)
	}
}

// The round trip above covers every key that a Policy has.
func TestEveryKeyIsCovered(t *testing.T) {
	keys := make(map[string]bool)
	var visit func(reflect.Type)
	visit = func(typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice:
			visit(typ.Elem())
		case reflect.Struct:
			for f := range typ.Fields() {
				if key, _, ok := strings.Cut(f.Tag.Get("json"), ","); ok || key != "" {
					keys[key] = true
				}
				visit(f.Type)
			}
		}
	}
	visit(reflect.TypeFor[calendar.Policy]())
	if len(keys) < 30 {
		t.Fatalf("only %d keys", len(keys))
	}
	for key := range keys {
		if !strings.Contains(everyKey, `"`+key+`":`) {
			t.Errorf("the round trip does not cover %s", key)
		}
	}
}
