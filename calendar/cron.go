package calendar

import (
	"encoding/json"

	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// Cron is a cron expression. In JSON it is the text of the expression, or an object with the keys expression, dialect and
// key: the text where it has nothing but an expression.
type Cron struct {
	Expression string
	Dialect    string // OCPS, Kubernetes, Vixie, Quartz, AWS, Jenkins: see [schedule.CronDialect]; empty is the default
	Key        string // what the H of Jenkins is drawn from: see [schedule.CronOptions]
}

// MarshalJSON writes c as a text, or as an object if it needs one.
func (c Cron) MarshalJSON() ([]byte, error) {
	if c.Dialect == "" && c.Key == "" {
		return json.Marshal(c.Expression)
	}
	return json.Marshal(struct {
		Expression string `json:"expression,omitempty"`
		Dialect    string `json:"dialect,omitempty"`
		Key        string `json:"key,omitempty"`
	}(c))
}

// cron reads the JSON of a Cron.
func (r *reader) cron(c *Cron) strict.Target {
	return func(v strict.Value, path string) {
		if v.Kind != strict.Object {
			r.Word(&c.Expression)(v, path)
			return
		}
		r.Object(map[string]strict.Target{
			"expression": r.Word(&c.Expression),
			"dialect":    r.Word(&c.Dialect),
			"key":        r.Word(&c.Key),
		})(v, path)
	}
}

// cron compiles a Cron: nil where something is wrong.
func (c *compiler) cron(path string, e *Cron) schedule.Rule {
	wrong := len(c.form)
	options := schedule.CronOptions{Dialect: leaf(c, path, "dialect", e.Dialect, schedule.ParseCronDialect), Key: e.Key}
	if len(e.Key) > MaxName {
		c.fail(tz.TooLarge, join(path, "key"), e.Key, "a key has at most 256 bytes")
		return nil
	}
	if e.Dialect != "" || e.Key != "" {
		path = join(path, "expression")
	}
	if e.Expression == "" {
		c.fail(tz.Missing, path, "", "a cron expression is required, such as 0 2 * * MON-FRI")
		return nil
	}
	if len(c.form) > wrong {
		return nil // without a dialect there is no telling
	}
	if cron := leafAt(c, path, e.Expression, options.Parse); cron != nil {
		return cron
	}
	return nil
}
