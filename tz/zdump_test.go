package tz_test

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// hard are zones of which something has been wrong in some library or other.
var hard = []string{
	"Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "Africa/Monrovia", "America/Ciudad_Juarez", "America/Nuuk",
	"America/New_York", "America/Sao_Paulo", "America/St_Johns", "Antarctica/Troll", "Asia/Gaza", "Asia/Kathmandu",
	"Asia/Tehran", "Atlantic/Azores", "Australia/Lord_Howe", "Europe/Dublin", "Pacific/Apia", "Pacific/Chatham",
}

// TestEveryChangeAsZdump compares every change of offset from 1970 to 2090 with what zdump says, the tool that comes with the
// tz database and shares no code with package time.
//
// It looks at each fourth zone and at all hard ones, which takes some seconds (not with -short); with CASEMENT_ZDUMP=all at every
// zone.
func TestEveryChangeAsZdump(t *testing.T) {
	if testing.Short() {
		t.Skip("zdump takes seconds")
	}
	t.Parallel()
	zdump, err := exec.LookPath("zdump")
	if err != nil {
		t.Skip("there is no program zdump here: it comes with the C library (Debian: libc-bin)")
	}
	if len(sources()) == 0 || sources()[0].name != "host" {
		t.Skip("there is no /usr/share/zoneinfo here: zdump has nothing to read")
	}
	var places []place
	args := []string{"-v", "-c", "1970,2090"}
	for i, p := range sources()[0].distinct(t) {
		if i%4 == 0 || slices.Contains(hard, p.name) || os.Getenv("CASEMENT_ZDUMP") == "all" {
			places = append(places, p)
			args = append(args, "/usr/share/zoneinfo/"+p.name) // a whole path, so that TZDIR does not matter
		}
	}
	out, err := exec.Command(zdump, args...).Output()
	if err != nil {
		t.Fatalf("zdump: %v", err)
	}
	want, lines := changesOf(t, out)
	if lines < 100*len(places) {
		t.Fatalf("zdump says only %d lines of %d zones: does its output have another form?", lines, len(places))
	}
	changes := 0
	for _, p := range places {
		var got []change
		for s := p.zone.Stretch(from1970); s.To < sec("2090-01-01T00:00:00Z"); s = p.zone.Stretch(s.To) {
			got = append(got, change{s.To, s.After})
		}
		if !slices.Equal(got, want["/usr/share/zoneinfo/"+p.name]) {
			t.Errorf("%s: changes\n%v, zdump has\n%v", p.name, got, want["/usr/share/zoneinfo/"+p.name])
		}
		changes += len(got)
	}
	t.Logf("%d changes of %d zones", changes, len(places))
}

// zdumpLine is a line of zdump -v. They come in pairs: the second before something changes, and the second when it has.
//
//	Europe/Berlin  Sun Mar 29 00:59:59 2026 UT = Sun Mar 29 01:59:59 2026 CET isdst=0 gmtoff=3600
//	Europe/Berlin  Sun Mar 29 01:00:00 2026 UT = Sun Mar 29 03:00:00 2026 CEST isdst=1 gmtoff=7200
var zdumpLine = regexp.MustCompile(`^(\S+) +\w+ (\w+ +\d+ \d\d:\d\d:\d\d \d{4}) UTC? = .* gmtoff=(-?\d+)$`)

// changesOf returns the changes of offset in the output of zdump -v, by zone, and how many lines were understood.
func changesOf(t *testing.T, out []byte) (map[string][]change, int) {
	t.Helper()
	all := make(map[string][]change)
	lines := 0
	var last change
	var lastZone string
	for in := bufio.NewScanner(bytes.NewReader(out)); in.Scan(); {
		m := zdumpLine.FindStringSubmatch(in.Text())
		if m == nil {
			if !strings.HasSuffix(in.Text(), "NULL") { // the ends of time
				t.Fatalf("zdump says %q", in.Text())
			}
			continue
		}
		at, err1 := time.Parse("Jan _2 15:04:05 2006", m[2])
		off, err2 := strconv.ParseInt(m[3], 10, 32)
		if err1 != nil || err2 != nil {
			t.Fatalf("zdump says %q", in.Text())
		}
		lines++
		c := change{at.Unix(), int32(off)}
		if m[1] == lastZone && c.at == last.at+1 && c.offset != last.offset {
			all[m[1]] = append(all[m[1]], c)
		}
		last, lastZone = c, m[1]
	}
	return all, lines
}
