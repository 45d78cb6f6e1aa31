package lang

import "zichtlijn/domain"

// The words of the domain itself.
const (
	PeriodSince  Key = "period.since"
	PeriodUntil  Key = "period.until"
	PeriodFromTo Key = "period.from-to"
	ListAnd      Key = "list.and"
	ListMore     Key = "list.more"

	RoleDefault       Key = "role.default"
	RoleClient        Key = "role.CLIENT"
	RoleGuardian      Key = "role.GUARDIAN"
	RoleExternal      Key = "role.EXTERNAL"
	RoleCounselor     Key = "role.COUNSELOR"
	RoleCounselorPlus Key = "role.COUNSELOR_PLUS"
	RoleAdministrator Key = "role.ADMINISTRATOR"

	RoleWordClient        Key = "role-word.CLIENT"
	RoleWordGuardian      Key = "role-word.GUARDIAN"
	RoleWordExternal      Key = "role-word.EXTERNAL"
	RoleWordCounselor     Key = "role-word.COUNSELOR"
	RoleWordCounselorPlus Key = "role-word.COUNSELOR_PLUS"
	RoleWordAdministrator Key = "role-word.ADMINISTRATOR"

	VisibilityHidden         Key = "visibility.hidden"
	VisibilityGroup          Key = "visibility.group-visible"
	VisibilityMembers        Key = "visibility.members-visible"
	VisibilityHiddenShort    Key = "visibility-short.hidden"
	VisibilityGroupShort     Key = "visibility-short.group-visible"
	VisibilityMembersShort   Key = "visibility-short.members-visible"
	VisibilityHiddenExplain  Key = "visibility-explain.hidden"
	VisibilityGroupExplain   Key = "visibility-explain.group-visible"
	VisibilityMembersExplain Key = "visibility-explain.members-visible"

	KindEmployee Key = "kind.employee"
	KindGuardian Key = "kind.guardian"
	KindExternal Key = "kind.external"

	FlagPrimary   Key = "flag.primary"
	FlagExclusive Key = "flag.exclusive"
	FlagRelevant  Key = "flag.relevant"
	FlagNegative  Key = "flag.negative"
	FlagLegal     Key = "flag.legal"
	FlagVBM       Key = "flag.vbmResponsible"
	FlagNetwork   Key = "flag.network"
	FlagActive    Key = "flag.active"

	GroundGroup   Key = "ground.group"
	GroundDirect  Key = "ground.direct"
	GroundNetwork Key = "ground.network"
	TagStated     Key = "tag.stated"
	TagVendor     Key = "tag.vendor"
	TagRead       Key = "tag.read"

	RuleG2 Key = "rule.G2"
	RuleG3 Key = "rule.G3"
	RuleG4 Key = "rule.G4"
	RuleG5 Key = "rule.G5"
	RuleG6 Key = "rule.G6"
	RuleD1 Key = "rule.D1"
	RuleD3 Key = "rule.D3"
	RuleD4 Key = "rule.D4"
	RuleD5 Key = "rule.D5"
	RuleD6 Key = "rule.D6"
	RuleD7 Key = "rule.D7"
	RuleD8 Key = "rule.D8"
	RuleD9 Key = "rule.D9"
	RuleN2 Key = "rule.N2"
	RuleN3 Key = "rule.N3"
)

var roleKeys = map[domain.Role]Key{
	domain.NoRole: RoleDefault, domain.Client: RoleClient, domain.Guardian: RoleGuardian, domain.External: RoleExternal,
	domain.Counselor: RoleCounselor, domain.CounselorPlus: RoleCounselorPlus, domain.Administrator: RoleAdministrator,
}

var roleWordKeys = map[domain.Role]Key{
	domain.NoRole: RoleDefault, domain.Client: RoleWordClient, domain.Guardian: RoleWordGuardian, domain.External: RoleWordExternal,
	domain.Counselor: RoleWordCounselor, domain.CounselorPlus: RoleWordCounselorPlus, domain.Administrator: RoleWordAdministrator,
}

var visibilityKeys = [...]Key{VisibilityHidden, VisibilityGroup, VisibilityMembers}

var visibilityShortKeys = [...]Key{VisibilityHiddenShort, VisibilityGroupShort, VisibilityMembersShort}

var visibilityExplainKeys = [...]Key{VisibilityHiddenExplain, VisibilityGroupExplain, VisibilityMembersExplain}

var kindKeys = [...]Key{KindEmployee, KindGuardian, KindExternal}
