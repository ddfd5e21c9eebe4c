// Casement answers from the command line whether a maintenance policy is open: now or at an instant, why, when next, when in a range
// of time and when for long enough; what is odd about the policy; and what an edit of it changes.
//
//	casement at      [--at INSTANT] [--zone NAME] [--format FORMAT] [--name NAME] [--json] FILE
//	casement explain [--at INSTANT] [--format FORMAT] [--name NAME] [--json] FILE
//	casement next    [--at INSTANT] [-n COUNT] [--zone NAME] [--format FORMAT] [--name NAME] [--json] FILE
//	casement list    [--from INSTANT] [--to INSTANT] [--zone NAME] [--format FORMAT] [--name NAME] [--json] FILE
//	casement fit     [--from INSTANT] [--need DURATION] [--zone NAME] [--format FORMAT] [--name NAME] [--json] FILE
//	casement vet     [--at INSTANT] [--format FORMAT] [--name NAME] [--json] FILE
//	casement diff    [--from INSTANT] [--to INSTANT] [--zone NAME] [--format FORMAT] [--name NAME] [--json] OLD NEW
//
// FILE is a policy document (package calendar says what is in it), or - for standard input. Flags may stand before and after it.
//
//	$ casement at --zone America/New_York --at 2026-01-10T04:00:00Z prod.json
//	open until Sat 2026-01-10 02:00 EST (in 3h): windows[0] "fortnightly"
//	     since Fri 2026-01-09 22:00 EST (1h ago)
//	      next Fri 2026-01-23 22:00 EST (in 13d 23h) for 4h
//
//	$ casement at prod.json && helm upgrade ...
//
//	$ casement explain --at 2026-12-26T03:30:05Z prod.json
//	shut until Fri 2027-01-08 22:00 -05:00 (America/New_York): notAllowedDates[0] "new year" (12-20 to 01-05) covers windows[0] "fortnightly", then between windows
//	asked about ...
//
//	$ casement fit --need 3h prod.json
//	Sat 2026-01-10 03:00 UTC  to Sat 2026-01-10 07:00 UTC  for 4h  (in 9d 3h)
//
//	$ casement diff --zone America/New_York prod.json edited.json
//	- Fri 2026-02-06 22:00 EST  to Sat 2026-02-07 02:00 EST  for 4h  Shortened
//	+ Fri 2026-02-06 23:00 EST  to Sat 2026-02-07 02:00 EST  for 3h  Shortened
//
// # Formats
//
// FILE may also be in YAML, and may be a document of another system: a maintenance configuration of AKS (package
// calendar/aks), a MaintenanceWindow or ClusterMaintenanceWindow of KubeDB (calendar/kubedb), a maintenance policy of Palette
// (calendar/palette). Which it is its keys tell, or --format. What such a document leaves open, and what is odd about it, goes to
// standard error in lines with the word remark. Where a file has several policies, --name says which: the name of a
// configuration, or namespace/name.
//
// # Exit status
//
//	      at, explain  next, fit   list   diff         vet
//	0     open         found       done   the same     nothing odd
//	1     shut         none found  -      some change  findings, the problems of a document among them
//	2     an error, which standard error explains: every problem of a document, one a line
//
// # JSON
//
// With --json, at, explain and fit write one object in one line; next and list write one such line for each open period, diff for
// each change, vet for each finding; and nothing is written where there is none. Instants are in UTC whatever --zone says. A key
// that has no value is left out: a policy that never opens has no "until". Keys may be added to these, never changed or removed.
//
//	at      policy     the policy's name
//	        at         the instant asked about
//	        open       true or false
//	        reason     why it is shut: Blackout, TooShort, BeforeStart, AfterEnd, BetweenWindows, NoWindows
//	        since      when this state began
//	        until      when it ends
//	        windows    which windows are open; those that would be, where the reason is Blackout or TooShort: path, name
//	        blackouts  which blackouts shut them: path, name, span
//	        next       the next open period: start, end, seconds
//	        tzVersion  the version of the tz database in use
//	next    start, end, seconds
//	list    start, end, seconds, cut to the range
//	fit     start, end, seconds
//	diff    kind (Added, Removed, Lengthened, Shortened, Moved, Split, Merged, Rearranged); before, after: lists of start, end, seconds
//	explain see calendar.Explanation; its instants have the offset of a zone of the policy, whatever --zone says
//	vet     severity (note, warning, problem), code, path, detail, remedy (see package calendar/vet)
//
// No search looks further than 100 years: what lies beyond counts as none.
package main

import (
	"os"
	"time"
	_ "time/tzdata" // for hosts that have no tz database of their own
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, time.Now()))
}
