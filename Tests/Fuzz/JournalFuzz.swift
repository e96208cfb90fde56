import Saving

/// What the fuzzer runs on every input: read it as a journal, as it is, behind
/// a sound mark, and as records whose checksums are right.
///
/// What is read must fit together whatever the bytes are: no edits without a
/// base, and nothing that comes from nowhere.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  look(at: bytes)
  look(at: mark + bytes)
  look(at: sealed(bytes))
  return 0
}

private var mark: [UInt8] { Array("bearing journal 1\n".utf8) }

private func look(at bytes: [UInt8]) {
  guard let content = JournalContent(bytes) else { return }
  guard let base = content.base else {
    precondition(content.edits == 0 && content.ours.isEmpty, "edits of nothing")
    return
  }
  precondition(base.count <= bytes.count, "a base from nowhere")
  precondition(content.ours.count <= bytes.count, "edits from nowhere")
}

/// A journal with a sound header and then records of the kinds, lengths and
/// contents that the bytes say.
private func sealed(_ bytes: [UInt8]) -> [UInt8] {
  var journal = mark
  var sum: UInt64 = 0
  add(1, Array(repeating: 7, count: 40)[...], to: &journal, &sum)
  var rest = bytes[...]
  while let kind = rest.popFirst(), let length = rest.popFirst() {
    let content = rest.prefix(Int(length))
    rest = rest.dropFirst(Int(length))
    // Edits as a byte each for start, end and length, and the replacement.
    add(kind, kind == 3 ? patches(content) : content, to: &journal, &sum)
  }
  return journal
}

private func patches(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var rest = content
  var result: [UInt8] = []
  while let start = rest.popFirst(), let end = rest.popFirst(),
    let length = rest.popFirst()
  {
    for number in [start, end, length] { append(UInt64(number), to: &result) }
    result += rest.prefix(Int(length))
    rest = rest.dropFirst(Int(length))
  }
  return (result + rest)[...]
}

private func add(
  _ kind: UInt8, _ content: ArraySlice<UInt8>, to journal: inout [UInt8],
  _ sum: inout UInt64
) {
  journal.append(kind)
  append(UInt64(content.count), to: &journal)
  mix(UInt64(kind), into: &sum)
  mix(UInt64(content.count), into: &sum)
  append(sum, to: &journal)
  var place = content.startIndex
  while place + 8 <= content.endIndex {
    var number: UInt64 = 0
    for byte in content[place..<place + 8].reversed() {
      number = number << 8 | UInt64(byte)
    }
    mix(number, into: &sum)
    place += 8
  }
  mix(content[place...].reduce(0) { $0 << 8 | UInt64($1) }, into: &sum)
  mix(UInt64(content.count), into: &sum)
  append(sum, to: &journal)
  journal += content
}

private func mix(_ number: UInt64, into sum: inout UInt64) {
  sum = (sum ^ number) &* 0x9E37_79B9_7F4A_7C15
  sum ^= sum >> 29
}

private func append(_ number: UInt64, to bytes: inout [UInt8]) {
  for shift in stride(from: UInt64(0), to: 64, by: 8) {
    bytes.append(UInt8(truncatingIfNeeded: number >> shift))
  }
}
