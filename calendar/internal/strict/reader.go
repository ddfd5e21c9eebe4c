package strict

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/casement-go/casement/tz"
)

// A Reader takes a tree apart and collects what does not fit.
type Reader struct{ Problems tz.Errors }

// A Target takes the value at a path.
type Target func(v Value, path string)

// Fail notes a problem.
func (r *Reader) Fail(code tz.Code, path, input, detail string) {
	if len(r.Problems) <= MaxProblems {
		r.Problems = append(r.Problems, &tz.Error{Code: code, Path: path, Input: input, Detail: detail})
	}
}

// Note notes problems that were found elsewhere.
func (r *Reader) Note(errs tz.Errors) {
	for _, e := range errs {
		if len(r.Problems) <= MaxProblems {
			r.Problems = append(r.Problems, e)
		}
	}
}

// Expect reports whether v is of kind k, and notes where it is not.
func (r *Reader) Expect(k Kind, v Value, path string) bool {
	if v.Kind != k {
		r.Fail(tz.WrongType, path, v.Text, fmt.Sprintf("%s is expected here, not %s", k, v.Kind))
		return false
	}
	return true
}

// Object returns a target that takes an object with these keys and no others. Keys with null count as absent.
func (r *Reader) Object(targets map[string]Target) Target {
	return func(v Value, path string) {
		if !r.Expect(Object, v, path) {
			return
		}
		for i, key := range v.Keys {
			t, ok := targets[key]
			switch {
			case !ok:
				r.Fail(tz.UnknownKey, Join(path, key), "", unknownKey(key, targets))
			case v.Items[i].Kind != Null:
				t(v.Items[i], Join(path, key))
			}
		}
	}
}

// Partly returns a target that takes an object with these keys and does not look at others, except where one of them differs from
// these in letter case only.
func (r *Reader) Partly(targets map[string]Target) Target {
	return func(v Value, path string) {
		if !r.Expect(Object, v, path) {
			return
		}
		for i, key := range v.Keys {
			if t, ok := targets[key]; ok {
				if v.Items[i].Kind != Null {
					t(v.Items[i], Join(path, key))
				}
			} else if like := inOtherCase(key, targets); like != "" {
				r.Fail(tz.UnknownKey, Join(path, key), "", "keys are exact: write "+like)
			}
		}
	}
}

func unknownKey(key string, targets map[string]Target) string {
	if like := inOtherCase(key, targets); like != "" {
		return "keys are exact: write " + like
	}
	var known []string
	for k := range targets {
		known = append(known, k)
	}
	slices.Sort(known)
	return "there is no such key here: the keys are " + strings.Join(known, ", ")
}

func inOtherCase(key string, targets map[string]Target) string {
	for k := range targets {
		if strings.EqualFold(k, key) {
			return k
		}
	}
	return ""
}

// Pointer returns a target that makes a new T and reads it.
func Pointer[T any](to **T, read func(*T) Target) Target {
	return func(v Value, path string) {
		*to = new(T)
		read(*to)(v, path)
	}
}

// Items returns a target that takes a list of at most limit T. An empty list is not nil.
func Items[T any](r *Reader, to *[]T, limit int, read func(*T) Target) Target {
	return func(v Value, path string) {
		if !r.Expect(List, v, path) {
			return
		}
		*to = make([]T, min(len(v.Items), limit))
		if len(v.Items) > limit {
			r.Fail(tz.TooLarge, path, "", fmt.Sprintf("this list has %d entries: at most %d are read", len(v.Items), limit))
			return
		}
		for i, item := range v.Items {
			read(&(*to)[i])(item, Index(path, i))
		}
	}
}

// Ignore is a target that takes anything.
func Ignore(Value, string) {}

// Text returns a target that takes any text.
func (r *Reader) Text(to *string) Target {
	return func(v Value, path string) {
		if r.Expect(Text, v, path) {
			*to = v.Text
		}
	}
}

// Word returns a target that takes a text that says something.
func (r *Reader) Word(to *string) Target {
	return func(v Value, path string) {
		if !r.Expect(Text, v, path) {
			return
		}
		if *to = v.Text; v.Text == "" {
			r.Fail(tz.Empty, path, "", "this text is empty: leave the key out if it says nothing")
		}
	}
}

// Bool returns a target that takes true or false.
func (r *Reader) Bool(to *bool) Target {
	return func(v Value, path string) {
		if r.Expect(Boolean, v, path) {
			*to = v.Text == "true"
		}
	}
}

// Integer returns a target that takes a whole number.
func (r *Reader) Integer(to *int) Target {
	return func(v Value, path string) {
		if !r.Expect(Number, v, path) {
			return
		}
		n, err := strconv.Atoi(v.Text)
		switch {
		case err == nil:
			*to = n
		case strings.ContainsAny(v.Text, ".eE"):
			r.Fail(tz.WrongType, path, v.Text, "a whole number is expected here, without point or exponent")
		default:
			r.Fail(tz.OutOfRange, path, v.Text, "this number is too large")
		}
	}
}

// Count returns a target that takes a whole number other than 0, which stands for absent.
func (r *Reader) Count(to *int) Target {
	return func(v Value, path string) {
		n := len(r.Problems)
		if r.Integer(to)(v, path); *to == 0 && len(r.Problems) == n {
			r.Fail(tz.OutOfRange, path, v.Text, "0 is not possible here")
		}
	}
}
