// The oracle.
