package lang

var enTriptych = table{
	TriptychTitle:     "Three modes side by side",
	TriptychGroup:     "group %[1]s",
	TriptychOutside:   "is not a member of this group",
	TriptychNow:       "now",
	TriptychSees:      count{One: "sees %[1]d person", Other: "sees %[1]d persons"},
	TriptychMessages:  count{One: "can message %[1]d person", Other: "can message %[1]d persons"},
	TriptychSeesBrief: "sees %[1]d",
	TriptychBoth:      "sees %[1]d · can message %[2]d",
	TriptychMore:      "+%[1]d",
	TriptychLess:      "−%[1]d",
	TriptychAdded:     "+ new",
	TriptychRemoved:   "− lost",
	TriptychPlaced:    "(+) (−) only another place",
	TriptychNoGroup:   "No group is chosen. h and l (or ←→) walk through the groups; c closes this, after which n makes a group.",
	TriptychNobody:    "Nobody is chosen to look as. v picks a person, [ and ] pick a role; c closes this, after which a adds members.",

	ActTriptych:       "three modes",
	ActTriptychColumn: "other mode",
	ActTriptychMember: "next member",
	ActTriptychGroup:  "next group",
	ActTriptychTake:   "set this mode",
}
