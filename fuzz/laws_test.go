package fuzz_test

import (
	"flag"
	"os"
	"testing"

	"github.com/casement-go/casement/fuzz"
	"github.com/casement-go/casement/fuzz/gen"
	"pgregory.net/rapid"
)

// TestMain makes a thousand cases of each law the rule, where rapid has a hundred.
func TestMain(m *testing.M) {
	if err := flag.Set("rapid.checks", "1000"); err != nil {
		panic(err)
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
