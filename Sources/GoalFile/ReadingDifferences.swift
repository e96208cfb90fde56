import Goals

// What differs in readings, in the order of things, and in what says nothing to
// the program.

extension Comparison {
  /// The most readings of one thing that are told one by one.
  private static var mostReadings: Int { 20 }

  /// Notes which check-ins and readings were added, removed and corrected.
  mutating func compareReadings(_ before: Thing, _ after: Thing) {
    let left = old.board.readings.known(old.board.rows(of: before), at: old.now)
    let right = new.board.readings.known(new.board.rows(of: after), at: new.now)
    var (was, now) = (left.lowerBound, right.lowerBound)
    var added: [Int] = []
    var removed: [Int] = []
    var corrected: [(was: Int, now: Int)] = []
    while was < left.upperBound || now < right.upperBound {
      let first = was < left.upperBound ? old.seconds(was) : .max
      let second = now < right.upperBound ? new.seconds(now) : .max
      if first < second {
        removed.append(was)
      } else if second < first {
        added.append(now)
      } else if old.words(ofRow: was) != new.words(ofRow: now) {
        corrected.append((was, now))
      }
      if first <= second { was += 1 }
      if second <= first { now += 1 }
    }
    note(added, of: new, "added")
    for (was, now) in corrected.prefix(Self.mostReadings) {
      note(new.moment(now), correction(was, now), nature: .dated)
    }
    if corrected.count > Self.mostReadings {
      note(
        "", "\(corrected.count - Self.mostReadings) more corrected",
        nature: .dated)
    }
    note(removed, of: old, "removed")
  }

  private mutating func note(_ rows: [Int], of side: Side, _ word: String) {
    guard rows.count <= Self.mostReadings else {
      let span = [rows.first, rows.last].compactMap(\.self).map(side.moment)
      note(
        "", "\(rows.count) readings \(word), \(span.joined(separator: " to "))",
        nature: .dated)
      return
    }
    for row in rows {
      let words = side.words(ofRow: row).joined(separator: ", ")
      note(
        side.moment(row) + (word == "added" ? "" : " \(word)"),
        words.isEmpty ? "-" : words, nature: .dated)
    }
  }

  private func correction(_ was: Int, _ now: Int) -> String {
    let before = old.words(ofRow: was)
    let after = new.words(ofRow: now)
    return changed(
      before.filter { !after.contains($0) }.joined(separator: ", ").orNil,
      after.filter { !before.contains($0) }.joined(separator: ", ").orNil)
  }
}

extension String {
  fileprivate var orNil: String? { isEmpty ? nil : self }
}

extension Side {
  fileprivate func seconds(_ row: Int) -> Int {
    board.readings.moments[row] >> 2
  }

  fileprivate func moment(_ row: Int) -> String {
    board.readings.moment(at: row).description
  }

  /// What a row says: `38`, `7/10`, `@Grace`, `'Second survey'`.
  fileprivate func words(ofRow row: Int) -> [String] {
    var parts: [String] = []
    if let value = board.readings.value(at: row) {
      parts.append(exactNumber(value))
    }
    guard let words = board.readings.words(at: row) else { return parts }
    if words.confidence >= 0 { parts.append("\(words.confidence)/10") }
    if let status = words.status { parts.append(status.rawValue) }
    if let person = words.person { parts.append("@\(board.text(person))") }
    if let note = words.note { parts.append("'\(board.text(note))'") }
    return parts
  }
}

// MARK: - Order and silence

extension Comparison {
  /// Says whether objectives and KPIs that both boards have stand in another
  /// order.
  mutating func noteOrder(of pairs: Pairs) {
    let objectives = new.board.objectives.indices.map { Thing.objective($0) }
    let kpis = new.board.kpis.indices.map { Thing.kpi($0) }
    for (things, name) in [(objectives, "objectives"), (kpis, "KPIs")]
    where isReordered(things.compactMap { pairs.old[$0] }) {
      note(name, "in another order")
    }
  }

  /// The same of the key results that an objective kept.
  mutating func noteOrder(_ before: Thing, _ after: Thing, _ pairs: Pairs) {
    guard case .objective(let was) = before, case .objective(let now) = after
    else { return }
    let kept = old.board.objectives[was].keyResults
    let things = new.board.objectives[now].keyResults
      .compactMap { pairs.old[.keyResult($0)] }
      .filter { kept.contains($0.place) }
    if isReordered(things) { note("key results", "in another order") }
  }

  private func isReordered(_ things: [Thing]) -> Bool {
    zip(things, things.dropFirst()).contains { $0.place > $1.place }
  }

  /// Says how many comments, readings that count for nothing, and lines that are
  /// not understood differ.
  mutating func noteSilentLines() {
    for (kind, name) in [
      (SilentLines.comments, "comments"),
      (.covered, "readings that later lines of the same moment cover"),
      (.unknown, "lines that are not understood"),
    ] {
      let pairs = matches(kind.texts(of: old), kind.texts(of: new))
      let added = kind.texts(of: new).count - pairs.old.count
      let removed = kind.texts(of: old).count - pairs.new.count
      let words = [
        added > 0 ? "\(added) new" : nil, removed > 0 ? "\(removed) gone" : nil,
      ].compactMap(\.self)
      if !words.isEmpty { note(name, words.joined(separator: ", ")) }
    }
  }
}

/// Lines that say nothing to the program.
private enum SilentLines {
  case comments, covered, unknown

  func texts(of side: Side) -> [String] {
    let bytes = side.document.bytes
    let counted = self == .covered ? side.offsetsOfReadings : []
    return Lines(bytes, in: 0..<bytes.count).filter { line in
      switch self {
      case .comments: line.kind == .comment
      case .covered:
        (line.kind == .reading || line.kind == .statement(.reading))
          && !counted.contains(UInt32(line.range.lowerBound))
      case .unknown: line.kind == .unknown || line.kind == .marker
      }
    }.map { line in
      guard self == .covered else { return decoded(bytes[line.text]) }
      // Of a reading, layout does not count.
      return bytes[line.text].split(whereSeparator: isBlank).map(decoded)
        .joined(separator: " ")
    }
  }
}

extension Side {
  /// Where the lines begin that some thing's readings stand on.
  fileprivate var offsetsOfReadings: Set<UInt32> {
    var offsets: Set<UInt32> = []
    for thing in board.allThings {
      offsets.formUnion(board.readings.offsets[board.rows(of: thing)])
    }
    return offsets
  }
}

extension Thing {
  /// Where it stands among its kind.
  fileprivate var place: Int {
    switch self {
    case .objective(let index), .keyResult(let index), .kpi(let index):
      return index
    }
  }
}
