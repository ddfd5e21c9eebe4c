package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/casement-go/casement/tz"
)

// A commandLine is what follows a subcommand.
type commandLine struct {
	*flag.FlagSet
	loc    *time.Location // of --zone
	json   bool
	format string // of the file; empty: detect it
	name   string // of the policy; empty: there is only one
	file   string
}

// newCommandLine returns the command line of a subcommand, with the flags that all of them have.
func newCommandLine(subcommand string) *commandLine {
	c := &commandLine{FlagSet: flag.NewFlagSet(subcommand, flag.ContinueOnError), loc: time.UTC}
	c.SetOutput(io.Discard) // run writes what there is to write
	c.BoolVar(&c.json, "json", false, "")
	c.Func("zone", "", func(s string) (err error) {
		c.loc, err = location(s)
		return short(err)
	})
	c.Func("format", "", func(s string) error {
		if c.format = s; formats[s] == nil {
			return errors.New("a format is one of " + formatNames())
		}
		return nil
	})
	c.StringVar(&c.name, "name", "", "")
	return c
}

// instant adds a flag for an instant. A fraction of a second, which documents may not have, is welcome in a question.
func (c *commandLine) instant(name string, to *time.Time) {
	c.Func(name, "", func(s string) (err error) {
		if t, err := time.Parse(time.RFC3339, s); err == nil {
			*to = t.UTC()
			return nil
		}
		*to, err = tz.ParseInstant(s)
		return short(err)
	})
}

// parse reads flags and one FILE in any order.
func (c *commandLine) parse(args []string) error {
	files, err := c.files(args)
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return usageError{c.Name(), fmt.Errorf("one FILE is required, or - for standard input, not %d", len(files))}
	}
	c.file = files[0]
	return nil
}

// files reads flags and returns the files, which may stand in any order. Package flag would stop at the first argument that is not a
// flag.
func (c *commandLine) files(args []string) (files []string, err error) {
	for len(args) > 0 {
		if err := c.Parse(args); err != nil {
			return nil, usageError{c.Name(), err}
		}
		rest := c.Args()
		if read := len(args) - len(rest); read > 0 && args[read-1] == "--" {
			files = append(files, rest...) // no flag takes "--" as its value
			break
		}
		if len(rest) > 0 {
			files, rest = append(files, rest[0]), rest[1:]
		}
		args = rest
	}
	return files, nil
}

// location returns the zone to show times in: an offset or an IANA zone.
func location(name string) (*time.Location, error) {
	if strings.HasPrefix(name, "+") || strings.HasPrefix(name, "-") {
		o, err := tz.ParseOffset(name)
		return time.FixedZone(name, 60*o.Minutes()), err
	}
	if _, err := tz.Load(name); err != nil { // stricter than package time, with better advice
		return nil, err
	}
	return time.LoadLocation(name)
}

// short returns err without the input, which package flag repeats in front of it.
func short(err error) error {
	var e *tz.Error
	if errors.As(err, &e) {
		return errors.New(e.Detail)
	}
	return err
}
