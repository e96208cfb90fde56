import Canvas
import GoalFile
import Goals

/// All that somebody promised to do, whoever's and from wherever: what is late
/// first.
struct ActionList {
  /// Those that are open past their date, the longest late first.
  private(set) var late: [Promise] = []
  /// Those with a date that are not late, the next due first.
  private(set) var dated: [Promise] = []
  private(set) var undated: [Promise] = []
  /// Those done in the last weeks, the last one first.
  private(set) var done: [Promise] = []
  private let outlook: Outlook

  /// How many days an action is listed after it was done.
  static var daysKept: Int { 14 }

  /// - Parameter sight: what of the board is shown.
  /// - Parameter user: who "mine" means.
  init(_ outlook: Outlook, in sight: Sight = Sight(), user: String? = nil) {
    self.outlook = outlook
    let sieve = PromiseSieve(outlook, sight, user: user)
    let now = outlook.now
    for promise in outlook.board.promises(at: now) where sieve.passes(promise) {
      let action = promise.action
      if case .done(let moment) = action.box.known(at: now) {
        let since = moment.map { now.today.number - $0.day.number }
        if let since, since <= ActionList.daysKept { done.append(promise) }
      } else if action.isLate(at: now) {
        late.append(promise)
      } else if action.due != nil {
        dated.append(promise)
      } else {
        undated.append(promise)
      }
    }
    late = ActionList.byDate(late, \.due)
    dated = ActionList.byDate(dated, \.due)
    done = ActionList.byDate(done, \.box.moment).reversed()
  }

  /// Of the same day, the earlier in the file stays the earlier.
  private static func byDate(
    _ promises: [Promise], _ moment: (Action) -> Moment?
  ) -> [Promise] {
    promises.enumerated().sorted { one, other in
      let days = [one, other].map {
        moment($0.element.action)?.day.number ?? 0
      }
      return (days[0], one.offset) < (days[1], other.offset)
    }.map(\.element)
  }

  /// `2 late, 5 open`.
  var verdict: (text: String, role: Role) {
    let open = dated.count + undated.count
    guard !late.isEmpty || open > 0 else {
      return ("nothing is open", .onTrack)
    }
    let words = [
      late.isEmpty ? nil : "\(late.count) late",
      open == 0 ? nil : "\(open) open",
    ]
    return (
      words.compactMap(\.self).joined(separator: ", "),
      late.isEmpty ? .onTrack : .atRisk
    )
  }
}

// The lines of its page.
extension ActionList {
  /// Headings with the lines below each.
  func sections(
    width: Int
  ) -> [(title: String, lines: [PageContent.Line])] {
    let all = [
      ("LATE", late), ("DUE", dated), ("WITHOUT A DATE", undated),
      ("DONE IN THE LAST \(ActionList.daysKept) DAYS", done),
    ]
    let columns = ActionColumns(
      all.flatMap(\.1).map { texts(of: $0) }, width: width)
    return all.map { title, promises in
      (title, promises.compactMap { line(of: $0, columns) })
    }
  }

  private func line(
    of promise: Promise, _ columns: ActionColumns
  ) -> PageContent.Line? {
    guard var line = outlook.line(of: promise) else { return nil }
    let texts = texts(of: promise)
    func cell(
      _ text: String, _ columns: Range<Int>, _ style: Style,
      _ alignment: Alignment = .left
    ) -> TableCell {
      TableCell(
        matter: .text(text), columns: columns, style: style,
        alignment: alignment)
    }
    line.cells = [
      cell(texts.box, columns.box, line.style),
      cell(texts.day, columns.day, line.style, .right),
      cell(texts.person, columns.person, line.style),
      cell(texts.words, columns.words, line.style),
      cell(texts.origin, columns.origin, .faint),
    ].filter { !$0.columns.isEmpty }
    return line
  }

  /// What its columns say.
  fileprivate struct Texts {
    let box: String
    let day: String
    let person: String
    let words: String
    /// The thing or the meeting that it belongs to.
    let origin: String
  }

  private func texts(of promise: Promise) -> Texts {
    let action = promise.action
    let box = action.box.known(at: outlook.now)
    func masked(_ text: String) -> String {
      guard case .thing(let thing) = promise.place else { return text }
      return outlook.masked(text, of: thing)
    }
    let origin =
      switch promise.place {
      case .thing(let thing): outlook.title(of: thing)
      case .meeting(let index):
        "meeting of "
          + dayInWords(
            outlook.board.meetings[index].moment.day, today: outlook.today)
      }
    return Texts(
      box: box.isDone ? "[x]" : "[ ]",
      day: (box.moment ?? action.due).map {
        dayInWords($0.day, today: outlook.today)
      } ?? "",
      person: masked(action.person ?? ""), words: masked(action.text),
      origin: origin)
  }
}

/// Where the columns of actions lie; small pages give up where each comes from.
private struct ActionColumns {
  let box = 0..<3
  let day: Range<Int>
  let person: Range<Int>
  let words: Range<Int>
  let origin: Range<Int>

  init(_ texts: [ActionList.Texts], width: Int) {
    func widest(_ text: (ActionList.Texts) -> String, _ limit: Int) -> Int {
      min(limit, texts.map { displayCells(of: text($0)) }.max() ?? 0)
    }
    var column = 4
    func place(_ cells: Int, gap: Int) -> Range<Int> {
      defer { column += cells == 0 ? 0 : cells + gap }
      return column..<(column + cells)
    }
    let gap = width < 60 ? 1 : 2
    day = place(widest(\.day, 12), gap: gap)
    person = place(widest(\.person, width < 60 ? 6 : 16), gap: gap)
    let wish = widest(\.words, 200)
    let left = max(0, width - column)
    let rest = widest(\.origin, 40)
    let room =
      left >= wish + 2 + rest
      ? rest : width >= 76 ? min(rest, max(16, left / 3)) : 0
    words = place(min(wish, left - (room == 0 ? 0 : room + 2)), gap: 2)
    origin = room == 0 ? column..<column : column..<(column + room)
  }
}

/// Tells which actions a filter leaves.
struct PromiseSieve {
  private let outlook: Outlook
  private let cycle: String?
  private let user: String?
  private var owners: Set<String>?
  private var texts: [FoldedText] = []
  /// What only a thing can be, such as at risk.
  private var sieve: Sieve?

  init(_ outlook: Outlook, _ sight: Sight, user: String?) {
    self.outlook = outlook
    self.user = user
    cycle = sight.cycle
    var isMine = false
    var rest: [Filter.Term] = []
    for term in sight.filter.terms {
      switch term {
      case .owner(let names): owners = (owners ?? []).union(names)
      case .mine: isMine = true
      case .text(let text): texts.append(FoldedText(text))
      case .team, .cycle, .state, .stale, .due: rest.append(term)
      }
    }
    if isMine { owners = (owners ?? []).union(user.map { [$0] } ?? []) }
    if !rest.isEmpty { sieve = Sieve(outlook, rest, user: user) }
  }

  func passes(_ promise: Promise) -> Bool {
    let thing: Thing? =
      if case .thing(let thing) = promise.place { thing } else { nil }
    return isOfCycle(thing) && isOwned(promise.action, thing)
      && texts.allSatisfy { mentions($0, promise.action, thing) }
      && (sieve.map { sieve in thing.map(sieve.passes) ?? false } ?? true)
  }

  /// What belongs to no objective belongs to every cycle.
  private func isOfCycle(_ thing: Thing?) -> Bool {
    guard let cycle, let thing,
      let objective = outlook.board.objective(of: thing)
    else { return true }
    return outlook.board.objectives[objective].cycle == cycle
  }

  /// Whoever promised it; where nobody is named, who answers for its thing.
  private func isOwned(_ action: Action, _ thing: Thing?) -> Bool {
    guard let owners else { return true }
    guard
      let person = action.person
        ?? thing.flatMap({ outlook.accountable(for: $0) })
    else { return false }
    let folded = FoldedText(person).scalars
    return owners.contains { FoldedText($0).scalars == folded }
  }

  private func mentions(
    _ wanted: FoldedText, _ action: Action, _ thing: Thing?
  ) -> Bool {
    [action.text, action.person ?? ""].contains {
      FoldedText($0).contains(wanted)
    } || thing.map { outlook.mentions(wanted, $0) } ?? false
  }
}
