import Canvas
import Goals

/// How wide the columns of the objectives pane are; 0 where one has no room.
struct ObjectiveColumns: Hashable {
  /// A column beside the title, in the order in which they are given room.
  enum Kind: Int, CaseIterable, Hashable {
    case percent, bar, value, confidence, owner, history, goal, due, needed, age

    var heading: String {
      switch self {
      case .percent: ""
      case .bar: "progress"
      case .value: "now"
      case .confidence: "conf"
      case .owner: ""
      case .history: "history"
      case .goal: "goal"
      case .due: "due"
      case .needed: "per wk"
      case .age: "seen"
      }
    }

    /// What the title keeps before this column is given room; a column that is
    /// worth less than a whole title waits for that.
    func titleKept(of wish: Int) -> Int {
      switch self {
      case .percent: 6
      case .bar: 16
      case .value: 15
      case .confidence: 26
      case .owner: 34
      case .history, .goal, .due, .needed, .age: wish
      }
    }
  }

  /// What the columns have to show, in cells; 0 for nothing.
  struct Needs: Hashable {
    /// The title with what stands before it, and the blank behind.
    var title = 0
    var value = 0
    var owner = 0
    var goal = 0
    var due = 0
    var needed = 0
    var hasHistory = false
  }

  private(set) var title: Int
  /// By the order of the kinds.
  private var widths = Array(repeating: 0, count: Kind.allCases.count)

  subscript(kind: Kind) -> Int { widths[kind.rawValue] }

  init(width: Int, _ needs: Needs) {
    title = width
    for kind in Kind.allCases {
      let wanted = ObjectiveColumns.least(kind, width, needs)
      guard wanted > 0, title - wanted >= kind.titleKept(of: needs.title) else {
        continue
      }
      widths[kind.rawValue] = wanted
      title -= wanted
    }
    grow(.bar, to: 24, needs.title)
    grow(.history, to: 32, needs.title)
    grow(.bar, to: 40, needs.title)
    grow(.history, to: 60, needs.title)
  }

  /// The least width of a column with the blank behind it.
  private static func least(_ kind: Kind, _ width: Int, _ needs: Needs) -> Int {
    func column(_ cells: Int, in range: ClosedRange<Int>) -> Int {
      cells == 0 ? 0 : min(range.upperBound, max(range.lowerBound, cells + 2))
    }
    return switch kind {
    case .percent: 6
    case .bar: max(6, min(14, width / 6))
    case .value: max(5, min(11, needs.value + 2))
    case .confidence: 6
    case .owner: column(needs.owner, in: 8...16)
    case .history: needs.hasHistory ? 13 : 0
    case .goal: column(needs.goal, in: 6...16)
    case .due: column(needs.due, in: 8...13)
    case .needed: column(needs.needed, in: 8...12)
    case .age: 8
    }
  }

  private mutating func grow(_ kind: Kind, to limit: Int, _ wish: Int) {
    guard self[kind] > 0 else { return }
    let more = max(0, min(limit - self[kind], title - wish))
    widths[kind.rawValue] += more
    title -= more
  }

  /// How wide a pane would be in which titles that wide are whole.
  static func wish(title: Int) -> Int { min(66, title + 1) + 51 }
}
