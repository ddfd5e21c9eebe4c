// Package strict reads JSON documents strictly: unknown keys, keys in another letter case, keys that stand twice and values of
// the wrong type are errors, each with its path in the document, and all of them come at once. Sizes are limited
// before anything is made of a document.
//
// [Parse] makes a tree of a document. A [Reader] has targets that take the values of a tree and collects what does not fit:
//
//	tree, errs := strict.Parse(data)
//	if tree == nil {
//		return errs
//	}
//	r := &strict.Reader{Problems: errs}
//	r.Object(map[string]strict.Target{"name": r.Text(&p.Name), "windows": strict.Items(r, &p.Windows, 100, window)})(*tree, "")
//	return r.Problems.Err()
package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/casement-go/casement/tz"
)

// The limits of a document.
const (
	MaxDocument = 4 << 20 // bytes
	MaxValues   = 1 << 20 // values of all kinds together
	MaxKeys     = 100     // keys of one object
	MaxDepth    = 16      // levels of nesting
	MaxProblems = 1000    // problems that are listed
)

// A Value is a JSON value as it stands in the document: encoding/json alone would match keys in any letter case, keep the
// last of two equal keys and stop at the first error.
type Value struct {
	Kind  Kind
	Text  string   // of a text; of a number as it is written; of a boolean
	Keys  []string // of an object, in order, each once
	Items []Value  // of an object, by key; of a list
}

// A Kind is a type of JSON value.
type Kind uint8

// The kinds of values.
const (
	Null Kind = iota
	Boolean
	Number
	Text
	List
	Object
)

// String returns the kind with its article, for error messages.
func (k Kind) String() string {
	return [...]string{"null", "a boolean", "a number", "a text", "a list", "an object"}[k]
}

// Get returns the value of a key of an object: null where there is none.
func (v *Value) Get(key string) Value {
	if i := slices.Index(v.Keys, key); i >= 0 {
		return v.Items[i]
	}
	return Value{}
}

// Has reports whether an object has the key with a value other than null.
func (v *Value) Has(key string) bool { return v.Get(key).Kind != Null }

// Parse reads a document as a tree. Duplicate keys are reported and the first of them kept; anything that is not JSON
// ends the reading, with no tree.
func Parse(data []byte) (*Value, tz.Errors) {
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
	p := &parser{dec: json.NewDecoder(bytes.NewReader(data))}
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

type parser struct {
	dec    *json.Decoder
	values int // read so far
	errs   tz.Errors
}

// value reads the next value, which stands at path, depth levels down.
func (p *parser) value(path string, depth int) (Value, error) {
	if depth > MaxDepth {
		return Value{}, &tz.Error{Code: tz.TooLarge, Path: path, Detail: fmt.Sprintf("the document is nested more than %d levels deep", MaxDepth)}
	}
	if p.values++; p.values > MaxValues {
		return Value{}, &tz.Error{Code: tz.TooLarge, Path: path, Detail: fmt.Sprintf("the document has more than %d values", MaxValues)}
	}
	token, err := p.dec.Token()
	if err != nil {
		return Value{}, err
	}
	switch t := token.(type) {
	case nil:
		return Value{Kind: Null}, nil
	case bool:
		return Value{Kind: Boolean, Text: strconv.FormatBool(t)}, nil
	case json.Number:
		return Value{Kind: Number, Text: t.String()}, nil
	case string:
		return Value{Kind: Text, Text: t}, nil
	}
	v := Value{Kind: List}
	if token == json.Delim('{') {
		v.Kind = Object
	}
	for p.dec.More() {
		at := Index(path, len(v.Items))
		if v.Kind == Object {
			token, err := p.dec.Token()
			if err != nil {
				return Value{}, err
			}
			key := token.(string)
			at = Join(path, key)
			if slices.Contains(v.Keys, key) {
				if len(p.errs) > MaxProblems {
					return Value{}, &tz.Error{Code: tz.TooLarge, Path: path, Detail: "too many keys stand twice"}
				}
				p.errs = append(p.errs, &tz.Error{Code: tz.DuplicateKey, Path: at, Detail: "this key stands twice in one object"})
				if _, err := p.value(at, depth+1); err != nil {
					return Value{}, err
				}
				continue
			}
			if len(v.Keys) == MaxKeys {
				return Value{}, &tz.Error{Code: tz.TooLarge, Path: path, Detail: fmt.Sprintf("an object has more than %d keys", MaxKeys)}
			}
			v.Keys = append(v.Keys, key)
		}
		item, err := p.value(at, depth+1)
		if err != nil {
			return Value{}, err
		}
		v.Items = append(v.Items, item)
	}
	_, err = p.dec.Token() // the closing brace or bracket
	return v, err
}
