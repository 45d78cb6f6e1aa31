package picture

import (
	"fmt"
	"html"
	"io"

	"zichtlijn/ui/words"
)

// HTML writes the drawing as a page of its own, and below it what it says in words, under
// a heading. Its own title is heard and not seen, because the drawing has it too. The page runs nothing and loads nothing: its own policy forbids both.
func (d Drawing) HTML(out io.Writer, language, inWords string) error {
	text := func(s string) string { return html.EscapeString(words.Clean(s)) }
	_, err := fmt.Fprintf(out, `<!doctype html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<style>
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1rem; max-width: 75rem; background: #fff; color: #111; font: 1rem/1.5 Arial, Helvetica, sans-serif; }
svg { display: block; width: 100%%; height: auto; max-height: 92vh; }
p { max-width: 45rem; overflow-wrap: break-word; }
h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%%); }
h2 { font-size: 1.1rem; }
@media print { @page { size: A4 landscape; margin: 12mm; } svg { max-height: 170mm; } h2 { break-after: avoid; } }
</style>
</head>
<body>
<main>
<h1>%s</h1>
`, html.EscapeString(language), text(d.Title), text(d.Title))
	if err != nil {
		return err
	}
	if err := d.SVG(out); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "<h2>%s</h2>\n<p>%s</p>\n</main>\n</body>\n</html>\n", text(inWords), text(d.InWords()))
	return err
}
