package lang

var nlJournal = table{
	JournalRead:     "alles lezen",
	JournalFilter:   "zoek",
	JournalFound:    count{One: "%[1]d van %[2]d", Other: "%[1]d van %[2]d"},
	JournalFoundOf:  count{One: "%[1]d in de nieuwste %[2]d", Other: "%[1]d in de nieuwste %[2]d"},
	JournalFailed:   "Het logboek kon niet verder worden gelezen; het bestand is misschien beschadigd. Wijzig niets meer en voer ‘zichtlijn verify’ uit.",
	JournalNone:     "Nog niets. Elke wijziging komt hier te staan: wat, wanneer, door wie en waarom.",
	JournalWaiting:  "bezig met lezen…",
	JournalEdit:     "wijziging",
	JournalUndo:     "ongedaan",
	JournalRedo:     "opnieuw",
	JournalImport:   "import",
	JournalEntry:    "Nr. %[1]s · %[2]s",
	JournalBy:       "door %[1]s",
	JournalByFor:    "door %[1]s, namens %[2]s",
	JournalUnknown:  "iemand zonder naam",
	JournalReason:   "reden: %[1]s",
	JournalNoReason: "geen reden opgegeven",
	JournalUndoes:   "maakt nr. %[1]s ongedaan",
	JournalRedoes:   "doet nr. %[1]s opnieuw",
	JournalChanges:  "Wat er veranderde",
}
