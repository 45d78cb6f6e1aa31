package lang

var nlPeople = table{}
