package calendar

// A Finding is something about a policy document that is no error and that its author should know all the same: what a
// reader of another system's documents took it to mean, or what a document of that system cannot say.
//
// Programs should look at Code and Path, which are stable; the wording of Detail is not. Findings compare with ==.
type Finding struct {
	Code   FindingCode
	Path   string // where in the document, such as properties.maintenanceWindow.durationHours
	Detail string // lower case, no period
}

// String returns path and detail in one line.
func (f Finding) String() string {
	if f.Path == "" {
		return f.Detail
	}
	return f.Path + ": " + f.Detail
}

// A FindingCode names a kind of finding. Codes are stable: they are never renamed, and a new kind gets a new one. The packages
// that read documents have more of them.
type FindingCode string

// What becomes of a policy that is written as another system's document.
const (
	LeftOut FindingCode = "LeftOut" // the document does not say this part of the policy
	Changed FindingCode = "Changed" // the document says something else in its place
)
