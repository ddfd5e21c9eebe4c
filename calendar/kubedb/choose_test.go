package kubedb_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/casement-go/casement/calendar/kubedb"
	"github.com/casement-go/casement/tz"
)

func TestChoose(t *testing.T) {
	namespaced := func(namespace, name string, isDefault bool) kubedb.Window {
		return kubedb.Window{Kind: kubedb.Namespaced, Namespace: namespace, Name: name, Default: isDefault}
	}
	cluster := func(name string, isDefault bool) kubedb.Window {
		return kubedb.Window{Kind: kubedb.Cluster, Name: name, Default: isDefault}
	}
	all := []kubedb.Window{
		namespaced("a", "one", false), namespaced("a", "two", true), namespaced("b", "one", false),
		namespaced("c", "one", true), namespaced("c", "two", true), namespaced("", "one", true),
		cluster("one", false), cluster("fleet", true),
	}
	twoDefaults := []kubedb.Window{cluster("x", true), cluster("y", true), namespaced("a", "one", true)}
	for _, c := range []struct {
		name      string
		windows   []kubedb.Window
		namespace string
		ref       *kubedb.Reference
		want      string // namespace/name
		reason    kubedb.Reason
		code      tz.Code
		path      string
	}{
		{"a reference", all, "a", &kubedb.Reference{Kind: kubedb.Namespaced, Name: "one"}, "a/one", kubedb.Referenced, "", ""},
		{"a reference in another namespace", all, "b", &kubedb.Reference{Kind: kubedb.Namespaced, Name: "one"}, "b/one", kubedb.Referenced, "", ""},
		{"a reference to a cluster's", all, "a", &kubedb.Reference{Kind: kubedb.Cluster, Name: "one"}, "/one", kubedb.Referenced, "", ""}, // KubeDB takes the first there is
		{"a reference with two defaults around", all, "c", &kubedb.Reference{Kind: kubedb.Namespaced, Name: "two"}, "c/two", kubedb.Referenced, "", ""},
		{"an unknown reference, though there is a default", all, "a", &kubedb.Reference{Kind: kubedb.Namespaced, Name: "three"}, "", "", kubedb.UnknownWindow, "name"},
		{"a reference to a window of another namespace", all, "b", &kubedb.Reference{Kind: kubedb.Namespaced, Name: "two"}, "", "", kubedb.UnknownWindow, "name"},
		{"a reference of another kind", all, "a", &kubedb.Reference{Kind: kubedb.Cluster, Name: "two"}, "", "", kubedb.UnknownWindow, "name"},
		{"a reference where none exist", nil, "a", &kubedb.Reference{Kind: kubedb.Cluster, Name: "x"}, "", "", kubedb.UnknownWindow, "name"}, // KubeDB panics
		{"a reference without a kind", all, "a", &kubedb.Reference{Name: "one"}, "", "", tz.Missing, "kind"},
		{"a reference to something else", all, "a", &kubedb.Reference{Kind: "Window", Name: "one"}, "", "", tz.Invalid, "kind"},
		{"a reference without a name", all, "a", &kubedb.Reference{Kind: kubedb.Cluster}, "", "", tz.Missing, "name"},
		{"two of a name", append(all, cluster("one", false)), "a", &kubedb.Reference{Kind: kubedb.Cluster, Name: "one"}, "", "", tz.Duplicate, "name"},
		{"the namespace's default", all, "a", nil, "a/two", kubedb.NamespaceDefault, "", ""},
		{"the cluster's default", all, "b", nil, "/fleet", kubedb.ClusterDefault, "", ""},
		{"two defaults of the namespace", all, "c", nil, "", "", kubedb.SeveralDefaults, ""},
		{"the namespace that is not named", all, "", nil, "/one", kubedb.NamespaceDefault, "", ""},
		{"the same by its name", all, "default", nil, "/one", kubedb.NamespaceDefault, "", ""},
		{"two defaults of the cluster", twoDefaults, "b", nil, "", "", kubedb.SeveralDefaults, ""},
		{"two defaults of the cluster that do not matter", twoDefaults, "a", nil, "a/one", kubedb.NamespaceDefault, "", ""},
		{"no default", all[:1], "a", nil, "", "", kubedb.NoWindow, ""},
		{"no windows", nil, "a", nil, "", "", kubedb.NoWindow, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, reason, err := kubedb.Choose(c.windows, c.namespace, c.ref)
			if c.code == "" {
				if got := w.Namespace + "/" + w.Name; err != nil || got != c.want || reason != c.reason {
					t.Errorf("got %s %s %v, want %s %s", got, reason, err, c.want, c.reason)
				}
				return
			}
			var e *tz.Error
			if !errors.As(err, &e) || e.Code != c.code || e.Path != c.path || w.Name != "" || reason != "" {
				t.Errorf("got %v %s %v, want %s at %q", w, reason, err, c.code, c.path)
			}
		})
	}
}

func ExampleChoose() {
	windows := []kubedb.Window{
		{Kind: kubedb.Namespaced, Namespace: "shop", Name: "nights", Default: true},
		{Kind: kubedb.Cluster, Name: "fleet", Default: true},
	}
	for _, namespace := range []string{"shop", "billing"} {
		w, reason, err := kubedb.Choose(windows, namespace, nil)
		fmt.Println(w.Name, reason, err)
	}
	_, _, err := kubedb.Choose(windows, "shop", &kubedb.Reference{Kind: kubedb.Namespaced, Name: "weekends"})
	fmt.Println(err)
	// Output:
	// nights NamespaceDefault <nil>
	// fleet ClusterDefault <nil>
	// name: "weekends": there is no MaintenanceWindow of this name in namespace shop
}
