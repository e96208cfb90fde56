/// Why a text is not JSON.
package struct JSONError: Error, CustomStringConvertible {
  /// What is wrong, and at which byte, counted from 0.
  package let description: String
}

extension JSONValue {
  /// Reads `text`, which must be one JSON value and nothing else.
  package init(parsing text: String) throws(JSONError) {
    var parser = JSONParser(bytes: Array(text.utf8))
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.place == parser.bytes.count else {
      throw parser.error("something follows the value")
    }
    self = value
  }
}

/// A reader of JSON, byte by byte.
private struct JSONParser {
  let bytes: [UInt8]
  var place = 0

  func error(_ what: String) -> JSONError {
    JSONError(description: "byte \(place): \(what)")
  }

  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      place += 1
    }
  }

  mutating func skip(_ byte: Character) -> Bool {
    skipBlanks()
    guard let next, next == byte.asciiValue else { return false }
    place += 1
    return true
  }

  mutating func expect(_ byte: Character) throws(JSONError) {
    guard skip(byte) else { throw error("'\(byte)' expected") }
  }

  mutating func value() throws(JSONError) -> JSONValue {
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  mutating func object() throws(JSONError) -> JSONValue {
    try expect("{")
    if skip("}") { return .object([]) }
    var members: [JSONMember] = []
    repeat {
      skipBlanks()
      let key = try string()
      try expect(":")
      members.append(JSONMember(key, try value()))
    } while skip(",")
    try expect("}")
    return .object(members)
  }

  mutating func array() throws(JSONError) -> JSONValue {
    try expect("[")
    if skip("]") { return .array([]) }
    var values: [JSONValue] = []
    repeat { values.append(try value()) } while skip(",")
    try expect("]")
    return .array(values)
  }

  mutating func word() throws(JSONError) -> JSONValue {
    let start = place
    while let byte = next, !",]} \t\r\n".utf8.contains(byte) { place += 1 }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      let allowed = word.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
      guard allowed, let number = Double(word), number.isFinite else {
        throw error("'\(word)' is no value")
      }
      return .number(number)
    }
  }

  mutating func string() throws(JSONError) -> String {
    guard next == UInt8(ascii: "\"") else { throw error("a string expected") }
    place += 1
    var units: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else {
          throw error("a string that is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"):
        units += try escaped()
      case 0..<32:
        throw error("a control character inside a string")
      default:
        units.append(byte)
      }
    }
    throw error("a string without its end")
  }

  mutating func escaped() throws(JSONError) -> [UInt8] {
    guard let byte = next else { throw error("an escape without its end") }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return [byte]
    case UInt8(ascii: "u"):
      var code = try fourDigits()
      if (0xD800..<0xDC00).contains(code), next == UInt8(ascii: "\\") {
        place += 2
        code = 0x10000 + (code - 0xD800) << 10 + (try fourDigits() - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw error("half a surrogate pair")
      }
      return Array(String(Character(scalar)).utf8)
    default:
      throw error("an unknown escape")
    }
  }

  mutating func fourDigits() throws(JSONError) -> UInt32 {
    guard place + 4 <= bytes.count else { throw error("\\u cut short") }
    let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
    guard let code = UInt32(digits, radix: 16) else {
      throw error("\\u\(digits) is no code")
    }
    place += 4
    return code
  }
}
