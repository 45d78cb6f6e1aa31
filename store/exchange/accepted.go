package exchange

import "zichtlijn/domain"

func acceptedSignals() noun[domain.AcceptedSignal] {
	type T = domain.AcceptedSignal
	return noun[T]{
		noun:    domain.AcceptedSignalNoun,
		section: "acceptedSignals",
		properties: []property[T]{
			on("code", func(a *T) *string { return &a.Code }, name()).must().asKey(),
			on("objects", func(a *T) *[]string { return &a.Objects }, several(id[string]())).must().asKey(),
			on("reason", func(a *T) *string { return &a.Reason }, note()).must(),
			on("by", func(a *T) *string { return &a.By }, line(nameLength)),
			on("on", func(a *T) *domain.Date { return &a.On }, date()),
		},
		twice:  RecordTwice,
		all:    domain.World.AcceptedSignals,
		change: func(s *domain.Swap[T]) domain.Change { return domain.Change{AcceptedSignal: s} },
	}
}
