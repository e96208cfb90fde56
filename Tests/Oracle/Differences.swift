/// Where two JSON trees say something different, each as a path and both sides.
///
/// Numbers may differ by 1e-9, absolutely or relatively. Of a `reason` only
/// matters that both sides give one or neither does. A moment may be spelled with
/// a time of 00:00 or without one, and with seconds of 00 or without them. The keys in `ignored` do not
/// matter anywhere. The order of keys does.
package func differences(
  expected: JSONValue,
  found: JSONValue,
  ignored: Set<String> = ["diagnostics", "errors", "warnings"]
) -> [String] {
  var comparison = Comparison(ignored: ignored)
  comparison.compare(expected, found, at: "")
  return comparison.differences
}

private struct Comparison {
  let ignored: Set<String>
  var differences: [String] = []

  mutating func compare(
    _ expected: JSONValue,
    _ found: JSONValue,
    at path: String
  ) {
    switch (expected, found) {
    case (.null, .null): return
    case (.bool(let left), .bool(let right)) where left == right: return
    case (.number(let left), .number(let right)) where isClose(left, right):
      return
    case (.string(let left), .string(let right))
    where Array(shortened(left).utf8) == Array(shortened(right).utf8):
      return
    case (.array(let left), .array(let right)):
      compareArrays(left, right, at: path)
    case (.object(let left), .object(let right)):
      compareObjects(left, right, at: path)
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _),
      (.object, _):
      report(path, "\(expected)", "\(found)")
    }
  }

  private mutating func compareArrays(
    _ expected: [JSONValue],
    _ found: [JSONValue],
    at path: String
  ) {
    if expected.count != found.count {
      report(
        path, "\(expected.count) elements", "\(found.count) elements")
    }
    for (place, pair) in zip(expected, found).enumerated() {
      compare(pair.0, pair.1, at: "\(path)[\(place)]")
    }
  }

  private mutating func compareObjects(
    _ expected: [JSONMember],
    _ found: [JSONMember],
    at path: String
  ) {
    let expected = expected.filter { !ignored.contains($0.key) }
    let found = found.filter { !ignored.contains($0.key) }
    let expectedKeys = expected.map(\.key)
    let foundKeys = found.map(\.key)
    if expectedKeys != foundKeys {
      report(
        path,
        "keys " + expectedKeys.joined(separator: " "),
        "keys " + foundKeys.joined(separator: " "))
    }
    for member in expected {
      let counterpart = found.first { $0.key == member.key }
      guard let counterpart else { continue }
      let below = path.isEmpty ? member.key : "\(path).\(member.key)"
      if member.key == "reason" {
        compareReasons(member.value, counterpart.value, at: below)
      } else {
        compare(member.value, counterpart.value, at: below)
      }
    }
  }

  private mutating func compareReasons(
    _ expected: JSONValue,
    _ found: JSONValue,
    at path: String
  ) {
    if expected.isNull, found.isNull { return }
    if let left = expected.string, let right = found.string,
      !left.isEmpty, !right.isEmpty
    {
      return
    }
    report(path, "\(expected)", "\(found)")
  }

  private mutating func report(
    _ path: String, _ expected: String, _ found: String
  ) {
    let place = path.isEmpty ? "the whole" : path
    differences.append("\(place): expected \(expected), found \(found)")
  }
}

private func isClose(_ left: Double, _ right: Double) -> Bool {
  abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
}

/// A moment in its shortest spelling; any other text as it is.
private func shortened(_ text: String) -> String {
  let bytes = Array(text.utf8)
  guard bytes.count == 16 || bytes.count == 19, bytes[4] == 45, bytes[10] == 84
  else { return text }
  var short = text
  if bytes.count == 19, short.hasSuffix(":00") { short.removeLast(3) }
  if short.hasSuffix("T00:00") { short.removeLast(6) }
  return short
}
