// Package v1 is version 1 of the published conformance cases: their form, how they are made, and their answers by package
// reference, which shares nothing with the engine.
//
// The cases lie in testdata/v1 of fuzz/conform and their form is described beside them. Each is made for one rule of the
// specification, which its id names:
//
//	S03-gap-0012    the twelfth of those that aim at a start in a gap (S3)
//	reason-...      for the order of reasons
//	document-...    for the form of the document
//	mixed-...       for everything at once
//	minDuration-... for what is open for too short a time
//	cutoff-...      for the key that changes no answer
//
// [Cases] makes them all, the same on every machine: it draws from a fixed seed and takes zones from the archive beside them.
package v1

import (
	"encoding/json"
	"time"
)

// Version is that of the cases: a change of an answer, or of the form, makes it v2. Revision counts the times that cases were added.
const (
	Version  = "v1"
	Revision = 2
)

// TZDatabase is the version of the tz database that the answers hold for.
const TZDatabase = "2025b"

// A Case is one line of cases.jsonl.
type Case struct {
	ID       string          `json:"id"`
	Policy   json.RawMessage `json:"policy"`
	From, To time.Time
	Probes   []time.Time
	Status   bool `json:"status"` // asks for Answer.Status, and for Refusal.Path
}

// MarshalJSON writes the case with its instants in UTC.
func (c Case) MarshalJSON() ([]byte, error) {
	probes := []string{}
	for _, p := range c.Probes {
		probes = append(probes, p.UTC().Format(time.RFC3339Nano))
	}
	return json.Marshal(struct {
		ID     string          `json:"id"`
		Policy json.RawMessage `json:"policy"`
		From   string          `json:"from"`
		To     string          `json:"to"`
		Probes []string        `json:"probes"`
		Status bool            `json:"status,omitempty"`
	}{c.ID, c.Policy, c.From.UTC().Format(time.RFC3339), c.To.UTC().Format(time.RFC3339), probes, c.Status})
}

// An Answer is one line of expected.jsonl, for a policy that compiles.
type Answer struct {
	ID        string      `json:"id"`
	Intervals [][2]string `json:"intervals"`
	Open      []bool      `json:"open"`
	Status    []Status    `json:"status,omitempty"`
}

// A Status is what there is to say about a probe; what there is not is left out.
type Status struct {
	Reason string      `json:"reason,omitempty"`
	Since  *string     `json:"since,omitempty"`
	Until  *string     `json:"until,omitempty"`
	Next   *[2]*string `json:"next,omitempty"`
	Prev   *[2]*string `json:"prev,omitempty"`
}

// A Refusal is the line of a policy that cannot be evaluated.
type Refusal struct {
	Error string `json:"error"` // a code in words: ambiguous zone
	ID    string `json:"id"`
	Path  string `json:"path,omitempty"`
}

// Instant returns the form that answers give instants.
func Instant(t time.Time) string { return t.UTC().Format(time.RFC3339) }
