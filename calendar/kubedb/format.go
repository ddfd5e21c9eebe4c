package kubedb

import (
	"cmp"
	"encoding/json"
	"fmt"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// Format writes a policy as a resource, of the kind Namespaced if w has none, and lists what that does not say: nothing is lost
// silently. What [Parse] makes of the document is the same policy where the list is empty.
//
// KubeDB has windows of days of the week in one zone, from one minute to another, and single spans; it has no blackouts. A
// window whose starts or whose length cannot be said is left out; where other things cannot be said (endDate, a blackout),
// they are, and the window stays: so look at the list. A document without windows never opens.
//
// The findings with the codes [calendar.LeftOut] and [calendar.Changed] have paths in the policy. The others are the remarks
// that Parse makes of the document, with paths in that: what KubeDB itself makes something else of ([OverMidnight], [WholeDay]).
//
// The error, [tz.Errors], says that the policy does not compile, or that there is no name.
func Format(w Window) ([]byte, []calendar.Finding, error) {
	p := w.Policy
	if err := checkAll(p); err != nil {
		return nil, nil, err
	}
	f := &formatter{policy: &p}
	doc := document{APIVersion: apiVersion, Kind: cmp.Or(w.Kind, Namespaced)}
	doc.Metadata.Name, doc.Metadata.Namespace = cmp.Or(w.Name, p.Name), w.Namespace
	doc.Spec.IsDefault = w.Default
	if p.Name != "" && p.Name != doc.Metadata.Name {
		f.leftOut("name", "the resource has a name of its own: "+doc.Metadata.Name)
	}
	if p.Description != "" {
		f.leftOut("description", "KubeDB has no descriptions")
	}
	if p.MinDuration != "" {
		f.leftOut("minDuration", "KubeDB has no least length of an open period")
	}
	doc.Spec.Days = map[string][]ends{}
	for i := range p.Windows {
		f.window(&doc, strict.Index("windows", i), &p.Windows[i])
	}
	f.blackouts("", p.NotAllowedDates, p.NotAllowedTime)
	if f.zone == nil { // no window of days says it; keep what the policy has
		f.zone = new(string)
		if zone, ok := zoneName(p.UTCOffset, p.TimeZone); ok {
			*f.zone = zone
		}
	}
	doc.Spec.Timezone = *f.zone
	data, err := json.MarshalIndent(doc, "", "  ")
	if err != nil {
		return nil, nil, err
	}
	back, err := Parse(data)
	if err != nil {
		return nil, nil, err
	}
	for _, remark := range back[0].Remarks {
		if remark.Code == OverMidnight || remark.Code == WholeDay {
			f.lost = append(f.lost, remark)
		}
	}
	return append(data, '\n'), f.lost, nil
}

// checkAll is check, and looks at zones also, but for Local.
func checkAll(p calendar.Policy) error {
	if p.TimeZone == "Local" {
		p.TimeZone = ""
	}
	_, err := calendar.Compile(p)
	return err
}

// The document.
type (
	document struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
		Metadata   struct {
			Name      string `json:"name"`
			Namespace string `json:"namespace,omitempty"`
		} `json:"metadata"`
		Spec struct {
			IsDefault bool              `json:"isDefault,omitempty"`
			Timezone  string            `json:"timezone,omitempty"`
			Days      map[string][]ends `json:"days,omitempty"`
			Dates     []ends            `json:"dates,omitempty"`
		} `json:"spec"`
	}
	ends struct {
		Start string `json:"start"`
		End   string `json:"end"`
	}
)

// A formatter writes a policy and collects what is lost.
type formatter struct {
	policy *calendar.Policy
	zone   *string // of the windows of days, once there is one
	lost   []calendar.Finding
}

func (f *formatter) leftOut(path, detail string) {
	f.lost = append(f.lost, calendar.Finding{Code: calendar.LeftOut, Path: path, Detail: detail})
}

// window writes one window.
func (f *formatter) window(doc *document, path string, w *calendar.WindowSpec) {
	switch {
	case w.Span != nil:
		doc.Spec.Dates = append(doc.Spec.Dates, ends{w.Span.Start, w.Span.End})
	case w.Always:
		f.leftOut(path, "KubeDB cannot say that a window is always open")
		return
	case !f.days(doc, path, w):
		return
	}
	if w.Name != "" {
		f.leftOut(path+".name", "KubeDB has no names of windows")
	}
	if w.Description != "" {
		f.leftOut(path+".description", "KubeDB has no descriptions")
	}
	if w.Cutoff != "" {
		f.leftOut(path+".cutoff", "KubeDB has no time before the end in which nothing starts")
	}
	f.blackouts(path, w.NotAllowedDates, w.NotAllowedTime)
}

func (f *formatter) blackouts(path string, dates []calendar.DateSpan, times []calendar.TimeSpan) {
	for i := range dates {
		f.leftOut(strict.Index(strict.Join(path, "notAllowedDates"), i), "KubeDB has no blackouts")
	}
	for i := range times {
		f.leftOut(strict.Index(strict.Join(path, "notAllowedTime"), i), "KubeDB has no blackouts")
	}
}

// days writes a window of a schedule, and reports whether that is possible.
func (f *formatter) days(doc *document, path string, w *calendar.WindowSpec) bool {
	days, interval := tz.EveryDay, 0
	switch s := w.Schedule; {
	case s.Daily != nil:
		interval = s.Daily.IntervalDays
	case s.Weekly != nil:
		interval, days = s.Weekly.IntervalWeeks, 0
		for _, name := range append([]string{s.Weekly.DayOfWeek}, s.Weekly.DaysOfWeek...) {
			day, _ := tz.ParseWeekday(name)
			days |= tz.WeekdaysOf(day)
		}
	default:
		f.leftOut(path, "KubeDB has windows of days of the week alone")
		return false
	}
	if interval > 1 {
		f.leftOut(path, "KubeDB has no intervals: every week alone")
		return false
	}
	offset, name := f.policy.UTCOffset, f.policy.TimeZone
	if w.UTCOffset != "" || w.TimeZone != "" {
		offset, name = w.UTCOffset, w.TimeZone
	}
	zone, ok := zoneName(offset, name)
	switch {
	case !ok:
		f.leftOut(path, "KubeDB takes names of zones, which the offset "+offset+" has none of")
		return false
	case f.zone != nil && *f.zone != zone:
		f.leftOut(path, "KubeDB has one zone, that of the windows before")
		return false
	}
	constant := name == "" || name != "Local" && neverChanges(name)
	start, _ := tz.ParseTimeOfDay(w.StartTime)
	end, byClock := endOf(w, start)
	switch {
	case end < 0:
		f.leftOut(path, "KubeDB has no windows of more than a day")
		return false
	case start.Seconds()%60 != 0 || end%60 != 0:
		f.leftOut(path, "KubeDB takes whole minutes")
		return false
	case !byClock && !constant:
		f.lost = append(f.lost, calendar.Finding{Code: calendar.Changed, Path: path, Detail: "KubeDB has no lengths: the end is " + kitchen(end) + " on the wall clock, also where that is changed"})
	}
	for _, option := range []struct{ key, value, normal string }{{"gap", w.Gap, "forward"}, {"overlap", w.Overlap, "first"}} {
		if option.value != "" && option.value != option.normal && !constant {
			f.leftOut(path+"."+option.key, "KubeDB has no such option")
		}
	}
	if w.StartDate != "" {
		f.leftOut(path+".startDate", "KubeDB has no start dates")
	}
	if w.EndDate != "" {
		f.leftOut(path+".endDate", "KubeDB has no end dates")
	}
	f.zone = &zone
	for day := tz.Monday; day <= tz.Sunday; day++ {
		if days.Has(day) {
			doc.Spec.Days[day.String()] = append(doc.Spec.Days[day.String()], ends{kitchen(start.Seconds()), kitchen(end)})
		}
	}
	return true
}

// endOf returns when a window of a schedule ends by the wall clock of a day on which that is not changed, in seconds of the day,
// and whether that is how its end is said: -1 where it ends more than a day after its start.
func endOf(w *calendar.WindowSpec, start tz.TimeOfDay) (end int, byClock bool) {
	if w.EndTime != "" {
		end, _ := tz.ParseTimeOfDay(w.EndTime)
		return end.Seconds() % tz.SecondsPerDay, true
	}
	length := time.Duration(w.DurationHours) * time.Hour
	if w.Duration != "" {
		length, _ = time.ParseDuration(w.Duration)
	}
	if length > 24*time.Hour {
		return -1, false
	}
	return (start.Seconds() + int(length/time.Second)) % tz.SecondsPerDay, false
}

// kitchen returns a time, in seconds of the day, as KubeDB writes it.
func kitchen(seconds int) string {
	return time.Unix(int64(seconds), 0).UTC().Format(time.Kitchen)
}

// zoneName returns the name that KubeDB has for an offset or a zone, empty for UTC, and whether there is one. Offsets of whole hours
// have names in the tz database, in which the sign is the other way round.
func zoneName(offset, name string) (string, bool) {
	if name != "" || offset == "" {
		return name, true
	}
	o, err := tz.ParseOffset(offset)
	switch {
	case err != nil || o.Minutes()%60 != 0:
		return "", false
	case o.Minutes() == 0:
		return "", true
	}
	return fmt.Sprintf("Etc/GMT%+d", -o.Minutes()/60), true
}

// neverChanges reports whether a zone has had one offset since 2020 and keeps it.
func neverChanges(name string) bool {
	zone, err := tz.Load(name)
	stretch := zone.Stretch(1_577_836_800) // the beginning of 2020
	return err == nil && stretch.To == tz.Future
}
