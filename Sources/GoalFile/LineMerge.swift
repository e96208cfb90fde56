/// One line that both sides have: what it says in the end.
struct LineMerge {
  /// What became of it.
  enum Outcome: Equatable {
    /// One of the three lines, or one with the changes of both.
    case text(ArraySlice<UInt8>)
    /// Both sides changed this part of it, each in its own way.
    case conflict(StatementParts.Name)
  }

  /// The three lines; without a base both sides added it.
  private let bytes: Trio<[UInt8]>
  private let lines: Trio<Line?>

  init(_ bytes: Trio<[UInt8]>, _ lines: Trio<Line?>) {
    self.bytes = bytes
    self.lines = lines
  }

  var outcome: Outcome {
    let words = Trio(
      base: text(.base), ours: text(.ours), theirs: text(.theirs)
    ).map { $0.map { GoalFile.words($0) } }
    if words.ours == words.theirs { return .text(layout) }
    if words.base == words.ours { return .text(line(.theirs)) }
    if words.base == words.theirs { return .text(line(.ours)) }
    return mergedByParts()
  }

  private func text(_ version: Version) -> ArraySlice<UInt8>? {
    lines[version].map { bytes[version][$0.text] }
  }

  private func whole(_ version: Version) -> ArraySlice<UInt8> {
    lines[version].map { bytes[version][$0.range] } ?? []
  }

  /// The line of a side, ended as it is to end.
  private func line(_ side: Version) -> ArraySlice<UInt8> {
    guard end(side) != lineEnd, let line = lines[side] else {
      return whole(side)
    }
    return bytes[side][line.range].dropLast(end(side)?.count ?? 0) + lineEnd
  }

  /// The line of a side that has changed its layout, where all words are equal.
  var layout: ArraySlice<UInt8> {
    let whole = Trio(
      base: whole(.base), ours: whole(.ours), theirs: whole(.theirs))
    if let settled = whole.settled { return settled }
    return whole.ours.lexicographicallyPrecedes(whole.theirs)
      ? whole.ours : whole.theirs
  }
}

// MARK: - Part by part

extension LineMerge {
  private typealias Name = StatementParts.Name
  /// What the three lines say in one part.
  private typealias Words = Trio<[UInt8]?>

  private func mergedByParts() -> Outcome {
    let parts = Trio(
      base: parts(.base), ours: parts(.ours), theirs: parts(.theirs))
    guard words(.keyword, parts).settled != nil else {
      return .conflict(.keyword)
    }
    var result: [Name: [UInt8]] = [:]
    for name in order(parts) {
      let words = words(name, parts)
      guard let settled = words.settled else { return .conflict(name) }
      result[name] = settled
    }
    let line = line(result, parts)
    guard says(line, result) else { return .conflict(.text) }
    return .text(line[...])
  }

  private func parts(_ version: Version) -> StatementParts? {
    lines[version].map { StatementParts(of: $0, in: bytes[version]) }
  }

  private func words(_ name: Name, _ parts: Trio<StatementParts?>) -> Words {
    func words(_ version: Version) -> [UInt8]? {
      parts[version]?[name].map { GoalFile.words(bytes[version][$0.range]) }
    }
    return Trio(
      base: words(.base), ours: words(.ours), theirs: words(.theirs))
  }

  /// The names of all parts in the order in which the line has them: that of a
  /// side that has changed it.
  private func order(_ parts: Trio<StatementParts?>) -> [Name] {
    let orders = parts.map { $0?.parts.map(\.name) ?? [] }
    let all = Set(orders.ours + orders.theirs + orders.base)
    let usual = Name.allCases.filter(all.contains)
    let settled = orders.settled ?? usual
    return Set(settled) == all ? settled : usual
  }

  private func line(
    _ words: [Name: [UInt8]], _ parts: Trio<StatementParts?>
  ) -> [UInt8] {
    var line: [UInt8] = []
    for name in order(parts) {
      guard let text = words[name] else { continue }
      line += line.isEmpty ? margin : gap(before: name, parts)
      line += spelled(text, name, parts)
    }
    return line + lineEnd
  }

  /// What stands between a part and the one before it.
  private func gap(
    before name: Name, _ parts: Trio<StatementParts?>
  ) -> [UInt8] {
    let gaps = Trio(
      base: gap(before: name, .base, parts),
      ours: gap(before: name, .ours, parts),
      theirs: gap(before: name, .theirs, parts))
    return (gaps.settled ?? nil) ?? gaps.anyway ?? [32]
  }

  private func gap(
    before name: Name, _ version: Version, _ parts: Trio<StatementParts?>
  ) -> [UInt8]? {
    guard let all = parts[version]?.parts,
      let place = all.firstIndex(where: { $0.name == name }), place > 0
    else { return nil }
    return Array(
      bytes[version][
        all[place - 1].range.upperBound..<all[place].range.lowerBound])
  }

  /// A part with the blanks that it has where it was taken from.
  private func spelled(
    _ words: [UInt8], _ name: Name, _ parts: Trio<StatementParts?>
  ) -> [UInt8] {
    let spellings = Trio(
      base: parts.base?[name].map { bytes.base[$0.range] },
      ours: parts.ours?[name].map { bytes.ours[$0.range] },
      theirs: parts.theirs?[name].map { bytes.theirs[$0.range] })
    let candidates = [spellings.settled ?? nil, spellings.base].compactMap(
      \.self
    )
    .filter { GoalFile.words($0) == words }
    return candidates.first.map { Array($0) } ?? words
  }

  private var margin: [UInt8] {
    let margins = Trio(
      base: margin(.base), ours: margin(.ours), theirs: margin(.theirs))
    return (margins.settled ?? nil) ?? margins.anyway ?? []
  }

  private func margin(_ version: Version) -> [UInt8]? {
    lines[version].map { Array(bytes[version][$0.margin]) }
  }

  private var lineEnd: [UInt8] {
    let ends = Trio(
      base: end(.base), ours: end(.ours), theirs: end(.theirs))
    return (ends.settled ?? nil) ?? ends.anyway ?? [10]
  }

  private func end(_ version: Version) -> [UInt8]? {
    lines[version].map { Array($0.end(in: bytes[version])) }
  }

  /// Whether a line says these things and no other.
  private func says(_ bytes: [UInt8], _ words: [Name: [UInt8]]) -> Bool {
    var lines = Lines(bytes, in: bytes.indices).makeIterator()
    guard let line = lines.next(), lines.next() == nil else { return false }
    let parts = StatementParts(of: line, in: bytes).parts
    return parts.count == words.count
      && parts.allSatisfy { GoalFile.words(bytes[$0.range]) == words[$0.name] }
  }
}

extension Trio<[UInt8]?> {
  /// The base's, or the one of a side that comes first in the order of bytes.
  fileprivate var anyway: [UInt8]? {
    base
      ?? [ours, theirs].compactMap(\.self)
      .min { $0.lexicographicallyPrecedes($1) }
  }
}
