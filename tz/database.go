package tz

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// A Database is a source of IANA zones that keeps those it has loaded, so that asking again costs a map look-up and
// everybody who asks shares one copy. It is safe for concurrent use.
//
// [System] is the host's; [DatabaseFS] makes one of tz data that the caller pins. The zero Database has UTC alone.
type Database struct {
	files   func() []fs.FS // where compiled zone files are looked for, first to last; nil: nowhere
	version string         // as stated by the caller; empty: as the files say

	mu    sync.Mutex
	zones map[string]Zone // at most maxZones
}

// maxZones bounds what a Database keeps. The tz database has some 600 names, so that the bound is only ever met by a
// source that makes names up; zones beyond it are loaded anew each time.
const maxZones = 2048

// maxZoneFile bounds the size of a compiled zone. The largest of the tz database has 4 kB.
const maxZoneFile = 1 << 20

// system is the one piece of state this module keeps: the zones of the host that have been asked for.
var system = &Database{files: systemFiles}

// System returns the host's tz database: the directory that ZONEINFO names, or the usual ones of the platform, or else what
// this Go toolchain and program carry (see [time.LoadLocation] and package time/tzdata).
func System() *Database { return system }

// Load returns a zone of the host's tz database, which is UTC or a name such as Europe/Berlin: short for System().Zone.
func Load(name string) (Zone, error) { return system.Zone(name) }

// MustLoad is Load for names known to exist, in tests and examples. It panics where Load fails.
func MustLoad(name string) Zone { return must(Load(name)) }

// DatabaseFS returns a database of the compiled zone files (TZif, RFC 9636) below the root of fsys: a directory, an embedded
// tree, a zip archive. The version is the caller's word for it; if it is empty, the file +VERSION or the first line of
// tzdata.zi is read.
func DatabaseFS(fsys fs.FS, version string) *Database {
	return &Database{files: func() []fs.FS { return []fs.FS{fsys} }, version: version}
}

// Zone returns the zone of a name. UTC is always there.
//
// The error, an *[Error], has the code [InvalidZone] if the name is not allowed (see [CheckName]) or its data not usable,
// and [UnknownZone] if the database has no zone of that name.
func (db *Database) Zone(name string) (Zone, error) {
	db.mu.Lock()
	z, ok := db.zones[name]
	db.mu.Unlock()
	if ok {
		return z, nil
	}
	if err := CheckName(name); err != nil {
		return Zone{}, err
	}
	if name == "UTC" {
		return UTC(), nil
	}
	z, err := db.load(name)
	if err != nil {
		return Zone{}, err
	}
	db.mu.Lock()
	defer db.mu.Unlock()
	if first, ok := db.zones[name]; ok {
		return first, nil // somebody else was faster: all share one copy
	}
	if db.zones == nil {
		db.zones = make(map[string]Zone)
	}
	if len(db.zones) < maxZones {
		db.zones[name] = z
	}
	return z, nil
}

// Version returns the version of the database, such as 2025b: empty where it does not say. Of the host's that is the directory
// looked at first, or the release of Go (go1.26.8) where there is none and the toolchain's copy serves.
func (db *Database) Version() string {
	for _, fsys := range db.sources() {
		return db.versionOf(fsys)
	}
	if db == system {
		return goVersion()
	}
	return db.version
}

func (db *Database) load(name string) (Zone, error) {
	for _, fsys := range db.sources() {
		data, err := readFile(fsys, name, maxZoneFile)
		if errors.Is(err, errTooLarge) {
			return Zone{}, &Error{Code: InvalidZone, Input: name, Detail: "the file of this zone has more than 1 MiB"}
		}
		if err != nil {
			continue
		}
		loc, err := time.LoadLocationFromTZData(name, data)
		if err != nil || isCut(data) {
			return Zone{}, &Error{Code: InvalidZone, Input: name, Detail: "the file of this zone is not compiled tz data"}
		}
		return zoneOf(name, db.versionOf(fsys), loc)
	}
	if db == system {
		if loc, err := time.LoadLocation(name); err == nil {
			return zoneOf(name, goVersion(), loc)
		}
	}
	detail := "the tz database has no zone of this name"
	if _, known := fold(name); known {
		detail = "the tz database in use lacks this zone: install tzdata, or import time/tzdata in the main package"
	}
	return Zone{}, &Error{Code: UnknownZone, Input: name, Detail: detail}
}

func (db *Database) sources() []fs.FS {
	if db.files == nil {
		return nil
	}
	return db.files()
}

// isCut reports whether the end of a compiled zone is missing. From version 2 of the format on (RFC 9636 section 3.3) it ends
// with a rule, in ASCII between two line ends, without which package time would take the zone to have none.
func isCut(data []byte) bool {
	const version = 4 // the place of that byte
	if data[version] < '2' {
		return false
	}
	body, ended := bytes.CutSuffix(data, []byte("\n"))
	rule := body[bytes.LastIndexByte(body, '\n')+1:]
	return !ended || len(rule) == len(body) || bytes.ContainsFunc(rule, func(r rune) bool { return r < ' ' || r > '~' })
}

// versionOf returns the version that the files of fsys state. Distributions install tzdata.zi, whose first line is
// "# version 2025b"; some systems have a file +VERSION instead.
func (db *Database) versionOf(fsys fs.FS) string {
	if db.version != "" {
		return db.version
	}
	if data, err := readFile(fsys, "+VERSION", 64); err == nil {
		return strings.TrimSpace(string(data))
	}
	data, _ := readFile(fsys, "tzdata.zi", 64)
	line, _, _ := bytes.Cut(data, []byte("\n"))
	if v, ok := bytes.CutPrefix(line, []byte("# version ")); ok {
		return string(v)
	}
	return ""
}

// goVersion names the tz database that package time falls back on: the toolchain's copy, by the release of Go, as it has no
// version to read; of an archive that ZONEINFO names nothing is known.
func goVersion() string {
	if isArchive(os.Getenv("ZONEINFO")) {
		return ""
	}
	return runtime.Version()
}

func isArchive(place string) bool {
	info, err := os.Stat(place)
	return err == nil && !info.IsDir()
}

var errTooLarge = errors.New("file too large")

// readFile returns the first bytes of a file, at most limit, with errTooLarge if there are more.
func readFile(fsys fs.FS, name string, limit int64) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		return data[:limit], errTooLarge
	}
	return data, err
}

// systemFiles returns the directories in which hosts keep compiled zones, as package time knows them and in its order.
func systemFiles() []fs.FS {
	places := []string{"/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ", "/etc/zoneinfo"}
	if place := os.Getenv("ZONEINFO"); place != "" {
		if isArchive(place) {
			return nil // package time reads it
		}
		places = append([]string{place}, places...)
	}
	var dirs []fs.FS
	for _, place := range places {
		if info, err := os.Stat(place); err == nil && info.IsDir() {
			dirs = append(dirs, os.DirFS(place))
		}
	}
	return dirs
}
