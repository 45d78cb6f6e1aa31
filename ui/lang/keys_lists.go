package lang

// What lists on the command line say. What a list is of has the key
// "lists.short." and its noun.
const (
	ListAboutWord     Key = "lists.about-word"
	ListLine          Key = "lists.line" // 1 name with id, 2 the rest
	ListEmpty         Key = "lists.empty"
	ListInactiveSince Key = "lists.inactive-since" // 1 first day without
	ListInactiveFrom  Key = "lists.inactive-from"  // the same, still to come
	ListNeverActive   Key = "lists.never-active"
	ListMembers       Key = "lists.members" // 1 how many
	ListUses          Key = "lists.uses"    // 1 running, 2 all
	ListScope         Key = "lists.scope"   // 1 kind, 2 over whom, 3 tasks
	ListTasks         Key = "lists.tasks"   // 1 tasks
	ListNoTasks       Key = "lists.no-tasks"
	ListReading       Key = "lists.reading" // 1 rule, 2 code, 3 question, 4 answer, 5 default
)
