/// The lines of one block, in one of the files of a merge.
struct MergeBlock {
  let kind: Block.Kind
  /// The comments and empty lines above the opener.
  let lead: Range<Int>
  /// The opener's line; `nil` for the head of the file.
  let opener: Line?
  /// The lines below the opener.
  let body: Range<Int>
  /// The place of the objective that a key result lies in.
  let parent: Int?
  /// The words of its id, or none.
  let id: [UInt8]
  /// The words that it is known by where it has no id.
  let title: [UInt8]

  /// Lead, opener and body.
  var own: Range<Int> { lead.lowerBound..<body.upperBound }

  fileprivate init(
    _ segment: Outline.Segment, in outline: Outline, parent: Int?, isHead: Bool
  ) {
    let bytes = outline.bytes
    kind = segment.kind
    lead = segment.lead
    self.parent = parent
    var lines = outline.lines(in: segment.own).makeIterator()
    let first = isHead ? nil : lines.next()
    opener = first
    let start = first?.range.upperBound ?? segment.own.lowerBound
    body = start..<segment.own.upperBound
    let parts = first.map { StatementParts(of: $0, in: bytes) }
    id = parts?[.id].map { words(bytes[$0.range]) } ?? []
    let known: [StatementParts.Name] =
      segment.kind == .meeting || segment.kind == .nothing
        || segment.kind == .file
      ? [.keyword, .date, .name, .title, .text] : [.title, .text]
    title = known.compactMap { parts?[$0] }
      .flatMap { words(bytes[$0.range]) + [32] }
  }
}

/// A file of a merge, cut into its blocks.
struct MergeSource {
  let bytes: [UInt8]
  let document: Document
  /// In the order of the file, the head first, each key result behind its
  /// objective.
  private(set) var blocks: [MergeBlock] = []
  /// The places of the key results of each block.
  private(set) var children: [[Int]] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    document = Document(bytes)
    let outline = Outline(of: document)
    for (number, segment) in outline.segments.enumerated() {
      let place = blocks.count
      append(
        MergeBlock(segment, in: outline, parent: nil, isHead: number == 0))
      for keyResult in segment.keyResults {
        children[place].append(blocks.count)
        append(
          MergeBlock(keyResult, in: outline, parent: place, isHead: false))
      }
    }
  }

  private mutating func append(_ block: MergeBlock) {
    blocks.append(block)
    children.append([])
  }

  /// The lines of a block that say something, as numbers of their words.
  func hashes(of place: Int) -> [UInt64] {
    let list = LineList(bytes, in: blocks[place].body)
    return list.elements.filter { !$0.isEmpty }.map(\.hash)
  }
}
