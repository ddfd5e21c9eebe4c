package window_test

import (
	"log/slog"
	"os"
	"strings"
	"testing"

	"github.com/casement-go/casement/window"
)

// withoutTime leaves out when a line was written.
func withoutTime(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

func TestLogValue(t *testing.T) {
	for text, want := range map[string]string{
		"2026-01-10T03:00:00Z/2026-01-10T07:00:00Z": `,"open":{"start":"2026-01-10T03:00:00Z","end":"2026-01-10T07:00:00Z"}`,
		"2026-01-10T03:00:00Z/..":                   `,"open":{"start":"2026-01-10T03:00:00Z"}`,
		"../2026-01-10T07:00:00Z":                   `,"open":{"end":"2026-01-10T07:00:00Z"}`,
		"../..":                                     ``,
		"":                                          ``,
	} {
		var w window.Window
		if err := w.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		slog.New(slog.NewJSONHandler(&b, &slog.HandlerOptions{ReplaceAttr: withoutTime})).Info("next", "open", w)
		if want = `{"level":"INFO","msg":"next"` + want + "}\n"; b.String() != want {
			t.Errorf("%q: got %s, want %s", text, b.String(), want)
		}
	}
}

func ExampleWindow_LogValue() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: withoutTime}))
	log.Info("next", "window", window.MustParse("2026-01-10T03:00:00Z/2026-01-10T07:00:00Z"))
	// Output: {"level":"INFO","msg":"next","window":{"start":"2026-01-10T03:00:00Z","end":"2026-01-10T07:00:00Z"}}
}
