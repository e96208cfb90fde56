/// The lines of a Swift file, with and without what only people read.
struct SwiftFile {
  let path: String
  /// The lines as they stand, without blanks at their ends.
  let lines: [String]
  /// The same lines without comments, the insides of strings and names in
  /// backticks.
  let code: [String]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        String(line.trimmingPrefix { $0 == " " })
      }
    var isInLongString = false
    code = lines.map { line in
      let marks = line.matches(of: /"""/).count
      defer { if marks == 1 { isInLongString.toggle() } }
      if isInLongString || marks > 0 { return "" }
      return
        line
        .replacing(/#*"(?:\\.|[^"\\])*"#*/, with: "\"\"")
        .replacing(/\/\/.*/, with: "")
        .replacing(/`[^`]*`/, with: "``")
    }
  }

  /// The words of the code, with the numbers of their lines from 1.
  var words: [(line: Int, word: Substring)] {
    code.enumerated().flatMap { index, line in
      line.matches(of: /@?[\p{L}_][\p{L}\p{N}_]*/).map {
        (index + 1, $0.output)
      }
    }
  }

  /// The rooms and libraries that the file imports.
  var imports: [String] {
    code.compactMap { line in
      line.firstMatch(
        of:
          /^(?:@\w+(?:\(\w+\))?\s+)*(?:package\s+|internal\s+|private\s+|public\s+)?import\s+(?:(?:struct|enum|class|func|protocol|var|let|typealias)\s+)?(\w+)/
      ).map { String($0.output.1) }
    }
  }

  /// The numbers of the lines, from 1, on which a type of package access is
  /// declared without a doc comment.
  var undocumentedTypes: [Int] {
    code.indices.filter { index in
      code[index].contains(
        /^(?:@\w+(?:\([^)]*\))?\s+)*package\s+(?:final\s+|indirect\s+)*(?:struct|enum|protocol|class|actor|typealias)\s/
      ) && !isDocumented(index)
    }.map { $0 + 1 }
  }

  /// Whether a doc comment ends above the line, attributes in between or not.
  private func isDocumented(_ index: Int) -> Bool {
    let above = lines[..<index].last { !$0.hasPrefix("@") }
    return above?.hasPrefix("///") ?? false
  }
}
