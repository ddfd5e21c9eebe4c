package kubedb_test

import (
	"slices"
	"testing"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/kubedb"
)

// KubeDB has neither a cutoff nor a minDuration: what is not written is listed.
func TestFormatListsCutoffAndMinDuration(t *testing.T) {
	_, lost, err := kubedb.Format(kubedb.Window{Name: "w", Policy: calendar.Policy{MinDuration: "2h", Windows: []calendar.WindowSpec{
		{Schedule: &calendar.Schedule{Weekly: &calendar.Weekly{DayOfWeek: "Friday"}}, StartTime: "20:00", EndTime: "23:00", Cutoff: "1h"}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"minDuration", "windows[0].cutoff"} {
		if !slices.ContainsFunc(lost, func(f calendar.Finding) bool { return f.Path == path && f.Code == calendar.LeftOut }) {
			t.Errorf("%s is lost silently: %v", path, lost)
		}
	}
}
