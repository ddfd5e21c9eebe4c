package main

import "testing"

// prod is open for 4 hours from 2026-01-10T03:00:00Z on, and for 6 hours from 2026-03-01T22:00:00Z on.
func TestFit(t *testing.T) {
	for _, c := range []struct {
		from, need, want string
	}{
		{"2026-01-10T00:00:00Z", "3h", "Sat 2026-01-10 03:00 UTC  to Sat 2026-01-10 07:00 UTC  for 4h  (in 3h)\n"},
		{"2026-01-10T04:00:00Z", "3h", "Sat 2026-01-10 04:00 UTC  to Sat 2026-01-10 07:00 UTC  for 3h  (now)\n"},
		{"2026-01-10T04:00:01Z", "3h", "Sat 2026-01-24 03:00 UTC  to Sat 2026-01-24 07:00 UTC  for 4h  (in 13d 22h)\n"},
		{"2026-01-10T04:00:00.25Z", "2h", "Sat 2026-01-10 04:00:01 UTC  to Sat 2026-01-10 07:00 UTC  for 2h 59m 59s  (in 0s)\n"},
		{"2026-01-10T04:00:00Z", "4h0m1s", "Sun 2026-03-01 22:00 UTC  to Mon 2026-03-02 04:00 UTC  for 6h  (in 50d 18h)\n"},
	} {
		expect(t, prod, yes, c.want, "fit", "--from", c.from, "--need", c.need, "-")
	}
	// From now on and for any time at all, if the command line does not say.
	expect(t, prod, yes, "Sat 2026-01-10 03:00 UTC  to Sat 2026-01-10 07:00 UTC  for 4h  (in 9d 3h)\n", "fit", "-")
	expect(t, always, yes, "Thu 2026-01-01 00:00 UTC  to -  for 100 years or more  (now)\n", "fit", "--need=9000h", "-")
	expect(t, prod, yes, `{"start":"2026-01-10T05:00:00Z","end":"2026-01-10T07:00:00Z","seconds":7200}`+"\n", "fit", "--json", "--from", "2026-01-10T05:00:00Z", "-")
}

func TestFitNone(t *testing.T) {
	expect(t, prod, no, "no start within 100 years from which on it is open for 6h 1s\n", "fit", "--need", "6h0m1s", "-")
	expect(t, never, no, "", "fit", "--json", "-")
}

// A cutoff keeps from starting, but does not shut.
func TestFitCutoff(t *testing.T) {
	const cutoff = `{ "windows": [ { "span": { "start": "2026-01-01T00:00:00Z", "end": "2026-01-01T04:00:00Z" }, "cutoff": "1h" } ] }`
	expect(t, cutoff, yes, "Thu 2026-01-01 02:59:59 UTC  to Thu 2026-01-01 04:00 UTC  for 1h 1s  (now)\n", "fit", "--from", "2026-01-01T02:59:59Z", "-")
	expect(t, cutoff, no, "no start within 100 years from which on it is open for 1s\n", "fit", "--from", "2026-01-01T03:00:00Z", "-")
	if status, _, _ := answers(cutoff, "at", "--at", "2026-01-01T03:59:59Z", "-"); status != yes {
		t.Errorf("shut by a cutoff")
	}
}

func TestFitWrongUsage(t *testing.T) {
	for _, need := range []string{"", "3", "3d", "0s", "-1h", "long"} {
		if status, stdout, stderr := answers(always, "fit", "--need", need, "-"); status != failure || stdout != "" || stderr == "" {
			t.Errorf("--need %q: status %d, standard output %q, standard error %q", need, status, stdout, stderr)
		}
	}
}

// Open time that is too short is shut for a reason of its own, and the windows that would be open are named.
func TestAtTooShort(t *testing.T) {
	const short = `{ "minDuration": "2h", "windows": [ { "name": "brief", "span": { "start": "2026-01-01T00:00:00Z", "end": "2026-01-01T01:00:00Z" } } ] }`
	expect(t, short, no, `shut, no opening within 100 years: open for less than minDuration: windows[0] "brief"`+"\n", "at", "--at", "2026-01-01T00:30:00Z", "-")
	expect(t, short, no, `{"at":"2026-01-01T00:30:00Z","open":false,"reason":"TooShort","windows":[{"path":"windows[0]","name":"brief"}]}`+"\n", "at", "--json", "--at", "2026-01-01T00:30:00Z", "-")
}
