package main

import (
	"encoding/json"
	"iter"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/window"
)

// An answer is what at writes with --json.
type answer struct {
	Policy    string  `json:"policy,omitempty"`
	At        string  `json:"at"`
	Open      bool    `json:"open"`
	Reason    string  `json:"reason,omitempty"`
	Since     string  `json:"since,omitempty"`
	Until     string  `json:"until,omitempty"`
	Windows   []ref   `json:"windows,omitempty"`
	Blackouts []ref   `json:"blackouts,omitempty"`
	Next      *period `json:"next,omitempty"`
	TZVersion string  `json:"tzVersion,omitempty"`
}

// A ref names a window or a blackout.
type ref struct {
	Path string `json:"path"`
	Name string `json:"name,omitempty"`
	Span string `json:"span,omitempty"`
}

// A period is what next and list write with --json.
type period struct {
	Start   string `json:"start,omitempty"`
	End     string `json:"end,omitempty"`
	Seconds int64  `json:"seconds,omitempty"`
}

func newAnswer(doc *calendar.Calendar, s calendar.Status) answer {
	a := answer{
		Policy:    doc.Name(),
		At:        utc(s.Time(), true),
		Open:      s.Open,
		Reason:    string(s.Reason),
		Since:     utc(s.Since()),
		Until:     utc(s.Until()),
		Windows:   newRefs(s.Windows()),
		Blackouts: newRefs(s.Blackouts()),
		TZVersion: doc.TZVersion(),
	}
	if w, ok := s.Next(); ok {
		p := newPeriod(w)
		a.Next = &p
	}
	return a
}

func newRefs(all iter.Seq[calendar.Ref]) []ref {
	var list []ref
	for r := range all {
		list = append(list, ref(r))
	}
	return list
}

func newPeriod(w window.Window) period {
	start, starts := w.Start()
	end, ends := w.End()
	p := period{Start: utc(start, starts), End: utc(end, ends)}
	if starts && ends {
		p.Seconds = int64(w.Duration() / time.Second)
	}
	return p
}

// utc returns an instant that is there: the empty text if it is not.
func utc(t time.Time, ok bool) string {
	if !ok {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// line writes v as JSON in one line.
func (h *host) line(v any) error {
	e := json.NewEncoder(h.stdout)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
