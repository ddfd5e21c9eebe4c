package strict_test

import (
	"slices"
	"testing"

	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// The place of a part is that of the longest path that has one, and the rest of its path.
func TestPlaces(t *testing.T) {
	p := strict.Places{"": "value[1]", "windows[0]": "value[1].window", "windows[0].startTime": "value[1].window.start_time", "windows[2]": ""}
	for path, want := range map[string]string{
		"windows[0].startTime":              "value[1].window.start_time",
		"windows[0].startTimes":             "value[1].window.startTimes",
		"windows[0].notAllowedDates[3].end": "value[1].window.notAllowedDates[3].end",
		"windows[0]":                        "value[1].window",
		"windows[2].schedule.cron":          "schedule.cron",
		"windows[2]":                        "",
		"windows[10].schedule":              "value[1].windows[10].schedule",
		"name":                              "value[1].name",
		"":                                  "value[1]",
		"notAllowedTime[0]":                 "value[1].notAllowedTime[0]",
	} {
		if got := p.Of(path); got != want {
			t.Errorf("%s is at %s, want %s", path, got, want)
		}
	}
	if got := (strict.Places{}).Of("windows[0].name"); got != "windows[0].name" {
		t.Errorf("without places, got %s", got)
	}
	errs := p.Translate(tz.Errors{{Code: tz.Empty, Path: "windows[0].startTime"}, {Code: tz.Missing, Path: "name"}})
	if len(errs) != 2 || errs[0].Path != "value[1].window.start_time" || errs[0].Code != tz.Empty || errs[1].Path != "value[1].name" {
		t.Errorf("got %v", errs)
	}
	if p.Translate(nil) != nil {
		t.Error("a problem of nothing")
	}
}

// Keys that are not asked for are passed over, unless they differ in letter case only.
func TestPartly(t *testing.T) {
	tree, errs := strict.Parse([]byte(`{"name":"a","Namespace":"b","uid":{"x":[1]},"labels":null}`))
	if tree == nil || len(errs) > 0 {
		t.Fatal(errs)
	}
	r := &strict.Reader{}
	var name, namespace string
	r.Partly(map[string]strict.Target{"name": r.Text(&name), "namespace": r.Text(&namespace)})(*tree, "metadata")
	if name != "a" || namespace != "" || len(r.Problems) != 1 || r.Problems[0].Code != tz.UnknownKey || r.Problems[0].Path != "metadata.Namespace" {
		t.Errorf("%q %q %v", name, namespace, r.Problems)
	}
}

func TestGet(t *testing.T) {
	tree, _ := strict.Parse([]byte(`{"a":null,"b":[true,2,"x"]}`))
	if tree.Has("a") || tree.Has("c") || !tree.Has("b") {
		t.Error("null and missing keys are not there")
	}
	var kinds []strict.Kind
	for _, v := range tree.Get("b").Items {
		kinds = append(kinds, v.Kind)
	}
	if !slices.Equal(kinds, []strict.Kind{strict.Boolean, strict.Number, strict.Text}) {
		t.Errorf("got %v", kinds)
	}
}
