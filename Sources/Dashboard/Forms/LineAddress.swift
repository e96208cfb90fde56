import GoalFile
import Goals

/// Which line of the board is meant, by what it says.
///
/// So it is found again after others have changed lines above it.
package enum LineAddress: Hashable, Sendable {
  /// Of those of its block that say the same, the one of that number, from 0.
  case statement(Phrase, number: Int, in: Subject)
  case reading(Moment, of: Thing)
}

extension Document {
  /// The line that an address means, from 1; `nil` where it is gone, and for a
  /// reading.
  func line(of address: LineAddress) -> Int? {
    guard case .statement(let phrase, let number, let subject) = address else {
      return nil
    }
    let alike = lines(of: phrase.keyword, in: subject).filter {
      self.phrase(onLine: $0) == phrase
    }
    return alike.indices.contains(number) ? alike[number] : nil
  }

  /// The row of the reading that an address means; `nil` where it is gone, and
  /// for a statement.
  func row(of address: LineAddress) -> Int? {
    guard case .reading(let moment, let thing) = address else { return nil }
    return board.rows(of: thing).first {
      board.readings.moment(at: $0) == moment
    }
  }

  /// Whether what an address means still stands there.
  func has(_ address: LineAddress) -> Bool {
    line(of: address) != nil || row(of: address) != nil
  }

  /// The address of a line of a page; `nil` where it stands for no line that an
  /// edit can be about.
  func address(of source: PageContent.Source) -> LineAddress? {
    switch source {
    case .statement(let keyword, let place, let subject):
      let lines = lines(of: keyword, in: subject)
      guard lines.indices.contains(place),
        let phrase = phrase(onLine: lines[place])
      else { return nil }
      let number = lines[..<place].count { self.phrase(onLine: $0) == phrase }
      return .statement(phrase, number: number, in: subject)
    case .reading(let row, let thing):
      return .reading(board.readings.moment(at: row), of: thing)
    }
  }
}

extension LineAddress {
  /// What the line belongs to.
  var subject: Subject {
    switch self {
    case .statement(_, _, let subject): subject
    case .reading(_, let thing): .thing(thing)
    }
  }

  /// What such a line is called.
  var name: String {
    switch self {
    case .statement(let phrase, _, _): phrase.keyword.title
    case .reading(_, .kpi): "reading"
    case .reading: "check-in"
    }
  }
}

extension Keyword {
  /// What a line that begins with it is called.
  var title: String {
    switch self {
    case .narrative: "narrative"
    case .moved: "move"
    case .plan: "plan point"
    case .measured: "measured by"
    case .board, .mission, .vision, .limit, .every, .cycle, .objective, .kr,
      .kpi, .meeting, .reading, .owner, .team, .with, .kind, .supports, .weight,
      .private, .action, .close, .cause, .from, .keep, .milestone, .start, .due,
      .unit, .healthy, .tolerable, .total, .target, .guards, .accept, .decision,
      .blocker, .parked, .next:
      rawValue
    }
  }
}

extension Outlook {
  /// What that subject of an older board is on this one; `nil` where it is gone.
  func successor(of subject: Subject, in old: Outlook) -> Subject? {
    switch subject {
    case .head: return .head
    case .thing(let thing):
      return successor(of: thing, in: old).map { .thing($0) }
    case .meeting(let index):
      guard old.board.meetings.indices.contains(index) else { return nil }
      let meeting = old.board.meetings[index]
      return board.meetings.firstIndex {
        $0.moment == meeting.moment && $0.title == meeting.title
      }.map { .meeting($0) }
    }
  }

  func successor(of address: LineAddress, in old: Outlook) -> LineAddress? {
    switch address {
    case .statement(let phrase, let number, let subject):
      return successor(of: subject, in: old).map {
        .statement(phrase, number: number, in: $0)
      }
    case .reading(let moment, let thing):
      return successor(of: thing, in: old).map { .reading(moment, of: $0) }
    }
  }
}
