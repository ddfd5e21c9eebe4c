package calendar_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// compile returns the calendar of a document that is known to be right.
func compile(t testing.TB, doc string, opts ...calendar.Option) *calendar.Calendar {
	t.Helper()
	p, err := calendar.Parse([]byte(doc))
	if err != nil {
		t.Fatalf("parse: %v\n%s", err, doc)
	}
	cal, err := calendar.Compile(p, opts...)
	if err != nil {
		t.Fatalf("compile: %v\n%s", err, doc)
	}
	return cal
}

// refuse returns the problems of a document that is known to be wrong.
func refuse(t testing.TB, doc string, opts ...calendar.Option) tz.Errors {
	t.Helper()
	p, err := calendar.Parse([]byte(doc))
	if err == nil {
		_, err = calendar.Compile(p, opts...)
	}
	var errs tz.Errors
	if !errors.As(err, &errs) || len(errs) == 0 {
		t.Fatalf("no tz.Errors but %v\n%s", err, doc)
	}
	return errs
}

// instant reads 2026-03-08T07:30Z or 2026-03-08T07:30:00Z.
func instant(t testing.TB, s string) time.Time {
	t.Helper()
	if len(s) == len("2026-03-08T07:30Z") {
		s = s[:len(s)-1] + ":00Z"
	}
	at, err := tz.ParseInstant(s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// open returns the open periods of a range in short form, without seconds where they are zero: 2026-03-08T07:30Z/2026-03-08T08:30Z.
func open(t testing.TB, cal *calendar.Calendar, from, to string) []string {
	t.Helper()
	var got []string
	for w := range cal.Windows(instant(t, from), instant(t, to)) {
		start, ok1 := w.Start()
		end, ok2 := w.End()
		if !ok1 || !ok2 {
			t.Fatalf("a clipped window without an edge: %v", w)
		}
		got = append(got, short(start)+"/"+short(end))
	}
	return got
}

func short(at time.Time) string {
	if at.Second() == 0 {
		return at.UTC().Format("2006-01-02T15:04Z")
	}
	return at.UTC().Format(time.RFC3339)
}

func wantOpen(t testing.TB, cal *calendar.Calendar, from, to string, want ...string) {
	t.Helper()
	if got := open(t, cal, from, to); !slices.Equal(got, want) {
		t.Errorf("open from %s to %s:\n got %v\nwant %v", from, to, got, want)
	}
}
