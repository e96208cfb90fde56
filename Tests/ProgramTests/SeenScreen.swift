/// A terminal that understands what its description says and nothing else.
struct SeenScreen {
  private let entry: TerminfoEntry
  private(set) var width: Int
  private(set) var height: Int
  /// The characters by rows; the right half of a wide one is empty.
  private var cells: [[String]]
  private var row = 0
  private var column = 0
  /// Whether the last column was written and the next character wraps.
  private var wraps = false
  private var region: Range<Int>
  private var inserts = false
  private var saved = (row: 0, column: 0)
  private var last = " "
  /// What has come and may be the start of something.
  private var pending: [UInt8] = []
  /// Sequences that the description knows nothing of, and places outside.
  private(set) var strangers: [String] = []
  /// The names of all capabilities that were used.
  private(set) var used: Set<String> = []

  init(_ entry: TerminfoEntry, width: Int, height: Int) {
    self.entry = entry
    self.width = width
    self.height = height
    cells = Array(
      repeating: Array(repeating: " ", count: width), count: height)
    region = 0..<height
  }

  /// The lines without the blanks at their ends.
  var lines: [String] {
    cells.map { cells in
      String(cells.joined().reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The same with all that has come understood as far as possible.
  var settled: SeenScreen {
    var copy = self
    copy.take(isEnd: true)
    return copy
  }

  mutating func resize(width: Int, height: Int) {
    self = settled
    cells = (0..<height).map { row in
      (0..<width).map { column in
        row < cells.count && column < self.width ? cells[row][column] : " "
      }
    }
    self.width = width
    self.height = height
    region = 0..<height
    row = min(row, height - 1)
    column = min(column, width - 1)
    wraps = false
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    take(isEnd: false)
  }

  private mutating func take(isEnd: Bool) {
    let bytes = pending
    var place = 0
    while place < bytes.count {
      // Something longer may still be on its way.
      if !isEnd, bytes.count - place < 64 { break }
      let byte = bytes[place]
      if byte < 0x20 || byte == 0x7F {
        guard let match = entry.match(bytes, at: place) else {
          place = passStranger(bytes, place)
          continue
        }
        used.insert(match.name)
        apply(match.name, match.numbers)
        place = match.end
      } else {
        let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let end = min(bytes.count, place + length)
        put(String(decoding: bytes[place..<end], as: UTF8.self))
        place = end
      }
    }
    pending = Array(bytes[place...])
  }

  /// Notes what nobody knows and returns where it seems to end.
  private mutating func passStranger(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start + 1
    if bytes[start] == 0x1B, end < bytes.count, bytes[end] == 0x5B {
      end += 1
      while end < bytes.count, !(0x40...0x7E).contains(bytes[end]) { end += 1 }
      end = min(bytes.count, end + 1)
    }
    strangers.append(
      String(decoding: bytes[start..<end], as: UTF8.self).debugDescription)
    return end
  }

  private mutating func put(_ text: String) {
    let scalar = text.unicodeScalars.first ?? " "
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark:
      let place = wraps ? column : max(0, column - 1)
      cells[row][place] += text
      return
    default: break
    }
    let isWide =
      (0x1100...0x115F).contains(scalar.value)
      || (0x2E80...0xA4CF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value)
      || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFE30...0xFE6F).contains(scalar.value)
      || (0xFF00...0xFF60).contains(scalar.value)
      || (0x1F300...0x1FAFF).contains(scalar.value)
    if wraps || isWide && column == width - 1 {
      column = 0
      feedLine()
      wraps = false
    }
    last = text
    if inserts { change("ich", isWide ? 2 : 1) }
    cells[row][column] = text
    if isWide, column + 1 < width {
      cells[row][column + 1] = ""
      column += 1
    }
    if column == width - 1 {
      wraps = entry.flags.contains("am")
    } else {
      column += 1
    }
  }

  private mutating func feedLine() {
    if row == region.upperBound - 1 {
      scroll(1, in: region)
    } else {
      row = min(height - 1, row + 1)
    }
  }

  /// Moves lines up, or down where `count` is negative.
  private mutating func scroll(_ count: Int, in rows: Range<Int>) {
    let blank = Array(repeating: " ", count: width)
    for _ in 0..<min(abs(count), rows.count) {
      if count > 0 {
        cells.remove(at: rows.lowerBound)
        cells.insert(blank, at: rows.upperBound - 1)
      } else {
        cells.remove(at: rows.upperBound - 1)
        cells.insert(blank, at: rows.lowerBound)
      }
    }
  }

  private mutating func move(_ row: Int, _ column: Int) {
    if row < 0 || column < 0 || row >= height || column >= width {
      strangers.append("a place outside: \(row), \(column)")
    }
    self.row = max(0, min(height - 1, row))
    self.column = max(0, min(width - 1, column))
    wraps = false
  }

  private mutating func blank(_ columns: Range<Int>, row: Int) {
    for column in columns.clamped(to: 0..<width) { cells[row][column] = " " }
  }

  private mutating func apply(_ name: String, _ numbers: [Int]) {
    let count = numbers.first ?? 1
    switch name {
    case "cup": move(numbers[0], numbers[1])
    case "hpa": move(row, count)
    case "vpa": move(count, column)
    case "home": move(0, 0)
    case "cr": move(row, 0)
    case "cuu", "cuu1": move(row - count, column)
    case "cud": move(row + count, column)
    case "cuf", "cuf1": move(row, column + count)
    case "cub", "cub1": move(row, column - count)
    case "ht": move(row, min(width - 1, column / 8 * 8 + 8))
    case "cbt": move(row, max(0, (column - 1) / 8 * 8))
    case "cud1", "ind", "nel":
      wraps = false
      feedLine()
      if name == "nel" { column = 0 }
    case "indn": scroll(count, in: region)
    case "ri":
      if row == region.lowerBound { scroll(-1, in: region) } else { row -= 1 }
    case "rin": scroll(-count, in: region)
    case "csr":
      region = numbers[0]..<(numbers[1] + 1)
      if region.upperBound > height {
        strangers.append("a region outside")
        region = 0..<height
      }
      move(0, 0)
    case "sc": saved = (row, column)
    case "rc": move(saved.row, saved.column)
    default: change(name, count)
    }
  }

  /// What changes cells.
  private mutating func change(_ name: String, _ count: Int) {
    switch name {
    case "clear":
      for row in 0..<height { blank(0..<width, row: row) }
      move(0, 0)
    case "ed":
      blank(column..<width, row: row)
      for row in row + 1..<max(row + 1, height) { blank(0..<width, row: row) }
    case "el": blank(column..<width, row: row)
    case "el1": blank(0..<column + 1, row: row)
    case "ech": blank(column..<column + count, row: row)
    case "rep": for _ in 0..<count { put(last) }
    case "smir": inserts = true
    case "rmir": inserts = false
    case "il", "il1": scroll(-count, in: row..<region.upperBound)
    case "dl", "dl1": scroll(count, in: row..<region.upperBound)
    case "ich", "ich1":
      for _ in 0..<count {
        cells[row].insert(" ", at: column)
        cells[row].removeLast()
      }
    case "dch", "dch1":
      for _ in 0..<count {
        cells[row].remove(at: column)
        cells[row].append(" ")
      }
    default: break
    }
  }
}
