package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/casement-go/casement/fuzz/conform/v1"
)

// An about is the content of about.json: what the published files are.
type about struct {
	Version    string         `json:"version"`
	Revision   int            `json:"revision"`
	TZDatabase string         `json:"tzDatabase"`
	Cases      int            `json:"cases"`
	Rules      map[string]int `json:"rules"` // how many cases each rule has
}

// write makes the published files in a directory, which holds zones.zip.
func write(dir string) error {
	zones, err := v1.ReadZones(filepath.Join(dir, "zones.zip"))
	if err != nil {
		return err
	}
	cases, err := v1.Cases(zones)
	if err != nil {
		return err
	}
	answers := make([][]byte, len(cases))
	for i, c := range cases {
		if answers[i], err = v1.Judge(c, zones.Zone); err != nil {
			return err
		}
	}
	lines, err := asLines(cases)
	if err != nil {
		return err
	}
	summary, err := json.MarshalIndent(aboutOf(cases), "", "  ")
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{
		"cases.jsonl": lines, "expected.jsonl": append(bytes.Join(answers, []byte("\n")), '\n'), "about.json": append(summary, '\n'),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// asLines writes one case a line.
func asLines(cases []v1.Case) ([]byte, error) {
	var b bytes.Buffer
	for _, c := range cases {
		line, err := json.Marshal(c)
		if err != nil {
			return nil, err
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.Bytes(), nil
}

func aboutOf(cases []v1.Case) about {
	a := about{v1.Version, v1.Revision, v1.TZDatabase, len(cases), map[string]int{}}
	for _, c := range cases {
		rule, _, _ := strings.Cut(c.ID, "-")
		a.Rules[rule]++
	}
	return a
}
