// The room Reading.
