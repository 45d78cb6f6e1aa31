package lang

var enCLI = table{}
