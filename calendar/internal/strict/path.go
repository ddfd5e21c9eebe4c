package strict

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/casement-go/casement/tz"
)

// maxQuoted is how many bytes of a strange key a path repeats.
const maxQuoted = 256

// Join returns the path of a key below path. A key that would not read well in one is quoted.
func Join(path, key string) string {
	for i := range len(key) {
		if c := key[i]; !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-') {
			return path + "[" + strconv.Quote(key[:min(len(key), maxQuoted)]) + "]"
		}
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

// Index returns the path of an entry of the list at path.
func Index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// Merge returns the problems of the first list, and those of later ones that are not mere consequences of an earlier one: at the
// same place, above it or below it. It ends the list after MaxProblems.
func Merge(lists ...tz.Errors) tz.Errors {
	var all tz.Errors
	for _, errs := range lists {
		known := len(all)
		for _, e := range errs[:min(len(errs), MaxProblems+1)] {
			if !slices.ContainsFunc(all[:known], func(k *tz.Error) bool { return related(k.Path, e.Path) }) {
				all = append(all, e)
			}
		}
	}
	if len(all) > MaxProblems {
		all = append(all[:MaxProblems:MaxProblems], &tz.Error{Code: tz.TooLarge, Detail: fmt.Sprintf("and more: only the first %d problems are listed", MaxProblems)})
	}
	return all
}

// related reports whether one of two paths is the other or lies below it.
func related(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return below(b, a)
}

// below reports whether path is root or lies below it.
func below(path, root string) bool {
	return strings.HasPrefix(path, root) && (root == "" || len(path) == len(root) || path[len(root)] == '.' || path[len(root)] == '[')
}

// Places says where the parts of a policy stand in the document that it was made of: by the path of a part in the policy, its
// path in the document. A part that has no entry stands where the whole does that it belongs to.
type Places map[string]string

// Of returns where in the document a path of the policy is: the place of the longest part of the path that has one, and the
// rest of the path behind it.
func (p Places) Of(path string) string {
	for end := len(path); end > 0; end = strings.LastIndexAny(path[:end], ".[") {
		if at, ok := p[path[:end]]; ok {
			return under(at, path[end:])
		}
	}
	return under(p[""], path)
}

// under returns the path of what lies at rest below root.
func under(root, rest string) string {
	switch rest = strings.TrimPrefix(rest, "."); {
	case root == "" || rest == "":
		return root + rest
	case rest[0] == '[':
		return root + rest
	}
	return root + "." + rest
}

// Translate returns problems of the policy as problems of the document.
func (p Places) Translate(err error) tz.Errors {
	errs := tz.Join("", err)
	for i, e := range errs {
		moved := *e
		moved.Path = p.Of(e.Path)
		errs[i] = &moved
	}
	return errs
}
