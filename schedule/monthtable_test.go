package schedule

import (
	"testing"

	"github.com/casement-go/casement/tz"
)

// Every month of the table, and of a calendar around it, as package time has it: where it begins, how long it is and on which
// weekday it begins; and of every day the month it lies in.
func TestMonthTable(t *testing.T) {
	day := naiveMonths(1900, 1900)[0].first
	for i, m := range naiveMonths(1900, 2200) {
		month := 12*1900 + i
		if got := monthAt(month); got.first() != m.first || got.kind()/7 != m.length-28 || got.kind()%7 != int(m.begins-tz.Monday) {
			t.Fatalf("month %d of %d begins on day %d with type %d, want %+v", month%12+1, month/12, got.first(), got.kind(), m)
		}
		for range m.length {
			if got := monthOf(day); got != month {
				t.Fatalf("%v lies in month %d, want %d", tz.DateOfDay(day), got, month)
			}
			day++
		}
	}
}
