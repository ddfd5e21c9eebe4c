package aks

import (
	"iter"
	"time"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// blackouts writes blackouts that read this offset or zone: those of the policy or of the only window.
func (f *formatter) blackouts(p *properties, path string, dates []calendar.DateSpan, times []calendar.TimeSpan, offset, zone string) {
	onClock := offset == f.clock.offset && zone == f.clock.zone || isUTC(offset, zone) && isUTC(f.clock.offset, f.clock.zone)
	for i, t := range times {
		at := strict.Index(strict.Join(path, "notAllowedTime"), i)
		f.blackoutName(at, t.Name)
		switch {
		case f.standalone:
			f.leftOut(at, "a standalone window has no notAllowedTime")
		case !isTimeOfDay(t):
			p.NotAllowedTime = append(p.NotAllowedTime, span{t.Start, t.End})
		case t.DaysOfWeek != nil:
			f.leftOut(at, "AKS has no blackouts of single days of the week")
		case !onClock:
			f.leftOut(at, "AKS has times of day on one clock only, that of the window")
		default:
			p.NotAllowedTime = append(p.NotAllowedTime, span{t.Start, t.End})
		}
	}
	for i, d := range dates {
		at := strict.Index(strict.Join(path, "notAllowedDates"), i)
		f.blackoutName(at, d.Name)
		switch {
		case len(d.Start) == len("01-02"):
			f.leftOut(at, "AKS has no blackouts of every year")
		case p.MaintenanceWindow != nil && onClock:
			p.MaintenanceWindow.NotAllowedDates = append(p.MaintenanceWindow.NotAllowedDates, span{d.Start, d.End})
		case f.standalone:
			f.leftOut(at, "AKS has dates on one clock only, that of the window")
		default:
			for w := range instantsOf(d, offset, zone) {
				start, _ := w.Start()
				end, _ := w.End()
				p.NotAllowedTime = append(p.NotAllowedTime, span{start.Format(time.RFC3339), end.Format(time.RFC3339)})
			}
		}
	}
}

// blackoutName notes the name of a blackout, which AKS has no place for.
func (f *formatter) blackoutName(path, name string) {
	if name != "" {
		f.leftOut(path+".name", "AKS has no names of blackouts")
	}
}

// instantsOf returns the instants at which the date in a zone lies in the span: one window, or more where a date comes in
// pieces.
func instantsOf(d calendar.DateSpan, offset, name string) iter.Seq[window.Window] {
	zone := zoneOf(offset)
	if name != "" {
		zone, _ = tz.Load(name)
	}
	start, _ := tz.ParseDate(d.Start)
	end, _ := tz.ParseDate(d.End)
	shut, _ := blackout.Dates(zone, blackout.DateSpan{Start: start, End: end}) // the policy compiles
	day := func(n int) time.Time { return time.Unix(int64(n)*tz.SecondsPerDay, 0) }
	return shut.Windows(day(start.Day()-2), day(end.Day()+3))
}
