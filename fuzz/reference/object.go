package reference

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
)

// object is a JSON object being read. The first problem met anywhere in the
// document is kept in err, which all objects of a document share; reading goes
// on with zero values after it.
type object struct {
	path   string
	fields map[string]any // null fields left out
	known  map[string]bool
	err    *error
}

// readDocument parses JSON that is one object, without duplicate keys.
func readDocument(data []byte, err *error) *object {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	value, problem := readValue(decoder)
	if problem == nil {
		if _, more := decoder.Token(); more != io.EOF {
			problem = errors.New("text after the document")
		}
	}
	fields, ok := value.(map[string]any)
	if problem == nil && !ok {
		problem = errors.New("the document is not an object")
	}
	*err = problem
	return newObject("", fields, err)
}

func readValue(decoder *json.Decoder) (any, error) {
	token, err := decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		fields := map[string]any{}
		for decoder.More() {
			key, err := decoder.Token()
			if err != nil {
				return nil, err
			}
			name := key.(string) // the decoder lets nothing else through
			if _, twice := fields[name]; twice {
				return nil, fmt.Errorf("duplicate key %q", name)
			}
			if fields[name], err = readValue(decoder); err != nil {
				return nil, err
			}
		}
		_, err := decoder.Token()
		return fields, err
	case json.Delim('['):
		list := []any{}
		for decoder.More() {
			value, err := readValue(decoder)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err := decoder.Token()
		return list, err
	}
	return token, nil
}

func newObject(path string, fields map[string]any, err *error) *object {
	o := &object{path: path, fields: map[string]any{}, known: map[string]bool{}, err: err}
	for key, value := range fields {
		if o.known[key] = false; value != nil {
			o.fields[key] = value
		}
	}
	return o
}

// fail records a problem unless there is one already.
func (o *object) fail(key, format string, args ...any) {
	if *o.err == nil {
		*o.err = fmt.Errorf("%s%s: %w", o.path, key, fmt.Errorf(format, args...))
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
			o.fail(key, "unknown key")
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
	if len(found) != 1 {
		o.fail("", "want exactly one of %q", keys)
		return ""
	}
	return found[0]
}

// without fails on keys that have no meaning here.
func (o *object) without(why string, keys ...string) {
	for _, key := range keys {
		if o.has(key) {
			o.fail(key, "has no meaning for %s", why)
		}
	}
}

// text reads a string, required if it is asked for.
func (o *object) text(key string) string {
	if !o.has(key) {
		o.fail(key, "missing")
		return ""
	}
	value, ok := o.fields[key].(string)
	if !ok {
		o.fail(key, "want a string")
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
	o.fail(key, "want one of %q", values)
	return 0
}

// number reads a whole number from low to high; absent is the fallback.
func (o *object) number(key string, low, high, fallback int) int {
	if !o.has(key) {
		return fallback
	}
	return o.whole(key, o.fields[key], low, high)
}

func (o *object) whole(key string, value any, low, high int) int {
	number, _ := value.(json.Number)
	n, err := strconv.Atoi(string(number))
	if err != nil || n < low || n > high {
		o.fail(key, "want a whole number from %d to %d", low, high)
		return low
	}
	return n
}

// list reads an array; absent is nil.
func (o *object) list(key string) []any {
	if !o.has(key) {
		return nil
	}
	list, ok := o.fields[key].([]any)
	if !ok {
		o.fail(key, "want a list")
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
		o.fail(key, "want an object")
	}
	return newObject(o.path+key+".", fields, o.err)
}

// children reads an array of objects, whose names are unique.
func (o *object) children(key string) []*object {
	var out []*object
	names := map[string]bool{}
	for i, value := range o.list(key) {
		fields, ok := value.(map[string]any)
		if !ok {
			o.fail(key, "entry %d is not an object", i)
		}
		c := newObject(fmt.Sprintf("%s%s[%d].", o.path, key, i), fields, o.err)
		if c.has("name") {
			name := c.text("name")
			if names[name] {
				c.fail("name", "used twice")
			}
			names[name] = true
		}
		out = append(out, c)
	}
	return out
}
