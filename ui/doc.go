// Package ui is the screen: the root model that routes keys and clicks, grants
// what screens and dialogs wish, queues edits, and composes the picture.
//
// It promises that nothing on screen claims an edit before the disk has it, that
// one edit is in flight at a time and none is lost by leaving, and that the
// terminal is left as it was found. It refuses to know how a
// file is kept, JSON and the environment: it declares the small interfaces it
// needs, and main supplies them.
package ui
