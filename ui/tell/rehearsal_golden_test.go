package tell

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/words"
)

// huis is one group with somebody in every role, and a news group.
func huis(v domain.Visibility) domain.World {
	roles := []struct {
		id   domain.PersonID
		role domain.Role
	}{
		{"Anna", domain.Client}, {"Bram", domain.Client}, {"Carla", domain.Guardian}, {"Dirk", domain.External},
		{"Eva", domain.Counselor}, {"Finn", domain.CounselorPlus},
	}
	r := domain.Records{Groups: []domain.Group{{ID: "G1", Name: "Huis", Visibility: v, NewsGroup: "Huisnieuws"}}}
	for _, one := range roles {
		r.Persons = append(r.Persons, domain.Person{ID: one.id, Role: one.role, GivenName: string(one.id), FamilyName: domain.NoFamilyName})
		r.Memberships = append(r.Memberships, domain.Membership{Group: "G1", Person: one.id})
	}
	return domain.NewWorld(r)
}

// tableWords are what the table says besides the program's own words.
var tableWords = map[words.Language]map[string]string{
	words.Dutch:   {"to": "bericht aan %s", "group": "groepsbericht", "report": "groepsrapportage", "post": "nieuwsbericht", "assign": "programma", "refused": "kan niet", "reads": "gelezen door"},
	words.English: {"to": "message to %s", "group": "group message", "report": "group report", "post": "news", "assign": "programme", "refused": "not possible", "reads": "read by"},
}

// TestWhereEachActArrives writes, for each visibility, who can do what and who reads it,
// with the readings as they are by default: for a care expert to read and sign.
func TestWhereEachActArrives(t *testing.T) {
	for _, l := range words.Languages() {
		t.Run(l.String(), func(t *testing.T) {
			w, said := In(l), tableWords[l]
			var out strings.Builder
			for _, v := range domain.Visibilities() {
				fmt.Fprintf(&out, "%s\n", w.Visibility(v))
				begun := rehearsal.Begin(huis(v), 739000)
				for p := range begun.World().Persons() {
					fmt.Fprintf(&out, "  %s, %s\n", p.ID, w.RoleWord(p.Role))
					acts := []rehearsal.Act{
						{Kind: rehearsal.GroupMessage, Group: "G1", Name: said["group"]},
						{Kind: rehearsal.Report, Group: "G1", Name: said["report"]},
						{Kind: rehearsal.Assign, Group: "G1", Name: said["assign"]},
						{Kind: rehearsal.Post, Name: "Huisnieuws"},
					}
					for other := range begun.World().Persons() {
						if other.ID != p.ID {
							acts = append(acts, rehearsal.Act{Kind: rehearsal.Send, To: []domain.PersonID{other.ID}, Name: fmt.Sprintf(said["to"], other.ID)})
						}
					}
					for _, a := range acts {
						what := a.Name
						if a.Kind == rehearsal.Post {
							what = said["post"]
						}
						a.By, a.Text = p.ID, "x"
						arrives := said["refused"]
						if done, err := begun.Do(a); err == nil {
							var readers []string
							for _, id := range done.Readers(1) {
								readers = append(readers, string(id))
							}
							arrives = said["reads"] + " " + w.List(readers)
						}
						fmt.Fprintf(&out, "    %-20s %s\n", what, arrives)
					}
				}
			}
			golden.RequireEqual(t, out.String())
		})
	}
}
