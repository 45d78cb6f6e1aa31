package lang

var nlStart = table{}
