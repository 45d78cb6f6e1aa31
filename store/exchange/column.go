package exchange

import (
	"slices"
	"strings"

	"zichtlijn/domain"
)

// tableKind is what the rows of a table are.
type tableKind uint8

// The kinds, in the order in which they are tried on a table without a name that says it.
const (
	noTable tableKind = iota
	relationTable
	typeTable
	membershipTable
	flatTable // people with their group in the same row
	groupTable
	personTable
	tableKinds
)

// cellShape is how the cells of a column are read.
type cellShape uint8

const (
	textCell cellShape = iota
	dayCell
	yesNoCell
	roleCell
	visibilityCell
	kindCell
)

// column is a column of a table: the key of what it holds, its heads in Dutch and English,
// and what people write in their place.
type column struct {
	key    string
	nl, en string
	also   []string
	shape  cellShape
}

// The keys of columns that are no property of a record: they find one, or are taken apart.
const (
	wholeName      = "wholeName"
	groupName      = "groupName"
	personNumber   = "personNumber"
	clientNumber   = "clientNumber"
	typeName       = "typeName"
	groupCounselor = "counselor"
	inactiveFrom   = "inactiveFrom"
)

func personColumns() []column {
	return []column{
		{key: "id", nl: "persoon_id", en: "person_id"},
		{key: "number", nl: "nummer", en: "number", also: []string{"clientnr", "client_nr", "clientnummer", "client_nummer", "personeelsnummer", "personeelsnr", "medewerkernummer", "mdwnr", "mdw_nr"}},
		{key: "role", nl: "rol", en: "role", also: []string{"standaardrol", "default_role"}, shape: roleCell},
		{key: "givenName", nl: "voornaam", en: "given_name", also: []string{"roepnaam", "first_name"}},
		{key: "initials", nl: "voorletters", en: "initials", also: []string{"initialen"}},
		{key: "familyNamePrefix", nl: "tussenvoegsel", en: "family_name_prefix", also: []string{"tussenvoegsels", "voorvoegsel", "prefix"}},
		{key: "familyName", nl: "achternaam", en: "family_name", also: []string{"familienaam", "last_name", "surname"}},
		{key: "displayName", nl: "schermnaam", en: "display_name", also: []string{"weergavenaam"}},
		{key: "userName", nl: "gebruikersnaam", en: "user_name", also: []string{"username", "inlognaam", "login"}},
		{key: "email", nl: "email", en: "email", also: []string{"e_mail", "e_mailadres", "emailadres", "mail", "mailadres"}},
		{key: "birthDate", nl: "geboortedatum", en: "birth_date", also: []string{"geb_datum", "geb.datum", "gebdatum", "geboren", "date_of_birth"}, shape: dayCell},
		{key: "location", nl: "locatie", en: "location", also: []string{"afdeling", "vestiging"}},
		{key: "function", nl: "functie", en: "function", also: []string{"job_title"}},
		{key: "active", nl: "actief", en: "active", shape: yesNoCell},
		{key: inactiveFrom, nl: "inactief_vanaf", en: "inactive_from", also: []string{"uit_dienst", "uit_zorg"}, shape: dayCell},
		{key: "note", nl: "opmerking", en: "note", also: []string{"opmerkingen", "notitie"}},
		{key: wholeName, nl: "naam", en: "name", also: []string{"volledige_naam", "full_name", "client", "bewoner", "medewerker", "persoon"}},
	}
}

func periodColumns() []column {
	return []column{
		{key: "from", nl: "van", en: "from", also: []string{"vanaf", "startdatum", "begindatum", "ingangsdatum", "start_date", "valid_from"}, shape: dayCell},
		{key: "through", nl: "tot_en_met", en: "through", also: []string{"t/m", "tm", "einddatum", "end_date", "valid_through"}, shape: dayCell},
	}
}

// columns are those of a kind of table, in the order in which they are written.
func (k tableKind) columns() []column {
	groupID := column{key: "group", nl: "groep_id", en: "group_id"}
	group := column{key: groupName, nl: "groep", en: "group", also: []string{"groepsnaam", "group_name", "groepen", "groups"}}
	personID := column{key: "person", nl: "persoon_id", en: "person_id"}
	switch k {
	case personTable:
		return personColumns()
	case groupTable:
		return []column{
			{key: "id", nl: "groep_id", en: "group_id"},
			{key: "name", nl: "naam", en: "name", also: []string{"groep", "group", "groepsnaam", "group_name"}},
			{key: "visibility", nl: "zichtbaarheid", en: "visibility", also: []string{"instelling", "setting"}, shape: visibilityCell},
			{key: "location", nl: "locatie", en: "location", also: []string{"afdeling", "vestiging"}},
			{key: "newsGroup", nl: "nieuwsgroep", en: "news_group"},
			{key: "description", nl: "omschrijving", en: "description"},
		}
	case membershipTable:
		return append([]column{
			groupID, group, personID,
			{key: personNumber, nl: "nummer", en: "number", also: personColumns()[1].also},
			{key: "role", nl: "rol", en: "role", shape: roleCell},
		}, periodColumns()...)
	case flatTable:
		return slices.Concat(personColumns(), []column{groupID, group, {key: groupCounselor, nl: "begeleider", en: "counselor", also: []string{"behandelaar", "mentor"}}}, periodColumns())
	case typeTable:
		return []column{
			{key: "id", nl: "relatietype_id", en: "relation_type_id"},
			{key: "name", nl: "relatietype", en: "relation_type", also: []string{"naam", "name"}},
			{key: "kind", nl: "soort", en: "kind", shape: kindCell},
			{key: "primary", nl: "primair", en: "primary", shape: yesNoCell},
			{key: "exclusive", nl: "uniek", en: "exclusive", shape: yesNoCell},
			{key: "relevant", nl: "relevant", en: "relevant", shape: yesNoCell},
			{key: "negative", nl: "ongewenst", en: "negative", shape: yesNoCell},
			{key: "legal", nl: "juridisch", en: "legal", shape: yesNoCell},
			{key: "vbmResponsible", nl: "bopz", en: "vbm_responsible", also: []string{"wzd", "vbm"}, shape: yesNoCell},
			{key: "network", nl: "directe_relatie", en: "network", shape: yesNoCell},
			{key: "active", nl: "actief", en: "active", shape: yesNoCell},
		}
	case relationTable:
		return slices.Concat([]column{
			{key: "id", nl: "relatie_id", en: "relation_id"},
			{key: "client", nl: "client_id", en: "client_id"},
			{key: clientNumber, nl: "clientnummer", en: "client_number", also: []string{"clientnr", "client_nr", "client_nummer"}},
			personID,
			{key: personNumber, nl: "medewerkernummer", en: "employee_number", also: []string{"personeelsnummer", "personeelsnr", "mdwnr", "mdw_nr", "nummer", "number"}},
			{key: typeName, nl: "relatietype", en: "relation_type", also: []string{"relatie", "relation", "type"}},
		}, periodColumns(), []column{
			{key: "withdrawn", nl: "ingetrokken", en: "withdrawn", shape: yesNoCell},
			{key: "replacedBy", nl: "vervangen_door", en: "replaced_by"},
			{key: "note", nl: "opmerking", en: "note", also: []string{"opmerkingen", "notitie"}},
		})
	}
	return nil
}

// names are those of a sheet or file of the kind, in Dutch and English; none for a flat
// list, which has any name.
func (k tableKind) names() (nl, en string) {
	switch k {
	case personTable:
		return "personen", "persons"
	case groupTable:
		return "groepen", "groups"
	case membershipTable:
		return "lidmaatschappen", "memberships"
	case typeTable:
		return "relatietypen", "relation-types"
	case relationTable:
		return "relaties", "relations"
	}
	return "", ""
}

// noun is what the rows are, first of all.
func (k tableKind) noun() domain.Noun {
	switch k {
	case groupTable:
		return domain.GroupNoun
	case membershipTable:
		return domain.MembershipNoun
	case typeTable:
		return domain.RelationTypeNoun
	case relationTable:
		return domain.RelationNoun
	}
	return domain.PersonNoun
}

// fits reports whether a table with these keys can be of the kind: what the others of the
// kind stand for is there.
func (k tableKind) fits(keys map[string]bool) bool {
	any := func(of ...string) bool { return slices.ContainsFunc(of, func(key string) bool { return keys[key] }) }
	switch k {
	case relationTable:
		return any("client", clientNumber) && any(typeName)
	case typeTable:
		return any("name") && any("kind")
	case membershipTable:
		return any("group", groupName) && any("person", personNumber)
	case flatTable:
		return any("group", groupName, groupCounselor) && any("givenName", "familyName", wholeName)
	case groupTable:
		return any("name") && any("id", "visibility", "newsGroup")
	case personTable:
		return any("givenName", "familyName", wholeName, "displayName") || any("id", "number") && any("role")
	}
	return false
}

// forbiddenHeads are those of a citizen service number, which is never read.
var forbiddenHeads = []string{"bsn", "bsn_nummer", "bsn_nr", "burgerservicenummer", "burgerservicenr", "sofinummer", "sofi_nummer"}

// setAside begins the heads of what a file of rejected rows says about each.
const setAside = "fout_"

// head folds the head of a column: what is written with another case, accent, space or
// hyphen is the same.
func head(s string) string {
	s = strings.Trim(domain.LookUp(s), " *:")
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '_' }), "_")
}

// find returns the place of the column that a head names, -1 where none does.
func find(columns []column, folded string) int {
	return slices.IndexFunc(columns, func(c column) bool {
		return folded == c.nl || folded == c.en || slices.Contains(c.also, folded)
	})
}

// FoldHead folds the head of a column, as How.Columns has it.
func FoldHead(s string) string { return head(s) }

// KnownHead reports whether some table has a column with a head.
func KnownHead(s string) bool {
	for k := relationTable; k < tableKinds; k++ {
		if find(k.columns(), head(s)) >= 0 {
			return true
		}
	}
	return false
}
