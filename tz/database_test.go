package tz_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/casement-go/casement/tz"
)

// berlin is tz data with two changes and a rule, under a name of choice.
func berlin() []byte {
	return tzif(3600, []change{{sec("1980-04-06T01:00:00Z"), 7200}, {sec("1980-09-28T01:00:00Z"), 3600}},
		"CET-1CEST,M3.5.0,M10.5.0/3", 0)
}

// counter counts how often each file is opened.
type counter struct {
	fs.FS
	mu     sync.Mutex
	opened map[string]int
}

func (c *counter) Open(name string) (fs.File, error) {
	c.mu.Lock()
	c.opened[name]++
	c.mu.Unlock()
	return c.FS.Open(name)
}

// anyName is a file system in which every name is a file with the same bytes.
type anyName []byte

func (data anyName) Open(name string) (fs.File, error) {
	return fstest.MapFS{name: {Data: data}}.Open(name)
}

func TestDatabaseLoads(t *testing.T) {
	db := tz.DatabaseFS(fstest.MapFS{
		"Europe/Berlin":  {Data: berlin()},
		"Mars/Colony_+1": {Data: berlin()}, // not a name that the tz database has so far
	}, "")
	for _, name := range []string{"Europe/Berlin", "Mars/Colony_+1"} {
		zone, err := db.Zone(name)
		if err != nil {
			t.Fatal(err)
		}
		if zone.String() != name {
			t.Errorf("%s is called %v", name, zone)
		}
		if got := zone.Read(time.Unix(sec("2026-07-01T00:00:00Z"), 0)).String(); got != "2026-07-01T02:00" {
			t.Errorf("in %s it is %s", name, got)
		}
	}
}

func TestS02UnknownZone(t *testing.T) {
	db := tz.DatabaseFS(fstest.MapFS{"Europe/Berlin": {Data: berlin()}}, "")
	for _, name := range []string{
		"Europe/Atlantis",    // no such name anywhere
		"Europe/Paris",       // a known name that this database lacks
		"Europe",             // a directory
		"Europe/Berlin/City", // below a file
		"Etc/UTC",            // only UTC itself needs no file
	} {
		zone, err := db.Zone(name)
		wantError(t, err, tz.UnknownZone, name, 0)
		if zone != (tz.Zone{}) {
			t.Errorf("%s: an error and yet the zone %v", name, zone)
		}
	}
	for _, name := range []string{"Europe/Atlantis", "Europe", "Europe/Berlin/City"} {
		_, err := tz.Load(name)
		wantError(t, err, tz.UnknownZone, name, 0)
	}
}

func TestInvalidZoneData(t *testing.T) {
	good := berlin()
	for what, data := range map[string][]byte{
		"empty":          {},
		"text":           []byte("Europe/Berlin is in Germany\n"),
		"another file":   []byte("#!/bin/sh\n"),
		"no magic":       append([]byte("TZ__"), good[4:]...),
		"magic alone":    []byte("TZif"),
		"header alone":   good[:44],
		"future version": append([]byte("TZif9"), good[5:]...),
		"no types":       append(bytes.Clone(good[:44]), bytes.ReplaceAll(good[44:], []byte{0, 0, 0, 3}, []byte{0, 0, 0, 0})...),
		"offset 30 h":    tzif(30*3600, nil, "", 0),
	} {
		db := tz.DatabaseFS(fstest.MapFS{"Test/Zone": {Data: data}}, "")
		zone, err := db.Zone("Test/Zone")
		wantError(t, err, tz.InvalidZone, "Test/Zone", 0)
		if zone != (tz.Zone{}) {
			t.Errorf("%s: an error and yet the zone %v", what, zone)
		}
	}
}

// TestTruncatedZoneData cuts a zone file short at every byte: a part of a zone is not that zone.
func TestTruncatedZoneData(t *testing.T) {
	good := berlin()
	for n := range good {
		db := tz.DatabaseFS(fstest.MapFS{"Test/Zone": {Data: good[:n]}}, "")
		if zone, err := db.Zone("Test/Zone"); err == nil {
			t.Fatalf("%d of %d bytes are a zone: 2026-07-01T00:00Z reads %v", n, len(good), zone.Read(time.Unix(sec("2026-07-01T00:00:00Z"), 0)))
		}
	}
}

// TestOldZoneData reads version 1 of the format, which has 32 bits for an instant and no footer.
func TestOldZoneData(t *testing.T) {
	data := append([]byte("TZif"), make([]byte, 16)...)
	for _, n := range []uint32{0, 0, 0, 1, 2, 2} {
		data = binary.BigEndian.AppendUint32(data, n)
	}
	data = binary.BigEndian.AppendUint32(data, 1e9)
	data = append(data, 1,
		0, 0, 0x0e, 0x10, 0, 0, // 3600
		0, 0, 0x1c, 0x20, 0, 0, // 7200
		'X', 0)
	db := tz.DatabaseFS(fstest.MapFS{"Test/Zone": {Data: data}}, "")
	zone, err := db.Zone("Test/Zone")
	if want := (tz.Stretch{From: tz.Past, To: 1e9, Offsets: tz.Offsets{Before: 3600, Offset: 3600, After: 7200}}); err != nil || zone.Stretch(0) != want {
		t.Errorf("%+v, %v, want %+v", zone.Stretch(0), err, want)
	}
}

func TestZoneFileSize(t *testing.T) {
	small := len(berlin())
	of := func(size int) []byte {
		return tzif(3600, []change{{sec("1980-04-06T01:00:00Z"), 7200}, {sec("1980-09-28T01:00:00Z"), 3600}},
			"CET-1CEST,M3.5.0,M10.5.0/3", size-small)
	}
	db := tz.DatabaseFS(fstest.MapFS{
		"Test/Fits":      {Data: of(1 << 20)},
		"Test/Too_Large": {Data: of(1<<20 + 1)},
	}, "")
	if zone, err := db.Zone("Test/Fits"); err != nil || zone.Stretch(sec("1980-07-01T00:00:00Z")).Offset != 7200 {
		t.Errorf("a file of 1 MiB: %v, %v", zone, err)
	}
	_, err := db.Zone("Test/Too_Large")
	wantError(t, err, tz.InvalidZone, "Test/Too_Large", 0)
}

// endless is a file system in which every file goes on for ever.
type endless struct{ read int }

func (e *endless) Open(name string) (fs.File, error) { return e, nil }
func (e *endless) Stat() (fs.FileInfo, error)        { return nil, fs.ErrInvalid }
func (e *endless) Close() error                      { return nil }
func (e *endless) Read(b []byte) (int, error)        { e.read += len(b); return len(b), nil }

func TestEndlessFiles(t *testing.T) {
	var files endless
	db := tz.DatabaseFS(&files, "")
	_, err := db.Zone("Test/Zone")
	wantError(t, err, tz.InvalidZone, "Test/Zone", 0)
	if got := db.Version(); got != "" {
		t.Errorf("version %q", got)
	}
	if files.read > 2<<20 {
		t.Errorf("%d bytes were read", files.read)
	}
}

// broken is a file system whose files fail after a few bytes.
type broken struct{ endless }

func (b *broken) Open(name string) (fs.File, error) { return b, nil }
func (b *broken) Read(p []byte) (int, error)        { return 0, io.ErrUnexpectedEOF }

func TestUnreadableFiles(t *testing.T) {
	db := tz.DatabaseFS(&broken{}, "")
	_, err := db.Zone("Test/Zone")
	wantError(t, err, tz.UnknownZone, "Test/Zone", 0)
	if got := db.Version(); got != "" {
		t.Errorf("version %q", got)
	}
}

func TestS20VersionOfFiles(t *testing.T) {
	for _, tt := range []struct {
		what  string
		files map[string]string
		said  string // what the caller says
		want  string
	}{
		{"nothing says", nil, "", ""},
		{"+VERSION", map[string]string{"+VERSION": "2025b\n"}, "", "2025b"},
		{"+VERSION without a line end", map[string]string{"+VERSION": "2025b"}, "", "2025b"},
		{"tzdata.zi", map[string]string{"tzdata.zi": "# version 2026a\n# This zic input file is in the public domain.\nR A 1 2\n"}, "", "2026a"},
		{"tzdata.zi alone in its line", map[string]string{"tzdata.zi": "# version 2026a"}, "", "2026a"},
		{"tzdata.zi of another form", map[string]string{"tzdata.zi": "R A 1916 o - Jun 14 23s 1 S\n# version 2026a\n"}, "", ""},
		{"empty tzdata.zi", map[string]string{"tzdata.zi": ""}, "", ""},
		{"both: +VERSION first", map[string]string{"+VERSION": "2025b\n", "tzdata.zi": "# version 2026a\n"}, "", "2025b"},
		{"a +VERSION that is something else", map[string]string{"+VERSION": strings.Repeat("x", 1000), "tzdata.zi": "# version 2026a\n"}, "", "2026a"},
		{"the caller says", nil, "house-7", "house-7"},
		{"the caller overrules", map[string]string{"+VERSION": "2025b\n", "tzdata.zi": "# version 2026a\n"}, "house-7", "house-7"},
	} {
		files := fstest.MapFS{"Europe/Berlin": {Data: berlin()}}
		for name, text := range tt.files {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		db := tz.DatabaseFS(files, tt.said)
		if got := db.Version(); got != tt.want {
			t.Errorf("%s: the database has version %q, want %q", tt.what, got, tt.want)
		}
		zone, err := db.Zone("Europe/Berlin")
		if err != nil || zone.Version() != tt.want {
			t.Errorf("%s: the zone has version %q, want %q (%v)", tt.what, zone.Version(), tt.want, err)
		}
		if utc, err := db.Zone("UTC"); err != nil || utc.Version() != "" {
			t.Errorf("%s: UTC has version %q (%v)", tt.what, utc.Version(), err)
		}
	}
}

// TestS20VersionOfHost: the version that is reported is that of the files the zones come from.
func TestS20VersionOfHost(t *testing.T) {
	const host = "/usr/share/zoneinfo"
	first, _ := os.ReadFile(host + "/tzdata.zi")
	line, _, _ := strings.Cut(string(first), "\n")
	version, known := strings.CutPrefix(line, "# version ")

	t.Run("usual directory", func(t *testing.T) {
		if !known || os.Getenv("ZONEINFO") != "" {
			t.Skip("this host's tz database does not state its version in " + host)
		}
		if got := tz.System().Version(); got != version {
			t.Errorf("the host's database has version %q, want %q", got, version)
		}
		if zone, err := tz.Load("Europe/Berlin"); err != nil || zone.Version() != version {
			t.Errorf("a zone of the host has version %q, want %q (%v)", zone.Version(), version, err)
		}
	})
	t.Run("ZONEINFO directory", func(t *testing.T) {
		t.Setenv("ZONEINFO", directory(t, "Test/Directory", "2099z\n"))
		if got := tz.System().Version(); got != "2099z" {
			t.Errorf("the host's database has version %q, want 2099z", got)
		}
		if zone, err := tz.Load("Test/Directory"); err != nil || zone.Version() != "2099z" {
			t.Errorf("a zone of the host has version %q, want 2099z (%v)", zone.Version(), err)
		}
	})
	t.Run("ZONEINFO directory that does not say", func(t *testing.T) {
		t.Setenv("ZONEINFO", directory(t, "Test/Silent", ""))
		if zone, err := tz.Load("Test/Silent"); err != nil || zone.Version() != "" {
			t.Errorf("a zone of the host has version %q, want none (%v)", zone.Version(), err)
		}
		if got := tz.System().Version(); got != "" {
			t.Errorf("the host's database has version %q, although its files say none", got)
		}
	})
	t.Run("ZONEINFO directory that lacks a zone", func(t *testing.T) {
		if _, err := os.Stat(host + "/Antarctica/Vostok"); err != nil || !known {
			t.Skip("this host has no tz database with a version in " + host)
		}
		t.Setenv("ZONEINFO", directory(t, "Test/Lacking", "2099z\n"))
		zone, err := tz.Load("Antarctica/Vostok") // package time goes on to the usual directory
		if err != nil || zone.Version() != version {
			t.Errorf("a zone of %s has version %q, want %q (%v)", host, zone.Version(), version, err)
		}
	})
	t.Run("ZONEINFO archive", func(t *testing.T) {
		// Of an archive nothing is known. (Package time has read ZONEINFO long ago, and takes the zone from elsewhere.)
		t.Setenv("ZONEINFO", directory(t, "Test/Archive", "2099z\n")+"/Test/Archive")
		zone, err := tz.Load("Antarctica/Casey")
		if err != nil || zone.Version() != "" {
			t.Errorf("a zone of the host has version %q, want none (%v)", zone.Version(), err)
		}
		if got := tz.System().Version(); got != "" {
			t.Errorf("the host's database has version %q, although nothing says so", got)
		}
	})
	t.Run("ZONEINFO that does not exist", func(t *testing.T) {
		t.Setenv("ZONEINFO", directory(t, "Test/None", "")+"/missing.zip")
		zone, err := tz.Load("Antarctica/Mawson") // package time looks elsewhere
		if err != nil {
			t.Fatal(err)
		}
		if system := tz.System().Version(); system != zone.Version() {
			t.Errorf("the host's database has version %q, a zone of it %q", system, zone.Version())
		}
		if _, err := os.Stat(host + "/Antarctica/Mawson"); err == nil && known && zone.Version() != version {
			t.Errorf("a zone of %s has version %q, want %q", host, zone.Version(), version)
		}
	})
}

// directory returns a new directory with a zone of that name, and a file +VERSION unless that is empty.
func directory(t *testing.T, name, version string) string {
	t.Helper()
	dir := t.TempDir()
	part, _, _ := strings.Cut(name, "/")
	if err := os.Mkdir(dir+"/"+part, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir+"/"+name, berlin(), 0o666); err != nil {
		t.Fatal(err)
	}
	if version != "" {
		if err := os.WriteFile(dir+"/+VERSION", []byte(version), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestZonesAreShared(t *testing.T) {
	files := &counter{FS: fstest.MapFS{"Test/One": {Data: berlin()}, "Test/Two": {Data: berlin()}}, opened: map[string]int{}}
	db := tz.DatabaseFS(files, "test")
	one, err1 := db.Zone("Test/One")
	again, err2 := db.Zone("Test/One")
	two, err3 := db.Zone("Test/Two")
	if err1 != nil || err2 != nil || err3 != nil {
		t.Fatal(err1, err2, err3)
	}
	if one != again || files.opened["Test/One"] != 1 {
		t.Errorf("the same name again is the same zone: %v, and was read %d times", one == again, files.opened["Test/One"])
	}
	if one == two || one.Equal(two) {
		t.Error("two names are one zone")
	}
	other, err := tz.DatabaseFS(files, "test").Zone("Test/One")
	if err != nil || other == one || !other.Equal(one) {
		t.Errorf("of another database: == %v, Equal %v, %v", other == one, other.Equal(one), err)
	}
	if a, err := tz.Load("Europe/Berlin"); err != nil || a != tz.MustLoad("Europe/Berlin") {
		t.Errorf("the host's zone is not shared, %v", err)
	}
}

// TestS19ConcurrentLoads: everybody who asks at once gets the same copy.
func TestS19ConcurrentLoads(t *testing.T) {
	const workers, zones = 16, 50
	db := tz.DatabaseFS(anyName(berlin()), "test")
	var got [workers][zones]tz.Zone
	var start, done sync.WaitGroup
	start.Add(1)
	for w := range workers {
		done.Go(func() {
			start.Wait()
			for i := range zones {
				zone, err := db.Zone(fmt.Sprintf("Test/%d", i))
				if err != nil {
					t.Error(err)
				}
				got[w][i] = zone
			}
		})
	}
	start.Done()
	done.Wait()
	for w := range workers {
		if got[w] != got[0] {
			t.Fatalf("worker %d got other zones than worker 0", w)
		}
	}
}

// TestCacheIsBounded asks for more names than any tz database has: memory does not grow with them for ever, and all that the
// database has keep their place.
func TestCacheIsBounded(t *testing.T) {
	const asked = 3000
	files := &counter{FS: anyName(tzif(3600, nil, "", 0)), opened: map[string]int{}}
	db := tz.DatabaseFS(files, "test")
	name := func(i int) string { return fmt.Sprintf("Test/%d", i) }
	var first [asked]tz.Zone
	for i := range asked {
		zone, err := db.Zone(name(i))
		if err != nil {
			t.Fatal(err)
		}
		first[i] = zone
	}
	kept := 0
	for i := range asked {
		zone, err := db.Zone(name(i))
		if err != nil || !zone.Equal(first[i]) {
			t.Fatalf("%s: %v", name(i), err)
		}
		if files.opened[name(i)] == 1 {
			if zone != first[i] {
				t.Fatalf("%s: another copy", name(i))
			}
			kept++
		}
	}
	if names := len(knownNames(t)); kept < names || kept > 2048 {
		t.Errorf("%d zones were kept: want at least the %d there are, and no more than 2048", kept, names)
	}
}

// TestZeroDatabase: a database that nobody made has no zone but UTC, and does not panic.
func TestZeroDatabase(t *testing.T) {
	var db tz.Database
	if zone, err := db.Zone("UTC"); err != nil || zone != tz.UTC() {
		t.Errorf("UTC is %v, %v", zone, err)
	}
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("panic: %v", p)
		}
	}()
	_, err := db.Zone("Europe/Berlin")
	wantError(t, err, tz.UnknownZone, "Europe/Berlin", 0)
	if got := db.Version(); got != "" {
		t.Errorf("version %q", got)
	}
}

func TestMustLoad(t *testing.T) {
	if got := tz.MustLoad("Asia/Tokyo"); got.String() != "Asia/Tokyo" {
		t.Errorf("Asia/Tokyo is %v", got)
	}
	defer func() {
		err, _ := recover().(error)
		wantError(t, err, tz.UnknownZone, "Asia/Atlantis", 0)
	}()
	tz.MustLoad("Asia/Atlantis")
}
