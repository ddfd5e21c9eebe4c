package calendar

import "github.com/casement-go/casement/calendar/internal/strict"

// The limits of a policy. They keep hostile documents cheap to refuse and are far above what policies need; those of one
// system (AKS: a duration of 4 to 24 hours) are not among them.
const (
	MaxDocument = strict.MaxDocument // 4 MiB of a JSON document
	MaxValues   = strict.MaxValues   // 1,048,576 values in a JSON document, of all kinds together
	MaxKeys     = strict.MaxKeys     // 100 keys of one JSON object
	MaxDepth    = strict.MaxDepth    // 16 levels of nesting in a JSON document
	MaxProblems = strict.MaxProblems // 1,000 problems that are listed
	MaxWindows  = 10_000             // windows of a policy
	MaxSpans    = 10_000             // entries of one notAllowedDates or notAllowedTime
	MaxDays     = 100                // entries of one daysOfWeek or daysOfMonth
	MaxName     = 256                // bytes of a name
	MaxText     = 4096               // bytes of a description
)
