package tz

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// An Error says what is wrong with one input: a text, a document or a value built in Go. Every package of this module
// reports its problems as *Error, alone or several at once as [Errors].
//
// Programs and tests should look at Code and Path, which are stable; the wording of Detail is not.
type Error struct {
	Code   Code   // what kind of problem it is
	Path   string // where in the document, such as "windows[1].schedule.cron"; empty where the input is not part of one
	Input  string // the offending text as it was given, whole; empty where something is missing
	Offset int    // the byte of Input at which the problem starts; 0 also where no single place is to blame
	Detail string // what is wrong and what would be right: lower case, no period
}

// maxQuoted is how many bytes of an input an error message repeats: enough to recognise it, too few to flood a log.
const maxQuoted = 64

// Error returns the message in one line: path, quoted input (cut at 64 bytes), detail, and the offset where there is one.
//
//	windows[1].schedule.cron: "0 0 * * 9": day-of-week 9 is not in 0-7 (at 8)
func (e *Error) Error() string {
	var b strings.Builder
	if e.Path != "" {
		b.WriteString(e.Path)
		b.WriteString(": ")
	}
	if e.Input != "" {
		b.WriteString(quote(e.Input))
		b.WriteString(": ")
	}
	b.WriteString(e.Detail)
	if e.Offset > 0 {
		b.WriteString(" (at ")
		b.WriteString(strconv.Itoa(e.Offset))
		b.WriteString(")")
	}
	return b.String()
}

// Under returns a copy of e whose path begins with prefix: the way an error of a part becomes one of the whole. A path
// part that is an index ("[2]") is joined without a dot.
func (e *Error) Under(prefix string) *Error {
	c := *e
	switch {
	case c.Path == "":
		c.Path = prefix
	case prefix == "" || c.Path[0] == '[':
		c.Path = prefix + c.Path
	default:
		c.Path = prefix + "." + c.Path
	}
	return &c
}

// quote returns s quoted as Go does, cut at maxQuoted bytes on a rune boundary and then marked with an ellipsis. Quoting
// keeps control characters and invalid UTF-8 out of logs and terminals.
func quote(s string) string {
	if len(s) <= maxQuoted {
		return strconv.Quote(s)
	}
	cut := maxQuoted
	for !utf8.RuneStart(s[cut]) && cut > maxQuoted-utf8.UTFMax {
		cut--
	}
	if !utf8.RuneStart(s[cut]) {
		cut = maxQuoted // no rune is that long: these bytes are none
	}
	return strconv.Quote(s[:cut]) + "..."
}

// Errors are all the problems of one input, in the order of the input. It works with [errors.Is] and [errors.As], which
// visit each.
type Errors []*Error

// Error returns one message a line.
func (es Errors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the problems one by one.
func (es Errors) Unwrap() []error {
	errs := make([]error, len(es))
	for i, e := range es {
		errs[i] = e
	}
	return errs
}

// Join returns the problems of errs, each of which is nil, an *[Error] or [Errors], in order, with their paths under
// prefix: nil if there are none. An error of another type is kept as the detail of one with the code [Invalid].
func Join(prefix string, errs ...error) Errors {
	var all Errors
	for _, err := range errs {
		switch err := err.(type) {
		case nil:
		case *Error:
			all = append(all, err.Under(prefix))
		case Errors:
			for _, e := range err {
				all = append(all, e.Under(prefix))
			}
		default:
			all = append(all, &Error{Code: Invalid, Path: prefix, Detail: err.Error()})
		}
	}
	return all
}

// Err returns es as an error, which is nil if there are no problems.
func (es Errors) Err() error {
	if len(es) == 0 {
		return nil
	}
	return es
}
