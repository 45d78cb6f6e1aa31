package lang

var nlStart = table{
	StartWhat:          "Zet groepen en relaties klaar voor het portaal en zie vooraf wie wie ziet.",
	StartWhere:         "Alles blijft op deze computer; er is geen verbinding nodig.",
	StartEmptyName:     "Leeg beginnen",
	StartEmptyAct:      "leeg",
	StartEmptyExplain:  "Een nieuw bestand voor uw eigen instelling.",
	StartDemoName:      "De demonstratie bekijken",
	StartDemoAct:       "demonstratie",
	StartDemoExplain:   "Een verzonnen instelling om te proberen; niets wordt bewaard.",
	StartImportName:    "Een bestand importeren",
	StartImportAct:     "importeren",
	StartImportExplain: "Een inrichting die eerder is geëxporteerd; u ziet eerst wat erin staat.",
}
