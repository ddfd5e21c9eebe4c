package calendar

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/casement-go/casement/tz"
)

// Parse reads a policy document: strict JSON, in which an unknown key, a key in another letter case and a key that stands
// twice are errors, and null is the same as no key at all.
//
// It checks the form: that every value has its type and every text the form of what it says. What the values mean together
// is for [Compile] to check, so that a policy that does not compile can still be held and looked at. Where the form is
// wrong, all that is wrong is reported at once, as [tz.Errors] with a path each.
func Parse(data []byte) (Policy, error) {
	tree, errs := parseTree(data)
	if tree == nil {
		return Policy{}, errs
	}
	r := &reader{errs: errs}
	var p Policy
	r.policy(&p)(*tree, "")
	c := &compiler{}
	c.policy(&p)
	if len(r.errs)+len(c.form) > 0 {
		return Policy{}, merge(r.errs, c.form, c.meaning)
	}
	return p, nil
}

// merge returns the problems of first, and those of later that are not mere consequences of an earlier one: at the same
// place, above it or below it.
func merge(lists ...tz.Errors) tz.Errors {
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
	return strings.HasPrefix(b, a) && (a == "" || len(a) == len(b) || b[len(a)] == '.' || b[len(a)] == '[')
}

// A reader turns a tree into a Policy and collects what does not fit.
type reader struct{ errs tz.Errors }

// A target takes the value at a path.
type target func(v value, path string)

func (r *reader) fail(code tz.Code, path, input, detail string) {
	if len(r.errs) <= MaxProblems {
		r.errs = append(r.errs, &tz.Error{Code: code, Path: path, Input: input, Detail: detail})
	}
}

// expect reports whether v is of kind k, and that it is not.
func (r *reader) expect(k kind, v value, path string) bool {
	if v.kind != k {
		r.fail(tz.WrongType, path, v.text, fmt.Sprintf("%s is expected here, not %s", k, v.kind))
		return false
	}
	return true
}

// object returns a target that takes an object with these keys. Keys with null count as absent.
func (r *reader) object(targets map[string]target) target {
	return func(v value, path string) {
		if !r.expect(object, v, path) {
			return
		}
		for i, key := range v.keys {
			t, ok := targets[key]
			switch {
			case !ok:
				r.fail(tz.UnknownKey, join(path, key), "", unknownKey(key, targets))
			case v.items[i].kind != null:
				t(v.items[i], join(path, key))
			}
		}
	}
}

func unknownKey(key string, targets map[string]target) string {
	var known []string
	for k := range targets {
		if strings.EqualFold(k, key) {
			return "keys are exact: write " + k
		}
		known = append(known, k)
	}
	slices.Sort(known)
	return "there is no such key here: the keys are " + strings.Join(known, ", ")
}

// pointer returns a target that makes a new T and reads it.
func pointer[T any](to **T, read func(*T) target) target {
	return func(v value, path string) {
		*to = new(T)
		read(*to)(v, path)
	}
}

// items returns a target that takes a list of at most limit T. An empty list is not nil.
func items[T any](r *reader, to *[]T, limit int, read func(*T) target) target {
	return func(v value, path string) {
		if !r.expect(list, v, path) {
			return
		}
		*to = make([]T, min(len(v.items), limit))
		if len(v.items) > limit {
			r.fail(tz.TooLarge, path, "", fmt.Sprintf("this list has %d entries: at most %d are read", len(v.items), limit))
			return
		}
		for i, item := range v.items {
			read(&(*to)[i])(item, fmt.Sprintf("%s[%d]", path, i))
		}
	}
}

// text returns a target that takes any text.
func (r *reader) text(to *string) target {
	return func(v value, path string) {
		if r.expect(text, v, path) {
			*to = v.text
		}
	}
}

// word returns a target that takes a text that says something.
func (r *reader) word(to *string) target {
	return func(v value, path string) {
		if !r.expect(text, v, path) {
			return
		}
		if *to = v.text; v.text == "" {
			r.fail(tz.Empty, path, "", "this text is empty: leave the key out if it says nothing")
		}
	}
}

// integer returns a target that takes a whole number.
func (r *reader) integer(to *int) target {
	return func(v value, path string) {
		if !r.expect(number, v, path) {
			return
		}
		n, err := strconv.Atoi(v.text)
		switch {
		case err == nil:
			*to = n
		case strings.ContainsAny(v.text, ".eE"):
			r.fail(tz.WrongType, path, v.text, "a whole number is expected here, without point or exponent")
		default:
			r.fail(tz.OutOfRange, path, v.text, "this number is too large")
		}
	}
}

// count returns a target that takes a whole number other than 0, which a Policy uses for absent.
func (r *reader) count(to *int) target {
	return func(v value, path string) {
		n := len(r.errs)
		if r.integer(to)(v, path); *to == 0 && len(r.errs) == n {
			r.fail(tz.OutOfRange, path, v.text, "0 is not possible here")
		}
	}
}

func (r *reader) always(to *bool) target {
	return func(v value, path string) {
		if !r.expect(boolean, v, path) {
			return
		}
		if *to = v.text == "true"; !*to {
			r.fail(tz.OutOfRange, path, v.text, "always is true, or left out")
		}
	}
}

func (r *reader) policy(p *Policy) target {
	return r.object(map[string]target{
		"name":            r.text(&p.Name),
		"description":     r.text(&p.Description),
		"utcOffset":       r.word(&p.UTCOffset),
		"timeZone":        r.word(&p.TimeZone),
		"windows":         items(r, &p.Windows, MaxWindows, r.window),
		"notAllowedDates": items(r, &p.NotAllowedDates, MaxSpans, r.dateSpan),
		"notAllowedTime":  items(r, &p.NotAllowedTime, MaxSpans, r.timeSpan),
	})
}

func (r *reader) window(w *WindowSpec) target {
	return r.object(map[string]target{
		"name":            r.text(&w.Name),
		"description":     r.text(&w.Description),
		"schedule":        pointer(&w.Schedule, r.schedule),
		"span":            pointer(&w.Span, r.instantSpan),
		"always":          r.always(&w.Always),
		"startDate":       r.word(&w.StartDate),
		"endDate":         r.word(&w.EndDate),
		"startTime":       r.word(&w.StartTime),
		"anchor":          r.word(&w.Anchor),
		"gap":             r.word(&w.Gap),
		"overlap":         r.word(&w.Overlap),
		"durationHours":   r.count(&w.DurationHours),
		"duration":        r.word(&w.Duration),
		"endTime":         r.word(&w.EndTime),
		"utcOffset":       r.word(&w.UTCOffset),
		"timeZone":        r.word(&w.TimeZone),
		"notAllowedDates": items(r, &w.NotAllowedDates, MaxSpans, r.dateSpan),
		"notAllowedTime":  items(r, &w.NotAllowedTime, MaxSpans, r.timeSpan),
	})
}

func (r *reader) schedule(s *Schedule) target {
	return r.object(map[string]target{
		"daily": pointer(&s.Daily, func(d *Daily) target {
			return r.object(map[string]target{"intervalDays": r.count(&d.IntervalDays)})
		}),
		"weekly": pointer(&s.Weekly, func(w *Weekly) target {
			return r.object(map[string]target{
				"intervalWeeks": r.count(&w.IntervalWeeks),
				"dayOfWeek":     r.word(&w.DayOfWeek),
				"daysOfWeek":    items(r, &w.DaysOfWeek, MaxDays, r.word),
				"weekStart":     r.word(&w.WeekStart),
			})
		}),
		"absoluteMonthly": pointer(&s.AbsoluteMonthly, func(m *AbsoluteMonthly) target {
			return r.object(map[string]target{
				"intervalMonths": r.count(&m.IntervalMonths),
				"dayOfMonth":     r.count(&m.DayOfMonth),
				"daysOfMonth":    items(r, &m.DaysOfMonth, MaxDays, r.count),
				"shortMonth":     r.word(&m.ShortMonth),
			})
		}),
		"relativeMonthly": pointer(&s.RelativeMonthly, func(m *RelativeMonthly) target {
			return r.object(map[string]target{
				"intervalMonths": r.count(&m.IntervalMonths),
				"weekIndex":      r.word(&m.WeekIndex),
				"dayOfWeek":      r.word(&m.DayOfWeek),
				"offsetDays":     r.integer(&m.OffsetDays),
			})
		}),
		"cron": pointer(&s.Cron, r.cron),
	})
}

func (r *reader) cron(c *Cron) target {
	return func(v value, path string) {
		if v.kind == object {
			r.object(map[string]target{"expression": r.word(&c.Expression)})(v, path)
			return
		}
		r.word(&c.Expression)(v, path)
	}
}

func (r *reader) instantSpan(s *InstantSpan) target {
	return r.object(map[string]target{"start": r.word(&s.Start), "end": r.word(&s.End)})
}

func (r *reader) dateSpan(s *DateSpan) target {
	return r.object(map[string]target{"name": r.text(&s.Name), "start": r.word(&s.Start), "end": r.word(&s.End)})
}

func (r *reader) timeSpan(s *TimeSpan) target {
	return r.object(map[string]target{
		"name":       r.text(&s.Name),
		"start":      r.word(&s.Start),
		"end":        r.word(&s.End),
		"daysOfWeek": items(r, &s.DaysOfWeek, MaxDays, r.word),
	})
}
