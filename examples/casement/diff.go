package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/window"
)

// diff answers which open periods an edit changes: those of the first file and of the second, in a range.
func diff(h *host, args []string) (int, error) {
	c := newCommandLine("diff")
	from, to := h.now, time.Time{}
	c.instant("from", &from)
	c.instant("to", &to)
	files, err := c.files(args)
	if err != nil {
		return failure, err
	}
	if to.IsZero() {
		to = from.Add(listed)
	}
	switch {
	case len(files) != 2:
		return failure, usageError{"diff", fmt.Errorf("two files are required, OLD and NEW, not %d", len(files))}
	case files[0] == "-" && files[1] == "-":
		return failure, usageError{"diff", errors.New("standard input can be one of the files, not both")}
	case !to.After(from):
		return failure, usageError{"diff", fmt.Errorf("--to %s does not come after %s, where the range begins", utc(to, true), utc(from, true))}
	}
	var calendars [2]*calendar.Calendar
	for i, file := range files {
		c.file = file
		if calendars[i], err = h.open(c); err != nil {
			return failure, err
		}
	}

	out, found := h.periods(c), false
	for change := range calendar.Diff(calendars[0], calendars[1], from, to) {
		found = true
		if err := out.change(change); err != nil {
			return failure, err
		}
	}
	if !found {
		return yes, out.none("no difference from " + c.show(from) + " to " + c.show(to))
	}
	return no, out.flush()
}

// change writes a change: as JSON in one line, or for the terminal a line for each period, with - or + in front, as other diffs do.
func (p *periods) change(c calendar.Change) error {
	if p.json {
		return p.host.line(struct {
			Kind   calendar.ChangeKind `json:"kind"`
			Before []period            `json:"before,omitempty"`
			After  []period            `json:"after,omitempty"`
		}{c.Kind, newPeriods(c.Before), newPeriods(c.After)})
	}
	for _, side := range []struct {
		sign    string
		periods window.Set
	}{{"-", c.Before}, {"+", c.After}} {
		for w := range side.periods.All() {
			start, _ := w.Start() // the range has both ends, and so have they
			end, _ := w.End()
			if _, err := fmt.Fprintf(p.columns, "%s %s\tto %s\t%s\t%s\n", side.sign, p.show(start), p.show(end), howLong(w), c.Kind); err != nil {
				return err
			}
		}
	}
	return nil
}

func newPeriods(s window.Set) []period {
	var list []period
	for w := range s.All() {
		list = append(list, newPeriod(w))
	}
	return list
}
