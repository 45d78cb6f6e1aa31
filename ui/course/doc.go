// Package course is the dialog that says since when and until when one person
// sees another: every span of days in order, the one of the reference date
// marked, and below it why.
//
// It promises that what it says of a day is what the policy says in the world of
// that day, and that it tells apart what periods decide from what rests on the
// journal or is assumed. It refuses to know the other rooms and the root.
package course
