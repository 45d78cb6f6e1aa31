package lang

var enJournal = table{}
