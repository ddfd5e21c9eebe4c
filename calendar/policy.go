package calendar

// A Policy is a maintenance policy as its document has it: plain data, in the words of the document, interpreted by nobody
// before [Compile]. It can therefore hold, show and write back a document that does not compile; that is why its fields are
// texts and numbers, not the types of package tz.
//
// Texts are empty, numbers zero, lists and pointers nil where the document says nothing. [Parse] makes a Policy of JSON and
// encoding/json writes it back as the same document: same keys, same values, as they were spelled.
type Policy struct {
	Name        string `json:"name,omitempty"`
	Description string `json:"description,omitempty"`

	UTCOffset string `json:"utcOffset,omitempty"` // +05:30; not beside TimeZone; default +00:00
	TimeZone  string `json:"timeZone,omitempty"`  // an IANA name, or UTC

	Windows []WindowSpec `json:"windows"` // required; empty: never open

	MinDuration string `json:"minDuration,omitempty"` // Go syntax: open periods that are shorter are shut

	NotAllowedDates []DateSpan `json:"notAllowedDates,omitzero"` // for all windows
	NotAllowedTime  []TimeSpan `json:"notAllowedTime,omitzero"`  // for all windows
}

// A WindowSpec is an entry of a policy's windows. It has exactly one of Schedule, Span and Always.
//
// An AKS maintenanceWindow object that has a startDate is a valid one, unchanged.
type WindowSpec struct {
	Name        string `json:"name,omitempty"`
	Description string `json:"description,omitempty"`

	Schedule *Schedule    `json:"schedule,omitempty"`
	Span     *InstantSpan `json:"span,omitempty"`
	Always   bool         `json:"always,omitempty"`

	// The rest of a schedule; not beside Span or Always.
	StartDate string `json:"startDate,omitempty"` // 2026-01-09
	EndDate   string `json:"endDate,omitempty"`   // inclusive
	StartTime string `json:"startTime,omitempty"` // 22:00; required unless the schedule is cron
	Anchor    string `json:"anchor,omitempty"`    // startDate, or nothing; weekly and monthly schedules only
	Gap       string `json:"gap,omitempty"`       // forward (default), skip, next
	Overlap   string `json:"overlap,omitempty"`   // first (default), second, both

	// How long: exactly one of them.
	DurationHours int    `json:"durationHours,omitempty"`
	Duration      string `json:"duration,omitempty"` // Go syntax: 6h30m
	EndTime       string `json:"endTime,omitempty"`  // on the wall clock

	Cutoff string `json:"cutoff,omitempty"` // Go syntax: how long before it shuts nothing new starts, see [Calendar.NextFit]

	UTCOffset string `json:"utcOffset,omitempty"` // this and TimeZone replace the policy's whole
	TimeZone  string `json:"timeZone,omitempty"`

	NotAllowedDates []DateSpan `json:"notAllowedDates,omitzero"` // for this window
	NotAllowedTime  []TimeSpan `json:"notAllowedTime,omitzero"`  // for this window
}

// A Schedule has exactly one of its kinds.
type Schedule struct {
	Daily           *Daily           `json:"daily,omitempty"`
	Weekly          *Weekly          `json:"weekly,omitempty"`
	AbsoluteMonthly *AbsoluteMonthly `json:"absoluteMonthly,omitempty"`
	RelativeMonthly *RelativeMonthly `json:"relativeMonthly,omitempty"`
	Cron            *Cron            `json:"cron,omitempty"`
}

// Daily is every day, or every n-th.
type Daily struct {
	IntervalDays int `json:"intervalDays,omitempty"` // default 1
}

// Weekly is one weekday or several, of every week or every n-th. It has one of DayOfWeek and DaysOfWeek.
type Weekly struct {
	IntervalWeeks int      `json:"intervalWeeks,omitempty"` // default 1
	DayOfWeek     string   `json:"dayOfWeek,omitempty"`
	DaysOfWeek    []string `json:"daysOfWeek,omitzero"`
	WeekStart     string   `json:"weekStart,omitempty"` // default Monday
}

// AbsoluteMonthly is one day of the month or several, of every month or every n-th. It has one of DayOfMonth and
// DaysOfMonth.
type AbsoluteMonthly struct {
	IntervalMonths int    `json:"intervalMonths,omitempty"` // default 1
	DayOfMonth     int    `json:"dayOfMonth,omitempty"`     // 1 to 31; -1 (the last) to -31
	DaysOfMonth    []int  `json:"daysOfMonth,omitzero"`
	ShortMonth     string `json:"shortMonth,omitempty"` // skip (default), clamp
}

// RelativeMonthly is a weekday by its place in the month, of every month or every n-th.
type RelativeMonthly struct {
	IntervalMonths int    `json:"intervalMonths,omitempty"` // default 1
	WeekIndex      string `json:"weekIndex,omitempty"`      // First ... Fifth, Last
	DayOfWeek      string `json:"dayOfWeek,omitempty"`
	OffsetDays     int    `json:"offsetDays,omitempty"` // -31 to 31
}

// A DateSpan is local dates, both ends inclusive: 2026-12-18 to 2027-01-04, or 12-20 to 01-05 of every year.
type DateSpan struct {
	Name  string `json:"name,omitempty"`
	Start string `json:"start,omitempty"`
	End   string `json:"end,omitempty"`
}

// A TimeSpan is times of day, 08:00 up to 18:00, or instants, 2026-07-01T10:00:00Z up to 2026-07-01T14:00:00Z.
type TimeSpan struct {
	Name       string   `json:"name,omitempty"`
	Start      string   `json:"start,omitempty"`
	End        string   `json:"end,omitempty"`
	DaysOfWeek []string `json:"daysOfWeek,omitzero"` // the days on which times of day start; default every day
}

// An InstantSpan is a single window from one instant up to another, in RFC 3339.
type InstantSpan struct {
	Start string `json:"start,omitempty"`
	End   string `json:"end,omitempty"`
}
