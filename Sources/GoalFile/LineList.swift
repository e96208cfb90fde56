/// Lines of one file, taken out to be compared with those of another.
struct LineList {
  /// A line, with a number by which equal ones are found.
  struct Element {
    let line: Line
    /// Equal for lines of the same words.
    let hash: UInt64

    var isEmpty: Bool { line.text.isEmpty }
  }

  let bytes: [UInt8]
  var elements: [Element] = []

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    for line in Lines(bytes, in: range) {
      elements.append(
        Element(line: line, hash: hashOfWords(bytes, line.text)))
    }
  }

  /// Some of the lines of a list.
  init(_ list: LineList, at places: [Int]) {
    bytes = list.bytes
    elements = places.map { list.elements[$0] }
  }

  var count: Int { elements.count }

  subscript(place: Int) -> Element { elements[place] }

  /// A line without the blanks at its ends.
  func text(_ place: Int) -> ArraySlice<UInt8> {
    bytes[elements[place].line.text]
  }

  /// All of a line.
  func whole(_ place: Int) -> ArraySlice<UInt8> {
    bytes[elements[place].line.range]
  }

  /// Whether two lines have the same words.
  func isSame(_ place: Int, as other: Int, in list: LineList) -> Bool {
    elements[place].hash == list.elements[other].hash
      && haveSameWords(
        bytes, elements[place].line.text, list.bytes,
        list.elements[other].line.text)
  }
}

/// A number for the words in a range; how many blanks are between them makes no
/// difference.
private func hashOfWords(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
  let span = bytes.span
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  var isBehindBlank = false
  for index in range {
    var byte = span[index]
    if byte == 9 { byte = 32 }
    if byte == 32, isBehindBlank { continue }
    isBehindBlank = byte == 32
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  return hash ^ (hash >> 29)
}

/// Whether two ranges hold the same words.
func haveSameWords(
  _ left: [UInt8], _ leftRange: Range<Int>,
  _ right: [UInt8], _ rightRange: Range<Int>
) -> Bool {
  let (a, b) = (left.span, right.span)
  var (i, j) = (leftRange.lowerBound, rightRange.lowerBound)
  while i < leftRange.upperBound, j < rightRange.upperBound {
    if isBlank(a[i]) || isBlank(b[j]) {
      guard isBlank(a[i]), isBlank(b[j]) else { return false }
      while i < leftRange.upperBound, isBlank(a[i]) { i += 1 }
      while j < rightRange.upperBound, isBlank(b[j]) { j += 1 }
      continue
    }
    guard a[i] == b[j] else { return false }
    i += 1
    j += 1
  }
  return i == leftRange.upperBound && j == rightRange.upperBound
}

/// The words in some bytes with one space between them.
func words(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var words: [UInt8] = []
  words.reserveCapacity(bytes.count)
  for byte in bytes {
    if !isBlank(byte) {
      words.append(byte)
    } else if let last = words.last, last != 32 {
      words.append(32)
    }
  }
  if words.last == 32 { words.removeLast() }
  return words
}
