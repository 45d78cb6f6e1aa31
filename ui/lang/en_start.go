package lang

var enStart = table{
	StartWhat:          "Prepare groups and relations for the portal and see beforehand who sees whom.",
	StartWhere:         "Everything stays on this computer; no connection is needed.",
	StartEmptyName:     "Start empty",
	StartEmptyAct:      "empty",
	StartEmptyExplain:  "A new file for your own institution.",
	StartDemoName:      "Look at the demonstration",
	StartDemoAct:       "demonstration",
	StartDemoExplain:   "An invented institution to try things on; nothing is kept.",
	StartImportName:    "Import a file",
	StartImportAct:     "import",
	StartImportExplain: "A set-up that was exported before; you first see what is in it.",
}
