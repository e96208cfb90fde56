/// A page for man, as it is written: in roff with its man macros, all ASCII.
struct Roff {
  private(set) var text: String

  init(name: String, section: Int, date: String, source: String) {
    text = ".TH \(name.uppercased()) \(section) \(date) \"\(source)\"\n"
  }

  mutating func section(_ title: String) {
    text += ".SH \(Roff.words(title))\n"
  }

  mutating func part(_ title: String) {
    text += ".SS \(Roff.words(title))\n"
  }

  /// Paragraphs; an empty line is between two.
  mutating func write(_ words: String) {
    for paragraph in words.split(separator: "\n\n") {
      text += ".PP\n\(Roff.filled(String(paragraph)))"
    }
  }

  /// What follows a heading at once.
  mutating func begin(_ words: String) {
    text += Roff.filled(words)
  }

  /// Something and what it means.
  mutating func explain(_ term: String, _ words: String) {
    text += ".TP\n\\fB\(Roff.words(term))\\fR\n\(Roff.filled(words))"
  }

  /// Lines that stay as they are.
  mutating func quote(_ lines: String) {
    text += ".PP\n.RS 4\n.nf\n"
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      text += Roff.words(String(line)) + "\n"
    }
    text += ".fi\n.RE\n"
  }

  /// Lines that are not long, of words that man fills anew.
  private static func filled(_ text: String) -> String {
    var result = ""
    var line = ""
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let next = line.isEmpty ? String(word) : "\(line) \(word)"
      if words(next).utf8.count > 76, !line.isEmpty {
        result += words(line) + "\n"
        line = String(word)
      } else {
        line = next
      }
    }
    return result + words(line) + "\n"
  }

  /// Words in which nothing is a request or an escape.
  static func words(_ words: String) -> String {
    var result = ""
    var isStart = true
    for scalar in words.unicodeScalars {
      if isStart, scalar == "." || scalar == "'" { result += "\\&" }
      isStart = scalar == "\n"
      result += escaped(scalar)
    }
    return result
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": "\\e"
    case "-": "\\-"
    case "'": "\\(aq"
    case "\"": "\\(dq"
    case "`": "\\(ga"
    case "^": "\\(ha"
    case "~": "\\(ti"
    case "\u{80}"...:
      "\\[u\(padded(String(scalar.value, radix: 16, uppercase: true)))]"
    default: String(Character(scalar))
    }
  }

  private static func padded(_ digits: String) -> String {
    String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
