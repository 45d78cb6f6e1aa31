package lang

// The words of help and man. What explains a command has the key "help." and its verbs, joined by dots; "help.verb."
// explains a verb that is the same for every noun. A topic has "topic." with its name: the word, ".short", and numbered
// paragraphs, of which one such as "0 = done" is a term and what it means.
const (
	HelpLook        Key = "help-group.look"
	HelpPeople      Key = "help-group.people"
	HelpCare        Key = "help-group.care"
	HelpInsight     Key = "help-group.insight"
	HelpInOut       Key = "help-group.in-out"
	HelpFile        Key = "help-group.file"
	HelpMore        Key = "help-group.more"
	HelpExamples    Key = "help-page.examples"
	HelpTopics      Key = "help-page.topics"
	HelpGlobal      Key = "help-page.global"
	HelpSubjectWord Key = "help-page.subject-word"
	HelpReason      Key = "help-page.reason" // in examples
	HelpNear        Key = "help-page.near"   // 1 what was typed, 2 the nearest
	HelpNone        Key = "help-page.none"   // 1 what was typed
	HelpShortMan    Key = "help-page.short-man"
	HelpName        Key = "help-page.name" // a heading of man, as the next two
	HelpAbout       Key = "help-page.about"
	HelpElsewhere   Key = "help-page.elsewhere"
)
