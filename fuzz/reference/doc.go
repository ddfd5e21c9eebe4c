// Package reference answers the questions of a calendar slowly and plainly, so
// that the answers of the fast engine can be compared with it.
//
// It shares nothing with the rooms it judges: it imports the standard library
// alone, reads the document by itself, resolves local times by itself and keeps
// its own sets of instants. A mistake made once would otherwise be made on both
// sides and never be seen. Where the engine jumps, this package walks:
//
//   - civil dates are plain day numbers, visited one by one ([rule.on] asks of
//     each whether the schedule names it);
//   - a zone is asked for its offset every hour, each change is located by
//     bisection, and a local time is tried with every offset the zone then has;
//   - sets of instants are sorted slices of half-open [start, end) pairs.
//
// It decides all that a policy document can say, cron in all its dialects
// included, save recurrence rules, which it names by [ErrUnsupported].
//
// Comments name the rules of the specification (S1 to S20) that they follow. A
// document that breaks one is refused with a [Problem]: its code and path are those
// that the specification gives them, but [Compile] stops at the first.
package reference
