package main

// explain answers why the policy is open or shut, window by window. Times are those of the windows' own clocks, whatever --zone says.
func explain(h *host, args []string) (int, error) {
	c, instant := newCommandLine("explain"), h.now
	c.instant("at", &instant)
	if err := c.parse(args); err != nil {
		return failure, err
	}
	doc, err := h.open(c)
	if err != nil {
		return failure, err
	}
	e := doc.Explain(instant)
	if c.json {
		err = h.line(e)
	} else {
		_, err = h.stdout.WriteString(e.String() + "\n")
	}
	if e.Open {
		return yes, err
	}
	return no, err
}
