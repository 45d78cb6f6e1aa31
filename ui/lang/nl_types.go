package lang

var nlTypes = table{}
