import Goals

/// A JSON value (RFC 8259) whose objects keep the order of their keys.
package indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written as `null` where it is not finite.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  package init(_ text: String?) { self = text.map(JSON.string) ?? .null }
  package init(_ number: Double?) { self = number.map(JSON.number) ?? .null }
  package init(_ number: Int?) { self = number.map(JSON.integer) ?? .null }
}

extension JSON {
  /// The value as text, indented by two blanks a level, without a line end.
  package var text: String {
    var text = ""
    write(to: &text, .lines(indentation: 0))
    return text
  }

  /// The value as text in one line, without its end.
  package var line: String {
    var text = ""
    write(to: &text, .oneLine)
    return text
  }

  /// The same without one of its members, where it is an object.
  package func omitting(_ key: String) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.key != key })
  }

  /// How a value is laid out.
  private enum Layout {
    case oneLine
    /// In lines, the present one indented by that many blanks.
    case lines(indentation: Int)

    /// How what is inside is laid out.
    var inside: Layout {
      switch self {
      case .oneLine: .oneLine
      case .lines(let indentation): .lines(indentation: indentation + 2)
      }
    }

    /// What begins a new line.
    var lineStart: String {
      switch self {
      case .oneLine: ""
      case .lines(let indentation):
        "\n" + String(repeating: " ", count: indentation)
      }
    }

    var colon: String {
      switch self {
      case .oneLine: ":"
      case .lines: ": "
      }
    }
  }

  private func write(to text: inout String, _ layout: Layout) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .number(let number): text += JSON.text(of: number)
    case .string(let string): JSON.quote(string, into: &text)
    case .array(let values):
      JSON.writeList(values, "[", "]", &text, layout) { value, text in
        value.write(to: &text, layout.inside)
      }
    case .object(let members):
      JSON.writeList(members, "{", "}", &text, layout) { member, text in
        JSON.quote(member.key, into: &text)
        text += layout.colon
        member.value.write(to: &text, layout.inside)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], _ opening: String, _ closing: String,
    _ text: inout String, _ layout: Layout,
    _ write: (Element, inout String) -> Void
  ) {
    guard !elements.isEmpty else {
      text += opening + closing
      return
    }
    text += opening
    for (index, element) in elements.enumerated() {
      text += (index == 0 ? "" : ",") + layout.inside.lineStart
      write(element, &text)
    }
    text += layout.lineStart + closing
  }

  /// The shortest digits that give the same number again; whole numbers
  /// without a point.
  private static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    return exactNumber(number)
  }

  private static func quote(_ string: String, into text: inout String) {
    text += "\""
    // A mark on a cell that has four already is written out too.
    var marks = 0
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      default:
        marks = isMark(scalar) ? marks + 1 : 0
        if isUnsafe(scalar) || marks > 4 {
          for unit in String(scalar).utf16 { text += escape(unit) }
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }

  /// Whether a character must not reach a terminal as it is: control, bidi,
  /// zero-width and tag characters, separators of lines, and what is none.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20, scalar.value < 0x7F { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default:
      return scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.isNoncharacterCodePoint
    }
  }

  /// Whether a character is drawn on the one before it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }

  private static func escape(_ unit: UInt16) -> String {
    let hex = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
  }
}
