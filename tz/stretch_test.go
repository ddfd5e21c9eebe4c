package tz_test

import (
	"math"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

// wantStretch checks the stretch at sec against the offsets of package time, on both sides of both edges, and returns it.
func (p place) wantStretch(t *testing.T, sec int64) tz.Stretch {
	t.Helper()
	s := p.zone.Stretch(sec)
	if sec < s.From || s.To <= sec || s.Offset != p.offset(sec) {
		t.Fatalf("%s at %s: %+v, which does not hold it or not its offset %d", p.name, rfc(sec), s, p.offset(sec))
	}
	if got := p.zone.Local(sec); got != sec+int64(p.offset(sec)) {
		t.Fatalf("%s at %s: the clock reads %s", p.name, rfc(sec), rfc(got))
	}
	switch {
	case s.From == tz.Past && s.Before != s.Offset:
		t.Fatalf("%s at %s: %+v comes from the past, yet after another", p.name, rfc(sec), s)
	case s.From != tz.Past && (s.Before == s.Offset || s.Before != p.offset(s.From-1) || s.Offset != p.offset(s.From)):
		t.Fatalf("%s at %s: %+v begins where the offset goes from %d to %d", p.name, rfc(sec), s, p.offset(s.From-1), p.offset(s.From))
	}
	switch {
	case s.To == tz.Future && s.After != s.Offset:
		t.Fatalf("%s at %s: %+v goes on for ever, yet another comes after it", p.name, rfc(sec), s)
	case s.To != tz.Future && (s.After == s.Offset || s.Offset != p.offset(s.To-1) || s.After != p.offset(s.To)):
		t.Fatalf("%s at %s: %+v ends where the offset goes from %d to %d", p.name, rfc(sec), s, p.offset(s.To-1), p.offset(s.To))
	}
	away := func(a, b int32) int64 { return int64(max(a-b, b-a)) }
	if offset, from, to := p.zone.Calm(sec); offset != int64(s.Offset) || from != s.From+away(s.Before, s.Offset) || to != s.To-away(s.Offset, s.After) {
		t.Fatalf("%s at %s: %+v is calm from %s to %s, with the offset %d", p.name, rfc(sec), s, rfc(from), rfc(to), offset)
	}
	return s
}

// walk visits the stretches from one instant to another in order, checks that they are consecutive, and returns how many
// there are.
func (p place) walk(t *testing.T, from, to int64) int {
	t.Helper()
	n := 0
	for at := from; at < to; n++ {
		s := p.wantStretch(t, at)
		if s.From != tz.Past && s.From >= from && at != s.From {
			t.Fatalf("%s: %+v was met in its middle, at %s", p.name, s, rfc(at))
		}
		// It is the same stretch wherever one asks in it.
		for _, within := range []int64{s.From, s.From + 1, s.From + (s.To-s.From)/2, s.To - 2, s.To - 1} {
			if s.From <= within && within < s.To {
				if again := p.zone.Stretch(within); again != s {
					t.Fatalf("%s: %+v at %s, %+v at %s", p.name, s, rfc(at), again, rfc(within))
				}
			}
		}
		if s.To == tz.Future {
			return n + 1
		}
		next := p.zone.Stretch(s.To)
		if next.From != s.To || next.Before != s.Offset || next.Offset != s.After {
			t.Fatalf("%s: %+v is followed by %+v", p.name, s, next)
		}
		// What Resolve relies on, before 1970 too: a stretch is longer than the changes at both its ends.
		if changes := abs(s.Offset-s.Before) + abs(s.After-s.Offset); s.To-s.From <= int64(changes) {
			t.Fatalf("%s: %+v is shorter than its changes", p.name, s)
		}
		at = s.To
	}
	return n
}

func abs(n int32) int32 { return max(n, -n) }

// The years of which these tests look at every change.
var (
	from1970 = sec("1970-01-01T00:00:00Z")
	to2100   = sec("2101-01-01T00:00:00Z")
)

// seams are the instants at which a zone turns to other stretches that it keeps: the multiples of 2^32 seconds in 1697, 1833,
// 1970, 2106, 2242 and 2378.
var seams = []int64{-2 << 32, -1 << 32, 0, 1 << 32, 2 << 32, 3 << 32}

func TestStretchesAreConsecutive(t *testing.T) {
	eachSource(t, func(t *testing.T, s *source) {
		inside := 0
		for _, p := range s.distinct(t) {
			p.walk(t, sec("1800-01-01T00:00:00Z"), from1970+1)
			inside += p.walk(t, from1970, to2100)
			p.walk(t, to2100-1, sec("2108-01-01T00:00:00Z"))
			p.walk(t, 2<<32-400*day, 2<<32+400*day)
		}
		if inside < 10_000 {
			t.Errorf("only %d stretches from 1970 to 2100", inside)
		}
	})
}

// TestStretchAtRandom asks for random instants of six centuries, and on both sides of each seam.
func TestStretchAtRandom(t *testing.T) {
	from, to := sec("1800-01-01T00:00:00Z"), sec("2400-01-01T00:00:00Z")
	eachSource(t, func(t *testing.T, s *source) {
		random := rand.New(rand.NewPCG(1, 2))
		for _, p := range s.places(t) {
			for range 200 {
				p.wantStretch(t, from+random.Int64N(to-from))
			}
			for _, seam := range seams {
				for at := seam - 2; at <= seam+2; at++ {
					p.wantStretch(t, at)
				}
				before, after := p.zone.Stretch(seam-1), p.zone.Stretch(seam)
				if before != after && (before.To != seam || after.From != seam) {
					t.Errorf("%s: %+v and %+v meet at %s", p.name, before, after, rfc(seam))
				}
			}
		}
	})
}

// TestStretchesMissNothing goes through the years in steps, asking package time whether there is a change between two edges
// that the stretches do not show. No zone has changed its mind within three days since 1970.
func TestStretchesMissNothing(t *testing.T) {
	eachSource(t, func(t *testing.T, s *source) {
		for _, p := range s.distinct(t) {
			for at := from1970; at < to2100; at += 3*day - 1 {
				if got := p.zone.Stretch(at).Offset; got != p.offset(at) {
					t.Fatalf("%s at %s: offset %d, want %d", p.name, rfc(at), got, p.offset(at))
				}
			}
		}
	})
}

// TestS19ConcurrentStretches: many ask one zone at once, mostly about years that nobody has asked about before, and all are told
// what one alone is told.
func TestS19ConcurrentStretches(t *testing.T) {
	const asked = 2000
	of := func() tz.Zone {
		z, err := tz.DatabaseFS(anyName(berlin()), "").Zone("Test/Zone")
		if err != nil {
			t.Fatal(err)
		}
		return z
	}
	from, to := sec("1960-01-01T00:00:00Z"), sec("2400-01-01T00:00:00Z")
	instants := make([]int64, asked)
	want := make([]tz.Stretch, asked)
	alone := of()
	random := rand.New(rand.NewPCG(3, 4))
	for i := range instants {
		instants[i] = from + random.Int64N(to-from)
		want[i] = alone.Stretch(instants[i])
	}
	shared := of()
	var done sync.WaitGroup
	for worker := range 8 {
		done.Go(func() {
			for n := range asked {
				i := (n + worker*asked/8) % asked
				if got := shared.Stretch(instants[i]); got != want[i] {
					t.Errorf("at %s: %+v, want %+v", rfc(instants[i]), got, want[i])
					return
				}
			}
		})
	}
	done.Wait()
}

// TestStretchLeapYearEnd: on the last day of a leap year time.Time.ZoneBounds returns an end that is not later than the
// instant asked about (golang/go#81583).
func TestStretchLeapYearEnd(t *testing.T) {
	eachSource(t, func(t *testing.T, s *source) {
		for _, p := range s.distinct(t) {
			for year := 1972; year <= 2400; year += 4 {
				at := time.Date(year, 12, 31, 12, 0, 0, 0, time.UTC).Unix()
				p.wantStretch(t, at)
				if year >= 2096 {
					p.wantStretch(t, at+day/2-1)
					p.wantStretch(t, at+day/2)
				}
			}
		}
	})
}

// TestStretchNewYear: rules that change the clock at the turn of the year, where the bounds of package time are off by a day
// and its years are not those of the zone.
func TestStretchNewYear(t *testing.T) {
	for _, rule := range []string{
		"AAA-14BBB,J1/6,J200", "AAA-14BBB,J1/0,J200", "AAA-10BBB,0/5,J200", "AAA-14BBB,J100,J1/9", "AAA0BBB,J1/-12,J200",
		"AAA14BBB,J365/20,J100", "AAA0BBB,J365/12,J100", "AAA0BBB,J100,J365/12", "AAA0BBB,J100,365/12", "AAA0BBB,365/12,J100",
	} {
		loc := location(t, tzif(0, nil, rule, 0))
		z, err := tz.ZoneOf(rule, loc)
		if err != nil {
			t.Error(err)
			continue
		}
		p := place{name: rule, zone: z, loc: loc}
		if n := p.walk(t, from1970, to2100); n < 262 {
			t.Errorf("%s: %d stretches in 131 years", rule, n)
		}
		p.walk(t, to2100, sec("2206-01-01T00:00:00Z"))
		for at := from1970; at < to2100; at += day/2 - 1 {
			if got := z.Stretch(at).Offset; got != p.offset(at) {
				t.Fatalf("%s at %s: offset %d, want %d", rule, rfc(at), got, p.offset(at))
			}
		}
	}
}

func TestStretchOfNamedZones(t *testing.T) {
	for _, tt := range []struct {
		zone, at, from, to    string
		before, offset, after int32 // minutes
	}{
		{"America/New_York", "2026-07-01T00:00:00Z", "2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z", -300, -240, -300},
		{"Europe/London", "1970-01-01T00:00:00Z", "1968-02-18T02:00:00Z", "1971-10-31T02:00:00Z", 0, 60, 0}, // British Standard Time
		{"Australia/Lord_Howe", "2026-01-01T00:00:00Z", "2025-10-04T15:30:00Z", "2026-04-04T15:00:00Z", 630, 660, 630},
		{"Antarctica/Troll", "2026-07-01T00:00:00Z", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", 0, 120, 0},
		{"Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-30T10:00:00Z", "2012-03-31T14:00:00Z", -600, 840, 780},
		{"Asia/Kathmandu", "2026-01-01T00:00:00Z", "1985-12-31T18:30:00Z", "", 330, 345, 345},
	} {
		z := tz.MustLoad(tt.zone)
		want := tz.Stretch{From: sec(tt.from), To: tz.Future, Offsets: tz.Offsets{Before: tt.before * 60, Offset: tt.offset * 60, After: tt.after * 60}}
		if tt.to != "" {
			want.To = sec(tt.to)
		}
		if got := z.Stretch(sec(tt.at)); got != want {
			t.Errorf("%s at %s: %+v, want %+v", tt.zone, tt.at, got, want)
		}
	}
}

// far are instants where little is known and nothing may break.
var far = []int64{
	0, -1, tz.Past, tz.Past + 1, tz.Past - 1, tz.Future, tz.Future - 1, tz.Future + 1, 1 << 60, -1 << 60,
	math.MinInt64, math.MaxInt64, math.MinInt64 + 1, math.MaxInt64 - 1, math.MinInt32, math.MaxInt32, math.MaxUint32, math.MaxUint32 + 1,
	tz.Past / 4, tz.Future / 4, time.Time{}.Unix(), time.Time{}.Unix() - 1, -62167219200, -62167219201, 253402300799, 253402300800, 253402300801,
}

// TestEdgesDoNotOverflow: what is reckoned with the edges that there are not stays a number in its place.
func TestEdgesDoNotOverflow(t *testing.T) {
	past, future := int64(tz.Past), int64(tz.Future)
	const longest = math.MaxInt64 / int64(time.Second) // of a time.Duration
	if past != -future || future-past <= future || future+longest <= future || past-longest >= past || past >= tz.Seconds(time.Unix(math.MinInt64, 0)) {
		t.Errorf("Past %d, Future %d", past, future)
	}
}

func TestS19FarInstants(t *testing.T) {
	zones := []tz.Zone{tz.UTC(), tz.MustParseOffset("+14:00").Zone(), tz.MustParseOffset("-12:00").Zone()}
	for _, name := range []string{"America/New_York", "Pacific/Auckland", "Asia/Tokyo", "Africa/Casablanca", "Europe/Dublin", "Etc/UTC", "Africa/Monrovia"} {
		zones = append(zones, tz.MustLoad(name))
	}
	for _, z := range zones {
		for _, at := range far {
			s := z.Stretch(at)
			if tz.Past <= at && at < tz.Future && (at < s.From || s.To <= at) {
				t.Errorf("%v at %d: %+v does not hold it", z, at, s)
			}
			if s.Offset <= -26*3600 || s.Offset >= 26*3600 || s.To <= s.From {
				t.Errorf("%v at %d: %+v", z, at, s)
			}
			if again := z.Stretch(at); again != s {
				t.Errorf("%v at %d: %+v and %+v", z, at, s, again)
			}
			if got := z.Local(at); got != at+int64(s.Offset) {
				t.Errorf("%v at %d: local %d", z, at, got)
			}
			z.Read(time.Unix(at, 0))
		}
		if s := z.Stretch(time.Time{}.Unix() - 1); s.From != tz.Past {
			t.Errorf("%v: there is a change before year 1: %+v", z, s)
		}
	}
}

// TestBeforeYear1: changes of long ago, which some compilers of tz data make up (at the Big Bang, say), are not seen.
func TestBeforeYear1(t *testing.T) {
	for _, at := range []int64{-1 << 59, -1 << 40, time.Time{}.Unix() - 2*day} {
		loc := location(t, tzif(0, []change{{at, 3600}, {1e9, 7200}}, "", 0))
		z, err := tz.ZoneOf("Test/Zone", loc)
		if err != nil {
			t.Fatal(err)
		}
		want := tz.Stretch{From: tz.Past, To: 1e9, Offsets: tz.Offsets{Before: 3600, Offset: 3600, After: 7200}}
		for _, in := range []int64{0, 1e9 - 1, -1, time.Time{}.Unix(), at, at - 1, tz.Past} {
			if got := z.Stretch(in); got != want {
				t.Errorf("a change at %d: %+v at %d, want %+v", at, got, in, want)
				break
			}
		}
	}
}

// TestEdgesOfTheYears: a change counts as long as some clock can read a date of the years 1 to 9999, up to a day before and after them in
// UTC, and not much longer.
func TestEdgesOfTheYears(t *testing.T) {
	first, end := int64(tz.MinDay)*day, int64(tz.MaxDay+1)*day
	for _, tt := range []struct {
		what string
		at   int64
		seen bool
	}{
		{"a day and a half before year 1", first - day - day/2, false},
		{"half a day before year 1", first - day/2, true},
		{"half a day before year 10000", end - day/2, true},
		{"half a day after year 9999", end + day/2, true},
		{"a day and a half after year 9999", end + day + day/2, false},
	} {
		z, err := tz.ZoneOf("Test/Zone", location(t, tzif(0, []change{{tt.at, 3600}}, "", 0)))
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range []int64{first, 0, end - 1} {
			s := z.Stretch(at)
			if got := s.From == tt.at || s.To == tt.at; got != tt.seen {
				t.Errorf("a change %s is seen from %s: %v", tt.what, rfc(at), got)
			}
		}
	}
}

// TestLastYears: where the years that a date can have are over, no zone changes any more, and the stretches before still are
// consecutive.
func TestLastYears(t *testing.T) {
	for _, name := range []string{"America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Auckland", "Asia/Tokyo"} {
		zone := tz.MustLoad(name)
		at := sec("9990-01-01T00:00:00Z")
		for s := zone.Stretch(at); s.To != tz.Future; {
			if s.To > sec("9999-12-31T23:59:59Z")+2*day {
				t.Errorf("%s: %+v ends after year 9999", name, s)
				break
			}
			next := zone.Stretch(s.To)
			if next.From != s.To || next.Before != s.Offset || next.Offset != s.After {
				t.Errorf("%s: %+v is followed by %+v", name, s, next)
				break
			}
			s = next
		}
	}
}
