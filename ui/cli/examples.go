package cli

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"zichtlijn/ui/words"
)

// examplesOf returns examples of a command in the language of the call. A test runs
// each on the demonstration.
func (r *run) examplesOf(c *cobra.Command) []string {
	here := r.words.Language()
	said := func(name string) string {
		for _, on := range []*cobra.Command{c, c.Root()} {
			if sub, _, err := on.Find([]string{name}); err == nil && sub != on {
				return verbName(sub, here)
			}
		}
		if name == "reason" {
			return r.words.Say("help-page.reason")
		}
		return strings.ToLower(r.words.Say(words.Key("topic." + name)))
	}
	return list(examples[subject(c)], func(example string) string {
		return strings.TrimSpace(typedPath(c, here) + " " + os.Expand(example, said))
	})
}

// examples are the words behind each command in its examples. $show is the verb in
// the language of the call, $reason a reason, $dates the word for that topic.
var examples = map[string][]string{
	"program":    {`--demo`, `--demo $show "Noor Haddad"`, `--demo $group Oudercafé --visibility hidden --dry-run`},
	"show":       {`"Noor Haddad"`, `P28 --date 2026-06-01`, `P15 --format json`},
	"who-sees":   {`"Petra Bakker"`, `P28 --as-it-was --date 2026-03-02`},
	"why":        {`P29 P28`, `"Noor Haddad" "Yusuf Demir"`},
	"compare":    {`"Noor Haddad" G5`, `P28 Oudercafé`},
	"course":     {`P16 P05`, `"Noor Haddad" "Soraya Ramdin"`},
	"matrix":     {``, `--group G5 --grid`, `--format csv`},
	"stage":      {``, `--lang en`},
	"find":       {`haddad`, `"ouder bakker"`, `100015 --format json`},
	"care":       {`P23`, `"Noor Haddad" --date 2026-06-01`},
	"steps":      {``, `"Woongroep Steiger A"`},
	"periodic":   {``, `done --reason "$reason"`},
	"planning":   {``, `--from 2026-03-02 --days 3`, `--format json`},
	"check":      {``, `--all`, `--mirror`},
	"log":        {``, `--format json`},
	"undo":       {``, `--reason "$reason"`},
	"redo":       {``, `--reason "$reason"`},
	"backup":     {`backup.db`, `zichtlijn-2026-03-02.db`},
	"verify":     {``, `copy.db`},
	"import":     {`setup.json --dry-run`, `setup.json --reason "$reason"`},
	"export":     {``, `-o export.json`},
	"diff":       {`setup.json copy.db`, `copy.db setup.json --format json`},
	"completion": {`bash`, `fish`},
	"help":       {`$show`, `$person`, `$dates`},
	"man":        {``, `$show`, `$codes`},

	"group":               {`Oudercafé --visibility hidden --dry-run`, `G5 --visibility members-visible --reason "$reason"`, `$list`},
	"group.list":          {``, `--format json`},
	"mapping":             {`$list`, `$export -o nieuw.json`},
	"mapping.list":        {``, `--format json`},
	"mapping.export":      {`-o nieuw.json`, `--format json`},
	"mapping.import":      {`koppen.json`, `koppen.json --format json`},
	"mapping.forget":      {`"Cl.nr"`, `Cl.nr --format json`},
	"picture":             {`$group Oudercafé`, `$person P15 -o zicht.svg`, `matrix --width 120`},
	"picture.group":       {`Oudercafé`, `G5 --settings -o standen.html`, `G1 -o groep.svg --pseudonymise`},
	"picture.client":      {`P14`, `"Noor Haddad" -o netwerk.svg`},
	"picture.matrix":      {``, `-o matrix.html`},
	"picture.course":      {`P29 P28`, `--group G5 -o verloop.svg`},
	"picture.person":      {`P15`, `"Petra Bakker" -o zicht.html`},
	"page":                {`$person P15 -o pagina.html`, `$institution -o overzicht.html`},
	"page.person":         {`P15 -o noor.html`, `"Petra Bakker" -o zicht.html`},
	"page.group":          {`Oudercafé -o groep.html`, `G5 -o team.html --pseudonymise`},
	"page.institution":    {`-o overzicht.html`, ``},
	"rehearse":            {`$send --as P15 --group G5 "Hoi"`, `$inbox P12`, `$run hazelmeander`},
	"rehearse.send":       {`--as P15 --group G5 "Hoi"`, `--as P29 --to "Petra Bakker" "Hoi"`},
	"rehearse.answer":     {`--as P12 M1 "Hoi"`, `--as "Bao Nguyễn" M1 "Hoi"`},
	"rehearse.read":       {`--as P12 M1`, `--as P03 M1 --format json`},
	"rehearse.report":     {`--as P12 --group G5 "Rustig"`, `--as P05 --client P14 "Rustig"`},
	"rehearse.post":       {`--as P12 --news "Nieuws Steiger" "Hoi"`, `--as P06 --news "Vlierhof prikbord" "Hoi"`},
	"rehearse.assign":     {`--as P12 --group G5 --programme Slapen`, `--as P12 --group G5 --programme Slapen --to P15`},
	"rehearse.progress":   {`--as P15 PR2 started`, `--as P18 PR2 done`},
	"rehearse.inbox":      {`P12`, `"Noor Haddad" --format json`},
	"rehearse.reports":    {`P12`, `P05 --by-role COUNSELOR`, `P05 --all`},
	"rehearse.news":       {`P17`, `P17 --format json`},
	"rehearse.programmes": {`P15`, `P12`},
	"rehearse.acts":       {``, `--scene dinsdag`},
	"rehearse.undo":       {``, `--scene dinsdag`},
	"rehearse.do":         {`$group G1 --visibility hidden`, `$group G1 --visibility members-visible --reason "$reason"`},
	"rehearse.run":        {`hazelmeander`, `hidden --scene stil`},
	"rehearse.keep":       {`woensdag`, `"Het verhaal van Noor"`},
	"rehearse.scenes":     {``, `--format json`},
	"rehearse.show":       {`dinsdag`, `dinsdag --format json`},
	"rehearse.export":     {`dinsdag -o dinsdag.scene`, `dinsdag -o nog-een.scene`},
	"rehearse.import":     {`in.scene`, `in.scene --scene woensdag`},
	"rehearse.reset":      {``, `--scene dinsdag`},
	"rehearse.drop":       {`dinsdag`, `dinsdag --format json`},

	"group.add":    {`--name Moestuin --dry-run`, `--name Moestuin --visibility group-visible`},
	"group.edit":   {`G4 --name "Oudercafé donderdag"`, `Oudercafé --location Steiger --dry-run`},
	"group.copy":   {`G5 --name "Vaardigheidstraining vrijdag" --dry-run`, `Oudercafé --name "Oudercafé avond" --reason "$reason"`},
	"group.remove": {`G4 --dry-run`, `"Traumagroep Lotus" --dry-run`},

	"person":            {`$list --role CLIENT`, `$edit P15 --location Vlierhof --dry-run`},
	"person.list":       {``, `--role CLIENT`, `--format json`},
	"person.add":        {`--given-name Mila --family-name Vos --role CLIENT --dry-run`, `--id P50 --given-name Ad --family-name Smit --role COUNSELOR`},
	"person.edit":       {`"Noor Haddad" --location Vlierhof`, `P13 --email femke@example.org --dry-run`},
	"person.deactivate": {`P13 --from 2026-06-01 --dry-run`, `"Rob Mulder" --from 2026-03-31`},
	"person.reactivate": {`P13 --dry-run`, `"Rob Mulder" --dry-run`},
	"person.leave":      {`P12 --through 2026-03-31 --dry-run`, `P12 --through 2026-03-31 --successor R03=P04 --dry-run`},
	"person.remove":     {`P41 --dry-run`, `"Rob Mulder"`},

	"member":        {`$list G5`, `$add G5 "Lotte van Dam" --dry-run`},
	"member.list":   {`G5`, `Oudercafé --ended`},
	"member.add":    {`G5 "Lotte van Dam" P20 --dry-run`, `G5 P16 --from 2026-03-16 --reason "$reason"`},
	"member.edit":   {`G1 P37 --through 2026-06-30`, `G5 "Bao Nguyễn" --from 2026-01-01 --dry-run`},
	"member.end":    {`G5 P18 --through 2026-03-31 --dry-run`, `Oudercafé "Wendy Pinas" P33 --through 2026-03-31`},
	"member.remove": {`G5 P18 --dry-run`, `Oudercafé "Wendy Pinas" --dry-run`},

	"relation":        {`$list "Noor Haddad"`, `$end R34 --through 2026-03-31 --dry-run`},
	"relation.list":   {``, `"Noor Haddad"`, `P16 --ended`},
	"relation.add":    {`--client P17 --person P05 --type T1 --from 2026-03-16 --dry-run`, `--client P20 --person P12 --type T5 --from 2026-03-16`},
	"relation.edit":   {`R37 --through 2026-12-31`, `R02 --note "$reason" --dry-run`},
	"relation.end":    {`R34 --through 2026-03-31 --dry-run`, `R33 R37 --through 2026-03-31`},
	"relation.remove": {`R34 --dry-run`, `R33`},

	"type":          {`$list`, `$edit T5 --name "Vaste begeleider" --dry-run`},
	"type.list":     {``, `--format json`},
	"type.add":      {`--name Mentor --kind employee --dry-run`, `--name Casemanager --kind employee --primary`},
	"type.standard": {``, `--format json`},
	"type.edit":     {`T5 --name "Vaste begeleider"`, `Oud-begeleider --active --dry-run`},
	"type.remove":   {`T8 --dry-run`, `Netwerkcontact --dry-run`},

	"role":        {`$list`, `$edit A2 --tasks "dossier inzien" --dry-run`},
	"role.list":   {``, `--format json`},
	"role.add":    {`--name Stagiair --kind manual --scope all-clients --tasks "dossier inzien" --dry-run`, `--name Nachtdienst --kind manual --scope locations --locations Steiger`},
	"role.edit":   {`A2 --locations Steiger --dry-run`, `Begeleider --tasks "dossier inzien"`},
	"role.remove": {`A1 --dry-run`, `Basisinkijk`},

	"assignment":        {`$list Begeleider`, `$add A2 P03 --dry-run`},
	"assignment.list":   {``, `Begeleider`, `"Femke Dijkstra"`},
	"assignment.add":    {`A2 P03 --dry-run`, `Begeleider "Emre Yıldız" --through 2026-06-30`},
	"assignment.edit":   {`A2 P13 --through 2026-12-31`, `Begeleider "Femke Dijkstra" --from 2026-03-16 --dry-run`},
	"assignment.end":    {`A2 P09 --through 2026-03-31 --dry-run`, `Begeleider P10 P12 --through 2026-03-31`},
	"assignment.remove": {`A2 P09 --dry-run`, `Begeleider "Anouk Visser"`},

	"shift":        {`$copy S01 --date 2026-03-09 --dry-run`, `$edit S07 --end 13:00`},
	"shift.add":    {`--date 2026-03-06 --begin 07:00 --end 15:00 --name Vroeg --employees P06 --clients P21 --dry-run`, `--date 2026-03-06 --begin 09:00 --end 12:30 --code GR --name Gezinsroute --employees P10 --clients P14 --clients P18`},
	"shift.edit":   {`S07 --end 13:00`, `S01 --date 2026-03-02 --employees P06 --dry-run`},
	"shift.copy":   {`S01 --date 2026-03-09`, `S07 --date 2026-03-12 --days 5 --dry-run`},
	"shift.remove": {`S07 --dry-run`, `S04`},

	"agreement":        {`$list`, `$add --kind never-sees --viewer P30 --other P14 --dry-run`},
	"agreement.list":   {``, `--format json`},
	"agreement.add":    {`--kind never-sees --viewer P30 --other P14 --dry-run`, `--kind group-at-most --group G1 --visibility hidden`},
	"agreement.edit":   {`F2 --note "$reason"`, `F2 --visibility group-visible --dry-run`},
	"agreement.remove": {`F2 --dry-run`, `F3`},

	"signal":        {`$list`, `$accept group.few-counselors G4 --reason "$reason"`},
	"signal.list":   {``, `--all`},
	"signal.accept": {`group.few-counselors G4 --reason "$reason"`, `person.several-modes "Noor Haddad" --reason "$reason" --dry-run`},
	"signal.reopen": {`group.few-counselors G4`, `person.unseen P13 --dry-run`},

	"step":        {`$list`, `$tick look G4 --reason "$reason"`},
	"step.list":   {``, `--format json`},
	"step.tick":   {`look G4 --reason "$reason"`, `handover --dry-run`},
	"step.untick": {`look G4 --dry-run`, `handover`},

	"reading":      {`$list`, `$edit network no --dry-run`},
	"reading.list": {``, `--format json`},
	"reading.edit": {`network no --dry-run`, `openPeerMessages no`},

	"institution":      {`$edit --name "Stichting Voorbeeld" --dry-run`, `$edit --uses-news-groups`},
	"institution.edit": {`--name "Stichting Voorbeeld" --dry-run`, `--uses-news-groups`, `--revealing-word training --revealing-word café`},
}
