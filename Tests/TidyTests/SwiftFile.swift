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
    lines = text.utf8
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { line in
        String(Substring(line.drop { $0 == UInt8(ascii: " ") }))
      }
    var isInLongString = false
    code = lines.map { line in
      // A long string begins or ends on a line, never both.
      let isMark = line.contains("\"\"\"")
      defer { if isMark { isInLongString.toggle() } }
      return isMark || isInLongString ? "" : codeOnly(line)
    }
  }

  /// The numbers of the lines, from 1, whose code has the word in it.
  func lines(with word: String) -> [Int] {
    code.indices.filter { index in
      code[index].utf8.count >= word.utf8.count
        && code[index].split { !isPartOfWord($0) }.contains { $0 == word }
    }.map { $0 + 1 }
  }

  /// The rooms and libraries that the file imports.
  var imports: [String] {
    code.filter { $0.contains("import ") }.compactMap { line in
      line.firstMatch(
        of:
          /^(?:@\w+(?:\(\w+\))?\s+)*(?:\w+\s+)?import\s+(?:(?:struct|enum|class|func|protocol|var|let|typealias)\s+)?(\w+)/
      ).map { String($0.output.1) }
    }
  }

  /// The numbers of the lines, from 1, on which a type of package access is
  /// declared without a doc comment.
  var undocumentedTypes: [Int] {
    code.indices.filter { index in
      code[index].contains("package")
        && code[index].contains(
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

private func isPartOfWord(_ character: Character) -> Bool {
  character.isLetter || character.isNumber || character == "_"
    || character == "@"
}

/// The line without its comment, the insides of strings and names in backticks.
private func codeOnly(_ line: String) -> String {
  var result: [UInt8] = []
  var quote: UInt8?
  var isEscaped = false
  for byte in line.utf8 {
    if let mark = quote {
      if byte == mark && !isEscaped { quote = nil }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      continue
    }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") { quote = byte }
    result.append(byte)
    if result.suffix(2) == [UInt8(ascii: "/"), UInt8(ascii: "/")] {
      return String(decoding: result.dropLast(2), as: UTF8.self)
    }
  }
  return String(decoding: result, as: UTF8.self)
}
