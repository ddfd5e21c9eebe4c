package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sync"
	"time"
)

// A hunt looks for the mutants of one room that no test tells from the original.
type hunt struct {
	*room
	options
	own   *suite   // the room's tests
	also  []*suite // other packages' tests, tried on what survives the room's own
	temp  string
	which string // a digest of the room's files and of the choice of tests
	log   *log.Logger
}

// options say which tests are used.
type options struct {
	started     string         // where the command was started
	also        []string       // packages whose tests are tried on survivors
	alsoRun     *regexp.Regexp // which of their tests
	rapidChecks int            // cases of each property; 0 leaves it to the tests
	workers     int
}

// run decides all mutants and writes the verdicts to the ledger.
func (h *hunt) run(ctx context.Context, all []*mutant, known *ledger) error {
	hash, err := h.hash()
	if err != nil {
		return err
	}
	h.which = fmt.Sprintf("%s %v %s %d", hash, h.options.also, h.alsoRun, h.rapidChecks)
	todo := slices.DeleteFunc(slices.Clone(all), func(m *mutant) bool {
		_, ok := known.decided(m, h.sources[m.path], h.which)
		return ok
	})
	if len(todo) == 0 {
		return nil
	}
	for _, m := range todo {
		delete(known.records, m.key)
	}
	if h.temp, err = os.MkdirTemp("", "mutate"); err != nil {
		return err
	}
	defer os.RemoveAll(h.temp)
	if err := h.prepare(ctx, todo); err != nil {
		return err
	}

	queue, errs := make(chan *mutant), make(chan error, h.workers)
	var group sync.WaitGroup
	for range h.workers {
		group.Go(func() {
			for m := range queue {
				begin := time.Now()
				r, err := h.decide(ctx, m)
				if err == nil && r.Verdict != undecided {
					r.Mutant, r.Seconds = m.key, time.Since(begin).Round(time.Millisecond).Seconds()
					err = known.add(r)
				}
				if err != nil {
					errs <- err
					return
				}
				if r.Verdict == survived || r.Verdict == uncovered {
					h.log.Printf("%s: %s:%d: %s: %s", r.Verdict, m.File, m.line, m.Operator, m.Change)
				}
			}
		})
	}
	err = h.feed(ctx, todo, queue, errs)
	close(queue)
	group.Wait()
	select {
	case err = <-errs:
	default:
	}
	return err
}

// feed gives the workers their mutants until one has an error.
func (h *hunt) feed(ctx context.Context, todo []*mutant, queue chan<- *mutant, errs <-chan error) error {
	for i, m := range todo {
		if i%500 == 0 {
			h.log.Printf("%s: mutant %d of %d", h.name, i, len(todo))
		}
		select {
		case queue <- m:
		case err := <-errs:
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// prepare compiles and measures the tests: with the room as it is for what they cover, then with all mutants.
func (h *hunt) prepare(ctx context.Context, todo []*mutant) error {
	binary := filepath.Join(h.temp, "cover")
	h.own = &suite{name: h.name, pkg: h.pkg, dir: h.dir}
	if err := h.own.build(ctx, binary, "", "-cover", "-coverpkg="+h.pkg); err != nil {
		return err
	}
	if _, err := os.Stat(binary); err != nil {
		return fmt.Errorf("%s has no tests", h.name)
	}
	if err := h.own.list(ctx, binary, regexp.MustCompile(""), h.rapidChecks); err != nil {
		return err
	}
	if err := h.own.cover(ctx, binary); err != nil {
		return err
	}
	overlay, err := h.overlayAll(todo, h.temp)
	if err != nil {
		return err
	}
	begin := time.Now()
	if err := h.own.build(ctx, h.binary(h.own), overlay); err != nil {
		return err
	}
	h.log.Printf("%s: %d mutants compiled in %s", h.name, len(todo), time.Since(begin).Round(time.Second))
	h.own.measure(ctx, h.binary(h.own))
	if len(h.options.also) == 0 {
		return nil
	}
	others, err := list(ctx, h.options.started, h.options.also...)
	if err != nil {
		return err
	}
	for _, l := range others {
		if l.DepOnly || l.ImportPath == h.pkg {
			continue
		}
		s := &suite{name: l.ImportPath, pkg: l.ImportPath, dir: l.Dir}
		if err := s.build(ctx, h.binary(s), overlay); err != nil {
			return err
		}
		if err := s.list(ctx, h.binary(s), h.alsoRun, h.rapidChecks); err != nil {
			return err
		}
		s.measure(ctx, h.binary(s))
		h.also = append(h.also, s)
	}
	return nil
}

// binary is the file of a suite's tests with all mutants.
func (h *hunt) binary(s *suite) string {
	return filepath.Join(h.temp, digest([]byte(s.pkg)))
}

// decide runs tests on one mutant until one fails.
func (h *hunt) decide(ctx context.Context, m *mutant) (record, error) {
	result := uncovered
	for _, s := range append([]*suite{h.own}, h.also...) {
		var together, alone []*test // those that may run in the binary with all mutants, and those that may not
		for _, t := range s.covering(h.room, m) {
			if m.inBody && t.passes {
				together = append(together, t)
			} else {
				alone = append(alone, t)
			}
		}
		if len(together)+len(alone) > 0 {
			result = survived
		}
		v, by := try(ctx, h.binary(s), m.number, together)
		if v == survived && len(alone) > 0 {
			var err error
			if v, by, err = h.tryAlone(ctx, m, s, alone); err != nil {
				return record{}, err
			}
		}
		if v == undecided {
			return record{}, nil
		}
		if v.dead() {
			return record{Hash: digest(h.sources[m.path]), Verdict: v, By: by}, nil
		}
	}
	return record{Hash: h.which, Verdict: result}, nil
}

// tryAlone compiles a mutant by itself. Where all mutants are together code is slower, and may allocate where the original does not; so
// tests that fail for that are run here.
func (h *hunt) tryAlone(ctx context.Context, m *mutant, s *suite, tests []*test) (verdict, string, error) {
	dir, err := os.MkdirTemp(h.temp, "alone")
	if err != nil {
		return undecided, "", err
	}
	defer os.RemoveAll(dir)
	overlay, err := h.overlayOne(m, dir)
	if err != nil {
		return undecided, "", err
	}
	binary := filepath.Join(dir, "test")
	if err := s.build(ctx, binary, overlay); err != nil {
		if ctx.Err() != nil {
			return undecided, "", nil
		}
		return killed, "the compiler", nil // a test of the package does not compile with it, such as one of constants
	}
	v, by := try(ctx, binary, 0, tests)
	return v, by, nil
}
