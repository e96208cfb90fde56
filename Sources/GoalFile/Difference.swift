import Goals

/// One fact in which two boards differ.
package struct Difference: Hashable, Sendable {
  /// What it is about.
  package enum Subject: Hashable, Sendable {
    /// The board as a whole: its head, its cycles, its order.
    case board
    /// A thing, by its place in the new board, or in the old one where the new
    /// one has it no more.
    case new(Thing), old(Thing)
    /// A meeting, in the same way.
    case newMeeting(Int), oldMeeting(Int)
  }

  /// What becomes of a fact as days pass.
  package enum Nature: Hashable, Sendable {
    /// It holds until somebody edits it, as a title, an owner or a target.
    case lasting
    /// It carries a date, as a reading, an action or a closing, or follows from
    /// what does, as a status.
    case dated
  }

  package let subject: Subject
  /// The id of the subject in brackets; empty where it has none.
  package let id: String
  /// The title of the subject; empty for the board.
  package let title: String
  /// What differs: `owner`, `2026-11-09`.
  package let fact: String
  /// How: `Grace → Lin`.
  package let change: String
  package let nature: Nature
  /// Why, where the program says so: `18 pp behind`.
  package let reason: String
  /// Whether the subject is private in either board, or under something that is.
  package let isPrivate: Bool

  /// Whether it may be told of what is private too, without its reason: that
  /// something is there, and how it stands.
  package let isOpen: Bool

  /// All of it in one line: `[nps] owner: Grace → Lin`.
  package var words: String {
    let name = id.isEmpty && !title.isEmpty ? quoted(title) : id
    return [name, sentence].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The same without the subject: `owner: Grace → Lin`.
  package var sentence: String {
    let words =
      fact.isEmpty || change.isEmpty ? fact + change : "\(fact): \(change)"
    return reason.isEmpty ? words : "\(words) (\(reason))"
  }

  /// What may be told of it where private things are masked.
  package var masked: Difference {
    guard isPrivate else { return self }
    return Difference(
      subject: subject, id: id, title: Privacy.mask,
      fact: isOpen ? fact : Privacy.mask,
      change: isOpen ? change : "", nature: isOpen ? nature : .lasting,
      reason: "", isPrivate: true, isOpen: isOpen)
  }
}

extension Document {
  /// What `other`, the newer one, says that this document does not, and the
  /// other way round: first about the board, then about each thing and meeting
  /// in the order of the newer file.
  ///
  /// Only the meaning counts: layout, the order of lines and the spelling of
  /// numbers do not, but comments and lines that are not understood do.
  ///
  /// - Parameter before: the moment at which this document is looked at, if it
  ///   is another one: so a board is compared with its own past.
  package func differences(
    to other: Document, at now: Now, before: Now? = nil
  ) -> [Difference] {
    var comparison = Comparison(
      of: Side(self, at: before ?? now), with: Side(other, at: now))
    comparison.compare()
    return comparison.differences
  }
}

/// One of the two boards, at a moment.
struct Side {
  let document: Document
  let standing: Standing

  var board: Board { document.board }
  var now: Now { standing.now }

  init(_ document: Document, at now: Now) {
    self.document = document
    standing = Goals.standing(of: document.board, at: now)
  }

  /// The state of a thing in a word, with its reason.
  func state(of thing: Thing) -> (word: String, reason: String) {
    switch thing {
    case .objective(let index):
      let pace = standing.objectives[index].pace
      return (pace.status.rawValue, pace.reason.words)
    case .keyResult(let index):
      let pace = standing.keyResults[index].pace
      return (pace.status.rawValue, pace.reason.words)
    case .kpi(let index):
      let kpi = standing.kpis[index]
      return (kpi.verdict.rawValue, kpi.reason)
    }
  }
}
