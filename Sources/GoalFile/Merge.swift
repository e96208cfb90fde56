/// What became of two changes of one file: the text, and where it could not be
/// settled what holds.
package struct Merge: Hashable, Sendable {
  /// A part of the result.
  package enum Piece: Hashable, Sendable {
    case text([UInt8])
    case conflict(Conflict)
  }

  /// Which lines of a conflict hold.
  package enum Choice: CaseIterable, Hashable, Sendable {
    case ours, theirs
    /// Ours, then theirs.
    case both
  }

  /// In the order of the file.
  package let pieces: [Piece]

  package var isClean: Bool { conflicts.isEmpty }

  /// The conflicts in the order of the file.
  package var conflicts: [Conflict] {
    pieces.compactMap { piece in
      switch piece {
      case .text: nil
      case .conflict(let conflict): conflict
      }
    }
  }

  /// The file with every conflict decided.
  ///
  /// - Parameter choices: one for each conflict, in their order.
  package func resolved(_ choices: [Choice]) -> [UInt8] {
    precondition(
      choices.count == conflicts.count, "each conflict takes one choice")
    var rest = choices[...]
    var text = JoinedLines()
    for piece in pieces {
      switch piece {
      case .text(let bytes): text.append(bytes[...])
      case .conflict(let conflict):
        let choice = rest.removeFirst()
        if choice != .theirs { text.append(conflict.ours[...]) }
        if choice != .ours { text.append(conflict.theirs[...]) }
      }
    }
    return text.bytes
  }

  /// The file with git's markers around what is not decided, the base in
  /// between.
  ///
  /// - Parameter size: how many characters a marker has; the program knows those
  ///   of seven.
  package func marked(
    ours: String, base: String, theirs: String, size: Int = 7
  ) -> [UInt8] {
    var text = JoinedLines()
    for piece in pieces {
      switch piece {
      case .text(let bytes): text.append(bytes[...])
      case .conflict(let conflict):
        text.appendMarker("<", ours, size)
        text.append(conflict.ours[...])
        text.appendMarker("|", base, size)
        text.append(conflict.base[...])
        text.appendMarker("=", "", size)
        text.append(conflict.theirs[...])
        text.appendMarker(">", theirs, size)
      }
    }
    return text.bytes
  }
}

/// Lines that two sides changed, each in its own way.
package struct Conflict: Hashable, Sendable {
  /// What it is about, in words that may stand in the middle of a sentence.
  package let what: String
  /// The lines as they were, whole lines or nothing.
  package let base: [UInt8]
  package let ours: [UInt8]
  package let theirs: [UInt8]
  /// The number of the first of these lines in the file that is ours, from 1;
  /// `nil` where that has none.
  package var oursLine: Int?
  /// The same in the file that is theirs.
  package var theirsLine: Int?
  /// Whether the lines of both may stand one behind the other.
  package let allowsBoth: Bool
}

/// Bytes that are put one behind the other, each beginning a new line.
struct JoinedLines {
  private(set) var bytes: [UInt8] = []

  /// Adds lines; a last line without an end gets one first, like its neighbours'.
  mutating func append(_ lines: ArraySlice<UInt8>) {
    guard !lines.isEmpty else { return }
    if let last = bytes.last, last != 10, bytes != byteOrderMark {
      bytes.append(contentsOf: lineEnd(before: lines))
    }
    bytes.append(contentsOf: lines)
  }

  /// Adds a marker of a conflict, with a label behind it or alone.
  mutating func appendMarker(_ mark: String, _ label: String, _ size: Int) {
    let line =
      String(repeating: mark, count: size) + (label.isEmpty ? "" : " " + label)
    append(Array(line.utf8) + lineEnd(before: [])[...])
  }

  /// How lines end here: like the last one that has an end, else like the first
  /// of `lines`, else with LF.
  private func lineEnd(before lines: ArraySlice<UInt8>) -> [UInt8] {
    for text in [
      bytes.lastIndex(of: 10).map { bytes[...$0] },
      lines.firstIndex(of: 10).map { lines[...$0] },
    ] {
      guard let text else { continue }
      return text.dropLast().last == 13 ? [13, 10] : [10]
    }
    return [10]
  }
}

/// What some programs put in front of a text.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
