import Goals

extension CheckIn {
  /// The words of its line.
  var words: [String] {
    var words = [moment.description, valueText ?? "-"]
    if let confidence { words.append("\(confidence)/10") }
    if let status { words.append(status.rawValue) }
    if let person { words.append(mention(person)) }
    if let note, !note.isEmpty {
      if note.beginsLikeWord { words.append("--") }
      words.append(note)
    }
    return words
  }
}

extension String {
  /// Whether a note that begins so would be read as a word in front of it.
  fileprivate var beginsLikeWord: Bool {
    guard let word = split(separator: " ", maxSplits: 1).first else {
      return false
    }
    return word == "--" || word.hasPrefix("@") || word.contains("/10")
      || word.hasPrefix("--\t")
      || DeclaredStatus.allCases.contains { word.hasPrefix($0.rawValue) }
  }
}

/// How a reading is laid out: its indentation, and how wide its words and the
/// blanks between them are.
struct ReadingLayout {
  var indentation: [UInt8] = []
  private var gap = "  "
  private var widths: [Int] = []

  init() {}

  init(of bytes: [UInt8], at range: Range<Int>) {
    var cursor = Cursor(
      bytes: bytes, position: range.lowerBound, end: range.upperBound)
    cursor.skipBlanks()
    indentation = Array(bytes[range.lowerBound..<cursor.position])
    var before: Int?
    while let word = cursor.word(), widths.count < 3 {
      if let before, widths.count == 1 {
        gap = decoded(bytes[before..<word.lowerBound])
      }
      widths.append(decoded(bytes[word]).count)
      before = word.upperBound
    }
  }

  /// The words, each filled up to the width of its neighbour's where another
  /// one follows.
  func line(_ words: [String]) -> String {
    var line = ""
    for (index, word) in words.enumerated() {
      line += word
      guard index + 1 < words.count else { break }
      let isDateOrValue =
        index < 2 && widths.count > index + 1 && !gap.contains("\t")
      let width = isDateOrValue ? widths[index] : 0
      line += String(repeating: " ", count: max(0, width - word.count)) + gap
    }
    return line
  }
}
