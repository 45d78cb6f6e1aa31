// Package scene is what screens, panes and dialogs share: what they may look at
// (Scene) and what they may want (Wish).
//
// It promises that a want is a return value, granted by the root in the same
// Update, so that no key can overtake it. It refuses to know the screens, the
// root and the store.
package scene
