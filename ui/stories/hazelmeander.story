# Het verhaal van Hazelmeander, in zeven stappen. Een stap per regel; een tekst
# staat tussen dubbele aanhalingstekens. Speel het op de demonstratie.
date 2026-03-02

say "1. Woongroep Steiger A is onzichtbaar. Kijk als {P14}, zijn moeder en zijn vader: niemand ziet de groep."
look P14 tiles
look P28 tiles
look P29 tiles
as P14
send "Woongroep Steiger A" "Wie is er vanavond?"
expect refused
pause

say "2. Wie ziet {P28}? {P29} wel: via het netwerk van {P14}. De groep is niet het lek."
show who-sees P28
show why P29 P28
as P29
send P28 "Hoe laat haal ik hem op?"
as P28
look P28 inbox
answer last "Om vier uur."
pause

say "3. Zet de groep op elkaar zichtbaar: er staat wie wie zou zien. Zonder reden kan het niet."
show group G1 --visibility members-visible --dry-run
do group G1 --visibility members-visible
expect refused
pause

say "4. {P29} bij het Oudercafé: dan ziet hij {P28} ook daar. Zonder reden kan het niet."
show member add G4 P29 --dry-run
do member add G4 P29
expect refused
pause

say "5. {P15}: een zichtbare groep, en twee die voor haar niet bestaan."
look P15 tiles
as P15
send G5 "Mag ik dinsdag iemand meenemen?"
as P12
look P12 inbox
answer last "Dat mag, tot vier uur."
as P15
look P15 inbox
send "Traumagroep Lotus" "Hallo?"
expect refused
send P28 "Hallo?"
expect refused
pause

say "6. {P05} wordt vanaf 16 maart persoonlijk begeleider van {P17}. De relatie van {P12} eindigt dan op de 15e."
do relation add --client P17 --person P05 --type T1 --from 2026-03-16 --reason "nieuwe begeleider"
show care P17
pause

say "7. De week: vier signalen, en sterren. Ruil {P09} in de dienst van maandag, en er zijn er drie."
show planning --from 2026-03-02 --days 7
do shift edit S01 --employees P06 --employees P08
show planning --from 2026-03-02 --days 7
