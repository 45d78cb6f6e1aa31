// Package shelf is a list that can be filtered, beside the details of the record
// under its cursor: what most screens are made of.
//
// It promises that the cursor stays on its record through edits and filters, that
// a frame costs what it shows, and that every such screen answers the same keys
// and the same mouse alike. It refuses to know what is listed: a Source says that.
//
// A Shelf and its Source are values. Whatever takes time is worked out in Update,
// and View draws it; only where the scene has moved on without a message does View
// work it out for itself, and keeps nothing.
package shelf
