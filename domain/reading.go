package domain

// Reading is an institution's answer to a question that the platform's manual
// leaves open (tag R in DOMAIN.md). The numbers are stored: never reorder them.
type Reading uint8

// The readings that an institution can set, in the order of the exchange form.
const (
	ReadNetwork                     Reading = iota // N3
	ReadCounselorMessagesMembers                   // D9
	ReadOpenKeepsMessagesTile                      // G5
	ReadOpenKeepsCounselorMessages                 // D5, D6
	ReadOpenPeerMessages                           // D7
	ReadNamedGuardianMessages                      // D6
	ReadNamedExternalMessages                      // D6
	ReadOpenExternalMessages                       // D8
	ReadUnlinkedCounselorsSeeGroups                // G6
	ReadNewsGroupReachesHidden                     // kept; its effect comes with news groups
	ReadNewsGroupMembersPost                       // kept; its effect comes with news groups
	ReadNetworkReports                             // kept; its effect comes with network reports
	readingCount
)

var readingCodes = [readingCount]string{
	"network", "counselorMessagesMembers", "openKeepsMessagesTile", "openKeepsCounselorMessages",
	"openPeerMessages", "namedGuardianMessages", "namedExternalMessages", "openExternalMessages",
	"unlinkedCounselorsSeeGroups", "newsGroupReachesHidden", "newsGroupMembersPost", "networkReports",
}

// AllReadings returns every reading in the order of the exchange form.
func AllReadings() []Reading {
	all := make([]Reading, readingCount)
	for i := range all {
		all[i] = Reading(i)
	}
	return all
}

// String returns the name of the setting in the exchange form.
func (r Reading) String() string { return codeOf("Reading", readingCodes[:], r) }

// ParseReading reads what String writes.
func ParseReading(s string) (r Reading, ok bool) { return parseCode(AllReadings(), s) }

// Default returns the answer for an institution that has not chosen.
func (r Reading) Default() bool { return r <= ReadOpenPeerMessages }

// Readings are the answers of one institution. The zero value is every default.
type Readings uint32 // bit r: the answer to reading r is not its default

// On reports the answer to r.
func (s Readings) On(r Reading) bool { return r.Default() != s.Turned(r) }

// Turned reports whether the answer to r differs from its default.
func (s Readings) Turned(r Reading) bool { return s&(1<<r) != 0 }

// With returns s with the answer to r set.
func (s Readings) With(r Reading, on bool) Readings {
	if on == r.Default() {
		return s &^ (1 << r)
	}
	return s | 1<<r
}
