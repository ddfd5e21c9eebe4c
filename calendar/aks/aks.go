// Package aks reads the planned maintenance of Azure Kubernetes Service (AKS) as policies, and writes policies as such.
//
// [Parse] takes what people have at hand, in JSON:
//
//	{"properties": {"maintenanceWindow": {...}, "notAllowedTime": [...]}}   an ARM resource
//	{"properties": {"schedule": {...}, "startTime": ...}}                   a standalone maintenanceWindows resource
//	{"maintenanceWindow": {...}, "timeInWeek": null, ...}                   output of az aks maintenanceconfiguration show
//	{"schedule": {...}, "startTime": ...}                                   a maintenanceWindow alone
//	{"main_maintenance_window": {...}, "not_allowed_time": [...]}           the form of the Python SDK: snake_case, and integers for enumerations
//	{"value": [...]} or [...]                                               several of them
//
// # What it means
//
// AKS says: the offset of utcOffset is subtracted; a notAllowedDates span includes its end day, on the window's clock; hour slot h
// of timeInWeek is the hour from h:00 UTC, and slots unite. A configuration with notAllowedTime alone is open at all
// other times.
//
// AKS does not say where intervals above 1 count from. They count from the first occurrence on or after startDate, as
// everywhere in this module; [FromStartDate] counts from the week or month that holds startDate. Nor does it say what
// becomes of day 31 in a month of 30: it is skipped, unless [ClampShortMonths] says otherwise. Where either makes a difference,
// the configuration has a remark.
//
// The times of notAllowedTime are instants in the REST API and times of day in the samples of the SDK. Both are read, and a
// remark says which; times of day are on the window's clock.
//
// A startDate that is missing where an interval above 1 needs one is taken from systemData.createdAt, as AKS itself does.
package aks

import (
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// MaxConfigurations is how many configurations one document may have.
const MaxConfigurations = 1000

// The names that the maintenance configurations of a cluster have.
const (
	Default     = "default"                         // weekly releases of AKS itself
	AutoUpgrade = "aksManagedAutoUpgradeSchedule"   // cluster upgrades
	NodeOS      = "aksManagedNodeOSUpgradeSchedule" // node images
)

// The kinds of remarks.
const (
	BeyondAKS         calendar.FindingCode = "BeyondAKS"         // AKS itself refuses this
	IntervalStart     calendar.FindingCode = "IntervalStart"     // it matters here where intervals count from, which AKS does not document
	ShortMonth        calendar.FindingCode = "ShortMonth"        // it matters here what becomes of a day that a month does not have, which AKS does not document
	StartFromCreation calendar.FindingCode = "StartFromCreation" // startDate is taken from systemData.createdAt
	HourSlots         calendar.FindingCode = "HourSlots"         // timeInWeek is read: hours in UTC
	Instants          calendar.FindingCode = "Instants"          // notAllowedTime is read as instants
	TimesOfDay        calendar.FindingCode = "TimesOfDay"        // notAllowedTime is read as times of day, which the REST API does not have
	OnlyBlackouts     calendar.FindingCode = "OnlyBlackouts"     // there is no window: open at all times that are not blacked out
	CutsNothing       calendar.FindingCode = "CutsNothing"       // a blackout in which no window ever opens
)

// A Configuration is one maintenance configuration of a document.
type Configuration struct {
	Name       string // as the document has it; may be empty
	Standalone bool   // a maintenanceWindows resource, which stands for itself and may have any name
	Policy     calendar.Policy
	Remarks    []calendar.Finding // what the document leaves open, and what is odd about it; paths are those of the document
}

// An Option says how to read what AKS leaves open.
type Option func(*reader)

// Strict makes errors of what AKS itself would refuse: durations other than 4 to 24 hours, intervals beyond 7 days, 4 weeks
// or 6 months, unknown names of configurations, schedules that a configuration of that name cannot have. They are remarks
// otherwise.
func Strict() Option { return func(r *reader) { r.strictly = true } }

// FromStartDate makes intervals count from the week or month that holds startDate, even where that has no occurrence any more.
func FromStartDate() Option { return func(r *reader) { r.anchor = "startDate" } }

// ClampShortMonths puts a day of the month that a month does not have on its last day.
func ClampShortMonths() Option { return func(r *reader) { r.shortMonth = "clamp" } }

// Parse reads a document with one maintenance configuration or several, which are policies side by side: none of them cuts
// another. The policies compile.
//
// Documents are read strictly: unknown keys, keys in another letter case and keys that stand twice are errors. All problems are
// reported at once, as [tz.Errors] with the path of each in the document.
func Parse(data []byte, opts ...Option) ([]Configuration, error) {
	tree, errs := strict.Parse(data)
	if tree == nil {
		return nil, errs
	}
	r := &reader{Reader: strict.Reader{Problems: errs}}
	for _, opt := range opts {
		opt(r)
	}
	var all []configuration
	r.document(&all)(*tree, "")
	var out []Configuration
	var inPolicies tz.Errors
	for i := range all {
		c := &all[i]
		r.assemble(c)
		_, err := calendar.Compile(c.Policy)
		inPolicies = append(inPolicies, c.places.Translate(err)...)
		if len(r.Problems)+len(inPolicies) == 0 {
			r.explain(c)
			out = append(out, c.Configuration)
		}
	}
	if len(r.Problems)+len(inPolicies) > 0 {
		return nil, strict.Merge(r.Problems, inPolicies)
	}
	return out, nil
}

// A configuration is a Configuration in the making.
type configuration struct {
	Configuration
	places     strict.Places
	path       string // of the resource
	kind       string // the type of the resource
	createdAt  string
	createdAs  string // the path of createdAt
	window     *calendar.WindowSpec
	windowPath string
	snake      bool
	hours      []daySlots
	hoursPath  string
	times      []calendar.TimeSpan
	timesPath  string
}

// remark adds a remark.
func (c *configuration) remark(code calendar.FindingCode, path, detail string) {
	c.Remarks = append(c.Remarks, calendar.Finding{Code: code, Path: path, Detail: detail})
}

// A reader reads documents as its options say.
type reader struct {
	strict.Reader
	strictly   bool
	anchor     string
	shortMonth string
}

// dateAt returns the date that a clock with this offset shows at an instant.
func dateAt(at time.Time, offset string) tz.Date {
	return zoneOf(offset).Read(at).Date
}
