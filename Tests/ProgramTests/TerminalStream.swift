/// What a terminal would make of bytes: which of them act on it.
struct TerminalStream {
  /// What may be in a stream besides text.
  enum Kind {
    /// Lines of text, a carriage return before each line feed.
    case text
    /// A screen as ncurses draws it on an xterm.
    case screen
  }

  private let kind: Kind
  private var rest: ArraySlice<UInt8>
  private(set) var leaks: [String] = []

  init(_ bytes: [UInt8], _ kind: Kind) {
    self.kind = kind
    rest = bytes[...]
    var marks = 0
    while true {
      let count = rest.count
      rest = rest.drop { $0 >= 0x20 && $0 < 0x7F }
      if rest.count < count { marks = 0 }
      guard let scalar = next() else { break }
      let isMark = isMark(scalar)
      marks = isMark ? marks + 1 : 0
      if marks > 4 { leaks.append("a fifth mark") }
      look(at: scalar)
    }
  }

  /// The next scalar; bytes that are no UTF-8 are leaks.
  private mutating func next() -> Unicode.Scalar? {
    while let first = rest.first {
      let length =
        first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let text = String(validating: rest.prefix(length), as: UTF8.self)
      if let scalar = text?.unicodeScalars.first {
        rest = rest.dropFirst(length)
        return scalar
      }
      leaks.append("the byte \(first)")
      rest = rest.dropFirst()
    }
    return nil
  }

  private mutating func look(at scalar: Unicode.Scalar) {
    switch (scalar, kind) {
    case ("\n", _), ("\r", .screen), ("\u{8}", .screen), ("\t", .screen): return
    case ("\r", .text) where rest.first == 10: return
    case ("\u{1B}", .screen): takeSequence()
    default:
      guard acts(scalar) else { return }
      leaks.append("U+\(String(scalar.value, radix: 16))")
    }
  }

  /// Takes a sequence of those that a screen is drawn with.
  private mutating func takeSequence() {
    guard let first = next() else { return }
    switch first {
    case "[":
      while let scalar = next() {
        guard (0x40...0x7E).contains(scalar.value) else { continue }
        if !"ABCDGHJKLMPXbdhlmrtl@ST".unicodeScalars.contains(scalar) {
          leaks.append("ESC [ … \(scalar)")
        }
        return
      }
    case "(", ")": _ = next()
    case "7", "8", "=", ">", "M": break
    default: leaks.append("ESC \(first)")
    }
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether a character changes more than its own cell.
  private func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default:
      scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.isNoncharacterCodePoint
    }
  }
}
