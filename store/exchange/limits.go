package exchange

// Limits bound what is read, so that a hostile file costs no more than a large
// one. Zero means the default.
type Limits struct {
	Bytes   int64 // length of the file, 20 MB by default
	Records int   // records in all sections together, 100,000 by default
}

const (
	defaultBytes   = 20_000_000
	defaultRecords = 100_000
	// deepest is how far lists and objects may nest. The form itself needs five;
	// the rest is for extensions.
	deepest = 64
	// valuesPerRecord and sparePerFile bound what is held in memory, which is some
	// 70 bytes a value. A full person has 16, most records have five.
	valuesPerRecord = 12
	sparePerFile    = 10_000
)

func (l Limits) orDefault() Limits {
	if l.Bytes == 0 {
		l.Bytes = defaultBytes
	}
	if l.Records == 0 {
		l.Records = defaultRecords
	}
	return l
}

func (l Limits) values() int { return l.Records*valuesPerRecord + sparePerFile }
