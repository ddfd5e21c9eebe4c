package window_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/casement-go/casement/window"
)

// S19: timelines answer alike from several goroutines at once, in the years of the zones' tables and outside. The race detector
// says whether that is safe.
func TestS19ConcurrentUse(t *testing.T) {
	all := timelines()
	ask := func() (answers []window.Window) {
		for _, tl := range all {
			for year := 1960; year < 2130; year += 10 {
				at := time.Date(year, 3, 8, 7, 30, 0, 0, time.UTC)
				_, span, next := tl.timeline.Around(at)
				answers = append(answers, span, next)
				answers = slices.AppendSeq(answers, tl.timeline.Windows(at, at.AddDate(0, 1, 0)))
			}
		}
		return answers
	}
	want := ask()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got := ask(); !slices.Equal(got, want) {
				t.Error("another answer than alone")
			}
		})
	}
	wg.Wait()
}
