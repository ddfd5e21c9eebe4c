package tz

import (
	"io/fs"
	"runtime"
	"testing"
)

// TestS20HostWithoutTzData: where the host has no tz database, zones come from the Go toolchain or program, and its version is
// that of Go.
func TestS20HostWithoutTzData(t *testing.T) {
	t.Setenv("ZONEINFO", "")
	kept := system.files
	defer func() { system.files = kept }()
	system.files = func() []fs.FS { return nil }

	if got := System().Version(); got != runtime.Version() {
		t.Errorf("the host's database has version %q, want %q", got, runtime.Version())
	}
	zone, err := Load("Indian/Kerguelen")
	if err != nil || zone.Version() != runtime.Version() || zone.String() != "Indian/Kerguelen" {
		t.Errorf("%v, version %q, want %q (%v)", zone, zone.Version(), runtime.Version(), err)
	}
	if _, err := Load("Indian/Atlantis"); err == nil || err.(*Error).Code != UnknownZone {
		t.Errorf("a zone that does not exist: %v", err)
	}
}
