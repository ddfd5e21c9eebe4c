package kubedb

import (
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

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
