package lang

var enPeople = table{}
