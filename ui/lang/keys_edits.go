package lang

// What edits on the command line say. What a command does has the key
// "edits.short.", its noun and its verb.
const (
	EditsVerbWord       Key = "edits.verb-word"
	EditsTextWord       Key = "edits.text-word"
	EditsDateWord       Key = "edits.date-word"
	EditsTimeWord       Key = "edits.time-word"
	EditsNumberWord     Key = "edits.number-word"
	EditsTypeWord       Key = "edits.type-word"
	EditsRelationWord   Key = "edits.relation-word"
	EditsRoleWord       Key = "edits.role-word"
	EditsShiftWord      Key = "edits.shift-word"
	EditsReadingWord    Key = "edits.reading-word"
	EditsYesNoWord      Key = "edits.yes-no-word"
	EditsSuccessorWord  Key = "edits.successor-word"
	EditsRepeat         Key = "edits.repeat"          // 1 what the flag says
	EditsLine           Key = "edits.line"            // 1 id of a record, 2 what changes about it
	EditsWhichVerb      Key = "edits.which-verb"      // 1 the noun, 2 its verbs
	EditsNoRecord       Key = "edits.no-record"       // 1 what was typed, 3 the noun
	EditsNearRecord     Key = "edits.near-record"     // the same, 2 the nearest
	EditsSeveral        Key = "edits.several"         // 1 what was typed, 2 the candidates
	EditsNotIn          Key = "edits.not-in"          // 1 who, 2 the group or access role
	EditsWhichSince     Key = "edits.which-since"     // 1 who, 2 the group or access role, 3 the first days there are
	EditsWrongTime      Key = "edits.wrong-time"      // 1 the value
	EditsWrongNumber    Key = "edits.wrong-number"    // 1 the flag, 2 its value, 3 the most
	EditsWrongSuccessor Key = "edits.wrong-successor" // 1 the value
	EditsReplaces       Key = "edits.replaces"        // 1 who is replaced, 2 relation, 3 their last day, 4 first day of 5 who comes
	EditsWithdraws      Key = "edits.withdraws"       // the same; 1 never begins
	EditsUnsaved        Key = "edits.unsaved"         // after what saving would have meant
	EditsNobodyReturns  Key = "edits.nobody-returns"  // 1 last day
	EditsPlanned        Key = "edits.planned"         // 1 relation, 2 what it is, 3 who is planned, 4 from when
	EditsNoSuccessor    Key = "edits.no-successor"    // 1 relation, 2 what it is
	EditsProposed       Key = "edits.proposed"        // the same, 3 the candidates, 4 id of the first
	EditsStillRostered  Key = "edits.still-rostered"  // 1 shift, 2 what it is
	EditsSignal         Key = "edits.signal"          // 1 shift, 2 date, 3 employee, 4 client, 5 type, 6 relation
)
