package lang

// The triptych: the three modes of a group side by side.
const (
	TriptychTitle     Key = "triptych.title"
	TriptychGroup     Key = "triptych.group" // 1 group
	TriptychOutside   Key = "triptych.outside"
	TriptychNow       Key = "triptych.now"
	TriptychSees      Key = "triptych.sees"       // 1 how many
	TriptychMessages  Key = "triptych.messages"   // 1 how many
	TriptychSeesBrief Key = "triptych.sees-brief" // 1 how many
	TriptychBoth      Key = "triptych.both"       // 1 how many are seen, 2 how many may be messaged
	TriptychMore      Key = "triptych.more"       // 1 how many
	TriptychLess      Key = "triptych.less"       // 1 how many
	TriptychAdded     Key = "triptych.added"
	TriptychRemoved   Key = "triptych.removed"
	TriptychPlaced    Key = "triptych.placed"
	TriptychNoGroup   Key = "triptych.no-group"
	TriptychNobody    Key = "triptych.nobody"

	ActTriptych       Key = "act.triptych"
	ActTriptychColumn Key = "act.triptych-column"
	ActTriptychMember Key = "act.triptych-member"
	ActTriptychGroup  Key = "act.triptych-group"
	ActTriptychTake   Key = "act.triptych-take"
)
