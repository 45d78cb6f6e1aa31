package lang

import "zichtlijn/domain/sight"

// What an edit would turn, and the question before it is saved.
const (
	ImpactMore      Key = "impact.more"
	ImpactLess      Key = "impact.less"
	ImpactMoreBrief Key = "impact.more-brief"
	ImpactLessBrief Key = "impact.less-brief"
	ImpactGroupMore Key = "impact.group-more"
	ImpactGroupLess Key = "impact.group-less"
	ImpactNone      Key = "impact.none"

	ImpactBreaks      Key = "impact.breaks"
	ImpactBreaksOn    Key = "impact.breaks-on"
	ImpactBrokenStill Key = "impact.broken-still"

	ImpactOpens           Key = "impact.opens"
	ImpactCloses          Key = "impact.closes"
	ImpactMoves           Key = "impact.moves"
	ImpactPairing         Key = "impact.pairing"
	ImpactSeesAndMessages Key = "impact.both"
	ImpactSees            Key = "impact.sees"
	ImpactMessages        Key = "impact.messages"
	ImpactNeither         Key = "impact.neither"
	ImpactSeesNot         Key = "impact.sees-not"
	ImpactMessagesNot     Key = "impact.messages-not"
	ImpactUnnamed         Key = "impact.unnamed"
	ImpactNoUnseeing      Key = "impact.no-unseeing"
	ImpactAlreadySeen     Key = "impact.already-seen"

	ImpactGroupTo           Key = "impact.group-to"
	ImpactGroupFrom         Key = "impact.group-from"
	ImpactOtherGroupTo      Key = "impact.other-group-to"
	ImpactOtherGroupFrom    Key = "impact.other-group-from"
	ImpactGroupPersons      Key = "impact.group-persons"
	ImpactGroupPersonsNot   Key = "impact.group-persons-not"
	ImpactGroupMessages     Key = "impact.group-messages"
	ImpactGroupMessagesNot  Key = "impact.group-messages-not"
	ImpactGroupMail         Key = "impact.group-mail"
	ImpactGroupMailNot      Key = "impact.group-mail-not"
	ImpactGroupReport       Key = "impact.group-report"
	ImpactGroupReportNot    Key = "impact.group-report-not"
	ImpactGroupProgramme    Key = "impact.group-programme"
	ImpactGroupProgrammeNot Key = "impact.group-programme-not"

	ImpactTitle       Key = "impact.title"
	ImpactTitleBreaks Key = "impact.title-breaks"
	ImpactTitlePlain  Key = "impact.title-plain"
	ImpactWould       Key = "impact.would"
	ImpactNothing     Key = "impact.nothing"
	ImpactReason      Key = "impact.reason"
	ImpactReasonFree  Key = "impact.reason-free"
	ImpactReasonAsked Key = "impact.reason-asked"
	ImpactReasonBreak Key = "impact.reason-break"
	ImpactReasonAgain Key = "impact.reason-again"
	ImpactMoved       Key = "impact.moved"
	ImpactBackHint    Key = "impact.back-hint"

	PairingClients         Key = "pairing.client-client"
	PairingGuardianClient  Key = "pairing.guardian-client"
	PairingExternalClient  Key = "pairing.external-client"
	PairingGuardians       Key = "pairing.guardian-guardian"
	PairingGuardianExtern  Key = "pairing.guardian-external"
	PairingExternals       Key = "pairing.external-external"
	PairingOwnClient       Key = "pairing.own-client"
	PairingUserCounselor   Key = "pairing.user-counselor"
	PairingAmongColleagues Key = "pairing.colleagues"
)

// Pairing says who two people are to each other.
func (w Words) Pairing(p sight.Pairing) string { return w.Say(Key("pairing." + p.String())) }
