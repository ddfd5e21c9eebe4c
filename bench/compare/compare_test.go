package main

import (
	"strings"
	"testing"
	"time"
)

// TestEqualAnswers: wherever no offset changes, all libraries give the same answers.
func TestEqualAnswers(t *testing.T) {
	for _, q := range questions() {
		all, err := compare(q)
		if err != nil {
			t.Error(err)
		}
		for _, c := range all {
			if c.equal < 5 || c.equal < 2*c.near {
				t.Errorf("%s: %s was compared at %d instants only", c.question, c.entry, c.equal)
			}
		}
	}
}

// TestCompareFindsDifferences: an answer that is wrong by one second, or at one instant, ends the program.
func TestCompareFindsDifferences(t *testing.T) {
	summer := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	at := []time.Time{summer, summer.Add(time.Hour)}
	answers := func(later int64) asking {
		return func(ts []time.Time) int64 {
			if ts[0].Equal(summer) {
				return summer.Unix()
			}
			return summer.Unix() + later
		}
	}
	q := question{"q", at, instant, []entry{{name: "a", ask: answers(0)}, {name: "b", ask: answers(1)}}}
	if _, err := compare(q); err == nil {
		t.Error("a difference was not found")
	}
	q.entries[1].ask = answers(0)
	if all, err := compare(q); err != nil || len(all) != 1 || all[0].equal != 2 || all[0].near != 0 {
		t.Errorf("%+v, %v", all, err)
	}

	// 2026-11-01 06:00 in UTC is when New York sets its clocks back.
	q.at = []time.Time{time.Date(2026, 11, 1, 6, 0, 0, 0, time.UTC), summer}
	q.answers = value
	q.entries[1].ask = func(ts []time.Time) int64 { return 7 }
	q.entries[0].ask = func(ts []time.Time) int64 {
		if ts[0].Equal(summer) {
			return 7
		}
		return 8
	}
	if all, err := compare(q); err != nil || all[0].equal != 1 || all[0].near != 1 || all[0].differ != 1 {
		t.Errorf("%+v, %v", all, err)
	}
}

// TestComparisonTable: the command prints a row with six cells for every implementation.
func TestComparisonTable(t *testing.T) {
	var out strings.Builder
	if err := printComparison(&out, hasty); err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, q := range questions() {
		want += len(q.entries)
		for _, e := range q.entries {
			if !strings.Contains(out.String(), "\n| "+q.name+" | "+e.name+" | ") {
				t.Errorf("no row for %s, %s", q.name, e.name)
			}
		}
	}
	checkRows(t, out.String(), want, 6)
}

// TestGrowthTable: the command prints a row with seven cells for every size.
func TestGrowthTable(t *testing.T) {
	var out strings.Builder
	if err := printGrowth(&out, hasty); err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, g := range growths() {
		want += len(g.sizes)
	}
	checkRows(t, out.String(), want, 7)
}

// checkRows checks a table: its rows without the two of the heading, the cells of each, and that figures are above 0.
func checkRows(t *testing.T, table string, rows, cells int) {
	t.Helper()
	n := 0
	for line := range strings.Lines(table) {
		if !strings.HasPrefix(line, "|") {
			continue
		}
		n++
		parts := strings.Split(strings.TrimSpace(line), "|")
		if len(parts) != cells+2 {
			t.Errorf("%d cells: %s", len(parts)-2, line)
		} else if ns := strings.TrimSpace(parts[3]); ns == "0" || ns == "" {
			t.Errorf("takes no time: %s", line)
		}
	}
	if n != rows+2 {
		t.Errorf("%d rows, want %d", n-2, rows)
	}
}
