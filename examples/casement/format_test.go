package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/casement-go/casement/calendar/kubedb"
	"github.com/google/go-cmp/cmp"
)

func read(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Documents of all systems are told apart by their keys, answered, and remarked upon.
func TestFormats(t *testing.T) {
	const aksData, palette = "../../calendar/aks/testdata/", "../../calendar/palette/testdata/policy.json"
	for _, c := range []struct {
		file, format string
		args         string
		status       int
		want         string
		remarks      []string // paths
	}{
		{aksData + "cli-show.json", "aks", "next --at 2023-01-21T00:00:00Z", yes, "Wed 2023-02-01 17:00 UTC  to Wed 2023-02-01 21:00 UTC  for 4h  (in 11d 17h)\n",
			[]string{"maintenanceWindow.schedule.absoluteMonthly.intervalMonths", "maintenanceWindow.notAllowedDates[0]"}},
		{aksData + "arm-default.json", "aks", "next --at 2021-06-14T01:10:00Z", yes, "Mon 2021-06-14 01:45 UTC  to Mon 2021-06-14 02:00 UTC  for 15m  (in 35m)\n",
			[]string{"properties.timeInWeek", "properties.notAllowedTime", "properties.notAllowedTime[0]"}},
		{aksData + "arm-relative.json", "aks", "next", yes, "Mon 2026-01-26 22:30 UTC  to Tue 2026-01-27 04:30 UTC  for 6h  (in 25d 22h)\n", nil},
		{aksData + "arm-weekly.json", "aks", "next", yes, "Thu 2026-02-05 18:30 UTC  to Fri 2026-02-06 02:30 UTC  for 8h  (in 35d 18h)\n", []string{"properties.maintenanceWindow.notAllowedDates[0]"}},
		{aksData + "preview-flat.json", "aks", "next", yes, "Mon 2026-06-01 22:00 UTC  to Tue 2026-06-02 06:00 UTC  for 8h  (in 151d 22h)\n", nil},
		{aksData + "sdk-first-saturday.json", "aks", "next", yes, "Sun 2026-01-04 03:00 UTC  to Sun 2026-01-04 11:00 UTC  for 8h  (in 3d 3h)\n", nil},
		{aksData + "sdk-production-fixed.json", "aks", "next", yes, "Sun 2026-01-04 06:00 UTC  to Sun 2026-01-04 10:00 UTC  for 4h  (in 3d 6h)\n",
			[]string{"not_allowed_time", "main_maintenance_window.not_allowed_dates[0]", "main_maintenance_window.not_allowed_dates[1]", "not_allowed_time[0]"}},
		{aksData + "cli-show-all.json", "aks", "next --name aksManagedNodeOSUpgradeSchedule", yes, "Mon 2026-11-30 22:00 UTC  to Tue 2026-12-01 02:00 UTC  for 4h  (in 333d 22h)\n", nil},
		{"testdata/kubedb-daily.yaml", "kubedb", "next", yes, "Sat 2026-01-03 20:00 UTC  to Sat 2026-01-03 22:00 UTC  for 2h  (in 2d 20h)\n", nil},
		{"testdata/kubedb-dates.yaml", "kubedb", "at --at 2025-02-02T03:59:59Z", yes, "open until Sun 2025-02-02 04:00 UTC (in 1s): windows[1]\n     since Sat 2025-02-01 22:00 UTC (5h 59m ago)\n      next Fri 2025-02-07 16:00 UTC (in 5d 12h) for 4h\n",
			[]string{"spec.days.Friday[0]"}},
		{"testdata/kubedb-cluster.yaml", "kubedb", "next", yes, "Wed 2026-01-07 01:30 UTC  to Wed 2026-01-07 03:45 UTC  for 2h 15m  (in 6d 1h)\n", nil},
		{palette, "palette", "at --at 2026-03-28T02:00:00Z", yes, "open until Sun 2026-03-29 04:00 UTC (in 1d 2h): windows[6] \"quarter-ends\", windows[7] \"every-minute-of-two\"\n     since Sat 2026-03-28 01:15 UTC (45m ago)\n      next Mon 2026-03-30 02:00 UTC (in 2d) for 1h 59m\n",
			[]string{"schedules[3].preset", "schedules[7]"}},
	} {
		t.Run(filepath.Base(c.file), func(t *testing.T) {
			for _, format := range [][]string{nil, {"--format", c.format}} {
				status, stdout, stderr := answers(read(t, c.file), append(append(strings.Fields(c.args), format...), "-")...)
				if status != c.status || stdout != c.want {
					t.Errorf("status %d, got\n%s\nwant\n%s\n%s", status, stdout, c.want, stderr)
				}
				var remarks []string
				for line := range strings.Lines(stderr) {
					rest, _ := strings.CutPrefix(line, "<stdin>: remark: ")
					path, _, _ := strings.Cut(rest, ": ")
					remarks = append(remarks, path)
				}
				if diff := cmp.Diff(c.remarks, remarks); diff != "" {
					t.Errorf("remarks: %s", diff)
				}
			}
			for format := range formats {
				if format == c.format {
					continue
				}
				if status, _, stderr := answers(read(t, c.file), "at", "--format", format, "-"); status != failure || stderr == "" {
					t.Errorf("as %s: status %d", format, status)
				}
			}
		})
	}
}

// The YAML of the samples says what the JSON in the tests of package kubedb says.
func TestYAMLIsJSON(t *testing.T) {
	for _, name := range []string{"daily", "dates", "cluster"} {
		data, err := asJSON([]byte(read(t, "testdata/kubedb-"+name+".yaml")))
		if err != nil {
			t.Fatal(err)
		}
		got, err := kubedb.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		want, err := kubedb.Parse([]byte(read(t, "../../calendar/kubedb/testdata/"+name+".json")))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// A policy in YAML is what it is in JSON, also where dates and times are not quoted. Two equal keys are an error.
func TestYAML(t *testing.T) {
	expect(t, "windows:\n- schedule: {daily: {intervalDays: 2}}\n  startDate: 2026-01-02\n  startTime: 22:00\n  utcOffset: +00:00\n  durationHours: 4\n", yes,
		"Fri 2026-01-02 22:00 UTC  to Sat 2026-01-03 02:00 UTC  for 4h  (in 1d 22h)\n", "next", "-")
	status, _, stderr := answers("windows: []\nwindows: []\n", "next", "-")
	if status != failure || strings.Count(stderr, "\n") != 1 {
		t.Errorf("status %d, %s", status, stderr)
	}
}

// A file of several Kubernetes documents holds several policies; other documents stand alone.
func TestSeveralDocuments(t *testing.T) {
	all := "---\n" + read(t, "testdata/kubedb-daily.yaml") + "---\n" + read(t, "testdata/kubedb-cluster.yaml")
	expect(t, all, yes, "Wed 2026-01-07 01:30 UTC  to Wed 2026-01-07 03:45 UTC  for 2h 15m  (in 6d 1h)\n", "next", "--name", "fleet-default", "-")
	expect(t, all, yes, "Sat 2026-01-03 20:00 UTC  to Sat 2026-01-03 22:00 UTC  for 2h  (in 2d 20h)\n", "next", "--name", "default/daily-maintenance", "-")
	for _, c := range []struct{ document, args string }{
		{all, "next -"},
		{all, "next --name other -"},
		{all + "---\n" + read(t, "testdata/kubedb-cluster.yaml"), "next --name fleet-default -"},
		{"windows: []\n---\nwindows: []\n", "next -"},
		{`[]`, "next -"},
		{prod, "next --name other -"},
	} {
		if status, stdout, stderr := answers(c.document, strings.Fields(c.args)...); status != failure || stdout != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: status %d, %q, %s", c.args, status, stdout, stderr)
		}
	}
	expect(t, prod, yes, "Sat 2026-01-10 03:00 UTC  to Sat 2026-01-10 07:00 UTC  for 4h  (in 9d 3h)\n", "next", "--name", "prod", "-")
}

// Blackouts alone are open at all times for AKS only: a policy that lacks its windows is not taken for that.
func TestBlackoutsAlone(t *testing.T) {
	const doc = `{ "notAllowedTime": [ { "start": "2026-12-20T00:00:00Z", "end": "2027-01-04T00:00:00Z" } ] }`
	if status, _, stderr := answers(doc, "at", "-"); status != failure || !strings.HasPrefix(stderr, "<stdin>: windows: ") {
		t.Errorf("status %d, %s", status, stderr)
	}
	if status, _, stderr := answers(doc, "at", "--format", "aks", "-"); status != yes || strings.Count(stderr, "remark") != 2 {
		t.Errorf("status %d, %s", status, stderr)
	}
}
