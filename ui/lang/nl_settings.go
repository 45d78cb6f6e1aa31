package lang

var nlSettings = table{}
