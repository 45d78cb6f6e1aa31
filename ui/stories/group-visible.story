# Stand 2: gebruikers kunnen de groep zien, met haar behandelaars.
date 2026-03-02
say "In Vaardigheidstraining dinsdag ziet {P15} de groep en haar behandelaars, en niemand anders."
look P15 tiles
as P15
send G5 "Mag ik dinsdag later komen?"

say "Het bericht komt bij elke gekoppelde behandelaar aan, als één gesprek."
look P03 inbox
look P12 inbox
as P12
answer last "Ja, tot half vier."

say "De anderen in de groep weten er niet van, en zij is voor hen niet te bereiken."
look P18 inbox
as P18
read M1
expect refused
send P15 "Hoi {P15}"
expect refused

say "Een ouder ziet de groep ook, maar stuurt geen groepsbericht."
as P33
send G5 "Wanneer is het klaar?"
expect refused

say "Het nieuws van Dagbehandeling Steiger bereikt iedereen in die groep, zonder ledenlijst."
as P12
post "Nieuws Steiger" "Vrijdag eten we pannenkoeken."
look P17 news
as P17
post "Nieuws Steiger" "Lekker!"
expect refused
