// Package relationtypes is the list of relation types: every kind of relation with
// its flags, and what each flag does.
//
// It promises that a combination of flags that the domain refuses cannot be
// ticked, and that switching a type off or making it a direct relation says whom
// that shows and hides. It refuses to know how relations themselves are edited.
package relationtypes
