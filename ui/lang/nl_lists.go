package lang

var nlLists = table{
	ListAboutWord:     "PERSOON|TOEGANGSROL",
	ListLine:          "%[1]s: %[2]s",
	ListEmpty:         "Er is niets dat in deze lijst hoort.",
	ListInactiveSince: "niet actief sinds %[1]s",
	ListInactiveFrom:  "niet meer actief vanaf %[1]s",
	ListNeverActive:   "niet actief",
	ListMembers:       count{One: "%[1]d lid", Other: "%[1]d leden"},
	ListUses:          "relaties: %[1]d lopend, %[2]d in totaal",
	ListScope:         "%[1]s; rolbereik: %[2]s; %[3]s",
	ListTasks:         "taken: %[1]s",
	ListNoTasks:       "geen taken",
	ListReading:       "%[1]s, %[2]s: %[3]s Antwoord: %[4]s (standaard: %[5]s)",

	"lists.short.person":     "noemt alle personen op naam",
	"lists.short.group":      "noemt alle groepen met hun zichtbaarheid en leden",
	"lists.short.member":     "noemt wie in een groep zit",
	"lists.short.relation":   "noemt de relaties van een persoon, of alle",
	"lists.short.type":       "noemt de relatietypen met wat zij doen",
	"lists.short.role":       "noemt de toegangsrollen met rolbereik en taken",
	"lists.short.assignment": "noemt wie welke toegangsrol heeft",
	"lists.short.reading":    "noemt de lezingen met hun antwoord",

	"field.ended": "ook wat voorbij is, nog komt of is ingetrokken",
}
