package window_test

import (
	"encoding/binary"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// A change is an instant from which on a zone has another offset.
type change struct{ at, offset int32 }

// tzData returns compiled zone data (TZif, RFC 9636, version 1) with an offset before the first change, and the changes.
func tzData(offset int32, changes []change) []byte {
	b := append([]byte("TZif"), make([]byte, 16)...)
	for _, count := range []int{0, 0, 0, len(changes), len(changes) + 1, 4} { // the last: bytes of abbreviations
		b = binary.BigEndian.AppendUint32(b, uint32(count))
	}
	for _, c := range changes {
		b = binary.BigEndian.AppendUint32(b, uint32(c.at))
	}
	for i := range changes {
		b = append(b, byte(i+1))
	}
	b = append(binary.BigEndian.AppendUint32(b, uint32(offset)), 0, 0)
	for _, c := range changes {
		b = append(binary.BigEndian.AppendUint32(b, uint32(c.offset)), 0, 0)
	}
	return append(b, "XXX\x00"...)
}

// anyZone draws a zone such as tz.ZoneOf still takes: offsets of up to 26 hours, stretches only just longer than the changes at their
// ends.
func anyZone(t *rapid.T) (tz.Zone, []change) {
	offset := rapid.Custom(func(t *rapid.T) int32 {
		if rapid.Bool().Draw(t, "far") {
			return rapid.Int32Range(-26*3600+1, 26*3600-1).Draw(t, "offset")
		}
		return rapid.Int32Range(-8, 8).Draw(t, "quarters") * 900
	})
	first := offset.Draw(t, "first")
	before, at := first, int32(1_600_000_000)
	var changes []change
	for i := range rapid.IntRange(1, 6).Draw(t, "changes") {
		next := offset.Draw(t, "next")
		if next == before {
			next += 1800
		}
		jump := max(next-before, before-next)
		if i > 0 {
			at += jump // the stretch that now ends is longer than both its changes; the one at its start has been counted
		}
		changes = append(changes, change{at, next})
		at += jump + 1 + rapid.OneOf(rapid.Int32Range(0, 7200), rapid.Int32Range(0, 10*86400)).Draw(t, "longer")
		before = next
	}
	loc, err := time.LoadLocationFromTZData("Any", tzData(first, changes))
	if err != nil {
		t.Fatal(err)
	}
	zone, err := tz.ZoneOf("Any/Zone", loc)
	if err != nil {
		t.Skip(err) // an offset of 26 hours and a half
	}
	return zone, changes
}

// anyPlan draws starts at some times of some days, with a length of either kind.
func anyPlan(t *rapid.T) plan {
	list := func(n int) []int {
		l := rapid.SliceOfNDistinct(rapid.IntRange(0, n-1), 1, 3, rapid.ID[int]).Draw(t, "times")
		slices.Sort(l)
		return l
	}
	hours, minutes := list(24), list(60)
	p := plan{on: everyDay, around: 9}
	join := func(l []int) string {
		text := fmt.Sprint(l[0])
		for _, n := range l[1:] {
			text += fmt.Sprint(",", n)
		}
		return text
	}
	doms := "*"
	if rapid.Bool().Draw(t, "some days") {
		days := rapid.SliceOfNDistinct(rapid.IntRange(1, 31), 1, 3, rapid.ID[int]).Draw(t, "days")
		doms = join(days)
		p.on = func(d tz.Date) bool { _, _, dom := d.Civil(); return slices.Contains(days, dom) }
		p.around = 40
	}
	hourField := join(hours)
	if rapid.Bool().Draw(t, "real clock") {
		hourField = "*/12"
		hours = []int{0, 12}
	}
	p.name = join(minutes) + " " + hourField + " " + doms + " * *"
	p.spec = schedule.Spec{Rule: schedule.MustParseCron(p.name)}
	for _, h := range hours {
		for _, m := range minutes {
			p.times = append(p.times, h*3600+m*60)
		}
	}
	if rapid.Bool().Draw(t, "end time") {
		p.end = int64(rapid.IntRange(0, 96).Draw(t, "quarter")) * 900
		p.name += fmt.Sprintf(" until %d s", p.end)
	} else {
		p.seconds = rapid.Int64Range(1, 30*3600).Draw(t, "seconds")
		p.name += fmt.Sprintf(" for %d s", p.seconds)
	}
	return p
}

// In any zone that is accepted, with any options, starts and lengths: all windows around the changes.
func TestS04AnyZone(t *testing.T) {
	for range 10 { // each with another seed
		rapid.Check(t, func(t *rapid.T) {
			zone, changes := anyZone(t)
			p := anyPlan(t)
			r, g, o := p.compile(t, zone, rapid.SampledFrom([]tz.Gap{tz.GapForward, tz.GapSkip, tz.GapNext}).Draw(t, "gap"),
				rapid.SampledFrom([]tz.Overlap{tz.OverlapFirst, tz.OverlapSecond, tz.OverlapBoth}).Draw(t, "overlap"))
			name := func() string { return fmt.Sprintf("%s, gap %v, overlap %v", p.name, g, o) }
			p.checkAround(t, name, r, g, o, int64(changes[len(changes)/2].at), 20)
		})
	}
}
