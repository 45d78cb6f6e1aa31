package lang

// The matrix of a group: who of it sees whom of it.
const (
	ActMatrix Key = "matrix.act"

	MatrixTitle       Key = "matrix.title"    // 1 group, 2 setting, 3 date
	MatrixTitleIf     Key = "matrix.title-if" // 1 setting, 2 group
	MatrixIf          Key = "matrix.if"       // 1 how many cells differ, 2 come, 3 go, 4 setting with its sign
	MatrixIfShort     Key = "matrix.if-short" // 1 sign of the setting, 2 come, 3 go
	MatrixEmpty       Key = "matrix.empty"    // 1 date
	MatrixAlone       Key = "matrix.alone"    // 1 who
	MatrixRowSees     Key = "matrix.row-sees"
	MatrixColumnSees  Key = "matrix.column-sees"
	MatrixColumn      Key = "matrix.column"       // 1 number, 2 who, 3 role
	MatrixView        Key = "matrix.view"         // 1 first row, 2 last, 3 first column, 4 last, 5 how many there are
	MatrixNothing     Key = "matrix.nothing"      // 1 viewer, 2 other
	MatrixSelf        Key = "matrix.self"         // 1 who
	MatrixPlain       Key = "matrix.plain"        // 1 fact
	MatrixGrounds     Key = "matrix.grounds"      // 1 fact
	MatrixGround      Key = "matrix.ground"       // 1 ground, 2 on whose word
	MatrixMoreIf      Key = "matrix.more-if"      // 1 how many
	MatrixMoreGrounds Key = "matrix.more-grounds" // 1 how many
	MatrixNow         Key = "matrix.now"          // 1 fact
	MatrixWhyNow      Key = "matrix.why-now"

	MatrixHintWhy    Key = "matrix.hint.why"
	MatrixHintTurn   Key = "matrix.hint.turn"
	MatrixHintIf     Key = "matrix.hint.if"
	MatrixHintExport Key = "matrix.hint.export"

	MatrixLetterMessages  Key = "matrix.letter.messages"
	MatrixLetterSees      Key = "matrix.letter.sees"
	MatrixLegendHere      Key = "matrix.legend.here"
	MatrixLegendElsewhere Key = "matrix.legend.elsewhere"
	MatrixLegendNot       Key = "matrix.legend.not"
	MatrixLegendMessages  Key = "matrix.legend.messages"
	MatrixLegendSees      Key = "matrix.legend.sees"
	MatrixLegendSmall     Key = "matrix.legend.small"
	MatrixLegendCome      Key = "matrix.legend.come"
	MatrixLegendGo        Key = "matrix.legend.go"

	// For a spreadsheet.
	MatrixColumnRole    Key = "matrix.table.role"
	MatrixCellBoth      Key = "matrix.table.both"
	MatrixCellSees      Key = "matrix.table.sees"
	MatrixCellMessages  Key = "matrix.table.messages"
	MatrixCellNot       Key = "matrix.table.not"
	MatrixCellElsewhere Key = "matrix.table.elsewhere" // 1 what
	MatrixAbout         Key = "matrix.table.about"     // 1 group, 2 setting, 3 date
	MatrixAboutIf       Key = "matrix.table.about-if"  // 1 group, 2 setting, 3 date

	MatrixFileIf Key = "matrix.table.file-if" // in a file name: letters only

	// On the command line.
	MatrixFlagGroup Key = "matrix.cli.flag-group" // value=what it does
	MatrixFlagGrid  Key = "matrix.cli.flag-grid"
	MatrixNeedGroup Key = "matrix.cli.need-group"
	MatrixWithin    Key = "matrix.cli.within" // 1 group, 2 date
	MatrixGridHead  Key = "matrix.cli.grid"   // 1 group, 2 setting, 3 date
	MatrixGridEmpty Key = "matrix.cli.empty"  // 1 group, 2 date
	MatrixLegend    Key = "matrix.cli.legend" // 1 all of it
)
