package main

import (
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/casement-go/casement/calendar"
)

// at answers whether the policy is open.
func at(h *host, args []string) (int, error) {
	c, instant := newCommandLine("at"), h.now
	c.instant("at", &instant)
	if err := c.parse(args); err != nil {
		return failure, err
	}
	doc, err := h.open(c)
	if err != nil {
		return failure, err
	}
	s := doc.At(instant)
	if c.json {
		err = h.line(newAnswer(doc, s))
	} else {
		_, err = h.stdout.WriteString(c.describe(s))
	}
	if s.Open {
		return yes, err
	}
	return no, err
}

// describe returns a status for the terminal: its answer in the first line, and more about it below.
func (c *commandLine) describe(s calendar.Status) string {
	var b strings.Builder
	now := s.Time()
	until, ends := s.Until()
	next, comes := s.Next()

	switch {
	case s.Open && ends:
		fmt.Fprintf(&b, "open until %s (in %s): %s\n", c.show(until), rough(until.Sub(now)), refs(s.Windows()))
	case s.Open:
		fmt.Fprintf(&b, "open, no end %s: %s\n", horizon, refs(s.Windows()))
	case ends:
		fmt.Fprintf(&b, "shut until %s (in %s): %s\n", c.show(until), rough(until.Sub(now)), why(s))
	default:
		fmt.Fprintf(&b, "shut, no opening %s: %s\n", horizon, why(s))
	}
	if s.Reason == calendar.Blackout {
		fmt.Fprintf(&b, "      cuts %s\n", refs(s.Windows()))
	}
	if since, ok := s.Since(); ok {
		fmt.Fprintf(&b, "     since %s (%s ago)\n", c.show(since), rough(now.Sub(since)))
	}
	switch {
	case comes:
		start, _ := next.Start()
		fmt.Fprintf(&b, "      next %s (in %s) %s\n", c.show(start), rough(start.Sub(now)), howLong(next))
	case ends: // otherwise the first line says so
		fmt.Fprintf(&b, "      next none %s\n", horizon)
	}
	return b.String()
}

// why says why it is shut.
func why(s calendar.Status) string {
	switch s.Reason {
	case calendar.Blackout:
		return "blackout " + refs(s.Blackouts())
	case calendar.TooShort:
		return "open for less than minDuration: " + refs(s.Windows())
	case calendar.BeforeStart:
		return "before the first window"
	case calendar.AfterEnd:
		return "after the last window"
	case calendar.BetweenWindows:
		return "between windows"
	case calendar.NoWindows:
		return "the policy has no windows"
	}
	return string(s.Reason)
}

// refs returns windows or blackouts, separated by commas.
func refs(all iter.Seq[calendar.Ref]) string {
	var list []string
	for r := range all {
		s := r.Path
		if r.Name != "" {
			s += " " + strconv.Quote(r.Name) // a name may hold anything, also what a terminal would obey
		}
		if r.Span != "" {
			s += " (" + r.Span + ")"
		}
		list = append(list, s)
	}
	return strings.Join(list, ", ")
}
