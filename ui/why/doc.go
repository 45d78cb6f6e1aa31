// Package why is the dialog that says why one person sees another or not, which
// single edits would turn that, and who else sees that person.
//
// It promises that no key waits for the search: a few edits are tried between
// keys, and esc leaves at once. It refuses to judge visibility: it asks sight.
package why
