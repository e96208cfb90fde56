import GoalFile

/// What a journal says, as far as it is whole.
///
/// A torn end is left out; whatever was changed since it was written is not
/// believed, nor anything behind it.
package struct JournalContent: Hashable, Sendable {
  /// The path of the file that it is about.
  package let path: [UInt8]
  /// The process that wrote it.
  package let process: Int64
  /// When it was begun, in seconds since the start of 1970.
  package let seconds: Int64
  /// The file before the edits that are not saved; `nil` where there was none.
  package private(set) var base: [UInt8]?
  /// The file with all edits.
  package private(set) var ours: [UInt8] = []
  /// How many edits there are since the last save.
  package private(set) var edits = 0
  /// How the journal ends.
  package private(set) var end = End.whole

  /// How a journal ends.
  package enum End: Hashable, Sendable {
    case whole
    /// In the middle of a record: its writer was stopped.
    case torn
    /// With something that was not written so.
    case damaged
  }

  /// Reads a journal, or returns `nil` where even its start is none.
  package init?(_ bytes: [UInt8]) {
    let mark = JournalFormat.mark
    guard bytes.starts(with: mark) else { return nil }
    var records = JournalRecords(bytes[mark.count...])
    guard case .record(.header, let content) = records.next(),
      let header = JournalFormat.Header(content: content)
    else { return nil }
    path = header.path
    process = header.process
    seconds = header.seconds
    read(&records)
  }

  /// Whether a journal ends before its header does.
  static func isTornStart(_ bytes: [UInt8]) -> Bool {
    let mark = JournalFormat.mark
    guard bytes.starts(with: mark) else { return mark.starts(with: bytes) }
    var records = JournalRecords(bytes[mark.count...])
    switch records.next() {
    case .end(.whole), .end(.torn): return true
    case .end(.damaged), .record: return false
    }
  }

  private mutating func read(_ records: inout JournalRecords) {
    while true {
      switch records.next() {
      case .end(let end):
        self.end = end
        return
      case .record(let kind, let content):
        guard take(kind, content) else {
          end = .damaged
          return
        }
      }
    }
  }

  /// Takes in a record, and says whether it fits on those before.
  private mutating func take(
    _ kind: JournalFormat.Kind, _ content: ArraySlice<UInt8>
  ) -> Bool {
    switch kind {
    case .header: return false
    case .base:
      guard base == nil else { return false }
      base = Array(content)
      ours = Array(content)
    case .edit:
      guard base != nil,
        let patches = JournalFormat.patches(content, on: ours.count)
      else { return false }
      ours.apply(patches)
      edits += 1
    case .saved:
      guard base != nil else { return false }
      base = ours
      edits = 0
    }
    return true
  }
}

/// The records of a journal, one after the other.
struct JournalRecords {
  private var rest: ArraySlice<UInt8>
  private var checksum = Checksum()

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  enum Element {
    case record(JournalFormat.Kind, ArraySlice<UInt8>)
    case end(JournalContent.End)
  }

  mutating func next() -> Element {
    guard let first = rest.first else { return .end(.whole) }
    var record = rest.dropFirst()
    guard let length = record.takeNumber(), let headSum = record.takeNumber(),
      let sum = record.takeNumber()
    else { return .end(.torn) }
    let head = checksum.after(kind: first, length: length)
    guard head.value == headSum, let count = Int(exactly: length),
      let kind = JournalFormat.Kind(rawValue: first)
    else { return .end(.damaged) }
    guard count <= record.count else { return .end(.torn) }
    let content = record.prefix(count)
    var expected = head
    expected.combine(content)
    guard expected.value == sum else { return .end(.damaged) }
    checksum = expected
    rest = record.dropFirst(count)
    return .record(kind, content)
  }
}

extension Checksum {
  /// The checksum of what stands before the content of one more record.
  func after(kind: UInt8, length: UInt64) -> Checksum {
    var result = self
    result.combine(UInt64(kind))
    result.combine(length)
    return result
  }
}
