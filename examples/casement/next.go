package main

import (
	"errors"
	"strconv"
)

// next answers when the policy opens next.
func next(h *host, args []string) (int, error) {
	c, t := newCommandLine("next"), h.now
	c.instant("at", &t)
	count := 1
	c.Func("n", "", func(s string) (err error) {
		if count, err = strconv.Atoi(s); err != nil || count < 1 {
			return errors.New("a count is a whole number from 1 on")
		}
		return nil
	})
	if err := c.parse(args); err != nil {
		return failure, err
	}
	doc, err := h.open(c)
	if err != nil {
		return failure, err
	}

	out := h.periods(c)
	now, found := t, 0
	for found < count {
		w, ok := doc.Next(t)
		if !ok {
			break
		}
		found++
		t, _ = w.Start()
		if err := out.write(w, "(in "+rough(t.Sub(now))+")"); err != nil {
			return failure, err
		}
	}
	switch {
	case found > 0:
		return yes, out.flush()
	case doc.IsOpen(now):
		return no, out.none("no other opening " + horizon + ": it is open already")
	}
	return no, out.none("no opening " + horizon)
}
