package calendar

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/casement-go/casement/tz"
)

// A Moment is an instant, and what the wall clock of a zone reads at it. It is a time.Time in the offset that the zone has at that
// instant, for readers; the zero Moment is none. Moments are compared with Equal of [time.Time], as in cmp.Diff.
type Moment struct{ time.Time }

// moment returns what the clock of a zone reads at sec: the zero Moment if sec is no instant but an edge that is not there.
func moment(sec int64, zone tz.Zone) Moment {
	if sec <= tz.Past || sec >= tz.Future {
		return Moment{}
	}
	return fixed(time.Unix(sec, 0).UTC(), int(zone.Local(sec)-sec), zone.String() == "UTC")
}

// fixed returns an instant, in UTC, with an offset that names itself; that of UTC may have its name.
func fixed(t time.Time, offset int, utc bool) Moment {
	if offset == 0 && utc {
		return Moment{t}
	}
	sign, abs := '+', offset
	if offset < 0 {
		sign, abs = '-', -offset
	}
	name := fmt.Sprintf("%c%02d:%02d", sign, abs/3600, abs/60%60)
	if abs%60 != 0 { // local mean time
		name += fmt.Sprintf(":%02d", abs%60)
	}
	return Moment{t.In(time.FixedZone(name, offset))}
}

// String returns a form for people, Fri 2026-01-09 22:00 -05:00, and the empty text for the zero Moment. There are no
// abbreviations of zones in it: they are not unique (IST, CST), and change from one tz database to the next.
func (m Moment) String() string {
	if m.IsZero() {
		return ""
	}
	name, _ := m.Zone()
	return m.clock() + " " + name
}

// clock returns the reading without its offset.
func (m Moment) clock() string {
	if m.Second() != 0 {
		return m.Format("Mon 2006-01-02 15:04:05")
	}
	return m.Format("Mon 2006-01-02 15:04")
}

// MarshalText returns the form of RFC 3339, 2026-01-09T22:00:00-05:00, and the empty text for the zero Moment. It never fails, though
// of years that RFC 3339 does not have the text does not read back. An offset that is not in whole minutes is written as UTC.
func (m Moment) MarshalText() ([]byte, error) {
	if m.IsZero() {
		return nil, nil
	}
	t := m.Time
	if _, offset := t.Zone(); offset%60 != 0 {
		t = t.UTC()
	}
	return []byte(t.Format(time.RFC3339)), nil
}

// MarshalJSON returns the text of MarshalText as a JSON string. It never fails.
func (m Moment) MarshalJSON() ([]byte, error) {
	text, err := m.MarshalText()
	return []byte(`"` + string(text) + `"`), err
}

// UnmarshalText reads what MarshalText writes, the empty text for the zero Moment included.
func (m *Moment) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*m = Moment{}
		return nil
	}
	t, err := time.Parse(time.RFC3339, string(text))
	if err != nil {
		return &tz.Error{Code: tz.Invalid, Input: string(text), Detail: "an instant has the form 2006-01-02T15:04:05Z or an offset such as +02:00"}
	}
	_, offset := t.Zone()
	*m = fixed(t.UTC(), offset, true)
	return nil
}

// UnmarshalJSON reads what MarshalJSON writes. Null changes nothing, as in package json.
func (m *Moment) UnmarshalJSON(data []byte) error {
	var text *string
	if err := json.Unmarshal(data, &text); err != nil {
		return &tz.Error{Code: tz.Invalid, Input: string(data), Detail: "an instant is a JSON string"}
	}
	if text == nil {
		return nil
	}
	return m.UnmarshalText([]byte(*text))
}
