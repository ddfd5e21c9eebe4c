package v1

import (
	"encoding/json"
	"errors"
	"strings"
	"time"
	"unicode"

	"github.com/casement-go/casement/fuzz/reference"
)

// Judge returns the line that package reference answers to a case.
func Judge(c Case, zones reference.Zones) ([]byte, error) {
	p, err := reference.Compile(c.Policy, zones)
	if err != nil {
		problem := (*reference.Problem)(nil)
		if errors.Is(err, reference.ErrUnsupported) || !errors.As(err, &problem) {
			return nil, err
		}
		r := Refusal{Error: Words(problem.Code), ID: c.ID}
		if c.Status {
			r.Path = problem.Path
		}
		return json.Marshal(r)
	}
	a := Answer{ID: c.ID, Intervals: [][2]string{}, Open: []bool{}}
	for _, w := range p.Windows(c.From, c.To) {
		a.Intervals = append(a.Intervals, [2]string{Instant(w[0]), Instant(w[1])})
	}
	for _, t := range c.Probes {
		a.Open = append(a.Open, p.IsOpen(t))
	}
	if c.Status {
		for _, s := range p.At(c.Probes...) {
			a.Status = append(a.Status, Status{
				Reason: s.Reason, Since: instant(s.Since), Until: instant(s.Until), Next: period(s.Next), Prev: period(s.Prev),
			})
		}
	}
	return json.Marshal(a)
}

func instant(t *time.Time) *string {
	if t == nil {
		return nil
	}
	text := Instant(*t)
	return &text
}

func period(p *reference.Period) *[2]*string {
	if p == nil {
		return nil
	}
	return &[2]*string{instant(p.Start), instant(p.End)}
}

// Words returns a code in lower case words: AmbiguousZone as "ambiguous zone".
func Words(code string) string {
	var b strings.Builder
	for i, r := range code {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
