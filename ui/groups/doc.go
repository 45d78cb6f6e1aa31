// Package groups is the main screen: the panes for groups, members and
// relations, and beside them what all of it means for one person, with its
// dialogs.
//
// It promises that the preview follows the cursor in the members pane at once,
// that its title always says as whom one looks, and that what only the
// coordinator knows never stands inside it. Who sees whom it asks of sight and
// decides nowhere itself.
package groups
