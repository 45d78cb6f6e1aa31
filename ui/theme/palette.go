package theme

// palette names the colours of one background, by their number among the 256 that every terminal knows: as readable as
// true colours, and half as long on the wire. accent is the only accent; the others carry a meaning of their own.
type palette struct {
	faint, accent, preview  string
	wrong, warning, success string
	bar, barInk             string // the cursor row with the keys, the tab that is open
	dim, dimInk             string // the cursor row without them, the ground one types on
	alarm, alarmInk         string
	roles                   [6]string
	visibility              [3]string
}

func darkPalette() palette {
	return palette{
		faint: "248", accent: "75", preview: "183",
		wrong: "210", warning: "221", success: "114",
		bar: "24", barInk: "231", dim: "237", dimInk: "255",
		alarm: "221", alarmInk: "234",
		roles:      [6]string{"117", "216", "251", "115", "228", "182"},
		visibility: [3]string{"248", "221", "114"},
	}
}

func lightPalette() palette {
	return palette{
		faint: "240", accent: "25", preview: "91",
		wrong: "124", warning: "94", success: "22",
		bar: "25", barInk: "231", dim: "253", dimInk: "234",
		alarm: "94", alarmInk: "231",
		roles:      [6]string{"24", "88", "239", "22", "58", "90"},
		visibility: [3]string{"240", "94", "22"},
	}
}
