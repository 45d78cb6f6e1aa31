package lang

var enExchange = table{}
