package lang

var enCommon = table{}
