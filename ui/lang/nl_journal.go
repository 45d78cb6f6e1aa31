package lang

var nlJournal = table{}
