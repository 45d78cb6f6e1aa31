package lang

var enTypes = table{}
