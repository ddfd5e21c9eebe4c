package aks_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/aks"
	"github.com/casement-go/casement/tz"
	"github.com/google/go-cmp/cmp"
)

// Whatever is read compiles, is written without a panic, and is read again as the same policy where nothing is lost.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.json")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, false)
		f.Add(data, true)
	}
	f.Fuzz(func(t *testing.T, data []byte, fromStartDate bool) {
		opts := []aks.Option{}
		if fromStartDate {
			opts = append(opts, aks.FromStartDate(), aks.ClampShortMonths())
		}
		cs, err := aks.Parse(data, opts...)
		if err != nil {
			if !errors.As(err, new(tz.Errors)) || len(cs) > 0 {
				t.Fatalf("%d configurations and %v", len(cs), err)
			}
			return
		}
		if _, err := aks.Parse(data, append(opts, aks.Strict())...); err != nil && !errors.As(err, new(tz.Errors)) {
			t.Fatal(err)
		}
		for _, c := range cs {
			if _, err := calendar.Compile(c.Policy); err != nil {
				t.Fatalf("what was read does not compile: %v", err)
			}
			doc, lost, err := aks.Format(c)
			if err != nil || doc == nil || len(lost) > 0 {
				continue
			}
			back, err := aks.Parse(doc)
			if err != nil {
				t.Fatalf("%v\n%s", err, doc)
			}
			if diff := cmp.Diff(c.Policy, back[0].Policy); diff != "" && c.Name != aks.AutoUpgrade && c.Name != aks.NodeOS {
				t.Fatalf("%s\n%s", diff, doc)
			}
		}
	})
}
