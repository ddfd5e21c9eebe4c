package strict_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// problem is what tests compare of an error.
type problem struct {
	code tz.Code
	path string
}

func problems(errs tz.Errors) (list []problem) {
	for _, e := range errs {
		list = append(list, problem{e.Code, e.Path})
	}
	return list
}

func check(t *testing.T, what string, errs tz.Errors, want ...problem) {
	t.Helper()
	if got := problems(errs); !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// Each target takes values of its kind and refuses others, with the path.
func TestTargets(t *testing.T) {
	var text, word string
	var yes bool
	var number, count int
	for _, c := range []struct {
		key, value string
		want       []problem
		holds      func() bool // what has been taken
	}{
		{"text", `"a"`, nil, func() bool { return text == "a" }},
		{"text", `""`, nil, func() bool { return text == "" }},
		{"text", `1`, []problem{{tz.WrongType, "text"}}, nil},
		{"word", `"a"`, nil, func() bool { return word == "a" }},
		{"word", `""`, []problem{{tz.Empty, "word"}}, nil},
		{"word", `["a"]`, []problem{{tz.WrongType, "word"}}, nil},
		{"yes", `true`, nil, func() bool { return yes }},
		{"yes", `false`, nil, func() bool { return !yes }},
		{"yes", `"true"`, []problem{{tz.WrongType, "yes"}}, nil},
		{"number", `-7`, nil, func() bool { return number == -7 }},
		{"number", `0`, nil, func() bool { return number == 0 }},
		{"number", `7.0`, []problem{{tz.WrongType, "number"}}, nil},
		{"number", `1e2`, []problem{{tz.WrongType, "number"}}, nil},
		{"number", `1E2`, []problem{{tz.WrongType, "number"}}, nil},
		{"number", `99999999999999999999`, []problem{{tz.OutOfRange, "number"}}, nil},
		{"number", `"7"`, []problem{{tz.WrongType, "number"}}, nil},
		{"count", `7`, nil, func() bool { return count == 7 }},
		{"count", `0`, []problem{{tz.OutOfRange, "count"}}, nil},
		{"count", `0.5`, []problem{{tz.WrongType, "count"}}, nil},
		{"any", `{"a":[1,{"b":null}]}`, nil, func() bool { return true }},
	} {
		text, word, yes, number, count = "?", "?", c.value != "true", 1, 0
		tree, errs := strict.Parse([]byte(`{"` + c.key + `":` + c.value + `}`))
		if tree == nil || errs != nil {
			t.Fatal(c.value, errs)
		}
		r := &strict.Reader{}
		r.Object(map[string]strict.Target{"text": r.Text(&text), "word": r.Word(&word), "yes": r.Bool(&yes), "number": r.Integer(&number),
			"count": r.Count(&count), "any": strict.Ignore})(*tree, "")
		check(t, c.key+" "+c.value, r.Problems, c.want...)
		if c.holds != nil && !c.holds() {
			t.Errorf("%s %s: not taken", c.key, c.value)
		}
	}
}

// An object has the keys that are asked for, in this letter case, and no others; null counts as absent.
func TestObjectAndItems(t *testing.T) {
	type point struct{ x, y int }
	read := func(doc string) (list []point, one *point, errs tz.Errors) {
		tree, errs := strict.Parse([]byte(doc))
		if tree == nil {
			return nil, nil, errs
		}
		r := &strict.Reader{Problems: errs}
		entry := func(p *point) strict.Target {
			return r.Object(map[string]strict.Target{"x": r.Integer(&p.x), "y": r.Integer(&p.y)})
		}
		r.Object(map[string]strict.Target{"list": strict.Items(r, &list, 3, entry), "one": strict.Pointer(&one, entry)})(*tree, "")
		return list, one, r.Problems
	}
	list, one, errs := read(`{"list":[{"x":1,"y":2},{},{"y":3,"x":null}],"one":{"y":4}}`)
	if !slices.Equal(list, []point{{1, 2}, {}, {0, 3}}) || one == nil || *one != (point{0, 4}) || errs != nil {
		t.Errorf("%v %v %v", list, one, errs)
	}
	if list, one, errs = read(`{"list":null,"one":null}`); list != nil || one != nil || errs != nil {
		t.Errorf("null: %v %v %v", list, one, errs)
	}
	if list, _, errs = read(`{"list":[]}`); list == nil || len(list) != 0 || errs != nil {
		t.Errorf("an empty list: %v %v", list, errs)
	}
	for doc, want := range map[string][]problem{
		`{"list":[{},{"z":1},{"X":1}]}`:    {{tz.UnknownKey, "list[1].z"}, {tz.UnknownKey, "list[2].X"}},
		`{"list":[{},{},{},{}]}`:           {{tz.TooLarge, "list"}},
		`{"list":{}}`:                      {{tz.WrongType, "list"}},
		`{"list":[1]}`:                     {{tz.WrongType, "list[0]"}},
		`{"one":[]}`:                       {{tz.WrongType, "one"}},
		`{"one":{"x":"1"},"a b":null}`:     {{tz.WrongType, "one.x"}, {tz.UnknownKey, `["a b"]`}},
		`{"one":{},"one":{"x":1,"z":2}}`:   {{tz.DuplicateKey, "one"}},
		`{"one":{"x":1,"x":{"a":[true]}}}`: {{tz.DuplicateKey, "one.x"}},
		`[]`:                               {{tz.WrongType, ""}},
	} {
		_, _, errs := read(doc)
		check(t, doc, errs, want...)
	}
}

// The part of an object that a reader looks at must be one.
func TestPartlyExpectsAnObject(t *testing.T) {
	r := &strict.Reader{}
	name := "?"
	r.Partly(map[string]strict.Target{"name": r.Text(&name)})(strict.Value{Kind: strict.List}, "metadata")
	check(t, "a list", r.Problems, problem{tz.WrongType, "metadata"})
	r.Problems = nil
	r.Partly(map[string]strict.Target{"name": r.Text(&name)})(strict.Value{Kind: strict.Object, Keys: []string{"name"}, Items: []strict.Value{{}}}, "metadata")
	if check(t, "null", r.Problems); name != "?" {
		t.Errorf("null is taken as %q", name)
	}
}

// What is not JSON, or is too much of it, ends the reading where it stands; what was wrong before is told as well.
func TestParseRefuses(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	keys := func(n int) string {
		var list []string
		for i := range n {
			list = append(list, fmt.Sprintf(`"k%d":0`, i))
		}
		return "{" + strings.Join(list, ",") + "}"
	}
	twice := func(n int) string { return `{"a":0` + strings.Repeat(`,"a":0`, n) + "}" }
	for _, c := range []struct {
		what, doc string
		offset    int
		want      []problem
	}{
		{"nothing", ``, 0, []problem{{tz.Syntax, ""}}},
		{"no end", `{"a":`, 5, []problem{{tz.Syntax, ""}}},
		{"no end of a list", `[1`, 2, []problem{{tz.Syntax, ""}}},
		{"a word", `{"a":nul}`, 5, []problem{{tz.Syntax, ""}}},
		{"a key that is no text", `{1:2}`, 1, []problem{{tz.Syntax, ""}}},
		{"no end in a repeated key", `{"a":1,"a":`, 11, []problem{{tz.DuplicateKey, "a"}, {tz.Syntax, ""}}},
		{"something behind", `{} {}`, 4, []problem{{tz.Syntax, ""}}},
		{"no UTF-8", "{\"a\uFFFD\":\"\xff\"}", 9, []problem{{tz.Syntax, ""}}},
		{"half a rune at the end", "{}\xe2\x82", 2, []problem{{tz.Syntax, ""}}},
		{"too long", strings.Repeat(" ", strict.MaxDocument+1), 0, []problem{{tz.TooLarge, ""}}},
		{"too deep", deep(strict.MaxDepth + 2), 0, []problem{{tz.TooLarge, strings.Repeat("[0]", strict.MaxDepth+1)}}},
		{"too many keys", keys(strict.MaxKeys + 1), 0, []problem{{tz.TooLarge, ""}}},
		{"too many values", "[" + strings.Repeat("0,", strict.MaxValues) + "0]", 0, []problem{{tz.TooLarge, fmt.Sprintf("[%d]", strict.MaxValues-1)}}},
	} {
		tree, errs := strict.Parse([]byte(c.doc))
		if tree != nil {
			t.Errorf("%s is read", c.what)
		}
		if check(t, c.what, errs, c.want...); len(errs) > 0 && c.want[len(c.want)-1].code == tz.Syntax && errs[len(errs)-1].Offset != c.offset {
			t.Errorf("%s: at byte %d, want %d", c.what, errs[len(errs)-1].Offset, c.offset)
		}
	}
	for what, doc := range map[string]string{
		"as long as can be": "1" + strings.Repeat(" ", strict.MaxDocument-1), "as deep as can be": deep(strict.MaxDepth + 1), "as many keys as can be": keys(strict.MaxKeys),
		"a replacement character": "\"\uFFFD\"",
	} {
		if tree, errs := strict.Parse([]byte(doc)); tree == nil || errs != nil {
			t.Errorf("%s: %v", what, errs)
		}
	}
	if tree, errs := strict.Parse([]byte(twice(strict.MaxProblems + 1))); tree == nil || len(errs) != strict.MaxProblems+1 {
		t.Errorf("%d problems", len(errs))
	}
	if tree, errs := strict.Parse([]byte(twice(strict.MaxProblems + 2))); tree != nil || len(errs) != strict.MaxProblems+2 || errs[len(errs)-1].Code != tz.TooLarge {
		t.Errorf("%d problems", len(errs))
	}
}

// A reader lists so many problems, and one more that says that there are others.
func TestProblemsAreLimited(t *testing.T) {
	r := &strict.Reader{}
	var many tz.Errors
	for i := range 2 * strict.MaxProblems {
		r.Fail(tz.Empty, strict.Index("list", i), "", "")
		many = append(many, &tz.Error{Code: tz.Empty, Path: strict.Index("more", i)})
	}
	if len(r.Problems) != strict.MaxProblems+1 {
		t.Errorf("%d problems", len(r.Problems))
	}
	if r.Note(many); len(r.Problems) != strict.MaxProblems+1 {
		t.Errorf("%d problems after those from elsewhere", len(r.Problems))
	}
	other := &strict.Reader{}
	if other.Note(many); len(other.Problems) != strict.MaxProblems+1 || other.Problems[0] != many[0] {
		t.Errorf("%d problems from elsewhere", len(other.Problems))
	}
	all := strict.Merge(r.Problems)
	if len(all) != strict.MaxProblems+1 || all[strict.MaxProblems].Code != tz.TooLarge || all[strict.MaxProblems-1].Path != strict.Index("list", strict.MaxProblems-1) {
		t.Errorf("merged, %d problems", len(all))
	}
	if all := strict.Merge(many[:strict.MaxProblems]); len(all) != strict.MaxProblems || all[strict.MaxProblems-1].Code != tz.Empty {
		t.Errorf("as many as are listed become %d problems", len(all))
	}
}

// A problem that lies where an earlier one does, above it or below it, is a consequence of that.
func TestMerge(t *testing.T) {
	of := func(paths ...string) (errs tz.Errors) {
		for _, p := range paths {
			errs = append(errs, &tz.Error{Code: tz.Empty, Path: p})
		}
		return errs
	}
	for _, c := range []struct{ first, second, want tz.Errors }{
		{nil, nil, nil},
		{of("a", "a.b"), nil, of("a", "a.b")}, // of one list all stay
		{of("a"), of("a", "b"), of("a", "b")},
		{of("a.b"), of("a", "a.c"), of("a.b", "a.c")},
		{of("a"), of("a.b", "a[0]", "ab"), of("a", "ab")},
		{of("a[1]"), of("a[1].b", "a[10]", "a"), of("a[1]", "a[10]")},
		{of(""), of("a", ""), of("")},
		{of("a"), of(""), of("a")},
	} {
		check(t, fmt.Sprint(problems(c.first), problems(c.second)), strict.Merge(c.first, c.second), problems(c.want)...)
	}
}

// A key that would not read well in a path is quoted, and cut where it is long.
func TestJoin(t *testing.T) {
	long := strings.Repeat("!", 300)
	for _, c := range []struct{ path, key, want string }{
		{"", "a", "a"}, {"a", "b", "a.b"}, {"a[0]", "aZ09_-", "a[0].aZ09_-"}, {"", "", ""}, {"a", "b.c", `a["b.c"]`}, {"", `"`, `["\""]`},
		{"a", "`", "a[\"`\"]"}, {"a", "{", `a["{"]`}, {"a", "@", `a["@"]`}, {"a", "/", `a["/"]`}, {"a", ":", `a[":"]`}, {"a", "é", `a["é"]`},
		{"a", long, `a["` + long[:256] + `"]`},
	} {
		if got := strict.Join(c.path, c.key); got != c.want {
			t.Errorf("%s and %s: %s, want %s", c.path, c.key, got, c.want)
		}
	}
	if got := strict.Index("a", 12); got != "a[12]" {
		t.Error(got)
	}
}

func TestKindString(t *testing.T) {
	for k, want := range map[strict.Kind]string{strict.Null: "null", strict.Boolean: "a boolean", strict.Number: "a number", strict.Text: "a text",
		strict.List: "a list", strict.Object: "an object"} {
		if k.String() != want {
			t.Errorf("%d is %q, want %q", k, k, want)
		}
	}
}

// What lies in a list of the policy lies in the list of the document that takes its place.
func TestPlacesOfAList(t *testing.T) {
	p := strict.Places{"notAllowedDates": "spec.freezes", "notAllowedDates[1]": "spec.holiday"}
	for path, want := range map[string]string{
		"notAllowedDates": "spec.freezes", "notAllowedDates[0]": "spec.freezes[0]", "notAllowedDates[2].start": "spec.freezes[2].start",
		"notAllowedDates[1].end": "spec.holiday.end", "notAllowedDatesToo": "notAllowedDatesToo",
	} {
		if got := p.Of(path); got != want {
			t.Errorf("%s is at %s, want %s", path, got, want)
		}
	}
}
