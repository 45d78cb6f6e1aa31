package lang

var enGroups = table{}
