package lang

// The words of what goes wrong with a file. 1 is its path.
const (
	MishapNoFile      Key = "mishap.no-file"
	MishapAbsent      Key = "mishap.absent"
	MishapNoFolder    Key = "mishap.no-folder"
	MishapLocked      Key = "mishap.locked"
	MishapLockedBy    Key = "mishap.locked-by" // 2 login, 3 since
	MishapDamaged     Key = "mishap.damaged"
	MishapDamagedCopy Key = "mishap.damaged-copy" // 2 path of the copy
	MishapEmpty       Key = "mishap.empty"
	MishapForeign     Key = "mishap.foreign"
	MishapNewer       Key = "mishap.newer"
	MishapTooLarge    Key = "mishap.too-large"
	MishapIrregular   Key = "mishap.irregular"
	MishapForbidden   Key = "mishap.forbidden"
	MishapUnreadable  Key = "mishap.unreadable" // 2 what the system says
	MishapExists      Key = "mishap.exists"
	MishapFull        Key = "mishap.full"
	MishapReadOnly    Key = "mishap.read-only" // asked for
	MishapUnwritable  Key = "mishap.unwritable"
	MishapBarred      Key = "mishap.barred" // no file may be made there
	MishapFolder      Key = "mishap.folder"
	MishapLongName    Key = "mishap.long-name"
	MishapNotOurs     Key = "mishap.not-ours"
	MishapStopped     Key = "mishap.stopped"
	MishapNotSaved    Key = "mishap.not-saved"
	MishapSeen        Key = "mishap.seen"
	MishapUncertain   Key = "mishap.uncertain"
	MishapUnsaved     Key = "mishap.unsaved" // 2 what the system says
	MishapExtensions  Key = "mishap.extensions"
	MishapRejected    Key = "mishap.rejected" // 1 how many problems
)

// How the command line is used. The words of a flag that takes a value are its
// placeholder, an equals sign, and what it does.
const (
	CLIAbout        Key = "cli.about"
	CLIUsage        Key = "cli.usage"
	CLIAliases      Key = "cli.aliases"
	CLICommands     Key = "cli.commands"
	CLIOwnFlags     Key = "cli.own-flags"
	CLIGlobalFlags  Key = "cli.global-flags"
	CLIMore         Key = "cli.more"
	CLICommandWord  Key = "cli.command-word"
	CLIFilesWord    Key = "cli.files-word"
	CLIFileWord     Key = "cli.file-word"
	CLIPersonWord   Key = "cli.person-word"
	CLIGroupWord    Key = "cli.group-word"
	CLIShellWord    Key = "cli.shell-word"
	CLIShortImport  Key = "cli.short.import"
	CLIShortExport  Key = "cli.short.export"
	CLIShortShow    Key = "cli.short.show"
	CLIShortWhoSees Key = "cli.short.who-sees"
	CLIShortMatrix  Key = "cli.short.matrix"
	CLIShortGroup   Key = "cli.short.group"
	CLIShortLog     Key = "cli.short.log"
	CLIShortUndo    Key = "cli.short.undo"
	CLIShortRedo    Key = "cli.short.redo"
	CLIShortBackup  Key = "cli.short.backup"
	CLIShortVerify  Key = "cli.short.verify"
	CLIShortShells  Key = "cli.short.completion"
	CLIShortHelp    Key = "cli.short.help"
	CLIFlagFile     Key = "cli.flag.file"
	CLIFlagDemo     Key = "cli.flag.demo"
	CLIFlagDate     Key = "cli.flag.date"
	CLIFlagLang     Key = "cli.flag.lang"
	CLIFlagBy       Key = "cli.flag.by"
	CLIFlagBehalf   Key = "cli.flag.behalf"
	CLIFlagReason   Key = "cli.flag.reason"
	CLIFlagReadOnly Key = "cli.flag.read-only"
	CLIFlagTheme    Key = "cli.flag.theme"
	CLIFlagFormat   Key = "cli.flag.format"
	CLIFlagVersion  Key = "cli.flag.version"
	CLIFlagHelp     Key = "cli.flag.help"
	CLIFlagDryRun   Key = "cli.flag.dry-run"
	CLIFlagOutput   Key = "cli.flag.output"
	CLIFlagVisible  Key = "cli.flag.visibility"
)

// What is wrong with how the command line is used.
const (
	CLINoTerminal     Key = "cli.no-terminal"
	CLINoCommand      Key = "cli.no-command"      // 1 what was typed
	CLINearCommand    Key = "cli.near-command"    // 2 the nearest there is
	CLINoFlag         Key = "cli.no-flag"         // 1 the flag
	CLIFlagEmpty      Key = "cli.flag-empty"      // 1 the flag
	CLIFlagMalformed  Key = "cli.flag-malformed"  // 1 what was typed
	CLIWrongArguments Key = "cli.wrong-arguments" // 1 how it is used
	CLIWrongChoice    Key = "cli.wrong-choice"    // 1 the flag, 2 its value, 3 the choices
	CLIWrongDate      Key = "cli.wrong-date"      // 1 the value
	CLIFileAndDemo    Key = "cli.file-and-demo"
	CLINoPlace        Key = "cli.no-place"
	CLINoPerson       Key = "cli.no-person"       // 1 what was typed
	CLINearPerson     Key = "cli.near-person"     // the same, 2 the nearest
	CLISeveralPersons Key = "cli.several-persons" // 1 what was typed, 2 the candidates
	CLINoGroup        Key = "cli.no-group"
	CLINearGroup      Key = "cli.near-group"
	CLISeveralGroups  Key = "cli.several-groups"
	CLINoDemo         Key = "cli.no-demo" // 1 the folder
	CLIOutputFull     Key = "cli.output-full"
	CLINoOutput       Key = "cli.no-output" // 1 what the system says
)

// What the commands say.
const (
	CLIDemo       Key = "cli.demo"
	CLICopyFailed Key = "cli.copy-failed"
	CLISaved      Key = "cli.saved" // 1 the number of the entry
	CLINothing    Key = "cli.nothing"
	CLIDryRun     Key = "cli.dry-run"
	CLIWritten    Key = "cli.written" // 1 the path

	CLITheDemo Key = "cli.the-demo" // in the place of a path
	CLIRead    Key = "cli.read"     // 1 what stands on a reading, 2 the tag of it

	// Of show, who-sees and matrix. Who is always a name with an id, see CLINamed.
	CLIShowHead        Key = "cli.show.head" // 1 name, 2 id, 3 roles, 4 date
	CLIPersonentegel   Key = "cli.show.personentegel"
	CLIBerichtentegel  Key = "cli.show.berichtentegel"
	CLIHidden          Key = "cli.show.hidden"
	CLIEmpty           Key = "cli.show.empty"            // nothing stands under a heading
	CLIGroupLine       Key = "cli.show.group"            // 1 name, 2 id
	CLIGroupStands     Key = "cli.show.group-stands"     // 1 id, 2 rule and 3 tag by which it stands there
	CLIGroupNothing    Key = "cli.show.group-nobody"     // 1 name, 2 id
	CLIGroupCan        Key = "cli.show.group-can"        // 1 name, 2 id, 3 what one can do
	CLIGroupMessage    Key = "cli.show.group-message"    //
	CLIGroupReport     Key = "cli.show.group-report"     //
	CLINetwork         Key = "cli.show.network"          //
	CLIAddressees      Key = "cli.show.addressees"       //
	CLIRow             Key = "cli.show.row"              // 1 who, 2 role, 3 grounds
	CLIRowMessage      Key = "cli.show.row-message"      // the same, and may be messaged
	CLIRowMayRead      Key = "cli.show.row-may-read"     // the same, by readings only; 4 their tag
	CLIAddressee       Key = "cli.show.addressee"        // 1 who, 2 grounds
	CLIHiddenGroup     Key = "cli.show.hidden-group"     // 1 name, 2 id
	CLIHiddenPerson    Key = "cli.show.hidden-person"    // 1 who, 2 group
	CLINamed           Key = "cli.named"                 // 1 name, 2 id
	CLIWhoHead         Key = "cli.who.head"              // 1 who, 2 date
	CLIWhoNobody       Key = "cli.who.nobody"            // 1 who, 2 date
	CLISeesMessages    Key = "cli.line.sees-messages"    // 1 viewer, 2 other
	CLISees            Key = "cli.line.sees"             //
	CLIMessages        Key = "cli.line.messages"         //
	CLIBecause         Key = "cli.line.because"          // 1 a line, 2 its grounds
	CLIMatrixHead      Key = "cli.matrix.head"           // 1 date
	CLIMatrixCount     Key = "cli.matrix.count"          // 1 how many
	CLIMatrixGroup     Key = "cli.matrix.group"          // 1 viewer, 2 group, 3 what
	CLIInPersonentegel Key = "cli.matrix.personentegel"  //
	CLIInBerichten     Key = "cli.matrix.berichtentegel" //
	CLIColumnViewer    Key = "cli.column.viewer"
	CLIColumnOther     Key = "cli.column.other"
	CLIColumnViewerIs  Key = "cli.column.viewer-name"
	CLIColumnOtherIs   Key = "cli.column.other-name"
	CLIColumnSees      Key = "cli.column.sees"
	CLIColumnMessages  Key = "cli.column.messages"
	CLIColumnGrounds   Key = "cli.column.grounds"

	CLIGroupChange     Key = "cli.group.change" // 1 group, 2 setting before, 3 after
	CLIShortCompare    Key = "cli.short.compare"
	CLIPersonGroupWord Key = "cli.person-group-word"
	CLICompareMode     Key = "cli.compare-mode"
	CLICompareNow      Key = "cli.compare-now"
	CLIReasonToReveal  Key = "cli.reason-to-reveal"
	CLIReasonToBreak   Key = "cli.reason-to-break"
	CLIFrom            Key = "cli.from"
	CLIGained          Key = "cli.group.gained" // 1 how many
	CLILost            Key = "cli.group.lost"
	CLIGroupTo         Key = "cli.group.to" // 1 group, 2 who
	CLIGroupFrom       Key = "cli.group.from"
	CLINoTurns         Key = "cli.group.no-turns"
	CLINoUnreveal      Key = "cli.group.no-unreveal"

	CLILogLine   Key = "cli.log.line" // 1 number, 2 moment, 3 who, 4 summary
	CLILogEmpty  Key = "cli.log.empty"
	CLILogBehalf Key = "cli.log.behalf" // 1 who, 2 on whose behalf
	CLILogReason Key = "cli.log.reason" // 1 line, 2 reason
	CLINobody    Key = "cli.log.nobody"

	CLIImportCount Key = "cli.import.count" // 1 how many of a noun, 2 new, 3 changed, 4 unchanged, 5 rejected
	CLIImportNone  Key = "cli.import.none"  // stands above the counts of a refused import
	CLIImportEmpty Key = "cli.import.empty"

	CLIVerifyGood Key = "cli.verify.good" // 1 how many entries
	CLIVerifyHead Key = "cli.verify.head" // 1 hash
)
