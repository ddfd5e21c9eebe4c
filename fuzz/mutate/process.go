package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"time"
)

// memory is the most address space a test may take, in bytes: a mutant that allocates without end must not take the machine with it.
const memory = 2 << 30

// An execution is a test binary that has ended.
type execution struct {
	output string // the first part of what it printed
	cpu    time.Duration
	late   bool // it reached the limit
	err    error
}

// execute runs a test binary as one mutant (0 is none) until it has taken the limit of processor time (0 is none), or many
// times that on the clock. Processor time does not depend on what else the machine does. It is in whole seconds, rounded up.
func execute(ctx context.Context, binary, dir string, number int, limit time.Duration, args ...string) execution {
	seconds := int(math.Ceil(limit.Seconds()))
	wall, cancel := context.WithTimeout(ctx, 3*time.Minute+20*limit)
	defer cancel()
	cmd := limited(wall, seconds, binary, args)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d", variable, number), "GOMAXPROCS=1", "GOTRACEBACK=none")
	cmd.WaitDelay = time.Second
	var out head
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	e := execution{output: string(out), err: err, late: wall.Err() != nil}
	if cmd.ProcessState != nil {
		e.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		// It is the system that kills by signal, at the limit: a Go program that dies has an exit code.
		e.late = e.late || limit > 0 && cmd.ProcessState.ExitCode() == -1
	}
	return e
}

// A head keeps the first part of what is written to it.
type head []byte

func (h *head) Write(p []byte) (int, error) {
	const most = 1 << 16
	*h = append(*h, p[:min(len(p), most-len(*h))]...)
	return len(p), nil
}
