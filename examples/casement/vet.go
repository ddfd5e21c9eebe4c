package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/vet"
)

// vetting answers what is odd about the policy, also where it does not compile.
func vetting(h *host, args []string) (int, error) {
	c, t := newCommandLine("vet"), h.now
	c.instant("at", &t)
	ignored := make(map[calendar.FindingCode]bool)
	c.Func("ignore", "", func(codes string) error {
		for code := range strings.SplitSeq(codes, ",") {
			if !slices.Contains(vet.Codes(), calendar.FindingCode(code)) {
				return fmt.Errorf("the codes of findings are %v", vet.Codes())
			}
			ignored[calendar.FindingCode(code)] = true
		}
		return nil
	})
	if err := c.parse(args); err != nil {
		return failure, err
	}
	name, data, format, err := h.document(c)
	if err != nil {
		return failure, err
	}
	all, err := formats[format](data)
	var found []calendar.Finding
	if err != nil {
		if format == "casement" {
			_, err = calendar.CompileJSON(data) // which has the problems of meaning, too
		}
		found = vet.Problems(err)
	} else {
		p, err := choose(all, c.name)
		if err == nil {
			err = h.remark(name, p)
		}
		if err != nil {
			return failure, fileError{name, err}
		}
		found = vet.Check(p.policy, t, vet.Options{})
	}
	found = slices.DeleteFunc(found, func(f calendar.Finding) bool { return ignored[f.Code] })
	for _, f := range found {
		if err := h.finding(c, f); err != nil {
			return failure, err
		}
	}
	if len(found) > 0 {
		return no, nil
	}
	if !c.json {
		_, err = h.stdout.WriteString("nothing found\n")
	}
	return yes, err
}

// finding writes a finding in one line.
func (h *host) finding(c *commandLine, f calendar.Finding) error {
	if c.json {
		return h.line(struct {
			Severity string `json:"severity"`
			Code     string `json:"code"`
			Path     string `json:"path,omitempty"`
			Detail   string `json:"detail"`
			Remedy   string `json:"remedy,omitempty"`
		}{f.Severity.String(), string(f.Code), f.Path, f.Detail, f.Remedy})
	}
	_, err := fmt.Fprintf(h.stdout, "%s %s %s\n", f.Severity, f.Code, f)
	return err
}
