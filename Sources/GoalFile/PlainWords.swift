import Goals

/// Reads what follows the number of a check-in up to the end of its line, where
/// that has the usual form: confidence, person and note, each or not; returns
/// also where the next line begins.
///
/// `nil` for what needs a second look: a status, words that stand twice or
/// behind `--`, quoted names, tabs, and bytes that are no text.
func plainWords(
  _ span: Span<UInt8>, from start: Int
) -> (words: Readings.Words?, next: Int)? {
  guard let text = plainText(span, from: start) else { return nil }
  var words = Readings.Words()
  var isEmpty = true
  var index = start
  while true {
    while index < text.end, span[index] == 32 { index += 1 }
    guard index < text.end else { break }
    isEmpty = false
    if let confidence = plainConfidence(span, index, text.end) {
      guard words.confidence < 0 else { return nil }
      words.confidence = Int8(confidence.value)
      index = confidence.end
    } else if span[index] == UInt8(ascii: "@") {
      let end = endOfWord(span, index, text.end)
      guard words.person == nil, end > index + 1, span[index + 1] != 34 else {
        return nil
      }
      words.person = Excerpt((index + 1)..<end)
      index = end
    } else {
      guard beginsNote(span[index]) else { return nil }
      words.note = Excerpt(index..<text.end)
      break
    }
  }
  return (isEmpty ? nil : words, text.next)
}

/// Whether a word that begins so can be nothing but the first of a note.
private func beginsNote(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "o"), UInt8(ascii: "a"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    false
  default: true
  }
}

/// Where the text of a line ends, without blanks behind it, and where the next
/// line begins; `nil` where there is anything but printable characters.
private func plainText(
  _ span: Span<UInt8>, from start: Int
) -> (end: Int, next: Int)? {
  let count = span.count
  var index = start
  while index < count {
    let byte = span[index]
    if byte >= 0x20, byte < 0x7F {
      index += 1
    } else if byte >= 0x80 {
      let length = lengthOfCharacter(span, at: index, end: count)
      // Control characters beyond ASCII are two bytes, of which the first is C2.
      guard length > 0, byte != 0xC2 || span[index + 1] >= 0xA0 else {
        return nil
      }
      index += length
    } else {
      break
    }
  }
  var end = index
  if index < count, span[index] == 13 { index += 1 }
  guard index == count ? end == count : span[index] == 10 else { return nil }
  while end > start, span[end - 1] == 32 { end -= 1 }
  return (end, min(index + 1, count))
}

private func endOfWord(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
  var index = start
  while index < end, span[index] != 32 { index += 1 }
  return index
}

/// The confidence that the next word is, from `0/10` to `10/10`, and where it
/// ends.
private func plainConfidence(
  _ span: Span<UInt8>, _ start: Int, _ end: Int
) -> (value: Int, end: Int)? {
  let isTen =
    end - start >= 5 && span[start] == UInt8(ascii: "1")
    && span[start + 1] == UInt8(ascii: "0")
  let slash = start + (isTen ? 2 : 1)
  guard end - slash >= 3, isDigit(span[start]),
    span[slash] == UInt8(ascii: "/"), span[slash + 1] == UInt8(ascii: "1"),
    span[slash + 2] == UInt8(ascii: "0"),
    slash + 3 == end || span[slash + 3] == 32
  else { return nil }
  return (isTen ? 10 : Int(span[start]) - 48, slash + 3)
}
