package aks

import (
	"cmp"
	"encoding/json"
	"slices"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
)

// A FormatOption says how to write what AKS cannot say.
type FormatOption func(*formatter)

// OffsetAt makes Format write the offset that a zone has at this instant. Without it, that is the offset at the window's
// startDate, or else at the beginning of 2026. Zones that have kept their offset since 2020, and are to keep it, are not asked.
func OffsetAt(at time.Time) FormatOption { return func(f *formatter) { f.offsetAt = &at } }

// Format writes a policy as the ARM resource of a maintenance configuration, or of a standalone window, and lists what that
// does not say: nothing is lost silently. What [Parse] makes of the document is the same policy where the list is empty.
//
// AKS has one window, at a fixed offset, of one weekday or day of the month; or else hours of the week in UTC. Of
// several windows that are not such hours the first is written that can be. A window whose starts or whose length cannot be said
// is left out; where other things cannot be said (endDate, a yearly blackout), they are, and the window stays: so look at the list.
// Where no window can be written there is no document, which is then nil: without a window, it would be open at all times.
//
// The findings with the codes [calendar.LeftOut] and [calendar.Changed] have paths in the policy. The others are the remarks
// that Parse makes of the document, with paths in that: [BeyondAKS] where AKS would refuse it, and where AKS does not say
// what it means ([IntervalStart], [ShortMonth], [TimesOfDay]).
//
// The error, [tz.Errors], says that the policy does not compile.
func Format(c Configuration, opts ...FormatOption) ([]byte, []calendar.Finding, error) {
	if _, err := calendar.Compile(c.Policy); err != nil {
		return nil, nil, err
	}
	f := &formatter{policy: &c.Policy, standalone: c.Standalone, name: cmp.Or(c.Name, c.Policy.Name)}
	for _, opt := range opts {
		opt(f)
	}
	f.texts("", c.Policy.Description)
	if c.Policy.Name != "" && c.Policy.Name != f.name {
		f.leftOut("name", "the configuration has a name of its own: "+f.name)
	}
	var p properties
	if !f.properties(&p) {
		return nil, f.lost, nil
	}
	doc := resource{Name: f.name, Properties: p}
	if f.standalone {
		doc.Type, doc.Properties = standaloneType, p.MaintenanceWindow
	}
	data, err := json.MarshalIndent(doc, "", "  ")
	if err != nil {
		return nil, nil, err
	}
	back, err := Parse(data)
	if err != nil {
		return nil, nil, err
	}
	for _, remark := range back[0].Remarks {
		if slices.Contains([]calendar.FindingCode{BeyondAKS, IntervalStart, ShortMonth, TimesOfDay}, remark.Code) {
			f.lost = append(f.lost, remark)
		}
	}
	return append(data, '\n'), f.lost, nil
}

// The document.
type (
	resource struct {
		Name       string `json:"name,omitempty"`
		Type       string `json:"type,omitempty"`
		Properties any    `json:"properties"`
	}
	properties struct {
		MaintenanceWindow *maintenanceWindow `json:"maintenanceWindow,omitempty"`
		TimeInWeek        []dayHours         `json:"timeInWeek,omitempty"`
		NotAllowedTime    []span             `json:"notAllowedTime,omitempty"`
	}
	maintenanceWindow struct {
		Schedule        calendar.Schedule `json:"schedule"`
		StartDate       string            `json:"startDate,omitempty"`
		StartTime       string            `json:"startTime"`
		DurationHours   int               `json:"durationHours"`
		UTCOffset       string            `json:"utcOffset,omitempty"`
		NotAllowedDates []span            `json:"notAllowedDates,omitempty"`
	}
	dayHours struct {
		Day       string `json:"day"`
		HourSlots []int  `json:"hourSlots"`
	}
	span struct {
		Start string `json:"start"`
		End   string `json:"end"`
	}
)

// A formatter writes a policy and collects what is lost.
type formatter struct {
	policy     *calendar.Policy
	standalone bool
	name       string
	offsetAt   *time.Time
	clock      struct{ offset, zone string } // of dates and times of day: the window's; UTC beside hours, and for blackouts alone
	lost       []calendar.Finding
}

func (f *formatter) lose(code calendar.FindingCode, path, detail string) {
	f.lost = append(f.lost, calendar.Finding{Code: code, Path: path, Detail: detail})
}

func (f *formatter) leftOut(path, detail string) { f.lose(calendar.LeftOut, path, detail) }

// texts notes a description that AKS has no place for.
func (f *formatter) texts(path, description string) {
	if description != "" {
		f.leftOut(strict.Join(path, "description"), "AKS has no descriptions")
	}
}

// properties fills in p, and reports whether there is a document to write.
func (f *formatter) properties(p *properties) bool {
	windows := f.policy.Windows
	if len(windows) == 0 {
		f.leftOut("windows", "AKS cannot say that there are no windows: without one, all times are open")
		return false
	}
	always := slices.IndexFunc(windows, func(w calendar.WindowSpec) bool { return w.Always })
	hours, areHours := f.weekHours()
	taken := -1 // the window that is written; -1: all of them
	switch {
	case always >= 0 && (f.standalone || len(windows) > 1):
		f.leftOut(strict.Index("windows", always), "AKS cannot say that a window is always open")
		return false
	case areHours:
		p.TimeInWeek = hours
	case always < 0:
		for i := range windows {
			if taken >= 0 {
				f.leftOut(strict.Index("windows", i), "AKS has one window")
			} else if p.MaintenanceWindow = f.window(strict.Index("windows", i), &windows[i]); p.MaintenanceWindow != nil {
				taken = i
				f.clock.offset, f.clock.zone = f.zoneOf(&windows[i])
			}
		}
		if taken < 0 {
			return false
		}
	}
	for i := range windows {
		if path := strict.Index("windows", i); taken < 0 || taken == i {
			if windows[i].Name != "" {
				f.leftOut(path+".name", "AKS has no names of windows")
			}
			f.texts(path, windows[i].Description)
			if windows[i].Cutoff != "" {
				f.leftOut(path+".cutoff", "AKS has no time before the end in which nothing starts")
			}
		}
	}

	if f.policy.MinDuration != "" {
		f.leftOut("minDuration", "AKS has no least length of an open period")
	}

	// Blackouts of a window that is one of several hours cannot be said; those of the only window are as good as the policy's.
	f.blackouts(p, "", f.policy.NotAllowedDates, f.policy.NotAllowedTime, f.policy.UTCOffset, f.policy.TimeZone)
	for i, w := range windows {
		offset, zone := f.zoneOf(&w)
		switch path := strict.Index("windows", i); {
		case taken == i || len(windows) == 1:
			f.blackouts(p, path, w.NotAllowedDates, w.NotAllowedTime, offset, zone)
		case taken < 0 && len(w.NotAllowedDates)+len(w.NotAllowedTime) > 0:
			f.leftOut(path, "AKS has no blackouts of single hours: this one's are left out")
		}
	}
	if always >= 0 && len(p.NotAllowedTime) == 0 {
		f.leftOut("windows[0]", "AKS cannot say that a window is always open, except by its blackouts")
		return false
	}
	return true
}

// zoneOf returns the offset or the zone that a window has: its own or the policy's.
func (f *formatter) zoneOf(w *calendar.WindowSpec) (offset, zone string) {
	if w.UTCOffset != "" || w.TimeZone != "" {
		return w.UTCOffset, w.TimeZone
	}
	return f.policy.UTCOffset, f.policy.TimeZone
}

// isUTC reports whether an offset or a zone is UTC.
func isUTC(offset, zone string) bool {
	return zone == "UTC" || zone == "" && (offset == "" || offset == "+00:00" || offset == "-00:00")
}
