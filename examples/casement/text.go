package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/casement-go/casement/window"
)

// horizon says how far searches look: window.Horizon, in words.
const horizon = "within 100 years"

// show returns an instant in the zone to show times in.
func (c *commandLine) show(t time.Time) string {
	t = t.In(c.loc)
	if t.Second() != 0 {
		return t.Format("Mon 2006-01-02 15:04:05 MST")
	}
	return t.Format("Mon 2006-01-02 15:04 MST")
}

// howLong returns the length of a window.
func howLong(w window.Window) string {
	if _, ok := w.End(); !ok {
		return "for 100 years or more"
	}
	return "for " + strings.Join(parts(w.Duration()), " ")
}

// rough returns a duration that is accurate enough to plan with: 13d 23h, 3h, 45s. Nothing is rounded up.
func rough(d time.Duration) string {
	all := parts(d)
	return strings.Join(all[:min(len(all), 2)], " ")
}

// parts returns a duration in days of 24 hours, hours, minutes and seconds. Parts that are zero are left out: 1d 30m.
func parts(d time.Duration) []string {
	var all []string
	rest := int64(d / time.Second)
	for _, unit := range []struct {
		seconds int64
		name    string
	}{{24 * 60 * 60, "d"}, {60 * 60, "h"}, {60, "m"}, {1, "s"}} {
		if n := rest / unit.seconds; n > 0 {
			all = append(all, strconv.FormatInt(n, 10)+unit.name)
		}
		rest %= unit.seconds
	}
	if all == nil {
		return []string{"0s"}
	}
	return all
}
