package spreadsheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// format is how a workbook shows a number.
type format struct {
	date  bool
	zeros int // as many digits at least, with zeros before them
}

// readStyles reads how the cells of each style are shown.
func (b *workbook) readStyles() error {
	var styles struct {
		Own []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if _, ok := b.files["xl/styles.xml"]; !ok {
		return nil
	}
	if err := b.parse("xl/styles.xml", &styles); err != nil {
		return err
	}
	own := map[int]format{}
	for _, f := range styles.Own {
		own[f.ID] = formatOf(f.Code)
	}
	for _, c := range styles.Cells {
		f, known := own[c.Format]
		if !known {
			f.date = builtInDate(c.Format)
		}
		b.formats = append(b.formats, f)
	}
	return nil
}

// builtInDate reports whether a format that a workbook does not spell out shows a day.
func builtInDate(id int) bool {
	return 14 <= id && id <= 17 || id == 22 || 27 <= id && id <= 31 || id == 36 || 50 <= id && id <= 58
}

// formatOf reads the code of a format, up to that of negative numbers. What stands in
// quotes or brackets, or behind a backslash, is shown as it is.
func formatOf(code string) format {
	var bare strings.Builder
	code, _, _ = strings.Cut(code, ";")
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '\\', '_', '*':
			i++
		case '"', '[':
			end := strings.IndexByte(code[i+1:], map[byte]byte{'"': '"', '[': ']'}[c])
			if end < 0 {
				return format{}
			}
			i += end + 1
		default:
			bare.WriteByte(c)
		}
	}
	shown := strings.ToLower(bare.String())
	if len(shown) > 1 && strings.Trim(shown, "0") == "" {
		return format{zeros: len(shown)}
	}
	return format{date: strings.ContainsAny(shown, "dy") && !strings.Contains(shown, "general")}
}

// lastSerial is 31 December 9999 in the days of a workbook.
const lastSerial = 2_958_465

// number makes a cell of a number. It is a date where it is shown as one; leading zeros
// that are shown count.
func (b *workbook) number(text string, style int) Cell {
	text = strings.TrimSpace(text)
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(n, 0) {
		return Cell{Text: text}
	}
	if strings.ContainsAny(text, "eE") && n == math.Trunc(n) && math.Abs(n) < 1e15 {
		text = strconv.FormatInt(int64(n), 10)
	}
	var f format
	if style >= 0 && style < len(b.formats) {
		f = b.formats[style]
	}
	if digits := strings.Trim(text, "0123456789") == ""; digits && len(text) < f.zeros {
		text = strings.Repeat("0", f.zeros-len(text)) + text
	}
	c := Cell{Text: text}
	if serial := math.Trunc(n) + float64(b.offset); 1 <= serial && serial <= lastSerial {
		c.Serial, c.IsDate = int32(serial), f.date
	}
	return c
}

// Day returns the day of a serial number. A workbook believes that 1900 was a leap year.
func Day(serial int32) time.Time {
	if serial < 60 {
		serial++
	}
	return time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(serial))
}

// SerialOf returns the serial number of a day; 0 for one before March 1900, which
// spreadsheets count in different ways.
func SerialOf(day time.Time) int32 {
	first := time.Date(1900, time.March, 1, 0, 0, 0, 0, time.UTC)
	if day.Before(first) {
		return 0
	}
	return int32(day.Sub(first)/(24*time.Hour)) + 61
}
