// The room Goals.
