// Package files holds the dialogs that read and write files: import, export,
// backup and tables for a spreadsheet.
//
// It promises that nothing is overwritten or imported without a second enter, and
// that a path once typed is kept whatever comes of it. It refuses to touch a file
// or a folder: transfers and completions are wished of the root.
package files
