package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/casement-go/casement/calendar"
)

// open reads the policy that the command line asks for, from its file or from standard input if that is "-". Remarks about the
// document go to standard error.
func (h *host) open(c *commandLine) (*calendar.Calendar, error) {
	name, data, format, err := h.document(c)
	if err != nil {
		return nil, err
	}
	if format == "casement" && c.name == "" {
		cal, err := calendar.CompileJSON(data) // all problems at once, also those of zones
		if err != nil {
			return nil, fileError{name, err}
		}
		return cal, nil
	}
	all, err := formats[format](data)
	if err != nil {
		return nil, fileError{name, err}
	}
	p, err := choose(all, c.name)
	if err != nil {
		return nil, fileError{name, err}
	}
	cal, err := calendar.Compile(p.policy)
	if err != nil {
		return nil, fileError{name, err}
	}
	return cal, h.remark(name, p)
}

// document reads the document that the command line names. It returns what to call the file, the document in JSON, and its format.
func (h *host) document(c *commandLine) (name string, data []byte, format string, err error) {
	name = c.file
	if c.file == "-" {
		name = "<stdin>"
	}
	data, err = h.read(c.file)
	if err == nil {
		data, err = asJSON(data)
	}
	if err != nil {
		return "", nil, "", fileError{name, err}
	}
	if format = c.format; format == "" {
		format = detect(data)
	}
	return name, data, format, nil
}

// remark writes the remarks about a policy to standard error.
func (h *host) remark(name string, p policy) error {
	for _, remark := range p.remarks {
		if _, err := fmt.Fprintf(h.stderr, "%s: remark: %s\n", name, remark); err != nil {
			return err
		}
	}
	return nil
}

// read returns the bytes of a file: no more of them than it takes Parse to see that they are too many.
func (h *host) read(file string) ([]byte, error) {
	r := h.stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r = f
	}
	return io.ReadAll(io.LimitReader(r, calendar.MaxDocument+1))
}

// A fileError is all that is wrong with a file.
type fileError struct {
	name string
	err  error
}

// Error returns a line for each problem, with the file's name in front.
func (e fileError) Error() string {
	err := e.err
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		err = p.Err // which does not name the file again
	}
	return e.name + ": " + strings.ReplaceAll(err.Error(), "\n", "\n"+e.name+": ")
}

func (e fileError) Unwrap() error { return e.err }
