package calendar

import "encoding/json"

// Cron is a cron expression. In JSON it is the text of the expression, or an object that has it under the key expression.
type Cron struct {
	Expression string
}

// MarshalJSON writes the expression as a text.
func (c Cron) MarshalJSON() ([]byte, error) { return json.Marshal(c.Expression) }
