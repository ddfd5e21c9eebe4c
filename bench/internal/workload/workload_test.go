package workload_test

import (
	"testing"
	"time"

	"github.com/casement-go/casement/bench/internal/workload"
)

func TestPoliciesCompile(t *testing.T) {
	for _, p := range workload.Policies {
		for _, zone := range []string{"UTC", "+05:30", "Africa/Casablanca"} {
			if _, ok := p.Calendar(zone).Next(workload.Now); !ok {
				t.Errorf("%s in %s has nothing to measure", p.Name, zone)
			}
		}
	}
}

// The table leads everywhere: what is loaded is never a corner of it that stays in registers.
func TestCalibrateTakesAllSteps(t *testing.T) {
	seen := map[uint64]bool{}
	for n := range 200 {
		seen[workload.Calibrate(n)] = true
	}
	if len(seen) != 200 {
		t.Errorf("200 numbers of steps end in %d states", len(seen))
	}
}

func TestRandomInstantsAreTheSameEveryTime(t *testing.T) {
	ts := workload.Random()
	if got := time.Unix(ts[0].Unix(), 0); !ts[0].Equal(got) || !ts[0].Equal(workload.Random()[0]) || len(ts) != workload.Len {
		t.Errorf("%d instants, the first %v", len(ts), ts[0])
	}
	for _, at := range ts {
		if y := at.Year(); y < 2025 || y > 2034 {
			t.Fatalf("%v", at)
		}
	}
}
