package tell

import (
	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

var roleKeys = map[domain.Role]words.Key{
	domain.NoRole: "role.default", domain.Client: "role.CLIENT", domain.Guardian: "role.GUARDIAN", domain.External: "role.EXTERNAL",
	domain.Counselor: "role.COUNSELOR", domain.CounselorPlus: "role.COUNSELOR_PLUS", domain.Administrator: "role.ADMINISTRATOR",
}

var roleWordKeys = map[domain.Role]words.Key{
	domain.NoRole: "role.default", domain.Client: "role-word.CLIENT", domain.Guardian: "role-word.GUARDIAN", domain.External: "role-word.EXTERNAL",
	domain.Counselor: "role-word.COUNSELOR", domain.CounselorPlus: "role-word.COUNSELOR_PLUS", domain.Administrator: "role-word.ADMINISTRATOR",
}

var visibilityKeys = [...]words.Key{"visibility.hidden", "visibility.group-visible", "visibility.members-visible"}

var visibilityShortKeys = [...]words.Key{"visibility-short.hidden", "visibility-short.group-visible", "visibility-short.members-visible"}

var visibilityExplainKeys = [...]words.Key{"visibility-explain.hidden", "visibility-explain.group-visible", "visibility-explain.members-visible"}

var kindKeys = [...]words.Key{"kind.employee", "kind.guardian", "kind.external"}
