package lang

var enSettings = table{}
