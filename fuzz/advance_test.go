package fuzz_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// TestS17AdvancesAtEveryChange asks for Next and Prev within two seconds of every change of offset of every zone from 1975 to
// 2090, of policies with starts before, in and behind the gap or overlap. Searches that did not advance there are what
// stormed or hung Nomad, systemd, node-cron and node-schedule.
func TestS17AdvancesAtEveryChange(t *testing.T) {
	names, err := os.ReadFile("../tz/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	windows := []calendar.WindowSpec{
		{Schedule: &calendar.Schedule{Cron: &calendar.Cron{Expression: "0,30 * * * *"}}, Duration: "1m"},
		{Schedule: &calendar.Schedule{Cron: &calendar.Cron{Expression: "15 0-4,22-23 * * *"}}, Overlap: "both", Duration: "20m"},
		{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: "02:30", Gap: "next", Overlap: "second", EndTime: "03:15"},
		{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: "00:00", Gap: "skip", EndTime: "00:30"},
	}
	changes := 0
	for name := range strings.Lines(string(names)) {
		name = strings.TrimSpace(name)
		zone, err := tz.Load(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var cals []*calendar.Calendar
		for _, w := range windows {
			cals = append(cals, calendar.MustCompile(calendar.Policy{TimeZone: name, Windows: []calendar.WindowSpec{w}}))
		}
		end := time.Date(2090, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
		for s := zone.Stretch(time.Date(1975, 1, 1, 0, 0, 0, 0, time.UTC).Unix()); s.To < end; s = zone.Stretch(s.To) {
			changes++
			for sec := s.To - 2; sec <= s.To+2; sec++ {
				at := time.Unix(sec, 0)
				for i, cal := range cals {
					if w, ok := cal.Next(at); !ok || startOf(w).Unix() <= sec {
						t.Fatalf("%s: window %d: Next(%v) = %v, %v", name, i, at.UTC(), w, ok)
					}
					if w, ok := cal.Prev(at); !ok || endOf(w).Unix() > sec {
						t.Fatalf("%s: window %d: Prev(%v) = %v, %v", name, i, at.UTC(), w, ok)
					}
				}
			}
		}
	}
	if changes < 10_000 {
		t.Errorf("only %d changes of offset were met", changes)
	}
}
