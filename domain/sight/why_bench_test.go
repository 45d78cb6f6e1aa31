package sight_test

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
)

// BenchmarkWhy asks in the large institution for everything that would turn the
// answer, for a pair that shares nothing and one that shares a group: at most
// 300 ms. The answer itself, what can be proposed and what is refused or turns
// nothing are a small part of it; the rest counts the others.
func BenchmarkWhy(b *testing.B) {
	w := domaintest.Large()
	for _, c := range []struct {
		name string
		pair pair
	}{{"strangers", strangers(w)}, {"fellows", fellows(w)}, {"reading", unread(w)}} {
		b.Run(c.name+"/answer", func(b *testing.B) {
			for b.Loop() {
				sight.Why(w, c.pair.viewer, c.pair.other, today())
				sight.Proposals(w, c.pair.viewer, c.pair.other, today())
			}
		})
		b.Run(c.name+"/whole", func(b *testing.B) {
			tried, turned := 0, 0
			for b.Loop() {
				tried = len(sight.Proposals(w, c.pair.viewer, c.pair.other, today()))
				turned = len(sight.Remedies(w, c.pair.viewer, c.pair.other, today()))
			}
			b.ReportMetric(float64(tried), "tried")
			b.ReportMetric(float64(turned), "turn")
		})
	}
}

// strangers are two people who share no group and no network.
func strangers(w domain.World) pair {
	viewers, others := ofRole(w, domain.Client, 50), ofRole(w, domain.Counselor, 50)
	for _, v := range viewers {
		for _, o := range others {
			a := sight.Why(w, v, o, today())
			if !a.Sees() && len(a.Missing) == 1 && a.Missing[0].Because == sight.NothingShared {
				return pair{v, o}
			}
		}
	}
	return pair{}
}

// fellows are two users of one group who do not see each other.
func fellows(w domain.World) pair {
	for _, v := range ofRole(w, domain.Client, 500) {
		for _, m := range w.GroupsOn(v, today()) {
			for _, o := range w.MembersOn(m.Group, today()) {
				if a := sight.Why(w, v, o.Person, today()); o.Person != v && o.As == domain.Client && !a.Sees() {
					return pair{v, o.Person}
				}
			}
		}
	}
	return pair{}
}

// unread are two people whom a reading that is off keeps from messaging.
func unread(w domain.World) pair {
	for _, v := range ofRole(w, domain.External, 500) {
		for _, m := range w.GroupsOn(v, today()) {
			for _, o := range w.MembersOn(m.Group, today()) {
				for _, miss := range sight.Why(w, v, o.Person, today()).Missing {
					if miss.Because == sight.ReadingOff && miss.Reading != domain.ReadUnlinkedCounselorsSeeGroups {
						return pair{v, o.Person}
					}
				}
			}
		}
	}
	return pair{}
}
