import Canvas
import GoalFile
import Goals

/// The hints as they were last, which most keys leave as they are.
struct KeptHints: Sendable {
  fileprivate struct Place: Hashable {
    let context: Command.Context
    let uses: [Command: Int]
    let isEmpty: Bool
    let topic: Topic?
    let name: String
    let width: Int
  }

  fileprivate let place: Place
  fileprivate let texts: [String]
  /// The bottom line with them while there is nothing else to be said.
  private(set) var picture: Canvas?

  fileprivate mutating func draw(in session: Session) {
    var canvas = Canvas(width: place.width, height: 1, glyphs: session.glyphs)
    BottomLine(session).drawHints([], into: &canvas, in: canvas.bounds)
    picture = canvas
  }
}

// What the bottom line says.
extension Session {
  /// The keys worth knowing where one is, the least important first.
  ///
  /// What somebody has used twice needs no hint any more and makes room for what
  /// they may not have seen.
  var hints: [String] {
    if let keptHints, keptHints.place == hintPlace { return keptHints.texts }
    return newHints
  }

  /// What the hints depend on.
  private var hintPlace: KeptHints.Place {
    KeptHints.Place(
      context: context, uses: uses,
      isEmpty: rows.isEmpty && outlook.board.kpis.isEmpty,
      topic: trail.pages.last?.topic, name: name, width: size.width)
  }

  mutating func rememberHints() {
    guard keptHints?.place != hintPlace else { return }
    var hints = KeptHints(place: hintPlace, texts: newHints)
    keptHints = hints
    hints.draw(in: self)
    keptHints = hints
  }

  private var newHints: [String] {
    let context = context
    let (always, more) = commandsWorthKnowing
    let unknown = more.filter { uses[$0.command, default: 0] < 2 }
    return (unknown.prefix(6).reversed() + always).compactMap { hint in
      keymap.keys(for: hint.command, in: context).first.map {
        "\($0) \(hint.words)"
      }
    }
  }

  private typealias Hint = (command: Command, words: String)

  /// What is always said, and what is said while it is new, the most useful
  /// first.
  private var commandsWorthKnowing: (always: [Hint], more: [Hint]) {
    if case .help = mode {
      return (
        [(.back, "back")], [(.search, "search"), (.down, "down"), (.up, "up")]
      )
    }
    if case .filling = mode {
      return (
        [(.cancel, "leave"), (.acceptForm, "take it")],
        [
          (.complete, "next, or the name"), (.accept, "next line"),
          (.startOver, "start over"),
        ]
      )
    }
    if case .alignment? = trail.pages.last?.topic {
      return (
        [(.help, "help"), (.back, "back")],
        [
          (.open, "open"), (.fold, "fold"), (.search, "search"),
          (.checkIn, "check in"), (.goToGuards, "guards"),
        ]
      )
    }
    if trail.pages.last?.topic == .actions {
      return (
        [(.help, "help"), (.back, "back")],
        [
          (.tick, "tick off"), (.edit, "edit"), (.delete, "delete"),
          (.filter, "filter"), (.open, "open"), (.undo, "undo"),
        ]
      )
    }
    if case .playing(let playback) = mode {
      let rests = playback.course == .rests
      return (
        [(.stopPlaying, "or any key stops"), (.pause, rests ? "on" : "pause")],
        []
      )
    }
    if isInMeeting, sitting?.phase == .over {
      return (
        [(.help, "help"), (.back, "back to the board")], [(.open, "open")]
      )
    }
    if isInMeeting {
      return (
        [
          (.help, "help"),
          trail.pages.count > 1 ? (.back, "back") : (.adjourn, "end"),
        ],
        [
          (.nextPoint, "next"), (.checkIn, "check in"),
          (.addMeetingAction, "action"), (.recordDecision, "decision"),
          (.vote, "vote"), (.showAgenda, "agenda"), (.parkTopic, "park"),
          (.recordBlocker, "blocker"),
        ]
      )
    }
    if !trail.pages.isEmpty {
      return (
        [(.help, "help"), (.back, "back")],
        [
          (.checkIn, "check in"), (.add, "add"), (.edit, "edit"),
          (.palette, "command"), (.tick, "tick off"), (.delete, "delete"),
          (.search, "search"), (.open, "open"), (.goAbove, "what it supports"),
          (.goBelow, "what supports it"), (.openEditor, "editor"),
          (.dayBack, "a day back"),
        ]
      )
    }
    if outlook.isEmpty {
      return (
        [(.help, "help"), (.quit, "quit")],
        [
          (.add, "a first objective"), (.openEditor, "write in your editor"),
          (.reload, "read anew"),
        ]
      )
    }
    return (
      [(.help, "help"), (.quit, "quit")],
      [
        (.checkIn, "check in"), (.add, "add"), (.walk, "all due"),
        (.open, "open"), (.palette, "command"), (.edit, "edit"),
        (.search, "search"), (.fold, "fold"), (.nextPane, "panes"),
        (.filter, "filter"), (.alignment, "alignment"), (.nextTheme, "theme"),
        (.dayBack, "a day back"), (.openEditor, "editor"),
      ]
    )
  }

  /// What is to be known of the file at all times.
  var marks: [(text: String, style: Style)] {
    var marks: [(String, Style)] = []
    if let count { marks.append(("\(count)", Style(.notice, .bold))) }
    if hasUnsavedEdits {
      marks.append(("unsaved: \(key(.save)) saves", Style(.notice, .bold)))
    }
    if let sitting, !isInMeeting, sitting.phase == .underWay {
      marks.append(
        (
          "meeting \(inMinutes(sitting.minutes(clock))): \(key(.meet)) returns",
          Style(.notice, .bold)
        ))
    }
    if collision != nil {
      marks.append(
        (
          "changed by others too: \(key(.save)) decides", Style(.error, .bold)
        ))
    }
    if let keepingProblem, hasUnsavedEdits {
      marks.append(
        ("kept nowhere but here: \(keepingProblem)", Style(.error, .bold)))
    }
    if !neighbours.isEmpty {
      marks.append(
        ("also open: \(neighbours.joined(separator: ", "))", .notice))
    }
    if let problem {
      marks.append(("not read: \(problem)", Style(.error, .bold)))
    }
    if errors > 0 {
      marks.append(
        (
          "\(counted(errors, "error")): bearing check \(name)", Style(.error)
        ))
    }
    if case .readOnly = access { marks.append(("read-only", .faint)) }
    return marks
  }

  /// What can be typed, in so many cells.
  func checkInHint(for thing: Thing, in room: Int) -> String {
    if walk != nil { return walkHint(in: room) }
    if outlook.board.lackOfNumber(of: thing) != nil {
      return "confidence, note: 7 going well"
    }
    if case .kpi = thing { return "value, note: 41 two days were closed" }
    return "value, confidence, note: 41 7 second survey"
  }

  /// `41 · confidence 7/10 · "second survey"`.
  func words(of checkIn: CheckIn, on thing: Thing) -> String {
    var words: [String] = []
    if checkIn.moment.day != clock.today {
      words.append(momentInWords(checkIn.moment, today: clock.today))
    }
    if let doubt = doubt(about: checkIn.moment.day, of: thing) {
      words.append(doubt)
    }
    if let value = checkIn.value {
      words.append(amount(value, outlook.unit(of: thing)))
    }
    if let confidence = checkIn.confidence {
      words.append("confidence \(confidence)/10")
    }
    if let status = checkIn.status { words.append(Status(status).words) }
    if let person = checkIn.person { words.append("@\(person)") }
    if let note = checkIn.note { words.append("\"\(note)\"") }
    return words.joined(
      separator: " \(glyphs.text(glyphs.separator)) ")
  }

  /// What is odd about the day of a check-in: it still counts, but nobody sees
  /// it now.
  private func doubt(about day: Day, of thing: Thing) -> String? {
    if day > clock.today { return "in the future: unseen until then" }
    guard case .keyResult(let index) = thing,
      let start = outlook.board.window(ofKeyResult: index).start,
      day < start.day
    else { return nil }
    return "before it began"
  }
}
