package main

import (
	"fmt"
	"time"
)

// A comparison is what came of holding the answers of an entry against casement's.
type comparison struct {
	question, entry string
	equal           int // instants at which the answers are the same
	near, differ    int // instants near a change of offset, and those of them at which the answers are not the same
}

// compare asks a question of everybody. The error says where answers differ far from any change of offset.
func compare(q question) ([]comparison, error) {
	var all []comparison
	own := q.entries[0]
	for _, peer := range q.entries[1:] {
		c := comparison{question: q.name, entry: peer.name}
		for i := 0; i < len(q.at); i += max(1, peer.slow) {
			at := q.at[i : i+1]
			want, got := own.ask(at), peer.ask(at)
			calm := quiet(at[0]) && (q.answers == value || quiet(time.Unix(want, 0)))
			switch {
			case calm && want != got:
				return nil, fmt.Errorf("%s at %v: %s has %d, %s has %d", q.name, at[0], own.name, want, peer.name, got)
			case calm:
				c.equal++
			default:
				if c.near++; want != got {
					c.differ++
				}
			}
		}
		if c.equal == 0 {
			return nil, fmt.Errorf("%s: %s was compared with nothing", q.name, peer.name)
		}
		all = append(all, c)
	}
	return all, nil
}

// quiet reports whether New York changes its offset within two days of t.
func quiet(t time.Time) bool {
	_, before := t.In(location).AddDate(0, 0, -2).Zone()
	_, after := t.In(location).AddDate(0, 0, 2).Zone()
	return before == after
}
