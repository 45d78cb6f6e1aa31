package theme

// palette names the colours of one background. accent is the only accent; the others carry a meaning of their own.
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
		faint: "#a0a0a0", accent: "#6cb6ff", preview: "#d2a8ff",
		wrong: "#ff8f85", warning: "#f2c14e", success: "#7fd88f",
		bar: "#1f4e79", barInk: "#ffffff", dim: "#3a3a3a", dimInk: "#ececec",
		alarm: "#f2c14e", alarmInk: "#1a1a1a",
		roles:      [6]string{"#8fd3ff", "#ffb38a", "#c8c8c8", "#8fe3a8", "#f5df7a", "#e3a6f0"},
		visibility: [3]string{"#a0a0a0", "#f2c14e", "#7fd88f"},
	}
}

func lightPalette() palette {
	return palette{
		faint: "#5a5a5a", accent: "#0b5cad", preview: "#7a2fb8",
		wrong: "#b3261e", warning: "#7a5200", success: "#1c6b33",
		bar: "#0b5cad", barInk: "#ffffff", dim: "#dcdcdc", dimInk: "#1a1a1a",
		alarm: "#7a5200", alarmInk: "#ffffff",
		roles:      [6]string{"#0b5f8a", "#9a3b00", "#4d4d4d", "#1c6b33", "#6b5500", "#8a1f8a"},
		visibility: [3]string{"#5a5a5a", "#7a5200", "#1c6b33"},
	}
}
