package calendar

import (
	"iter"
	"log/slog"
)

// LogValue returns the status for structured logs, as a group: open, reason (where it is shut), since, until and next (where
// there are such), windows and blackouts (where there are any, as [Ref.String] has them). It is computed when a line is
// written, not for a line that the handler's level leaves out. It implements [slog.LogValuer]; the zero Status is the
// empty group, which handlers leave out.
func (s Status) LogValue() slog.Value {
	if s.calendar == nil {
		return slog.GroupValue()
	}
	attrs := []slog.Attr{slog.Bool("open", s.Open)}
	if !s.Open {
		attrs = append(attrs, slog.String("reason", string(s.Reason)))
	}
	if since, ok := s.Since(); ok {
		attrs = append(attrs, slog.Time("since", since))
	}
	if until, ok := s.Until(); ok {
		attrs = append(attrs, slog.Time("until", until))
	}
	if next, ok := s.Next(); ok {
		attrs = append(attrs, slog.Any("next", next))
	}
	if windows := texts(s.Windows()); windows != nil {
		attrs = append(attrs, slog.Any("windows", windows))
	}
	if blackouts := texts(s.Blackouts()); blackouts != nil {
		attrs = append(attrs, slog.Any("blackouts", blackouts))
	}
	return slog.GroupValue(attrs...)
}

func texts(refs iter.Seq[Ref]) []string {
	var all []string
	for r := range refs {
		all = append(all, r.String())
	}
	return all
}
