package domain

// Verb names what a command does. The journal stores it and scripts read it: it
// never changes its meaning.
type Verb string

// Command is an edit that somebody wants. Plan is pure: it returns what would
// change in w. Its error is always a Refusal.
type Command interface {
	Verb() Verb
	Plan(w World) ([]Change, error)
}

// Check judges changes in the very World that they are made in, before they are
// written. Its error stops them and is returned as it is.
type Check func(before World, changes []Change) error

// Unchecked lets everything pass: for the demonstration and for tests.
func Unchecked(World, []Change) error { return nil }

// plan returns changes if they may be made. Every command's Plan ends here.
func plan(w World, changes ...Change) ([]Change, error) {
	if len(changes) == 0 {
		return nil, Refusal{Code: NothingToDo}
	}
	after, err := w.With(changes...)
	if err != nil {
		return nil, err
	}
	if found := Judge(after, changes); len(found) > 0 {
		return nil, found[0]
	}
	return changes, nil
}

// planAdd adds a record whose key is free.
func planAdd[T record[T]](w World, n Noun, now T) ([]Change, error) {
	if err := fresh(w, Ref{n, now.Key()}); err != nil {
		return nil, err
	}
	return plan(w, changeOf(n, nil, &now))
}

// planEdit puts now in place of the record of its key.
func planEdit[T record[T]](w World, n Noun, now T) ([]Change, error) {
	was, ok := recordOf[T](w, n, now.Key())
	at := Ref{n, now.Key()}
	switch {
	case !ok:
		return nil, missing(at)
	case was.Equal(now):
		return nil, Refusal{Code: NothingToDo, Subject: at}
	}
	return plan(w, changeOf(n, &was, &now))
}

// planRemove removes the record of key.
func planRemove[T record[T]](w World, n Noun, key string) ([]Change, error) {
	was, ok := recordOf[T](w, n, key)
	if !ok {
		return nil, missing(Ref{n, key})
	}
	return plan(w, changeOf(n, &was, nil))
}

// planEnd ends the records of keys with the day through as their last, as one edit.
func planEnd[T record[T], K interface{ ref() Ref }](w World, keys []K, through Date, period func(*T) *Period) ([]Change, error) {
	changes := make([]Change, 0, len(keys))
	for _, k := range keys {
		at := k.ref()
		was, ok := recordOf[T](w, at.Noun, at.Key)
		if !ok {
			return nil, missing(at)
		}
		if err := mayEnd(at, *period(&was), through); err != nil {
			return nil, err
		}
		if period(&was).Through != through {
			changes = append(changes, ending(at.Noun, was, through, period))
		}
	}
	return plan(w, changes...)
}

// ending gives a record through as its last day.
func ending[T record[T]](n Noun, was T, through Date, period func(*T) *Period) Change {
	now := was
	period(&now).Through = through
	return changeOf(n, &was, &now)
}

// planRemoveAll removes the records of keys, as one edit.
func planRemoveAll[T record[T], K interface{ ref() Ref }](w World, keys []K) ([]Change, error) {
	changes := make([]Change, 0, len(keys))
	for _, k := range keys {
		at := k.ref()
		was, ok := recordOf[T](w, at.Noun, at.Key)
		if !ok {
			return nil, missing(at)
		}
		changes = append(changes, changeOf(at.Noun, &was, nil))
	}
	return plan(w, changes...)
}

func recordOf[T record[T]](w World, n Noun, key string) (T, bool) {
	return get(kinds[n].(*kindOf[T]).table(w.tables()), key)
}

func changeOf[T record[T]](n Noun, before, after *T) Change {
	var c Change
	*kinds[n].(*kindOf[T]).swap(&c) = newSwap(before, after)
	return c
}

// fresh refuses a record whose key is in use.
func fresh(w World, at Ref) error {
	if w.Has(at) {
		return Refusal{Code: AlreadyExists, Subject: at}
	}
	return nil
}

// missing refuses a command about a record that does not exist.
func missing(at Ref) error { return Refusal{Code: UnknownRef, Subject: at, Value: at.Key} }

// mayEnd refuses the last day through for a period that ends earlier or begins later.
func mayEnd(at Ref, p Period, through Date) error {
	switch {
	case through == 0:
		return Refusal{Code: ValueMissing, Subject: at, Field: "through"}
	case p.Ended(through):
		return Refusal{Code: NotRunning, Subject: at, Date: p.Through}
	case p.From > through:
		return Refusal{Code: BeforeFirstDay, Subject: at, Field: "through", Date: p.From}
	}
	return nil
}
