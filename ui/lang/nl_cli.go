package lang

var nlCLI = table{}
