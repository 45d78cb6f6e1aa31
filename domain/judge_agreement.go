package domain

func (j *judge) agreement(s *Swap[Agreement]) {
	if s.After == nil {
		return
	}
	a := *s.After
	at := Ref{AgreementNoun, a.Key()}
	j.id(at)
	properties(j, at, agreementProperties, &a)
	if a.Kind > NoRoleInGroup {
		return
	}
	// What another kind would need is refused and not dropped: whoever wrote it
	// down meant something by it.
	for _, f := range a.beyond() {
		j.refuse(Refusal{Code: NotOfKind, Subject: at, Field: f})
	}
	if a.Kind.OfPair() {
		viewer := j.resolves(at, "viewer", refPerson(a.Viewer))
		if other := j.resolves(at, "other", refPerson(a.Other)); viewer && other && a.Viewer == a.Other {
			j.refuse(Refusal{Code: SamePerson, Subject: at, Field: "other", Others: []Ref{refPerson(a.Other)}})
		}
		return
	}
	j.resolves(at, "group", refGroup(a.Group))
	if a.Kind == NoRoleInGroup && a.Role == NoRole {
		j.refuse(Refusal{Code: ValueMissing, Subject: at, Field: "role"})
	}
}
