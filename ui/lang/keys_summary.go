package lang

// What the journal says. A verb's sentence has the key "summary." and the verb;
// how many of a noun, "count." and the noun.
const (
	SummaryUndone   Key = "summary.undone"
	SummaryRedone   Key = "summary.redone"
	SummaryOther    Key = "summary.other"
	SummaryReplaces Key = "summary.relation.add.replaces"
	SummaryRelation Key = "summary.relation"
	SummaryInactive Key = "summary.person.leave.inactive"

	DetailNew     Key = "detail.new"
	DetailRemoved Key = "detail.removed"
	DetailField   Key = "detail.field"
	DetailTurned  Key = "detail.turned"
	DetailEmpty   Key = "detail.empty"
	DetailMore    Key = "detail.more"
)
