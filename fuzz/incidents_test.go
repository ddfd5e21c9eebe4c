package fuzz_test

import (
	"testing"
)

// TestIncidents feeds a policy what other schedulers crashed on, hung on or were fooled by.
func TestIncidents(t *testing.T) {
	for _, in := range incidents {
		if err := accept([]byte(in.document())); (err == nil) != in.ok {
			t.Errorf("%s: %.80q: error %v, to be accepted: %v", in.what, in.text, err, in.ok)
		}
	}
}
