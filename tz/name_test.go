package tz_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/casement-go/casement/tz"
)

// tripwire is a file system that no file may be opened in.
type tripwire struct{ t *testing.T }

func (w tripwire) Open(name string) (fs.File, error) {
	w.t.Errorf("the file %q was opened", name)
	return nil, fs.ErrNotExist
}

// badNames are names that never reach a file: the malformed ones with the byte that is to blame. Many are what attackers have
// tried on other readers of the tz database.
var badNames = []struct {
	name   string
	offset int
}{
	{"", 0},
	{".", 0},
	{"..", 0},
	{"./UTC", 0},
	{"../UTC", 0},
	{"../../../etc/passwd", 0},
	{"Europe/../UTC", 7},
	{"Europe/./Berlin", 7},
	{"Europe/Berlin/..", 14},
	{"foo\n/../../etc/passwd", 3},
	{"/", 0},
	{"/UTC", 0},
	{"/etc/localtime", 0},
	{"/usr/share/zoneinfo/UTC", 0},
	{"//", 0},
	{"Europe/", 7},
	{"Europe/Berlin/", 14},
	{"Europe//Berlin", 7},
	{"Europe\\Berlin", 6},
	{"..\\UTC", 0},
	{"C:\\zoneinfo\\UTC", 1},
	{"C:UTC", 1},
	{":UTC", 0},
	{":/etc/localtime", 0},
	{"file:UTC", 4},
	{"file:///etc/passwd", 4},
	{"http://example.com/UTC", 4},
	{"UTC\x00", 3},
	{"Europe/Berlin\x00.txt", 13},
	{"\x00", 0},
	{"UTC\n", 3},
	{"Europe/Berlin\r\n", 13},
	{" UTC", 0},
	{"UTC ", 3},
	{"Europe/ Berlin", 7},
	{"America/New York", 11},
	{"tzdata.zi", 6},
	{"zone.tab", 4},
	{"iso3166.tab", 7},
	{"leap-seconds.list", 12},
	{"~/UTC", 0},
	{"$HOME", 0},
	{"%ZONEINFO%", 0},
	{"UTC;reboot", 3},
	{"UTC?x=1", 3},
	{"UTC*", 3},
	{"'UTC'", 0},
	{"TZ=UTC", 2},
	{"CRON_TZ=UTC", 7},
	{"TZ=0", 2},
	{"<+02>-2", 0},
	{"EST5EDT,M3.2.0,M11.1.0", 7},
	{"+05:30", 3},             // a UTC offset is not a zone's name
	{"\u0395urope/Berlin", 0}, // a Greek capital epsilon
	{"Europe/Berl\u0131n", 11},
	{"Europe\u2215Berlin", 6},
	{"\uff35\uff34\uff23", 0},
	{"UTC\u200b", 3},
	{"\xff\xfe", 0},
	{strings.Repeat("a", 65), 64},
	{strings.Repeat("a", 1<<20), 64},
	{strings.Repeat("a/", 33), 64},
	{strings.Repeat("../", 100), 64},

	// Files of one host, not zones of the database.
	{"Local", 0},
	{"local", 0},
	{"LOCAL", 0},
	{"Local/Time", 0},
	{"localtime", 0},
	{"LocalTime", 0},
	{"LOCALTIME", 0},
	{"posixrules", 0},
	{"PosixRules", 0},
	{"POSIXRULES", 0},
	{"posix/Europe/Berlin", 0},
	{"POSIX/UTC", 0},
	{"Posix", 0},
	{"posix", 0},
	{"right/UTC", 0},
	{"RIGHT/America/New_York", 0},
	{"right", 0},
	{"posix/", 6},
}

func TestS02NamesAreCheckedBeforeAnyFile(t *testing.T) {
	db := tz.DatabaseFS(tripwire{t}, "test")
	for _, tt := range badNames {
		wantError(t, tz.CheckName(tt.name), tz.InvalidZone, tt.name, tt.offset)
		zone, err := db.Zone(tt.name)
		wantError(t, err, tz.InvalidZone, tt.name, tt.offset)
		if zone != tz.UTC() {
			t.Errorf("%.80q: an error and yet the zone %v", tt.name, zone)
		}
		_, err = tz.Load(tt.name)
		wantError(t, err, tz.InvalidZone, tt.name, tt.offset)
	}
	// UTC needs no file either.
	if zone, err := db.Zone("UTC"); err != nil || zone != tz.UTC() || zone.String() != "UTC" {
		t.Errorf("UTC is %v, %v", zone, err)
	}
}

// TestS02EveryByte tries all 256 bytes in the middle of a name.
func TestS02EveryByte(t *testing.T) {
	for c := range 256 {
		name := "Aa" + string([]byte{byte(c)}) + "z"
		want := strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/", rune(c))
		err := tz.CheckName(name)
		if want && err != nil {
			t.Errorf("%q: %v", name, err)
		}
		if !want {
			wantError(t, err, tz.InvalidZone, name, 2)
		}
	}
}

func TestS02KnownNames(t *testing.T) {
	names := knownNames(t)
	if len(names) < 590 || !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Fatalf("names.txt holds %d names, which are not complete, not in order or not distinct", len(names))
	}
	for _, name := range names {
		if err := tz.CheckName(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if len(name) > 32 {
			t.Errorf("%s: longer than the longest name of the database is said to be", name)
		}
	}
	// Names that the list does not have may exist in a newer database.
	for _, name := range []string{"Mars/Olympus_Mons", "X", "Etc/GMT+15", strings.Repeat("a", 64), "a/b/c/d", "Localtown", "America/right", "Etc/Local", "rights/UTC"} {
		if err := tz.CheckName(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestS02LetterCase: a name in other letter case is refused with the right one as the hint, although some file systems would
// find the file.
func TestS02LetterCase(t *testing.T) {
	db := tz.DatabaseFS(tripwire{t}, "test")
	for _, known := range knownNames(t) {
		flipped := strings.Map(func(r rune) rune {
			if upper := strings.ToUpper(string(r)); upper != string(r) {
				return []rune(upper)[0]
			}
			return []rune(strings.ToLower(string(r)))[0]
		}, known)
		for _, name := range []string{strings.ToLower(known), strings.ToUpper(known), flipped} {
			if name == known {
				continue
			}
			_, err := db.Zone(name)
			wantError(t, err, tz.InvalidZone, name, 0)
			var e *tz.Error
			if errors.As(err, &e) && !strings.Contains(e.Detail, known) {
				t.Errorf("%s: %v does not say %s", name, err, known)
			}
		}
	}
}
