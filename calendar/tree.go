package calendar

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/casement-go/casement/tz"
)

// A value is a JSON value as it stands in the document: encoding/json alone would match keys in any letter case, keep the
// last of two equal keys and stop at the first error.
type value struct {
	kind  kind
	text  string   // of a text; of a number as it is written; of a boolean
	keys  []string // of an object, in order, each once
	items []value  // of an object, by key; of a list
}

type kind uint8

const (
	null kind = iota
	boolean
	number
	text
	list
	object
)

// String returns the kind with its article, for error messages.
func (k kind) String() string {
	return [...]string{"null", "a boolean", "a number", "a text", "a list", "an object"}[k]
}

// parseTree reads a document as a tree. Duplicate keys are reported and the first of them kept; anything that is not JSON
// ends the reading, with no tree.
func parseTree(data []byte) (*value, tz.Errors) {
	if len(data) > MaxDocument {
		return nil, tz.Errors{{Code: tz.TooLarge, Detail: fmt.Sprintf("the document has %d bytes: at most %d are read", len(data), MaxDocument)}}
	}
	if !utf8.Valid(data) {
		at := 0
		for r, n := utf8.DecodeRune(data); r != utf8.RuneError || n > 1; r, n = utf8.DecodeRune(data[at:]) {
			at += n
		}
		return nil, tz.Errors{{Code: tz.Syntax, Offset: at, Detail: "the document is not valid UTF-8"}}
	}
	p := &treeParser{dec: json.NewDecoder(bytes.NewReader(data))}
	p.dec.UseNumber()
	v, err := p.value("", 0)
	if err == nil {
		if _, end := p.dec.Token(); end != io.EOF {
			err = &tz.Error{Code: tz.Syntax, Offset: int(p.dec.InputOffset()), Detail: "the document goes on behind its closing brace"}
		}
	}
	if err != nil {
		var own *tz.Error
		if !errors.As(err, &own) {
			own = &tz.Error{Code: tz.Syntax, Offset: int(p.dec.InputOffset()), Detail: syntaxDetail(err)}
		}
		return nil, append(p.errs, own)
	}
	return &v, p.errs
}

func syntaxDetail(err error) string {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return "the document is not JSON: it ends too early"
	}
	return "the document is not JSON: " + err.Error()
}

type treeParser struct {
	dec    *json.Decoder
	values int // read so far
	errs   tz.Errors
}

// value reads the next value, which stands at path, depth levels down.
func (p *treeParser) value(path string, depth int) (value, error) {
	if depth > MaxDepth {
		return value{}, &tz.Error{Code: tz.TooLarge, Path: path, Detail: fmt.Sprintf("the document is nested more than %d levels deep", MaxDepth)}
	}
	if p.values++; p.values > MaxValues {
		return value{}, &tz.Error{Code: tz.TooLarge, Path: path, Detail: fmt.Sprintf("the document has more than %d values", MaxValues)}
	}
	token, err := p.dec.Token()
	if err != nil {
		return value{}, err
	}
	switch t := token.(type) {
	case nil:
		return value{kind: null}, nil
	case bool:
		return value{kind: boolean, text: strconv.FormatBool(t)}, nil
	case json.Number:
		return value{kind: number, text: t.String()}, nil
	case string:
		return value{kind: text, text: t}, nil
	}
	v := value{kind: list}
	if token == json.Delim('{') {
		v.kind = object
	}
	for p.dec.More() {
		at := fmt.Sprintf("%s[%d]", path, len(v.items))
		if v.kind == object {
			key, err := p.dec.Token()
			if err != nil {
				return value{}, err
			}
			at = join(path, key.(string))
			if v.has(key.(string)) {
				if len(p.errs) > MaxProblems {
					return value{}, &tz.Error{Code: tz.TooLarge, Path: path, Detail: "too many keys stand twice"}
				}
				p.errs = append(p.errs, &tz.Error{Code: tz.DuplicateKey, Path: at, Detail: "this key stands twice in one object"})
				if _, err := p.value(at, depth+1); err != nil {
					return value{}, err
				}
				continue
			}
			if len(v.keys) == MaxKeys {
				return value{}, &tz.Error{Code: tz.TooLarge, Path: path, Detail: fmt.Sprintf("an object has more than %d keys", MaxKeys)}
			}
			v.keys = append(v.keys, key.(string))
		}
		item, err := p.value(at, depth+1)
		if err != nil {
			return value{}, err
		}
		v.items = append(v.items, item)
	}
	_, err = p.dec.Token() // the closing brace or bracket
	return v, err
}

func (v *value) has(key string) bool {
	for _, k := range v.keys {
		if k == key {
			return true
		}
	}
	return false
}

// join returns the path of a key below path. A key that would not read well in one is quoted.
func join(path, key string) string {
	for i := range len(key) {
		if c := key[i]; !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-') {
			return path + "[" + strconv.Quote(key[:min(len(key), MaxName)]) + "]"
		}
	}
	if path == "" {
		return key
	}
	return path + "." + key
}
