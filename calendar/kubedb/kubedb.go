// Package kubedb reads the MaintenanceWindow and ClusterMaintenanceWindow resources of KubeDB (kubeops supervisor) as policies,
// chooses among them as KubeDB does, and writes policies as such.
//
// [Parse] takes a resource in JSON, or a list of them (kubectl get -o json). The windows of spec.days are on the wall clock
// of spec.timezone, those of spec.dates are instants; a window of either kind opens. With neither, it never opens.
//
// # Where this differs from KubeDB
//
// A window is open at its start and shut at its end; it may run over midnight into the next day, and one that ends at its
// start lasts a whole day; times read the zone of the document, whatever zone the process runs in; a start that the
// clock jumps over moves forward and one that comes twice counts once; days of the week are checked. KubeDB (at the state of
// July 2026) leaves out the first second of a day window and adds one to a span of dates, never opens a window that does not end
// later on the same day, is right in a process whose zone is UTC only, opens once more where the clock is set back and accepts
// days that never come.
//
// [Faithful] is for those who must agree with it to the second: it evaluates what KubeDB does in a process whose zone
// is UTC.
package kubedb

import (
	"slices"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// The kinds of windows.
const (
	Namespaced = "MaintenanceWindow"        // for the databases of its namespace
	Cluster    = "ClusterMaintenanceWindow" // for those of all
)

// The limits of a document.
const (
	MaxWindows = 1000 // resources of a list
	MaxRanges  = 1000 // windows of one day, and entries of dates
)

// The kinds of remarks.
const (
	NeverOpen    calendar.FindingCode = "NeverOpen"    // there are neither days nor dates
	OverMidnight calendar.FindingCode = "OverMidnight" // a window runs over midnight: KubeDB itself never opens it
	WholeDay     calendar.FindingCode = "WholeDay"     // a window ends at its start, which is a whole day: KubeDB itself never opens it
	LocalZone    calendar.FindingCode = "LocalZone"    // the zone is that of a host: see calendar.WithLocal
)

// A Window is a resource: a policy and what KubeDB chooses it by.
type Window struct {
	Kind      string // Namespaced or Cluster
	Namespace string // of a Namespaced one; empty where the document does not say
	Name      string
	Default   bool
	Policy    calendar.Policy
	Remarks   []calendar.Finding // paths are those of the document
}

// An Option says how to read a document.
type Option func(*reader)

// Faithful evaluates windows as KubeDB does: those of days with both ends exclusive, on the readings of the wall clock, never
// over midnight; those of dates with both ends inclusive. In whole seconds, a window from 02:00 to 04:00 is then open from
// 02:00:01 to 03:59:59, and one of dates from 22:00:00Z to 04:00:00Z still in that last second.
//
// Such a policy is open at all times but in blackouts, which are what lies between the windows: blackouts are functions of the
// wall clock's reading, as KubeDB's windows are.
func Faithful() Option { return func(r *reader) { r.faithful = true } }

// Parse reads a resource or a list of them. The policies compile, if the tz database has their zones; one whose timezone is Local
// compiles only with [calendar.WithLocal].
//
// Documents are read strictly: unknown keys, keys in another letter case (timeZone) and keys that stand twice are errors, except
// in metadata and status. All problems are reported at once, as [tz.Errors] with the path of each in the document.
func Parse(data []byte, opts ...Option) ([]Window, error) {
	tree, errs := strict.Parse(data)
	if tree == nil {
		return nil, errs
	}
	r := &reader{Reader: strict.Reader{Problems: errs}}
	for _, opt := range opts {
		opt(r)
	}
	var all []resource
	r.document(&all)(*tree, "")
	var out []Window
	var inPolicies tz.Errors
	for i := range all {
		w := &all[i]
		r.assemble(w)
		inPolicies = append(inPolicies, w.places.Translate(check(w.Policy))...)
		out = append(out, w.Window)
	}
	if len(r.Problems)+len(inPolicies) > 0 {
		return nil, strict.Merge(r.Problems, inPolicies)
	}
	return out, nil
}

// check returns what is wrong with a policy wherever it is compiled: all but whether a tz database has its zone.
func check(p calendar.Policy) error {
	var zone error
	if p.TimeZone != "" && p.TimeZone != "Local" {
		zone = tz.CheckName(p.TimeZone)
	}
	p.TimeZone = ""
	_, err := calendar.Compile(p)
	return append(tz.Join("timeZone", zone), tz.Join("", err)...).Err()
}

// A resource is a Window in the making.
type resource struct {
	Window
	places strict.Places
	path   string
	zone   string
	days   [8][]timeRange // by tz.Weekday
	dates  []timeRange
}

// A timeRange is an entry of a day or of dates.
type timeRange struct{ start, end, path string }

// A reader reads documents as its options say.
type reader struct {
	strict.Reader
	faithful bool
}

// apiVersion is that of the resources read here.
const apiVersion = "supervisor.appscode.com/v1alpha1"

// document returns a target that takes one resource or a list of them.
func (r *reader) document(to *[]resource) strict.Target {
	return func(v strict.Value, path string) {
		kind := v.Get("kind").Text
		var itemKind string
		switch kind {
		case "List":
		case Namespaced + "List":
			itemKind = Namespaced
		case Cluster + "List":
			itemKind = Cluster
		default:
			*to = make([]resource, 1)
			r.resource(&(*to)[0], "")(v, path)
			return
		}
		r.Object(map[string]strict.Target{
			"apiVersion": strict.Ignore, "kind": strict.Ignore, "metadata": strict.Ignore,
			"items": strict.Items(&r.Reader, to, MaxWindows, func(w *resource) strict.Target { return r.resource(w, itemKind) }),
		})(v, path)
		if !v.Has("items") {
			r.Fail(tz.Missing, strict.Join(path, "items"), "", "a list has items")
		}
	}
}

// resource returns a target that takes one resource, which may leave its kind out if kind says what it is.
func (r *reader) resource(w *resource, kind string) strict.Target {
	return func(v strict.Value, path string) {
		w.path = path
		at := func(keys ...string) string {
			p := path
			for _, key := range keys {
				p = strict.Join(p, key)
			}
			return p
		}
		w.places = strict.Places{"": at("spec"), "name": at("metadata", "name"), "timeZone": at("spec", "timezone")}
		var version string
		w.Kind = kind
		before := len(r.Problems)
		r.Object(map[string]strict.Target{
			"apiVersion": r.Word(&version),
			"kind":       r.Word(&w.Kind),
			"metadata":   r.Partly(map[string]strict.Target{"name": r.Text(&w.Name), "namespace": r.Text(&w.Namespace)}),
			"spec":       r.spec(w),
			"status":     strict.Ignore,
		})(v, path)
		if v.Kind != strict.Object {
			return
		}
		switch {
		case w.Kind == Namespaced:
		case w.Kind == Cluster && w.Namespace != "":
			r.Fail(tz.Conflict, at("metadata", "namespace"), w.Namespace, "a "+Cluster+" is of no namespace")
		case w.Kind == Cluster:
		case w.Kind == "":
			r.Fail(tz.Missing, at("kind"), "", "a "+Namespaced+" or a "+Cluster+" is expected")
		default:
			r.Fail(tz.Invalid, at("kind"), w.Kind, "a "+Namespaced+" or a "+Cluster+" is expected")
		}
		switch {
		case version == "" && kind == "":
			r.Fail(tz.Missing, at("apiVersion"), "", "the version is required: "+apiVersion)
		case version != "" && version != apiVersion:
			r.Fail(tz.Invalid, at("apiVersion"), version, "this reads "+apiVersion)
		}
		if w.Name == "" && len(r.Problems) == before {
			r.Fail(tz.Missing, at("metadata", "name"), "", "a resource needs its name")
		}
		if !v.Has("spec") {
			r.Fail(tz.Missing, at("spec"), "", "a window needs its spec")
		}
	}
}

func (r *reader) spec(w *resource) strict.Target {
	days := make(map[string]strict.Target, 7)
	for day := tz.Monday; day <= tz.Sunday; day++ {
		days[day.String()] = r.ranges(&w.days[day])
	}
	return r.Object(map[string]strict.Target{
		"isDefault": r.Bool(&w.Default),
		"timezone":  r.Text(&w.zone),
		"days":      r.Object(days),
		"dates":     r.ranges(&w.dates),
	})
}

func (r *reader) ranges(to *[]timeRange) strict.Target {
	return strict.Items(&r.Reader, to, MaxRanges, func(t *timeRange) strict.Target {
		return func(v strict.Value, path string) {
			t.path = path
			r.Object(map[string]strict.Target{"start": r.Word(&t.start), "end": r.Word(&t.end)})(v, path)
		}
	})
}

// assemble makes the policy of a resource.
func (r *reader) assemble(w *resource) {
	p := &w.Policy
	p.Name, p.TimeZone = w.Name, w.zone
	p.Windows = []calendar.WindowSpec{}
	if w.zone == "Local" {
		w.remark(LocalZone, w.places.Of("timeZone"), "the zone is that of the host on which KubeDB runs: compile with calendar.WithLocal, or write its name")
	}
	if r.faithful {
		r.faithfulDays(w)
	} else {
		r.dayWindows(w)
	}
	for _, d := range w.dates {
		end := d.end
		if r.faithful {
			end = secondAfter(end)
		}
		w.places[strict.Index("windows", len(p.Windows))+".span"] = d.path
		p.Windows = append(p.Windows, calendar.WindowSpec{Span: &calendar.InstantSpan{Start: d.start, End: end}})
	}
	if len(w.dates) == 0 && !slices.ContainsFunc(w.days[:], func(day []timeRange) bool { return len(day) > 0 }) {
		w.remark(NeverOpen, w.places.Of(""), "there are neither days nor dates: this never opens")
	}
}

func (w *resource) remark(code calendar.FindingCode, path, detail string) {
	w.Remarks = append(w.Remarks, calendar.Finding{Code: code, Path: path, Detail: detail})
}

// dayWindows makes a window of each entry of days, from Monday to Sunday.
func (r *reader) dayWindows(w *resource) {
	for day := tz.Monday; day <= tz.Sunday; day++ {
		for _, d := range w.days[day] {
			start, end, ok := r.times(d)
			if !ok {
				continue
			}
			w.remarkOrder(d, start, end)
			w.places[strict.Index("windows", len(w.Policy.Windows))] = d.path
			w.Policy.Windows = append(w.Policy.Windows, calendar.WindowSpec{
				Schedule:  &calendar.Schedule{Weekly: &calendar.Weekly{DayOfWeek: day.String()}},
				StartTime: start.String(), EndTime: end.String(),
			})
		}
	}
}

// remarkOrder says what KubeDB makes of a window that does not end later on the same day.
func (w *resource) remarkOrder(d timeRange, start, end tz.TimeOfDay) {
	switch start.Compare(end) {
	case 0:
		w.remark(WholeDay, d.path, "this is a whole day, from "+d.start+" on; KubeDB itself never opens it")
	case 1:
		w.remark(OverMidnight, d.path, "this ends on the next day; KubeDB itself never opens it")
	}
}

// times reads the ends of a window of a day, and reports whether they are right.
func (r *reader) times(d timeRange) (start, end tz.TimeOfDay, ok bool) {
	start, ok1 := r.kitchen(d.start, strict.Join(d.path, "start"))
	end, ok2 := r.kitchen(d.end, strict.Join(d.path, "end"))
	return start, end, ok1 && ok2
}

// kitchen reads a time of day as KubeDB writes it.
func (r *reader) kitchen(s, path string) (tz.TimeOfDay, bool) {
	if s == "" {
		if !slices.ContainsFunc(r.Problems, func(e *tz.Error) bool { return e.Path == path }) {
			r.Fail(tz.Missing, path, "", "a time such as 2:00AM is required")
		}
		return tz.TimeOfDay{}, false
	}
	at, err := time.Parse(time.Kitchen, s)
	if err != nil {
		r.Fail(tz.Invalid, path, s, "a time has the form 2:00AM or 10:30PM")
		return tz.TimeOfDay{}, false
	}
	return tz.TimeOfDayOf(at.Hour()*3600 + at.Minute()*60)
}
