//go:build !unix

package main

import (
	"context"
	"os/exec"
)

// limited returns the command for a process. Here only the clock limits it.
func limited(ctx context.Context, _ int, binary string, args []string) *exec.Cmd {
	return exec.CommandContext(ctx, binary, args...)
}
