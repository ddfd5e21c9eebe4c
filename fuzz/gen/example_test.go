package gen_test

import (
	"fmt"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
)

// A service that knows when its next maintenance starts holds what it knows against the calendar. In a test, rapid.Check does
// what the loop does here, and shrinks what fails.
func ExampleCases() {
	cases := gen.Cases()
	held := 0
	for seed := range 100 {
		c := cases.Example(seed + 1)
		cal := calendar.MustCompile(c.Policy)
		next, ok := cal.Next(c.At)
		start, _ := next.Start()
		if !ok || cal.IsOpen(start) {
			held++
		}
	}
	fmt.Println("held for", held)
	// Output: held for 100
}
