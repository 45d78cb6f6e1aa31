package lang

// Signals and agreements on the command line.
const (
	CLIShortCheck     Key = "cli.short.check"
	CheckFlagAll      Key = "check.flag.all"
	CheckFlagMirror   Key = "check.flag.mirror"
	CheckCodeWord     Key = "check.code-word"
	CheckObjectWord   Key = "check.object-word"
	CheckHead         Key = "check.head" // 1 how many, 2 day
	CheckNone         Key = "check.none" // 1 day
	CheckLine         Key = "check.line" // 1 code and objects, or id; 2 the sentence
	CheckMore         Key = "check.more" // 1 how many were accepted
	CheckAccepted     Key = "check.accepted"
	CheckAcceptedLine Key = "check.accepted-line" // 1 the signal, 2 by whom, 3 on which day, 4 why
	CheckAgreements   Key = "check.agreements"    // 1 how many in words, 2 how many are broken
	CheckMirror       Key = "check.mirror"        // 1 how many, 2 viewer, 3 others
	CheckNoSignal     Key = "check.no-signal"     // 1 code and objects, 2 day
	CheckWordsAlone   Key = "check.words-alone"   // 1 and 2 the options of the words
)
