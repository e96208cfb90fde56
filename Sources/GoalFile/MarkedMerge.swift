extension Merge {
  /// Reads a file in which git left conflicts, with or without the base in
  /// them; `nil` where the markers do not go together.
  ///
  /// A file without markers is a merge without conflicts.
  package init?(marked bytes: [UInt8]) {
    var reader = MarkerReader(bytes)
    for line in Lines(bytes, in: bytes.indices) {
      guard reader.read(line) else { return nil }
    }
    guard let pieces = reader.finished() else { return nil }
    self.init(pieces: pieces)
  }
}

/// Goes through a file with markers, line by line.
private struct MarkerReader {
  private let bytes: [UInt8]
  private let segments: [Outline.Segment]
  private var pieces: [Merge.Piece] = []
  private var text: [UInt8] = []
  /// The lines of the conflict that is read.
  private var lines = Trio<[Line]>(base: [], ours: [], theirs: [])
  private var part: Part = .none
  private var lineNumber = 0
  private var numbers = Trio<Int>(base: 0, ours: 0, theirs: 0)

  /// The part of a conflict that is read.
  private enum Part: Hashable {
    case none, ours, base, theirs
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let outline = Outline(of: Document(bytes))
    segments = outline.segments.flatMap { [$0] + $0.keyResults }
  }

  /// Takes a line; `false` for a marker where it has no meaning.
  mutating func read(_ line: Line) -> Bool {
    lineNumber += 1
    guard line.kind == .marker else {
      switch part {
      case .none: text += bytes[line.range]
      case .ours: lines.ours.append(line)
      case .base: lines.base.append(line)
      case .theirs: lines.theirs.append(line)
      }
      return true
    }
    switch (bytes[line.text.lowerBound], part) {
    case (UInt8(ascii: "<"), .none): begin(line)
    case (UInt8(ascii: "|"), .ours): part = .base
    case (UInt8(ascii: "="), .ours), (UInt8(ascii: "="), .base): part = .theirs
    case (UInt8(ascii: ">"), .theirs): end()
    default: return false
    }
    if part == .theirs { numbers.theirs = lineNumber + 1 }
    return true
  }

  func finished() -> [Merge.Piece]? {
    guard part == .none else { return nil }
    return text.isEmpty ? pieces : pieces + [.text(text)]
  }

  private mutating func begin(_ marker: Line) {
    // A byte order mark stays in front of the file.
    text += bytes[marker.range].starts(with: byteOrderMark) ? byteOrderMark : []
    if !text.isEmpty { pieces.append(.text(text)) }
    text = []
    lines = Trio(base: [], ours: [], theirs: [])
    part = .ours
    numbers.ours = lineNumber + 1
  }

  private mutating func end() {
    part = .none
    let first = lines.ours.first ?? lines.theirs.first
    pieces.append(
      .conflict(
        Conflict(
          what: name(of: first), base: text(lines.base), ours: text(lines.ours),
          theirs: text(lines.theirs),
          oursLine: lines.ours.isEmpty ? nil : numbers.ours,
          theirsLine: lines.theirs.isEmpty ? nil : numbers.theirs,
          allowsBoth: allowsBoth(lines.ours + lines.theirs))))
  }

  private func text(_ lines: [Line]) -> [UInt8] {
    Array(lines.map { bytes[$0.range] }.joined())
  }

  private func allowsBoth(_ lines: [Line]) -> Bool {
    let names = ConflictNames(nil, in: bytes)
    return lines.allSatisfy { names.allowsBoth($0) }
  }

  /// Names a conflict by its first line and the block that this lies in.
  private func name(of line: Line?) -> String {
    guard let line else { return "lines that are gone" }
    let segment = segments.last { $0.own.lowerBound <= line.range.lowerBound }
    var lines =
      segment.map { Lines(bytes, in: $0.own).makeIterator() }
    let opener = segment?.kind == .file ? nil : lines?.next()
    let names = ConflictNames(
      opener: opener, kind: segment?.kind ?? .file, in: bytes)
    return names.name(of: .text, in: line, bytes)
  }
}
