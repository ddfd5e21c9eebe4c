package tz_test

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"go/build"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

const day = tz.SecondsPerDay

// wantError fails the test unless err is a *tz.Error with that code and offset, which names the input whole and says something.
func wantError(t *testing.T, err error, code tz.Code, input string, offset int) {
	t.Helper()
	var e *tz.Error
	if !errors.As(err, &e) {
		t.Errorf("%.80q: error %v, want a *tz.Error with code %s", input, err, code)
		return
	}
	if e.Code != code || e.Offset != offset || e.Input != input || e.Path != "" || e.Detail == "" {
		t.Errorf("%.80q: %#v, want code %s at %d, the input, no path and a detail", input, e, code, offset)
	}
}

// sec returns an instant in Unix seconds.
func sec(s string) int64 {
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return at.Unix()
}

// rfc returns an instant as text.
func rfc(sec int64) string { return time.Unix(sec, 0).UTC().Format(time.RFC3339) }

// A source is one copy of the tz database that this machine has.
type source struct {
	name  string
	files fs.FS

	once sync.Once
	all  []place
}

// sources returns the copies of the tz database at hand: the host's, which mostly lists each change up to 2037, and that of
// the Go toolchain, which states rules as early as it can. Package time reads the two in quite different ways.
var sources = sync.OnceValue(func() []*source {
	var found []*source
	const host = "/usr/share/zoneinfo"
	if _, err := os.Stat(host + "/Europe/Berlin"); err == nil {
		found = append(found, &source{name: "host", files: os.DirFS(host)})
	}
	if archive, err := zip.OpenReader(filepath.Join(build.Default.GOROOT, "lib", "time", "zoneinfo.zip")); err == nil {
		found = append(found, &source{name: "toolchain", files: archive}) // never closed: all tests share it
	}
	return found
})

// eachSource runs a test for each copy of the tz database.
func eachSource(t *testing.T, test func(t *testing.T, s *source)) {
	if len(sources()) == 0 {
		t.Fatal("this machine has no tz data at all: neither /usr/share/zoneinfo nor that of the Go toolchain")
	}
	for _, s := range sources() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			test(t, s)
		})
	}
}

// A place is one zone of a source, as casement has it and as package time has it.
type place struct {
	name string
	zone tz.Zone
	loc  *time.Location
	copy bool // another place before it in the source has the same bytes
}

// offset returns the offset that package time has at an instant. It is the referee of most tests here.
func (p place) offset(sec int64) int32 {
	_, off := time.Unix(sec, 0).In(p.loc).Zone()
	return int32(off)
}

// places returns the zones of a source that names.txt lists.
func (s *source) places(t *testing.T) []place {
	t.Helper()
	s.once.Do(func() {
		db := tz.DatabaseFS(s.files, "test")
		seen := make(map[[sha256.Size]byte]bool)
		for _, name := range knownNames(t) {
			data, err := fs.ReadFile(s.files, name)
			if errors.Is(err, fs.ErrNotExist) {
				continue // the list is older or newer than this copy
			}
			if err != nil {
				t.Fatal(err)
			}
			loc, err := time.LoadLocationFromTZData(name, data)
			if err != nil {
				t.Fatal(err)
			}
			zone, err := db.Zone(name)
			if err != nil {
				t.Fatal(err)
			}
			sum := sha256.Sum256(data)
			s.all = append(s.all, place{name, zone, loc, seen[sum]})
			seen[sum] = true
		}
	})
	if len(s.all) < 500 {
		t.Fatalf("only %d zones: this copy of the tz database is not complete", len(s.all))
	}
	return s.all
}

// distinct returns the places that are no copies: some 440 of 600.
func (s *source) distinct(t *testing.T) []place {
	t.Helper()
	return slices.DeleteFunc(slices.Clone(s.places(t)), func(p place) bool { return p.copy })
}

// knownNames returns the lines of names.txt.
func knownNames(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("names.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(data))
}

// A change is an instant from which hand-made tz data has an offset.
type change struct {
	at     int64 // Unix seconds
	offset int32 // seconds east of UTC
}

// tzif compiles tz data in the format of RFC 9636, version 2: an offset before the first change, the changes, and a footer
// that governs what comes after the last (a POSIX TZ text; it may be empty). padding makes the file that much longer, in the
// version 1 block that readers of version 2 skip.
func tzif(before int32, changes []change, footer string, padding int) []byte {
	header := func(b []byte, changes, types, chars int) []byte {
		b = append(b, "TZif2"...)
		b = append(b, make([]byte, 15)...)
		for _, n := range []int{0, 0, 0, changes, types, chars} { // UT and standard indicators, leap seconds, ...
			b = binary.BigEndian.AppendUint32(b, uint32(n))
		}
		return b
	}
	data := header(nil, 0, 0, padding)
	data = append(data, make([]byte, padding)...)

	offsets := []int32{before}
	index := map[int32]byte{}
	for _, c := range changes {
		if _, ok := index[c.offset]; !ok {
			index[c.offset] = byte(len(offsets))
			offsets = append(offsets, c.offset)
		}
	}
	data = header(data, len(changes), len(offsets), len("X\x00"))
	for _, c := range changes {
		data = binary.BigEndian.AppendUint64(data, uint64(c.at))
	}
	for _, c := range changes {
		data = append(data, index[c.offset])
	}
	for _, off := range offsets {
		data = append(binary.BigEndian.AppendUint32(data, uint32(off)), 0, 0) // no daylight saving, abbreviation 0
	}
	return append(data, "X\x00\n"+footer+"\n"...)
}

// location returns the location that hand-made tz data describe.
func location(t *testing.T, data []byte) *time.Location {
	t.Helper()
	loc, err := time.LoadLocationFromTZData("Test", data)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}
