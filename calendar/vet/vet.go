package vet

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// The kinds of findings: see the table in the package comment.
const (
	NeverOpens     calendar.FindingCode = "NeverOpens"
	IsOver         calendar.FindingCode = "IsOver"
	AlwaysOpen     calendar.FindingCode = "AlwaysOpen"
	Covered        calendar.FindingCode = "Covered"
	CutsNothing    calendar.FindingCode = "CutsNothing"
	LongWrap       calendar.FindingCode = "LongWrap"
	ShortPieces    calendar.FindingCode = "ShortPieces"
	AllTooShort    calendar.FindingCode = "AllTooShort"
	NeverStarts    calendar.FindingCode = "NeverStarts"
	ShortMonths    calendar.FindingCode = "ShortMonths"
	BothDays       calendar.FindingCode = "BothDays"
	FifthWeekday   calendar.FindingCode = "FifthWeekday"
	StartInGap     calendar.FindingCode = "StartInGap"
	StartInOverlap calendar.FindingCode = "StartInOverlap"
	StartDateMoved calendar.FindingCode = "StartDateMoved"
	FixedOffset    calendar.FindingCode = "FixedOffset"
	Merges         calendar.FindingCode = "Merges"
	Past           calendar.FindingCode = "Past"
	TooLittle      calendar.FindingCode = "TooLittle"
	Unfinished     calendar.FindingCode = "Unfinished"
)

// severities are those of the codes. The errors of a policy are problems.
var severities = map[calendar.FindingCode]calendar.Severity{
	NeverOpens: calendar.Warning, IsOver: calendar.Warning, AlwaysOpen: calendar.Warning, Covered: calendar.Warning,
	CutsNothing: calendar.Warning, LongWrap: calendar.Warning, ShortPieces: calendar.Warning, ShortMonths: calendar.Warning,
	BothDays: calendar.Warning, FifthWeekday: calendar.Note, StartInGap: calendar.Note, StartInOverlap: calendar.Note,
	StartDateMoved: calendar.Note, FixedOffset: calendar.Note, Merges: calendar.Note, Past: calendar.Note,
	TooLittle: calendar.Note, Unfinished: calendar.Note, AllTooShort: calendar.Warning, NeverStarts: calendar.Warning,
}

// Codes returns the codes of what Check looks for, in the order of the alphabet. A policy that does not compile has findings with the
// codes of its errors besides.
func Codes() []calendar.FindingCode { return slices.Sorted(maps.Keys(severities)) }

// Options say what to look for. The zero Options stand for the defaults; so does each field that is zero.
type Options struct {
	Years        int           // how far to look, 1 to 100 years; default 10. What is said to be so for ever is looked at for longer
	MinPiece     time.Duration // open periods shorter than this are reported; default 15 minutes; none are if it is negative
	Availability Availability  // how much has to be open; default that of Google Kubernetes Engine
	Database     *tz.Database  // where zones come from; default that of the host
	Steps        int           // the work that each search may take, in local days for each window and list of blackouts; default 2,000,000
}

// Availability is a rule of the form: at least Open in any Every, in pieces of at least Piece. The zero value is the rule of
// Google Kubernetes Engine, and so is each field that is zero: 48 hours in any 32 days, in pieces of at least 4 hours.
//
// A piece is an open period. One that the edge of the days cuts counts with what lies within, if it is long enough as a whole.
type Availability struct {
	Open  time.Duration // default 48 hours; there is no rule if it is negative
	Every time.Duration // default 32 days of 24 hours
	Piece time.Duration // default 4 hours
}

// Check returns what is odd about a policy from the instant at on: those of the highest severity first, then in the order of
// paths in the document. There may be nothing.
//
// Its cost is bounded: see the package comment. The policy is not changed. An instant outside the years 1 to 9999 counts as the
// nearest within.
func Check(p calendar.Policy, at time.Time, opts Options) []calendar.Finding {
	v := newVetter(&p, at, opts)
	v.problems()
	v.policy()
	m := v.meter()
	for i := range v.entries {
		if e := &v.entries[i]; e.compiles {
			v.startDate(e)
			v.endDate(m, e)
		}
	}
	v.months()
	v.changes()
	v.offsets()
	v.shutForGood()
	if v.cal != nil {
		v.ever()
		v.tooShort()
		v.neverStarts()
		v.covered()
		v.cuts()
		v.merges()
		v.pieces()
	}
	slices.SortStableFunc(v.found, inOrder)
	return v.found
}

// Problems returns the errors of [calendar.Parse], of [calendar.Compile] or of a reader of other documents as findings, one for
// each problem, in order: none for nil.
func Problems(err error) []calendar.Finding {
	var found []calendar.Finding
	for _, e := range tz.Join("", err) {
		found = append(found, problem(e))
	}
	return found
}

// problem returns an error as a finding.
func problem(e *tz.Error) calendar.Finding {
	bare := *e
	bare.Path = ""
	return calendar.Finding{Code: calendar.FindingCode(e.Code), Severity: calendar.Problem, Path: e.Path, Detail: bare.Error()}
}

// inOrder compares findings by severity, the highest first, then path, code and text.
func inOrder(a, b calendar.Finding) int {
	return cmp.Or(cmp.Compare(b.Severity, a.Severity), inDocument(a.Path, b.Path), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Detail, b.Detail))
}

// inDocument compares paths as text, but indexes as numbers: windows[2] before windows[10].
func inDocument(a, b string) int {
	for a != "" && b != "" {
		n, restA := number(a)
		m, restB := number(b)
		if n != "" && m != "" {
			if c := cmp.Or(cmp.Compare(len(n), len(m)), strings.Compare(n, m)); c != 0 {
				return c
			}
			a, b = restA, restB
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// number returns the digits that s begins with, and the rest.
func number(s string) (digits, rest string) {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}
