package main

import (
	"errors"
	"strings"
	"time"
)

// fit answers from when on the policy stays open for long enough.
func fit(h *host, args []string) (int, error) {
	c, from := newCommandLine("fit"), h.now
	c.instant("from", &from)
	need := time.Second
	c.Func("need", "", func(s string) (err error) {
		if need, err = time.ParseDuration(s); err != nil || need <= 0 {
			return errors.New("a need is a duration such as 3h or 1h30m")
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
	w, ok := doc.NextFit(from, need)
	if !ok {
		return no, out.none("no start " + horizon + " from which on it is open for " + strings.Join(parts(need), " "))
	}
	remark := "(now)"
	if start, _ := w.Start(); start.After(from) {
		remark = "(in " + rough(start.Sub(from)) + ")"
	}
	if err := out.write(w, remark); err != nil {
		return failure, err
	}
	return yes, out.flush()
}
