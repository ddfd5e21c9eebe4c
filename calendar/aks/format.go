package aks

import (
	"cmp"
	"encoding/json"
	"iter"
	"slices"
	"time"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A FormatOption says how to write what AKS cannot say.
type FormatOption func(*formatter)

// OffsetAt makes Format write the offset that a zone has at this instant. Without it, that is the offset at the window's
// startDate, or else at the beginning of 2026.
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

// usual is the instant whose offset a zone gets where nothing says another one: the beginning of 2026.
var usual = time.Unix(1_767_225_600, 0).UTC()

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
		}
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

// window writes a window: nil where that is not possible.
func (f *formatter) window(path string, w *calendar.WindowSpec) *maintenanceWindow {
	if w.Schedule == nil {
		f.leftOut(path, "AKS has no windows without a schedule")
		return nil
	}
	schedule, why := oneDay(w.Schedule)
	if why != "" {
		f.leftOut(path, why)
		return nil
	}
	hours := wholeHours(w)
	if hours == 0 {
		f.leftOut(path, "AKS takes whole hours")
		return nil
	}
	start, err := tz.ParseTimeOfDay(w.StartTime)
	if err != nil || start.Seconds()%60 != 0 {
		f.leftOut(path, "AKS takes start times of whole minutes")
		return nil
	}
	if w.EndDate != "" {
		f.leftOut(path+".endDate", "AKS has no end dates")
	}
	if w.Anchor != "" {
		f.leftOut(path+".anchor", "AKS does not say what intervals count from")
	}
	if m := w.Schedule.AbsoluteMonthly; m != nil && m.ShortMonth == "clamp" && schedule.AbsoluteMonthly.DayOfMonth > 28 {
		f.leftOut(path+".schedule.absoluteMonthly.shortMonth", "AKS does not say what becomes of a day that a month does not have")
	}
	return &maintenanceWindow{
		Schedule: schedule, StartDate: w.StartDate, StartTime: start.String(), DurationHours: hours,
		UTCOffset: f.offset(path, w),
	}
}

// oneDay returns a schedule as AKS has it, or why it has not.
func oneDay(s *calendar.Schedule) (one calendar.Schedule, why string) {
	switch {
	case s.Daily != nil:
		one.Daily = &calendar.Daily{IntervalDays: max(s.Daily.IntervalDays, 1)}
	case s.Weekly != nil:
		days := weekdays(s.Weekly)
		one.Weekly = &calendar.Weekly{IntervalWeeks: max(s.Weekly.IntervalWeeks, 1), DayOfWeek: days.String()}
		switch {
		case days == tz.EveryDay && s.Weekly.IntervalWeeks <= 1:
			return calendar.Schedule{Daily: &calendar.Daily{IntervalDays: 1}}, ""
		case days.Len() != 1:
			return one, "AKS takes one day of the week"
		}
	case s.AbsoluteMonthly != nil:
		m := s.AbsoluteMonthly
		days := slices.Compact(slices.Sorted(slices.Values(append([]int{m.DayOfMonth}, m.DaysOfMonth...))))
		days = slices.DeleteFunc(days, func(d int) bool { return d == 0 })
		if len(days) != 1 || days[0] < 0 {
			return one, "AKS takes one day of the month, from 1 to 31"
		}
		one.AbsoluteMonthly = &calendar.AbsoluteMonthly{IntervalMonths: max(m.IntervalMonths, 1), DayOfMonth: days[0]}
	case s.RelativeMonthly != nil:
		m := s.RelativeMonthly
		if m.OffsetDays != 0 || m.WeekIndex == "Fifth" {
			return one, "AKS takes First to Fourth and Last, and no offsetDays"
		}
		one.RelativeMonthly = &calendar.RelativeMonthly{IntervalMonths: max(m.IntervalMonths, 1), WeekIndex: m.WeekIndex, DayOfWeek: m.DayOfWeek}
	default:
		return one, "AKS has no cron schedules"
	}
	return one, ""
}

// weekdays returns the days of a weekly schedule that compiles.
func weekdays(w *calendar.Weekly) tz.Weekdays {
	var days tz.Weekdays
	for _, name := range append([]string{w.DayOfWeek}, w.DaysOfWeek...) {
		day, _ := tz.ParseWeekday(name)
		days |= tz.WeekdaysOf(day)
	}
	return days
}

// wholeHours returns the length of a window that compiles, in hours: 0 if it is not a whole number of them. By the wall clock that
// is the length which it has where the offset does not change.
func wholeHours(w *calendar.WindowSpec) int {
	length := time.Duration(w.DurationHours) * time.Hour
	switch {
	case w.Duration != "":
		length, _ = time.ParseDuration(w.Duration)
	case w.EndTime != "":
		start, _ := tz.ParseTimeOfDay(w.StartTime)
		end, _ := tz.ParseTimeOfDay(w.EndTime)
		length = time.Duration(end.Seconds()-start.Seconds()) * time.Second
		if length <= 0 {
			length += 24 * time.Hour
		}
	}
	if length%time.Hour != 0 {
		return 0
	}
	return int(length / time.Hour)
}

// offset returns the offset of a window, and notes what that changes.
func (f *formatter) offset(path string, w *calendar.WindowSpec) string {
	offset, name := f.zoneOf(w)
	if name == "" || isUTC(offset, name) {
		return offset
	}
	zone, _ := tz.Load(name) // which has been loaded before: the policy compiles
	at := usual
	date, err := tz.ParseDate(w.StartDate)
	if err == nil {
		at = time.Unix(zone.Resolve(int64(date.Day())*tz.SecondsPerDay).First, 0)
	}
	if f.offsetAt != nil {
		at = *f.offsetAt
	}
	stretch := zone.Stretch(at.Unix())
	o, ok := tz.OffsetOf(int(stretch.Offset) / 60)
	if !ok || stretch.Offset%60 != 0 {
		o, _ = tz.OffsetOf(0)
	}
	where := "timeZone"
	if w.TimeZone != "" {
		where = path + ".timeZone"
	}
	if exact := stretch.To == tz.Future && (stretch.From == tz.Past || err == nil && stretch.From <= at.Unix()); !exact || !ok || stretch.Offset%60 != 0 {
		f.lose(calendar.Changed, where, "AKS has no zones: "+name+" becomes "+o.String()+" for ever, its offset on "+zone.Read(at).Date.String())
		if w.Gap != "" || w.Overlap != "" {
			f.leftOut(path, "gap and overlap mean nothing where the offset does not change")
		}
	}
	return o.String()
}

// weekHours returns the windows of the policy as hours of the week in UTC, and whether that is what they are.
func (f *formatter) weekHours() ([]dayHours, bool) {
	windows := f.policy.Windows
	if f.standalone || f.name == AutoUpgrade || f.name == NodeOS {
		return nil, false
	}
	var slots [7 * 24]bool // from Monday
	for i := range windows {
		w := &windows[i]
		if w.Schedule == nil || w.Schedule.Weekly == nil && w.Schedule.Daily == nil || w.StartDate != "" || w.EndDate != "" {
			return nil, false
		}
		days := tz.EveryDay
		interval := 0
		if weekly := w.Schedule.Weekly; weekly != nil {
			days, interval = weekdays(weekly), weekly.IntervalWeeks
		} else {
			interval = w.Schedule.Daily.IntervalDays
		}
		start, err := tz.ParseTimeOfDay(w.StartTime)
		hours := wholeHours(w)
		offset, zone := f.zoneOf(w)
		simple := len(windows) == 1 && (w.Schedule.Daily != nil || interval == 1 && days.Len() == 1) // which a window says better
		if err != nil || interval > 1 || simple || start.Seconds()%3600 != 0 || hours == 0 || !isUTC(offset, zone) {
			return nil, false
		}
		for day := tz.Monday; day <= tz.Sunday; day++ {
			for h := 0; days.Has(day) && h < min(hours, len(slots)); h++ {
				slots[(int(day-tz.Monday)*24+start.Seconds()/3600+h)%len(slots)] = true
			}
		}
	}
	var out []dayHours
	for day := tz.Monday; day <= tz.Sunday; day++ {
		entry := dayHours{Day: day.String()}
		for h, open := range slots[int(day-tz.Monday)*24:][:24] {
			if open {
				entry.HourSlots = append(entry.HourSlots, h)
			}
		}
		if entry.HourSlots != nil {
			out = append(out, entry)
		}
	}
	return out, true
}

// blackouts writes blackouts that read this offset or zone: those of the policy or of the only window.
func (f *formatter) blackouts(p *properties, path string, dates []calendar.DateSpan, times []calendar.TimeSpan, offset, zone string) {
	onClock := offset == f.clock.offset && zone == f.clock.zone || isUTC(offset, zone) && isUTC(f.clock.offset, f.clock.zone)
	for i, t := range times {
		at := strict.Index(strict.Join(path, "notAllowedTime"), i)
		f.blackoutName(at, t.Name)
		switch {
		case f.standalone:
			f.leftOut(at, "a standalone window has no notAllowedTime")
		case !isTimeOfDay(t):
			p.NotAllowedTime = append(p.NotAllowedTime, span{t.Start, t.End})
		case t.DaysOfWeek != nil:
			f.leftOut(at, "AKS has no blackouts of single days of the week")
		case !onClock:
			f.leftOut(at, "AKS has times of day on one clock only, that of the window")
		default:
			p.NotAllowedTime = append(p.NotAllowedTime, span{t.Start, t.End})
		}
	}
	for i, d := range dates {
		at := strict.Index(strict.Join(path, "notAllowedDates"), i)
		f.blackoutName(at, d.Name)
		switch {
		case len(d.Start) == len("01-02"):
			f.leftOut(at, "AKS has no blackouts of every year")
		case p.MaintenanceWindow != nil && onClock:
			p.MaintenanceWindow.NotAllowedDates = append(p.MaintenanceWindow.NotAllowedDates, span{d.Start, d.End})
		case f.standalone:
			f.leftOut(at, "AKS has dates on one clock only, that of the window")
		default:
			for w := range instantsOf(d, offset, zone) {
				start, _ := w.Start()
				end, _ := w.End()
				p.NotAllowedTime = append(p.NotAllowedTime, span{start.Format(time.RFC3339), end.Format(time.RFC3339)})
			}
		}
	}
}

// blackoutName notes the name of a blackout, which AKS has no place for.
func (f *formatter) blackoutName(path, name string) {
	if name != "" {
		f.leftOut(path+".name", "AKS has no names of blackouts")
	}
}

// instantsOf returns the instants at which the date in a zone lies in the span: one window, or more where a date comes in
// pieces.
func instantsOf(d calendar.DateSpan, offset, name string) iter.Seq[window.Window] {
	zone := zoneOf(offset)
	if name != "" {
		zone, _ = tz.Load(name)
	}
	start, _ := tz.ParseDate(d.Start)
	end, _ := tz.ParseDate(d.End)
	shut, err := blackout.Dates(zone, blackout.DateSpan{Start: start, End: end})
	if err != nil {
		return func(func(window.Window) bool) {} // never: the policy compiles
	}
	day := func(n int) time.Time { return time.Unix(int64(n)*tz.SecondsPerDay, 0) }
	return shut.Windows(day(start.Day()-2), day(end.Day()+3))
}
