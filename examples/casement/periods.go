package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/casement-go/casement/window"
)

// periods writes open periods, a line each: as JSON, or in columns for the terminal.
type periods struct {
	*commandLine
	host    *host
	columns *tabwriter.Writer
}

func (h *host) periods(c *commandLine) *periods {
	return &periods{c, h, tabwriter.NewWriter(h.stdout, 0, 0, 2, ' ', 0)}
}

// write writes w and a remark that is only for the terminal.
func (p *periods) write(w window.Window, remark string) error {
	if p.json {
		return p.host.line(newPeriod(w))
	}
	start, _ := w.Start()
	line := p.show(start)
	if end, ok := w.End(); ok {
		line += "\tto " + p.show(end) + "\t" + howLong(w)
	} else {
		line += "\tto -\t" + howLong(w)
	}
	if remark != "" {
		line += "\t" + remark
	}
	_, err := fmt.Fprintln(p.columns, line)
	return err
}

// flush ends the output.
func (p *periods) flush() error { return p.columns.Flush() }

// none says that there was nothing to write: to the terminal only, where silence would puzzle.
func (p *periods) none(text string) error {
	if p.json {
		return nil
	}
	_, err := fmt.Fprintln(p.host.stdout, text)
	return err
}
