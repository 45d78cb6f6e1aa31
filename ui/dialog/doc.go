// Package dialog is what the dialogs of all rooms are made of: the sheet they
// are drawn on, text that is longer than its place, the question before what was
// typed is thrown away, fields that more than one asks for, and the three dialogs
// that more than one room has (a form, which is described by its fields, a list of
// what stands in the way, a list to pick from).
//
// It promises that every dialog fits in the window, answers a click on its hints
// like the key, and loses nothing that was typed without asking. It refuses to
// know the screens, the root, and what any dialog is about.
package dialog
