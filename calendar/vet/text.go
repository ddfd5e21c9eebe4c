package vet

import (
	"strconv"
	"strings"
	"time"

	"github.com/casement-go/casement/tz"
)

// stamp returns an instant as text.
func stamp(sec int64) string { return time.Unix(sec, 0).UTC().Format(time.RFC3339) }

// year returns the year in which an instant lies, in UTC.
func year(sec int64) string { return strconv.Itoa(time.Unix(sec, 0).UTC().Year()) }

// reading returns local seconds as text.
func reading(local int64) string { return tz.DateTimeOfLocal(local).String() }

// date returns the date of a day counted from 1970-01-01.
func date(day int) string { return tz.DateOfDay(day).String() }

// month returns a month, counted as [tz.MonthOfDay] does.
func month(m int) string { return date(tz.FirstOfMonth(m))[:len("2006-01")] }

// length returns a duration as documents write it: 6h30m.
func length(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}

// and returns a list in words: a, b and c.
func and(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

// some returns the first three of a list in words, and how many more there are.
func some(list []string) string {
	const shown = 3
	if len(list) <= shown {
		return and(list)
	}
	return strings.Join(list[:shown], ", ") + " and " + strconv.Itoa(len(list)-shown) + " more"
}

// quote returns what a document says, as it says it.
func quote(key, value string) string { return `"` + key + `": "` + value + `"` }

// dayOf returns the day, counted from 1970-01-01, that local seconds lie in, held to those of the calendar.
func dayOf(local int64) int { return int(min(max(tz.FloorDay(local), tz.MinDay), tz.MaxDay)) }
