// Package domain holds the nouns of a care institution's set-up and the one
// mechanism by which they change.
//
// It promises that a World never changes. Every edit is a Command that plans
// Changes, every Change keeps what was there before, and With makes the next World
// out of them while the old one stays valid. Undo, redo, audit and conflicts follow
// from that alone.
//
// It refuses to know files, clocks, terminals and languages. Dates are handed
// in, a refusal is data, and no sentence stands here.
//
// The numbers in the cbor tags name the fields of a record for as long as files
// exist: never change the meaning of a number, never use one again.
package domain
