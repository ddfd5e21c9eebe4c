package tz

import "cmp"

// digits returns the value of a text that holds decimal digits alone, and whether it does.
func digits(s string) (v int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = 10*v + int(s[i]-'0')
	}
	return v, len(s) > 0
}

// append2 appends v as two decimal digits.
func append2(b []byte, v int) []byte { return append(b, '0'+byte(v/10), '0'+byte(v%10)) }

func compare[T cmp.Ordered](a, b T) int { return cmp.Compare(a, b) }

// unmarshal sets *v to what parse makes of text, and to its zero value if text is empty.
func unmarshal[T any](v *T, text []byte, parse func(string) (T, error)) error {
	if len(text) == 0 {
		var zero T
		*v = zero
		return nil
	}
	parsed, err := parse(string(text))
	if err == nil {
		*v = parsed
	}
	return err
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
