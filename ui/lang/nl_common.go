package lang

var nlCommon = table{}
