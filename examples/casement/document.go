package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/casement-go/casement/calendar"
)

// open reads the policy document in file, or on standard input if that is "-".
func (h *host) open(file string) (*calendar.Calendar, error) {
	name := file
	if file == "-" {
		name = "<stdin>"
	}
	data, err := h.read(file)
	if err != nil {
		return nil, fileError{name, err}
	}
	cal, err := calendar.CompileJSON(data)
	if err != nil {
		return nil, fileError{name, err}
	}
	return cal, nil
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
