/// A text as it is compared in searches: without case, accents and what is not
/// seen.
///
/// "José", "JOSE" and "josé" spelled with a combining accent are the same, and
/// so are "Straße" and "strasse".
package struct FoldedText: Hashable, Sendable {
  /// What is compared.
  package private(set) var scalars: [Unicode.Scalar] = []
  /// The character of the text that each of `scalars` comes from, from 0.
  package private(set) var places: [Int] = []

  package init(_ text: String) {
    let bytes = text.utf8
    scalars.reserveCapacity(bytes.count)
    places.reserveCapacity(bytes.count)
    // A byte is a character there, but for the two of a line's end.
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      for (place, byte) in bytes.enumerated() { append(byte, at: place) }
      return
    }
    if text.unicodeScalars.allSatisfy(standsAlone) {
      for (place, scalar) in text.unicodeScalars.enumerated() {
        append(scalar, at: place)
      }
      return
    }
    for (place, character) in text.enumerated() {
      for scalar in character.unicodeScalars { append(scalar, at: place) }
    }
  }

  private mutating func append(_ byte: UInt8, at place: Int) {
    let isCapital = (0x41...0x5A).contains(byte)
    scalars.append(Unicode.Scalar(isCapital ? byte | 0x20 : byte))
    places.append(place)
  }

  private mutating func append(_ scalar: Unicode.Scalar, at place: Int) {
    if scalar.isASCII { return append(UInt8(scalar.value), at: place) }
    switch scalar {
    case "ß", "ẞ": add("s", "s", at: place)
    case "æ", "Æ": add("a", "e", at: place)
    case "œ", "Œ": add("o", "e", at: place)
    case "þ", "Þ": add("t", "h", at: place)
    case "ø", "Ø": add("o", at: place)
    case "ł", "Ł": add("l", at: place)
    case "đ", "Đ", "ð", "Ð": add("d", at: place)
    case "ħ", "Ħ": add("h", at: place)
    case "ı": add("i", at: place)
    case "ё", "Ё": add("е", at: place)
    case "ς": add("σ", at: place)
    default: appendLetter(scalar, at: place)
    }
  }

  /// Appends what is compared in place of a scalar; nothing for marks and what is
  /// not seen.
  private mutating func appendLetter(_ scalar: Unicode.Scalar, at place: Int) {
    if let plain = plainLetter(for: scalar) { return add(plain, at: place) }
    if !standsAlone(scalar), isMarkOrHidden(scalar) { return }
    if let base = baseLetter(of: scalar) { return add(base, at: place) }
    guard scalar.properties.changesWhenLowercased else {
      return add(scalar, at: place)
    }
    for letter in scalar.properties.lowercaseMapping.unicodeScalars {
      add(letter, at: place)
    }
  }

  private mutating func add(_ letter: Unicode.Scalar, at place: Int) {
    scalars.append(letter)
    places.append(place)
  }

  private mutating func add(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, at place: Int
  ) {
    add(first, at: place)
    add(second, at: place)
  }

  package var isEmpty: Bool { scalars.isEmpty }

  /// Where `wanted` stands first, as a range of characters of the text; `nil`
  /// where it does not stand.
  package func range(of wanted: FoldedText) -> Range<Int>? {
    start(of: wanted, from: 0).map { range(from: $0, wanted.scalars.count) }
  }

  /// All places where `wanted` stands, none in another, as ranges of characters
  /// of the text.
  package func ranges(of wanted: FoldedText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = 0
    while let start = start(of: wanted, from: place) {
      ranges.append(range(from: start, wanted.scalars.count))
      place = start + wanted.scalars.count
    }
    return ranges
  }

  /// The first of `scalars` from there on with which `wanted` begins.
  private func start(of wanted: FoldedText, from place: Int) -> Int? {
    let last = scalars.count - wanted.scalars.count
    guard let first = wanted.scalars.first, place <= last else { return nil }
    return (place...last).first {
      scalars[$0] == first && scalars[$0...].starts(with: wanted.scalars)
    }
  }

  private func range(from start: Int, _ count: Int) -> Range<Int> {
    places[start]..<places[start + count - 1] + 1
  }

  /// Whether `wanted` stands in it; an empty text does everywhere.
  package func contains(_ wanted: FoldedText) -> Bool {
    wanted.isEmpty || range(of: wanted) != nil
  }
}

/// The small letter of one that needs no table, or `nil`: most of Cyrillic, and
/// what has no case at all.
private func plainLetter(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x419, 0x439: nil
  case 0x410...0x42F: Unicode.Scalar(scalar.value + 0x20)
  case 0x430...0x44F, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: scalar
  default: nil
  }
}

/// Whether a scalar is a character by itself beside any other that is: the letters
/// most titles are written in.
private func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF: true
  // Greek and Cyrillic, but for the marks of old Cyrillic.
  case 0x370...0x482, 0x48A...0x52F: true
  // Hiragana, Katakana and Han.
  case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: true
  default: false
  }
}

/// The small letter without the marks of `scalar`, or `nil` where it has none.
func baseLetter(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
  var low = 0
  var high = baseLetters.count / 2
  while low < high {
    let middle = (low + high) / 2
    if baseLetters[2 * middle] < scalar.value {
      low = middle + 1
    } else {
      high = middle
    }
  }
  guard 2 * low < baseLetters.count, baseLetters[2 * low] == scalar.value else {
    return nil
  }
  return Unicode.Scalar(baseLetters[2 * low + 1])
}
