import Canvas
import Dashboard
import GoalFile
import Goals
import Testing

/// Forms of one line per property.
@Suite struct FormTests {
  private func session(after script: String) -> Session {
    EditingTests.session(after: script)
  }

  private func differences(_ script: String) -> Set<String> {
    Set(EditingTests.differences(session(after: script)))
  }

  private func text(_ script: String, _ width: Int = 120) -> String {
    session(after: script).view(width: width, height: 40).text
  }

  @Test(arguments: [
    (
      "a<Enter>They stay<Enter>1 to 5 points<Enter>Lin<^X>",
      ["+kr They stay", "+owner Lin", "+from 1 to 5 points"]
    ),
    (
      "ja<Enter>They stay<Enter>above 99 %<^X>",
      ["+kr They stay", "+keep above 99 %"]
    ),
    (
      "ja<Enter>They stay<Enter>70% to 95%<^X>",
      ["+kr They stay", "+from 70 to 95 %"]
    ),
    (
      "ja<Enter>They stay<Enter>above 99%<^X>",
      ["+kr They stay", "+keep above 99 %"]
    ),
    (
      "<Tab>a<Enter>Churn<Tab>%<Tab>..2<Tab>0 to 4<^X>",
      ["+kpi Churn", "+unit %", "+healthy .. 2", "+tolerable 0 .. 4"]
    ),
    ("aoWhere next<^X>", ["+objective Where next", "+cycle 2026-Q4"]),
    (
      "aoWhere next<Down>ad<Tab><Tab><^U>2027<Tab>Growth<Tab><Tab>[first]<Tab>"
        + "com<Tab><Tab>next<^X>",
      [
        "+objective [next] Where next", "+owner    Ada", "+cycle    2027",
        "+team     Growth", "+supports [first]", "+kind     committed",
      ]
    ),
    (
      "<Tab>a<Enter>Churn<Tab>%<Tab>.. 2<Tab>.. 4<^X>",
      ["+kpi Churn", "+unit %", "+healthy .. 2", "+tolerable .. 4"]
    ),
    (
      "a<Enter>They stay<Tab>1 to 5 points<Tab><Tab><Tab><Tab>2 6 begun<^X>",
      [
        "+kr They stay", "+from 1 to 5 points", "+2026-11-22  2  6/10  begun",
      ]
    ),
    (
      "jja<Enter>They stay<Tab>1 to 5<Tab><Tab><Tab><Tab>fri 2 -- 7 came<^X>",
      ["+kr They stay", "+from 1 to 5", "+2026-11-20  2  7 came"]
    ),
    // A key result goes under another objective.
    (
      "je<Up><^U>second<^X>",
      EditingTests.linesOfOne.map { "-\($0)" }
        + EditingTests.linesOfOne.map { "+\($0)" }
    ),
    (
      "je<Up><^U>sec<Tab><^X>",
      EditingTests.linesOfOne.map { "-\($0)" }
        + EditingTests.linesOfOne.map { "+\($0)" }
    ),
    ("je<Up><^U>Where we want to go<^X>", []),
    // What was there and is not touched stays as it is.
    ("e<^X>", []), ("je<Esc>", []),
    (
      "e now<^X>",
      [
        "-objective [first] Where we want to go",
        "+objective [first] Where we want to go now",
      ]
    ),
    ("e<Tab>Lin<^X>", ["+owner Lin"]),
    (
      "jjjje<Tab><^U>90 to 99 %<^X>", ["-keep above 99 %", "+from 90 to 99 %"]
    ),
    (
      "jjjje<Tab><Tab><Tab>x<^U><^X>", ["-measured by [size]"]
    ),
    (
      "<Tab>i<Up><Up><Up><^U>volume<^X>",
      [
        "-kpi [size] Size of it", "+kpi [volume] Size of it",
        "-measured by [size]", "+measured by [volume]",
      ]
    ),
    ("<Tab>e<Up>yes<^X>", ["+private"]),
    (
      ":rename person<Enter><^U>Ada<Enter>Ada Lovelace<Enter>",
      [
        "-action [ ] 2026-11-20 @Ada Call the vendor",
        "+action [ ] 2026-11-20 @\"Ada Lovelace\" Call the vendor",
        "-2026-11-16  20  6/10  @Ada  Begun",
        "+2026-11-16  20  6/10  @\"Ada Lovelace\"  Begun",
      ]
    ),
    (
      ":rename cycle<Enter><Enter>2027-Q1<Enter>",
      ["-cycle 2026-Q4", "+cycle 2027-Q1"]
    ),
    (
      ":edit board<Enter>Acme<Tab>Robots<^X>",
      ["+board Acme", "+mission Robots"]
    ),
    (
      ":edit board<Enter><Up>9<Up>4<^X>",
      ["+limit kpis 9", "+limit key-results 4"]
    ),
  ])
  func `a form writes what was typed in it and nothing else`(
    script: String, lines: [String]
  ) {
    let found = differences(script)
    #expect(found == Set(lines), "\(found.sorted())")
  }

  @Test(arguments: [
    "a<Enter>They stay<Enter>1 to 5 points<^X>", "e now<Tab>Lin<^X>",
    "<Tab>i<Up><Up><Up><^U>volume<^X>", "aoNext<^X>",
    ":rename person<Enter><^U>Ada<Enter>Lin<Enter>",
  ])
  func `a form is one step to undo`(script: String) {
    var session = session(after: script)
    #expect(session.hasUnsavedEdits)
    _ = session.update(.key(.character("u")))
    #expect(session.document.bytes == Array(EditingTests.board.utf8))
    #expect(!session.hasUnsavedEdits)
  }

  @Test(arguments: [
    ("a<Enter><^X>", "it has no title yet"),
    ("a<Enter>T<Tab>1,5 to 3", "the decimal sign is a point"),
    ("a<Enter>T<Tab>1 to 3 pp<Tab>", "1 → 3 pp"),
    ("a<Enter>T<Tab>1 to 3<Tab>", "without a unit"),
    ("a<Enter>T<Tab>soon<Tab>", "expected from A to B UNIT"),
    ("aoBuild it<Tab>", "sounds like a task"),
    ("aoWin 3 prizes<Tab>", "belongs into a key result"),
    ("aoWin<Tab>Zoe<Tab>", "new here"),
    ("aoWin<Tab><Tab><^U>2026-Q3<Tab>", "1 Jul to 30 Sep"),
    ("aoWin<Tab><Tab><^U>soon<Tab>", "no cycle that is known"),
    ("e<Up><Up><Up><Up><^U>one<Up>", "taken by \"The first measure\""),
    ("e<Up><Up><Up><Up><^U>a b<Up>", "an id is of letters"),
    ("jjjje<Tab><Tab><Tab><^U>first", "'first' is not a KPI"),
    ("e<Tab><Tab><Tab><Tab><Tab>nowhere", "nothing has the id 'nowhere'"),
    ("e<Tab><Tab><Tab><Tab><Tab>first", "the objective would support itself"),
    (":rename person<Enter><^U>Ada<Enter>", "on 2 lines"),
    (":rename person<Enter><^U>Ada<Enter>Grace", "both become one"),
    (":rename team<Enter>Nobody<Enter>", "there is no team 'nobody' here"),
    ("a<Enter>", "what will be different"), ("ao", "an outcome, not a task"),
    ("je<Up><^U>nowhere", "no objective is called 'nowhere'"),
    ("je<Up><^U>second", "Where else"),
    (
      "a<Enter>T<Tab>1 to 3 pp<Tab><Tab><Tab><Tab>2 12",
      "'12' is no confidence"
    ),
    ("a<Enter>T<Tab>1 to 3 pp<Tab><Tab><Tab><Tab>2 6", "confidence 6/10"),
    (
      "a<Enter>T<Tab><Tab><Tab>size<Tab><Tab>200",
      "measured by [size]"
    ),
  ])
  func `what is wrong, unwise or understood is said in place`(
    script: String, words: String
  ) {
    let text = text(script).lowercased()
    #expect(text.contains(words.lowercased()), "\(text)")
  }

  @Test func `a form that is not right yet stays open and names its line`() {
    let session = session(after: "a<Enter><Tab>1 to 3 pp<^X>")
    #expect(session.context == .form)
    #expect(!session.hasUnsavedEdits)
    #expect(
      differences("a<Enter><Tab>1 to 3 pp<^X>They stay<^X>")
        == ["+kr They stay", "+from 1 to 3 pp"])
  }

  @Test func `what was typed in a form that was left is there again`() {
    let left = "a<Enter>They stay<Tab>1 to 3 pp<Esc>"
    #expect(session(after: left).context == .board)
    #expect(differences(left).isEmpty)
    #expect(
      differences(left + "ja<Enter><^X>")
        == ["+kr They stay", "+from 1 to 3 pp"])
    #expect(
      differences(left + "a<Enter><^R>Others<^X>") == ["+kr Others"])
    #expect(text(left + "ao").contains("New objective"))
    #expect(!text(left + "ao").contains("They stay"))
  }

  @Test func `a key result that moved is selected, and one step leads back`() {
    var session = session(after: "je<Up><^U>second<^X>")
    #expect(session.selection == .keyResult(2))
    #expect(session.document.board.keyResults[2].objective == 1)
    #expect(session.document.board.keyResults[2].title == "The first measure")
    _ = session.update(.key(.character("u")))
    #expect(session.document.bytes == Array(EditingTests.board.utf8))
  }

  @Test func `a new key result with a first check-in is one step`() {
    var session = session(
      after: "a<Enter>T<Tab>1 to 3 pp<Tab><Tab><Tab><Tab>2 6<^X>")
    _ = session.update(.key(.character("u")))
    #expect(session.document.bytes == Array(EditingTests.board.utf8))
  }

  @Test func `a form that was left stays with its thing when others move it`() {
    var session = session(after: "jjjje too<Esc>")
    let text = EditingTests.board.replacing(
      "objective [first]", with: "objective New\n\nobjective [first]")
    _ = session.update(.fileChanged(Array(text.utf8)))
    for event in Stage.keys("e") { _ = session.update(event) }
    #expect(
      session.view(width: 120, height: 40).text.contains(
        "The third measure too"))
    for event in Stage.keys("<Esc>gje") { _ = session.update(event) }
    #expect(
      !session.view(width: 120, height: 40).text.contains(" too"))
  }

  @Test(arguments: [
    ("a<Enter>T<Tab><Tab>gr", "grace", "Grace"),
    ("aoT<Tab>ad", "ada", "Ada"), ("aoT<Down><Down><^U>2026", "2026-Q4", ""),
  ])
  func `the best name stands behind the cursor`(
    script: String, seen: String, taken: String
  ) {
    #expect(text(script).contains(seen))
    if !taken.isEmpty {
      #expect(text(script + "<Right>").contains(taken))
      #expect(differences(script + "<Tab><^X>").contains("+owner \(taken)"))
    }
  }

  @Test func `a paste goes into the line and a click selects one`() {
    var session = session(after: "a<Enter>")
    _ = session.update(.paste("They\nstay"))
    let view = session.view(width: 120, height: 40)
    let row = (0..<40).first { view.line($0).hasPrefix(" owner") }
    _ = session.update(
      .mouse(.press, at: Position(row: row ?? 0, column: 20)))
    for event in Stage.keys("Lin<^X>") { _ = session.update(event) }
    #expect(
      Set(EditingTests.differences(session)) == ["+kr They stay", "+owner Lin"])
  }

  @Test func `a form stays open when others change the file`() {
    for (script, lines) in [
      ("ja<Enter>They stay<Tab>", ["+# new", "+kr They stay"]),
      (
        "je too<Tab>",
        [
          "+# new", "-kr [one] The first measure",
          "+kr [one] The first measure too",
        ]
      ),
    ] {
      var session = session(after: script)
      _ = session.update(
        .fileChanged(Array(("# new\n\n" + EditingTests.board).utf8)))
      #expect(session.context == .form)
      _ = session.update(.key(.control("x")))
      #expect(Set(EditingTests.differences(session)) == Set(lines))
    }
    var session = session(after: "je too<Tab>")
    _ = session.update(.fileChanged(Array("objective Other\n".utf8)))
    #expect(session.context == .board)
    #expect(session.view(width: 120, height: 40).text.contains("is kept"))
  }

  @Test(arguments: [(1, 1), (3, 2), (10, 3), (20, 5), (40, 12), (300, 90)])
  func `a form holds at every size`(width: Int, height: Int) {
    for script in ["a<Enter>", "ao", "<Tab>e", ":edit board<Enter>", "aa@A"] {
      var session = session(after: script)
      _ = session.update(.resized(width: width, height: height))
      for _ in 0..<14 {
        let view = session.view(width: width, height: height)
        #expect(view.width == width && view.height == height)
        _ = session.update(.key(.down))
      }
    }
  }

  @Test(arguments: [
    ("<Up><^U><Up><^U><^X>", ["limit objectives 3"], "board Acme"),
    ("<Up><^U><Up><^U><Up><^U><^X>", [], "board Acme"),
    (
      "<Tab>Clarity<Up><Up><^U><Up><^U><^X>",
      ["mission Clarity", "limit objectives 3"], "board Acme"
    ),
  ])
  func `limits that are emptied go, and no line beside them`(
    script: String, left: [String], first: String
  ) {
    let head = [
      "board Acme", "limit objectives 3", "limit key-results 4",
      "limit kpis 9", "cycle Harvest 2026-10-01 .. 2026-12-31",
    ]
    var session = Stage.session(
      head.joined(separator: "\n") + "\n\n" + EditingTests.board)
    _ = session.update(.resized(width: 120, height: 40))
    for event in Stage.keys(":edit board<Enter>" + script) {
      _ = session.update(event)
    }
    let lines = String(decoding: session.document.bytes, as: UTF8.self)
      .split(separator: "\n").map(String.init)
    let kept = [first] + left + ["cycle Harvest 2026-10-01 .. 2026-12-31"]
    #expect(Set(lines.prefix(kept.count)) == Set(kept))
    #expect(lines[kept.count] == "objective [first] Where we want to go")
  }
}

/// A board that is made in the program alone.
@Suite struct FromNothingTests {
  private static var script: String {
    var keys =
      "a<Enter>Acme<Enter>People love their first week<Enter>They recommend us"
      + "<Enter>32 to 50 points<Enter>Ada<Enter><Enter>34 6<Enter>"
    keys += keyResult("They stay", "10 to 40 %")
    keys += keyResult("They are never held up", "above 99.9 %")
    for (title, owner, measures) in [
      (
        "Orders arrive before they are missed", "Grace",
        [
          ("From order to parcel", "48 to 12 hours"),
          ("Parcels that come back", "5 to 1 %"),
          ("Parcels that arrive whole", "above 98 %"),
        ]
      ),
      (
        "We are a place that people recommend", "Lin",
        [
          ("Candidates say yes", "50 to 80 %"),
          ("Colleagues would come again", "60 to 85 points"),
          ("Vacancies are open for", "90 to 40 days"),
        ]
      ),
    ] {
      // From a key result on, so that the new one is behind all others.
      keys += "ao\(title)<Tab>\(owner)<^X>"
      for (title, measure) in measures { keys += keyResult(title, measure) }
    }
    for (title, unit, healthy) in [
      ("Availability", "%", "99.9 .."), ("Signups", "people", "200 .."),
      ("Churn", "%", ".. 2"), ("Cash runway", "months", "12 .."),
    ] {
      keys += "ap\(title)<Tab>\(unit)<Tab>\(healthy)<^X>"
    }
    return keys
  }

  private static func keyResult(_ title: String, _ measure: String) -> String {
    "a<Enter>\(title)<Tab>\(measure)<^X>"
  }

  @Test func `passes the check without a warning`() {
    var session = Stage.session("")
    var host = Script(
      Stage.keys(Self.script + "w"), width: 120, height: 40)
    session.run(on: &host)
    let saved = host.effects.compactMap { effect -> [UInt8]? in
      guard case .save(let bytes) = effect else { return nil }
      return bytes
    }
    let document = Document(saved.last ?? [])
    let complaints = document.complaints(at: Stage.now).map {
      "\($0.line): \($0.message)"
    }
    #expect(
      complaints == [], "\(String(decoding: document.bytes, as: UTF8.self))")
    let board = document.board
    #expect(board.title == "Acme")
    #expect(board.objectives.count == 3)
    #expect(board.keyResults.count == 9)
    #expect(board.kpis.count == 4)
    #expect(board.objectives.allSatisfy { $0.keyResults.count == 3 })
  }

  @Test func `the guide is one step`() {
    var session = Stage.session("")
    for event in Stage.keys(
      "a<Enter>Acme<Tab>Win hearts<Tab>They say so<Tab>1 to 5 points<^X>")
    { _ = session.update(event) }
    #expect(
      String(decoding: session.document.bytes, as: UTF8.self) == """
        board Acme

        objective Win hearts
          cycle 2026-Q4

          kr They say so
            from 1 to 5 points

        """)
    _ = session.update(.key(.character("u")))
    #expect(session.document.bytes == [])
  }
}

/// Random keys where one adds, edits and deletes.
@Suite struct RandomEditingTests {
  @Test(arguments: 0..<8)
  func `undoing everything returns the first bytes`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let begin = [
      "a<Enter>", "ao", "ap", "aa", "am", "an", "al", "e", "i", "d", "x", "J",
      "K", "<Enter>e", "<Enter>d", "<Enter>x", ":rename person<Enter>",
      ":edit board<Enter>", ":first objective<Enter>", "c", "<Tab>",
    ]
    let typed = [
      "1", "0", "Ada", " ", "@Ada ", "2026-12-01 ", "[", "]", ",", "x", "to",
      "<Tab>", "<Down>", "<Up>", "<Right>", "<Back>", "<^U>", "<^R>", "above",
      "%", "yes", "first", "é", "..", "-",
    ]
    let end = ["<Enter>", "<Enter>", "<^X>", "<^X>", "y", "<Esc>", "j", "k"]
    var session = EditingTests.session(after: "")
    for _ in 0..<60 {
      var keys = begin[next(begin.count)]
      _ = session.perform(.today)
      for _ in 0..<next(6) { keys += typed[next(typed.count)] }
      keys += end[next(end.count)]
      if next(3) == 0 { keys += "<Esc>" }
      for event in Stage.keys(keys) { _ = session.update(event) }
      let again = Document(session.document.bytes)
      #expect(!again.hasErrors, "\(keys)")
    }
    _ = session.perform(.today)
    for _ in 0..<400 {
      _ = session.update(.key(.escape))
      guard session.hasUnsavedEdits else { break }
      _ = session.perform(.undo)
    }
    #expect(session.document.bytes == Array(EditingTests.board.utf8))
  }
}
