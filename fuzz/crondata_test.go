package fuzz_test

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// cronWrite makes TestCronData write the generated file of cron cases anew:
//
//	go test ./fuzz -run TestCronData -cron.write
var cronWrite = flag.Bool("cron.write", false, "write schedule/testdata/cron.jsonl anew, from the slow evaluator")

const (
	cronHand      = "../schedule/testdata/cron.hand.jsonl"
	cronGenerated = "../schedule/testdata/cron.jsonl"
)

type cronCase struct {
	Group      string `json:"group,omitempty"`
	Provenance string `json:"provenance,omitempty"`

	Expression string     `json:"expression,omitempty"`
	Dialect    string     `json:"dialect,omitempty"`
	Key        string     `json:"key,omitempty"`
	Zone       string     `json:"zone,omitempty"`
	From       *time.Time `json:"from,omitempty"`
	Next       []string   `json:"next,omitzero"`
	Prev       []string   `json:"prev,omitzero"`
	Never      bool       `json:"never,omitempty"`
	Error      string     `json:"error,omitempty"`
}

// TestCronData checks the answers of the files of cron cases with the slow evaluator. Package schedule checks its own with them.
func TestCronData(t *testing.T) {
	if *cronWrite {
		writeCronCases(t)
	}
	var jobs sync.WaitGroup
	lines := make(chan string)
	for range 2 {
		jobs.Go(func() {
			for line := range lines {
				checkCronLine(t, line)
			}
		})
	}
	for _, name := range []string{cronHand, cronGenerated} {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		for s := bufio.NewScanner(file); s.Scan(); {
			lines <- s.Text()
		}
	}
	close(lines)
	jobs.Wait()
}

func checkCronLine(t *testing.T, line string) {
	var c cronCase
	if err := json.Unmarshal([]byte(line), &c); err != nil {
		t.Errorf("%v: %s", err, line)
		return
	}
	if c.Group != "" || c.Error != "" {
		return
	}
	w := walkCron(c.Dialect, c.Key, c.Expression)
	if c.Never {
		if !w.never() {
			t.Errorf("not never: %s", line)
		}
		return
	}
	loc := pinned(c.Zone)
	if next := w.next(loc, c.From.Unix(), len(c.Next), searchYears(c)); !sameInstants(next, c.Next) {
		t.Errorf("next is %s: %s", instantTexts(loc, next), line)
	}
	if prev := w.prev(loc, c.From.Unix(), len(c.Prev), searchYears(c)); !sameInstants(prev, c.Prev) {
		t.Errorf("prev is %s: %s", instantTexts(loc, prev), line)
	}
}

// searchYears is how far the slow evaluator looks: over all years that can be listed, or over the longest wait in the calendar, 40 years, for
// each occurrence of a case.
func searchYears(c cronCase) int {
	if fields := len(strings.Fields(c.Expression)); fields == 7 || c.Dialect == "AWS" {
		return 260
	}
	return 140
}

func sameInstants(secs []int64, texts []string) bool {
	return slices.EqualFunc(secs, texts, func(sec int64, text string) bool {
		t, err := time.Parse(time.RFC3339, text)
		return err == nil && t.Unix() == sec
	})
}

func instantTexts(loc *time.Location, secs []int64) []string {
	texts := []string{}
	for _, sec := range secs {
		texts = append(texts, time.Unix(sec, 0).In(loc).Format(time.RFC3339))
	}
	return texts
}

// pinned returns a zone of the archive of tz data that the conformance cases use.
func pinned(name string) *time.Location {
	if name == "" || name == "UTC" {
		return time.UTC
	}
	pinnedZones.Lock()
	defer pinnedZones.Unlock()
	if loc := pinnedZones.known[name]; loc != nil {
		return loc
	}
	archive, err := zip.OpenReader("conform/testdata/zones.zip")
	if err != nil {
		panic(err)
	}
	defer archive.Close()
	file, err := archive.Open(name)
	if err != nil {
		panic(err)
	}
	data, err := io.ReadAll(file)
	if err != nil {
		panic(err)
	}
	loc, err := time.LoadLocationFromTZData(name, data)
	if err != nil {
		panic(err)
	}
	pinnedZones.known[name] = loc
	return loc
}

var pinnedZones = struct {
	sync.Mutex
	known map[string]*time.Location
}{known: make(map[string]*time.Location)}

// A cronGroup is a product of expressions, zones and instants.
type cronGroup struct {
	name     string
	dialects []string
	keys     []string
	places   []cronPlace
	texts    []string // for the dialects that they are written in; {S} stands for what that needs in front
}

type cronPlace struct {
	zone string
	from []string
}

var utc2026 = []cronPlace{{"", []string{"2026-01-01T00:00:00Z", "2026-08-15T12:34:56Z"}}}

// changeDays are days on which a zone changes its offset, from some hours before the change on.
var changeDays = []cronPlace{
	{"America/New_York", []string{"2026-03-07T20:00:00-05:00", "2026-10-31T20:00:00-04:00"}},
	{"Europe/London", []string{"2026-03-28T20:00:00Z", "2026-10-24T20:00:00+01:00"}},
	{"Europe/Dublin", []string{"2027-03-27T20:00:00Z", "2027-10-30T20:00:00+01:00"}},
	{"Africa/Cairo", []string{"2026-04-23T18:00:00+02:00", "2026-10-29T18:00:00+03:00"}},
	{"Asia/Beirut", []string{"2026-03-28T18:00:00+02:00", "2026-10-24T18:00:00+03:00"}},
	{"America/Santiago", []string{"2026-09-05T18:00:00-04:00", "2026-04-04T18:00:00-03:00"}},
	{"Pacific/Apia", []string{"2011-12-29T18:00:00-10:00"}},
	{"Australia/Lord_Howe", []string{"2026-10-03T20:00:00+10:30", "2026-04-04T20:00:00+11:00"}},
	{"Antarctica/Troll", []string{"2026-03-28T20:00:00Z", "2026-10-24T20:00:00+02:00"}},
	{"America/Nuuk", []string{"2026-03-28T16:00:00-02:00", "2026-10-24T16:00:00-01:00"}},
	{"Antarctica/Casey", []string{"2009-10-17T20:00:00+08:00", "2010-03-04T20:00:00+11:00"}},
	{"Pacific/Kwajalein", []string{"1993-08-20T12:00:00-12:00"}},
	{"America/St_Johns", []string{"2006-10-28T18:00:00-02:30"}},
	{"America/Asuncion", []string{"2017-09-30T18:00:00-04:00"}},
	{"Pacific/Chatham", []string{"2026-09-26T20:00:00+12:45", "2026-04-04T20:00:00+13:45"}},
}

var cronGroups = []cronGroup{
	{name: "changes of offset in both hemispheres", dialects: []string{"", "OCPS", "Kubernetes", "Vixie"}, places: changeDays, texts: []string{
		"30 2 * * *", "0 0 * * *", "15,45 0-3 * * *", "*/20 * * * *", "30 */2 * * *", "*/30 1 * * *", "0 3 * * 0", "59 23 * * *", "0 12 30 12 *",
	}},
	{name: "changes of offset, dialects with other fields", dialects: []string{"Quartz"}, places: changeDays, texts: []string{
		"0 30 2 * * ?", "30 15,45 0-3 ? * *", "0 0/20 * * * ?", "0 0 0 ? * SUN",
	}},
	{name: "changes of offset, AWS and Jenkins", dialects: []string{"AWS"}, places: changeDays, texts: []string{"30 1,2 * * ? *", "0/20 * ? * * *"}},
	{name: "changes of offset, hashed", dialects: []string{"Jenkins"}, keys: []string{"nightly"}, places: changeDays[:8], texts: []string{"H H(0-2) * * *", "H/20 * * * *"}},

	{name: "leap days and centuries", dialects: []string{"", "OCPS", "Kubernetes", "Vixie"}, places: []cronPlace{{"", []string{
		"1896-02-29T00:00:00Z", "1999-12-31T23:59:59Z", "2000-02-28T12:00:00Z", "2096-02-29T00:00:00Z", "2099-12-31T00:00:00Z", "2104-02-28T23:59:00Z",
	}}}, texts: []string{"0 0 29 2 *", "0 0 28-31 2 *", "30 6 31 * *", "0 0 1 3 *", "59 23 31 12 *"}},
	{name: "leap days that are a weekday", dialects: []string{"", "OCPS"}, places: []cronPlace{{"", []string{"1890-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "2096-01-01T00:00:00Z"}}},
		texts: []string{"0 0 29 2 +0", "0 0 29 2 +1", "0 0 29 2 +2", "0 0 29 2 +3", "0 0 29 2 +4", "0 0 29 2 +5", "0 0 29 2 +6", "0 0 13 * +5", "0 0 31 * +7"}},
	{name: "L, W and #", dialects: []string{""}, places: []cronPlace{{"", []string{"2026-01-01T00:00:00Z", "2027-07-31T23:59:59Z", "2096-02-20T00:00:00Z"}}}, texts: []string{
		"0 0 L * *", "0 0 L-1 * *", "0 0 L-3 * *", "0 0 L-27 * *", "0 0 L-28 * *", "0 0 L-30 * *", "0 0 LW * *", "0 0 1W * *", "0 0 2W * *", "0 0 15W * *", "0 0 28W * *",
		"0 0 29W * *", "0 0 30W * *", "0 0 31W * *", "0 0 1W,15W,LW * *", "0 0 L,1 * *", "0 0 L,L-1,L-2 2 *", "0 0 15W,20-25/2,L-3 * *",
		"0 0 * * 0L", "0 0 * * 1L", "0 0 * * 5L", "0 0 * * 7L", "0 0 * * SUN#L", "0 0 * * 1#1", "0 0 * * 2#2", "0 0 * * FRI#5", "0 0 * * 0#5", "0 0 * * 7#5",
		"0 0 * * 1#1,3#3,5L", "0 0 * * 1-2,5#2", "0 0 13 * 5#2", "0 0 13 * +5#2", "0 0 L * 5", "0 0 L * +5", "0 0 LW * +FRI", "0 0 1W * +MON", "0 0 8-14 * +2",
	}},
	{name: "L, W and # in the other dialects", dialects: []string{"Quartz"}, places: utc2026, texts: []string{
		"0 0 0 L * ?", "0 0 0 L-3 * ?", "0 0 0 LW * ?", "0 0 0 1W * ?", "0 0 0 31W * ?", "0 0 0 1W,15W * ?", "0 0 0 ? * L", "0 0 0 ? * 7L", "0 0 0 ? * 1L", "0 0 0 ? * 1#1",
		"0 0 0 ? * 7#5", "0 0 0 ? * FRI#2", "0 0 0 ? * FRIL", "0 0 0 ? * 6-2", "0 0 0 ? NOV-FEB MON-FRI", "0 0/25 9-17/4 ? * 2-6", "0 0 0 29 2 ? 2027-2035", "0 0 0 ? 2 1#5 2027",
		"0 0 0 ? 2 1#5 2032", "0 0 0 1 1 ? 2026/3", "*/20 59 23 31 12 ?", "0 0 0 ? * 1", "0 0 0 ? * 7", "0 0 0 * * ?",
	}},
	{name: "AWS", dialects: []string{"AWS"}, places: utc2026, texts: []string{
		"0 10 * * ? *", "15 12 * * ? *", "0 18 ? * MON-FRI *", "0 8 1 * ? *", "0/15 * * * ? *", "0/10 * ? * MON-FRI *", "0/5 8-17 ? * MON-FRI *", "0 9 ? * 2#1 *", "0 9 ? * 6L 2026-2028",
		"0 9 L * ? *", "0 9 3W * ? *", "0 9 31W * ? *", "0 9 ? * L *", "cron(30 10 ? * 1 2027)", "0 0 29 2 ? *", "0 0 1 1 ? 2199",
	}},
	{name: "ranges round the end, steps and lists", dialects: []string{""}, places: utc2026, texts: []string{
		"0 22-2 * * *", "50-10 * * * *", "50-10/5 3 * * *", "0 23-1/2 * * *", "0 20-8/3 * * *", "0 0 * * FRI-MON", "0 0 * * 5-1/2", "0 0 * * 6-0", "0 0 * * 7-2", "0 0 * * 1-7",
		"0 0 * * 0-7", "0 0 * * 0-7/2", "0 0 * * 7/2", "0 0 1 NOV-FEB *", "0 0 1 11-3/2 *", "0 0 1 12-1 *", "5/10 * * * *", "59/15 * * * *", "0 13/5 * * *", "0 0 10/7 * *", "0 0 * 5/3 *",
		"*/7 */5 */3 */2 *", "*/61 * * * *", "0 */25 * * *", "0 0 */32 * *", "0 0 * */13 *", "0 0 * * */8", "1-5,10-20/5,*/30 * * * *", "0,0,0 * * * *", "0 0 * jan,mar-may,NOV *",
		"0 0 * * Mon,wEd,FRI", "00 007 01 1 *", "0 0 1,15,31 * 1-5", "0 0 */2 * 1", "0 0 1-31 * 1", "0 0 *,15 * 1", "0 0 ? * 1", "0 0 15 * ?", "0 0 ? * ?", "0 9 * * 1-5",
		"0,30 22 * * 1,3", "0 22 1,15 * 6", "*/15 2-5 * * 1-5", "0 4 8-14 * *", "5 0 1-7,15-21 * *", "30 6,18 */10 2,8 *",
	}},
	{name: "days in the dialects", dialects: []string{"", "OCPS", "Kubernetes", "Vixie", "Jenkins"}, places: utc2026, texts: []string{
		"0 0 1 * 1", "0 0 */2 * 1", "0 0 13 * */3", "0 0 1-31 * 1", "0 0 *,15 * 1", "0 0 15,* * 1", "0 0 */1 * 1", "0 0 1 * *", "0 0 * * 1", "0 0 * * *", "0 0 1 * *,1", "0 0 1 * 0-6",
		"0 0 * 2 1-5", "0 0 31 * 6", "*/10 8 */5 1-6/2 2",
	}},
	{name: "seconds and years", dialects: []string{"", "OCPS"}, places: utc2026, texts: []string{
		"* * * * * *", "*/15 * * * * *", "30 0 0 * * *", "5,10,59 59 23 * * *", "0 0 0 1 1 * 2027", "0 0 0 1 1 * 2020-2025", "0 0 0 1 1 * */2", "0 0 0 1 1 * 1970-2199/7", "0 0 0 29 2 * 2026-2032",
		"0 0 12 * * 1 2026,2030", "59 59 23 31 12 * 2199", "0 0 0 1 1 * 1970", "0 0 0 1 1 * *", "30 */20 * 1 * +MON 2028", "10-20/5 0 6 L * *", "0 0 0 * * 5L 2026-2028",
	}},
	{name: "hashed", dialects: []string{"Jenkins"}, keys: []string{"a", "nightly", "team/build #7"}, places: utc2026, texts: []string{
		"H * * * *", "H H * * *", "H H H * *", "H H H H *", "H H * * H", "H/15 * * * *", "H(0-29)/10 * * * *", "H(50-52)/10 * * * *", "H/60 * * * *", "H H(0-7) * * *", "H H(22-23) * * 1-5", "H 9-16/2 * * 1-5",
		"H H 1,15 1-11 *", "H,H(30-59) 3 * * *", "0 0 H/3 * *", "0 0 H(1-31)/10 * *", "@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually",
	}},
	{name: "macros", dialects: []string{"", "OCPS", "Kubernetes", "Vixie"}, places: utc2026, texts: []string{
		"@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually",
	}},
	{name: "never", dialects: []string{"", "OCPS"}, texts: []string{
		"0 0 30 2 *", "0 0 31 2 *", "0 0 31 4,6,9,11 *", "0 0 30-31 FEB *", "0 0 0 29 2 * 2025-2027", "0 0 0 29 2 * 2100", "0 0 0 29 2 +1 2026-2040", "0 0 30W 2 *", "0 0 31 2-2 ?", "0 0 31 6 +1", "0 0 1 * +1#2", "0 0 8 * +1#1",
	}},
	{name: "never, in the default dialect alone", dialects: []string{""}, texts: []string{
		"0 0 L-29 2 *", "0 0 L-30 2,4,6 *", "0 0 L * +1#3", "0 0 LW * +SAT", "0 0 LW * +SUN", "0 0 15W * +SAT,SUN", "0 0 1-21 * +5L",
	}},
}

// fullCronCase is how many occurrences a case lists at the most, either way: where it has fewer, there are no more.
const fullCronCase = 3

// writeCronCases writes what the slow evaluator has to say about the groups.
func writeCronCases(t *testing.T) {
	file, err := os.Create(cronGenerated)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	out := json.NewEncoder(file)
	out.SetEscapeHTML(false)
	put := func(c cronCase) {
		if err := out.Encode(c); err != nil {
			t.Fatal(err)
		}
	}
	for _, g := range cronGroups {
		put(cronCase{Group: g.name, Provenance: "Answered by the slow evaluator in package fuzz, which tries days and minutes one by one; package schedule must agree."})
		keys := g.keys
		if keys == nil {
			keys = []string{""}
		}
		for _, dialect := range g.dialects {
			for _, text := range g.texts {
				for _, key := range keys {
					c := cronCase{Expression: text, Dialect: dialect, Key: key}
					w := walkCron(dialect, key, text)
					if c.Never = w.never(); c.Never {
						put(c)
						continue
					}
					if g.places == nil {
						t.Fatalf("%s is not never", text)
					}
					for _, place := range g.places {
						c.Zone = place.zone
						for _, from := range place.from {
							at, err := time.Parse(time.RFC3339, from)
							if err != nil {
								t.Fatal(err)
							}
							at = at.UTC()
							c.From = &at
							loc := pinned(c.Zone)
							c.Next = instantTexts(loc, w.next(loc, at.Unix(), fullCronCase, searchYears(c)))
							c.Prev = instantTexts(loc, w.prev(loc, at.Unix(), fullCronCase, searchYears(c)))
							put(c)
						}
					}
				}
			}
		}
	}
	fmt.Println("wrote", cronGenerated)
}
