package lang

var enStart = table{}
