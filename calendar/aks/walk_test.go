package aks_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/aks"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var (
	weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	indexes  = []string{"First", "Second", "Third", "Fourth", "Last"}
)

// A plan is what an AKS window can say, in plain numbers.
type plan struct {
	kind               string // daily, weekly, absoluteMonthly, relativeMonthly
	interval           int
	weekday            int // 0 is Monday
	index              int // 0 is First, 4 Last
	day                int // of the month
	startDate          time.Time
	noStartDate        bool
	minute, hours      int // the start's minute of the day
	offset             int // minutes
	noOffset           bool
	dates              [][2]time.Time // the first and the last day
	spans              [][2]time.Time // instants
	times              [][2]int       // minutes of the day
	createdInsteadDate bool           // the startDate is that of the creation
}

func plans() *rapid.Generator[plan] {
	return rapid.Custom(func(t *rapid.T) plan {
		day := func(label string, from, n int) time.Time {
			return time.Date(2025, 12, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(from, from+n).Draw(t, label))
		}
		p := plan{
			kind:      rapid.SampledFrom([]string{"daily", "weekly", "absoluteMonthly", "relativeMonthly"}).Draw(t, "kind"),
			interval:  rapid.IntRange(1, 4).Draw(t, "interval"),
			weekday:   rapid.IntRange(0, 6).Draw(t, "weekday"),
			index:     rapid.IntRange(0, 4).Draw(t, "index"),
			day:       rapid.SampledFrom([]int{1, 2, 15, 28, 29, 30, 31}).Draw(t, "day"),
			startDate: day("startDate", 0, 90),
			minute:    rapid.IntRange(0, 24*60-1).Draw(t, "minute"),
			hours:     rapid.IntRange(4, 24).Draw(t, "hours"),
			offset:    rapid.IntRange(-12*4, 14*4).Draw(t, "offset") * 15,
			noOffset:  rapid.IntRange(0, 4).Draw(t, "no offset") == 0,
		}
		if p.noOffset {
			p.offset = 0
		}
		switch rapid.IntRange(0, 4).Draw(t, "start from") {
		case 0:
			p.interval, p.noStartDate = 1, true
		case 1:
			p.interval, p.createdInsteadDate = 2, true
		}
		for range rapid.IntRange(0, 3).Draw(t, "dates") {
			start := day("from", 0, 365)
			p.dates = append(p.dates, [2]time.Time{start, start.AddDate(0, 0, rapid.IntRange(0, 40).Draw(t, "days"))})
		}
		for range rapid.IntRange(0, 2).Draw(t, "spans") {
			start := day("from", 0, 365).Add(time.Duration(rapid.IntRange(0, 86399).Draw(t, "second")) * time.Second)
			p.spans = append(p.spans, [2]time.Time{start, start.Add(time.Duration(rapid.IntRange(1, 1e6).Draw(t, "seconds")) * time.Second)})
		}
		for range rapid.IntRange(0, 1).Draw(t, "times") {
			start := rapid.IntRange(0, 24*60-1).Draw(t, "from")
			p.times = append(p.times, [2]int{start, (start + rapid.IntRange(1, 24*60-1).Draw(t, "minutes")) % (24 * 60)})
		}
		return p
	})
}

func clock(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }

// document writes the plan as an ARM resource.
func (p plan) document() map[string]any {
	schedule := map[string]any{}
	switch p.kind {
	case "daily":
		schedule["intervalDays"] = p.interval
	case "weekly":
		schedule["intervalWeeks"], schedule["dayOfWeek"] = p.interval, weekdays[p.weekday]
	case "absoluteMonthly":
		schedule["intervalMonths"], schedule["dayOfMonth"] = p.interval, p.day
	case "relativeMonthly":
		schedule["intervalMonths"], schedule["weekIndex"], schedule["dayOfWeek"] = p.interval, indexes[p.index], weekdays[p.weekday]
	}
	window := map[string]any{"schedule": map[string]any{p.kind: schedule}, "startTime": clock(p.minute), "durationHours": p.hours}
	resource := map[string]any{"name": aks.NodeOS}
	switch {
	case p.createdInsteadDate:
		// Noon on the window's clock.
		resource["systemData"] = map[string]any{"createdAt": p.startDate.Add(12*time.Hour - time.Duration(p.offset)*time.Minute).Format(time.RFC3339)}
	case !p.noStartDate:
		window["startDate"] = p.startDate.Format(time.DateOnly)
	}
	if !p.noOffset {
		sign, o := '+', p.offset
		if o < 0 {
			sign, o = '-', -o
		}
		window["utcOffset"] = fmt.Sprintf("%c%02d:%02d", sign, o/60, o%60)
	}
	dates, times := []map[string]string{}, []map[string]string{}
	for _, d := range p.dates {
		dates = append(dates, map[string]string{"start": d[0].Format(time.DateOnly), "end": d[1].Format(time.DateOnly)})
	}
	for _, s := range p.spans {
		times = append(times, map[string]string{"start": s[0].Format(time.RFC3339), "end": s[1].Format(time.RFC3339)})
	}
	for _, s := range p.times {
		times = append(times, map[string]string{"start": clock(s[0]), "end": clock(s[1])})
	}
	window["notAllowedDates"] = dates
	resource["properties"] = map[string]any{"maintenanceWindow": window, "notAllowedTime": times}
	return resource
}

// days returns the days on which the plan starts, by walking over all of them and counting.
func (p plan) days(fromStartDate bool) map[time.Time]bool {
	first := p.startDate
	if p.noStartDate {
		first = first.AddDate(0, 0, -100)
	}
	anchor := time.Time{}
	if fromStartDate {
		anchor = p.startDate
	}
	monday := func(d time.Time) time.Time { return d.AddDate(0, 0, -(int(d.Weekday())+6)%7) }
	out := map[time.Time]bool{}
	for d := first; d.Year() < 2028; d = d.AddDate(0, 0, 1) {
		match, distance := false, 0
		sameWeekday := (int(d.Weekday())+6)%7 == p.weekday
		switch p.kind {
		case "daily":
			match = true
		case "weekly":
			match = sameWeekday
		case "absoluteMonthly":
			match = d.Day() == p.day
		case "relativeMonthly":
			lastOfKind := d.AddDate(0, 0, 7).Month() != d.Month()
			match = sameWeekday && (p.index < 4 && (d.Day()-1)/7 == p.index || p.index == 4 && lastOfKind)
		}
		if !match {
			continue
		}
		if anchor.IsZero() || p.kind == "daily" && len(out) == 0 {
			anchor = d
		}
		switch p.kind {
		case "daily":
			distance = int(d.Sub(anchor).Hours()) / 24
		case "weekly":
			distance = int(monday(d).Sub(monday(anchor)).Hours()) / (7 * 24)
		default:
			distance = 12*(d.Year()-anchor.Year()) + int(d.Month()-anchor.Month())
		}
		if distance%p.interval == 0 {
			out[d] = true
		}
	}
	return out
}

// open reports whether the plan is open at an instant, given the days on which it starts: a window of at most 24 hours has
// started today or yesterday.
func (p plan) open(days map[time.Time]bool, at time.Time) bool {
	local := at.Add(time.Duration(p.offset) * time.Minute)
	today := local.Truncate(24 * time.Hour)
	if !slices.ContainsFunc([]time.Time{today, today.AddDate(0, 0, -1)}, func(d time.Time) bool {
		start := d.Add(time.Duration(p.minute) * time.Minute)
		return days[d] && !local.Before(start) && local.Before(start.Add(time.Duration(p.hours)*time.Hour))
	}) {
		return false
	}
	for _, d := range p.dates {
		if !today.Before(d[0]) && !today.After(d[1]) {
			return false
		}
	}
	for _, s := range p.spans {
		if !at.Before(s[0]) && at.Before(s[1]) {
			return false
		}
	}
	for _, s := range p.times {
		minute := local.Hour()*60 + local.Minute()
		if s[0] < s[1] && s[0] <= minute && minute < s[1] || s[0] > s[1] && (minute >= s[0] || minute < s[1]) {
			return false
		}
	}
	return true
}

// What a document means is what a walk over days and minutes, made of the same numbers, says it means.
func TestAgainstPlainWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		data, _ := json.Marshal(p.document())
		fromStartDate := rapid.Bool().Draw(t, "from startDate")
		var opts []aks.Option
		if fromStartDate {
			opts = append(opts, aks.FromStartDate())
		}
		cs, err := aks.Parse(data, append(opts, aks.Strict())...)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		cal := calendar.MustCompile(cs[0].Policy)
		days := p.days(fromStartDate)
		at := p.startDate.Add(time.Duration(rapid.IntRange(0, 59).Draw(t, "second")) * time.Second)
		for range 450 * 24 * 60 / 47 {
			if got, want := cal.IsOpen(at), p.open(days, at); got != want {
				t.Fatalf("at %v: %v, want %v\n%s", at, got, want, data)
			}
			at = at.Add(47 * time.Minute)
		}
	})
}

// Hour slots are hours of the week in UTC, and unite.
func TestHourSlots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		open := map[int]bool{} // by the hour of the week, from Monday
		entries := []map[string]any{}
		for range rapid.IntRange(1, 8).Draw(t, "entries") {
			day := rapid.IntRange(0, 6).Draw(t, "day")
			slots := rapid.SliceOfN(rapid.IntRange(0, 23), 1, 6).Draw(t, "slots")
			entries = append(entries, map[string]any{"day": weekdays[day], "hourSlots": slots})
			for _, h := range slots {
				open[day*24+h] = true
			}
		}
		data, _ := json.Marshal(map[string]any{"timeInWeek": entries})
		cs, err := aks.Parse(data)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		cal := calendar.MustCompile(cs[0].Policy)
		monday := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
		for minute := -1; minute < 8*24*60; minute++ {
			hour := (minute/60 + 7*24) % (7 * 24)
			if minute < 0 {
				hour = 7*24 - 1
			}
			if at := monday.Add(time.Duration(minute) * time.Minute); cal.IsOpen(at) != open[hour] {
				t.Fatalf("at %v: %v\n%s", at, cal.IsOpen(at), data)
			}
		}
	})
}

// A blackout is remarked upon where no window, of those there would be without blackouts, has an instant in it.
func TestCutsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		// Blackouts begin and end where a window of 1 January 2026 does, and on the days about it.
		p.dates, p.spans, p.times = nil, nil, nil
		start := time.Date(2026, 1, 1, 0, p.minute, 0, 0, time.UTC)
		end := start.Add(time.Duration(p.hours) * time.Hour)
		for _, edge := range []time.Time{start, end} {
			minute := edge.Hour()*60 + edge.Minute()
			p.times = append(p.times, [2]int{minute, (minute + 1) % (24 * 60)}, [2]int{(minute + 24*60 - 1) % (24 * 60), minute})
			instant := edge.Add(-time.Duration(p.offset) * time.Minute)
			p.spans = append(p.spans, [2]time.Time{instant, instant.Add(time.Second)}, [2]time.Time{instant.Add(-time.Second), instant})
			day := edge.Truncate(24 * time.Hour)
			p.dates = append(p.dates, [2]time.Time{day, day}, [2]time.Time{day.AddDate(0, 0, 1), day.AddDate(0, 0, 1)}, [2]time.Time{day.AddDate(0, 0, -1), day.AddDate(0, 0, -1)})
		}
		data, _ := json.Marshal(p.document())
		cs, err := aks.Parse(data)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		got := map[string]bool{}
		for _, f := range cs[0].Remarks {
			got[f.Path] = got[f.Path] || f.Code == aks.CutsNothing
		}
		days := p.days(false)
		bare := p
		bare.dates, bare.spans, bare.times = nil, nil, nil
		check := func(path string, from, to time.Time, step time.Duration, in func(time.Time) bool) {
			cuts := false
			for at := from; at.Before(to) && !cuts; at = at.Add(step) {
				cuts = in(at) && bare.open(days, at)
			}
			if got[path] == cuts {
				t.Fatalf("%s: remarked %v, cuts %v\n%s", path, got[path], cuts, data)
			}
		}
		always := func(time.Time) bool { return true }
		for i, d := range p.dates {
			from := d[0].Add(-time.Duration(p.offset) * time.Minute)
			check(fmt.Sprintf("properties.maintenanceWindow.notAllowedDates[%d]", i), from, from.Add(d[1].Sub(d[0])+24*time.Hour), time.Minute, always)
		}
		for i, s := range p.spans {
			check(fmt.Sprintf("properties.notAllowedTime[%d]", i), s[0], s[1], time.Second, always)
		}
		for i, s := range p.times {
			for d := range days {
				from := d.Add(-time.Duration(p.offset) * time.Minute)
				check(fmt.Sprintf("properties.notAllowedTime[%d]", len(p.spans)+i), from, from.AddDate(0, 0, 2), time.Minute, func(at time.Time) bool {
					local := at.Add(time.Duration(p.offset) * time.Minute)
					minute := local.Hour()*60 + local.Minute()
					return s[0] < s[1] && s[0] <= minute && minute < s[1] || s[0] > s[1] && (minute >= s[0] || minute < s[1])
				})
				break // all days are alike
			}
		}
	})
}

// What is read, written and read again is the same, and the list of what is lost is empty but for the remarks.
func TestFormatRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		document := p.document()
		if rapid.Bool().Draw(t, "standalone") {
			delete(document, "name")
			document["type"] = "Microsoft.ContainerService/maintenanceWindows"
			document["properties"] = document["properties"].(map[string]any)["maintenanceWindow"]
		}
		roundTrip(t, document)
	})
	// Hour slots.
	rapid.Check(t, func(t *rapid.T) {
		entries := []map[string]any{}
		for range rapid.IntRange(1, 8).Draw(t, "entries") {
			entries = append(entries, map[string]any{"day": rapid.SampledFrom(weekdays).Draw(t, "day"),
				"hourSlots": rapid.SliceOfN(rapid.IntRange(0, 23), 1, 6).Draw(t, "slots")})
		}
		roundTrip(t, map[string]any{"name": "default", "properties": map[string]any{"timeInWeek": entries}})
	})
}

func roundTrip(t *rapid.T, document map[string]any) {
	data, _ := json.Marshal(document)
	read, err := aks.Parse(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	written, lost, err := aks.Format(read[0])
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	for _, f := range lost {
		if f.Code == calendar.LeftOut || f.Code == calendar.Changed || f.Code == aks.BeyondAKS {
			t.Errorf("lost %s %s\n%s", f.Code, f, data)
		}
	}
	again, err := aks.Parse(written)
	if err != nil {
		t.Fatalf("%v\n%s", err, written)
	}
	if diff := cmp.Diff(read[0].Policy, again[0].Policy); diff != "" || read[0].Name != again[0].Name || read[0].Standalone != again[0].Standalone {
		t.Fatalf("%s\n%s\n%s", diff, data, written)
	}
}
