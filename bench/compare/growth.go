package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/casement-go/casement/bench/internal/workload"
	"github.com/casement-go/casement/calendar"
)

// A growth is a quantity that cost may grow with: a document for each size of it, and when that is asked.
type growth struct {
	name     string
	sizes    []int
	document func(size int) string
	at       func(size int) []time.Time
}

func growths() []growth {
	around2026 := func(int) []time.Time { return near }
	since := func(rule string, startYear int) string {
		return fmt.Sprintf(`{"timeZone":%q,"windows":[{"schedule":{%s},"startDate":"%04d-01-01","startTime":"02:00","durationHours":4}]}`, newYork, rule, startYear)
	}
	const (
		fortnightly = `"weekly":{"intervalWeeks":2,"daysOfWeek":["Wednesday","Saturday"]}`
		lastFriday  = `"relativeMonthly":{"intervalMonths":2,"weekIndex":"Last","dayOfWeek":"Friday"}`
	)
	distances := []int{0, 1, 20, 100, 400, 1000, 2025}
	return []growth{
		{"years since startDate, every 2 weeks on 2 days", distances, func(n int) string { return since(fortnightly, 2026-n) }, around2026},
		{"years since startDate, last Friday every 2 months", distances, func(n int) string { return since(lastFriday, 2026-n) }, around2026},
		{"year asked about, every 2 weeks on 2 days since year 1", []int{1, 400, 1969, 1999, 2026, 2104, 2400, 9990},
			func(int) string { return since(fortnightly, 1) }, during},
		{"windows", []int{1, 3, 10, 100, 1000}, manyWindows, around2026},
		{"blackouts, by date", []int{1, 10, 100, 1000, 10_000}, manyBlackouts, around2026},
	}
}

// during returns random instants of a year.
func during(year int) []time.Time {
	return workload.In(workload.Between(time.Date(year, 1, 2, 0, 0, 0, 0, time.UTC), time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC)), location)
}

// manyWindows has weekly windows of five minutes, ten minutes apart, on all days in turn.
func manyWindows(n int) string {
	list := make([]string, n)
	for i := range list {
		minute := i / 7 * 10
		list[i] = fmt.Sprintf(`{"schedule":{"weekly":{"dayOfWeek":%q}},"startTime":"%02d:%02d","duration":"5m"}`, time.Weekday(i%7), minute/60, minute%60)
	}
	return fmt.Sprintf(`{"timeZone":%q,"windows":[%s]}`, newYork, strings.Join(list, ","))
}

// manyBlackouts has a daily window and blackouts of one day, every third day from 2026 on.
func manyBlackouts(n int) string {
	list := make([]string, n)
	for i := range list {
		day := time.Date(2026, 1, 1+3*i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		list[i] = fmt.Sprintf(`{"start":%q,"end":%q}`, day, day)
	}
	return fmt.Sprintf(`{"timeZone":%q,"windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":4}],"notAllowedDates":[%s]}`, newYork, strings.Join(list, ","))
}

// printGrowth measures and writes a table of all sizes.
func printGrowth(w io.Writer, p pace) error {
	loop := calibration()
	turns := []*measurement{loop}
	var rows []string
	for _, g := range growths() {
		for _, size := range g.sizes {
			rows = append(rows, fmt.Sprintf("| %s | %d |", g.name, size))
			policy, err := calendar.Parse([]byte(g.document(size)))
			if err != nil {
				return err
			}
			c, err := calendar.Compile(policy)
			if err != nil {
				return err
			}
			at := g.at(size)
			for _, ask := range []asking{calendarIsOpen(c), calendarAt(c), calendarNext(c), calendarPrev(c), compiles(policy)} {
				turns = append(turns, newMeasurement(ask, at))
			}
		}
	}
	measure(turns, p)
	step, turns := loop.nanoseconds(), turns[1:]

	fmt.Fprintln(w, "| what grows | to | IsOpen ns | At ns | Next ns | Prev ns | Compile ns |")
	fmt.Fprintln(w, "|---|--:|--:|--:|--:|--:|--:|")
	for i, row := range rows {
		fmt.Fprint(w, row)
		for _, m := range turns[5*i : 5*i+5] {
			fmt.Fprintf(w, " %s |", figure(m.nanoseconds()))
		}
		fmt.Fprintln(w)
	}
	printSetting(w, step)
	return nil
}
