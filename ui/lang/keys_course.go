package lang

// The words of how sight goes over time: since when and until when, and the
// world as it was.
const (
	ActCourse        Key = "act.course"
	AsItWasBanner    Key = "banner.as-it-was"
	DateSettings     Key = "date.settings"
	DateAsNow        Key = "date.as-now"
	DateAsNowHelp    Key = "date.as-now-help"
	DateAsThen       Key = "date.as-then"
	DateAsThenHelp   Key = "date.as-then-help"
	CourseReading    Key = "course.reading"
	CourseTitle      Key = "course.title"
	CourseAsk        Key = "course.ask" // 1 viewer
	CourseNoViewer   Key = "course.no-viewer"
	CourseLead       Key = "course.lead"    // 1 viewer, 2 other
	CoursePerson     Key = "course.person"  // 1 name, 2 what tells from a namesake
	CourseNow        Key = "course.now"     // 1 date, 2 what holds, 3 since when and until when
	CourseOnDate     Key = "course.on-date" // beside the span of the reference date
	CourseAlways     Key = "course.always"
	CourseEveryDay   Key = "course.every-day" // where no day can be gone to
	CourseSpan       Key = "course.span"      // 1 period, 2 a sentence
	CourseBoth       Key = "course.both"
	CourseSees       Key = "course.sees"
	CourseMessages   Key = "course.messages"
	CourseNothing    Key = "course.nothing"
	CourseShortBoth  Key = "course.short-both" // in a narrow window
	CourseShortSees  Key = "course.short-sees"
	CourseShortNot   Key = "course.short-nothing"
	CourseNoSight    Key = "course.no-sight"      // 1 viewer, 2 other
	CourseMailOnly   Key = "course.mail-only"     // 1 viewer, 2 other
	CourseSeesOnly   Key = "course.sees-only"     // 1 viewer, 2 other
	CourseSeesMail   Key = "course.sees-mail"     // 1 viewer, 2 other
	CourseNoGround   Key = "course.no-ground"     //
	CourseStretch    Key = "course.stretch"       // 1 period of some of the grounds
	CourseAsItWas    Key = "course.as-it-was"     //
	CourseAssumed    Key = "course.assumed"       // 1 the day the journal begins
	CourseNoJournal  Key = "course.no-journal"    // 1 why not
	CourseRestAsNow  Key = "course.rest-as-now"   //
	CourseGoHint     Key = "course.go-hint"       //
	CourseTurnHint   Key = "course.turn-hint"     //
	CLIShortCourse   Key = "cli.short.course"     //
	CLIFlagAsItWas   Key = "cli.flag.as-it-was"   //
	CLIAsItWas       Key = "cli.as-it-was"        // 1 date
	CLICourseHead    Key = "cli.course.head"      // 1 viewer, 2 other
	CLICourseNot     Key = "cli.course.not"       // 1 viewer, 2 other
	CLICourseLine    Key = "cli.course.line"      // 1 period, 2 what holds and why
	CLICourseOnDate  Key = "cli.course.on-date"   // 1 a line, which holds on 2 the reference date
	CLICourseLater   Key = "cli.course.later"     // 1 period of some of the grounds, 2 those
	CLICourseAsItWas Key = "cli.course.as-it-was" // 1 a line
)
