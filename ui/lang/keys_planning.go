package lang

// The words of the screen Planning (DOMAIN.md 3.2).
const (
	ScreenPlanning Key = "screen.planning"

	PlanningNew      Key = "planning.new"
	PlanningEdit     Key = "planning.edit"
	PlanningCopy     Key = "planning.copy"
	PlanningDrop     Key = "planning.drop"
	PlanningSwitch   Key = "planning.switch"
	PlanningEarlier  Key = "planning.earlier"
	PlanningLater    Key = "planning.later"
	PlanningHere     Key = "planning.here"
	PlanningFind     Key = "planning.find"
	PlanningFindHelp Key = "planning.find-help"

	PlanningWeek         Key = "planning.week"    // 1 number, 2 Monday, 3 Sunday
	PlanningByWeek       Key = "planning.by-week" //
	PlanningByEmployee   Key = "planning.by-employee"
	PlanningByClient     Key = "planning.by-client"
	PlanningTabAbout     Key = "planning.tab-about"
	PlanningTabList      Key = "planning.tab-list"
	PlanningNobody       Key = "planning.nobody"
	PlanningNothing      Key = "planning.nothing"
	PlanningFirst        Key = "planning.first"
	PlanningWiden        Key = "planning.widen"
	PlanningHeadTime     Key = "planning.head-time"
	PlanningClientsShort Key = "planning.clients-short" // 1 how many
	PlanningClients      Key = "planning.clients"       // 1 how many

	PlanningAbout      Key = "planning.about"
	PlanningShiftOf    Key = "planning.shift-of" // 1 code, 2 id
	PlanningShiftID    Key = "planning.shift-id" // 1 id
	PlanningEmployees  Key = "planning.employees"
	PlanningForClients Key = "planning.for-clients"
	PlanningStarHead   Key = "planning.star-head"
	PlanningSignalHead Key = "planning.signal-head"
	PlanningCareOf     Key = "planning.care-of"   // Ons' own words
	PlanningCareWeek   Key = "planning.care-week" // 1 client, 2 Monday, 3 Sunday
	PlanningChosen     Key = "planning.chosen"    // 1 how many
	PlanningStar       Key = "planning.star"      // 1 employee, 2 client, 3 causes
	PlanningSignal     Key = "planning.signal"    // 1 employee, 2 client, 3 causes
	PlanningCause      Key = "planning.cause"     // 1 type, 2 period
	PlanningCauseOpen  Key = "planning.cause-open"

	PlanningAddTitle   Key = "planning.add-title"
	PlanningEditTitle  Key = "planning.edit-title" // 1 name
	PlanningClockHelp  Key = "planning.clock-help"
	PlanningClockWrong Key = "planning.clock-wrong" // 1 what was typed
	PlanningCodeHelp   Key = "planning.code-help"
	PlanningPeopleHelp Key = "planning.people-help"
	PlanningNextDay    Key = "planning.next-day" // 1 end, 2 that day, 3 the day it belongs to
	PlanningNoTime     Key = "planning.no-time"
	PlanningNotActive  Key = "planning.not-active" // 1 names, 2 date
	PlanningQuiet      Key = "planning.quiet"
	PlanningOffActive  Key = "planning.off-active" // 1 date
	PlanningUnwanted   Key = "planning.unwanted"   // 1 names
	PlanningPrimary    Key = "planning.primary"    // 1 names

	PlanningCopyTitle  Key = "planning.copy-title" // 1 name
	PlanningCopyLead   Key = "planning.copy-lead"  // 1 name, 2 date, 3 times, 4 employees, 5 clients
	PlanningCopyHow    Key = "planning.copy-how"
	PlanningCopyDays   Key = "planning.copy-days"
	PlanningCopyWeek   Key = "planning.copy-week"
	PlanningCopyList   Key = "planning.copy-list"
	PlanningListHelp   Key = "planning.list-help"
	PlanningInHelp     Key = "planning.in-help"
	PlanningCopyTo     Key = "planning.copy-to"    // 1 how many, 2 days
	PlanningCopySelf   Key = "planning.copy-self"  // 1 day
	PlanningCopyTwice  Key = "planning.copy-twice" // 1 day
	PlanningCopySignal Key = "planning.copy-signal"
	PlanningCopyNow    Key = "planning.copy-now"
	PlanningCopyMany   Key = "planning.copy-many" // 1 the most

	PlanningDropTitle Key = "planning.drop-title" // 1 name
	PlanningDropLead  Key = "planning.drop-lead"  // as PlanningCopyLead
	PlanningDropNow   Key = "planning.drop-now"
)
