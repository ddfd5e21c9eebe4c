package fuzz_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/fuzz/reference"
	"github.com/casement-go/casement/tz"
	"pgregory.net/rapid"
)

// TestAcceptance asks core and reference whether they accept documents, of which one in three is right: they must agree. It also
// holds the errors of the core against what they promise.
func TestAcceptance(t *testing.T) {
	t.Parallel()
	cases := gen.Flawed()
	rapid.Check(t, func(t *rapid.T) {
		c := cases.Draw(t, "case")
		doc, err := json.Marshal(c.Policy)
		if err != nil {
			t.Fatal(err)
		}
		err = accept(doc)
		_, refErr := reference.Compile(doc, time.LoadLocation)
		if errors.Is(refErr, reference.ErrUnsupported) {
			return
		}
		if (err == nil) != (refErr == nil) {
			t.Fatalf("%s\ncore: %v\nreference: %v", doc, err, refErr)
		}
		var errs tz.Errors
		if err != nil && (!errors.As(err, &errs) || len(errs) == 0) {
			t.Fatalf("%s: an error that is no tz.Errors: %#v", doc, err)
		}
		for _, e := range errs {
			if e.Code == "" || e.Detail == "" {
				t.Fatalf("%s: an error without code or detail: %#v", doc, e)
			}
		}
	})
}

// accept reads and compiles a document.
func accept(doc []byte) error {
	p, err := calendar.Parse(doc)
	if err == nil {
		_, err = calendar.Compile(p)
	}
	return err
}

// TestCompileWithoutDocument compares a policy made in Go with its document: both compile, or neither does.
func TestCompileWithoutDocument(t *testing.T) {
	t.Parallel()
	cases := gen.Flawed()
	rapid.Check(t, func(t *rapid.T) {
		c := cases.Draw(t, "case")
		doc, err := json.Marshal(c.Policy)
		if err != nil {
			t.Fatal(err)
		}
		_, made := calendar.Compile(c.Policy)
		if read := accept(doc); (made == nil) != (read == nil) {
			t.Fatalf("%s\nread: %v\nmade in Go: %v", doc, read, made)
		}
	})
}
