package v1

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"time"

	"github.com/casement-go/casement/fuzz/reference"
)

// Cases makes all cases. The error is that of a case whose answer is not what the family says it is.
func Cases(zones *Zones) ([]Case, error) {
	b := &book{zones: zones, changes: zones.changes(1980, 2038)}
	for _, r := range revisions {
		for _, f := range r.families {
			b.draw(f)
		}
		for _, e := range r.refusals {
			b.refuse(e)
		}
	}
	return b.cases, b.err
}

// revisions are what each revision added, at the end of the file: no line before it changes.
var revisions = [Revision]struct {
	families []family
	refusals []refusal
}{
	{families, refusals},
	{durationFamilies, durationRefusals},
}

// A family is cases that aim at one thing.
type family struct {
	rule, name string // S03, gap
	n          int
	make       func(d *draw) aimed
}

// object is a JSON object, which is written with its keys in order.
type object = map[string]any

// aimed is a policy and where to look at it.
type aimed struct {
	policy object
	at     int64 // Unix seconds
	reach  int64 // the range is at this distance on either side; 0 is two days
	probes []time.Time
}

// book collects cases.
type book struct {
	zones   *Zones
	changes []change
	cases   []Case
	err     error
}

// draw is the source of chance of one case: of its own, so that no case hangs on another.
type draw struct {
	*rand.Rand
	*book
	i int // which of its family it is, from 0
}

func (b *book) draw(f family) {
	for i := range f.n {
		d := &draw{newSource(f.rule+"-"+f.name+"-", i), b, i}
		a := f.make(d)
		reach := cmp.Or(a.reach, 2*day)
		c := Case{
			ID: fmt.Sprintf("%s-%s-%04d", f.rule, f.name, i+1), Policy: b.text(a.policy),
			From: unix(a.at - reach), To: unix(a.at + reach), Probes: a.probes, Status: true,
		}
		if p, err := reference.Compile(c.Policy, b.zones.Zone); err == nil {
			shrink(&c, p, a.at)
			aim(&c, p, d, a.at)
		}
		b.cases = append(b.cases, c)
	}
}

// shrink halves the range of a case until it holds a few open periods only.
func shrink(c *Case, p *reference.Policy, at int64) {
	const few = 12
	for len(p.Windows(c.From, c.To)) > few {
		c.From, c.To = c.From.Add(unix(at).Sub(c.From)/2), c.To.Add(-c.To.Sub(unix(at))/2)
	}
	c.From, c.To = c.From.Truncate(time.Second), c.To.Truncate(time.Second)
}

// aim adds probes at edges of the open periods, above all of the one that begins last before the instant aimed at.
func aim(c *Case, p *reference.Policy, d *draw, at int64) {
	candidates := []int64{at, at - 1}
	for i, w := range p.Windows(c.From, c.To) {
		if start := w[0].Unix(); i == 0 || start <= at+day {
			candidates = []int64{start, w[1].Unix(), start - 1, w[1].Unix() - 1, at, candidates[0], candidates[1]}
		}
	}
	const wanted = 3
	for len(c.Probes) < wanted {
		n := d.IntN(len(candidates))
		c.Probes = append(c.Probes, unix(candidates[n]))
	}
	c.Probes = distinct(c.Probes)
}

func distinct(list []time.Time) []time.Time {
	seen := map[time.Time]bool{}
	var out []time.Time
	for _, t := range list {
		if !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}

func (b *book) text(policy object) json.RawMessage {
	text, err := json.Marshal(policy)
	b.err = errors.Join(b.err, err)
	return text
}

// A refusal is a document with one thing wrong, and what. Code and path were worked out by hand.
type refusal struct{ rule, policy, code, path string }

func (b *book) refuse(e refusal) {
	n := 1
	for _, c := range b.cases {
		if len(c.ID) > len(e.rule)+5 && c.ID[:len(e.rule)+5] == e.rule+"-bad-" {
			n++
		}
	}
	c := Case{
		ID: fmt.Sprintf("%s-bad-%04d", e.rule, n), Policy: json.RawMessage(e.policy), Probes: []time.Time{}, Status: true,
		From: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC),
	}
	got, err := Judge(c, b.zones.Zone)
	want, _ := json.Marshal(Refusal{Words(e.code), c.ID, e.path})
	if err == nil && string(got) != string(want) {
		err = fmt.Errorf("%s: got %s, want %s", e.policy, got, want)
	}
	b.err = errors.Join(b.err, err)
	b.cases = append(b.cases, c)
}

const (
	hour = 60 * 60
	day  = 24 * hour
)

func unix(sec int64) time.Time { return time.Unix(sec, 0).UTC() }

// newSource returns a source of chance of its own for a name and a number.
func newSource(name string, i int) *rand.Rand {
	seed := fnv.New64a()
	fmt.Fprint(seed, name, i)
	return rand.New(rand.NewPCG(seed.Sum64(), 1))
}
