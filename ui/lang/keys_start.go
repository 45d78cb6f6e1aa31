package lang

// The first start.
const (
	StartWhat          Key = "start.what"
	StartWhere         Key = "start.where"
	StartEmptyName     Key = "start.empty"
	StartEmptyAct      Key = "start.empty-act"
	StartEmptyExplain  Key = "start.empty-explain"
	StartDemoName      Key = "start.demo"
	StartDemoAct       Key = "start.demo-act"
	StartDemoExplain   Key = "start.demo-explain"
	StartImportName    Key = "start.import"
	StartImportAct     Key = "start.import-act"
	StartImportExplain Key = "start.import-explain"
)
