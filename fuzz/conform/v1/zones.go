package v1

import (
	"archive/zip"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/casement-go/casement/fuzz/reference"
)

// Zones are the zones of an archive by name.
type Zones struct {
	names []string // in order
	zones map[string]*time.Location
}

// ReadZones reads a zip archive of compiled tz data.
func ReadZones(file string) (*Zones, error) {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	out := &Zones{zones: map[string]*time.Location{}}
	for _, entry := range archive.File {
		if entry.Name == "+VERSION" {
			continue
		}
		f, err := entry.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(f)
		f.Close()
		if err != nil {
			return nil, err
		}
		zone, err := time.LoadLocationFromTZData(entry.Name, data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", entry.Name, err)
		}
		out.names = append(out.names, entry.Name)
		out.zones[entry.Name] = zone
	}
	slices.Sort(out.names)
	return out, nil
}

// Zone is what package reference asks. A name that differs from one of the archive in letter case only is refused (S2).
func (z *Zones) Zone(name string) (*time.Location, error) {
	if zone, ok := z.zones[name]; ok {
		return zone, nil
	}
	for _, known := range z.names {
		if strings.EqualFold(known, name) {
			return nil, &reference.Problem{Code: "InvalidZone", Err: fmt.Errorf("write %s", known)}
		}
	}
	return nil, fmt.Errorf("no time zone %q", name)
}

// A change is one of a zone's offset, at an instant, from so many seconds east to so many.
type change struct {
	zone          string
	at            int64
	before, after int64
}

// gap reports whether the clock goes forward.
func (c change) gap() bool { return c.after > c.before }

// readings returns the local readings, [from, to), that the change skips or repeats.
func (c change) readings() (from, to int64) {
	return c.at + min(c.before, c.after), c.at + max(c.before, c.after)
}

// changes returns those of all zones between two years, in order.
func (z *Zones) changes(fromYear, toYear int) []change {
	var out []change
	for _, name := range z.names {
		zone := z.zones[name]
		end := time.Date(toYear, 1, 1, 0, 0, 0, 0, time.UTC)
		for t := time.Date(fromYear, 1, 1, 0, 0, 0, 0, time.UTC); t.Before(end); {
			_, next := t.In(zone).ZoneBounds()
			if next.IsZero() || !next.After(t) {
				break
			}
			_, before := next.Add(-time.Second).In(zone).Zone()
			if _, after := next.In(zone).Zone(); after != before && next.Before(end) {
				out = append(out, change{name, next.Unix(), int64(before), int64(after)})
			}
			t = next
		}
	}
	return out
}
