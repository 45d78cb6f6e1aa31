# Stand 1: de groep is onzichtbaar. Alleen de behandelaars zien haar.
date 2026-03-02
say "Woongroep Steiger A is onzichtbaar. Voor {P15} bestaat de groep niet."
look P15 tiles
as P15
send G1 "Hallo groep"
expect refused
send P14 "Hallo {P14}"
expect refused

say "De behandelaars zien de groep en al haar leden, en mogen hun een bericht sturen."
as P11
send P15 "Kom je straks even langs?"
report G1 "Een rustige middag in de woongroep."

say "{P15} leest het bericht van {P11}. Van de rapportage weet zij niets."
look P15 inbox
look P15 reports
as P15
report G1 "Ik vond het een leuke middag."
expect refused

say "Een collega die gekoppeld is, leest de rapportage."
look P07 reports

say "Een programma kan wel worden klaargezet: {P16} ziet het, zonder de groep."
as P11
assign G1 "Slapen en rust"
look P16 programmes
as P16
progress last started
look P11 programmes
