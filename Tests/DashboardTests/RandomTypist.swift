import Canvas
import Dashboard
import GoalFile
import Goals
import Oracle

/// Somebody who presses keys without a thought, at a terminal with a file.
struct RandomTypist {
  /// A command, and where it was given.
  struct Deed: Hashable, Comparable {
    let command: Command
    let context: Command.Context

    var words: String { "\(command) in \(context)" }

    static func < (one: Deed, other: Deed) -> Bool {
      (one.command.rawValue, one.context.rawValue)
        < (other.command.rawValue, other.context.rawValue)
    }
  }

  /// Who writes the file.
  enum Company {
    case nobody
    /// Others, too, whatever is done here.
    case others
  }

  private(set) var session: Session
  /// Everything that was done so far.
  private(set) var deeds: Set<Deed> = []
  /// The last keys, to be told where something went wrong.
  private(set) var lastKeys: [Key] = []
  private var file: [UInt8]
  private var random: SplitMix64
  private var size = (width: 80, height: 24)
  private let company: Company
  /// How many keys are still to be pressed.
  private var keysLeft = 0

  init(at text: String, seed: UInt64, company: Company) {
    file = Array(text.utf8)
    self.company = company
    random = SplitMix64(seed: seed)
    session = Session(
      name: "made.okr", bytes: file, now: Stage.now,
      settings: Settings(reading: Array("user Ada\n".utf8)))
    tell(.themes(["dark", "light"]))
    resize()
  }

  /// Presses so many keys, with other things happening in between.
  mutating func type(_ count: Int) {
    keysLeft = count
    while keysLeft > 0 { act() }
  }

  private mutating func below(_ bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &random)
  }

  private mutating func pick<Value>(_ values: [Value], or other: Value)
    -> Value
  {
    values.randomElement(using: &random) ?? other
  }

  private mutating func act() {
    let context = session.context
    let isLine = Command.accept.contexts.contains(context)
    switch below(100) {
    case 0..<4: somethingHappens()
    case 4..<8: press(pick(Self.allKeys, or: .escape))
    case 8..<30 where isLine, 8..<40 where context == .voting: typeWords()
    case 30..<48 where isLine:
      press(pick([.enter, .enter, .escape, .control("x")], or: .enter))
    case 8..<10 where Command.palette.contexts.contains(context): findCommand()
    case 10..<34 where Command.palette.contexts.contains(context): edit()
    case 34..<36: press(.character(pick(Array("123456789"), or: "1")))
    default:
      let keys = pick(Self.keys[context] ?? [], or: [.escape])
      press(pick(keys, or: .escape))
    }
  }

  /// The keys of each command that has some, for each place.
  private static let keys: [Command.Context: [[Key]]] = {
    var keys: [Command.Context: [[Key]]] = [:]
    for command in Command.allCases {
      for context in command.contexts {
        let own = command.keys(in: context)
        if !own.isEmpty { keys[context, default: []].append(own) }
      }
    }
    return keys
  }()

  private static let allKeys = keys.keys.sorted { $0.rawValue < $1.rawValue }
    .flatMap { keys[$0] ?? [] }.flatMap { $0 }

  /// What each of these keys means in each place, looked up once.
  private static let bindings: [Command.Context: [Key: Command]] = {
    let keymap = Keymap()
    var bindings: [Command.Context: [Key: Command]] = [:]
    for context in Command.Context.allCases {
      for key in allKeys + text {
        bindings[context, default: [:]][key] = keymap.command(
          for: key, in: context)
      }
    }
    return bindings
  }()

  /// Keys that write something.
  private static let text = (words + edits).flatMap { $0 }.map {
    Key.character($0)
  }

  mutating func press(_ key: Key) {
    keysLeft -= 1
    let context = session.context
    if let command = Self.bindings[context]?[key] {
      deeds.insert(Deed(command: command, context: context))
    }
    lastKeys.append(key)
    if lastKeys.count > 40 { lastKeys.removeFirst(20) }
    tell(.key(key))
    if keysLeft % 40 == 0 { draw() }
  }

  private mutating func typeWords() {
    let words = pick(Self.words, or: "")
    for character in words { press(.character(character)) }
  }

  /// What people type where they can.
  private static let words = [
    "1", "0", "41 7 a note", "7", "=because", "Ada", " ", "@Ada ", "@\"Gr",
    "2026-12-01 ", "+2w ", "[", "]", "[o0]", ",", "x", "10 to 40 points",
    "above 99 %", "yes", "first", "é漢", "..", "5 .. ", "-", "--", "0.7 keep ok",
    "0.3 drop", "2026-Q4", "2027-Q1", "owner Ada", "stale", "Sprint", "#", ">",
    "objective x", "off-track", "o9", "Win", "9", "x", "4", "sum per week",
  ]

  /// Does something from its beginning to its end.
  private mutating func edit() {
    for event in Stage.keys(pick(Self.edits, or: "")) {
      if case .key(let key) = event { press(key) }
    }
  }

  private static let edits = [
    "c41 7 a note<Enter>", "c+2w 7<Enter>", "c6<Enter>", "=because<Enter>",
    "aaCall @Ada<Enter>", "a<Enter>They stay<Tab>1 to 9 points<^X>",
    "akTitle<Tab>above 3 %<Tab>Lin<^X>", "aoWin<Tab>Ada<Tab><^U>2026-Q3<^X>",
    "apChurn<Tab>%<Tab>.. 4<^X>", "am2026-12-01 Live<Enter>",
    "al2026-12-01 12<Enter>", "anIt does.<Enter>", "dy", "dy", "x", "J", "K",
    "2J", "e more<Enter>", "e more<^X>", "e<Tab>Lin<^X>", "i<Up>yes<^X>",
    "<Enter>je 9<Enter>", "<Enter>3jdy", "<Enter>x", "@Ada", "D so<Enter>",
    "BNo time<Enter>", "TThe logo<Enter>", "m<Enter>nv47x<Back>5<Enter><Enter>",
    "a@Ada It<Enter>",
    "m<Enter>", "qe<Enter><Esc>", "F<Enter>0.7 keep ok<Enter><Enter>",
    ":rename person<Enter><^U>Ada<Enter>Bo<Enter>",
    ":rename cycle<Enter><Enter>2027-Q1<Enter>", ":edit board<Enter>Acme<^X>",
    "Z0.4 drop<Enter>late<Enter>", "Z<Enter>0.9 ok<Enter>", "ox", "ody",
    "oe more<Enter>", "i<Up><^U>Where we go 1<^X>",
    "akT<Tab>1 to 9 m<Tab><Tab><Tab><Tab>3 6 now<^X>",
    "u", "u", "^R", "W @Lin<Enter>", "X1<Enter>", "Cc5<Enter>7<Enter>", "w",
  ]

  /// Commands without a key are found by their names.
  private mutating func findCommand() {
    let keyless = Command.allCases.filter { $0.keys.isEmpty }
    let command = pick(keyless, or: .help)
    let context = session.context
    press(.character(":"))
    for character in command.name {
      press(.character(character == "-" ? " " : character))
    }
    press(.enter)
    if session.context == .form {
      deeds.insert(Deed(command: command, context: context))
    }
  }

  private mutating func somethingHappens() {
    switch below(12) {
    case 11 where company == .others:
      file = rewritten(file)
      tell(.fileChanged(file))
    case 0: resize()
    case 1, 2: tell(.tick)
    case 3: tell(.paste(pick(Self.words, or: "") + "\n more"))
    case 4:
      tell(.recovered([leftBehind]))
    case 5: tell(.interrupted)
    case 6: tell(.resumed)
    default:
      let gesture = pick([Gesture.press, .wheelUp, .wheelDown], or: .press)
      let place = Position(
        row: below(size.height + 1), column: below(size.width + 1))
      tell(.mouse(gesture, at: place))
    }
  }

  /// The file as others leave it.
  private mutating func rewritten(_ bytes: [UInt8]) -> [UInt8] {
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let place = below(lines.count)
    switch below(6) {
    case 0: return Array("objective Other\n".utf8)
    case 1: lines.remove(at: place)
    case 2: lines.removeLast(below(lines.count))
    case 3: lines.insert("kpi [own] By others", at: place)
    case 4: lines[place] += " by others"
    default: lines.insert("# by others", at: 0)
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Edits of another session that were never saved.
  private var leftBehind: Recovered {
    Recovered(
      number: 1, base: file, edited: file + Array("\n# left behind\n".utf8),
      story: "An hour ago the terminal was closed.")
  }

  private mutating func resize() {
    let sizes = [
      (80, 24), (120, 40), (40, 12), (40, 12), (60, 10), (30, 6), (20, 5),
      (2, 3), (1, 1),
    ]
    size = pick(sizes, or: (80, 24))
    tell(.resized(width: size.width, height: size.height))
    draw()
  }

  private func draw() {
    let canvas = session.view(width: size.width, height: size.height)
    precondition(canvas.width == size.width && canvas.height == size.height)
  }
}

// What the world does.
extension RandomTypist {
  /// Tells the session of something, and it of what came of its wishes.
  private mutating func tell(_ event: Event) {
    var effects = session.update(event)
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      if let answer = answer(to: effect) {
        effects = session.update(answer) + effects
      }
    }
  }

  private mutating func answer(to effect: Effect) -> Event? {
    switch effect {
    case .save(let bytes):
      guard below(4) > 0 else { return .notSaved(Self.refusal) }
      if company == .others, below(3) == 0 {
        file = rewritten(file)
        return .overtaken(file)
      }
      return written(bytes)
    case .saveInPlace(let bytes): return written(bytes)
    case .saveAs(_, let bytes): return written(bytes)
    case .reload:
      return below(5) == 0 ? .notLoaded("no such file") : .loaded(file)
    case .openEditor:
      if company == .others { file = rewritten(file) }
      return below(3) == 0 ? .notEdited("no editor") : .edited(file)
    case .recallSnapshot: return .snapshot(below(2) == 0 ? file : nil)
    case .keepSnapshot: return below(4) == 0 ? .notSnapshot("no room") : nil
    case .useTheme(let name):
      return below(3) == 0
        ? .notThemed("no such theme") : .themed(name, remark: nil)
    case .keep: return below(50) == 0 ? .notKept("no room") : nil
    case .keepAnew, .settle, .take, .drop, .wait, .use, .redraw, .suspend,
      .quit:
      return nil
    }
  }

  private mutating func written(_ bytes: [UInt8]) -> Event {
    file = bytes
    return .saved(name: "made.okr", notice: nil)
  }

  private static let refusal = Refusal(
    reason: "the folder is read-only", advice: "save elsewhere",
    allowsInPlace: true)
}

// The end of a sequence.
extension RandomTypist {
  /// Leaves everything that is open or asked, the past and the meeting, too;
  /// returns whether that was possible.
  mutating func leaveAll() -> Bool {
    keysLeft = 0
    for _ in 0..<2_000 {
      let context = session.context
      if context == .board { break }
      press(context == .adjourning ? .character("l") : .escape)
    }
    _ = session.update(.key(.escape))
    _ = session.perform(.today)
    return session.context == .board
  }

  /// Saves, whatever stands in the way; returns what the file holds then.
  mutating func save() -> [UInt8] {
    for _ in 0..<40 where session.hasUnsavedEdits {
      press(.character("w"))
    }
    return file
  }

  /// Undoes everything and returns how many steps that were.
  mutating func undoAll() -> Int { repeatedly(.character("u"), 10_000) }

  /// Does so many steps again.
  mutating func redo(_ steps: Int) -> Int { repeatedly(.control("r"), steps) }

  /// Presses a key as long as it changes something.
  private mutating func repeatedly(_ key: Key, _ limit: Int) -> Int {
    for count in 0..<limit where session.update(.key(key)).isEmpty {
      return count
    }
    return limit
  }
}
