package window

import "log/slog"

// LogValue returns the window for structured logs, as a group of start and end. An edge that it lacks is left out; a window
// without either, and the zero Window, is the empty group, which handlers leave out. It implements [slog.LogValuer].
func (w Window) LogValue() slog.Value {
	var attrs []slog.Attr
	if start, ok := w.Start(); ok {
		attrs = append(attrs, slog.Time("start", start))
	}
	if end, ok := w.End(); ok {
		attrs = append(attrs, slog.Time("end", end))
	}
	return slog.GroupValue(attrs...)
}
