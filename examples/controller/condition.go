package main

import "github.com/casement-go/casement/calendar"

// A Condition says in the status of a Kubernetes resource whether its calendar is open. It has the fields of metav1.Condition that
// depend on the calendar; the client sets the others.
type Condition struct {
	Type, Status, Reason, Message string
}

// condition returns the condition that a status amounts to. The reasons of a calendar are fit for it as they are. An open
// calendar has none, but a condition must have one. The message says until when, not how long that is yet, so that it
// stays the same from round to round and the resource need not be written again.
func condition(s calendar.Status) Condition {
	c := Condition{Type: "MaintenanceOpen", Status: "False", Reason: string(s.Reason), Message: s.String()}
	if s.Open {
		c.Status, c.Reason = "True", "WindowOpen"
	}
	return c
}
