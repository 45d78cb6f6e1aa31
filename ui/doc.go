// Package ui is the root model of the screen: it routes keys and clicks, grants what
// screens and dialogs wish, queues edits, and draws the window.
//
// It promises that nothing on screen claims an edit before the disk has it, that
// one edit is in flight at a time and none is lost by leaving, and that the
// terminal is restored. It refuses to know files, JSON and the environment: it declares
// the small interfaces it needs, and main supplies them.
package ui
