package kubedb

import (
	"cmp"
	"strings"

	"github.com/casement-go/casement/tz"
)

// A Reference names a window explicitly.
type Reference struct {
	Kind string // Namespaced or Cluster
	Name string // in the database's own namespace, if Kind is Namespaced
}

// A Reason says why a window was chosen.
type Reason string

// The reasons, in the order in which windows are looked for.
const (
	Referenced       Reason = "Referenced"       // it is referred to
	NamespaceDefault Reason = "NamespaceDefault" // it is the default of the namespace
	ClusterDefault   Reason = "ClusterDefault"   // it is the default of the cluster
)

// What Choose reports.
const (
	UnknownWindow   tz.Code = "UnknownWindow"   // there is no window of that kind and name
	SeveralDefaults tz.Code = "SeveralDefaults" // more than one window is the default of the namespace, or of the cluster
	NoWindow        tz.Code = "NoWindow"        // there is neither a reference nor a default
)

// Choose returns the window for a database in a namespace, as KubeDB chooses it: the one that ref names if ref is not nil, else the
// default of the namespace, else that of the cluster. An empty namespace, also of a window, is default.
//
// The error is a *[tz.Error] with the code [UnknownWindow], [SeveralDefaults] or [NoWindow]; [tz.Duplicate] if ref names two
// windows; [tz.Missing] or [tz.Invalid] if it names none. A default does not stand in for a reference that is wrong, nor the
// cluster's for two of the namespace: either would be a window that nobody chose. Two defaults matter only where a default is
// looked for.
func Choose(windows []Window, namespace string, ref *Reference) (Window, Reason, error) {
	namespace = cmp.Or(namespace, "default")
	inScope := func(w *Window, kind string) bool {
		return w.Kind == kind && (kind == Cluster || cmp.Or(w.Namespace, "default") == namespace)
	}
	find := func(match func(*Window) bool) (found []Window) {
		for i := range windows {
			if match(&windows[i]) {
				found = append(found, windows[i])
			}
		}
		return found
	}
	if ref != nil {
		switch {
		case ref.Kind == "":
			return Window{}, "", &tz.Error{Code: tz.Missing, Path: "kind", Detail: "a reference has a kind: " + Namespaced + " or " + Cluster}
		case ref.Kind != Namespaced && ref.Kind != Cluster:
			return Window{}, "", &tz.Error{Code: tz.Invalid, Path: "kind", Input: ref.Kind, Detail: "a reference is to a " + Namespaced + " or a " + Cluster}
		case ref.Name == "":
			return Window{}, "", &tz.Error{Code: tz.Missing, Path: "name", Detail: "a reference has a name"}
		}
		found := find(func(w *Window) bool { return inScope(w, ref.Kind) && w.Name == ref.Name })
		where := ""
		if ref.Kind == Namespaced {
			where = " in namespace " + namespace
		}
		switch len(found) {
		case 1:
			return found[0], Referenced, nil
		case 0:
			return Window{}, "", &tz.Error{Code: UnknownWindow, Path: "name", Input: ref.Name, Detail: "there is no " + ref.Kind + " of this name" + where}
		}
		return Window{}, "", &tz.Error{Code: tz.Duplicate, Path: "name", Input: ref.Name, Detail: "there is more than one " + ref.Kind + " of this name" + where}
	}
	for _, scope := range []struct {
		kind   string
		reason Reason
		of     string
	}{{Namespaced, NamespaceDefault, "namespace " + namespace}, {Cluster, ClusterDefault, "the cluster"}} {
		found := find(func(w *Window) bool { return inScope(w, scope.kind) && w.Default })
		switch len(found) {
		case 1:
			return found[0], scope.reason, nil
		case 0:
			continue
		}
		names := make([]string, len(found))
		for i, w := range found {
			names[i] = w.Name
		}
		return Window{}, "", &tz.Error{Code: SeveralDefaults, Detail: "more than one " + scope.kind + " is the default of " + scope.of + ": " + strings.Join(names, ", ")}
	}
	return Window{}, "", &tz.Error{Code: NoWindow, Detail: "there is no reference to a window, and no default in namespace " + namespace + " or in the cluster"}
}
