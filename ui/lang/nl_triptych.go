package lang

var nlTriptych = table{
	TriptychTitle:     "Drie standen naast elkaar",
	TriptychGroup:     "groep %[1]s",
	TriptychOutside:   "is geen lid van deze groep",
	TriptychNow:       "nu",
	TriptychSees:      count{One: "ziet %[1]d persoon", Other: "ziet %[1]d personen"},
	TriptychMessages:  count{One: "bericht aan %[1]d persoon", Other: "bericht aan %[1]d personen"},
	TriptychSeesBrief: "ziet %[1]d",
	TriptychBoth:      "ziet %[1]d · bericht aan %[2]d",
	TriptychMore:      "+%[1]d",
	TriptychLess:      "−%[1]d",
	TriptychAdded:     "+ nieuw",
	TriptychRemoved:   "− valt weg",
	TriptychPlaced:    "(+) (−) alleen een andere plek",
	TriptychNoGroup:   "Er is geen groep gekozen. h en l (of ←→) lopen door de groepen; c sluit dit scherm, daarna maakt n een groep.",
	TriptychNobody:    "Er is niemand gekozen om als te kijken. v kiest een persoon, [ en ] kiezen een rol; c sluit dit scherm, daarna voegt a leden toe.",

	ActTriptych:       "drie standen",
	ActTriptychColumn: "andere stand",
	ActTriptychMember: "volgend lid",
	ActTriptychGroup:  "volgende groep",
	ActTriptychTake:   "instellen",
}
