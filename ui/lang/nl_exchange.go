package lang

var nlExchange = table{}
