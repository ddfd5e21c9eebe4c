package reference

// dialect is one way to write cron expressions (S10).
type dialect struct {
	forms       []string // the fields there can be, a letter each: second, minute, Hour, Day, Month, Weekday, year
	spaces      string   // what separates them
	firstSunday int      // the number of Sunday; where it is 0, 7 is one too unless noSeven says so
	noSeven     bool
	noNames     bool
	anyCase     bool // L, W and macros are as good in small letters, and in large ones

	special  []string // forms beyond numbers, ranges and steps
	alone    []string // those of them that suffer no other item in their field
	wraps    bool     // ranges go round the end of a field: 22-2
	sunday   bool     // ranges end with a Sunday at least: SAT-SUN
	openStep bool     // 5/10 is 5-59/10
	bigStep  bool     // a step may be longer than its field
	macros   map[string]string

	pairing        pairing
	realClock      string // with a * at the head of one of these fields, a schedule follows the real clock
	gap            gapChoice
	overlap        overlapChoice
	noLongGaps     bool // a start in a gap of more than three hours does not happen
	functionSyntax bool // cron(...)
}

// pairing is how the two day fields come together.
type pairing int

const (
	eitherButStars   pairing = iota // either, unless one field is * or ?
	eitherButItems                  // either, unless an item of one is * or ?
	eitherButLeading                // either, unless one begins with *
	theOneAsked                     // exactly one is ?, the other decides
	bothDays
)

// The special forms of items. Those of the day of month and of the day of week
// are named apart.
const (
	formAny         = "? in any field"
	formDays        = "? in the day fields"
	formLast        = "L"
	formBeforeLast  = "L-3"
	formLastWorkday = "LW"
	formNearest     = "15W"
	formSaturday    = "L of the week"
	formLastWeekday = "5L"
	formLastHash    = "5#L"
	formNth         = "5#2"
	formBoth        = "+"
	formHash        = "H"
)

var dialects = map[string]*dialect{
	"Default": {
		forms: []string{"mHDMW", "smHDMW", "smHDMWy"}, spaces: " \t", anyCase: true,
		special: []string{formDays, formLast, formBeforeLast, formLastWorkday, formNearest, formLastWeekday, formLastHash, formNth, formBoth},
		wraps:   true, openStep: true, bigStep: true, macros: macros("@reboot"), realClock: "H",
	},
	"OCPS": {
		forms: []string{"mHDMW", "smHDMW", "smHDMWy"}, spaces: " \t",
		special: []string{formDays, formLast, formNearest, formLastWeekday, formLastHash, formNth, formBoth}, alone: []string{formNearest},
		sunday: true, macros: macros("@reboot"), gap: skip,
	},
	"Kubernetes": {
		forms: []string{"mHDMW"}, spaces: " \t\n\v\f\r", noSeven: true,
		special: []string{formAny}, openStep: true, bigStep: true, macros: macros(""), pairing: eitherButItems, gap: skip, overlap: both,
	},
	"Vixie": {
		forms: []string{"mHDMW"}, spaces: " \t",
		bigStep: true, macros: macros("@reboot"), pairing: eitherButLeading, realClock: "mH", gap: next, noLongGaps: true,
	},
	"Quartz": {
		forms: []string{"smHDMW", "smHDMWy"}, spaces: " \t", firstSunday: 1, anyCase: true,
		special: []string{formDays, formLast, formBeforeLast, formLastWorkday, formNearest, formSaturday, formLastWeekday, formNth},
		alone:   []string{formLast, formBeforeLast, formLastWorkday, formSaturday, formLastWeekday, formNth},
		wraps:   true, openStep: true, pairing: theOneAsked, gap: skip, overlap: second,
	},
	"AWS": {
		forms: []string{"mHDMWy"}, spaces: " \t", firstSunday: 1, anyCase: true,
		special:  []string{formDays, formLast, formNearest, formSaturday, formLastWeekday, formNth},
		alone:    []string{formLast, formNearest, formSaturday, formLastWeekday, formNth},
		openStep: true, pairing: theOneAsked, gap: skip, functionSyntax: true,
	},
	"Jenkins": {
		forms: []string{"mHDMW"}, spaces: " \t", noNames: true, special: []string{formHash}, pairing: bothDays, realClock: "H",
		macros: map[string]string{
			"@hourly": "H * * * *", "@daily": "H H * * *", "@midnight": "H H(0-2) * * *", "@weekly": "H H * * H",
			"@monthly": "H H H * *", "@yearly": "H H H H *", "@annually": "H H H H *",
		},
	},
}

// macros are the words that stand for all fields, and one that stands for no
// time at all.
func macros(never string) map[string]string {
	out := map[string]string{
		"@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
		"@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
	}
	if never != "" {
		out[never] = ""
	}
	return out
}
