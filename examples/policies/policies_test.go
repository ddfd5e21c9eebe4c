package policies_test

import (
	"bufio"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/examples/policies"
	"github.com/casement-go/casement/window"
)

// names returns the policies' files.
func names(t *testing.T) []string {
	t.Helper()
	files, err := fs.Glob(policies.Files, "*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no policies: %v", err)
	}
	return files
}

// load returns a policy and what it compiles to.
func load(t *testing.T, file string) (calendar.Policy, *calendar.Calendar) {
	t.Helper()
	data, err := policies.Files.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	policy, err := calendar.Parse(data)
	if err != nil {
		t.Fatalf("%s:\n%v", file, err)
	}
	cal, err := calendar.Compile(policy)
	if err != nil {
		t.Fatalf("%s:\n%v", file, err)
	}
	return policy, cal
}

// golden returns a month and the open periods in it, as a file in testdata has them: the first line is the month. What follows
// a # is a comment.
func golden(t *testing.T, file string) (month window.Window, periods []window.Window) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		text, _, _ := strings.Cut(lines.Text(), "#")
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		w, err := window.Parse(text)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		periods = append(periods, w)
	}
	if lines.Err() != nil || len(periods) < 2 {
		t.Fatalf("%s: a month and its periods are expected: %v, %v", file, periods, lines.Err())
	}
	return periods[0], periods[1:]
}

func ends(w window.Window) (start, end time.Time) {
	start, _ = w.Start()
	end, _ = w.End()
	return start, end
}

// The open periods of a month are those that the golden file has, asked in every way there is.
func TestMonth(t *testing.T) {
	for _, file := range names(t) {
		months, err := filepath.Glob(filepath.Join("testdata", strings.TrimSuffix(file, ".json")+".*golden"))
		if err != nil || len(months) == 0 {
			t.Errorf("%s: there is no golden file of it", file)
		}
		_, cal := load(t, file)
		for _, name := range months {
			t.Run(name, func(t *testing.T) {
				month, want := golden(t, name)
				from, to := ends(month)
				if got := slices.Collect(cal.Windows(from, to)); !slices.Equal(got, want) {
					t.Errorf("open periods:\n%v\nwant:\n%v", got, want)
				}
				for i, w := range want {
					start, end := ends(w)
					if start != from && cal.IsOpen(start.Add(-time.Second)) || !cal.IsOpen(start) || !cal.IsOpen(end.Add(-time.Second)) || end != to && cal.IsOpen(end) {
						t.Errorf("%v: wrong at its start or its end", w)
					}
					if next, ok := cal.Next(start); i+1 < len(want) && (!ok || next.Clip(month) != want[i+1]) {
						t.Errorf("Next(%v) = %v, want %v", start, next, want[i+1])
					}
					if prev, ok := cal.Prev(start); i > 0 && (!ok || prev.Clip(month) != want[i-1]) {
						t.Errorf("Prev(%v) = %v, want %v", start, prev, want[i-1])
					}
				}
			})
		}
	}
}

// Every policy says what it is for, and names its parts, so that the answers read well.
func TestNamed(t *testing.T) {
	for _, file := range names(t) {
		p, _ := load(t, file)
		if p.Name+".json" != file || p.Description == "" {
			t.Errorf("%s: name %q, description %q", file, p.Name, p.Description)
		}
		for i, w := range p.Windows {
			if w.Name == "" {
				t.Errorf("%s: windows[%d] has no name", file, i)
			}
		}
		for i, d := range p.NotAllowedDates {
			if d.Name == "" {
				t.Errorf("%s: notAllowedDates[%d] has no name", file, i)
			}
		}
		for i, d := range p.NotAllowedTime {
			if d.Name == "" {
				t.Errorf("%s: notAllowedTime[%d] has no name", file, i)
			}
		}
	}
}

// A policy that is written back is the same document.
func TestRoundTrip(t *testing.T) {
	for _, file := range names(t) {
		data, err := policies.Files.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p, _ := load(t, file)
		written, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var before, after any
		if err := json.Unmarshal(data, &before); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(written, &after); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(before, after) {
			t.Errorf("%s: written back as\n%s", file, written)
		}
	}
}
