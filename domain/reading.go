package domain

// Reading is an institution's answer to a question that the platform's manual
// leaves open (tag R in DOMAIN.md).
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
	ReadNewsGroupReachesHidden                     // H11
	ReadNewsGroupMembersPost                       // H12
	ReadNetworkReports                             // H9
	ReadReportsFollowMembership                    // H8
	readingCount
)

var readingCodes = [readingCount]string{
	"network", "counselorMessagesMembers", "openKeepsMessagesTile", "openKeepsCounselorMessages",
	"openPeerMessages", "namedGuardianMessages", "namedExternalMessages", "openExternalMessages",
	"unlinkedCounselorsSeeGroups", "newsGroupReachesHidden", "newsGroupMembersPost", "networkReports", "reportsFollowMembership",
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
func (r Reading) Default() bool {
	switch r {
	case ReadNewsGroupReachesHidden, ReadNetworkReports, ReadReportsFollowMembership:
		return true
	}
	return r <= ReadOpenPeerMessages
}

// TurnsSight reports whether who sees or messages whom can depend on r. The others decide
// what people read and post.
func (r Reading) TurnsSight() bool { return r < ReadNewsGroupReachesHidden }

// bit is the place of a reading in what is stored: its own number, or one of its own
// where a program of before had another default. There the old bit said "on", which is
// the default now: it is read by nobody and stays where it is.
func (r Reading) bit() Readings {
	switch r {
	case ReadNewsGroupReachesHidden:
		return 1 << 13
	case ReadNetworkReports:
		return 1 << 14
	}
	return 1 << r
}

// Readings are the answers of one institution. The zero value is every default. The
// places of the bits are stored: see Reading.bit.
type Readings uint32 // a set bit: the answer is not the default

// On reports the answer to r.
func (s Readings) On(r Reading) bool { return r.Default() != s.Turned(r) }

// Turned reports whether the answer to r differs from its default.
func (s Readings) Turned(r Reading) bool { return s&r.bit() != 0 }

// With returns s with the answer to r set.
func (s Readings) With(r Reading, on bool) Readings {
	if on == r.Default() {
		return s &^ r.bit()
	}
	return s | r.bit()
}
