package main

// A usageError is a command line that makes no sense.
type usageError struct {
	subcommand string // empty where it is not clear which
	err        error
}

func (e usageError) Error() string {
	if e.subcommand == "" {
		return "casement: " + e.err.Error()
	}
	return "casement " + e.subcommand + ": " + e.err.Error()
}

func (e usageError) Unwrap() error { return e.err }

const synopsis = `usage: casement at      [--at INSTANT] [--zone NAME] [--format FORMAT] [--name NAME] [--json] FILE
       casement explain [--at INSTANT] [--format FORMAT] [--name NAME] [--json] FILE
       casement next    [--at INSTANT] [-n COUNT] [--zone NAME] [--format FORMAT] [--name NAME] [--json] FILE
       casement list    [--from INSTANT] [--to INSTANT] [--zone NAME] [--format FORMAT] [--name NAME] [--json] FILE
       casement fit     [--from INSTANT] [--need DURATION] [--zone NAME] [--format FORMAT] [--name NAME] [--json] FILE
       casement vet     [--at INSTANT] [--ignore CODES] [--format FORMAT] [--name NAME] [--json] FILE
       casement diff    [--from INSTANT] [--to INSTANT] [--zone NAME] [--format FORMAT] [--name NAME] [--json] OLD NEW
`

const explanation = `
FILE is a policy document in JSON or YAML, or - for standard input. Flags may stand before and after it. It may also be the
maintenance configuration of an AKS cluster, a MaintenanceWindow of KubeDB or a maintenance policy of Palette; standard error then
has remarks about what these leave open.

  at       is the policy open, until when, and why not?    exit status: 0 open, 1 shut
  explain  why is it open or shut, window by window?       exit status: 0 open, 1 shut
  next     when does it open next?                         exit status: 0 found, 1 none
  list     when is it open, from one instant to another?   exit status: 0
  fit      from when on is it open for as long as I need?  exit status: 0 found, 1 none
  vet      what is odd about it, from an instant on?       exit status: 0 nothing, 1 something
  diff     which of its open periods does an edit change?  exit status: 0 none, 1 some

  --at INSTANT    the instant to ask about, such as 2026-01-09T22:00:00-05:00 (default: now)
  -n COUNT        how many openings next shows (default: 1)
  --from INSTANT  where list, fit and diff begin (default: now)
  --to INSTANT    where list and diff end (default: 30 days after they begin)
  --need DURATION how long it must stay open, such as 3h or 1h30m (default: 1s); windows may have a cutoff besides
  --zone NAME     the zone times are shown in, such as America/New_York or +05:30 (default: UTC);
                  what the policy means does not depend on it (explain reads the clocks of the windows instead)
  --ignore CODES  which findings vet leaves out, such as Past,TooLittle
  --format FORMAT what the document is: aks, casement, kubedb or palette (default: what its keys look like)
  --name NAME     which policy of a document that has several
  --json          one JSON object a line, instants in UTC

The exit status is 2 where there is no answer: standard error has every problem of the document, one a line. (For vet these are
findings.)
`
