package lang

var enCheck = table{
	CLIShortCheck:     "names signals, and whether the agreements hold; ends with 1 where one is broken",
	CheckFlagAll:      "names what was accepted too",
	CheckFlagMirror:   "names who sees without being seen too",
	CheckCodeWord:     "CODE",
	CheckObjectWord:   "OBJECT",
	CheckHead:         count{One: "%[1]d signal on %[2]s:", Other: "%[1]d signals on %[2]s:"},
	CheckNone:         "Nothing needs attention on %[1]s.",
	CheckLine:         "%[1]s · %[2]s",
	CheckMore:         count{One: "%[1]d more signal was accepted; --all names it.", Other: "%[1]d more signals were accepted; --all names them."},
	CheckAccepted:     "Accepted (%[1]d):",
	CheckAcceptedLine: "%[1]s · accepted by %[2]s on %[3]s: %[4]s",
	CheckAgreements:   "%[1]s, broken: %[2]d",
	CheckMirror:       count{One: "%[2]s sees %[3]s (%[1]d), who does not see back", Other: "%[2]s sees %[3]s (%[1]d), who do not see back"},
	CheckNoSignal:     "There is no signal ‘%[1]s’ on %[2]s; ‘zichtlijn signal list --all’ names them.",
	CheckWordsAlone:   "Give %[1]s (as often as needed) or %[2]s, and nothing else in that command.",

	"field.revealingWord":       "revealing word; empty = none at all",
	"field.builtInWords":        "back to the built-in list of revealing words",
	"field.all":                 "what was accepted too",
	"edits.short.signal":        "names signals, accepts and reopens them",
	"edits.short.signal.accept": "accepts a signal; --reason says why",
	"edits.short.signal.reopen": "has an accepted signal ask for attention again",
	"lists.short.signal":        "names what needs attention",
}
