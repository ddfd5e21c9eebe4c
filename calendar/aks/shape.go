package aks

import (
	"fmt"
	"slices"
	"strings"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// The keys by which the forms of a document are told apart. Those of a window are also the ones that stand directly under
// properties, or at the top, in the flattened forms.
var (
	windowKeys    = []string{"schedule", "startDate", "startTime", "durationHours", "utcOffset", "notAllowedDates"}
	snakeWindows  = []string{"main_maintenance_window", "maintenance_window"}
	snakeSiblings = []string{"not_allowed_time", "time_in_week"}
)

// hasAny reports whether v has one of the keys.
func hasAny(v strict.Value, keys ...string) bool {
	return slices.ContainsFunc(keys, func(key string) bool { return v.Has(key) })
}

// document returns a target that takes one resource or a list of them.
func (r *reader) document(to *[]configuration) strict.Target {
	each := func(c *configuration) strict.Target {
		return func(v strict.Value, path string) { r.resource(c)(v, path) }
	}
	return func(v strict.Value, path string) {
		switch {
		case v.Kind == strict.List:
			strict.Items(&r.Reader, to, MaxConfigurations, each)(v, path)
		case v.Get("value").Kind == strict.List:
			r.Object(map[string]strict.Target{"value": strict.Items(&r.Reader, to, MaxConfigurations, each), "nextLink": strict.Ignore})(v, path)
		default:
			*to = make([]configuration, 1)
			each(&(*to)[0])(v, path)
		}
	}
}

// resource returns a target that takes one configuration in any of its forms.
func (r *reader) resource(c *configuration) strict.Target {
	return func(v strict.Value, path string) {
		c.places = strict.Places{"": path, "name": strict.Join(path, "name")}
		c.path = path
		envelope := map[string]strict.Target{
			"name": r.Text(&c.Name),
			"type": func(v strict.Value, path string) { r.resourceType(c, v, path) },
			"id":   strict.Ignore, "location": strict.Ignore, "tags": strict.Ignore, "resourceGroup": strict.Ignore,
			"apiVersion": strict.Ignore, "eTag": strict.Ignore, "etag": strict.Ignore, "provisioningState": strict.Ignore,
		}
		c.snake = hasAny(v, snakeWindows...) || hasAny(v, snakeSiblings...) || hasAny(v, "start_time", "duration_hours", "utc_offset", "start_date", "not_allowed_dates")
		systemData := "systemData"
		if c.snake {
			systemData = "system_data"
		}
		envelope[systemData] = r.Partly(map[string]strict.Target{c.key("createdAt"): func(v strict.Value, path string) {
			c.createdAs = path
			r.Text(&c.createdAt)(v, path)
		}})
		switch properties := v.Get("properties"); {
		case c.snake && !hasAny(v, snakeWindows...) && !hasAny(v, snakeSiblings...), hasAny(v, windowKeys...):
			r.flat(c, envelope)(v, path)
		case !v.Has("properties"):
			r.nested(c, envelope)(v, path)
		case hasAny(properties, windowKeys...):
			c.Standalone = !strings.EqualFold(v.Get("type").Text, configurationType)
			envelope["properties"] = r.flat(c, map[string]strict.Target{"provisioningState": strict.Ignore})
			r.Object(envelope)(v, path)
		default:
			envelope["properties"] = r.nested(c, map[string]strict.Target{"provisioningState": strict.Ignore})
			r.Object(envelope)(v, path)
		}
	}
}

// The types of resources. ARM does not distinguish their letter case.
const (
	configurationType = "Microsoft.ContainerService/managedClusters/maintenanceConfigurations"
	standaloneType    = "Microsoft.ContainerService/maintenanceWindows"
)

func (r *reader) resourceType(c *configuration, v strict.Value, path string) {
	switch r.Text(&c.kind)(v, path); {
	case v.Kind != strict.Text || strings.EqualFold(c.kind, configurationType):
	case strings.EqualFold(c.kind, standaloneType):
		c.Standalone = true
	default:
		r.Fail(tz.Invalid, path, c.kind, "a resource of the type "+configurationType+" or "+standaloneType+" is expected")
	}
}

// flat returns a target for an object in which the keys of a window stand beside those in others.
func (r *reader) flat(c *configuration, others map[string]strict.Target) strict.Target {
	return func(v strict.Value, path string) {
		for key, target := range r.windowTargets(c, path) {
			others[key] = target
		}
		r.Object(others)(v, path)
	}
}

// nested returns a target for an object in which a window, hour slots and blackouts stand beside the keys in others.
func (r *reader) nested(c *configuration, others map[string]strict.Target) strict.Target {
	window := func(v strict.Value, path string) {
		if c.window != nil {
			r.Fail(tz.Conflict, path, "", "the configuration has two windows: one of "+strings.Join(snakeWindows, ", "))
			return
		}
		r.Object(r.windowTargets(c, path))(v, path)
	}
	if c.snake {
		for _, key := range snakeWindows {
			others[key] = window
		}
	} else {
		others["maintenanceWindow"] = window
	}
	others[c.key("timeInWeek")] = func(v strict.Value, path string) {
		c.hoursPath = path
		strict.Items(&r.Reader, &c.hours, maxDaySlots, func(s *daySlots) strict.Target { return r.daySlots(c, s) })(v, path)
	}
	others[c.key("notAllowedTime")] = func(v strict.Value, path string) {
		c.timesPath = path
		c.places["notAllowedTime"] = path
		strict.Items(&r.Reader, &c.times, calendar.MaxSpans, func(s *calendar.TimeSpan) strict.Target {
			return r.Object(map[string]strict.Target{"start": r.Word(&s.Start), "end": r.Word(&s.End)})
		})(v, path)
	}
	return r.Object(others)
}

// key returns a key as the document spells it: intervalWeeks, or interval_weeks.
func (c *configuration) key(camel string) string {
	if !c.snake {
		return camel
	}
	var b strings.Builder
	for _, letter := range camel {
		if 'A' <= letter && letter <= 'Z' {
			b.WriteByte('_')
			letter += 'a' - 'A'
		}
		b.WriteRune(letter)
	}
	return b.String()
}

// dayTarget returns a target for a weekday: its name or, in the SDK's form, a number from Monday, 1.
func (r *reader) dayTarget(c *configuration, to *string) strict.Target {
	return r.enumeration(c, to, []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
}

// indexTarget returns a target for the place of a weekday in the month: its name or, in the SDK's form, a number.
func (r *reader) indexTarget(c *configuration, to *string) strict.Target {
	return r.enumeration(c, to, []string{"First", "Second", "Third", "Fourth", "Last"})
}

func (r *reader) enumeration(c *configuration, to *string, names []string) strict.Target {
	return func(v strict.Value, path string) {
		if !c.snake || v.Kind != strict.Number {
			r.Word(to)(v, path)
			return
		}
		n, before := 0, len(r.Problems)
		switch r.Integer(&n)(v, path); {
		case len(r.Problems) > before:
		case n < 1 || n > len(names):
			r.Fail(tz.OutOfRange, path, v.Text, fmt.Sprintf("a number from 1 (%s) to %d (%s) is expected", names[0], len(names), names[len(names)-1]))
		default:
			*to = names[n-1]
		}
	}
}
