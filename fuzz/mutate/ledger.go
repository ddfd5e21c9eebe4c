package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"sync"
)

// A verdict is what became of a mutant.
type verdict string

const (
	undecided verdict = ""
	killed    verdict = "killed"
	timedOut  verdict = "timed out"
	survived  verdict = "survived"
	uncovered verdict = "uncovered" // a survivor that no test runs
)

// dead reports whether tests told the mutant from the original.
func (v verdict) dead() bool { return v == killed || v == timedOut }

// A record is a line of the results.
type record struct {
	Mutant  key
	Hash    string // of the text that the verdict holds for: the file of a dead mutant; all of the room, and of which tests, for a survivor
	Verdict verdict
	By      string  `json:",omitempty"` // the tests that killed it
	Seconds float64 // what it took to find out
}

// A ledger is the results of all runs so far, in a file that only grows, so that a run can be cut and resumed.
type ledger struct {
	mu      sync.Mutex
	file    *os.File // nil if results are not kept
	records map[key]record
}

// openLedger reads the results so far. A last line that was cut is dropped.
func openLedger(path string) (*ledger, error) {
	l := &ledger{records: make(map[key]record)}
	if path == "" {
		return l, nil
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return nil, err
	}
	l.file = f
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var r record
		if json.Unmarshal(lines.Bytes(), &r) == nil {
			l.records[r.Mutant] = r
		}
	}
	_, err = f.WriteString("\n") // behind a line that was cut
	return l, err
}

// decided returns what is known of a mutant, for the text as it is now.
func (l *ledger) decided(m *mutant, src []byte, room string) (record, bool) {
	r, ok := l.records[m.key]
	switch {
	case !ok:
		return r, false
	case r.Verdict.dead():
		return r, r.Hash == digest(src)
	}
	return r, r.Hash == room
}

// add writes a result.
func (l *ledger) add(r record) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.records[r.Mutant] = r
	if l.file == nil {
		return nil
	}
	line, err := json.Marshal(r)
	if err == nil {
		_, err = l.file.Write(append(line, '\n'))
	}
	return err
}

func digest(text []byte) string { return fmt.Sprintf("%x", sha256.Sum256(text))[:16] }
