package kubedb_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/kubedb"
	"github.com/casement-go/casement/tz"
	"github.com/google/go-cmp/cmp"
)

// Whatever is read compiles or gives typed errors about its zone, is written without a panic, and is read again as the same policy where
// nothing is lost.
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
	f.Fuzz(func(t *testing.T, data []byte, faithful bool) {
		opts := []kubedb.Option{}
		if faithful {
			opts = append(opts, kubedb.Faithful())
		}
		ws, err := kubedb.Parse(data, opts...)
		if err != nil {
			if !errors.As(err, new(tz.Errors)) || len(ws) > 0 {
				t.Fatalf("%d windows and %v", len(ws), err)
			}
			return
		}
		for _, w := range ws {
			var errs tz.Errors
			if _, err := calendar.Compile(w.Policy); errors.As(err, &errs) {
				if len(errs) != 1 || errs[0].Path != "timeZone" || errs[0].Code != tz.UnknownZone && errs[0].Code != tz.InvalidZone {
					t.Fatalf("what was read does not compile: %v", err)
				}
			} else if err != nil {
				t.Fatal(err)
			}
			if _, _, err := kubedb.Choose(ws, w.Namespace, &kubedb.Reference{Kind: w.Kind, Name: w.Name}); err != nil && !strings.Contains(err.Error(), "more than one") {
				t.Fatal(err)
			}
			doc, lost, err := kubedb.Format(w)
			if err != nil || len(lost) > 0 {
				continue
			}
			back, err := kubedb.Parse(doc)
			if err != nil {
				t.Fatalf("%v\n%s", err, doc)
			}
			if diff := cmp.Diff(w.Policy, back[0].Policy); diff != "" {
				t.Fatalf("%s\n%s", diff, doc)
			}
		}
	})
}
