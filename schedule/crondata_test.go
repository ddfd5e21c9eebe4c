package schedule_test

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// The cases lie in two files. In cron.hand.jsonl each answer was worked out by hand; those of cron.jsonl come from the slow
// second evaluator in package fuzz, which checks both files too:
//
//	go test ./fuzz -run TestCronData -cron.write
//
// A line is a case, or the head of a group that says where its answers come from.
var cronFiles = []string{"testdata/cron.hand.jsonl", "testdata/cron.jsonl"}

type cronCase struct {
	Group, Provenance string

	Expression, Dialect, Key string
	Zone                     string      // UTC where it is empty
	From                     time.Time   // where Next and Prev begin
	Next, Prev               []time.Time // fewer than fullCase: there are no more
	Never                    bool
	Error                    tz.Code
	At                       int
}

// fullCase is how many occurrences a generated case lists at the most.
const fullCase = 3

// TestS10CronData holds the parser, Next, Prev and Matches against the answers of the files.
func TestS10CronData(t *testing.T) {
	archive, err := zip.OpenReader("../fuzz/conform/testdata/zones.zip")
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	zones := tz.DatabaseFS(archive, "")
	cases := 0
	for _, name := range cronFiles {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		group := ""
		for lines := bufio.NewScanner(file); lines.Scan(); {
			var c cronCase
			if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
				t.Fatalf("%s: %v: %s", name, err, lines.Text())
			}
			if c.Group != "" {
				if group = c.Group; c.Provenance == "" {
					t.Errorf("group %s does not say where it comes from", group)
				}
				continue
			}
			cases++
			if group == "" {
				t.Fatalf("%s: a case outside any group", name)
			}
			checkCronCase(t, group, zones, c)
		}
	}
	if cases < 1500 {
		t.Errorf("only %d cases", cases)
	}
}

func checkCronCase(t *testing.T, group string, zones *tz.Database, c cronCase) {
	var dialect schedule.CronDialect
	if err := dialect.UnmarshalText([]byte(c.Dialect)); err != nil {
		t.Fatal(err)
	}
	id := group + ": " + dialect.String() + " " + c.Expression
	cron, err := schedule.CronOptions{Dialect: dialect, Key: c.Key}.Parse(c.Expression)
	if c.Error != "" {
		var e *tz.Error
		if !errors.As(err, &e) || e.Code != c.Error || e.Offset != c.At {
			t.Errorf("%s: error %v, want %s at %d", id, err, c.Error, c.At)
		}
		return
	}
	if err != nil {
		t.Errorf("%s: %v", id, err)
		return
	}
	if cron.Never() != c.Never {
		t.Errorf("%s: never is %v", id, cron.Never())
	}
	zone := tz.UTC()
	if c.Zone != "" {
		if zone, err = zones.Zone(c.Zone); err != nil {
			t.Fatal(err)
		}
	}
	p := cron.In(zone)
	if c.Never {
		if next, prev := p.Next(time.Unix(0, 0)), p.Prev(time.Unix(1<<40, 0)); !next.IsZero() || !prev.IsZero() {
			t.Errorf("%s: never, but %v and %v", id, next, prev)
		}
		return
	}
	follow := func(name string, step func(time.Time) time.Time, want []time.Time, complete bool) {
		at := c.From
		for i, w := range want {
			if got := step(at); !got.Equal(w) {
				t.Errorf("%s: %s(%s) = %s, want %s (number %d)", id, name, at, got, w, i)
				return
			}
			if at = w; !p.Matches(w) {
				t.Errorf("%s: does not match %s", id, w)
			}
		}
		if got := step(at); complete && !got.IsZero() {
			t.Errorf("%s: %s(%s) = %s, want none", id, name, at, got)
		}
	}
	generated := c.Prev != nil
	follow("Next", p.Next, c.Next, generated && len(c.Next) < fullCase || len(c.Next) == 0)
	if generated {
		follow("Prev", p.Prev, c.Prev, len(c.Prev) < fullCase)
	}
}
