import Goals

/// A number as a board writes it: `1_200_000`, `120k`, `99.9%`, `1.2e6`.
///
/// `k`, `M` and `B` are 10³, 10⁶ and 10⁹ and take part in the rounding, so that
/// `2.01k` is 2010; `%` never divides.
struct NumberWord {
  let value: Double

  /// Reads a word; throws what is wrong with it.
  init(_ word: ArraySlice<UInt8>) throws(Complaint) {
    var scanner = NumberScanner(word)
    guard scanner.scan(), let value = scanner.value else {
      throw NumberWord.complaint(about: decoded(word))
    }
    guard value.isFinite else {
      throw Complaint(
        .badNumber, "\(quoted(decoded(word))) is too large",
        "write a number below 1.8e308")
    }
    self.value = value
  }

  private static func complaint(about text: String) -> Complaint {
    let what = "\(quoted(text)) is not a number"
    let bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: ",")),
      bytes.allSatisfy({ isDigit($0) || ",.-+kMB%".utf8.contains($0) })
    {
      return Complaint(
        .badNumber, "\(what): the decimal sign is a point",
        "use a decimal point (1.5), and '_' between thousands (1_200)")
    }
    if bytes.last == UInt8(ascii: "K"), bytes.first.map(isDigit) == true {
      return Complaint(
        .badNumber, "\(what): thousand is a small 'k'", "write 120k")
    }
    if bytes.first == UInt8(ascii: "."),
      bytes.dropFirst().first.map(isDigit) == true
    {
      return Complaint(
        .badNumber, "\(what): a digit stands before the point",
        "write 0\(quotable(text))")
    }
    return Complaint(
      .badNumber, what, "write a number such as 1200, -3, 1_200, 120k or 99.9%")
  }

  private static func quotable(_ text: String) -> String {
    String(text.prefix(20))
  }
}

/// Takes a number word apart, digit by digit.
private struct NumberScanner {
  private let word: ArraySlice<UInt8>
  private var position: Int
  private var digits = ""
  private var exponent = 0

  init(_ word: ArraySlice<UInt8>) {
    self.word = word
    position = word.startIndex
  }

  /// The number, correctly rounded from its decimal digits; infinite where it
  /// is too large.
  var value: Double? { Double("\(digits)e\(exponent)") }

  /// Whether the whole word is a number.
  mutating func scan() -> Bool {
    if let sign = next, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      position += 1
      if sign == UInt8(ascii: "-") { digits = "-" }
    }
    guard scanDigits() > 0 else { return false }
    while next == UInt8(ascii: "_") {
      position += 1
      guard scanDigits() > 0 else { return false }
    }
    guard scanFraction(), scanExponent() else { return false }
    scanSuffix()
    return position == word.endIndex
  }

  private var next: UInt8? {
    position < word.endIndex ? word[position] : nil
  }

  private mutating func scanDigits() -> Int {
    let start = position
    while let byte = next, isDigit(byte) {
      digits.unicodeScalars.append(Unicode.Scalar(byte))
      position += 1
    }
    return position - start
  }

  private mutating func scanFraction() -> Bool {
    guard next == UInt8(ascii: ".") else { return true }
    position += 1
    let count = scanDigits()
    exponent -= count
    return count > 0
  }

  private mutating func scanExponent() -> Bool {
    guard next == UInt8(ascii: "e") else { return true }
    position += 1
    var sign = 1
    if let byte = next, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
      if byte == UInt8(ascii: "-") { sign = -1 }
      position += 1
    }
    let start = position
    var power = 0
    while let byte = next, isDigit(byte) {
      power = min(power * 10 + Int(byte - 48), 1_000_000)
      position += 1
    }
    exponent += sign * power
    return position > start
  }

  private mutating func scanSuffix() {
    switch next {
    case UInt8(ascii: "k"): exponent += 3
    case UInt8(ascii: "M"): exponent += 6
    case UInt8(ascii: "B"): exponent += 9
    default: position -= 1
    }
    position += 1
    if next == UInt8(ascii: "%") { position += 1 }
  }
}
