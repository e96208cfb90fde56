// The room Saving.
