package lang

// Agreements: what they promise and how they stand, and the screen Afspraken.
const (
	AgreementNeverSees     Key = "agreement.never-sees" // 1 viewer, 2 other
	AgreementNeverMessages Key = "agreement.never-messages"
	AgreementSees          Key = "agreement.sees"
	AgreementAtMost        Key = "agreement.group-at-most"    // 1 group, 2 the most open setting
	AgreementNoRole        Key = "agreement.no-role-in-group" // 1 group, 2 role

	VerdictHolds    Key = "verdict.holds"  // 1 the promise
	VerdictBroken   Key = "verdict.broken" // 1 what is the case instead
	BreachNeverSees Key = "breach.never-sees"
	BreachMessages  Key = "breach.never-messages"   // 1 viewer, 2 other, 3 routes
	BreachSees      Key = "breach.sees"             // 1 viewer, 2 other
	BreachAtMost    Key = "breach.group-at-most"    // 1 group, 2 its setting, 3 the most open one
	BreachNoRole    Key = "breach.no-role-in-group" // 1 group, 2 role, 3 who
	RouteGroup      Key = "route.group"             // 1 group
	RouteDirect     Key = "route.direct"            // 1 relation type
	RouteNetwork    Key = "route.network"           // 1 client

	VerdictUntil Key = "verdict.until" // 1 the promise, 2 the last day on which it holds

	EditsAgreementWord Key = "edits.agreement-word"

	ScreenAgreements Key = "screen.agreements"

	AgreementsAll      Key = "agreements.all"  // 1 how many, 2 name of the screen
	AgreementsSome     Key = "agreements.some" // 1 how many, 2 name, 3 of how many
	AgreementsBroken   Key = "agreements.broken"
	AgreementsBreaking Key = "agreements.breaking"
	AgreementsHolding  Key = "agreements.holding"
	AgreementsAbout    Key = "agreements.about"
	AgreementsTabAbout Key = "agreements.tab-about"
	AgreementsTabList  Key = "agreements.tab-list"
	AgreementsNone     Key = "agreements.none"
	AgreementsNoneNew  Key = "agreements.none-new"
	AgreementsExample  Key = "agreements.example"
	AgreementsWiden    Key = "agreements.widen"

	AgreementsIsBroken    Key = "agreements.is-broken" // 1 day
	AgreementsHolds       Key = "agreements.holds"     // 1 day
	AgreementsUntil       Key = "agreements.until"     // 1 last day, 2 first day on which it does not
	AgreementsHow         Key = "agreements.how"
	AgreementsHowThen     Key = "agreements.how-then" // 1 day
	AgreementsSeesNot     Key = "agreements.sees-not" // 1 viewer
	AgreementsAsks        Key = "agreements.asks"
	AgreementsNow         Key = "agreements.now"  // 1 setting
	AgreementsMost        Key = "agreements.most" // 1 setting
	AgreementsInGroup     Key = "agreements.in-group"
	AgreementsNote        Key = "agreements.note"
	AgreementsMend        Key = "agreements.mend"
	AgreementsMendNet     Key = "agreements.mend-network"
	AgreementsGoGroup     Key = "agreements.go-group"     // 1 group
	AgreementsGoRelations Key = "agreements.go-relations" // 1 person

	AgreementsNew    Key = "agreements.new"
	AgreementsEdit   Key = "agreements.edit"
	AgreementsRemove Key = "agreements.remove"
	AgreementsGo     Key = "agreements.go"
	AgreementsWhy    Key = "agreements.why"
	AgreementsFind   Key = "agreements.find"

	AgreementsAddTitle    Key = "agreements.add-title"
	AgreementsEditTitle   Key = "agreements.edit-title"
	AgreementsRemoveTitle Key = "agreements.remove-title"
	AgreementsRemoveLead  Key = "agreements.remove-lead"
	AgreementsRemoveNow   Key = "agreements.remove-now"
	AgreementsPersonHelp  Key = "agreements.person-help"
	AgreementsGroupHelp   Key = "agreements.group-help"
	AgreementsMissing     Key = "agreements.missing" // 1 field
	AgreementsNoFit       Key = "agreements.no-fit"
	AgreementsNoteHelp    Key = "agreements.note-help"
	AgreementsTwice       Key = "agreements.twice"

	AgreementsKindNeverSees     Key = "agreements.kind.never-sees"
	AgreementsKindNeverMessages Key = "agreements.kind.never-messages"
	AgreementsKindSees          Key = "agreements.kind.sees"
	AgreementsKindAtMost        Key = "agreements.kind.group-at-most"
	AgreementsKindNoRole        Key = "agreements.kind.no-role-in-group"
)
