package access

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// reach is which part of its scope an access role goes by: one that comes with a
// relation reaches by relation whatever else its scope says (A1).
func reach(a domain.AccessRole) domain.ScopeKind {
	if a.Kind == domain.RelationAccess {
		return domain.RelationScope
	}
	return a.Scope.Kind
}

// scopeShort says over whom an access role reaches, for a column.
func scopeShort(s scene.Scene, a domain.AccessRole) string {
	return scopeIn(s, a, [...]words.Key{
		"access.reach-none", "access.reach-all", "access.reach-own", "access.reach-places", "access.reach-no-types", "access.reach-types",
	})
}

// scopeLong says the same in a sentence.
func scopeLong(s scene.Scene, a domain.AccessRole) string {
	return scopeIn(s, a, [...]words.Key{
		"access.scope-none", "access.scope-all", "access.scope-own", "access.scope-places", "access.scope-no-types", "access.scope-types",
	})
}

// scopeIn picks from the words of: no scope, all clients, the own location, some
// locations, no relation type, some relation types.
func scopeIn(s scene.Scene, a domain.AccessRole, line [6]words.Key) string {
	switch reach(a) {
	case domain.AllClients:
		return s.Words.Say(line[1])
	case domain.LocationScope:
		if len(a.Scope.Locations) == 0 {
			return s.Words.Say(line[2])
		}
		places := make([]string, len(a.Scope.Locations))
		for i, l := range a.Scope.Locations {
			places[i] = words.Clean(l)
		}
		return s.Words.Say(line[3], len(places), s.Words.List(places))
	case domain.RelationScope:
		if len(a.Scope.RelationTypes) == 0 {
			return s.Words.Say(line[4])
		}
		return s.Words.Say(line[5], len(a.Scope.RelationTypes), s.Words.List(typeNames(s, a.Scope.RelationTypes)))
	}
	return s.Words.Say(line[0])
}

// typeNames names types; one that is switched off says so, for it gives nothing (E7).
func typeNames(s scene.Scene, ids []domain.RelationTypeID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = s.Words.RelationType(s.World, id)
		if t, ok := s.World.RelationType(id); ok && t.SwitchedOff {
			out[i] = s.Words.Say("types.name-off", out[i])
		}
	}
	return out
}
