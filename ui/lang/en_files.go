package lang

var enFiles = table{}
