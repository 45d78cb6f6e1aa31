package steps

import "zichtlijn/domain"

// Step is one step of the stappenplan, by its stable code.
type Step string

// The steps of the institution, in order.
const (
	People    Step = "people"    // there are clients and counselors
	Types     Step = "types"     // there are the relation types that the people need
	Relations Step = "relations" // everybody has the relations they cannot do without; also of a group
	Groups    Step = "groups"    // there are groups, and each is done
)

// The steps of a group, in order, with Relations after Members.
const (
	Hidden  Step = "hidden"  // the group shows nothing before that was decided
	Members Step = "members" // users and two counselors (DOMAIN.md 4)
)

// The steps that are ticked by hand, after those: domain.HandSteps.
const (
	Look       Step = "look"
	Mode       Step = "mode"
	News       Step = "news" // only where the institution uses news groups (D2)
	Programmes Step = "programmes"
	Handover   Step = "handover" // also of the institution
)

// ByHand reports which step is ticked by hand, if this one is.
func (s Step) ByHand() (domain.HandStep, bool) { return domain.ParseHandStep(string(s)) }

// Code says in what way a step is open. It is stable: scripts and words hang on it.
type Code string

// What can be open.
const (
	NoClients       Code = "no-clients"
	NoCounselors    Code = "no-counselors"
	NoPrimaryType   Code = "no-primary-type"  // E1
	NoGuardianType  Code = "no-guardian-type" // E6: there are guardians, but no direct relation for them
	NoExternalType  Code = "no-external-type"
	NobodyYet       Code = "nobody-yet" // there is nobody whom the step is about
	WithoutRelation Code = "client-without-relation"
	WithoutPrimary  Code = "client-without-primary" // V8
	WithoutNetwork  Code = "user-without-network"   // N2: a guardian or external
	NoGroups        Code = "no-groups"
	GroupOpen       Code = "group-open"
	VisibleTooEarly Code = "visible-undecided" // visible, though never looked at as each role or decided
	NoUsers         Code = "no-users"
	FewCounselors   Code = "few-counselors" // Refs: those there are
	InactiveMember  Code = "inactive-member"
	NotLookedAs     Code = "not-looked-as" // Roles
	NotDecided      Code = "not-decided"
	DecidedOther    Code = "decided-otherwise" // Was: the setting that was decided
	NoNewsGroup     Code = "no-news-group"
	NotTicked       Code = "not-ticked"
)

// Open is one way in which a step is open, and what it is about.
type Open struct {
	Code  Code
	Refs  []domain.Ref // by id
	Roles []domain.Role
	Was   domain.Visibility
}

// State is how a step stands.
type State struct {
	Step Step
	Open []Open
	// Ticks are the marks of a step that is ticked by hand, stale ones included.
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

// judged adds the ways in which a step is open; those without anything to them are left out.
func judged(s Step, open ...[]Open) State {
	out := State{Step: s}
	for _, list := range open {
		out.Open = append(out.Open, list...)
	}
	return out
}

// when is open in one way where wrong holds.
func when(wrong bool, code Code, about ...domain.Ref) []Open {
	if !wrong {
		return nil
	}
	return []Open{{Code: code, Refs: about}}
}

// about is open in one way for each of some records, and closed for none.
func about[T ~string](code Code, n domain.Noun, ids []T) []Open {
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
