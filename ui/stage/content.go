// Package stage is what an audience sees: one person, the setting, and whom they see, large
// enough for the back of a room (SHOWING.md 1).
//
// It promises that nothing stands on a stage but what the person who is shown may know,
// under the names that the stage has, and that a second screen gets just that. It refuses
// to know files and the terminal; sight decides who sees whom.
package stage

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Content is all that stands on a stage, in words, whatever its size. The zero Content is
// an empty stage.
type Content struct {
	Blank       bool     `json:"blank,omitempty"`
	Palette     Palette  `json:"palette,omitempty"`
	Names       string   `json:"names,omitempty"` // which names these are
	Institution string   `json:"institution,omitempty"`
	Person      string   `json:"person,omitempty"`
	First       string   `json:"first,omitempty"`
	Role        string   `json:"role,omitempty"`
	Columns     []Column `json:"columns,omitempty"` // one, or the three settings
	Sentence    string   `json:"sentence,omitempty"`
	Step        string   `json:"step,omitempty"`
}

// Column is what the person sees under one setting of a group.
type Column struct {
	Setting   *domain.Visibility `json:"setting,omitempty"` // nil: there is no group
	Word      string             `json:"word,omitempty"`
	Now       string             `json:"now,omitempty"` // that this is how it is
	Group     string             `json:"group,omitempty"`
	Parts     []Part             `json:"parts,omitempty"`
	Nobody    string             `json:"nobody,omitempty"`    // where there are no parts
	Elsewhere string             `json:"elsewhere,omitempty"` // how many more, in other groups
	Sight     Sight              `json:"sight"`
	// ElsewhereBrief is Elsewhere in fewer words.
	ElsewhereBrief string `json:"elsewhereBrief,omitempty"`
	// Messages says how many of them may be sent messages, where the lines have no room for it.
	Messages string `json:"messages,omitempty"`
}

// Part is people whom the person sees in one place.
type Part struct {
	Head   string   `json:"head,omitempty"`
	People []Person `json:"people"`
}

// Person is somebody who is seen.
type Person struct {
	Name     string `json:"name"`
	First    string `json:"first"`
	Role     string `json:"role"`
	Brief    string `json:"brief"`              // the role in a shorter word
	Messages string `json:"messages,omitempty"` // that they may be sent messages
}

// View is what is to be shown of a World.
type View struct {
	World         domain.World
	On            domain.Date
	Said          tell.Words
	Names         Names
	Demonstration bool
	Group         domain.GroupID  // empty: none
	Person        domain.PersonID // empty: nobody
	As            domain.Role     // in the group
	Settings      []domain.Visibility
	Called        string // who is shown, where that is nobody in World; empty: by their name
}

// Content returns what an audience sees of it.
func (v View) Content() Content {
	out := Content{Names: v.Names.Which(v.Demonstration), Institution: v.Names.Institution()}
	if v.Person == "" {
		return out
	}
	if out.Person, out.First = v.Names.Person(v.Person); v.Called != "" {
		out.Person, out.First = v.Called, v.Called
	}
	known, _ := sight.Roles(v.World, v.Person, v.On)
	role := v.As
	if len(known) > 0 && !slices.Contains(known, role) { // one of a hidden group would give it away
		role = known[0]
	}
	out.Role = v.Said.RoleWord(role)
	group, ok := v.World.Group(v.Group)
	if !ok {
		out.Columns = []Column{v.column(v.World, domain.Group{})}
		return out
	}
	for _, setting := range v.Settings {
		then := group
		then.Visibility = setting
		column := v.column(v.World.InSetting(v.Group, setting), then)
		column.Setting, column.Word = &setting, v.Said.VisibilityShort(setting)
		if setting == group.Visibility && len(v.Settings) > 1 {
			column.Now = v.Said.Say("stage.now")
		}
		out.Columns = append(out.Columns, column)
	}
	return out
}

// column is what the person sees in a World: in the group, through the network, and how many
// elsewhere. What they do not see is not counted either.
func (v View) column(w domain.World, g domain.Group) Column {
	var out Column
	persons, messages := sight.Tiles(w, v.Person, v.On)
	here, network, elsewhere := seen{}, seen{}, seen{}
	for _, in := range slices.Concat(persons.Groups, messages.Groups) {
		to := elsewhere
		if in.Group == g.ID {
			to = here
		}
		to.add(in.Rows)
	}
	network.add(persons.Network)
	for _, r := range messages.Addressees {
		here.may(r)
		network.may(r)
		elsewhere.may(r)
	}
	if g.ID != "" {
		out.Group = v.Names.Group(g)
	}
	out.Sight = sightOf(here, network)
	for _, part := range []struct {
		head string
		of   seen
	}{{v.Said.Say("stage.in-group"), here}, {v.Said.Say("stage.network"), network}} {
		if len(part.of) > 0 {
			out.Parts = append(out.Parts, Part{part.head, v.people(part.of)})
		}
	}
	reached := map[domain.PersonID]bool{}
	for _, in := range []seen{here, network} {
		for id, p := range in {
			if p.messages {
				reached[id] = true
			}
		}
	}
	if len(reached) > 0 {
		out.Messages = v.Said.Say("stage.messages-to", len(reached))
	}
	others := 0
	for id := range elsewhere {
		if here[id] == nil && network[id] == nil {
			others++
		}
	}
	switch {
	case others > 0:
		out.Elsewhere, out.ElsewhereBrief = v.Said.Say("stage.elsewhere", others), v.Said.Say("stage.elsewhere-brief", others)
	case len(out.Parts) == 0:
		out.Nobody = v.Said.Say("stage.nobody")
	}
	return out
}

// seen is people in one place, by id.
type seen map[domain.PersonID]*seenPerson

type seenPerson struct {
	as       domain.Role
	messages bool
}

func (s seen) add(rows []sight.Row) {
	for _, r := range rows {
		if s[r.Person] == nil {
			s[r.Person] = &seenPerson{as: r.As}
		}
	}
}

// may notes that somebody may be sent messages.
func (s seen) may(r sight.Row) {
	if p := s[r.Person]; p != nil {
		p.messages = p.messages || len(r.Messages) > 0
	}
}

// people are in order of role and name.
func (v View) people(of seen) []Person {
	type one struct {
		Person
		as domain.Role
		id domain.PersonID
	}
	var all []one
	for id, p := range of {
		whole, first := v.Names.Person(id)
		shown := Person{Name: whole, First: first, Role: v.Said.RoleWord(p.as), Brief: v.Said.RoleBrief(p.as)}
		if p.messages {
			shown.Messages = v.Said.Say("stage.messages")
		}
		all = append(all, one{shown, p.as, id})
	}
	slices.SortFunc(all, func(a, b one) int {
		return cmp.Or(cmp.Compare(a.as, b.as), cmp.Compare(a.Name, b.Name), cmp.Compare(a.id, b.id))
	})
	out := make([]Person, len(all))
	for i, p := range all {
		out[i] = p.Person
	}
	return out
}

// Clean returns content that was read from a file, which may hold anything.
func (c Content) Clean() Content {
	for _, text := range []*string{&c.Names, &c.Institution, &c.Person, &c.First, &c.Role, &c.Sentence, &c.Step} {
		*text = words.Clean(*text)
	}
	c.Columns = slices.Clone(c.Columns)
	for i := range c.Columns {
		c.Columns[i].clean()
	}
	return c
}

func (c *Column) clean() {
	for _, text := range []*string{&c.Word, &c.Now, &c.Group, &c.Nobody, &c.Elsewhere, &c.ElsewhereBrief, &c.Messages} {
		*text = words.Clean(*text)
	}
	if c.Setting != nil && int(*c.Setting) >= domain.VisibilityCount {
		c.Setting = nil
	}
	for i := range c.Parts {
		part := &c.Parts[i]
		part.Head = words.Clean(part.Head)
		for j := range part.People {
			p := &part.People[j]
			*p = Person{words.Clean(p.Name), words.Clean(p.First), words.Clean(p.Role), words.Clean(p.Brief), words.Clean(p.Messages)}
		}
	}
}
