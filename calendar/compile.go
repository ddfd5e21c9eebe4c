package calendar

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// An Option says something about the environment in which a policy is compiled. No option changes what a document means.
type Option func(*compiler)

// WithDatabase takes zones from db in the place of the host's tz database: pinned tz data, say.
func WithDatabase(db *tz.Database) Option { return func(c *compiler) { c.database = db } }

// WithLocal lets documents name the zone Local and makes it this one. Without it, Local is an error: the same document must
// not mean one thing here and another there.
func WithLocal(zone tz.Zone) Option { return func(c *compiler) { c.local = &zone } }

// Compile checks a policy and returns its calendar. All problems are reported at once, as [tz.Errors] whose paths are those of
// the document (windows[1].schedule.cron).
//
// It takes some microseconds a window; a zone that is asked for the first time is loaded from disk.
func Compile(p Policy, opts ...Option) (*Calendar, error) {
	c := newCompiler(opts)
	cal := c.policy(&p)
	if len(c.form)+len(c.meaning) > 0 {
		return nil, strict.Merge(c.problems())
	}
	return cal, nil
}

// MustCompile is Compile for policies known to be right, in tests and examples. It panics where Compile fails.
func MustCompile(p Policy, opts ...Option) *Calendar {
	cal, err := Compile(p, opts...)
	if err != nil {
		panic(err)
	}
	return cal
}

// A compiler turns a Policy into a Calendar and collects what is wrong with it: with the form of one text, or with what texts
// mean together.
type compiler struct {
	database *tz.Database // nil: zones are not looked up, and no calendar comes out
	local    *tz.Zone
	version  string // of the tz database that zones came from
	pool     *Pool  // nil: nothing is shared

	shut []blackedOut // the blackouts that have been compiled so far

	form, meaning tz.Errors
}

func newCompiler(opts []Option) *compiler {
	c := &compiler{database: tz.System()}
	for _, opt := range opts {
		opt(c)
	}
	return c
}

func (c *compiler) fail(code tz.Code, path, input, detail string) {
	if len(c.meaning) <= MaxProblems {
		c.meaning = append(c.meaning, &tz.Error{Code: code, Path: path, Input: input, Detail: detail})
	}
}

// problems returns all that is wrong: the form of texts, and what texts mean together unless that only repeats that the form of
// one is wrong.
func (c *compiler) problems() tz.Errors {
	form := make(map[string]bool)
	for _, e := range c.form {
		form[e.Path] = true
	}
	all := c.form
	for _, e := range c.meaning {
		if !form[e.Path] {
			all = append(all, e)
		}
	}
	return all
}

// note notes the problems of err, whose paths lie below path, and reports whether there are any.
func (c *compiler) note(path string, err error) bool {
	problems := tz.Join(path, err)
	c.meaning = append(c.meaning, problems[:min(len(problems), MaxProblems)]...)
	return len(problems) > 0
}

// leaf returns what parse makes of the text of a key below path: the zero T if the text is empty. It notes where the form is wrong.
func leaf[T any](c *compiler, path, key, text string, parse func(string) (T, error)) T {
	v, err := parsed(text, parse)
	if err != nil {
		c.malformed(join(path, key), err)
	}
	return v
}

// leafAt is leaf for a text whose own path is known.
func leafAt[T any](c *compiler, path, text string, parse func(string) (T, error)) T {
	v, err := parsed(text, parse)
	c.malformed(path, err)
	return v
}

func parsed[T any](text string, parse func(string) (T, error)) (v T, err error) {
	if text == "" {
		return v, nil
	}
	return parse(text)
}

// malformed notes that the form of the text at path is wrong, if err says so.
func (c *compiler) malformed(path string, err error) {
	if len(c.form) <= MaxProblems {
		c.form = append(c.form, tz.Join(path, err)...)
	}
}

// policy compiles the whole. It returns nil where something is wrong.
func (c *compiler) policy(p *Policy) *Calendar {
	c.texts("", p.Name, p.Description)
	zone := c.zone("", p.UTCOffset, p.TimeZone)
	if p.Windows == nil {
		c.fail(tz.Missing, "windows", "", "a policy needs its windows, at least an empty list")
	}
	if len(p.Windows) > MaxWindows {
		c.fail(tz.TooLarge, "windows", "", "a policy has at most "+strconv.Itoa(MaxWindows)+" windows")
		return nil
	}
	elsewhere := false // some window states a zone of its own
	cal := &Calendar{name: p.Name, windows: make([]opening, len(p.Windows))}
	for i := range p.Windows {
		w := &p.Windows[i]
		elsewhere = elsewhere || w.UTCOffset != "" || w.TimeZone != ""
		at := index("windows", i)
		cal.windows[i] = c.window(at, w, zone)
		if cutoff := c.duration(join(at, "cutoff"), w.Cutoff); cutoff != 0 {
			if cal.cutoffs == nil {
				cal.cutoffs = make([]int32, len(p.Windows))
			}
			cal.cutoffs[i] = int32(cutoff / time.Second)
		}
	}
	shortest := c.duration("minDuration", p.MinDuration)
	c.unique("windows", len(p.Windows), func(i int) string { return p.Windows[i].Name })

	needsZone := elsewhere && p.UTCOffset == "" && p.TimeZone == ""
	own := int32(len(c.shut))
	shut := c.blackouts("", p.NotAllowedDates, p.NotAllowedTime, zone, needsZone)
	if len(c.form)+len(c.meaning) > 0 || c.database == nil {
		return nil
	}
	cal.blackouts, cal.own = slices.Clip(c.shut), own
	cal.version, cal.shut = c.version, shut
	timelines := make([]window.Timeline, len(cal.windows))
	for i := range cal.windows {
		timelines[i] = cal.windows[i].timeline
	}
	cal.timeline = window.Union(timelines...).Subtract(shut)
	if shortest != 0 {
		cal.whole = cal.timeline
		cal.timeline = cal.whole.AtLeast(shortest)
	}
	return cal
}

// zone returns the zone that a policy or a window states, UTC if it states none.
func (c *compiler) zone(path, offset, name string) tz.Zone {
	if offset != "" && name != "" {
		c.fail(tz.Conflict, join(path, "timeZone"), name, "a zone is stated as utcOffset or as timeZone, not both")
	}
	o := leaf(c, path, "utcOffset", offset, tz.ParseOffset)
	if name == "" {
		return o.Zone()
	}
	return leaf(c, path, "timeZone", name, func(name string) (tz.Zone, error) {
		switch {
		case name == "Local" && c.local != nil:
			return *c.local, nil
		case name == "Local" && c.database == nil:
			return tz.Zone{}, nil // Compile decides
		case c.database == nil:
			return tz.Zone{}, tz.CheckName(name)
		}
		zone, err := c.database.Zone(name)
		c.version = cmp.Or(c.version, zone.Version())
		return zone, err
	})
}

// texts checks a name and a description.
func (c *compiler) texts(path, name, description string) {
	if len(name) > MaxName {
		c.fail(tz.TooLarge, join(path, "name"), name, "a name has at most "+strconv.Itoa(MaxName)+" bytes")
	}
	if len(description) > MaxText {
		c.fail(tz.TooLarge, join(path, "description"), description, "a description has at most "+strconv.Itoa(MaxText)+" bytes")
	}
}

// unique reports the names that stand twice in a list of n entries.
func (c *compiler) unique(path string, n int, name func(int) string) {
	seen := make(map[string]int, n)
	for i := range n {
		name := name(i)
		if first, ok := seen[name]; ok && name != "" {
			c.fail(tz.Duplicate, index(path, i)+".name", name, "the name is also that of "+index(path, first))
			continue
		}
		seen[name] = i
	}
}

func index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// single reports whether exactly one of the keys below path is present, and otherwise notes that it is not.
func (c *compiler) single(path string, present map[string]bool, keys ...string) bool {
	var found []string
	for _, key := range keys {
		if present[key] {
			found = append(found, key)
		}
	}
	switch len(found) {
	case 1:
		return true
	case 0:
		c.fail(tz.Missing, path, "", "one of "+strings.Join(keys, ", ")+" is required here")
	default:
		c.fail(tz.Conflict, join(path, found[1]), "", "only one of "+strings.Join(keys, ", ")+" can be here, not "+strings.Join(found, " and "))
	}
	return false
}
