import Goals

/// Where a block is put.
struct Site {
  let offset: Int
  /// A block of its kind nearby that shows how such a block is laid out.
  var model: Subject?
  /// How lines end here.
  let ending: [UInt8]
  var hasGapAbove = false
  var hasGapBelow = false

  /// The lines with the empty lines that go with them.
  func surrounding(_ text: [UInt8]) -> [UInt8] {
    (hasGapAbove ? ending : []) + text + (hasGapBelow ? ending : [])
  }
}

extension Document {
  /// Where a block of that kind goes; a `thing` that is moved there is not
  /// looked at.
  func site(
    for kind: Block.Kind, at place: Edit.Place, date: Moment?,
    moving thing: Thing?
  ) throws(EditError) -> Site {
    switch place {
    case .before(let other):
      try check(kind, beside: .thing(other))
      return above(.thing(other))
    case .after(let other):
      try check(kind, beside: .thing(other))
      return below(.thing(other))
    case .inside(let objective):
      guard kind == .keyResult, has(.thing(.objective(objective))) else {
        throw .missing("objective")
      }
      return inside(objective, moving: thing)
    case .end:
      guard kind != .keyResult else { throw .missing("objective") }
      return end(of: kind, date: date)
    }
  }

  private func check(
    _ kind: Block.Kind, beside subject: Subject
  ) throws(EditError) {
    guard has(subject) else { throw .missing("such block") }
    guard (kind == .keyResult) == (subject.kind == .keyResult) else {
      throw .invalid("\(kind.name) can not stand beside \(subject.kind.name)")
    }
  }

  private func above(_ subject: Subject) -> Site {
    let region = region(of: subject)
    let isSpaced = isSpaced(region)
    return Site(
      offset: region.lowerBound, model: subject,
      ending: lineEnd(ofLineAt: region.lowerBound), hasGapBelow: isSpaced)
  }

  private func below(_ subject: Subject) -> Site {
    let region = region(of: subject)
    let end = region.upperBound
    return Site(
      offset: end, model: subject,
      ending: lineEnd(ofLineAt: max(region.lowerBound, end - 1)),
      hasGapAbove: isSpaced(region),
      hasGapBelow: isSpaced(region) && end < bytes.count
        && !isEmptyLine(at: end))
  }

  /// Whether an empty line keeps a block apart from its neighbours; so it does
  /// where it has none.
  private func isSpaced(_ region: Range<Int>) -> Bool {
    let above = startOfLine(before: region.lowerBound)
    if let above, isEmptyLine(at: above) { return true }
    if isEmptyLine(at: region.upperBound) { return true }
    return above == nil && region.upperBound == bytes.count
  }

  private func inside(_ objective: Int, moving thing: Thing?) -> Site {
    let others = board.objectives[objective].keyResults.filter {
      .keyResult($0) != thing
    }
    if let last = others.last { return below(.thing(.keyResult(last))) }
    let block = objectiveBlocks[objective]
    let end = endOfComments(behind: block.end)
    return Site(
      offset: end, ending: lineEnd(ofLineAt: max(block.start, end - 1)),
      hasGapAbove: true,
      hasGapBelow: end < bytes.count && !isEmptyLine(at: end))
  }

  private func end(of kind: Block.Kind, date: Moment?) -> Site {
    let last: Subject?
    switch kind {
    case .objective: last = lastObjective
    case .kpi: last = lastKPI ?? lastObjective
    case .meeting:
      if let date, let first = board.meetings.first, date < first.moment {
        return above(.meeting(0))
      }
      let before = board.meetings.lastIndex { meeting in
        date.map { meeting.moment <= $0 } ?? true
      }
      last = before.map(Subject.meeting) ?? lastKPI ?? lastObjective
    case .file, .keyResult, .nothing: last = nil
    }
    if let last {
      var site = below(last)
      if last.kind != kind {
        site.model = nil
        site.hasGapAbove = true
      }
      return site
    }
    if kind == .objective, !board.kpis.isEmpty {
      var site = above(.thing(.kpi(0)))
      site.model = nil
      return site
    }
    let isApart =
      bytes.count == startOfText
      || isEmptyLine(at: startOfLine(at: bytes.count - 1))
    return Site(
      offset: bytes.count,
      ending: bytes.isEmpty ? [10] : lineEnd(ofLineAt: bytes.count - 1),
      hasGapAbove: !isApart)
  }

  private var lastObjective: Subject? {
    board.objectives.indices.last.map { .thing(.objective($0)) }
  }

  private var lastKPI: Subject? {
    board.kpis.indices.last.map { .thing(.kpi($0)) }
  }
}

// MARK: - New lines

extension Document {
  /// The lines of a new block, laid out like its model.
  func lines(of phrases: [Phrase], at site: Site) -> [UInt8] {
    let outer = site.model.map {
      indentation(ofLineAt: block(of: $0).start)
    }
    var inner = site.model.map { indentation(inside: block(of: $0)) }
    let isKeyResult = phrases.first?.keyword == .kr
    let opener = outer ?? (isKeyResult ? [32, 32] : [])
    if inner == nil { inner = opener + [32, 32] }
    let column = column(of: phrases, like: site.model)
    var text: [UInt8] = []
    for (index, phrase) in phrases.enumerated() {
      let keyword = phrase.keyword
      text += index == 0 ? opener : inner ?? []
      text += Array(keyword.rawValue.utf8)
      if !phrase.words.isEmpty {
        let width =
          keyword.isAligned && index > 0
          ? column - keyword.rawValue.utf8.count : 0
        text += Array(repeating: 32, count: max(0, width) + 1)
        text += Array(phrase.words.utf8)
      }
      text += site.ending
    }
    return text
  }

  /// The column, from 0, in which the words behind the keywords of a new block
  /// stand: that of its model, if it has one, but wide enough for them all; 0
  /// where the model has none.
  private func column(of phrases: [Phrase], like model: Subject?) -> Int {
    let longest =
      phrases.dropFirst().map(\.keyword).filter(\.isAligned)
      .map(\.rawValue.utf8.count).max() ?? 0
    guard let model else { return longest }
    let members = members(of: model).filter(\.keyword.isAligned)
    for member in members {
      guard let gap = gap(in: member), gap.count > 1 else { continue }
      return max(longest, member.keyword.rawValue.utf8.count + gap.count - 1)
    }
    let widths = Set(members.map(\.keyword.rawValue.utf8.count))
    return widths.count > 1 ? 0 : longest
  }
}
