import Canvas
import Goals

// Moving about.
extension Session {
  /// The scroll that the keyboard moves now, and its lines and height.
  private var list: (scroll: Scroll, count: Int, height: Int) {
    if case .help(let place) = mode {
      let body = Frame(in: bounds).body
      return (
        place.scroll, place.page.height(width: body.width), body.height
      )
    }
    if case .recovering(let scroll, _) = mode {
      let height = RecoveryView.listHeight(in: Frame(in: bounds).body)
      return (scroll, recoveredWords.count, height)
    }
    if case .closing(let walk) = mode {
      let page = ClosingView.layout(self, walk, in: bounds)?.page
      return (walk.scroll, page?.content.count ?? 0, page?.list.height ?? 0)
    }
    if case .carrying(let carrying) = mode {
      let height = CarryingView.listHeight(in: Frame(in: bounds).body)
      return (carrying.scroll, carryOver(carrying).entries.count, height)
    }
    if let page = trail.pages.last {
      let layout = layout(of: page.topic)
      return (page.scroll, layout.content.count, layout.list.height)
    }
    let layout = boardLayout(in: bounds)
    switch trail.board.pane {
    case .objectives:
      let height = layout.objectives.belowHeading.height
      return (trail.board.objectives, rows.count, height)
    case .kpis:
      let height = layout.kpis.belowHeading.height
      return (trail.board.kpis, kpiRows.count, height)
    }
  }

  private mutating func set(_ scroll: Scroll) {
    if case .help(var place) = mode {
      place.scroll = scroll
      mode = .help(place)
    } else if case .recovering(_, let sureness) = mode {
      mode = .recovering(scroll, sureness)
    } else if case .closing(var walk) = mode {
      walk.scroll = scroll
      mode = .closing(walk)
    } else if case .carrying(var carrying) = mode {
      carrying.scroll = scroll
      mode = .carrying(carrying)
    } else if let last = trail.pages.indices.last {
      trail.pages[last].scroll = scroll
    } else if trail.board.pane == .objectives {
      trail.board.objectives = scroll
    } else {
      trail.board.kpis = scroll
    }
  }

  mutating func move(_ command: Command) {
    var (scroll, count, height) = list
    let times = self.count ?? 1
    let half = max(1, height / 2)
    let page = max(1, height - 1)
    if mode.selectsNoLine {
      // What moves is what is seen.
      scroll.selected = scroll.top
      count = max(1, count - height + 1)
    }
    let limit = count - 1
    func step(_ lines: Int) {
      let lines = max(-1_000_000, min(1_000_000, lines))
      scroll.selected = max(0, min(limit, scroll.selected + lines))
    }
    if command == .down { step(times) }
    if command == .up { step(-times) }
    if command == .halfPageDown { step(half * times) }
    if command == .halfPageUp { step(-half * times) }
    if command == .pageDown { step(page * times) }
    if command == .pageUp { step(-page * times) }
    if command == .first { scroll.selected = min(limit, times - 1) }
    if command == .last {
      scroll.selected = self.count.map { min(limit, $0 - 1) } ?? limit
    }
    if mode.selectsNoLine { scroll.top = scroll.selected }
    set(skippingSilence(scroll, command))
  }

  /// On a page, moves on from lines that say nothing.
  private func skippingSilence(
    _ scroll: Scroll, _ command: Command
  ) -> Scroll {
    guard case .browsing = mode, let page = trail.pages.last else {
      return scroll
    }
    let content = layout(of: page.topic).content
    let goesUp: Bool =
      command == .up || command == .halfPageUp || command == .pageUp
      || command == .last
    var result = scroll
    result.selected = content.speakingLine(
      from: scroll.selected, goesUp ? .up : .down)
    return result
  }

  mutating func changePane() {
    trail.board.pane =
      trail.board.pane == .objectives ? .kpis : .objectives
  }

  mutating func open() {
    guard let page = trail.pages.last else {
      guard let thing = selection else { return }
      return openPage(of: .thing(thing))
    }
    let content = layout(of: page.topic).content
    let index = page.scroll.selected
    if index < content.count, let cycle = content[index].cycle {
      return isClosed(cycle: cycle)
        ? openPage(of: .review(cycle: cycle)) : show(cycle: cycle)
    }
    guard let topic = content.link(at: page.scroll.selected) else {
      return say("nothing to open on this line")
    }
    openPage(of: topic)
  }

  mutating func openPage(of topic: Topic) {
    if isInMeeting, case .meeting(let stop) = topic, stop != .agenda {
      return go(to: stop)
    }
    var page = PagePlace(topic)
    let content = layout(of: topic).content
    page.scroll.selected = content.speakingLine(
      from: firstLine(of: topic), .down)
    trail.pages.append(page)
    if trail.pages.count > 500 { trail.pages.removeFirst() }
  }

  mutating func goBack() {
    if case .help = mode {
      mode = .browsing
    } else if isInMeeting, trail.pages.count == 1 {
      adjourn()
    } else if !trail.pages.isEmpty {
      trail.pages.removeLast()
    } else if count != nil {
      return
    } else if trail.board.pane == .kpis {
      trail.board.pane = .objectives
    } else if case .keyResult(let index)? = selection {
      select(.objective(outlook.board.keyResults[index].objective))
    } else {
      leaveSight()
    }
  }

  /// Leads back from the past, and then from a part of the board to all of it.
  private mutating func leaveSight() {
    if daysBack > 0 {
      travel(-daysBack)
    } else if !sight.filter.isEmpty || sight.cycle != nil {
      acceptFilter("")
    }
  }

  mutating func fold() {
    guard trail.pages.isEmpty else { return foldAlignment() }
    guard trail.board.pane == .objectives,
      let objective = selection.flatMap({ outlook.board.objective(of: $0) })
    else { return }
    trail.board.folded.formSymmetricDifference([objective])
    arrange()
    select(.objective(objective))
  }

  /// Puts every scroll where it belongs and remembers the histories that are
  /// seen.
  mutating func settle() {
    leaveEmptyPane()
    rememberPage()
    followNarrative()
    let (scroll, count, height) = list
    if mode.selectsNoLine {
      var scroll = scroll
      scroll.top = max(0, min(scroll.top, count - height))
      scroll.selected = scroll.top
      set(scroll)
    } else {
      set(scroll.settled(count: count, height: height))
    }
    settleBoard()
    if !keepsBackdrop {
      rememberHistories(of: charted)
      rememberBackdrop()
    }
    rememberHistories(of: detailed)
    if showsBoard, let selection { rememberDetail(of: selection) }
    rememberHints()
  }

  private mutating func settleBoard() {
    guard case .browsing = mode, trail.pages.isEmpty else { return }
    let layout = boardLayout(in: bounds)
    if !layout.objectives.isEmpty {
      trail.board.objectives = trail.board.objectives.settled(
        count: rows.count, height: layout.objectives.belowHeading.height)
    }
    if !layout.kpis.isEmpty {
      trail.board.kpis = trail.board.kpis.settled(
        count: kpiRows.count,
        height: layout.kpis.belowHeading.height)
    }
  }

  /// The lines of the board that are seen and have a history beside them.
  private var charted: [Thing] {
    let layout = boardLayout(in: bounds)
    let kpis = trail.board.kpis.visible(
      count: kpiRows.count, height: layout.kpis.height)
    let seen = kpiRows[kpis].map { Thing.kpi($0) }
    guard layout.objectives.width > 100 else { return seen }
    let lines = trail.board.objectives.visible(
      count: rows.count, height: layout.objectives.height)
    return seen + rows[lines]
  }

  /// The thing that is selected, and what has a chart in its detail.
  private var detailed: [Thing] {
    guard let selection else { return [] }
    guard boardLayout(in: bounds).detail.height > 12 else { return [selection] }
    return [selection] + ChartsView.things(outlook, selection)
  }

  private mutating func rememberHistories(of things: [Thing]) {
    if histories.count > 500 { histories = [:] }
    for thing in things where histories[thing] == nil {
      histories[thing] = outlook.history(
        of: thing, limit: Session.historyLimit)
    }
  }
}

extension Mode {
  /// Whether a list is moved in which no line is selected.
  fileprivate var selectsNoLine: Bool {
    switch self {
    case .help, .closing, .carrying: true
    case .browsing, .searching, .checkingIn, .choosing, .quitting, .reloading,
      .opening, .refused, .naming, .deciding, .recovering, .noting, .voting,
      .adjourning, .repeating, .filtering, .playing, .writing, .adding,
      .deleting, .filling:
      false
    }
  }
}
