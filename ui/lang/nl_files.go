package lang

var nlFiles = table{}
