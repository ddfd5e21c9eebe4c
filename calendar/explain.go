package calendar

import (
	"log/slog"
	"time"

	"github.com/casement-go/casement/tz"
)

// An Explanation says why a calendar is open or shut at an instant: the answer in one sentence, and what each window and each
// blackout has to do with it. It is plain data, fit for JSON, and nothing of it is shared with the calendar.
//
// Programs should look at the fields that are no sentences: the codes in them are stable, the wording of Summary and Detail is not.
type Explanation struct {
	Summary string `json:"summary"` // the answer in one sentence
	Policy  string `json:"policy,omitempty"`

	At     Moment `json:"at"`
	Zone   string `json:"zone"` // in which At, Since and Until are read: the one that all windows have, or UTC
	Open   bool   `json:"open"`
	Reason Reason `json:"reason,omitempty"` // why it is shut
	Since  Moment `json:"since,omitzero"`   // when this began, if within window.Horizon
	Until  Moment `json:"until,omitzero"`   // when this ends, if within window.Horizon

	Windows   []WindowExplanation   `json:"windows,omitempty"`   // in the order of the document, at most 50
	Blackouts []BlackoutExplanation `json:"blackouts,omitempty"` // in the order of the document, at most 50

	WindowsLeftOut   int `json:"windowsLeftOut,omitempty"`   // none of them open, or would be, unless 50 of those are listed
	BlackoutsLeftOut int `json:"blackoutsLeftOut,omitempty"` // none of them holds, unless 50 of those are listed

	TZVersion string `json:"tzVersion,omitempty"` // see Calendar.TZVersion
}

// A WindowExplanation says what a window has to do with an instant. Its moments are read in its own zone.
type WindowExplanation struct {
	Path string `json:"path"` // windows[1]
	Name string `json:"name,omitempty"`
	Zone string `json:"zone"`

	Open    bool   `json:"open"`    // it holds the instant, and nothing shuts it
	Because Cause  `json:"because"` // why it is open or shut
	Detail  string `json:"detail"`  // the same as a sentence, and when it opens next

	Until Moment `json:"until,omitzero"` // where it is open: when it shuts
	Opens Moment `json:"opens,omitzero"` // where it is shut: when it opens next, blackouts considered, if within window.Horizon and not 100 times too short before

	Occurrence *OccurrenceExplanation `json:"occurrence,omitempty"` // what holds the instant, or would if it did come
	Previous   *OccurrenceExplanation `json:"previous,omitempty"`   // where none holds the instant: the last that ended
	Next       *OccurrenceExplanation `json:"next,omitempty"`       // where none holds the instant: the next, which blackouts may cover

	ShutBy        []string `json:"shutBy,omitempty"`        // the blackouts that shut it, by their paths, at most 50
	NextCoveredBy []string `json:"nextCoveredBy,omitempty"` // the blackouts that leave nothing of Next, by their paths, at most 50
}

// An OccurrenceExplanation is one occurrence of a window's schedule, or its span.
type OccurrenceExplanation struct {
	Written tz.DateTime `json:"written,omitzero"` // the local start as the schedule has it; none of a span
	Start   Moment      `json:"start,omitzero"`   // when that comes; absent where the clock skips it
	End     Moment      `json:"end,omitzero"`     // when it ends, blackouts not considered
	Clock   ClockCode   `json:"clock,omitempty"`  // what the clock does to Written, where it does anything
}

// A ClockCode says what becomes of a written start at a change of offset. Codes are stable.
type ClockCode string

// The codes: none of them stands for a start that comes once, as it is written.
const (
	MovedByGap    ClockCode = "MovedByGap"    // the clock skips it, so that it comes later
	SkippedByGap  ClockCode = "SkippedByGap"  // the clock skips it, and it does not come
	FirstReading  ClockCode = "FirstReading"  // the clock shows it twice, and this is the first time
	SecondReading ClockCode = "SecondReading" // the clock shows it twice, and this is the second time
)

// A Cause says why a window is open or shut. Causes are stable.
type Cause string

// The causes, in the order in which they are looked for: the first that holds is given.
const (
	CauseHolds              Cause = "Holds"              // open: it holds the instant
	CauseShutByBlackout     Cause = "ShutByBlackout"     // it holds the instant, but a blackout does too
	CauseTooShort           Cause = "TooShort"           // it holds the instant, but is open for less than minDuration
	CauseBeforeStart        Cause = "BeforeStart"        // its startDate or span is still to come
	CauseAfterEnd           Cause = "AfterEnd"           // its endDate or span is past
	CauseNoSuchOccurrence   Cause = "NoSuchOccurrence"   // the occurrence of this date would end before it starts, because of a change of the clock
	CauseSkippedByGap       Cause = "SkippedByGap"       // the clock skips the start that is written for this date
	CauseNoOccurrenceLeft   Cause = "NoOccurrenceLeft"   // none comes within window.Horizon
	CauseNotAnIntervalDay   Cause = "NotAnIntervalDay"   // of every n-th day, this is none
	CauseNotAnIntervalWeek  Cause = "NotAnIntervalWeek"  // it would start on this date, or hold the instant, but that lies in none of every n-th week
	CauseNotAnIntervalMonth Cause = "NotAnIntervalMonth" // the same of months
	CauseNoSuchDay          Cause = "NoSuchDay"          // this month lacks the day that the schedule asks for
	CauseBetweenOccurrences Cause = "BetweenOccurrences" // none holds the instant
)

// A BlackoutExplanation says what a blackout has to do with an instant. Its moments are read in the zone of its window, those of a
// policy's blackout in the zone of the Explanation.
type BlackoutExplanation struct {
	Path string `json:"path"` // windows[1].notAllowedDates[0], notAllowedTime[3]
	Name string `json:"name,omitempty"`
	Span string `json:"span"` // its ends as the document gives them

	Holds  bool   `json:"holds"`           // the instant lies in it
	Detail string `json:"detail"`          // the same as a sentence
	Since  Moment `json:"since,omitzero"`  // where it holds: from when, if within window.Horizon
	Until  Moment `json:"until,omitzero"`  // where it holds: until when, if within window.Horizon
	Begins Moment `json:"begins,omitzero"` // where it does not hold: when it begins next, if within window.Horizon

	Shuts []string `json:"shuts,omitempty"` // the windows that it shuts, by their paths, at most 50
}

// ref returns the name of the window.
func (w *WindowExplanation) ref() Ref { return Ref{Path: w.Path, Name: w.Name} }

// ref returns the name of the blackout.
func (b *BlackoutExplanation) ref() Ref { return Ref{Path: b.Path, Name: b.Name, Span: b.Span} }

// Explain returns why the calendar is open or shut at the instant t.
//
// It takes as long as [Calendar.At], a look at each window and each blackout, and for each window that is listed a search for when
// it opens next. Unlike At it allocates.
func (c *Calendar) Explain(t time.Time) Explanation {
	x := newExplainer(c, t)
	return x.explain()
}

// LogValue returns the explanation for structured logs, as a group: summary, open, reason (where it is shut) and until (where
// it ends). It implements [slog.LogValuer].
func (e Explanation) LogValue() slog.Value {
	attrs := []slog.Attr{slog.String("summary", e.Summary), slog.Bool("open", e.Open)}
	if !e.Open {
		attrs = append(attrs, slog.String("reason", string(e.Reason)))
	}
	if !e.Until.IsZero() {
		attrs = append(attrs, slog.Time("until", e.Until.UTC()))
	}
	return slog.GroupValue(attrs...)
}
