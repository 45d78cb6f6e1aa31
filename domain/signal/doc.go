// Package signal finds what deserves attention in a set-up and never blocks
// (DOMAIN.md 4): groups without counselors, names that reveal too much, people whom
// nobody sees, what ends soon, and so on; see Codes.
//
// It promises that each signal has a stable code and names its objects by id in
// the order that the code documents, so that it can be accepted for good; that
// the same World gives the same signals in the same order; and that everything
// about sight comes from package sight. It refuses to know words and screens.
package signal
