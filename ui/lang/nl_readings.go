package lang

var nlReadings = table{
	"reading.network.rule":     "N3",
	"reading.network.question": "Ziet wie met dezelfde cliënt een directe relatie heeft elkaar ook?",
	"reading.network.why":      "Zo beschrijft de leverancier het netwerk rond een cliënt. Twee gescheiden ouders van één kind zien elkaar dan.",

	"reading.counselorMessagesMembers.rule":     "D9",
	"reading.counselorMessagesMembers.question": "Mag een behandelaar leden van een eigen groep berichten sturen?",
	"reading.counselorMessagesMembers.why":      "De handleiding noemt de leden in de Berichtentegel; wie daar staat, is bedoeld om te bereiken.",

	"reading.openKeepsMessagesTile.rule":     "G5",
	"reading.openKeepsMessagesTile.question": "Staat een groep met ‘elkaar zien’ voor behandelaars ook nog in de Berichtentegel?",
	"reading.openKeepsMessagesTile.why":      "De handleiding zegt niet dat de groep daar verdwijnt als zij opengaat.",

	"reading.openKeepsCounselorMessages.rule":     "D5, D6",
	"reading.openKeepsCounselorMessages.question": "Mogen gebruikers ook in een groep met ‘elkaar zien’ één behandelaar een bericht sturen?",
	"reading.openKeepsCounselorMessages.why":      "Wat bij ‘groep zien’ mag, wordt bij een opener stand niet verboden.",

	"reading.openPeerMessages.rule":     "D7",
	"reading.openPeerMessages.question": "Mogen cliënten onderling, en ouders onderling, elkaar in een groep met ‘elkaar zien’ berichten sturen?",
	"reading.openPeerMessages.why":      "De handleiding noemt cliënten en ouders samen; we nemen het ruimste aan, zodat u niet te weinig verwacht.",

	"reading.namedGuardianMessages.rule":     "D6",
	"reading.namedGuardianMessages.question": "Mag een ouder of voogd één behandelaar van de groep een bericht sturen?",
	"reading.namedGuardianMessages.why":      "De handleiding noemt alleen cliënten.",

	"reading.namedExternalMessages.rule":     "D6",
	"reading.namedExternalMessages.question": "Mag een externe één behandelaar van de groep een bericht sturen?",
	"reading.namedExternalMessages.why":      "De handleiding noemt alleen cliënten.",

	"reading.openExternalMessages.rule":     "D8",
	"reading.openExternalMessages.question": "Doen externen mee met berichten tussen gebruikers in een groep met ‘elkaar zien’?",
	"reading.openExternalMessages.why":      "De handleiding noemt alleen cliënten en ouders.",

	"reading.unlinkedCounselorsSeeGroups.rule":     "G6",
	"reading.unlinkedCounselorsSeeGroups.question": "Ziet een behandelaar ook groepen waarin hij of zij niet zit?",
	"reading.unlinkedCounselorsSeeGroups.why":      "De handleiding spreekt van gekoppelde behandelaars; minder zien is veiliger.",
}
