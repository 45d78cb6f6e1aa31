package handover_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/store/exchange/handover"
	"zichtlijn/ui/words"
)

// elements walks a page in the order of the document.
func elements(t rapid.TB, page string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func inside(n *html.Node, name string) *html.Node {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == name {
			return p
		}
	}
	return nil
}

func said(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// allowed are the elements of a page: nothing that runs, loads, sends or frames.
var allowed = strings.Fields("html head meta title style body main section h1 h2 h3 p table caption thead tbody tr th td a wbr")

var loads = regexp.MustCompile(`(?i)url\(|@import|expression|javascript:|//`)

// judgePage refuses a page that a screen reader, a printer or an administrator could
// stumble over.
func judgePage(t rapid.TB, page, language string) {
	t.Helper()
	ids, links, level, mains := map[string]bool{}, []string{}, 0, 0
	for _, n := range elements(t, page) {
		if !slices.Contains(allowed, n.Data) {
			t.Fatalf("a page has no <%s>", n.Data)
		}
		if n.Data != "html" && n.Data != "head" && n.Data != "body" && n.Data != "main" && inside(n, "head") == nil && inside(n, "main") == nil {
			t.Errorf("<%s> is outside main", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
		if id := attribute(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("the id %s is not unique", id)
			}
			ids[id] = true
		}
		switch n.Data {
		case "html":
			if attribute(n, "lang") != language {
				t.Errorf("lang=%q", attribute(n, "lang"))
			}
		case "main":
			mains++
		case "a":
			links = append(links, attribute(n, "href"))
		case "style":
			if css := said(n); loads.MatchString(css) || strings.Contains(css, "<") {
				t.Errorf("the style loads something")
			}
		case "h1", "h2", "h3":
			now := int(n.Data[1] - '0')
			if now > level+1 || now == 1 && level > 0 || said(n) == "" {
				t.Errorf("%s %q follows a heading of level %d", n.Data, said(n), level)
			}
			level = now
		case "table":
			judgeTable(t, n)
		}
	}
	if mains != 1 || level == 0 {
		t.Errorf("%d mains, last heading of level %d", mains, level)
	}
	for _, to := range links {
		if id, here := strings.CutPrefix(to, "#"); !here || !ids[id] {
			t.Errorf("a link leads to %q", to)
		}
	}
}

func judgeTable(t rapid.TB, table *html.Node) {
	t.Helper()
	captions, columns := 0, 0
	for n := range table.Descendants() {
		switch n.Data {
		case "caption":
			if captions++; said(n) == "" {
				t.Error("a caption says nothing")
			}
		case "th":
			want := "row"
			if inside(n, "thead") != nil {
				columns++
				want = "col"
			}
			if attribute(n, "scope") != want || strings.TrimSpace(said(n)) == "" {
				t.Errorf("a head says %q, scope %q", said(n), attribute(n, "scope"))
			}
		case "tr":
			cells := 0
			for range n.ChildNodes() {
				cells++
			}
			if inside(n, "tbody") != nil && cells != columns {
				t.Errorf("a row of %d cells under %d heads", cells, columns)
			}
		}
	}
	if captions != 1 || columns == 0 {
		t.Errorf("a table has %d captions and %d heads", captions, columns)
	}
}

func TestThePageCanBeReadByEverybody(t *testing.T) {
	after, since := later(t)
	for _, l := range words.Languages() {
		judgePage(t, text(t, handover.HTML, handover.New(after, domaintest.Today(), nil), l), l.String())
		judgePage(t, text(t, handover.HTML, handover.New(after, domaintest.Today(), since), l), l.String())
		judgePage(t, text(t, handover.HTML, handover.New(domain.World{}, domaintest.Today(), nil), l), l.String())
	}
}

// hostileNames are what a page, its style, a link or Markdown could take for something
// else than a name, and what would hide or turn text.
var hostileNames = []string{
	"<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "\"><b>", "'", "&lt;", "</td></tr></table>", "\u202egnp.exe", "a\u200bb", "\u2066x", "\ufeff",
	"| a | b |", "**b**", "[x](https://kwaad.example)", "`x`", "<!--", "-->", "\\", "# kop", "a\nb", "\u2028", "\u0007", strings.Repeat("w<", 60),
}

// steering are the characters that may not reach a reader.
func steering(s string) string {
	for _, r := range s {
		if r != '\n' && words.Clean(string(r)) != string(r) {
			return fmt.Sprintf("%U", r)
		}
	}
	return ""
}

func TestAHostileNameIsOnlyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := hostile(t, domaintest.Small(t))
		after := hostile(t, before)
		today := domaintest.Today()
		for _, s := range []handover.Sheet{
			handover.New(after, today, nil),
			handover.New(after, today+3, &handover.Since{World: before, On: today, Name: "x"}),
		} {
			page := write(t, handover.HTML, s)
			judgePage(t, page, "nl")
			if c := steering(page); c != "" {
				t.Fatalf("%s reaches the page", c)
			}
			md := write(t, handover.Markdown, s)
			if c := steering(md); c != "" || strings.ContainsAny(strings.ReplaceAll(md, "\\`", ""), "<>`") {
				t.Fatalf("%s, HTML or code reaches the text", c)
			}
			judgeRows(t, md)
		}
	})
}

// judgeRows refuses Markdown in which a cell ends where none should: every row of a table
// has as many cells as its heads.
func judgeRows(t rapid.TB, md string) {
	t.Helper()
	cells := 0
	for line := range strings.Lines(md) {
		line = strings.ReplaceAll(strings.ReplaceAll(line, `\\`, ""), `\|`, "")
		n := strings.Count(line, "|")
		switch {
		case n == 0:
			cells = 0
		case cells == 0:
			cells = n
		case n != cells:
			t.Fatalf("a row of %d cells under %d heads: %s", n-1, cells-1, line)
		}
	}
}

func write(t rapid.TB, as writer, s handover.Sheet) string {
	t.Helper()
	var b strings.Builder
	if err := as(&b, s, dutch); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// hostile gives some people, groups and types hostile names.
func hostile(t *rapid.T, w domain.World) domain.World {
	r := w.Records()
	name := func() string { return rapid.SampledFrom(hostileNames).Draw(t, "name") }
	some := func() bool { return rapid.Bool().Draw(t, "some") }
	for i := range r.Persons {
		if p := &r.Persons[i]; some() {
			p.GivenName, p.FamilyName, p.DisplayName, p.Number, p.Email, p.Location, p.Function = name(), name(), name(), name(), name(), name(), name()
		}
	}
	for i := range r.Groups {
		if g := &r.Groups[i]; some() {
			g.Name, g.Description, g.NewsGroup, g.Location = name(), name(), name(), name()
		}
	}
	for i := range r.RelationTypes {
		if some() {
			r.RelationTypes[i].Name = name()
		}
	}
	for i := range r.Institution {
		r.Institution[i].Name = name()
	}
	return domain.NewWorld(r)
}
