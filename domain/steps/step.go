package steps

import "zichtlijn/domain"

// Step is one step of the stappenplan, by its stable code.
type Step string

// The steps of the institution, in order.
const (
	People    Step = "people"    // there are clients and counselors
	Types     Step = "types"     // there are the relation types that the people need
	Relations Step = "relations" // everybody has the relations they need; also of a group
	Groups    Step = "groups"    // there are groups, and each is done
)

// The steps of a group, in order, with Relations after Members.
const (
	Hidden  Step = "hidden"  // the group is hidden until its visibility is decided
	Members Step = "members" // users and two counselors (DOMAIN.md 4)
)

// The steps that are ticked by hand, after those; see domain.HandSteps.
const (
	Look       Step = "look"
	Mode       Step = "mode"
	News       Step = "news" // only where the institution uses news groups (D2)
	Programmes Step = "programmes"
	Handover   Step = "handover" // also of the institution
)

// ByHand returns the step as a HandStep; ok is false if it is not ticked by hand.
func (s Step) ByHand() (domain.HandStep, bool) { return domain.ParseHandStep(string(s)) }

// Code is why a step is open. It is stable: scripts and words depend on it.
type Code string

// Why a step can be open.
const (
	NoClients       Code = "no-clients"
	NoCounselors    Code = "no-counselors"
	NoPrimaryType   Code = "no-primary-type"  // E1
	NoGuardianType  Code = "no-guardian-type" // E6: there are guardians, but no direct relation for them
	NoExternalType  Code = "no-external-type"
	NobodyYet       Code = "nobody-yet" // the step is about people, and there are none
	WithoutRelation Code = "client-without-relation"
	WithoutPrimary  Code = "client-without-primary" // V8
	WithoutNetwork  Code = "user-without-network"   // N2: a guardian or external
	NoGroups        Code = "no-groups"
	GroupOpen       Code = "group-open"
	VisibleTooEarly Code = "visible-undecided" // visible, but Look or Mode is not done
	NoUsers         Code = "no-users"
	FewCounselors   Code = "few-counselors" // Refs: the counselors
	InactiveMember  Code = "inactive-member"
	NotLookedAs     Code = "not-looked-as" // Roles
	NotDecided      Code = "not-decided"
	DecidedOther    Code = "decided-otherwise" // Was: the setting that was decided
	NoNewsGroup     Code = "no-news-group"
	NotTicked       Code = "not-ticked"
)

// Open is one reason why a step is open.
type Open struct {
	Code  Code
	Refs  []domain.Ref // by id
	Roles []domain.Role
	Was   domain.Visibility
}

// State is a step and whether it is done.
type State struct {
	Step Step
	Open []Open
	// Ticks are those of a step that is ticked by hand, outdated ones included.
	Ticks []domain.AcceptedSignal
}

// Done reports whether nothing is open.
func (s State) Done() bool { return len(s.Open) == 0 }

// Count returns how many of the states are done.
func Count(all []State) int {
	done := 0
	for _, s := range all {
		if s.Done() {
			done++
		}
	}
	return done
}

// newState returns the state of a step that is open for all the reasons.
func newState(s Step, open ...[]Open) State {
	out := State{Step: s}
	for _, list := range open {
		out.Open = append(out.Open, list...)
	}
	return out
}

// openIf returns one reason, if wrong.
func openIf(wrong bool, code Code, about ...domain.Ref) []Open {
	if !wrong {
		return nil
	}
	return []Open{{Code: code, Refs: about}}
}

// openFor returns one reason about records, if there are any.
func openFor[T ~string](code Code, n domain.Noun, ids []T) []Open {
	if len(ids) == 0 {
		return nil
	}
	return []Open{{Code: code, Refs: refs(n, ids)}}
}

func refs[T ~string](n domain.Noun, ids []T) []domain.Ref {
	out := make([]domain.Ref, len(ids))
	for i, id := range ids {
		out[i] = domain.Ref{Noun: n, Key: string(id)}
	}
	return out
}
