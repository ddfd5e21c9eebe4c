package tz

// A Code names a kind of problem. Codes are stable: they are never renamed, and a new kind gets a new one.
type Code string

const (
	// Of any value.
	Invalid    Code = "Invalid"    // the text has not the form it must have
	OutOfRange Code = "OutOfRange" // the form is right, the value is beyond what is allowed
	Missing    Code = "Missing"    // something required is not there
	Conflict   Code = "Conflict"   // two things exclude each other, or one has no meaning beside the other
	Empty      Code = "Empty"      // a list or span that must hold something holds nothing
	Inverted   Code = "Inverted"   // a span ends before it starts
	TooLarge   Code = "TooLarge"   // more bytes, items or levels than the limits allow

	// Of documents.
	Syntax       Code = "Syntax"       // not well-formed JSON
	WrongType    Code = "WrongType"    // a JSON value of another type than asked for
	UnknownKey   Code = "UnknownKey"   // a key that the document does not have
	DuplicateKey Code = "DuplicateKey" // a key that stands twice in one object
	Duplicate    Code = "Duplicate"    // two items of a list with the same name

	// Of zones.
	InvalidZone   Code = "InvalidZone"   // a zone name that is malformed or not allowed
	UnknownZone   Code = "UnknownZone"   // a zone name that the tz database does not have
	AmbiguousZone Code = "AmbiguousZone" // a local time that no zone is stated for

	// Of schedules.
	NoStartDate  Code = "NoStartDate"  // an interval above 1 with nothing to count from
	NeverMatches Code = "NeverMatches" // a schedule that provably has no occurrence
)
