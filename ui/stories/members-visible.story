# Stand 3: gebruikers kunnen elkaar zien.
date 2026-03-02
say "In Bewoners Vlierhof ziet iedereen iedereen."
look P21 tiles
as P21
send G3 "Wanneer is de huiskamervergadering?"
send P22 "Zullen we samen gaan?"
as P22
look P22 inbox
answer last "Graag."

say "Een externe ziet iedereen ook, maar stuurt niemand een bericht."
as P39
send P21 "Goedemiddag"
expect refused

say "De rapportage over de groep blijft van de behandelaars."
as P06
report G3 "Een gezellige avond."
look P08 reports
look P21 reports

say "Zet de groep in de proef op onzichtbaar: wat ontvangen is, blijft leesbaar. Nieuw gaat er niets uit."
do group G3 --visibility hidden
look P22 inbox
as P21
send P22 "Tot straks"
expect refused
send G3 "Hallo"
expect refused
