//go:build unix

package main

import (
	"context"
	"fmt"
	"os/exec"
	"syscall"
)

// limited returns the command for a process with limits on its memory and its processor time. At the end of its time on the clock its
// children die with it.
func limited(ctx context.Context, seconds int, binary string, args []string) *exec.Cmd {
	script := fmt.Sprintf(`ulimit -c 0; ulimit -v %d && exec "$0" "$@"`, memory/1024)
	if seconds > 0 {
		script = fmt.Sprintf("ulimit -t %d && ", seconds) + script
	}
	cmd := exec.CommandContext(ctx, "sh", append([]string{"-c", script, binary}, args...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	return cmd
}
