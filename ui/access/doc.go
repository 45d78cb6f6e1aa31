// Package access is the list of access roles of Ons Autorisatie, with who has them.
//
// It promises that an access role on a negative type is never silent, and that
// somebody gets, keeps and loses a role with a period. It refuses to know how
// relation types are edited.
package access
