package sight

import (
	"fmt"

	"zichtlijn/domain"
)

// Pairing says who the two ends of a sightline are to each other. The order is
// from worst to least when a sightline is revealed (issue: client to client
// first): the zero value is the worst.
type Pairing uint8

// The pairings. A client is somebody's own while a relation between the two is
// in effect.
const (
	ClientClient     Pairing = iota
	GuardianClient           // a guardian and a client who is not their own
	ExternalClient           // an external and a client who is not their own
	GuardianGuardian         //
	GuardianExternal         //
	ExternalExternal         //
	OwnClient                // a guardian or external and their own client
	UserCounselor            // a user and a counselor, either way
	Colleagues               // counselors among themselves; an administrator with anybody
	pairingCount
)

var pairingCodes = [pairingCount]string{
	"client-client", "guardian-client", "external-client", "guardian-guardian", "guardian-external",
	"external-external", "own-client", "user-counselor", "colleagues",
}

// Pairings returns all, worst first.
func Pairings() []Pairing {
	out := make([]Pairing, pairingCount)
	for i := range out {
		out[i] = Pairing(i)
	}
	return out
}

// String returns the code, as in the command line's JSON.
func (p Pairing) String() string {
	if p < pairingCount {
		return pairingCodes[p]
	}
	return fmt.Sprintf("Pairing(%d)", uint8(p))
}

// pairingOf returns what two roles are to each other, whichever of them looks,
// as if no client were their own.
func pairingOf(a, b domain.Role) Pairing {
	switch {
	case !a.IsUser() && !b.IsUser():
		return Colleagues
	case !a.IsUser() || !b.IsUser():
		return UserCounselor
	case a == domain.Client && b == domain.Client:
		return ClientClient
	case a == domain.Client || b == domain.Client:
		if a == domain.Guardian || b == domain.Guardian {
			return GuardianClient
		}
		return ExternalClient
	case a == domain.Guardian && b == domain.Guardian:
		return GuardianGuardian
	case a == domain.External && b == domain.External:
		return ExternalExternal
	}
	return GuardianExternal
}

// mayBeOwn reports whether a pairing is another where the client is their own.
func (p Pairing) mayBeOwn() bool { return p == GuardianClient || p == ExternalClient }
