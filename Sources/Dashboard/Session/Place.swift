import Goals

/// Where one stands in a list that is longer than the screen.
package struct Scroll: Hashable, Sendable {
  /// The line that is selected, from 0.
  package var selected = 0
  /// The first line that is shown, from 0.
  package var top = 0

  package init() {}

  /// Returns the nearest place in a list of `count` lines of which `height` are
  /// shown, with the selected line among them.
  package func settled(count: Int, height: Int) -> Scroll {
    var result = self
    result.selected = max(0, min(selected, count - 1))
    let height = max(1, height)
    let lowest = max(0, count - height)
    result.top = max(0, min(top, lowest))
    if result.selected < result.top { result.top = result.selected }
    if result.selected >= result.top + height {
      result.top = result.selected - height + 1
    }
    return result
  }

  /// The lines that are shown.
  package func visible(count: Int, height: Int) -> Range<Int> {
    let start = max(0, min(top, count))
    return start..<max(start, min(count, start + max(0, height)))
  }
}

/// Where one stands on the board.
package struct BoardPlace: Hashable, Sendable {
  /// Which list the keyboard moves in.
  package enum Pane: CaseIterable, Hashable, Sendable {
    case objectives, kpis
  }

  package var pane = Pane.objectives
  package var objectives = Scroll()
  package var kpis = Scroll()
  /// The objectives whose key results are hidden.
  package var folded: Set<Int> = []

  package init() {}
}

/// Where one stands on a page.
package struct PagePlace: Hashable, Sendable {
  package var topic: Topic
  package var scroll = Scroll()
  /// How many of its lines the narrative took when `scroll` was set.
  var narrativeLines: Int?

  package init(_ topic: Topic) {
    self.topic = topic
  }
}

/// Everything that going back restores.
package struct Trail: Hashable, Sendable {
  package var board = BoardPlace()
  /// The pages that lie on the board, the one that is seen last.
  package var pages: [PagePlace] = []

  package init() {}
}

/// What the keyboard is about.
package enum Mode: Hashable, Sendable {
  case browsing
  /// A search is typed; Esc restores `origin`.
  case searching(TextField, origin: Trail)
  case checkingIn(TextField, on: Thing)
  /// A reason is typed why the value of a thing is the same as last time.
  case repeating(TextField, on: Thing)
  /// What is to be shown is typed; Esc restores `origin`.
  case filtering(TextField, origin: FilterOrigin)
  /// A statement is typed in one line.
  case writing(Jot)
  /// Asked what to add.
  case adding
  /// The lines of a form are filled in.
  case filling(Form)
  /// Asked whether something is to be deleted.
  case deleting(Deletion)
  /// A command or a thing is looked for by its letters.
  case choosing(CommandPalette)
  case help(HelpPlace)
  /// The cycle is played through, a day at a step.
  case playing(Playback)
  case quitting
  case reloading
  /// Asked whether to save before an editor opens.
  case opening
  /// A save did not succeed; asked what to do.
  case refused(Refusal)
  /// The name of another file to save in is typed.
  case naming(TextField)
  /// Both sides changed the same; asked which holds.
  case deciding(Decision)
  /// Something said in a meeting is typed.
  case noting(TextField, MeetingLine)
  /// People say how sure they are.
  case voting(Vote)
  /// Asked whether the meeting is to end.
  case adjourning
  /// Asked about edits that another session left behind.
  case recovering(Scroll, Sureness)
  /// A final word is asked on all that has its end in a cycle.
  case closing(ClosingWalk)
  /// The cycle is typed that what is kept is carried over into.
  case carrying(Carrying)

  /// How far somebody is on the way to throwing edits away.
  package enum Sureness: Hashable, Sendable {
    case reading, asked
  }
}

/// Something to say in the bottom line, until the next key.
package struct Notice: Hashable, Sendable {
  /// Whether it is good to know or a failure.
  package enum Kind: Hashable, Sendable {
    case word, failure
  }

  package var text: String
  package var kind: Kind
}
