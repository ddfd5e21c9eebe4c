package fuzz

import (
	"bytes"
	"encoding/json"
	"sync"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/window"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func roundTrip(t *rapid.T, c gen.Case) {
	doc, err := json.Marshal(c.Policy)
	if err != nil {
		t.Fatal(err)
	}
	read, err := calendar.Parse(doc)
	if err != nil {
		t.Fatalf("%s: %v", doc, err)
	}
	if diff := cmp.Diff(c.Policy, read); diff != "" {
		t.Fatalf("%s: read again (-written +read):\n%s", doc, diff)
	}
	again, err := json.Marshal(read)
	if err != nil || !bytes.Equal(doc, again) {
		t.Fatalf("written again: %s, %v", again, err)
	}
}

func deterministic(t *rapid.T, c gen.Case) {
	before, _ := json.Marshal(c.Policy)
	one := calendar.MustCompile(c.Policy)
	if after, _ := json.Marshal(c.Policy); !bytes.Equal(before, after) {
		t.Fatalf("compiling changed the policy to %s", after)
	}
	other := calendar.MustCompile(c.Policy)
	from, to := aroundIt(t, c)
	if a, b := open(one, from, to), open(other, from, to); !same(a, b) {
		t.Fatalf("%v, compiled again %v", a, b)
	}
	ask := gen.Probes(one, c.At).Draw(t, "at")
	if a, b := answersOf(one, ask.Unix()), answersOf(other, ask.Unix()); a != b {
		t.Fatalf("at %v: %v, compiled again %v", ask, a, b)
	}
	if one.TZVersion() != other.TZVersion() {
		t.Fatalf("tz version %q, compiled again %q", one.TZVersion(), other.TZVersion())
	}
}

// answers are what a calendar says of one instant.
type answers struct {
	open       bool
	status     string
	next, prev window.Window
}

func answersOf(cal *calendar.Calendar, sec int64) answers {
	next, _ := cal.Next(at(sec))
	prev, _ := cal.Prev(at(sec))
	return answers{cal.IsOpen(at(sec)), cal.At(at(sec)).String(), next, prev}
}

func concurrent(t *rapid.T, c gen.Case) {
	cal := calendar.MustCompile(c.Policy)
	probe := gen.Probes(cal, c.At)
	ask := probe.Draw(t, "at").Unix()
	from, to := c.At.Unix()-2*day, c.At.Unix()+2*day
	all := func() (answers, []span) { return answersOf(cal, ask), open(cal, from, to) }
	const askers = 2
	var got [askers]answers
	var windows [askers][]span
	var wg sync.WaitGroup
	for i := range askers {
		wg.Go(func() { got[i], windows[i] = all() })
	}
	wg.Wait()
	want, wantWindows := all()
	for i := range askers {
		if got[i] != want || !same(windows[i], wantWindows) {
			t.Fatalf("together %v %v, alone %v %v", got[i], windows[i], want, wantWindows)
		}
	}
}
