/// The opening of a block, as the parser came across it.
struct Opening: Hashable, Sendable {
  /// Where the line that opens it begins.
  let offset: Int
  let kind: Block.Kind
  /// The place of its thing in the board.
  let index: Int
  /// The number of that line, from 1.
  let line: Int
}

/// A board file cut into the lines of its blocks.
///
/// Which block a line belongs to is what the parser says. Every byte lies in
/// exactly one segment, and in exactly one line of it.
package struct Outline: Sendable {
  /// The bytes of the file.
  package let bytes: [UInt8]
  /// The head of the file, which may be empty, then the blocks in their order;
  /// key results lie in the objective that they measure.
  package private(set) var segments: [Segment] = []

  /// The lines of one block.
  package struct Segment: Hashable, Sendable {
    package let kind: Block.Kind
    /// The place of its thing in the board; 0 for the head and for nothing.
    ///
    /// Two segments of a file with a conflict in it may be about one thing.
    package let index: Int
    /// The comments and empty lines that belong to the opener under them.
    package let lead: Range<Int>
    /// The opener and all lines of its own, up to the first key result or the
    /// lead of what follows.
    ///
    /// The head of the file has no opener.
    package fileprivate(set) var own: Range<Int>
    /// The key results of an objective.
    package fileprivate(set) var keyResults: [Segment] = []

    /// All its lines, with those of its key results.
    package var range: Range<Int> {
      lead.lowerBound..<(keyResults.last?.own.upperBound ?? own.upperBound)
    }
  }

  /// Cuts up a file that has been read.
  package init(of document: Document) {
    bytes = document.bytes
    let openings = document.openings
    var starts: [Int] = []
    for opening in openings {
      starts.append(
        startOfLead(of: opening.offset, from: openings.before(starts.count)))
    }
    segments = [
      Segment(
        kind: .file, index: 0, lead: 0..<0,
        own: 0..<(starts.first ?? bytes.count))
    ]
    for (number, opening) in openings.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : bytes.count
      append(
        Segment(
          kind: opening.kind, index: opening.index,
          lead: starts[number]..<opening.offset, own: opening.offset..<end))
    }
  }

  /// The lines of a part of the file.
  package func lines(in range: Range<Int>) -> Lines {
    Lines(bytes, in: range)
  }

  private mutating func append(_ segment: Segment) {
    let last = segments.count - 1
    if segment.kind == .keyResult, segments[last].kind == .objective {
      segments[last].keyResults.append(segment)
    } else {
      segments.append(segment)
    }
  }

  /// Where the comments and empty lines begin that belong to an opener.
  ///
  /// Of those right above it they are the ones from the first empty line on, or
  /// all of them where none is empty. Those at the start of the file belong to
  /// its head up to the last empty line.
  ///
  /// - Parameter before: the opener before it.
  private func startOfLead(of opener: Int, from before: Int?) -> Int {
    var silent: [Line] = []
    var start = opener
    while start > before ?? 0 {
      let line = line(endingAt: start)
      guard line.kind.isSilent, line.range.lowerBound != before else { break }
      silent.append(line)
      start = line.range.lowerBound
    }
    if start == 0 {
      let last = silent.first { $0.kind == .empty }
      return last.map(\.range.upperBound) ?? 0
    }
    return silent.last { $0.kind == .empty }?.range.lowerBound ?? start
  }

  private func line(endingAt end: Int) -> Line {
    var start = end - 1
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    var lines = lines(in: start..<end).makeIterator()
    return lines.next()
      ?? Line(kind: .empty, range: start..<end, text: end..<end)
  }
}

extension [Opening] {
  /// Where the opening before the one of that number stands.
  fileprivate func before(_ number: Int) -> Int? {
    number > 0 ? self[number - 1].offset : nil
  }
}
