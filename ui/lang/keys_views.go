package lang

// The words of one client's views, of what one employee may do, and of somebody
// who leaves, on the screen Personen.
const (
	ViewsFacts     Key = "views.facts"      // the section that is shown at first
	ViewsCare      Key = "views.care"       // a client's
	ViewsMay       Key = "views.may"        // an employee's
	ViewsTitleCare Key = "views.title-care" // 1 who
	ViewsTitleMay  Key = "views.title-may"  // 1 who
	ViewsOther     Key = "views.other"      // 1 the other section
	ViewsOn        Key = "views.on"         // 1 reference date
	ViewsWalk      Key = "views.walk"
	ViewsDayBack   Key = "views.day-back"
	ViewsDayOn     Key = "views.day-on"
	ViewsWeekBack  Key = "views.week-back"
	ViewsWeekOn    Key = "views.week-on"
	ViewsMonthBack Key = "views.month-back"
	ViewsMonthOn   Key = "views.month-on"

	ViewsMissing      Key = "views.missing"
	ViewsNothingHere  Key = "views.nothing-missing"
	ViewsMedical      Key = "views.medical"
	ViewsInvolved     Key = "views.involved"
	ViewsInvolvedRead Key = "views.involved-reading"
	ViewsApp          Key = "views.app"
	ViewsAppSame      Key = "views.app-same" // 1 who
	ViewsResponsible  Key = "views.responsible"
	ViewsLegal        Key = "views.legal"
	ViewsVBM          Key = "views.vbm"
	ViewsNotToPlan    Key = "views.not-to-plan"
	ViewsAccess       Key = "views.access"
	ViewsAccessRead   Key = "views.access-reading"
	ViewsGrant        Key = "views.grant" // 1 tasks, 2 by which role and through what
	ViewsUnwantedHere Key = "views.unwanted-here"
	ViewsCourse       Key = "views.course"
	ViewsPast         Key = "views.past" // 1 as what, 2 why it does not count

	ViewsRoles       Key = "views.roles"
	ViewsRole        Key = "views.role"      // 1 tasks, 2 with how many clients, 3 what it contains, 4 rule, 5 how it came
	ViewsAtPlaces    Key = "views.at-places" // 1 locations
	ViewsOwnPlaces   Key = "views.own-places"
	ViewsByTypes     Key = "views.by-types" // 1 relation types
	ViewsGiven       Key = "views.given"
	ViewsClients     Key = "views.clients" // 1 how many
	ViewsWithWhom    Key = "views.with-whom"
	ViewsMayNothing  Key = "views.may-nothing"
	ViewsMayUnwanted Key = "views.may-unwanted" // 1 client, 2 access role

	LeaveAct         Key = "leave.act"
	LeaveTitle       Key = "leave.title" // 1 who
	LeaveLead        Key = "leave.lead"
	LeaveLast        Key = "leave.last"
	LeaveLastHelp    Key = "leave.last-help"
	LeaveTakes       Key = "leave.takes"       // 1 relation type, 2 client, 3 when
	LeaveFrom        Key = "leave.from"        // 1 first day
	LeaveStands      Key = "leave.stands"      // 1 relation types
	LeaveNobody      Key = "leave.nobody"      //
	LeaveNobodyHelp  Key = "leave.nobody-why"  //
	LeavePlanned     Key = "leave.planned"     // 1 who
	LeavePlannedHelp Key = "leave.planned-why" // 1 first day
	LeaveAnybody     Key = "leave.anybody"
	LeaveAnybodyHelp Key = "leave.anybody-why"
	LeaveChoose      Key = "leave.choose"
	LeaveSeek        Key = "leave.seek"
	LeaveSeekTitle   Key = "leave.seek-title" // 1 relation type, 2 client
	LeaveNoneFits    Key = "leave.none-fits"
	LeaveUnwanted    Key = "leave.unwanted"

	LeaveCounts      Key = "leave.counts"      // 1 who, 2 first day
	LeaveMemberships Key = "leave.memberships" // 1 how many
	LeaveRelations   Key = "leave.relations"   // 1 how many
	LeaveRoles       Key = "leave.roles"       // 1 how many
	LeaveShifts      Key = "leave.shifts"      // 1 how many
	LeaveItem        Key = "leave.item"        // 1 what
	LeaveItemNever   Key = "leave.item-never"  // 1 what
	LeaveItemTo      Key = "leave.item-to"     // 1 what, 2 who takes over
	LeaveRelation    Key = "leave.relation"    // 1 the opposite, 2 relation type
	LeaveUndecided   Key = "leave.undecided"
	LeaveNothing     Key = "leave.nothing"
)
