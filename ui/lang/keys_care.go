package lang

// The words of the views of one client (DOMAIN.md 3.1, 3.3).
const (
	CareHead        Key = "care.head" // 1 name, 2 id, 3 date
	CareMedical     Key = "care.medical"
	CareInvolved    Key = "care.involved"
	CareApp         Key = "care.app"
	CareResponsible Key = "care.responsible"
	CareLegal       Key = "care.legal" // 1 who, or nobody
	CareVBM         Key = "care.vbm"   // 1 who, or nobody
	CareNotToPlan   Key = "care.not-to-plan"
	CareAccess      Key = "care.access"
	CareCourse      Key = "care.course"
	CareMissing     Key = "care.missing"
	CareNobody      Key = "care.nobody"
	CareRow         Key = "care.row"         // 1 who, 2 as what
	CareAccessRow   Key = "care.access-row"  // 1 who, 2 tasks, 3 ground
	CareCourseRow   Key = "care.course-row"  // 1 who, 2 as what, 3 state
	CareNoPrimary   Key = "care.no-primary"  //
	CareNoLegal     Key = "care.no-legal"    //
	CareEnding      Key = "care.ending"      // 1 who, 2 as what, 3 last day
	CareEndingNext  Key = "care.ending-next" // the same, 4 the successor
	CareEndingGap   Key = "care.ending-gap"  // the same as CareEnding, and nobody takes over

	CareWithdrawn  Key = "care.state.withdrawn"
	CareNeverBegan Key = "care.state.never-began" // 1 by whom, 2 from when
	CarePlanned    Key = "care.state.planned"
	CareSucceeds   Key = "care.state.succeeds" // 1 whom
	CareReplaced   Key = "care.state.replaced" // 1 by whom, 2 from when
	CareEnded      Key = "care.state.ended"
	CareTypeOff    Key = "care.state.type-off"
	CareInactive   Key = "care.state.inactive"

	CareGrant       Key = "care.grant" // 1 rule, 2 role, 3 through what
	CareAssigned    Key = "care.assigned"
	CareStandard    Key = "care.standard"
	CareAllClients  Key = "care.all-clients"
	CareAtLocation  Key = "care.at-location"  // 1 location
	CareOwnLocation Key = "care.own-location" // 1 location
	CareByRelation  Key = "care.by-relation"  // 1 type and period
	CareIgnored     Key = "care.ignored"      // the note (P)
	CareUnwanted    Key = "care.unwanted"     // 1 who, 2 access role: the loud signal
	CareNotAClient  Key = "care.not-a-client" // 1 who, 2 id

	CareStar   Key = "care.star"   // 1 employee, 2 client, 3 relation
	CareSignal Key = "care.signal" // 1 employee, 2 client, 3 relation
)

// The words of planning (DOMAIN.md 3.2).
const (
	PlanHead      Key = "plan.head" // 1 first day, 2 last day
	PlanHeadDay   Key = "plan.head-day"
	PlanNone      Key = "plan.none"
	PlanShift     Key = "plan.shift" // 1 name, 2 id, 3 times
	PlanNameless  Key = "plan.nameless"
	PlanTimes     Key = "plan.times"      // 1 begin, 2 end
	PlanTimesNext Key = "plan.times-next" // the same, past midnight
	PlanEmployees Key = "plan.employees"  // 1 who
	PlanClients   Key = "plan.clients"    // 1 who
	PlanStars     Key = "plan.stars"      // 1 how many
	PlanSignals   Key = "plan.signals"    // 1 how many
	PlanCount     Key = "plan.count"      // 1 shifts, stars and signals
	PlanWarns     Key = "plan.warns"      // signals never block
	PlanFlagFrom  Key = "plan.flag.from"  //
	PlanFlagDays  Key = "plan.flag.days"  //
	CLIShortCare  Key = "cli.short.care"  //
	CLIShortPlan  Key = "cli.short.plan"  //
	CLIClientWord Key = "cli.client-word" //
)
