package schedule_test

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"testing"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// The zones that break naive code: two sides of Greenwich, negative daylight saving time (Dublin, Casablanca), half an hour
// (Lord_Howe), two hours (Troll), a day that does not come (Apia), changes at midnight (Sao_Paulo, Cairo) and at one minute
// past it (Goose_Bay, St_Johns), quarter hours (Kathmandu).
var awkwardZones = []string{
	"America/New_York", "Europe/London", "Europe/Dublin", "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Apia",
	"America/Sao_Paulo", "Africa/Cairo", "Africa/Casablanca", "Asia/Kathmandu", "America/Goose_Bay", "America/St_Johns",
}

// A plan is a schedule together with what it means, said a second time: on which days, at what seconds of the day.
type plan struct {
	name  string
	spec  schedule.Spec
	on    func(d tz.Date) bool
	times []int
}

func everyDay(tz.Date) bool { return true }

func daily(text string) plan {
	at := tz.MustParseTimeOfDay(text)
	return plan{"daily at " + text, schedule.Spec{Rule: schedule.Daily{}, StartTime: at}, everyDay, []int{at.Seconds()}}
}

func cron(text string, on func(tz.Date) bool, times ...int) plan {
	return plan{text, schedule.Spec{Rule: schedule.MustParseCron(text)}, on, times}
}

// clock returns the seconds of the day of all products of hours and minutes.
func clock(hours, minutes []int) []int {
	var secs []int
	for _, h := range hours {
		for _, m := range minutes {
			secs = append(secs, h*3600+m*60)
		}
	}
	return secs
}

func upTo(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// occurrences lists what p yields on the written dates from one day to another, each resolved by itself (rule S3), in order;
// where several come at one instant only the latest written one.
func (p plan) occurrences(zone tz.Zone, g tz.Gap, o tz.Overlap, from, to int) []schedule.Occurrence {
	var list []schedule.Occurrence
	for day := from; day <= to; day++ {
		if !p.on(tz.DateOfDay(day)) {
			continue
		}
		for _, sec := range p.times {
			local := int64(day)*86400 + int64(sec)
			for _, at := range zone.Resolve(local).Instants(g, o) {
				list = append(list, schedule.Occurrence{Local: local, Sec: at.Unix()})
			}
		}
	}
	slices.SortFunc(list, func(a, b schedule.Occurrence) int {
		return cmp.Or(cmp.Compare(a.Sec, b.Sec), cmp.Compare(b.Local, a.Local))
	})
	return slices.CompactFunc(list, func(a, b schedule.Occurrence) bool { return a.Sec == b.Sec })
}

// options are pairs of a gap and an overlap option that hold each of them once.
var options = []struct {
	gap     tz.Gap
	overlap tz.Overlap
}{{tz.GapForward, tz.OverlapFirst}, {tz.GapSkip, tz.OverlapSecond}, {tz.GapNext, tz.OverlapBoth}}

// place puts the plan into a zone, and returns with it the options that it then follows.
func (p plan) place(t *testing.T, zone tz.Zone, g tz.Gap, o tz.Overlap) (*schedule.Placed, tz.Gap, tz.Overlap) {
	s := schedule.MustCompile(p.spec)
	if s.FollowsRealClock() { // S10
		placed, err := s.In(zone, tz.GapForward, tz.OverlapFirst)
		if err != nil {
			t.Fatal(err)
		}
		return placed, tz.GapSkip, tz.OverlapBoth
	}
	placed, err := s.In(zone, g, o)
	if err != nil {
		t.Fatal(err)
	}
	return placed, g, o
}

// checkOccurrences asks placed from and up to the instant sec, given all its occurrences around sec.
func checkOccurrences(t fatal, name func() string, placed *schedule.Placed, list []schedule.Occurrence, sec int64) {
	i := sort.Search(len(list), func(i int) bool { return list[i].Sec >= sec })
	if got, ok := placed.From(sec); i < len(list) && (!ok || got != list[i]) {
		t.Fatalf("%s: from %d on it starts at %v %v, want %v", name(), sec, got, ok, list[i])
	} else if i == len(list) && ok && len(list) > 0 && got.Sec <= list[i-1].Sec {
		t.Fatalf("%s: from %d on it starts at %v, which lies before it", name(), sec, got)
	}
	i = sort.Search(len(list), func(i int) bool { return list[i].Sec > sec })
	if got, ok := placed.UpTo(sec); i > 0 && (!ok || got != list[i-1]) {
		t.Fatalf("%s: up to %d it starts last at %v %v, want %v", name(), sec, got, ok, list[i-1])
	} else if i == 0 && ok && len(list) > 0 && got.Sec >= list[0].Sec {
		t.Fatalf("%s: up to %d it starts last at %v, which lies after it", name(), sec, got)
	}
}

// Many starts a day, around every change of offset of the awkward zones, with each option: from and up to each instant at which
// something starts, and the seconds beside it.
func TestS03EveryChangeOfOffset(t *testing.T) {
	hours := func(from, to int) []int { return upTo(24)[from : to+1] }
	plans := []plan{
		cron("*/20 0-5 * * *", everyDay, clock(hours(0, 5), []int{0, 20, 40})...),
		cron("30 1,2,3 * * *", everyDay, clock([]int{1, 2, 3}, []int{30})...),
		cron("15,45 22-23,0-3 * * *", everyDay, clock([]int{22, 23, 0, 1, 2, 3}, []int{15, 45})...),
		cron("*/30 * * * *", everyDay, clock(upTo(24), []int{0, 30})...),
		cron("0 */2 * * *", everyDay, clock([]int{0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22}, []int{0})...),
		daily("00:00"), daily("02:30"), daily("23:59:59"),
		{ // only some days, so that a change may come on one that does not match
			"weekly", schedule.Spec{Rule: schedule.Weekly{Days: tz.WeekdaysOf(tz.Sunday, tz.Thursday)}, StartTime: tz.MustParseTimeOfDay("01:45")},
			func(d tz.Date) bool { return d.Weekday() == tz.Sunday || d.Weekday() == tz.Thursday }, []int{3600 + 45*60},
		},
	}
	changes := 0
	for _, zoneName := range awkwardZones {
		zone := tz.MustLoad(zoneName)
		for _, p := range plans {
			for _, option := range options {
				placed, g, o := p.place(t, zone, option.gap, option.overlap)
				for s := zone.Stretch(start1975); s.To < end2095; s = zone.Stretch(s.To) {
					changes++
					checkAround(t, p, placed, g, o, s.To)
				}
			}
		}
	}
	if changes < 50_000 {
		t.Errorf("only %d changes of offset were looked at: the zones were not what they must be", changes)
	}
}

// The other pairs of options, on some of the changes.
func TestS03EveryPairOfOptions(t *testing.T) {
	p := cron("*/20 0-5 * * *", everyDay, clock(upTo(6), []int{0, 20, 40})...)
	for _, zoneName := range awkwardZones {
		zone := tz.MustLoad(zoneName)
		for g := tz.GapForward; g <= tz.GapNext; g++ {
			for o := tz.OverlapFirst; o <= tz.OverlapBoth; o++ {
				placed, g, o := p.place(t, zone, g, o)
				for s := zone.Stretch(start2005); s.To < end2030; s = zone.Stretch(s.To) {
					checkAround(t, p, placed, g, o, s.To)
				}
			}
		}
	}
}

var (
	start1975 = tz.MustParseDateTime("1975-01-01T00:00").Local()
	start2005 = tz.MustParseDateTime("2005-01-01T00:00").Local()
	end2030   = tz.MustParseDateTime("2030-01-01T00:00").Local()
	end2095   = tz.MustParseDateTime("2095-01-01T00:00").Local()
)

// checkAround checks placed within 26 hours of a change of offset.
func checkAround(t *testing.T, p plan, placed *schedule.Placed, g tz.Gap, o tz.Overlap, change int64) {
	name := func() string {
		return fmt.Sprintf("%s in %v, gap %v, overlap %v", p.name, placed.Zone(), g, o)
	}
	day := int(change / 86400)
	list := p.occurrences(placed.Zone(), g, o, day-4, day+4)
	checkOccurrences(t, name, placed, list, change)
	checkOccurrences(t, name, placed, list, change-1)
	for _, at := range list {
		if change-26*3600 < at.Sec && at.Sec < change+26*3600 {
			for sec := at.Sec - 1; sec <= at.Sec+1; sec++ {
				checkOccurrences(t, name, placed, list, sec)
			}
		}
	}
}

// Schedules that start seldom, whose search must jump over whole stretches: all their occurrences in 120 years.
func TestS03SeldomStarts(t *testing.T) {
	month := func(d tz.Date) (int, int) {
		_, m, dom := d.Civil()
		return int(m), dom
	}
	plans := []plan{
		cron("30 2 29 2 *", func(d tz.Date) bool { m, dom := month(d); return m == 2 && dom == 29 }, 2*3600+30*60),
		cron("0 9 30 12 *", func(d tz.Date) bool { m, dom := month(d); return m == 12 && dom == 30 }, 9*3600), // Apia had none in 2011
		cron("0 9 31 12 *", func(d tz.Date) bool { m, dom := month(d); return m == 12 && dom == 31 }, 9*3600),
		cron("30 2 1 * *", func(d tz.Date) bool { _, dom := month(d); return dom == 1 }, 2*3600+30*60),
		cron("30 0-3 * 3 SUN", func(d tz.Date) bool { m, _ := month(d); return m == 3 && d.Weekday() == tz.Sunday }, clock(upTo(4), []int{30})...),
		cron("30 * * 11 SUN", func(d tz.Date) bool { m, _ := month(d); return m == 11 && d.Weekday() == tz.Sunday }, clock(upTo(24), []int{30})...),
		{
			"every 5 weeks",
			schedule.Spec{
				Rule: schedule.Weekly{Interval: 5, Days: tz.WeekdaysOf(tz.Sunday)}, StartTime: tz.MustParseTimeOfDay("02:00"),
				StartDate: tz.MustParseDate("1980-01-06"), EndDate: tz.MustParseDate("2080-01-07"), // the first is a Sunday
			},
			func(d tz.Date) bool {
				day := d.Day()
				return day >= 3657 && day <= 40182 && (day-3657)%35 == 0 // days after 1970-01-01 of the two dates
			},
			[]int{2 * 3600},
		},
	}
	for _, zoneName := range awkwardZones {
		zone := tz.MustLoad(zoneName)
		for _, p := range plans {
			for _, option := range options {
				placed, g, o := p.place(t, zone, option.gap, option.overlap)
				name := func() string { return fmt.Sprintf("%s in %v, gap %v, overlap %v", p.name, zone, g, o) }
				list := p.occurrences(zone, g, o, int(start1975/86400), int(end2095/86400))
				for _, at := range list[1 : len(list)-1] {
					for sec := at.Sec - 1; sec <= at.Sec+1; sec++ {
						checkOccurrences(t, name, placed, list, sec)
					}
				}
				for i := range list[1:] { // and from far away
					checkOccurrences(t, name, placed, list, (list[i].Sec+list[i+1].Sec)/2)
				}
			}
		}
	}
}

// Outside the years 1970 to 2100, which a zone has in a table, the same holds.
func TestS03BeforeAndAfterTheTable(t *testing.T) {
	p := cron("*/20 0-5 * * *", everyDay, clock(upTo(6), []int{0, 20, 40})...)
	for _, zoneName := range []string{"America/New_York", "Europe/London", "America/St_Johns"} {
		zone := tz.MustLoad(zoneName)
		for _, years := range [][2]string{{"1945-01-01T00:00", "1972-01-01T00:00"}, {"2099-01-01T00:00", "2104-01-01T00:00"}} {
			from, to := tz.MustParseDateTime(years[0]).Local(), tz.MustParseDateTime(years[1]).Local()
			for _, option := range options {
				placed, g, o := p.place(t, zone, option.gap, option.overlap)
				changes := 0
				for s := zone.Stretch(from); s.To < to; s = zone.Stretch(s.To) {
					changes++
					if s.To-s.From > 8*86400 { // further apart than checkAround looks
						checkAround(t, p, placed, g, o, s.To)
					}
				}
				if changes < 8 {
					t.Errorf("%s has only %d changes of offset from %s to %s", zoneName, changes, years[0], years[1])
				}
			}
		}
	}
}

// fatal is what a check needs of a test, be it one of package testing or of rapid.
type fatal interface {
	Fatalf(format string, args ...any)
}
