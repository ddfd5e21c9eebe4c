package fuzz_test

import (
	"flag"
	"os"
	"testing"

	"github.com/casement-go/casement/fuzz"
	"github.com/casement-go/casement/fuzz/gen"
	"pgregory.net/rapid"
)

// TestMain makes a thousand cases of each law the rule, where rapid has a hundred, and leaves no files behind: a failing
// case is printed with the seed that brings it back.
func TestMain(m *testing.M) {
	for name, value := range map[string]string{"rapid.checks": "1000", "rapid.nofailfile": "true"} {
		if err := flag.Set(name, value); err != nil {
			panic(err)
		}
	}
	flag.Parse()
	os.Exit(m.Run())
}

// TestLaws holds generated policies against every law.
func TestLaws(t *testing.T) {
	cases := gen.Cases()
	for _, law := range fuzz.Laws() {
		t.Run(law.Name, func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(t *rapid.T) { law.Check(t, cases.Draw(t, "case")) })
		})
	}
}
