package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/aks"
	"github.com/casement-go/casement/calendar/kubedb"
	"github.com/casement-go/casement/calendar/palette"
	"sigs.k8s.io/yaml"
)

// A policy is one of those that a document holds, by the name it has there.
type policy struct {
	name    string
	policy  calendar.Policy
	remarks []calendar.Finding
}

// formats are the readers of documents, by the name that --format has for them.
var formats = map[string]func(data []byte) ([]policy, error){
	"casement": func(data []byte) ([]policy, error) {
		p, err := calendar.Parse(data)
		return []policy{{p.Name, p, nil}}, err
	},
	"aks": func(data []byte) (all []policy, err error) {
		configurations, err := aks.Parse(data)
		for _, c := range configurations {
			all = append(all, policy{c.Name, c.Policy, c.Remarks})
		}
		return all, err
	},
	"kubedb": func(data []byte) (all []policy, err error) {
		windows, err := kubedb.Parse(data)
		for _, w := range windows {
			name := w.Name
			if w.Namespace != "" {
				name = w.Namespace + "/" + w.Name
			}
			all = append(all, policy{name, w.Policy, w.Remarks})
		}
		return all, err
	},
	"palette": func(data []byte) ([]policy, error) {
		p, remarks, err := palette.Parse(data)
		return []policy{{p.Name, p, remarks}}, err
	},
}

// formatNames returns what --format can be.
func formatNames() string {
	var names []string
	for name := range formats {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// detect returns which of the formats a document has, by its keys: casement where nothing speaks for another one.
func detect(data []byte) string {
	if list := []json.RawMessage(nil); json.Unmarshal(data, &list) == nil {
		return "aks" // as az writes several configurations
	}
	var keys map[string]json.RawMessage
	if json.Unmarshal(data, &keys) != nil {
		return "casement" // whose reader says what is wrong
	}
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(name string) bool { _, ok := keys[name]; return ok })
	}
	switch {
	case has("windows"):
		return "casement"
	case has("apiVersion", "kind") && !has("properties"):
		return "kubedb"
	case has("schedules"):
		return "palette"
	case has("properties", "maintenanceWindow", "timeInWeek", "value", "schedule", "startTime", "durationHours",
		"main_maintenance_window", "maintenance_window", "time_in_week", "not_allowed_time", "start_time", "duration_hours"):
		return "aks"
	}
	return "casement"
}

// asJSON returns a document in JSON, of which YAML is another spelling. Several YAML documents in one file become a Kubernetes list.
func asJSON(data []byte) ([]byte, error) {
	if start := bytes.TrimLeft(data, " \t\r\n"); len(data) > calendar.MaxDocument || len(start) == 0 || start[0] == '{' || start[0] == '[' {
		return data, nil // what is wrong with it, its reader says
	}
	var documents []json.RawMessage
	for _, text := range splitYAML(data) {
		doc, err := yaml.YAMLToJSONStrict(text)
		if err != nil {
			return nil, errors.New(strings.ReplaceAll(strings.TrimPrefix(err.Error(), "yaml: "), "\n  ", " "))
		}
		if string(doc) != "null" {
			documents = append(documents, doc)
		}
	}
	switch {
	case len(documents) == 0:
		return []byte("null"), nil
	case len(documents) == 1:
		return documents[0], nil
	}
	for i, doc := range documents {
		if detect(doc) != "kubedb" {
			return nil, fmt.Errorf("the file has %d documents, and number %d is no Kubernetes resource: write one document a file", len(documents), i+1)
		}
	}
	return json.Marshal(map[string]any{"kind": "List", "items": documents})
}

// splitYAML returns the documents of a file: they are separated by lines that begin with ---.
func splitYAML(data []byte) [][]byte {
	documents := [][]byte{nil}
	for line := range bytes.Lines(data) {
		if bytes.HasPrefix(line, []byte("---")) && len(bytes.TrimSpace(line)) == 3 {
			documents = append(documents, nil)
			continue
		}
		last := len(documents) - 1
		documents[last] = append(documents[last], line...)
	}
	return documents
}

// choose returns the policy of a name: the only one, if no name is given.
func choose(all []policy, name string) (policy, error) {
	var names []string
	var found []policy
	for _, p := range all {
		names = append(names, fmt.Sprintf("%q", p.name))
		if name == "" || name == p.name {
			found = append(found, p)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(all) == 0:
		return policy{}, errors.New("the document has no policies")
	case len(found) == 0:
		return policy{}, fmt.Errorf("the document has no policy named %q: it has %s", name, strings.Join(names, ", "))
	case name != "":
		return policy{}, fmt.Errorf("the document has %d policies named %q", len(found), name)
	}
	return policy{}, fmt.Errorf("the document has %d policies: choose one with --name: %s", len(all), strings.Join(names, ", "))
}
