package exchange

import "zichtlijn/domain"

func shifts() noun[domain.Shift] {
	type T = domain.Shift
	return noun[T]{
		noun:    domain.ShiftNoun,
		section: "shifts",
		properties: []property[T]{
			on("id", func(s *T) *domain.ShiftID { return &s.ID }, id[domain.ShiftID]()).must().asKey(),
			on("date", func(s *T) *domain.Date { return &s.Date }, date()).must(),
			on("begin", func(s *T) *domain.Clock { return &s.Begin }, clock()).must(),
			on("end", func(s *T) *domain.Clock { return &s.End }, clock()).must(),
			on("code", func(s *T) *string { return &s.Code }, line(nameLength)),
			on("name", func(s *T) *string { return &s.Name }, line(nameLength)),
			on("employees", func(s *T) *[]domain.PersonID { return &s.Employees }, distinct(id[domain.PersonID]())).must(),
			on("clients", func(s *T) *[]domain.PersonID { return &s.Clients }, distinct(id[domain.PersonID]())).must(),
		},
		twice:  RecordTwice,
		all:    domain.World.Shifts,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{Shift: s} },
	}
}
