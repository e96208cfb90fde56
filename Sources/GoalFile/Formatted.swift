extension Document {
  /// The bytes of this file laid out anew: two blanks a level, columns aligned
  /// within a block, nothing at the ends of lines.
  ///
  /// Lines keep their order, their words and their ends. A line with an error,
  /// and one that belongs to nothing, stays as it is; so does a file in which
  /// git left a conflict. The board that is read from it is the same, and
  /// formatting it once more changes nothing.
  package var formatted: [UInt8] {
    guard !hasConflict else { return bytes }
    var typesetter = Typesetter(self)
    for segment in Outline(of: self).segments {
      typesetter.set(segment, level: 0)
      for keyResult in segment.keyResults {
        typesetter.set(keyResult, level: 1)
      }
    }
    return typesetter.result
  }

  /// Whether git left a conflict in this file.
  package var hasConflict: Bool {
    diagnostics.contains { $0.code == .conflictMarker }
  }
}

/// Writes lines in their layout, one after the other.
private struct Typesetter {
  private let outline: Outline
  private let bytes: [UInt8]
  /// The numbers of the lines with an error, from 1.
  private let broken: Set<Int>
  /// The numbers of the lines whose title begins with a bracket that is no id.
  private let bracketed: Set<Int>
  /// The number of the line that was written last.
  private var number = 0
  private(set) var result: [UInt8] = []

  init(_ document: Document) {
    outline = Outline(of: document)
    bytes = document.bytes
    broken = Set(
      document.diagnostics.filter { $0.severity == .error }.map(\.line))
    bracketed = Set(
      document.diagnostics.filter { $0.code == .bracketInTitle }.map(\.line))
    result.reserveCapacity(bytes.count + bytes.count / 8)
  }

  mutating func set(_ segment: Outline.Segment, level: Int) {
    guard segment.kind != .nothing else {
      for range in [segment.lead, segment.own] {
        number += bytes[range].count { $0 == 10 }
        result += bytes[range]
      }
      return
    }
    for line in outline.lines(in: segment.lead) {
      set(line, level: level, in: segment.kind, Columns())
    }
    let columns = columns(of: segment)
    var isInside = false
    for line in outline.lines(in: segment.own) {
      let depth = isInside ? level + 1 : level
      let place = line.kind == .statement(.reading) ? 0 : depth
      set(line, level: place, in: segment.kind, columns)
      isInside = segment.kind != .file
    }
  }

  private mutating func set(
    _ line: Line, level: Int, in kind: Block.Kind, _ columns: Columns
  ) {
    number += 1
    if broken.contains(number) || line.kind == .unknown || line.kind == .marker
    {
      result += bytes[line.range]
      return
    }
    result += bytes[line.margin].filter { !isBlank($0) }
    if !line.text.isEmpty {
      result += repeatElement(32, count: 2 * level)
      if bracketed.contains(number) {
        result += bytes[line.text]
      } else {
        setWords(of: line, in: kind, columns)
      }
    }
    result += line.end(in: bytes)
  }

  private mutating func setWords(
    of line: Line, in kind: Block.Kind, _ columns: Columns
  ) {
    switch line.kind {
    case .empty, .comment, .narrative, .marker, .unknown:
      result += bytes[line.text]
    case .reading:
      set(parts(of: line)) { part in
        let column =
          part.name == .date
          ? columns.date : part.name == .value ? columns.value : 0
        return max(part.range.count, column) + 2
      }
    case .statement(let keyword):
      let parts = parts(of: line)
      set(parts) { part in
        let width = part.name == .keyword ? keyword.column(in: kind) : 0
        return max(part.range.count + 1, width)
      }
    }
  }

  /// Writes parts, each as wide as `width` says where another one follows.
  private mutating func set(
    _ parts: [StatementParts.Part], _ width: (StatementParts.Part) -> Int
  ) {
    for (index, part) in parts.enumerated() {
      let fixed = part.range.lowerBound..<part.value.lowerBound
      result += bytes[fixed].prefix { !isBlank($0) }
      if !fixed.isEmpty, !part.value.isEmpty { result.append(32) }
      result += bytes[part.value]
      guard index + 1 < parts.count else { return }
      let blanks = width(part) - part.range.count
      let isReason = part.name != .date && parts[index + 1].isReason(parts)
      result += repeatElement(32, count: max(blanks, isReason ? 2 : 1))
    }
  }

  private func parts(of line: Line) -> [StatementParts.Part] {
    StatementParts(of: line, in: bytes).parts
  }

  /// How wide dates and values of a block's own readings are.
  ///
  /// What is wider than any number that people write counts for nothing, so
  /// that one such line does not widen all others.
  private func columns(of segment: Outline.Segment) -> Columns {
    var columns = Columns()
    var line = number + outline.lines(in: segment.lead).count { _ in true }
    for reading in outline.lines(in: segment.own) {
      line += 1
      guard reading.kind == .reading, !broken.contains(line) else { continue }
      for part in parts(of: reading).prefix(2) where part.range.count <= 24 {
        if part.name == .date {
          columns.date = max(columns.date, part.range.count)
        } else {
          columns.value = max(columns.value, part.range.count)
        }
      }
    }
    return columns
  }
}

/// How wide the first words of readings are, in cells.
private struct Columns {
  var date = 0
  var value = 0
}

extension StatementParts.Part {
  /// Whether it is the reason behind a number, which two blanks set off.
  fileprivate func isReason(_ parts: [StatementParts.Part]) -> Bool {
    name == .note
      && parts.contains { $0.name == .to || $0.name == .until }
  }
}

extension Keyword {
  /// Where the word behind it begins, counted from its own start; 0 where that
  /// follows at once.
  ///
  /// It depends on the kind of the block alone, so that a new line never moves
  /// its neighbours.
  fileprivate func column(in kind: Block.Kind) -> Int {
    switch self {
    case .board, .mission, .vision, .limit: return "mission".utf8.count + 2
    case .every, .owner, .team, .with, .kind, .supports, .weight, .cause,
      .start, .due, .unit, .healthy, .tolerable, .total, .target, .guards:
      return kind.column
    case .cycle: return kind == .file ? 0 : kind.column
    case .objective, .kr, .kpi, .meeting, .reading, .private, .action, .close,
      .from, .keep, .milestone, .measured, .plan, .moved, .accept, .decision,
      .blocker, .parked, .next, .narrative:
      return 0
    }
  }
}

extension Block.Kind {
  /// Behind the longest keyword of a property in a block of this kind.
  fileprivate var column: Int {
    switch self {
    case .file: return "mission".utf8.count + 2
    case .objective: return "supports".utf8.count + 1
    case .keyResult: return "weight".utf8.count + 1
    case .kpi: return "tolerable".utf8.count + 1
    case .meeting, .nothing: return 0
    }
  }
}
