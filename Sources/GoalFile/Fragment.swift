/// A stretch of a merge's result, with where it came from.
struct Fragment {
  /// The bytes that hold as far as it is settled.
  var text: ArraySlice<UInt8>
  var origin: Origin
  /// The block of which these are the first lines, if they are.
  var opens: Block.Kind?

  enum Origin: Hashable {
    /// Both sides have it so.
    case settled
    /// This side added it.
    case added(Version)
    /// A side or both changed it: its number among the changes.
    case changed(Int)
    /// Its number among the conflicts.
    case conflict(Int)
  }
}

/// Lines of the three files, of which at most one can hold.
struct Contest {
  var base: ArraySlice<UInt8> = []
  var ours: ArraySlice<UInt8> = []
  var theirs: ArraySlice<UInt8> = []
  /// What it is about, in words.
  var what = ""
  /// The blocks that the lines of each side open.
  var openings = Trio<[Block.Kind]>(base: [], ours: [], theirs: [])
  var allowsBoth = true
  /// Where the lines of a side stand in its file, where they are no part of it.
  var starts = Trio<Int?>(base: nil, ours: nil, theirs: nil)

  subscript(version: Version) -> ArraySlice<UInt8> {
    get {
      switch version {
      case .base: base
      case .ours: ours
      case .theirs: theirs
      }
    }
    set {
      switch version {
      case .base: base = newValue
      case .ours: ours = newValue
      case .theirs: theirs = newValue
      }
    }
  }
}

/// What a merge has put together so far.
struct Fragments {
  private(set) var all: [Fragment] = []
  private(set) var changes: [Contest] = []
  private(set) var conflicts: [Contest] = []

  mutating func append(
    _ text: ArraySlice<UInt8>, _ origin: Fragment.Origin = .settled,
    opens: Block.Kind? = nil
  ) {
    guard !text.isEmpty else { return }
    all.append(Fragment(text: text, origin: origin, opens: opens))
  }

  /// Adds a line that one side changed or both.
  mutating func append(
    _ text: ArraySlice<UInt8>, changedFrom contest: Contest,
    opens: Block.Kind? = nil
  ) {
    changes.append(contest)
    append(text, .changed(changes.count - 1), opens: opens)
  }

  mutating func append(conflict: Contest) {
    conflicts.append(conflict)
    all.append(
      Fragment(text: [], origin: .conflict(conflicts.count - 1)))
  }

  /// Turns a fragment into a conflict about it.
  mutating func dispute(_ number: Int, _ what: String) {
    var contest = Contest()
    switch all[number].origin {
    case .settled, .conflict: return
    case .added(let side):
      contest[side] = all[number].text
      contest.openings[side] = all[number].opens.map { [$0] } ?? []
    case .changed(let change):
      contest = changes[change]
      contest.allowsBoth = false
      if let opened = all[number].opens {
        contest.openings = Trio(
          base: [opened], ours: [opened], theirs: [opened])
      }
    }
    contest.what = what
    conflicts.append(contest)
    all[number] = Fragment(text: [], origin: .conflict(conflicts.count - 1))
  }
}

extension Fragments {
  /// Turns an objective that one side added into a conflict, with the key
  /// results behind it; `false` where not all of these are from that side.
  mutating func disputeObjective(_ number: Int, _ what: String) -> Bool {
    let origin = all[number].origin
    let inner = all[(number + 1)...].prefix { fragment in
      fragment.opens == .keyResult || fragment.opens == nil
    }
    guard case .added(let side) = origin,
      inner.allSatisfy({ $0.origin == origin })
    else { return false }
    var joined = JoinedLines()
    var contest = Contest()
    for fragment in [all[number]] + inner {
      joined.append(fragment.text)
      contest.openings[side] += fragment.opens.map { [$0] } ?? []
    }
    contest[side] = joined.bytes[...]
    contest.starts[side] = all[number].text.startIndex
    contest.what = what
    conflicts.append(contest)
    all[number] = Fragment(text: [], origin: .conflict(conflicts.count - 1))
    for place in inner.indices { all[place].text = [] }
    for place in inner.indices { all[place].opens = nil }
    return true
  }

  /// The text with every conflict decided for one side, and where each fragment
  /// begins in it.
  func text(choosing side: Version) -> (bytes: [UInt8], starts: [Int]) {
    var joined = JoinedLines()
    var starts: [Int] = []
    for fragment in all {
      let before = joined.bytes.count
      switch fragment.origin {
      case .settled, .added, .changed: joined.append(fragment.text)
      case .conflict(let number): joined.append(conflicts[number][side])
      }
      // Behind a line end that was put in between.
      let length = joined.bytes.count - before
      starts.append(joined.bytes.count - min(length, lengthOf(fragment, side)))
    }
    return (joined.bytes, starts)
  }

  private func lengthOf(_ fragment: Fragment, _ side: Version) -> Int {
    switch fragment.origin {
    case .settled, .added, .changed: fragment.text.count
    case .conflict(let number): conflicts[number][side].count
    }
  }

  /// The kinds of the blocks that the text opens, in their order.
  func openings(choosing side: Version) -> [Block.Kind] {
    var kinds: [Block.Kind] = []
    for fragment in all {
      switch fragment.origin {
      case .settled, .added, .changed:
        kinds += fragment.opens.map { [$0] } ?? []
      case .conflict(let number): kinds += conflicts[number].openings[side]
      }
    }
    return kinds
  }
}
