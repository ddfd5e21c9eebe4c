package bench

import "strings"

// name returns the name of a sub-benchmark in the form that benchstat groups by: policy=weekly/zone=UTC.
func name(keysAndValues ...string) string {
	var b strings.Builder
	for i := 0; i < len(keysAndValues); i += 2 {
		if i > 0 {
			b.WriteByte('/')
		}
		b.WriteString(keysAndValues[i] + "=" + strings.ReplaceAll(keysAndValues[i+1], "/", "_"))
	}
	return b.String()
}
