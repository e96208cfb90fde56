/// A JSON text as a tree that keeps the order of its keys.
package indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])
}

/// One key of a JSON object with its value.
package struct JSONMember: Sendable {
  package let key: String
  package let value: JSONValue

  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue {
  /// The value under `key`, or `nil` where this is no object or lacks the key.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The value at `place`, or `nil` where this is no array or too short.
  package subscript(place: Int) -> JSONValue? {
    guard case .array(let values) = self, values.indices.contains(place)
    else { return nil }
    return values[place]
  }

  /// The number, or `nil` where this is none.
  package var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The text, or `nil` where this is none.
  package var string: String? {
    guard case .string(let string) = self else { return nil }
    return string
  }

  /// The elements, none where this is no array.
  package var elements: [JSONValue] {
    guard case .array(let values) = self else { return [] }
    return values
  }

  /// Whether this is `null`.
  package var isNull: Bool {
    guard case .null = self else { return false }
    return true
  }
}

extension JSONValue: CustomStringConvertible {
  /// This tree as JSON on one line, for messages.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let number): "\(number)"
    case .string(let string): JSONValue.quoted(string)
    case .array(let values):
      "[" + values.map(\.description).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { "\(JSONValue.quoted($0.key)):\($0.value)" }
        .joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 32:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count)
        result += digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
