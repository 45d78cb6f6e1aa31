package lang

var enLists = table{
	ListAboutWord:     "PERSON|ROLE",
	ListLine:          "%[1]s: %[2]s",
	ListEmpty:         "There is nothing that belongs in this list.",
	ListInactiveSince: "inactive since %[1]s",
	ListInactiveFrom:  "no longer active from %[1]s",
	ListNeverActive:   "inactive",
	ListMembers:       count{One: "%[1]d member", Other: "%[1]d members"},
	ListUses:          "relations: %[1]d running, %[2]d in all",
	ListScope:         "%[1]s; scope: %[2]s; %[3]s",
	ListTasks:         "tasks: %[1]s",
	ListNoTasks:       "no tasks",
	ListReading:       "%[1]s, %[2]s: %[3]s Answer: %[4]s (default: %[5]s)",

	"lists.short.person":     "lists everybody by name",
	"lists.short.group":      "lists every group with its visibility and members",
	"lists.short.member":     "lists who is in a group",
	"lists.short.relation":   "lists the relations of a person, or all",
	"lists.short.type":       "lists the relation types with what they do",
	"lists.short.role":       "lists the access roles with scope and tasks",
	"lists.short.assignment": "lists who has which access role",
	"lists.short.reading":    "lists the readings with their answers",

	"field.ended": "also what is over, still to come or withdrawn",
}
