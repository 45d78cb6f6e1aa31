// Package draw makes the pictures of who sees whom: of a group, of a client and their
// network, of the institution, of days, and of what one person sees.
//
// It promises that every line and every share comes from domain/sight, that a picture says
// in its description whatever it shows, and that Seen shows no more than the tiles of that
// person (C4). A share is never rounded to nobody or to everybody. It refuses to know
// how a drawing is written, and to find names: they are handed in.
package draw
