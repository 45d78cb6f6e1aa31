package lang

var nlCheck = table{
	CLIShortCheck:     "noemt signalen, en of de afspraken standhouden; eindigt met 1 als er een geschonden is",
	CheckFlagAll:      "noemt ook wat geaccepteerd is",
	CheckFlagMirror:   "noemt ook wie ziet zonder gezien te worden",
	CheckCodeWord:     "CODE",
	CheckObjectWord:   "WAAROVER",
	CheckHead:         count{One: "%[1]d signaal op %[2]s:", Other: "%[1]d signalen op %[2]s:"},
	CheckNone:         "Niets vraagt aandacht op %[1]s.",
	CheckLine:         "%[1]s · %[2]s",
	CheckMore:         count{One: "Nog %[1]d signaal is geaccepteerd; --all noemt het.", Other: "Nog %[1]d signalen zijn geaccepteerd; --all noemt ze."},
	CheckAccepted:     "Geaccepteerd (%[1]d):",
	CheckAcceptedLine: "%[1]s · geaccepteerd door %[2]s op %[3]s: %[4]s",
	CheckAgreements:   "%[1]s, waarvan geschonden: %[2]d",
	CheckMirror:       count{One: "%[2]s ziet %[3]s (%[1]d), die niet terugziet", Other: "%[2]s ziet %[3]s (%[1]d), die niet terugzien"},
	CheckNoSignal:     "Er is op %[2]s geen signaal ‘%[1]s’; ‘zichtlijn signal list --all’ noemt ze.",
	CheckWordsAlone:   "Geef %[1]s (zo vaak als nodig) of %[2]s, en in die opdracht niets anders.",

	"field.revealingWord":       "verklappend woord; leeg = geen enkel",
	"field.builtInWords":        "terug naar de ingebouwde lijst van verklappende woorden",
	"field.all":                 "ook wat geaccepteerd is",
	"edits.short.signal":        "noemt signalen, accepteert en heropent ze",
	"edits.short.signal.accept": "accepteert een signaal; --reason zegt waarom",
	"edits.short.signal.reopen": "laat een geaccepteerd signaal weer aandacht vragen",
	"lists.short.signal":        "noemt wat aandacht vraagt",
}
