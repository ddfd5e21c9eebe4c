package calendar

// A Finding is something about a policy document that its author should know: what a reader of another system's documents took it
// to mean, what a document of that system cannot say, or what package vet has found out about it.
//
// Programs should look at Code, Severity and Path, which are stable; the wording of Detail and Remedy is not. Findings compare
// with ==.
type Finding struct {
	Code     FindingCode
	Severity Severity // Note where the readers of documents find something
	Path     string   // where in the document, such as properties.maintenanceWindow.durationHours
	Detail   string   // lower case, no period
	Remedy   string   // what to write instead, where there is such a thing: lower case, no period
}

// String returns path, detail and remedy in one line.
func (f Finding) String() string {
	s := f.Detail
	if f.Path != "" {
		s = f.Path + ": " + s
	}
	if f.Remedy != "" {
		s += "; " + f.Remedy
	}
	return s
}

// A FindingCode names a kind of finding. Codes are stable: they are never renamed, and a new kind gets a new one. The packages
// that read documents have more of them.
type FindingCode string

// What becomes of a policy that is written as another system's document.
const (
	LeftOut FindingCode = "LeftOut" // the document does not say this part of the policy
	Changed FindingCode = "Changed" // the document says something else in its place
)

// A Severity says how much a finding matters. Severities are ordered: the higher, the worse.
type Severity int8

const (
	Note    Severity = iota // as it may well be meant
	Warning                 // probably not what is meant
	Problem                 // the policy does not compile
)

// String returns note, warning or problem.
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	}
	return "problem"
}
