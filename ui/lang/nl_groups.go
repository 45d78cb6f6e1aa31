package lang

var nlGroups = table{}
