/// Everything that a key can ask for.
///
/// This is the one table: bindings and help are made from it.
package enum Command: String, CaseIterable, Hashable, Sendable {
  // Moving.
  case down, up, halfPageDown, halfPageUp, pageDown, pageUp, first, last
  case nextPane, previousPane, open, back, fold
  case goAbove, goBelow, goToGuards, alignment, actions
  // Finding.
  case search, nextMatch, previousMatch, palette, filter
  // Changing.
  case checkIn, repeatLast, walk, add, edit, editAll, tick, delete, moveDown
  case moveUp, firstObjective, editBoard, renamePerson, renameTeam, renameCycle
  case declareCycle
  case undo, redo, save, reload, openEditor
  // Meeting.
  case meet, nextPoint, previousPoint, showAgenda, addMeetingAction
  case recordDecision, recordBlocker, parkTopic, vote, setPeople
  case adjourn
  // Looking at the past.
  case dayBack, dayForward, weekBack, weekForward, today
  case cycleBefore, cycleAfter, compareCycles
  case play, pause, stopPlaying
  // The program.
  case help, nextTheme, redraw, suspend, quit
  // Typing.
  case accept, cancel, cursorLeft, cursorRight, cursorStart, cursorEnd
  case cursorWordLeft, cursorWordRight
  case eraseBack, eraseForward, eraseWord, eraseWordForward, eraseToStart
  case eraseToEnd, yank, complete, olderText, newerText
  // In a form.
  case nextField, previousField, acceptForm, startOver
  // In the palette.
  case nextChoice, previousChoice
  // On the walk through all that is due.
  case skip, stepBack
  // What to add.
  case addLikely, addAction, addKeyResult, addObjective, addKPI
  case addMilestone, addPlanPoint, addNarrative, addCycle
  // Answers.
  case confirmDeletion
  case saveAndQuit, discardAndQuit, discardAndReload, stay
  case saveAndOpen
  // When a save did not succeed.
  case saveElsewhere, saveInPlace, saveOnceMore
  // When both sides changed the same.
  case decideMarkers, chooseOurs, chooseTheirs, chooseBoth
  case nextConflict, previousConflict, acceptDecision, leaveDecision
  // When another session left edits behind.
  case takeRecovered, askBeforeDropping, dropRecovered, leaveRecovered
  // In a vote, and at the end of a meeting.
  case countVote, takeBackVote, leaveVote, endMeeting, leaveMeeting
  // At the end of a cycle.
  case closeCycle, closeThisObjective, closeEarly, nextToClose
  case previousToClose, reviewCycle, practice

  /// Where a person is.
  package enum Context: String, CaseIterable, Hashable, Sendable {
    case board, page, help
    /// On a page of a meeting.
    case meeting
    /// In a line of text: a search, a check-in or another statement.
    case typing
    /// In the command palette.
    case palette
    /// While the cycle is played through.
    case playing
    /// In the line of a check-in, on the walk through all that is due.
    case walking
    /// In the line that says what is to be shown.
    case filtering
    /// Asked what to add.
    case adding
    /// In a form.
    case form
    /// Asked whether something is to be deleted.
    case deleting
    /// Asked what becomes of unsaved edits before the end.
    case quitting
    /// Asked the same before the file is read anew.
    case reloading
    /// Asked whether unsaved edits are to be saved before an editor opens.
    case opening
    /// Asked what to do about a save that did not succeed.
    case refused
    /// Asked which side holds where both changed the same.
    case deciding
    /// Asked about edits that another session left behind.
    case recovering
    /// Asked whether those are really to be forgotten.
    case dropping
    /// Where votes are cast.
    case voting
    /// Asked whether the meeting is to end.
    case adjourning
    /// In a line of text about the end of a cycle.
    case closing
    /// Asked whether to close what still runs.
    case closingEarly
  }

  /// A part of the help page.
  package enum Group: String, CaseIterable, Hashable, Sendable {
    case moving = "Moving"
    case finding = "Finding"
    case changing = "Changing"
    case meeting = "In a meeting"
    case past = "Looking at the past"
    case program = "The program"
    case typing = "In a line of text"
    case adding = "When something is added"
    case form = "In a form"
    case answers = "When asked"
  }

  /// The keys for it; the first is the one that hints name.
  package func keys(in context: Context) -> [Key] { keys(keys, in: context) }

  /// The same, where it has those `keys` everywhere.
  func keys(_ keys: [Key], in context: Context) -> [Key] {
    if self == .back, context == .help {
      return keys + [.character("q"), .character("?"), .function(1)]
    }
    // Up and Down go through the choices there.
    if self == .olderText || self == .newerText, context == .palette {
      return keys.suffix(1)
    }
    return keys
  }
}

extension Command {
  /// The keys that it has everywhere.
  package var keys: [Key] { row.keys }
  /// What it does, in a sentence without a full stop.
  package var sentence: String { row.sentence }
  /// Where it is possible.
  package var contexts: [Context] { row.contexts }
  package var group: Group { row.group }
}

extension Command.Context {
  /// Whether a line of text is typed there.
  var isLine: Bool {
    switch self {
    case .typing, .palette, .walking, .filtering, .form, .closing: true
    case .board, .page, .meeting, .help, .playing, .quitting, .reloading,
      .opening, .refused, .deciding, .recovering, .dropping, .voting,
      .adjourning, .adding, .deleting, .closingEarly:
      false
    }
  }
}
