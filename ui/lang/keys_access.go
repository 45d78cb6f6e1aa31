package lang

// The words about access roles on the screen Relatietypen.
const (
	AccessTitle       Key = "access.title"
	AccessAll         Key = "access.all"
	AccessSome        Key = "access.some"
	AccessNone        Key = "access.none"
	AccessToRoles     Key = "access.to-roles"
	AccessToTypes     Key = "access.to-types"
	AccessOneType     Key = "access.one-type" // 1 name
	AccessOneRole     Key = "access.one-role" // 1 name
	AccessTurnToRoles Key = "access.turn-to-roles"
	AccessTurnToTypes Key = "access.turn-to-types"

	AccessNew         Key = "access.new"
	AccessAssign      Key = "access.assign"
	AccessPeriod      Key = "access.period"
	AccessEnd         Key = "access.end"
	AccessTakeOff     Key = "access.take-off"
	AccessNotAssigned Key = "access.not-assigned" // 1 kind

	AccessManual        Key = "access.manual"
	AccessByRelation    Key = "access.by-relation"
	AccessStandard      Key = "access.standard"
	AccessAboutManual   Key = "access.about-manual"
	AccessAboutRelation Key = "access.about-relation"
	AccessAboutStandard Key = "access.about-standard"

	AccessReachNone    Key = "access.reach-none"
	AccessReachAll     Key = "access.reach-all"
	AccessReachOwn     Key = "access.reach-own"
	AccessReachPlaces  Key = "access.reach-places"   // 1 how many, 2 locations
	AccessReachTypes   Key = "access.reach-types"    // 1 how many, 2 types
	AccessReachNoTypes Key = "access.reach-no-types" //
	AccessScopeNone    Key = "access.scope-none"
	AccessScopeAll     Key = "access.scope-all"
	AccessScopeOwn     Key = "access.scope-own"
	AccessScopePlaces  Key = "access.scope-places"   // 1 how many, 2 locations
	AccessScopeTypes   Key = "access.scope-types"    // 1 how many, 2 types
	AccessScopeNoTypes Key = "access.scope-no-types" //

	AccessIsOff          Key = "access.is-off"
	AccessLoudRole       Key = "access.loud-role" // 1 types
	AccessLoudType       Key = "access.loud-type" // 1 role
	AccessScope          Key = "access.scope"
	AccessTasks          Key = "access.tasks" // 1 how many
	AccessNoTasks        Key = "access.no-tasks"
	AccessGives          Key = "access.gives"    // 1 tasks
	AccessAssigned       Key = "access.assigned" // 1 running, 2 all, 3 date
	AccessAssignedNone   Key = "access.assigned-none"
	AccessAssignedInVain Key = "access.assigned-in-vain"
	AccessHidden         Key = "access.hidden"     // 1 how many
	AccessEnded          Key = "access.ended"      // 1 period
	AccessAhead          Key = "access.ahead"      // 1 period
	AccessAheadFrom      Key = "access.ahead-from" // 1 first day
	AccessInactive       Key = "access.inactive"   // 1 period
	AccessAlways         Key = "access.always"

	AccessFeeds     Key = "access.feeds"     // 1 how many
	AccessFeedsOff  Key = "access.feeds-off" // 1 how many
	AccessFeedsNone Key = "access.feeds-none"
	AccessFeed      Key = "access.feed"      // 1 how many tasks, 2 role, 3 kind
	AccessFeedOff   Key = "access.feed-off"  // the same
	AccessFeedLost  Key = "access.feed-lost" // 1 how many, 2 roles

	AccessAddTitle     Key = "access.add-title"
	AccessTasksHelp    Key = "access.tasks-help"
	AccessByPlace      Key = "access.by-place"
	AccessByPlaceHelp  Key = "access.by-place-help"
	AccessByType       Key = "access.by-type"
	AccessByTypeHelp   Key = "access.by-type-help"
	AccessOnlyByType   Key = "access.only-by-type"
	AccessPlacesHelp   Key = "access.places-help"
	AccessPlacesLocked Key = "access.places-locked"
	AccessTypesHelp    Key = "access.types-help"
	AccessTypesEmpty   Key = "access.types-empty"
	AccessTypesLocked  Key = "access.types-locked"
	AccessTypeOff      Key = "access.type-off"
	AccessTypeNegative Key = "access.type-negative"
	AccessKindDrops    Key = "access.kind-drops" // 1 how many

	AccessOffLead    Key = "access.off-lead"
	AccessOnLead     Key = "access.on-lead"
	AccessRunning    Key = "access.running" // 1 how many, 2 date
	AccessRemoveLead Key = "access.remove-lead"
	AccessBlocked    Key = "access.blocked" // 1 how many, 2 role

	AccessPickTitle    Key = "access.pick-title"   // 1 role
	AccessAssignTitle  Key = "access.assign-title" // 1 role
	AccessAssignWho    Key = "access.assign-who"   // 1 how many, 2 names
	AccessLeftOut      Key = "access.left-out"     // 1 how many, 2 date
	AccessNobodyLeft   Key = "access.nobody-left"
	AccessHas          Key = "access.has"            // 1 who, 2 role, 3 when
	AccessPeriodTitle  Key = "access.period-title"   // 1 who
	AccessEndTitle     Key = "access.end-title"      // 1 who
	AccessTakeOffTitle Key = "access.take-off-title" // 1 who
	AccessTakeOffLead  Key = "access.take-off-lead"

	TypesSeveral   Key = "types.several"    // 1 how many clients
	TypesSeveralOf Key = "types.several-of" // 1 client, 2 relations
)
