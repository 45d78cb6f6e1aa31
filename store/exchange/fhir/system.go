package fhir

import (
	"crypto/sha1"
	"fmt"
	"strings"

	"zichtlijn/domain"
)

// Code systems of others.
const (
	confidentiality   = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
	actReason         = "http://terminology.hl7.org/CodeSystem/v3-ActReason"
	participationType = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"
	flagCategory      = "http://terminology.hl7.org/CodeSystem/flag-category"
	snomed            = "http://snomed.info/sct"
	vektisRelation    = "urn:oid:2.16.840.1.113883.2.4.3.11.22.472" // COD472-VEKT
)

// Systems and extensions of our own.
const (
	ownPerson     = "urn:zichtlijn:person" // our id: the same human in several resources
	ownGroup      = "urn:zichtlijn:group"
	ownRelation   = "urn:zichtlijn:relation"
	ownRole       = "urn:zichtlijn:role"          // the codes of domain.Role
	ownFlag       = "urn:zichtlijn:relation-flag" // the flags of a type, as in the exchange form
	ownVisibility = "urn:zichtlijn:visibility"    // the codes of domain.Visibility, on a Group
	ownUnwanted   = "urn:zichtlijn:unwanted"      // on a Flag: the Practitioner
)

// numberSystem returns whose numbers the person's is among.
func numberSystem(p domain.Person) string {
	switch {
	case p.Role == domain.Client:
		return "urn:zichtlijn:client-number"
	case p.Role.IsCounselor():
		return "urn:zichtlijn:employee-number"
	}
	return "urn:zichtlijn:other-number"
}

// takesPart is what somebody in that role is in a care team, with the codes of Koppeltaal
// 2.0. It knows no externals: their nearest is a relative, and our own code stands beside
// it.
func takesPart(r domain.Role) concept {
	code := "405623001" // assigned practitioner
	switch r {
	case domain.Guardian:
		code = "310391000146105" // legal representative
	case domain.External:
		code = "125677006" // relative
	}
	return concept{Coding: []coding{{snomed, code}, {ownRole, r.String()}}}
}

// relationship is what a relation of that type makes of somebody who is no employee.
func relationship(t domain.RelationType) concept {
	code := "09" // other
	switch {
	case t.Kind == domain.GuardianKind:
		code = "24" // legal representative
	case t.Network:
		code = "23" // contact
	}
	return concept{[]coding{{vektisRelation, code}}, t.Name}
}

// responsibilities is what a relation of that type makes of an employee: what it is called,
// then a concept for each flag, for they are no translations of one another.
func responsibilities(t domain.RelationType) []concept {
	out := []concept{{[]coding{{snomed, "405623001"}}, t.Name}}
	if t.Legal {
		out = append(out, concept{Coding: []coding{{participationType, "RESP"}}})
	}
	for _, p := range domain.RelationTypeProperties() {
		if p.Shape == domain.Flag && p.Field != "active" && p.Text(&t) == "true" {
			out = append(out, concept{Coding: []coding{{ownFlag, string(p.Field)}}})
		}
	}
	return out
}

// space is the namespace of our UUIDs. Changing it gives every resource another name.
const space = "\xcd\x89\xf6\x3b\xf9\xf2\x4b\x41\x80\x0a\xef\x67\x80\x73\xbe\xb8"

// fullURL names a resource by a UUID of version 5 (RFC 4122) of its type and of our
// ids, which contain no slash. So another export of the same set-up names it alike; one
// of another institution may too, where that chose the same ids.
func fullURL(resource string, ids ...string) string {
	sum := sha1.Sum([]byte(space + resource + "/" + strings.Join(ids, "/")))
	u := sum[:16]
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

func patientURL(id domain.PersonID) string      { return fullURL("Patient", string(id)) }
func practitionerURL(id domain.PersonID) string { return fullURL("Practitioner", string(id)) }
func relatedURL(id, client domain.PersonID) string {
	return fullURL("RelatedPerson", string(id), string(client))
}
func groupURL(id domain.GroupID) string { return fullURL("Group", string(id)) }
