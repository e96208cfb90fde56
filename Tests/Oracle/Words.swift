/// What is left of a line while it is read word by word.
struct Words {
  private var rest: ArraySlice<Unicode.Scalar>

  init(_ line: String) {
    rest = Array(line.unicodeScalars)[...]
    trim()
  }

  /// All that is left, or `nil` where nothing is.
  var text: String? {
    rest.isEmpty ? nil : string(rest)
  }

  /// The next word, which is left where it is.
  var peeked: String? {
    let word = rest.prefix { !isBlank($0) }
    return word.isEmpty ? nil : string(word)
  }

  /// Takes the next word away.
  mutating func word() -> String? {
    let word = rest.prefix { !isBlank($0) }
    rest = rest.dropFirst(word.count)
    trim()
    return word.isEmpty ? nil : string(word)
  }

  /// Takes the next word away if `read` makes something of it.
  mutating func take<Value>(_ read: (String) -> Value?) -> Value? {
    guard let peeked, let value = read(peeked) else { return nil }
    _ = word()
    return value
  }

  /// Takes the next word away if it is `expected`.
  mutating func takes(_ expected: String) -> Bool {
    take { $0 == expected ? true : nil } ?? false
  }

  /// Takes `[id]` away, which must stand alone.
  mutating func reference() -> String? {
    guard let word = peeked?.unicodeScalars, word.first == "[",
      word.last == "]", word.count > 2
    else { return nil }
    let inside = word.dropFirst().dropLast()
    guard let first = inside.first, isLetter(first) || isDigit(first),
      inside.allSatisfy(isOfReference)
    else { return nil }
    _ = self.word()
    return string(ArraySlice(inside))
  }

  /// Takes `@Ada` or `@"Grace Hopper"` away.
  mutating func person() -> String? {
    guard rest.first == "@" else { return nil }
    let name = rest.dropFirst()
    if name.first == "\"" {
      let quoted = name.dropFirst().prefix { $0 != "\"" }
      let after = rest.dropFirst(quoted.count + 3)
      guard !quoted.isEmpty, name.dropFirst(quoted.count + 1).first == "\"",
        after.first.map(isBlank) ?? true
      else { return nil }
      rest = after
      trim()
      return string(quoted)
    }
    guard let word = peeked, word.unicodeScalars.count > 1 else { return nil }
    _ = self.word()
    return string(ArraySlice(word.unicodeScalars.dropFirst()))
  }

  /// Takes `[ ]`, `[x]` or `[x 2026-10-08]` away.
  mutating func box() -> Tick? {
    guard rest.first == "[", let end = rest.firstIndex(of: "]")
    else { return nil }
    let inside = Words(string(rest[rest.startIndex + 1..<end]))
    let after = rest[(end + 1)...]
    guard after.first.map(isBlank) ?? true, let tick = inside.tick
    else { return nil }
    rest = after
    trim()
    return tick
  }

  private var tick: Tick? {
    var words = self
    guard let mark = words.word() else { return .open }
    guard mark == "x" else { return nil }
    guard let date = words.text else { return .done(on: nil) }
    guard let moment = Moment(date) else { return nil }
    return .done(on: moment)
  }

  private mutating func trim() {
    rest = rest.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
  }
}

/// Whether something was done.
enum Tick: Sendable {
  case open
  /// Done, with the day where it is said.
  case done(on: Moment?)
}

/// Reads a number as the board file spells it.
func number(_ word: String) -> Double? {
  var bytes = Array(word.utf8)[...]
  func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (48...57).contains($0) } ?? false
  }
  var decimal = ""
  func takeDigits() -> Bool {
    guard isDigit(bytes.first) else { return false }
    while let byte = bytes.first, isDigit(byte) {
      decimal.unicodeScalars.append(Unicode.Scalar(byte))
      bytes.removeFirst()
    }
    return true
  }
  func take(_ scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
    guard let byte = bytes.first, scalars.contains(Unicode.Scalar(byte))
    else { return nil }
    bytes.removeFirst()
    return Unicode.Scalar(byte)
  }

  if take(["+", "-"]) == "-" { decimal += "-" }
  guard takeDigits() else { return nil }
  while take(["_"]) != nil {
    guard takeDigits() else { return nil }
  }
  if take(["."]) != nil {
    decimal += "."
    guard takeDigits() else { return nil }
  }
  var exponent = 0
  if take(["e"]) != nil {
    let mantissa = decimal
    decimal = ""
    if take(["+", "-"]) == "-" { decimal += "-" }
    guard takeDigits() else { return nil }
    exponent = Int(decimal) ?? 0
    decimal = mantissa
  }
  switch take(["k", "M", "B"]) {
  case "k": exponent += 3
  case "M": exponent += 6
  case "B": exponent += 9
  case .some, .none: break
  }
  _ = take(["%"])
  // One decimal number, so that it is rounded once.
  guard bytes.isEmpty, let value = Double("\(decimal)e\(exponent)"),
    value.isFinite
  else { return nil }
  return value
}

/// Reads `7/10`.
func confidence(_ word: String) -> Int? {
  (0...10).first { word == "\($0)/10" }
}

/// Reads a declared status.
func declaredStatus(_ word: String) -> String? {
  ["on-track", "at-risk", "off-track"].contains(word) ? word : nil
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\t"
}

private func isOfReference(_ scalar: Unicode.Scalar) -> Bool {
  isLetter(scalar) || isDigit(scalar) || isMark(scalar)
    || [".", "_", "-"].contains(scalar)
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter,
    .modifierLetter, .otherLetter:
    true
  default: false
  }
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .spacingMark, .enclosingMark: true
  default: false
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory == .decimalNumber
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var result = String.UnicodeScalarView()
  result.append(contentsOf: scalars)
  return String(result)
}
