package kubedb_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/kubedb"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// A plan is what a document of KubeDB can say, in plain numbers.
type plan struct {
	kind, zone string
	isDefault  bool
	days       map[time.Weekday][][2]int // minutes of the day
	dates      [][2]time.Time
}

var changing = []string{"America/New_York", "Europe/London", "Australia/Lord_Howe", "America/St_Johns", "Africa/Cairo"}

func plans(zones ...string) *rapid.Generator[plan] {
	return rapid.Custom(func(t *rapid.T) plan {
		p := plan{
			kind:      rapid.SampledFrom([]string{kubedb.Namespaced, kubedb.Cluster}).Draw(t, "kind"),
			zone:      rapid.SampledFrom(zones).Draw(t, "zone"),
			isDefault: rapid.Bool().Draw(t, "default"),
			days:      map[time.Weekday][][2]int{},
		}
		minute := rapid.OneOf(rapid.IntRange(0, 4*60), rapid.IntRange(0, 24*60-1), rapid.SampledFrom([]int{0, 1, 2 * 60, 3 * 60, 24*60 - 1}))
		for range rapid.IntRange(0, 8).Draw(t, "days") {
			day := time.Weekday(rapid.IntRange(0, 6).Draw(t, "day"))
			p.days[day] = append(p.days[day], [2]int{minute.Draw(t, "start"), minute.Draw(t, "end")})
		}
		for range rapid.IntRange(0, 2).Draw(t, "dates") {
			start := time.Date(2026, 1, 1, 0, 0, rapid.IntRange(0, 366*86400).Draw(t, "start"), 0, time.UTC)
			p.dates = append(p.dates, [2]time.Time{start, start.Add(time.Duration(rapid.IntRange(1, 3*86400).Draw(t, "seconds")) * time.Second)})
		}
		return p
	})
}

func (p plan) document() []byte {
	type ends struct {
		Start string `json:"start"`
		End   string `json:"end"`
	}
	clock := func(minute int) string { return time.Unix(int64(minute)*60, 0).UTC().Format("3:04PM") }
	days := map[string][]ends{}
	for day, ranges := range p.days {
		for _, r := range ranges {
			days[day.String()] = append(days[day.String()], ends{clock(r[0]), clock(r[1])})
		}
	}
	var dates []ends
	for _, d := range p.dates {
		dates = append(dates, ends{d[0].Format(time.RFC3339), d[1].Format(time.RFC3339)})
	}
	metadata := map[string]any{"name": "w"}
	if p.kind == kubedb.Namespaced {
		metadata["namespace"] = "db"
	}
	data, _ := json.Marshal(map[string]any{"apiVersion": "supervisor.appscode.com/v1alpha1", "kind": p.kind, "metadata": metadata,
		"spec": map[string]any{"isDefault": p.isDefault, "timezone": p.zone, "days": days, "dates": dates}})
	return data
}

// faithful reports whether KubeDB is open, in a process whose zone is UTC, as its code says it.
func (p plan) faithful(loc *time.Location, at time.Time) bool {
	local := at.In(loc)
	now := local.Hour()*3600 + local.Minute()*60 + local.Second()
	for _, r := range p.days[local.Weekday()] {
		if r[0]*60 < now && now < r[1]*60 {
			return true
		}
	}
	for _, d := range p.dates {
		if !at.Before(d[0]) && !at.After(d[1]) {
			return true
		}
	}
	return false
}

// open reports whether the plan is open, in a zone whose offset does not change: today's windows and those of yesterday that run over
// midnight.
func (p plan) open(offset time.Duration, at time.Time) bool {
	local := at.UTC().Add(offset)
	now := local.Hour()*60 + local.Minute()
	for _, r := range p.days[local.Weekday()] {
		if r[0] <= now && (now < r[1] || r[1] <= r[0]) {
			return true
		}
	}
	for _, r := range p.days[(local.Weekday()+6)%7] {
		if r[1] <= r[0] && now < r[1] {
			return true
		}
	}
	for _, d := range p.dates {
		if !at.Before(d[0]) && at.Before(d[1]) {
			return true
		}
	}
	return false
}

func compile(t *rapid.T, data []byte, opts ...kubedb.Option) *calendar.Calendar {
	ws, err := kubedb.Parse(data, opts...)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return calendar.MustCompile(ws[0].Policy)
}

// instants calls f for instants of 2026: in steps, and a second around every edge of a window.
func (p plan) instants(t *rapid.T, loc *time.Location, f func(time.Time)) {
	at := time.Date(2025, 12, 31, 0, 0, rapid.IntRange(0, 59).Draw(t, "second"), 0, time.UTC)
	for ; at.Year() < 2027; at = at.Add(307 * time.Minute) {
		f(at)
		day := at.In(loc)
		for _, r := range p.days[day.Weekday()] {
			for _, edge := range r {
				for second := -1; second <= 1; second++ {
					f(time.Date(day.Year(), day.Month(), day.Day(), 0, edge, second, 0, loc))
				}
			}
		}
	}
	for _, d := range p.dates {
		for _, edge := range d {
			for second := -1; second <= 1; second++ {
				f(edge.Add(time.Duration(second) * time.Second))
			}
		}
	}
}

// With Faithful, a document is open to the second when KubeDB is, also where the clock is changed.
func TestFaithfulAgreesWithKubeDB(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans(append(changing, "UTC", "Asia/Dhaka")...).Draw(t, "plan")
		loc, err := time.LoadLocation(p.zone)
		if err != nil {
			t.Fatal(err)
		}
		data := p.document()
		cal := compile(t, data, kubedb.Faithful())
		p.instants(t, loc, func(at time.Time) {
			if got, want := cal.IsOpen(at), p.faithful(loc, at); got != want {
				t.Fatalf("at %v: %v, want %v\n%s", at.In(loc), got, want, data)
			}
		})
	})
}

// Without, it is open when its numbers say so.
func TestAgainstPlainWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans("", "UTC", "Asia/Dhaka", "Asia/Kathmandu").Draw(t, "plan")
		offset := map[string]time.Duration{"Asia/Dhaka": 6 * time.Hour, "Asia/Kathmandu": 5*time.Hour + 45*time.Minute}[p.zone]
		data := p.document()
		cal := compile(t, data)
		p.instants(t, time.FixedZone("", int(offset/time.Second)), func(at time.Time) {
			if got, want := cal.IsOpen(at), p.open(offset, at); got != want {
				t.Fatalf("at %v: %v, want %v\n%s", at, got, want, data)
			}
		})
	})
}

// What is read, written and read again is the same, and nothing is lost.
func TestFormatRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := plans(append(changing, "", "UTC", "Asia/Dhaka", "Local", "Etc/GMT-6")...).Draw(t, "plan").document()
		read, err := kubedb.Parse(data)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		written, lost, err := kubedb.Format(read[0])
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		for _, f := range lost {
			if f.Code == calendar.LeftOut || f.Code == calendar.Changed {
				t.Errorf("lost %s %s\n%s", f.Code, f, data)
			}
		}
		again, err := kubedb.Parse(written)
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if diff := cmp.Diff(read, again); diff != "" {
			t.Fatalf("%s\n%s\n%s", diff, data, written)
		}
	})
}
