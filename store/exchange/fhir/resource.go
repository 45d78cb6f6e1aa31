package fhir

import "zichtlijn/domain"

// The parts of FHIR R4 that a set-up needs, by their names there. Whatever may be absent
// has omitempty or is a pointer: FHIR knows no empty values.

type bundle struct {
	Resource string `json:"resourceType"`
	Meta     meta   `json:"meta"`
	Type     string `json:"type"`
}

type entry struct {
	FullURL  string `json:"fullUrl"`
	Resource any    `json:"resource"`
}

type head struct {
	Resource   string       `json:"resourceType"`
	Meta       *meta        `json:"meta,omitempty"`
	Language   string       `json:"language,omitempty"`
	Text       *narrative   `json:"text,omitempty"`
	Extension  []extension  `json:"extension,omitempty"`
	Identifier []identifier `json:"identifier,omitempty"`
}

type patient struct {
	head
	Active bool `json:"active"`
	human
}

type practitioner struct {
	head
	Active bool `json:"active"`
	human
}

// human is what is known of somebody in every resource about them.
type human struct {
	Name    []name      `json:"name"`
	Telecom []contact   `json:"telecom,omitempty"`
	Birth   domain.Date `json:"birthDate,omitempty"`
}

type practitionerRole struct {
	head
	Active       bool        `json:"active"`
	Period       *period     `json:"period,omitempty"`
	Practitioner reference   `json:"practitioner"`
	Code         []concept   `json:"code,omitempty"`
	Location     []reference `json:"location,omitempty"`
}

type relatedPerson struct {
	head
	Active       bool      `json:"active"`
	Patient      reference `json:"patient"`
	Relationship []concept `json:"relationship"`
	human
	Period *period `json:"period,omitempty"`
}

type group struct {
	head
	Active bool     `json:"active"`
	Type   string   `json:"type"`
	Actual bool     `json:"actual"`
	Name   string   `json:"name"`
	Member []member `json:"member,omitempty"`
}

type member struct {
	Entity reference `json:"entity"`
	Period *period   `json:"period,omitempty"`
}

type careTeam struct {
	head
	Status      string        `json:"status"`
	Name        string        `json:"name,omitempty"`
	Subject     reference     `json:"subject"`
	Participant []participant `json:"participant"`
}

type participant struct {
	Role   []concept `json:"role"`
	Member reference `json:"member"`
	Period *period   `json:"period,omitempty"`
}

type flag struct {
	head
	Status   string    `json:"status"`
	Category []concept `json:"category"`
	Code     concept   `json:"code"`
	Subject  reference `json:"subject"`
	Period   *period   `json:"period,omitempty"`
}

type meta struct {
	Security []coding `json:"security,omitempty"`
	Tag      []coding `json:"tag,omitempty"`
}

type narrative struct {
	Status string `json:"status"`
	Div    string `json:"div"`
}

type extension struct {
	URL       string     `json:"url"`
	Code      string     `json:"valueCode,omitempty"`
	Reference *reference `json:"valueReference,omitempty"`
}

type identifier struct {
	System string `json:"system"`
	Value  string `json:"value"`
}

type name struct {
	Text   string   `json:"text"`
	Family string   `json:"family,omitempty"`
	Given  []string `json:"given,omitempty"`
}

type contact struct {
	System string `json:"system"`
	Value  string `json:"value"`
}

// reference has the fullUrl of an entry, or for people to read a display only.
type reference struct {
	Reference string `json:"reference,omitempty"`
	Display   string `json:"display,omitempty"`
}

type concept struct {
	Coding []coding `json:"coding,omitempty"`
	Text   string   `json:"text,omitempty"`
}

type coding struct {
	System string `json:"system"`
	Code   string `json:"code"`
}

// period has whole days; End is included, as in domain.Period.
type period struct {
	Start domain.Date `json:"start,omitempty"`
	End   domain.Date `json:"end,omitempty"`
}

func periodOf(p domain.Period) *period {
	if p == (domain.Period{}) {
		return nil
	}
	return &period{p.From, p.Through}
}
