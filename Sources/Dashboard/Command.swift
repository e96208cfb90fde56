/// Everything that a key can ask for.
///
/// This is the one table: bindings and help are made from it.
package enum Command: String, CaseIterable, Hashable, Sendable {
  // Moving.
  case down, up, halfPageDown, halfPageUp, pageDown, pageUp, first, last
  case nextPane, previousPane, open, back, fold
  // Finding.
  case search, nextMatch, previousMatch, palette
  // Changing.
  case checkIn, undo, redo, save, reload, openEditor
  // Looking at the past.
  case dayBack, dayForward, weekBack, weekForward, today
  // The program.
  case help, nextTheme, redraw, suspend, quit
  // Typing.
  case accept, cancel, cursorLeft, cursorRight, cursorStart, cursorEnd
  case cursorWordLeft, cursorWordRight
  case eraseBack, eraseForward, eraseWord, eraseWordForward, eraseToStart
  case eraseToEnd, yank, olderText, newerText
  // In the palette.
  case nextChoice, previousChoice
  // Answers.
  case saveAndQuit, discardAndQuit, discardAndReload, stay
  case saveAndOpen
  // When a save did not succeed.
  case saveElsewhere, saveInPlace, saveOnceMore
  // When both sides changed the same.
  case decideMarkers, chooseOurs, chooseTheirs, chooseBoth
  case nextConflict, previousConflict, acceptDecision, leaveDecision
  // When another session left edits behind.
  case takeRecovered, askBeforeDropping, dropRecovered, leaveRecovered

  /// Where a person is.
  package enum Context: String, CaseIterable, Hashable, Sendable {
    case board, page, help
    /// In a line of text: a search or a check-in.
    case typing
    /// In the command palette.
    case palette
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
  }

  /// A part of the help page.
  package enum Group: String, CaseIterable, Hashable, Sendable {
    case moving = "Moving"
    case finding = "Finding"
    case changing = "Changing"
    case past = "Looking at the past"
    case program = "The program"
    case typing = "In a line of text"
    case answers = "When asked"
  }

  /// The command that `key` means in `context`.
  package static func bound(to key: Key, in context: Context) -> Command? {
    allCases.first {
      $0.contexts.contains(context) && $0.keys(in: context).contains(key)
    }
  }

  /// The keys for it; the first is the one that hints name.
  package func keys(in context: Context) -> [Key] {
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
  package var keys: [Key] {
    switch self {
    case .down: [.character("j"), .down]
    case .up: [.character("k"), .up]
    case .halfPageDown: [.control("d")]
    case .halfPageUp: [.control("u")]
    case .pageDown: [.pageDown]
    case .pageUp: [.pageUp]
    case .first: [.character("g"), .home]
    case .last: [.character("G"), .end]
    case .nextPane: [.tab]
    case .previousPane: [.backTab]
    case .open: [.enter, .character("l"), .right]
    case .back: [.escape, .character("h"), .left, .backspace]
    case .fold: [.character(" ")]
    case .search: [.character("/")]
    case .palette: [.character(":")]
    case .nextMatch: [.character("n")]
    case .previousMatch: [.character("N")]
    case .checkIn: [.character("c")]
    case .undo: [.character("u")]
    case .redo: [.control("r")]
    case .save: [.character("w")]
    case .reload: [.character("r")]
    case .openEditor: [.character("E")]
    case .dayBack: [.character("[")]
    case .dayForward: [.character("]")]
    case .weekBack: [.character("{")]
    case .weekForward: [.character("}")]
    case .today: [.character("0")]
    case .help: [.character("?"), .function(1)]
    case .nextTheme: [.character("t")]
    case .redraw: [.control("l")]
    case .suspend: [.control("z")]
    case .quit: [.character("q")]
    case .accept: [.enter]
    case .cancel: [.escape]
    case .nextChoice: [.down, .control("n"), .tab]
    case .previousChoice: [.up, .control("p"), .backTab]
    case .cursorLeft: [.left, .control("b")]
    case .cursorRight: [.right, .control("f")]
    case .cursorStart: [.home, .control("a")]
    case .cursorEnd: [.end, .control("e")]
    case .cursorWordLeft: [.alt("b")]
    case .cursorWordRight: [.alt("f")]
    case .eraseBack: [.backspace, .control("h")]
    case .eraseForward: [.delete, .control("d")]
    case .eraseWord: [.control("w")]
    case .eraseWordForward: [.alt("d")]
    case .eraseToStart: [.control("u")]
    case .eraseToEnd: [.control("k")]
    case .yank: [.control("y")]
    case .olderText: [.up, .control("p"), .alt("p")]
    case .newerText: [.down, .control("n"), .alt("n")]
    case .saveAndQuit, .saveAndOpen: [.character("w")]
    case .discardAndQuit, .discardAndReload: [.character("d")]
    case .stay: [.escape]
    case .saveElsewhere: [.character("s")]
    case .saveInPlace: [.character("i")]
    case .saveOnceMore: [.character("w")]
    case .decideMarkers: [.character("X")]
    case .chooseOurs: [.character("1"), .left]
    case .chooseTheirs: [.character("2"), .right]
    case .chooseBoth: [.character("b")]
    case .nextConflict: [.character("j"), .down, .tab]
    case .previousConflict: [.character("k"), .up, .backTab]
    case .acceptDecision: [.enter]
    case .leaveDecision: [.escape]
    case .takeRecovered: [.character("t")]
    case .askBeforeDropping: [.character("d")]
    case .dropRecovered: [.character("x")]
    case .leaveRecovered: [.escape]
    }
  }

  /// What it does, in a sentence without a full stop.
  package var sentence: String {
    switch self {
    case .down: "one line down; 5j: five lines"
    case .up: "one line up"
    case .halfPageDown: "half a page down"
    case .halfPageUp: "half a page up"
    case .pageDown: "a page down"
    case .pageUp: "a page up"
    case .first: "to the first line; 5g: to the fifth"
    case .last: "to the last line"
    case .nextPane: "to the next pane"
    case .previousPane: "to the pane before"
    case .open: "open its whole page"
    case .back: "back to exactly where you were"
    case .fold: "fold or unfold an objective"
    case .search: "search; in the help, what mentions it"
    case .nextMatch: "to the next match"
    case .previousMatch: "to the match before"
    case .palette: "find any command, theme or thing"
    case .checkIn: "check in, like 41 7 second survey"
    case .undo: "undo the last edit"
    case .redo: "do it again"
    case .save: "save the file"
    case .reload: "read the file anew"
    case .openEditor: "open its line in $VISUAL or $EDITOR"
    case .dayBack: "the board a day earlier"
    case .dayForward: "a day later"
    case .weekBack: "a week earlier"
    case .weekForward: "a week later"
    case .today: "back to today"
    case .help: "this page, for where you are"
    case .nextTheme: "the next theme"
    case .redraw: "draw the screen anew"
    case .suspend: "leave for the shell; fg comes back"
    case .quit: "quit; asks if there are unsaved edits"
    case .accept: "take what is typed"
    case .cancel: "leave everything as it was"
    case .cursorLeft: "one character left"
    case .cursorRight: "one character right"
    case .cursorStart: "to the start of the line"
    case .cursorEnd: "to the end of the line"
    case .cursorWordLeft: "one word left"
    case .cursorWordRight: "one word right"
    case .eraseBack: "erase the character before"
    case .eraseForward: "erase the character here"
    case .eraseWord: "erase the word before"
    case .eraseWordForward: "erase the word behind"
    case .eraseToStart: "erase to the start of the line"
    case .eraseToEnd: "erase to the end of the line"
    case .yank: "write what was erased last"
    case .olderText: "what was typed before, begun alike"
    case .newerText: "what was typed after that"
    case .nextChoice: "to the next choice"
    case .previousChoice: "to the choice before"
    case .saveAndQuit: "save and quit"
    case .saveAndOpen: "save and open the editor"
    case .discardAndQuit: "throw the edits away and quit"
    case .discardAndReload: "throw the edits away and read anew"
    case .stay: "stay; nothing happens"
    case .saveElsewhere: "save in another file, go on there"
    case .saveInPlace: "write into the file, keeping a copy"
    case .saveOnceMore: "try to save once more"
    case .decideMarkers: "decide what git left undecided"
    case .chooseOurs: "the left side holds"
    case .chooseTheirs: "the right side holds"
    case .chooseBoth: "both hold, the left one first"
    case .nextConflict: "to the next conflict"
    case .previousConflict: "to the conflict before"
    case .acceptDecision: "take what is decided"
    case .leaveDecision: "decide later; nothing is written"
    case .takeRecovered: "take the edits over"
    case .askBeforeDropping: "forget the edits; asks once more"
    case .dropRecovered: "forget them for good"
    case .leaveRecovered: "leave them for the next start"
    }
  }

  /// Where it is possible.
  package var contexts: Set<Context> {
    switch self {
    case .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .first,
      .last:
      [.board, .page, .help, .recovering]
    case .back:
      [.board, .page, .help]
    case .nextPane, .previousPane, .fold:
      [.board]
    case .saveElsewhere, .saveInPlace, .saveOnceMore: [.refused]
    case .decideMarkers: [.board, .page]
    case .chooseOurs, .chooseTheirs, .chooseBoth, .nextConflict,
      .previousConflict, .acceptDecision, .leaveDecision:
      [.deciding]
    case .takeRecovered, .askBeforeDropping: [.recovering]
    case .dropRecovered: [.dropping]
    case .leaveRecovered: [.recovering, .dropping]
    case .search: [.board, .page, .help]
    case .open, .nextMatch, .previousMatch, .palette, .checkIn,
      .undo, .redo,
      .save, .reload, .openEditor, .dayBack, .dayForward, .weekBack,
      .weekForward, .today, .help, .nextTheme, .quit:
      [.board, .page]
    case .redraw, .suspend:
      Set(Context.allCases)
    case .accept, .cancel, .cursorLeft, .cursorRight, .cursorStart, .cursorEnd,
      .cursorWordLeft, .cursorWordRight, .eraseBack, .eraseForward, .eraseWord,
      .eraseWordForward, .eraseToStart, .eraseToEnd, .yank, .olderText,
      .newerText:
      [.typing, .palette]
    case .nextChoice, .previousChoice: [.palette]
    case .saveAndQuit, .discardAndQuit:
      [.quitting]
    case .discardAndReload:
      [.reloading]
    case .saveAndOpen:
      [.opening]
    case .stay:
      [.quitting, .reloading, .opening, .refused]
    }
  }

  package var group: Group {
    switch self {
    case .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .first,
      .last, .nextPane, .previousPane, .open, .back, .fold:
      .moving
    case .search, .nextMatch, .previousMatch, .palette: .finding
    case .checkIn, .undo, .redo, .save, .reload, .openEditor, .decideMarkers:
      .changing
    case .dayBack, .dayForward, .weekBack, .weekForward, .today: .past
    case .help, .nextTheme, .redraw, .suspend, .quit: .program
    case .accept, .cancel, .cursorLeft, .cursorRight, .cursorStart, .cursorEnd,
      .cursorWordLeft, .cursorWordRight, .eraseBack, .eraseForward, .eraseWord,
      .eraseWordForward, .eraseToStart, .eraseToEnd, .yank, .olderText,
      .newerText, .nextChoice, .previousChoice:
      .typing
    case .saveAndQuit, .discardAndQuit, .discardAndReload, .saveAndOpen, .stay,
      .saveElsewhere, .saveInPlace, .saveOnceMore, .chooseOurs, .chooseTheirs,
      .chooseBoth, .nextConflict, .previousConflict, .acceptDecision,
      .leaveDecision, .takeRecovered, .askBeforeDropping, .dropRecovered,
      .leaveRecovered:
      .answers
    }
  }
}
