# Een rondleiding door Zichtlijn, voor wie er nieuw is. Speel haar op de demonstratie:
# zichtlijn --demo --story rondleiding
date 2026-03-02

say "1. Zichtlijn laat zien wat iemand ziet. Dit is {P15}: u kijkt met haar mee. Links op het gewone scherm kiest u een groep, en daarna iemand in die groep."
look P15 tiles
pause

say "2. Een groep heeft een van drie standen. Vaardigheidstraining dinsdag is zichtbaar: {P15} ziet de groep en de behandelaars, maar de andere cliënten niet."
look P15 tiles
pause

say "3. In Bewoners Vlierhof ziet iedereen iedereen. {P21} ziet daar ook de andere cliënten. Toets c zet de drie standen naast elkaar."
look P21 tiles
pause

say "4. Een onzichtbare groep bestaat voor haar gebruikers niet. {P14} ziet alleen zijn netwerk."
look P14 tiles
pause

say "5. Wie bij dezelfde cliënt hoort, ziet elkaar: dat is het netwerk. {P29} ziet zo {P28}. Op het gewone scherm zegt w waarom."
look P29 tiles
pause

say "6. Wat u wijzigt, ziet u eerst: wie er meer ziet, en waarom dat mag. U kunt het altijd ongedaan maken met u."
look P28 tiles
pause

say "7. Nu u. Esc en dan enter verlaat het podium; vraagteken zegt welke toetsen er zijn."
pause
