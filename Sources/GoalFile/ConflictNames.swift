import Goals

/// How the conflicts in one block are named.
struct ConflictNames {
  /// The block, as `[nps]` or `key result 'New customers'`; empty for the head.
  let block: String

  init(_ block: MergeBlock?, in bytes: [UInt8]) {
    self.init(opener: block?.opener, kind: block?.kind ?? .file, in: bytes)
  }

  /// Names a block by its opener; without one it is the head of the file.
  init(opener: Line?, kind: Block.Kind, in bytes: [UInt8]) {
    guard let opener else {
      block = ""
      return
    }
    let parts = StatementParts(of: opener, in: bytes)
    block =
      parts[.id].map { decoded(bytes[$0.range]) }
      ?? ConflictNames.title(of: kind, parts, bytes)
  }

  private static func title(
    of kind: Block.Kind, _ parts: StatementParts, _ bytes: [UInt8]
  ) -> String {
    let title = parts[.title] ?? parts[.text]
    let words = quoted(decoded(words(title.map { bytes[$0.range] } ?? [])[...]))
    switch kind {
    case .file, .nothing: return words
    case .objective: return "objective \(words)"
    case .keyResult: return "key result \(words)"
    case .kpi: return "KPI \(words)"
    case .meeting:
      let date = parts[.date].map { decoded(bytes[$0.range]) } ?? ""
      return "meeting \(date) \(words)"
    }
  }

  /// The name of a conflict about one part of a line.
  func name(
    of part: StatementParts.Name, in line: Line, _ bytes: [UInt8]
  ) -> String {
    switch line.kind {
    case .empty, .comment, .marker: return of("comment")
    case .narrative: return of("narrative")
    case .unknown: return of("line \(quoted(decoded(bytes[line.text])))")
    case .reading: return of("\(part.noun) of \(date(of: line, bytes))")
    case .statement(let keyword):
      switch keyword {
      case .reading:
        let id =
          StatementParts(of: line, in: bytes)[.id]
          .map { " of \(decoded(bytes[$0.range]))" } ?? ""
        return "\(part.noun) of \(date(of: line, bytes))\(id)"
      case .objective, .kr, .kpi, .meeting: return of(part.noun)
      case .board, .mission, .vision, .limit, .every, .cycle, .owner, .team,
        .with, .kind, .supports, .weight, .private, .action, .close, .cause,
        .from, .keep, .milestone, .measured, .plan, .moved, .start, .due, .unit,
        .healthy, .tolerable, .total, .target, .guards, .accept, .decision,
        .blocker, .parked, .next, .narrative:
        return of(keyword.noun(of: part, text(of: line, bytes)))
      }
    }
  }

  /// The name of a conflict about a line that one side removed.
  func nameOfRemoval(
    of line: Line, _ bytes: [UInt8], by remover: Version
  ) -> String {
    let text = quoted(decoded(words(bytes[line.text])[...]))
    return "\(of("line \(text)")) \(remover.removedWords)"
  }

  /// Whether two lines of this kind may stand side by side.
  func allowsBoth(_ line: Line) -> Bool {
    switch line.kind {
    case .empty, .comment, .narrative, .reading, .unknown, .marker: return true
    case .statement(let keyword):
      return [
        .action, .milestone, .decision, .blocker, .parked, .reading, .moved,
        .accept,
      ].contains(keyword)
    }
  }

  private func of(_ noun: String) -> String {
    block.isEmpty ? noun : "\(noun) of \(block)"
  }

  private func date(of line: Line, _ bytes: [UInt8]) -> String {
    StatementParts(of: line, in: bytes)[.date]
      .map { decoded(bytes[$0.range]) } ?? ""
  }

  /// The text by which an action or the like is known.
  private func text(of line: Line, _ bytes: [UInt8]) -> String {
    let parts = StatementParts(of: line, in: bytes)
    guard let part = parts[.text] ?? parts[.date] ?? parts[.name] else {
      return ""
    }
    return decoded(words(bytes[part.range])[...])
  }
}

extension Version {
  /// "was removed here and changed there", seen from our side.
  var removedWords: String {
    switch self {
    case .base, .ours: "was removed here and changed there"
    case .theirs: "was changed here and removed there"
    }
  }
}

extension StatementParts.Name {
  /// What a sentence calls it.
  fileprivate var noun: String {
    switch self {
    case .keyword, .text: "text"
    case .id: "id"
    case .title: "title"
    case .date: "date"
    case .people: "people"
    case .value: "value"
    case .confidence: "confidence"
    case .status: "declared status"
    case .person: "person"
    case .note: "note"
    case .box: "state"
    case .due: "due date"
    case .from: "start"
    case .to: "target"
    case .unit: "unit"
    case .range: "range"
    case .name: "name"
    case .until: "end"
    case .score: "score"
    case .next: "decision"
    case .total: "total"
    case .period: "period"
    }
  }
}

extension Keyword {
  /// What a sentence calls a part of this statement.
  ///
  /// - Parameter text: by which it is known among its like.
  fileprivate func noun(of part: StatementParts.Name, _ text: String) -> String
  {
    switch self {
    case .from, .keep: return part == .keyword ? "measure" : part.noun
    case .action, .milestone:
      return "\(part.noun) of \(rawValue) \(quoted(text))"
    case .decision, .blocker, .parked: return rawValue
    case .plan: return "plan for \(text)"
    case .moved, .accept: return "\(part.noun) of '\(rawValue) \(text)'"
    case .cycle: return part == .range ? "dates of cycle \(text)" : "cycle"
    case .limit: return "limit of \(text)"
    case .close: return part == .score ? "score" : "closing"
    case .measured: return "KPI behind it"
    case .healthy, .tolerable: return "\(rawValue) range"
    case .board, .mission, .vision, .every, .objective, .kr, .kpi, .meeting,
      .reading, .owner, .team, .with, .kind, .supports, .weight, .private,
      .cause, .start, .due, .unit, .total, .target, .guards, .next, .narrative:
      return rawValue
    }
  }
}
