package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"
)

// The exit statuses.
const (
	yes     = 0 // open, or found; of vet: nothing odd; of diff: no change
	no      = 1 // shut, or none found; of vet: something odd; of diff: some change
	failure = 2 // no answer
)

// A host is what a subcommand has of the world around it.
type host struct {
	stdin  io.Reader
	stdout *bufio.Writer
	stderr io.Writer // for what is not part of the answer
	now    time.Time // in whole seconds, as all instants are here
}

// A subcommand reads its arguments, writes its answer and returns the exit status.
type subcommand func(h *host, args []string) (int, error)

var subcommands = map[string]subcommand{"at": at, "next": next, "list": list, "fit": fit, "vet": vetting, "diff": diff, "explain": explain}

// run is the whole program but for what it takes from the operating system. It returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, now time.Time) int {
	h := &host{stdin: stdin, stdout: bufio.NewWriter(stdout), stderr: stderr, now: now.Truncate(time.Second)}
	status, err := dispatch(h, args)
	if flushed := h.stdout.Flush(); err == nil {
		err = flushed // a status says nothing to somebody who could not be answered
	}
	if err == nil {
		return status
	}
	for line := range strings.Lines(err.Error()) {
		fmt.Fprintln(stderr, strings.TrimSuffix(line, "\n"))
	}
	if wrong := (usageError{}); errors.As(err, &wrong) {
		fmt.Fprint(stderr, synopsis+"casement -h says more\n")
	}
	return failure
}

func dispatch(h *host, args []string) (int, error) {
	if len(args) == 0 {
		return failure, usageError{"", errors.New("a subcommand is required")}
	}
	name := args[0]
	switch name {
	case "-h", "-help", "--help", "help":
		_, err := h.stdout.WriteString(synopsis + explanation)
		return yes, err
	}
	command, ok := subcommands[name]
	if !ok {
		return failure, usageError{"", fmt.Errorf("%q is not a subcommand", name)}
	}
	status, err := command(h, args[1:])
	if errors.Is(err, flag.ErrHelp) {
		_, err = h.stdout.WriteString(synopsis + explanation)
		return yes, err
	}
	return status, err
}
