package tz

import (
	_ "embed"
	"strings"
)

// names are the zones and links of the tz database, one a line, in order.
//
//go:embed names.txt
var names string

// maxName is the longest name of a zone that is looked at, in bytes. The longest of the database has 32.
const maxName = 64

// CheckName returns an error, an *[Error], if name cannot be the name of an IANA zone: before any file is touched.
//
// A name is parts of letters, digits, "_", "+" and "-", separated by "/". The names of local or special files (Local,
// localtime, posixrules, posix/..., right/...) are refused, and so is a name that a known one differs from in letter
// case only, which some file systems would let through and others not.
func CheckName(name string) error {
	fail := func(at int, detail string) error {
		return &Error{Code: InvalidZone, Input: name, Offset: at, Detail: detail}
	}
	switch {
	case name == "":
		return fail(0, "the name of a zone is empty: write UTC, or a name such as Europe/Berlin")
	case len(name) > maxName:
		return fail(maxName, "the name of a zone has at most 64 bytes")
	}
	start := 0
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			if !isNameByte(name[i]) {
				return fail(i, "the name of a zone has letters, digits, _, + and - in parts separated by /, such as Europe/Berlin")
			}
			continue
		}
		if i == start {
			return fail(i, "the name of a zone has an empty part")
		}
		start = i + 1
	}
	first, _, _ := strings.Cut(name, "/")
	for _, local := range []string{"Local", "localtime", "posixrules", "posix", "right"} {
		if strings.EqualFold(first, local) {
			return fail(0, "a zone of the tz database is asked for, not a file of this host: write a name such as Europe/Berlin")
		}
	}
	if known, ok := fold(name); ok && known != name {
		return fail(0, "the names of zones are exact: write "+known)
	}
	return nil
}

func isNameByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '+' || c == '-'
}

// fold returns the known name that name equals but for letter case, and whether there is one.
func fold(name string) (string, bool) {
	for known := range strings.Lines(names) {
		known = known[:len(known)-1]
		if len(known) == len(name) && strings.EqualFold(known, name) {
			return known, true
		}
	}
	return "", false
}
