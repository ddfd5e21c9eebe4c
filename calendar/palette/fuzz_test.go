package palette_test

import (
	"errors"
	"os"
	"testing"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/palette"
	"github.com/casement-go/casement/tz"
)

// Whatever is read compiles, and what is not gives typed errors.
func FuzzParse(f *testing.F) {
	data, err := os.ReadFile("testdata/policy.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(one(`"every":"year","months":["February"],"daysOfMonth":[30]`)))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, _, err := palette.Parse(data)
		if err != nil {
			if !errors.As(err, new(tz.Errors)) || p.Windows != nil {
				t.Fatalf("%v and %v", p, err)
			}
			return
		}
		if _, err := calendar.Compile(p); err != nil {
			t.Fatalf("what was read does not compile: %v", err)
		}
	})
}
