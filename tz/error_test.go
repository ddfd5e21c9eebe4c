package tz_test

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/casement-go/casement/tz"
)

// TestErrorForm is about the form of a message, which is documented; the wording of Detail is not.
func TestErrorForm(t *testing.T) {
	for _, tt := range []struct {
		err  tz.Error
		want string
	}{
		{tz.Error{Detail: "d"}, `d`},
		{tz.Error{Code: tz.Invalid, Detail: "d"}, `d`},
		{tz.Error{Path: "a.b", Detail: "d"}, `a.b: d`},
		{tz.Error{Input: "x", Detail: "d"}, `"x": d`},
		{tz.Error{Detail: "d", Offset: 3}, `d (at 3)`},
		{tz.Error{Path: "a", Input: "x", Offset: 12, Detail: "d"}, `a: "x": d (at 12)`},
		{tz.Error{Path: "windows[1].schedule.cron", Input: "0 0 * * 9", Offset: 8, Detail: "day-of-week 9 is not in 0-7"},
			`windows[1].schedule.cron: "0 0 * * 9": day-of-week 9 is not in 0-7 (at 8)`},
		{tz.Error{Input: "a\nb\x00\x1b[31m\"\xff\u202e", Detail: "d"}, `"a\nb\x00\x1b[31m\"\xff\u202e": d`}, // nothing that moves a cursor
	} {
		if got := tt.err.Error(); got != tt.want {
			t.Errorf("%#v: %s, want %s", tt.err, got, tt.want)
		}
	}
}

// TestErrorCutsTheInput: at most 64 bytes of an input are repeated, and no rune is cut in two.
func TestErrorCutsTheInput(t *testing.T) {
	const euro = "\u20ac" // three bytes
	for _, tt := range []struct{ input, want string }{
		{strings.Repeat("a", 63), strings.Repeat("a", 63)},
		{strings.Repeat("a", 64), strings.Repeat("a", 64)},
		{strings.Repeat("a", 65), strings.Repeat("a", 64) + "..."},
		{strings.Repeat("a", 1<<20), strings.Repeat("a", 64) + "..."},
		{strings.Repeat("a", 61) + euro, strings.Repeat("a", 61) + euro},
		{strings.Repeat("a", 61) + euro + "b", strings.Repeat("a", 61) + euro + "..."},
		{strings.Repeat("a", 62) + euro, strings.Repeat("a", 62) + "..."},
		{strings.Repeat("a", 63) + euro, strings.Repeat("a", 63) + "..."},
		{strings.Repeat("a", 64) + euro, strings.Repeat("a", 64) + "..."},
		{strings.Repeat(euro, 30), strings.Repeat(euro, 21) + "..."},
		{strings.Repeat("\U0001f600", 30), strings.Repeat("\U0001f600", 16) + "..."},
		{strings.Repeat("a", 61) + "\U0001f600", strings.Repeat("a", 61) + "..."},
	} {
		got := (&tz.Error{Input: tt.input, Detail: "d"}).Error()
		want := fmt.Sprintf("%q: d", tt.want)
		if cut, ok := strings.CutSuffix(tt.want, "..."); ok {
			want = fmt.Sprintf("%q...: d", cut)
		}
		if got != want {
			t.Errorf("%q:\n%s, want\n%s", tt.input[:min(len(tt.input), 80)], got, want)
		}
	}
}

// TestErrorCutsBytes: an input that is not UTF-8 is cut as well, and still shown.
func TestErrorCutsBytes(t *testing.T) {
	for _, unit := range []string{"\x80", "\xff", "\xe2\x82", "a\x80\x80\x80\x80\x80\x80"} {
		got := (&tz.Error{Input: strings.Repeat(unit, 100), Detail: "d"}).Error()
		shown := strings.Count(got, `\x`) + strings.Count(got, "a")
		if shown < 64-utf8.UTFMax || shown > 64 || !strings.HasSuffix(got, `"...: d`) {
			t.Errorf("100 times %q: %d bytes are shown: %s", unit, shown, got)
		}
	}
}

func TestErrorUnder(t *testing.T) {
	for _, tt := range []struct{ prefix, path, want string }{
		{"", "", ""},
		{"", "a", "a"},
		{"a", "", "a"},
		{"a", "b", "a.b"},
		{"a", "[2]", "a[2]"},
		{"a", "[2].b", "a[2].b"},
		{"windows[1]", "schedule.cron", "windows[1].schedule.cron"},
		{"", "[2]", "[2]"},
	} {
		e := &tz.Error{Code: tz.Missing, Path: tt.path, Input: "x", Offset: 3, Detail: "d"}
		under := e.Under(tt.prefix)
		if want := (tz.Error{Code: tz.Missing, Path: tt.want, Input: "x", Offset: 3, Detail: "d"}); *under != want {
			t.Errorf("%q under %q: %#v", tt.path, tt.prefix, under)
		}
		if under == e || e.Path != tt.path {
			t.Errorf("%q under %q: the error itself was changed", tt.path, tt.prefix)
		}
	}
}

func TestJoin(t *testing.T) {
	a := &tz.Error{Code: tz.Missing, Path: "x", Detail: "first"}
	b := &tz.Error{Code: tz.Empty, Path: "[1]", Detail: "second"}
	c := &tz.Error{Code: tz.Conflict, Detail: "third"}

	all := tz.Join("p", nil, a, tz.Errors{b, c}, nil, tz.Errors(nil), fs.ErrPermission)
	var got []string
	for _, e := range all {
		got = append(got, string(e.Code)+" "+e.Error())
	}
	want := []string{"Missing p.x: first", "Empty p[1]: second", "Conflict p: third", "Invalid p: " + fs.ErrPermission.Error()}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if text := all.Error(); text != "p.x: first\np[1]: second\np: third\np: "+fs.ErrPermission.Error() {
		t.Errorf("%q", text)
	}
	if a.Path != "x" || b.Path != "[1]" || c.Path != "" {
		t.Error("the errors themselves were changed")
	}

	for _, none := range []tz.Errors{tz.Join("p"), tz.Join("p", nil, nil), tz.Join("p", tz.Errors{}), nil, {}} {
		if len(none) != 0 || none.Err() != nil {
			t.Errorf("no problems are %v", none.Err())
		}
	}
	if err := all.Err(); err == nil || len(err.(tz.Errors)) != len(all) {
		t.Errorf("%d problems are %v", len(all), err)
	}
}

// TestErrorsAreVisited: errors.Is and errors.As see each of several problems, also through a wrapping.
func TestErrorsAreVisited(t *testing.T) {
	a := &tz.Error{Code: tz.Missing, Detail: "first"}
	b := &tz.Error{Code: tz.Empty, Detail: "second"}
	err := fmt.Errorf("policy: %w", tz.Errors{a, b}.Err())
	if !errors.Is(err, a) || !errors.Is(err, b) || errors.Is(err, &tz.Error{Code: tz.Empty, Detail: "second"}) {
		t.Error("errors.Is does not find just the problems there are")
	}
	var e *tz.Error
	if !errors.As(err, &e) || e != a {
		t.Errorf("errors.As finds %v, want the first", e)
	}
	var es tz.Errors
	if !errors.As(err, &es) || len(es) != 2 || es[1] != b {
		t.Errorf("errors.As finds %v, want both", es)
	}
	if got := (tz.Errors{a, b}).Unwrap(); len(got) != 2 || got[0] != a || got[1] != b {
		t.Errorf("Unwrap is %v", got)
	}
}

// TestCodes: a code is the same text for ever, so that programs may store it. Each is its own name.
func TestCodes(t *testing.T) {
	codes := map[tz.Code]string{
		tz.Invalid: "Invalid", tz.OutOfRange: "OutOfRange", tz.Missing: "Missing", tz.Conflict: "Conflict", tz.Empty: "Empty",
		tz.Inverted: "Inverted", tz.TooLarge: "TooLarge", tz.Syntax: "Syntax", tz.WrongType: "WrongType",
		tz.UnknownKey: "UnknownKey", tz.DuplicateKey: "DuplicateKey", tz.Duplicate: "Duplicate", tz.InvalidZone: "InvalidZone",
		tz.UnknownZone: "UnknownZone", tz.AmbiguousZone: "AmbiguousZone", tz.NoStartDate: "NoStartDate", tz.NeverMatches: "NeverMatches",
	}
	for code, text := range codes {
		if string(code) != text {
			t.Errorf("%s is written %s", text, code)
		}
	}
}
