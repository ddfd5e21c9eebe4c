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
