package reference

import (
	"errors"
	"fmt"
)

// A Problem is what is wrong with a document: the first that is met.
type Problem struct {
	Code string // the kind of it, in one word: OutOfRange
	Path string // where: windows[0].schedule.cron
	Err  error  // in words
}

func (p *Problem) Error() string {
	if p.Path == "" {
		return fmt.Sprintf("%v (%s)", p.Err, p.Code)
	}
	return fmt.Sprintf("%s: %v (%s)", p.Path, p.Err, p.Code)
}

func (p *Problem) Unwrap() error { return p.Err }

// ErrUnsupported is wrapped by the errors for documents that may well be valid
// but say something this package does not evaluate.
var ErrUnsupported = errors.New("not evaluated by the reference")

// The kinds of problem.
const (
	invalid       = "Invalid"       // the text has not the form it must have
	outOfRange    = "OutOfRange"    // the form is right, the value is not allowed
	missing       = "Missing"       // something required is not there
	conflict      = "Conflict"      // two things exclude each other
	empty         = "Empty"         // what must hold something holds nothing
	inverted      = "Inverted"      // an end lies before its start
	tooLarge      = "TooLarge"      // longer than the limits allow
	syntax        = "Syntax"        // not JSON
	wrongType     = "WrongType"     // JSON of another type
	unknownKey    = "UnknownKey"    // a key that has no meaning anywhere
	duplicateKey  = "DuplicateKey"  // a key twice in an object
	duplicate     = "Duplicate"     // a name twice in a list
	invalidZone   = "InvalidZone"   // a zone name that may not be asked for
	unknownZone   = "UnknownZone"   // a zone name that nobody knows
	ambiguousZone = "AmbiguousZone" // a local time that no zone is stated for
	noStartDate   = "NoStartDate"   // an interval with nothing to count from
	neverMatches  = "NeverMatches"  // a schedule without any occurrence
)

// problem makes a Problem of a place yet to be named.
func problem(code, format string, args ...any) *Problem {
	return &Problem{Code: code, Err: fmt.Errorf(format, args...)}
}
