package main

import (
	"fmt"
	"time"
)

// listed is how much time list shows where it is not told.
const listed = 30 * 24 * time.Hour

// list answers when the policy is open in a range.
func list(h *host, args []string) (int, error) {
	c := newCommandLine("list")
	from, to := h.now, time.Time{}
	c.instant("from", &from)
	c.instant("to", &to)
	if err := c.parse(args); err != nil {
		return failure, err
	}
	if to.IsZero() {
		to = from.Add(listed)
	}
	if !to.After(from) {
		return failure, usageError{"list", fmt.Errorf("--to %s does not come after %s, where the list begins", utc(to, true), utc(from, true))}
	}
	doc, err := h.open(c)
	if err != nil {
		return failure, err
	}

	out, found := h.periods(c), false
	for w := range doc.Windows(from, to) {
		found = true
		if err := out.write(w, ""); err != nil {
			return failure, err
		}
	}
	if !found {
		return yes, out.none("never open from " + c.show(from) + " to " + c.show(to))
	}
	return yes, out.flush()
}
