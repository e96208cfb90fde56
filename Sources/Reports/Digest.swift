import Goals

/// What happened on a board since a day, for those who were not there.
package struct Digest {
  private let news: News

  private var board: Board { news.board }
  private var standing: Standing { news.standing }

  package init(
    of board: Board, since then: Now, at now: Now, _ privacy: Privacy
  ) {
    news = News(of: board, from: then, to: now, privacy)
  }

  package var prose: Prose {
    let from = news.words(for: news.since.then.today)
    let to = news.words(for: news.today)
    var prose = Prose(title: "\(board.title ?? "The board"), \(from) to \(to)")
    prose.add(summary)
    for cycle in standing.cycles where cycle.cycle.contains(news.today) {
      prose.add(words(for: cycle))
    }
    prose.add(practice)
    let count = prose.blocks.count
    prose.add("What turned", news.flips)
    prose.add("What moved", news.moves)
    prose.add("Looked at, not moved", news.unmoved)
    prose.add("Closed", news.closings)
    prose.add("Done", news.done)
    prose.add("Late", news.late)
    if prose.blocks.count == count { prose.add("Nothing happened.") }
    prose.add("To look at", concerns)
    prose.add("What it takes", forecasts)
    return prose
  }

  /// How many key results stand how; objectives without any count themselves.
  private var summary: String {
    board.counts(of: board.allThings, standing)
      .map { "\($0.count) \($0.status.words)" }.joined(separator: ", ")
  }

  /// How the board was kept in the last four weeks.
  private var practice: String {
    let phrases = board.practice(standing, overWeeks: 4).phrases
    return phrases.isEmpty
      ? "" : "Four weeks: \(phrases.joined(separator: ", "))"
  }

  private func words(for cycle: CycleStanding) -> String {
    let number = news.today.number - cycle.cycle.start.number + 1
    let day = dayOfTime(number, of: cycle.cycle.length)
    var words = "\(cycle.cycle.name): \(day)"
    if let progress = cycle.progress {
      words += ", \(percentText(progress)) done"
      if let expected = cycle.expected {
        words += ", \(percentText(expected)) expected"
      }
    }
    return words
  }

  /// What a meeting should look at first, with the reason.
  private var concerns: [Prose.Entry] {
    board.attention(standing).compactMap { matter in
      switch matter.reason {
      case .rest, .lateAction: return nil
      case .doubted:
        return news.entry(doubt(about: matter.thing), about: matter.thing)
      case .signal:
        return news.entry(signal(of: matter.thing), about: matter.thing)
      case .failing, .stale, .atRisk:
        return news.entry(state(of: matter.thing), about: matter.thing)
      }
    }
  }

  private func state(of thing: Thing) -> String {
    let (word, reason): (String, String) =
      switch thing {
      case .objective(let index):
        (
          standing.objectives[index].pace.status.words,
          standing.objectives[index].pace.reason.words
        )
      case .keyResult(let index):
        (
          standing.keyResults[index].pace.status.words,
          standing.keyResults[index].pace.reason.words
        )
      case .kpi(let index):
        (standing.kpis[index].verdict.rawValue, kpiReason(index))
      }
    return news.isMasked(thing) ? word : "\(word): \(reason)"
  }

  private func kpiReason(_ index: Int) -> String {
    let kpi = standing.kpis[index]
    guard let value = kpi.value, kpi.verdict != .stale else {
      return kpi.reason
    }
    return "\(amount(value, board.kpis[index].unit)), \(kpi.reason)"
  }

  private func signal(of thing: Thing) -> String {
    guard case .kpi(let index) = thing, !news.isMasked(thing),
      let limits = standing.kpis[index].limits
    else { return "signal" }
    let value = standing.kpis[index].value.map {
      "\(amount($0, board.kpis[index].unit)), "
    }
    return "\(value ?? "")\(limits.words)"
  }

  private func doubt(about thing: Thing) -> String {
    guard let pace = standing.pace(of: thing) else { return "" }
    guard let confidence = pace.confidence, let change = pace.confidenceChange,
      !news.isMasked(thing)
    else { return "confidence fell" }
    return "confidence fell from \(confidence - change) to \(confidence)"
  }

  /// What each week has to bring for what is behind to arrive on time.
  private var forecasts: [Prose.Entry] {
    board.keyResults.indices.compactMap { index in
      let keyResult = standing.keyResults[index]
      let thing = Thing.keyResult(index)
      guard let gap = keyResult.pace.gap, gap < 0,
        let needed = keyResult.neededPerWeek(from: news.today),
        let due = keyResult.window.due?.day, let to = keyResult.to,
        !news.isNumberMasked(thing)
      else { return nil }
      let unit = news.board.unit(of: thing)
      return news.entry(
        "\(signed(needed, roughNumber)) a week to reach \(amount(to, unit)) by \(news.words(for: due))",
        about: thing)
    }
  }
}
