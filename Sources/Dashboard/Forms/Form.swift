import GoalFile
import Goals

/// A form: one line for each property of a thing.
///
/// Nothing is written before it is accepted.
package struct Form: Hashable, Sendable {
  /// What comes of it.
  package enum Purpose: Hashable, Sendable {
    /// A new objective, key result or KPI.
    case adding(Block.Kind, Edit.Place)
    case editing(Thing)
    /// The head of the board: its title, its mission and the like.
    case board
    /// The first objective, by the questions that a coach asks.
    case guide
    case renaming(Naming)
    /// A cycle with a name and days of its own.
    case declaring
  }

  /// What gets another name everywhere.
  package enum Naming: CaseIterable, Hashable, Sendable {
    case person, team, cycle
  }

  /// One line.
  struct Row: Hashable, Sendable {
    let property: Property
    var field: TextField
    /// What stood there at first.
    let initial: String
    /// What the board says; empty where it says nothing.
    let original: String

    init(
      _ property: Property, _ original: String = "",
      suggesting text: String = ""
    ) {
      self.property = property
      self.original = original
      initial = original.isEmpty ? text : original
      field = TextField(initial)
    }

    /// What is typed, without blanks at its ends.
    var text: String { field.text.trimmed }
    var isChanged: Bool { text != original }
  }

  package internal(set) var purpose: Purpose
  var rows: [Row]
  /// The place of the line that is typed in.
  private(set) var selected = 0
  /// Whether somebody tried to have it taken as it is.
  var isTried = false

  init(_ purpose: Purpose, _ rows: [Row]) {
    self.purpose = purpose
    self.rows = rows
  }

  var row: Row? { rows.indices.contains(selected) ? rows[selected] : nil }
  var isOnLastRow: Bool { selected >= rows.count - 1 }

  /// Whether anything was typed.
  var isTouched: Bool { rows.contains { $0.field.text != $0.initial } }

  /// What is typed for a property; empty where it is not asked for.
  func text(_ property: Property) -> String {
    rows.first { $0.property == property }?.text ?? ""
  }

  /// The kind of block whose properties its lines are.
  var kind: Block.Kind {
    switch purpose {
    case .adding(let kind, _): kind
    case .editing(let thing): Subject.thing(thing).kind
    case .guide: .objective
    case .board, .renaming, .declaring: .file
    }
  }

  mutating func move(by steps: Int) {
    guard !rows.isEmpty else { return }
    selected = ((selected + steps) % rows.count + rows.count) % rows.count
  }

  /// Changes the line that is typed in.
  mutating func change(_ field: TextField) {
    guard rows.indices.contains(selected) else { return }
    rows[selected].field = field
  }

  mutating func select(_ place: Int) {
    selected = max(0, min(place, rows.count - 1))
  }

  mutating func select(_ property: Property?) {
    if let place = rows.firstIndex(where: { $0.property == property }) {
      selected = place
    }
  }

  /// Everything as it was at first.
  mutating func startOver() {
    for place in rows.indices {
      rows[place].field = TextField(rows[place].initial)
    }
    selected = 0
    isTried = false
  }
}

extension Form.Purpose {
  /// Whether a new block comes of it.
  var isAdding: Bool {
    switch self {
    case .adding, .guide: true
    case .editing, .board, .renaming, .declaring: false
    }
  }
}

extension String {
  /// This without blanks at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

// The lines of each form.
extension Form {
  /// The form for a new objective, key result or KPI.
  static func adding(
    _ kind: Block.Kind, _ place: Edit.Place, cycle: String
  ) -> Form {
    Form(
      .adding(kind, place),
      Property.all(of: kind).map {
        Row($0, suggesting: $0 == .cycle ? cycle : "")
      })
  }

  /// The form with all that is said of a thing.
  static func editing(_ thing: Thing, in document: Document) -> Form {
    let subject = Subject.thing(thing)
    var properties = Property.all(of: subject.kind)
    if case .keyResult(let index) = thing {
      let keyResult = document.board.keyResults[index]
      if keyResult.measure == .milestones {
        properties.removeAll { $0 == .measure }
      }
      if keyResult.cycle != nil { properties.append(.cycle) }
      // Each has a line of its own on the page.
      properties.removeAll { $0 == .milestones || $0 == .firstCheckIn }
      properties.append(.under)
    }
    return Form(
      .editing(thing),
      properties.map { Row($0, document.text($0, of: subject)) })
  }

  static func board(of document: Document) -> Form {
    Form(
      .board,
      Property.all(of: .file).map { Row($0, document.text($0, of: .head)) })
  }

  /// The questions that a coach asks about a first objective.
  static func guide(in document: Document, cycle: String) -> Form {
    var properties: [Property] = [
      .title, .keyResult, .measure, .owner, .cycle, .firstCheckIn,
    ]
    if document.board.title == nil { properties.insert(.board, at: 0) }
    return Form(
      .guide,
      properties.map { Row($0, suggesting: $0 == .cycle ? cycle : "") })
  }

  static func renaming(_ naming: Naming, from name: String?) -> Form {
    Form(
      .renaming(naming),
      [Row(.oldName, suggesting: name ?? ""), Row(.newName)])
  }
}
