package schedule

import (
	"errors"
	"slices"
	"testing"

	"github.com/casement-go/casement/tz"
)

// wantProblems checks that err holds exactly these problems, in order, each given as its code, a space and its path.
func wantProblems(t *testing.T, err error, want ...string) {
	t.Helper()
	if got := problems(err); !slices.Equal(got, want) {
		t.Errorf("problems %q, want %q (%v)", got, want, err)
	}
}

func problems(err error) []string {
	var list []string
	var all tz.Errors
	var one *tz.Error
	switch {
	case errors.As(err, &all):
		for _, e := range all {
			list = append(list, string(e.Code)+" "+e.Path)
		}
	case errors.As(err, &one):
		list = append(list, string(one.Code)+" "+one.Path)
	case err != nil:
		list = append(list, "an error of another type: "+err.Error())
	}
	return list
}
