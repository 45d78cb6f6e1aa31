package rehearsal

import (
	"strconv"
	"strings"
)

// ID returns the id of what an act made or belongs to: a conversation M7, a report RA7, a
// post NB7, a programme PR7. It carries the number of the act that made it; empty for an
// act that made nothing. Ids never stand in what a person sees on the screen.
func (r Rehearsal) ID(number int) string {
	a := r.Act(number)
	switch a.Kind {
	case Send, GroupMessage, Answer, Read:
		return ConversationID(a.Of)
	case Report:
		return reportPrefix + strconv.Itoa(number)
	case Post:
		return postPrefix + strconv.Itoa(number)
	case Assign:
		return ProgrammeID(number)
	case Progress:
		return ProgrammeID(a.Of)
	}
	return ""
}

const (
	conversationPrefix = "M"
	reportPrefix       = "RA"
	postPrefix         = "NB"
	programmePrefix    = "PR"
)

// ConversationID returns the id of a conversation.
func ConversationID(began int) string { return conversationPrefix + strconv.Itoa(began) }

// ProgrammeID returns the id of a programme or tool.
func ProgrammeID(act int) string { return programmePrefix + strconv.Itoa(act) }

// ReportID returns the id of a report.
func ReportID(act int) string { return reportPrefix + strconv.Itoa(act) }

// PostID returns the id of a post.
func PostID(act int) string { return postPrefix + strconv.Itoa(act) }

// ParseConversationID reads what ConversationID writes; zero: it is none.
func ParseConversationID(id string) int { return numberOf(id, conversationPrefix) }

// ParseProgrammeID reads what ProgrammeID writes; zero: it is none.
func ParseProgrammeID(id string) int { return numberOf(id, programmePrefix) }

func numberOf(id, prefix string) int {
	digits, ok := strings.CutPrefix(id, prefix)
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || strconv.Itoa(n) != digits {
		return 0
	}
	return n
}
