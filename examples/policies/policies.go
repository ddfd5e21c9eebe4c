// Package policies holds maintenance policies as they are in real life, in the form that package calendar reads:
//
//   - kubernetes-upgrades: every other Friday and weeknights, with a year-end freeze that comes again every year
//   - patch-tuesday: rings that follow the second Tuesday of the month by days, also into the next month
//   - weeknights: a cron expression, cut by business hours and a public holiday, at a fixed offset
//   - european-bank: Sunday nights with a settlement in them, also when clocks change, and the end of the month
//   - emergency: Saturdays, with one-off windows between them and a broadcast that must not be disturbed
//   - continuous-delivery: open at all times but weekends and the end of the year
//
// Each is compiled by this package's test, and its open periods of a month are compared with a list written by hand,
// in testdata.
package policies

import "embed"

// Files are the policies, one a file: kubernetes-upgrades.json and so on.
//
//go:embed *.json
var Files embed.FS
