package lang

var enReadings = table{
	"reading.network.rule":     "N3",
	"reading.network.question": "Does whoever has a direct relation with the same client see each other too?",
	"reading.network.why":      "This is how the vendor describes the network around a client. Two divorced parents of one child then see each other.",

	"reading.counselorMessagesMembers.rule":     "D9",
	"reading.counselorMessagesMembers.question": "May a counselor message the members of an own group?",
	"reading.counselorMessagesMembers.why":      "The manual names the members in the Berichtentegel; whoever stands there is meant to be reached.",

	"reading.openKeepsMessagesTile.rule":     "G5",
	"reading.openKeepsMessagesTile.question": "Does a group with ‘see each other’ still stand in the counselors' Berichtentegel?",
	"reading.openKeepsMessagesTile.why":      "The manual does not say that the group leaves it when it opens.",

	"reading.openKeepsCounselorMessages.rule":     "D5, D6",
	"reading.openKeepsCounselorMessages.question": "May users message one counselor in a group with ‘see each other’ too?",
	"reading.openKeepsCounselorMessages.why":      "What ‘see the group’ allows is not forbidden by a more open setting.",

	"reading.openPeerMessages.rule":     "D7",
	"reading.openPeerMessages.question": "May clients among themselves, and parents among themselves, message each other in a group with ‘see each other’?",
	"reading.openPeerMessages.why":      "The manual names clients and parents together; we assume the widest, so that you do not expect too little.",

	"reading.namedGuardianMessages.rule":     "D6",
	"reading.namedGuardianMessages.question": "May a parent or guardian message one counselor of the group?",
	"reading.namedGuardianMessages.why":      "The manual names clients only.",

	"reading.namedExternalMessages.rule":     "D6",
	"reading.namedExternalMessages.question": "May an external message one counselor of the group?",
	"reading.namedExternalMessages.why":      "The manual names clients only.",

	"reading.openExternalMessages.rule":     "D8",
	"reading.openExternalMessages.question": "Do externals take part in messages among users in a group with ‘see each other’?",
	"reading.openExternalMessages.why":      "The manual names clients and parents only.",

	"reading.unlinkedCounselorsSeeGroups.rule":     "G6",
	"reading.unlinkedCounselorsSeeGroups.question": "Does a counselor also see groups that they are not in?",
	"reading.unlinkedCounselorsSeeGroups.why":      "The manual speaks of linked counselors; seeing less is safer.",
}
