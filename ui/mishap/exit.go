package mishap

// Exit is how the program ends, as a script sees it. The numbers are a contract.
type Exit int

// How the program can end.
const (
	Done     Exit = 0
	Attend   Exit = 1  // done, but there is something to attend to
	WrongUse Exit = 2  // or no such person or group
	Refused  Exit = 3  // by a rule of the domain, or for the content of an import
	NoFile   Exit = 10 // no such file
	Locked   Exit = 11 // by another program
	Unusable Exit = 13 // damaged, empty, foreign, or written by a newer version
	Unsaved  Exit = 14 // read-only, full, failed
	Crashed  Exit = 70 // a mistake of ours
)
