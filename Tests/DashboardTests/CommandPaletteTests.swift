import Canvas
import Dashboard
import Goals
import Testing

/// Keys, and what they lead to.
@Suite struct CommandPaletteTests {
  private func session(
    after keys: String, _ settings: String = ""
  ) -> (session: Session, effects: [Effect]) {
    var session = Session(
      name: "sample.okr", bytes: Stage.session().base, now: Stage.now,
      settings: Settings(reading: Array(settings.utf8)))
    _ = session.update(.themes(["dark", "light", "nord"]))
    var effects: [Effect] = []
    for event in Stage.keys(keys) { effects += session.update(event) }
    return (session, effects)
  }

  private func line(_ session: Session) -> String {
    session.view(width: 100, height: 30).line(29)
  }

  @Test(arguments: [
    (":theme nord<Enter>", Effect.useTheme("nord")),
    (":nord<Enter>", .useTheme("nord")), (":q<Enter>", .quit),
    (":quit<Enter>", .quit), (":rdrw<Enter>", .redraw),
    (":relo<Enter>", .reload), (":suspend<Enter>", .suspend),
  ])
  func `does what a few letters mean`(keys: String, effect: Effect) {
    #expect(session(after: keys).effects == [effect])
  }

  @Test(arguments: [
    (":jose<Enter>", "José", 2), (":JOSÉ<Enter>", "José", 2),
    (":jose<Enter>n", "José", 2), (":web shop<Enter>", "Web shop", 1),
  ])
  func `leads to what somebody answers for`(
    keys: String, name: String, count: Int
  ) {
    let board = """
      objective [a] Go somewhere
        owner Ada
        kr [b] First
          owner José
        kr [c] Second
          owner José
      kpi [d] Visitors
        team Web shop

      """
    var session = Session(
      name: "a.okr", bytes: Array(board.utf8), now: Stage.now)
    for event in Stage.keys(keys) { _ = session.update(event) }
    #expect(session.context == .board)
    let thing: Thing =
      name == "José" ? .keyResult(keys.hasSuffix("n") ? 1 : 0) : .kpi(0)
    #expect(session.selection == thing)
    let screen = session.view(width: 120, height: 30)
    let isSaid = screen.line(29).contains("\(name): n goes to the next")
    #expect(isSaid == !keys.hasSuffix("n"))
  }

  @Test(arguments: [
    (":relo<Tab>", ":reload"), (":the<Tab>", ":theme dark"),
    (":theme n<Tab>", ":theme nord"), (":THEM<Tab>n<Tab>", ":theme nord"),
    (":rdrw<Tab>", ":redraw"), (":set<Tab>n<Tab>", ":set mouse on"),
    (":zzzz<Tab>", ":zzzz"),
  ])
  func `Tab writes what the choices have in common`(
    keys: String, text: String
  ) {
    let line = line(session(after: keys).session)
    #expect(line.hasPrefix(" \(text)  ") || line.hasPrefix(" \(text) "))
  }

  @Test func `opens a thing by its title`() {
    let (session, _) = session(after: ":frost<Esc>:offices order<Enter>")
    #expect(session.context == .page)
    #expect(
      session.view(width: 100, height: 30).text.contains(
        "Offices order again by themselves"))
  }

  @Test(arguments: [":churn<Enter>", ":Churn<Enter>"])
  func `opens a thing by its id`(keys: String) {
    let (session, _) = session(after: keys)
    #expect(session.context == .page)
    #expect(
      session.view(width: 100, height: 30).text.contains(
        "Subscribers who leave in a month"))
  }

  @Test(arguments: [
    (":set mouse off<Enter>", Effect.use(mouse: .off)),
    (":mouse on<Enter>", .use(mouse: .on)), (":wq<Enter>", .quit),
    (":save and quit<Enter>", .quit),
  ])
  func `does what editors have made a habit`(keys: String, effect: Effect) {
    #expect(session(after: keys).effects == [effect])
  }

  @Test func `saves before it quits`() {
    let effects = session(after: "jjc41<Enter>:wq<Enter>").effects
    #expect(!effects.contains(.quit))
    #expect(
      effects.contains { if case .save = $0 { true } else { false } })
  }

  @Test(arguments: [":save our plan.okr<Enter>", ":w our plan.okr<Enter>"])
  func `saves in another file`(keys: String) {
    let paths = session(after: keys).effects.compactMap { effect in
      if case .saveAs(let path, _) = effect { path } else { nil }
    }
    #expect(paths == ["our plan.okr"])
  }

  @Test func `brings back what was typed in it before`() {
    var (session, _) = session(after: ":5<Enter>:theme nord<Enter>:")
    for (key, text) in [
      ("p", ":theme nord"), ("p", ":5"), ("n", ":theme nord"),
    ] {
      _ = session.update(.key(.alt(Character(key))))
      #expect(line(session).hasPrefix(" \(text) "))
    }
  }

  @Test func `leaves everything as it was on Esc`() {
    let (before, _) = session(after: "jj")
    let (after, effects) = session(after: "jj:q<Esc>")
    #expect(effects == [])
    #expect(after.selection == before.selection)
    #expect(after.context == .board)
  }

  @Test func `goes to a line by its number`() {
    #expect(
      session(after: ":5<Enter>").session.selection
        == session(after: "jjjj").session.selection)
  }

  @Test func `offers the same again, and what was typed before`() {
    let (session, _) = session(after: "/bag<Enter>/<Up>")
    #expect(line(session).hasPrefix(" /bag"))
  }

  @Test func `keeps what was begun when it goes through the past`() {
    let keys = "/bag<Enter>/beans<Enter>/be<Up><Down>"
    #expect(line(session(after: keys).session).hasPrefix(" /be"))
    let one = "/bag<Enter>/beans<Enter>/be<Up><Up>"
    #expect(line(session(after: one).session).hasPrefix(" /beans"))
  }

  @Test func `a pasted text is never a command`() {
    var (session, _) = session(after: ":")
    let effects = session.update(.paste("q\nw\n"))
    #expect(effects == [])
    #expect(session.context == .palette)
    #expect(line(session).hasPrefix(" :q w"))
  }

  @Test(arguments: [
    ("key board x check-in", "x", "Offices", true),
    ("key all F2 quit", "<F2>", "", false),
  ])
  func `a key means what the person says`(
    settings: String, keys: String, words: String, isTyping: Bool
  ) {
    var session = Session(
      name: "sample.okr", bytes: Stage.session().base, now: Stage.now,
      settings: Settings(reading: Array(settings.utf8)))
    #expect(session.context == .board)
    if isTyping {
      for event in Stage.keys(keys) { _ = session.update(event) }
      #expect(session.context == .typing)
    } else {
      #expect(session.update(.key(.function(2))) == [.quit])
    }
  }

  @Test func `hints and help name the keys of the person`() {
    let settings = "key board x check-in\nkey board c none\n"
    let (session, _) = session(after: "", settings)
    #expect(line(session).contains("x check in"))
    let (help, _) = self.session(after: "?/check in", settings)
    let text = help.view(width: 100, height: 30).text
    #expect(text.contains("x"))
    #expect(self.session(after: "c", settings).session.context == .board)
  }

  @Test(arguments: [
    ("c", "41<Enter>", "checked in: F5 saves, F6 undoes"),
    ("", "jj&", "& does nothing here: F7 lists the keys, F8 finds"),
  ])
  func `whatever is said names the keys of the person`(
    first: String, keys: String, words: String
  ) {
    let settings = """
      key board w none
      key board F5 save
      key board u none
      key board F6 undo
      key board ? none
      key board F7 help
      key board : none
      key board F8 palette
      """
    let start = first.isEmpty ? "" : "jj\(first)"
    let (session, _) = session(after: start + keys, settings)
    #expect(line(session).contains(words))
  }

  @Test func `what is asked names the keys of the person`() {
    let settings = "key quitting y save-and-quit\nkey quitting d none"
    let (session, _) = session(after: "jjc41<Enter>q", settings)
    #expect(line(session).contains("y save and quit"))
    #expect(!line(session).contains("discard"))
  }

  @Test func `a digit can be a key, and counts behind another`() {
    let settings = "key board 1 check-in"
    #expect(session(after: "1", settings).session.context == .typing)
    #expect(
      session(after: "21j", settings).session.selection
        == session(after: "21j").session.selection)
  }

  @Test func `hints make room for what is new`() {
    let new = line(session(after: "").session)
    let later = line(session(after: "c<Esc>c<Esc>").session)
    #expect(new.contains("c check in"))
    #expect(!later.contains("c check in"))
    #expect(later.contains("? help") && later.contains("q quit"))
  }

  @Test func `shows the end of a long text around its cursor`() {
    var (session, _) = session(after: "/")
    _ = session.update(.paste(String(repeating: "é👩‍💻美 ", count: 20_000)))
    _ = session.update(.paste("the end"))
    #expect(line(session).hasSuffix("the end"))
    _ = session.update(.key(.home))
    #expect(line(session).hasPrefix(" /é👩💻美 é"))
  }

  @Test(arguments: [
    ("/OFFICES", 4), ("/offices<Enter>", 4), ("/offices<Enter>n", 4),
    ("/offices<Enter>j", 0), ("/offices<Esc>", 0), ("/nowhere", 0),
    ("/美", 3), ("/checkout", 2), ("", 0),
  ])
  func `marks what is searched for where it stands`(keys: String, count: Int) {
    let view = session(after: keys).session.view(width: 200, height: 40)
    var found = 0
    for row in 0..<view.height {
      var isMarked = false
      for column in 0..<view.width {
        let isMatch = view[row, column].style.role == .match
        if isMatch, !isMarked { found += 1 }
        isMarked = isMatch
      }
    }
    #expect(found == count)
  }

  @Test func `marks all of it in a line`() {
    var session = Stage.session("objective [a] One more, one less\n")
    for event in Stage.keys("/one") { _ = session.update(event) }
    let view = session.view(width: 80, height: 10)
    let row = (0..<10).first { view.line($0).contains("One more") } ?? 0
    let text = (0..<80).filter { view[row, $0].style.role == .match }
    #expect(text.count == 6)
  }

  @Test func `shows the number that is typed before a command`() {
    #expect(line(session(after: "12").session).contains("12"))
  }

  @Test func `finds a thing among many, whatever is typed`() {
    let board = (0..<2_000).map { "objective Thing number \($0)\n" }.joined()
    var session = Stage.session(board)
    for event in Stage.keys(":number 1999<Enter>") {
      _ = session.update(event)
    }
    #expect(
      session.view(width: 100, height: 30).text.contains("Thing number 1999"))
  }
}

/// The keys of the config file.
@Suite struct KeymapTests {
  @Test(arguments: [
    ("key board", "1: expected \"key CONTEXT KEY COMMAND\""),
    ("key here x quit", "1: unknown context \"here\", expected all or one of"),
    ("key board Hyper-x quit", "1: unknown key \"Hyper-x\""),
    ("key board x fly", "1: unknown command \"fly\""),
    ("key board Esc quit", "1: \"Esc\" always leads back"),
    ("key all Ctrl-c back", "1: \"Ctrl-c\" always leaves a line of text"),
    ("key all F1 quit", "1: \"F1\" always leads to the help"),
    ("key board x erase-to-end", "1: \"erase-to-end\" is not possible there"),
  ])
  func `says what is wrong with a key`(text: String, message: String) {
    let settings = Settings(reading: Array(text.utf8))
    #expect(settings.problems.count == 1)
    #expect(settings.problems.first?.description.hasPrefix(message) == true)
    #expect(settings.keymap == Keymap())
  }

  @Test func `reads each key as help spells it`() {
    for command in Command.allCases {
      for key in command.keys {
        #expect(Key(named: key.description) == key, "\(key)")
      }
    }
  }

  @Test func `names each command once`() {
    #expect(
      Set(Command.allCases.map(\.name)).count == Command.allCases.count)
    for command in Command.allCases {
      #expect(Command.named(command.name) == command)
    }
  }
}

/// A line of text.
@Suite struct TextFieldTests {
  @Test(arguments: [
    ("one two", [Command.cursorWordLeft], "one ", ""),
    ("one two ", [.cursorWordLeft, .eraseWordForward], "one ", "two"),
    ("one two", [.cursorStart, .cursorWordRight], "one", ""),
    ("one two", [.eraseWord], "one ", "two"),
    ("👩‍💻 José", [.cursorStart, .cursorRight], "👩‍💻", ""),
    ("👩‍💻", [.eraseBack], "", ""), ("cafe\u{301}", [.eraseBack], "caf", ""),
    ("美咲", [.cursorLeft], "美", ""), ("🇩🇪🇫🇷", [.cursorLeft], "🇩🇪", ""),
    ("שלום", [.cursorLeft], "שלו", ""), ("ab", [.eraseToStart], "", "ab"),
    ("ab", [.cursorStart, .eraseToEnd], "", "ab"),
  ])
  func `moves and erases by what one sees as a character`(
    text: String, commands: [Command], head: String, erased: String
  ) {
    var field = TextField(text)
    for command in commands { field.edit(command) }
    #expect(field.head == head)
    #expect(field.erased == erased)
  }

  @Test func `joins a mark to the character before it`() {
    var field = TextField()
    for part in ["e", "\u{301}", "👩", "\u{200D}", "💻"] { field.insert(part) }
    #expect(field.text == "é👩‍💻")
    field.edit(.eraseBack)
    #expect(field.text == "é")
  }

  @Test(arguments: [
    ("\u{301}x", "e", "e\u{301}", "x"), ("🇷", "🇫", "🇫🇷", ""),
  ])
  func `joins what is written before a mark`(
    text: String, typed: String, head: String, tail: String
  ) {
    var field = TextField(text)
    field.edit(.cursorStart)
    field.insert(typed)
    #expect(field.head == head)
    #expect(field.tail == tail)
  }

  @Test func `joins what is erased between two halves`() {
    var field = TextField("👩\u{200D}")
    field.insert("x💻")
    field.edit(.cursorLeft)
    field.edit(.eraseBack)
    #expect(field.head == "👩‍💻")
    field.edit(.eraseBack)
    #expect(field.text == "")
  }

  @Test func `makes blanks of line breaks`() {
    var field = TextField()
    field.insert("a\nb\r\nc\td\u{2028}e")
    #expect(field.text == "a b c d e")
  }
}
