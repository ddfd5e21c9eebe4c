package tz_test

import (
	"io/fs"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/casement-go/casement/tz"
)

// The rule at the end of a compiled zone is text: bytes that are none are the rest of a file whose end is missing.
func TestZoneDataWhoseRuleIsNoText(t *testing.T) {
	for _, rule := range []string{"\x00", "CET-1\x1f", "\x7fCET-1", "\xc3\xa9"} {
		db := tz.DatabaseFS(fstest.MapFS{"Test/Zone": {Data: tzif(3600, nil, rule, 0)}}, "")
		zone, err := db.Zone("Test/Zone")
		wantError(t, err, tz.InvalidZone, "Test/Zone", 0)
		if zone != (tz.Zone{}) {
			t.Errorf("rule %q: an error and yet the zone %v", rule, zone)
		}
	}
}

// openFiles counts the files that are open.
type openFiles struct {
	fs.FS
	count int
}

func (o *openFiles) Open(name string) (fs.File, error) {
	f, err := o.FS.Open(name)
	if err != nil {
		return nil, err
	}
	o.count++
	return &openFile{f, o}, nil
}

type openFile struct {
	fs.File
	of *openFiles
}

func (f *openFile) Close() error {
	f.of.count--
	return f.File.Close()
}

func TestFilesAreClosed(t *testing.T) {
	files := &openFiles{FS: fstest.MapFS{"Test/Zone": {Data: berlin()}, "Test/Bad": {Data: []byte("none")}, "+VERSION": {Data: []byte("2026a")}}}
	db := tz.DatabaseFS(files, "")
	if _, err := db.Zone("Test/Zone"); err != nil {
		t.Error(err)
	}
	if _, err := db.Zone("Test/Bad"); err == nil {
		t.Error("no error")
	}
	if files.count != 0 {
		t.Errorf("%d files are open", files.count)
	}
}

// What is in no year of the calendar is the zero DateTime, its time of day too.
func TestLocalSecondsOutsideTheCalendar(t *testing.T) {
	first, last := int64(tz.MinDay)*tz.SecondsPerDay, int64(tz.MaxDay+1)*tz.SecondsPerDay-1
	for _, local := range []int64{first - 1, last + 1, math.MinInt64, math.MaxInt64} {
		if dt := tz.DateTimeOfLocal(local); dt != (tz.DateTime{}) {
			t.Errorf("%d: %+v", local, dt)
		}
	}
	for local, want := range map[int64]string{first: "0001-01-01T00:00", last: "9999-12-31T23:59:59"} {
		if got := tz.DateTimeOfLocal(local).String(); got != want {
			t.Errorf("%d: %s", local, got)
		}
	}
}

// An error quotes at most 64 bytes of its input, also where those are no text, and names an offset from 1 on.
func TestErrorQuotesBytesThatAreNoText(t *testing.T) {
	e := &tz.Error{Code: tz.Invalid, Input: strings.Repeat("\x80", 100), Detail: "detail"}
	if n := strings.Count(e.Error(), `\x80`); n != 64 {
		t.Errorf("%d bytes quoted: %s", n, e)
	}
	for offset, want := range map[int]bool{0: false, 1: true, 2: true} {
		e := &tz.Error{Code: tz.Invalid, Offset: offset, Detail: "detail"}
		if got := strings.ContainsAny(e.Error(), "0123456789"); got != want {
			t.Errorf("offset %d: %s", offset, e)
		}
	}
}
