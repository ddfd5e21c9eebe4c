package schedule

import "fmt"

// A field describes one field of an expression to the parser.
type field struct {
	index    fieldIndex
	name     string
	min, max int
	size     int    // how many values there are, counting Sunday once
	round    bool   // the field comes round: after the last value comes the first
	names    string // three letters each
	first    int    // the value of the first name

	hashMin, hashMax int // what a plain H draws from
}

// A fieldIndex numbers the fields. The first five numbers go into the hash of H: they never change.
type fieldIndex uint8

const (
	minuteIndex fieldIndex = iota
	hourIndex
	domIndex
	monthIndex
	dowIndex
	secondIndex
	yearIndex
)

// A fieldSet is a set of fields.
type fieldSet uint8

func setOf(i fieldIndex) fieldSet { return 1 << i }

const weekdayNames = "SUNMONTUEWEDTHUFRISAT"

var (
	secondField = field{index: secondIndex, name: "second", max: 59, size: 60, round: true}
	minuteField = field{index: minuteIndex, name: "minute", max: 59, size: 60, round: true, hashMax: 59}
	hourField   = field{index: hourIndex, name: "hour", max: 23, size: 24, round: true, hashMax: 23}
	domField    = field{index: domIndex, name: "day-of-month", min: 1, max: 31, size: 31, hashMin: 1, hashMax: 28}
	yearField   = field{index: yearIndex, name: "year", min: minCronYear, max: maxCronYear, size: maxCronYear - minCronYear + 1}
	monthField  = field{index: monthIndex, name: "month", min: 1, max: 12, size: 12, round: true,
		names: "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC", first: 1}

	// The day of week, from Sunday: as most count, without names, without a 7, and from 1.
	weekdayField   = field{index: dowIndex, name: "day-of-week", max: 7, size: 7, round: true, names: weekdayNames}
	weekdayField07 = field{index: dowIndex, name: "day-of-week", max: 7, size: 7, round: true, hashMax: 6}
	weekdayField06 = field{index: dowIndex, name: "day-of-week", max: 6, size: 7, round: true, names: weekdayNames}
	weekdayField17 = field{index: dowIndex, name: "day-of-week", min: 1, max: 7, size: 7, round: true, names: weekdayNames, first: 1}
	monthField12   = field{index: monthIndex, name: "month", min: 1, max: 12, size: 12, round: true, hashMin: 1, hashMax: 12}
)

// The orders of fields.
func standard(weekday *field) []*field {
	month := &monthField
	if weekday.names == "" {
		month = &monthField12
	}
	return []*field{&minuteField, &hourField, &domField, month, weekday}
}
func withSeconds(weekday *field) []*field {
	return append([]*field{&secondField}, standard(weekday)...)
}
func withYear(fields []*field) []*field { return append(fields, &yearField) }

func fiveFields(weekday *field) [8][]*field { return [8][]*field{5: standard(weekday)} }
func secondsFirst(weekday *field) [8][]*field {
	return [8][]*field{5: standard(weekday), 6: withSeconds(weekday), 7: withYear(withSeconds(weekday))}
}

// last returns the last value of the field, counting Sunday once.
func (f *field) last() int { return f.min + f.size - 1 }

// wants says what may stand where a value of the field is expected.
func (f *field) wants() string {
	if f.names != "" {
		return fmt.Sprintf("a number from %d to %d or a name like %s", f.min, f.max, f.names[3:6])
	}
	return fmt.Sprintf("a number from %d to %d", f.min, f.max)
}

// A span is every step-th value from lo to hi, which may lie beyond the end of a field that comes round.
type span struct{ lo, hi, step int }

// single returns the span of one value.
func single(v int) span { return span{v, v, 1} }

// bits returns the values of s, one bit each, bit 0 for the field's first value. The field has at most 64 values.
func (f *field) bits(s span) (set uint64) {
	for v := s.lo - f.min; v <= s.hi-f.min; v += s.step {
		set |= 1 << (v % f.size)
	}
	return set
}
