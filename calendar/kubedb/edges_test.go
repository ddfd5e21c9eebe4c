package kubedb_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/kubedb"
)

// A list of cluster windows holds such windows, which need not say what they are.
func TestClusterList(t *testing.T) {
	const item = `{"metadata":{"name":"w"},"spec":{"timezone":"UTC","days":{"Monday":[{"start":"2:00AM","end":"4:00AM"}]}}}`
	ws := parse(t, `{"apiVersion":"supervisor.appscode.com/v1alpha1","kind":"ClusterMaintenanceWindowList","items":[`+item+`,`+item+`]}`)
	if len(ws) != 2 || ws[0].Kind != kubedb.Cluster || ws[1].Kind != kubedb.Cluster {
		t.Errorf("%+v", ws)
	}
}

// What is no time or no instant is an error, in the faithful reading too, and in the same place.
func TestFaithfulRefusesTheSame(t *testing.T) {
	for _, spec := range []string{
		`{"days":{"Monday":[{"start":"25:00AM","end":"4:00AM"},{"start":"1:00AM","end":"2:00AM"}]}}`,
		`{"dates":[{"start":"2026-01-01","end":"2026-01-02T00:00:00Z"}]}`,
		`{"dates":[{"start":"2026-01-01T00:00:00Z","end":"tomorrow"}]}`,
	} {
		_, plain := kubedb.Parse([]byte(with(spec)))
		_, faithful := kubedb.Parse([]byte(with(spec)), kubedb.Faithful())
		if got, want := problems(t, faithful), problems(t, plain); !slices.Equal(got, want) || len(got) != 1 || !strings.Contains(got[0], " spec.da") {
			t.Errorf("%s: %v, otherwise %v", spec, got, want)
		}
	}
}

// field returns the text of a key of a document, nothing if it is not there.
func field(doc, key string) string {
	_, rest, _ := strings.Cut(doc, `"`+key+`": "`)
	text, _, _ := strings.Cut(rest, `"`)
	return text
}

// The offset +00:00 is UTC, which KubeDB has without a name; Etc/GMT names have the sign the other way round.
func TestFormatOffsets(t *testing.T) {
	for offset, want := range map[string]string{"+00:00": "", "+02:00": "Etc/GMT-2", "-05:00": "Etc/GMT+5"} {
		p := policy(t, `{"utcOffset":"`+offset+`","windows":[{"schedule":{"weekly":{"dayOfWeek":"Monday"}},"startTime":"02:00","durationHours":2}]}`)
		data, _, err := kubedb.Format(kubedb.Window{Policy: p, Name: "w"})
		if err != nil {
			t.Fatal(err)
		}
		if got := field(string(data), "timezone"); got != want {
			t.Errorf("%s: the zone is %q, want %q", offset, got, want)
		}
		back := parse(t, string(data))[0].Policy
		from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		got, want := open(calendar.MustCompile(back), from, from.AddDate(0, 1, 0)), open(calendar.MustCompile(p), from, from.AddDate(0, 1, 0))
		if !slices.Equal(got, want) || len(want) != 4 {
			t.Errorf("%s: open %v, want %v", offset, got, want)
		}
	}
}
