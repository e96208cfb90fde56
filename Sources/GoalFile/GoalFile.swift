// The room GoalFile.
