package reference

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// object is a JSON object being read. The first problem met anywhere in the
// document is kept in err, which all objects of a document share; reading goes
// on with zero values after it.
type object struct {
	path   string
	fields map[string]any // null fields left out
	known  map[string]bool
	err    **Problem
}

// readDocument parses JSON that is one object, without duplicate keys.
func readDocument(data []byte, err **Problem) *object {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	value, bad := readValue(decoder, "")
	if bad == nil {
		if _, more := decoder.Token(); more != io.EOF {
			bad = problem(syntax, "text after the document")
		}
	}
	fields, ok := value.(map[string]any)
	if bad == nil && !ok {
		bad = problem(wrongType, "the document is not an object")
	}
	*err = bad
	return newObject("", fields, err)
}

func readValue(decoder *json.Decoder, path string) (any, *Problem) {
	token, err := decoder.Token()
	if err != nil {
		return nil, problem(syntax, "%w", err)
	}
	switch token {
	case json.Delim('{'):
		fields := map[string]any{}
		for decoder.More() {
			key, err := decoder.Token()
			if err != nil {
				return nil, problem(syntax, "%w", err)
			}
			name := key.(string) // the decoder lets nothing else through
			at := join(path, name)
			if _, twice := fields[name]; twice {
				return nil, &Problem{duplicateKey, at, fmt.Errorf("key %q", name)}
			}
			var bad *Problem
			if fields[name], bad = readValue(decoder, at); bad != nil {
				return nil, bad
			}
		}
		return fields, closing(decoder)
	case json.Delim('['):
		list := []any{}
		for decoder.More() {
			value, bad := readValue(decoder, indexed(path, len(list)))
			if bad != nil {
				return nil, bad
			}
			list = append(list, value)
		}
		return list, closing(decoder)
	}
	return token, nil
}

// closing reads the bracket that ends a value.
func closing(decoder *json.Decoder) *Problem {
	if _, err := decoder.Token(); err != nil {
		return problem(syntax, "%w", err)
	}
	return nil
}

func newObject(path string, fields map[string]any, err **Problem) *object {
	o := &object{path: path, fields: map[string]any{}, known: map[string]bool{}, err: err}
	for key, value := range fields {
		if o.known[key] = false; value != nil {
			o.fields[key] = value
		}
	}
	return o
}

// join and indexed make paths: windows[0].schedule.
func join(path, key string) string {
	if path == "" || key == "" {
		return path + key
	}
	return path + "." + key
}

func indexed(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }

// fail records a problem unless there is one already. An empty key is the
// object as a whole.
func (o *object) fail(key, code, format string, args ...any) {
	o.report(key, problem(code, format, args...))
}

// report is fail for a problem of the value of a key.
func (o *object) report(key string, p *Problem) {
	if p != nil && *o.err == nil {
		*o.err = &Problem{p.Code, join(o.path, key), p.Err}
	}
}

// has reports whether a key is there and not null.
func (o *object) has(key string) bool {
	o.known[key] = true
	_, ok := o.fields[key]
	return ok
}

// done fails on keys that nobody has asked for.
func (o *object) done() {
	for _, key := range slices.Sorted(maps.Keys(o.known)) {
		if !o.known[key] {
			o.fail(key, unknownKey, "unknown")
		}
	}
}

// exactlyOne returns the one of the keys that is there.
func (o *object) exactlyOne(keys ...string) string {
	var found []string
	for _, key := range keys {
		if o.has(key) {
			found = append(found, key)
		}
	}
	switch len(found) {
	case 0:
		o.fail("", missing, "want one of %q", keys)
		return ""
	case 1:
		return found[0]
	}
	o.fail(found[1], conflict, "beside %s", found[0])
	return ""
}

// without fails on keys that have no meaning here.
func (o *object) without(why string, keys ...string) {
	for _, key := range keys {
		if o.has(key) {
			o.fail(key, conflict, "has no meaning for %s", why)
		}
	}
}

// text reads a string that is not empty, required if it is asked for.
func (o *object) text(key string) string {
	if !o.has(key) {
		o.fail(key, missing, "required")
		return ""
	}
	value := o.words(key, math.MaxInt)
	if value == "" {
		o.fail(key, empty, "says nothing")
	}
	return value
}

// words reads a string of so many bytes, which may be empty.
func (o *object) words(key string, longest int) string {
	if !o.has(key) {
		return ""
	}
	value, ok := o.fields[key].(string)
	if !ok {
		o.fail(key, wrongType, "want a string")
	}
	if len(value) > longest {
		o.fail(key, tooLarge, "more than %d bytes", longest)
	}
	return value
}

// choice reads a string that is one of a few; absent is the first of them.
func (o *object) choice(key string, values ...string) int {
	if !o.has(key) {
		return 0
	}
	text := o.text(key)
	for i, value := range values {
		if text == value {
			return i
		}
	}
	o.fail(key, invalid, "want one of %q", values)
	return 0
}

// number reads a whole number from low to high; absent is the fallback.
func (o *object) number(key string, low, high, fallback int) int {
	if !o.has(key) {
		return fallback
	}
	n, err := whole(o.fields[key], low, high)
	o.report(key, err)
	return n
}

func whole(value any, low, high int) (int, *Problem) {
	number, ok := value.(json.Number)
	n, err := strconv.Atoi(string(number))
	switch {
	case !ok, strings.ContainsAny(string(number), ".eE"):
		return low, problem(wrongType, "want a whole number")
	case err != nil, n < low, n > high:
		return low, problem(outOfRange, "want %d to %d", low, high)
	}
	return n, nil
}

// list reads an array; absent is nil.
func (o *object) list(key string) []any {
	if !o.has(key) {
		return nil
	}
	list, ok := o.fields[key].([]any)
	if !ok {
		o.fail(key, wrongType, "want a list")
	}
	return list
}

// child reads an object.
func (o *object) child(key string) *object {
	fields, ok := map[string]any(nil), false
	if o.has(key) {
		fields, ok = o.fields[key].(map[string]any)
	}
	if !ok {
		o.fail(key, wrongType, "want an object")
	}
	return newObject(join(o.path, key), fields, o.err)
}

// children reads an array of objects, whose names are unique.
func (o *object) children(key string) []*object {
	var out []*object
	names := map[string]bool{}
	for i, value := range o.list(key) {
		fields, ok := value.(map[string]any)
		if !ok {
			o.fail(indexed(key, i), wrongType, "want an object")
		}
		c := newObject(join(o.path, indexed(key, i)), fields, o.err)
		name := c.words("name", 256)
		if names[name] && name != "" {
			c.fail("name", duplicate, "used twice")
		}
		names[name] = true
		out = append(out, c)
	}
	return out
}
