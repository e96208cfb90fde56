import Goals

/// A change of a board.
///
/// Each touches only the lines that it is about. What it would write is read
/// back first, so that it is never taken for another statement.
package enum Edit: Hashable, Sendable {
  /// A new check-in or reading.
  case checkIn(CheckIn, on: Thing)
  /// A check-in or reading becomes another one; by its row in the board.
  case changeReading(row: Int, of: Thing, to: CheckIn)
  case removeReading(row: Int, of: Thing)
  /// A statement is written: in the place of the one that holds, where it can
  /// stand only once, else beside its like.
  case write(Phrase, in: Subject)
  /// The statement on a line, counted from 1, says something else.
  case change(line: Int, to: Phrase)
  /// The statement on a line is taken out.
  case erase(line: Int)
  /// All statements of that keyword are taken out.
  case clear(Keyword, in: Subject)
  /// A new block: what opens it, and its lines.
  case add([Phrase], at: Place)
  /// A block is taken out, with the readings by name and the references that
  /// belong to it.
  case remove(Subject)
  /// A block goes elsewhere, an objective with its key results.
  case move(Thing, to: Place)
  /// A thing gets an id, another one or none; what refers to it follows.
  case identify(Thing, as: ID?)
  /// A person, a team or a cycle gets another name everywhere.
  case rename(Name, to: String)

  /// Where a block is put.
  package enum Place: Hashable, Sendable {
    /// Behind the last block of its kind; meetings by their date.
    case end
    case before(Thing)
    /// Behind a thing; behind an objective and all its key results.
    case after(Thing)
    /// The last key result of an objective, by its place in the board.
    case inside(Int)
  }

  /// What several lines call by one name.
  package enum Name: Hashable, Sendable {
    case person(String)
    case team(String)
    case cycle(String)
  }
}

extension Document {
  /// This document with an edit made: only the lines that it is about differ.
  package func applying(_ edit: Edit) throws(EditError) -> Document {
    Document(try change(for: edit).applied(to: bytes))
  }

  /// What the edit changes in the file.
  package func change(for edit: Edit) throws(EditError) -> Change {
    let change = try changeBesideConflicts(for: edit)
    // Between git's markers a block may be about one that stands before them,
    // so that what an edit means there depends on what it changes elsewhere.
    if let marker = diagnostics.first(where: { $0.code == .conflictMarker }),
      let growth = edit.growth,
      Document(change.applied(to: bytes)).board.countOfBlocks
        != board.countOfBlocks + growth
    {
      throw .conflict(line: marker.line)
    }
    return change
  }

  private func changeBesideConflicts(
    for edit: Edit
  ) throws(EditError) -> Change {
    switch edit {
    case .checkIn(let checkIn, let thing):
      return try insertion(of: checkIn, on: thing)
    case .changeReading(let row, let thing, let checkIn):
      return try changing(row: row, of: thing, to: checkIn)
    case .removeReading(let row, let thing):
      return try removing(row: row, of: thing)
    case .write(let phrase, let subject):
      return try writing(phrase, in: subject)
    case .change(let line, let phrase):
      return try changing(line: line, to: phrase)
    case .erase(let line): return try erasing(line: line)
    case .clear(let keyword, let subject):
      return try clearing(keyword, in: subject)
    case .add(let phrases, let place):
      return try adding(phrases, at: place)
    case .remove(let subject): return try removing(subject)
    case .move(let thing, let place): return try moving(thing, to: place)
    case .identify(let thing, let id):
      return try identifying(thing, as: id)
    case .rename(let name, let new): return try renaming(name, to: new)
    }
  }
}

extension Edit {
  /// How many blocks more there are once it is made, or `nil` where that depends
  /// on what is removed with one.
  fileprivate var growth: Int? {
    switch self {
    case .add: 1
    case .remove: nil
    case .checkIn, .changeReading, .removeReading, .write, .change, .erase,
      .clear, .move, .identify, .rename:
      0
    }
  }
}

extension Board {
  fileprivate var countOfBlocks: Int {
    objectives.count + keyResults.count + kpis.count + meetings.count
  }
}
