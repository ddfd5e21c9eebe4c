package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
)

// An entry is a mutant in a list: of equivalents, with the reason, or of survivors.
type entry struct {
	key
	Reason string
}

// String writes an entry as the lists have it.
func (e entry) String() string {
	text := fmt.Sprintf("%s\n\tsource: %s\n\tmutant: %s\n", e.head(), e.Source, e.Change)
	if e.Reason != "" {
		text += "\treason: " + e.Reason + "\n"
	}
	return text
}

// readList reads a list. A file that does not exist is an empty one. Entries are apart by empty lines; lines that begin with # are comments.
func readList(path string) ([]entry, error) {
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var entries []entry
	for i, line := range strings.Split(string(text), "\n") {
		bad := func(why string) ([]entry, error) { return nil, fmt.Errorf("%s:%d: %s: %q", path, i+1, why, line) }
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || line[0] == '#':
		case trimmed == line: // the first line of an entry
			e := entry{key: key{Ordinal: 1}}
			fields := strings.Fields(line)
			if len(fields) == 4 {
				if e.Ordinal, err = strconv.Atoi(strings.TrimPrefix(fields[3], "#")); err != nil || fields[3][0] != '#' {
					return bad("not a number such as #2")
				}
			} else if len(fields) != 3 {
				return bad("not a file, a function and an operator")
			}
			e.File, e.Func, e.Operator = fields[0], fields[1], fields[2]
			entries = append(entries, e)
		case len(entries) == 0:
			return bad("no entry begins before this")
		default:
			e := &entries[len(entries)-1]
			name, value, _ := strings.Cut(trimmed, ": ")
			switch name {
			case "source":
				e.Source = value
			case "mutant":
				e.Change = value
			case "reason":
				e.Reason = value
			default:
				return bad("not source, mutant or reason")
			}
		}
	}
	return entries, nil
}

// readEquivalents reads the list of equivalents: each needs its reason, and is there once.
func readEquivalents(path string) ([]entry, error) {
	entries, err := readList(path)
	seen := make(map[key]bool)
	for _, e := range entries {
		if e.Reason == "" {
			return nil, fmt.Errorf("%s: no reason:\n%s", path, e)
		}
		if seen[e.key] {
			return nil, fmt.Errorf("%s: twice:\n%s", path, e)
		}
		seen[e.key] = true
	}
	return entries, err
}

// writeSurvivors writes the list of survivors: those of before that this run did not look at, and those it found.
func writeSurvivors(path string, looked func(key) bool, found []key) error {
	before, err := readList(path)
	if err != nil {
		return err
	}
	text := "# Mutants that no test tells from the original, and that are not listed as equivalent. Written by go run ./fuzz/mutate -w.\n"
	kept := slices.DeleteFunc(before, func(e entry) bool { return looked(e.key) })
	for _, k := range found {
		kept = append(kept, entry{key: k})
	}
	slices.SortStableFunc(kept, func(a, b entry) int { return strings.Compare(a.File, b.File) })
	for _, e := range kept {
		text += "\n" + e.String()
	}
	return os.WriteFile(path, []byte(text), 0o644)
}
