/// What an edit does to the bytes of a file: patches that can be taken back.
///
/// It holds only the bytes that differ, so it is small for a large file.
package struct Change: Hashable, Sendable {
  /// What it replaces, in the order of the file.
  ///
  /// No two patches overlap or touch; each differs from the bytes that it
  /// replaces.
  package let patches: [Patch]
  /// The bytes that each patch replaces, beside `patches`.
  private let replaced: [[UInt8]]

  private init(patches: [Patch], replaced: [[UInt8]]) {
    self.patches = patches
    self.replaced = replaced
  }

  /// Makes a change of `patches` to `bytes`: in their order, none overlapping
  /// another.
  package init(_ patches: [Patch], of bytes: [UInt8]) {
    var kept: [Patch] = []
    for patch in patches {
      guard let last = kept.last else {
        kept.append(patch)
        continue
      }
      precondition(
        last.range.upperBound <= patch.range.lowerBound,
        "the patches of a change stand in order and do not overlap")
      guard last.range.upperBound == patch.range.lowerBound else {
        kept.append(patch)
        continue
      }
      kept[kept.count - 1] = Patch(
        range: last.range.lowerBound..<patch.range.upperBound,
        replacement: last.replacement + patch.replacement)
    }
    kept.removeAll { bytes[$0.range].elementsEqual($0.replacement) }
    self.init(
      patches: kept, replaced: kept.map { Array(bytes[$0.range]) })
  }

  /// Whether it leaves every byte as it is.
  package var isEmpty: Bool { patches.isEmpty }

  /// The bytes with this change made to them.
  ///
  /// They have to be those that the change was made for.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    let growth = zip(patches, replaced).reduce(0) {
      $0 + $1.0.replacement.count - $1.1.count
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + growth)
    var position = 0
    for patch in patches {
      result.append(contentsOf: bytes[position..<patch.range.lowerBound])
      result.append(contentsOf: patch.replacement)
      position = patch.range.upperBound
    }
    result.append(contentsOf: bytes[position...])
    return result
  }

  /// The change that takes this one back, byte for byte.
  ///
  /// It is made to the bytes that this change left.
  package var inverse: Change {
    var shift = 0
    var patches: [Patch] = []
    for (patch, old) in zip(self.patches, replaced) {
      let start = patch.range.lowerBound + shift
      patches.append(
        Patch(
          range: start..<(start + patch.replacement.count), replacement: old))
      shift += patch.replacement.count - old.count
    }
    return Change(
      patches: patches, replaced: self.patches.map(\.replacement))
  }

  /// Where the byte at `offset` stands once the change is made; a byte that is
  /// replaced counts as the first behind what replaces it.
  package func offset(after offset: Int) -> Int {
    var shift = 0
    for patch in patches where patch.range.lowerBound <= offset {
      if patch.range.upperBound > offset {
        return patch.range.lowerBound + shift + patch.replacement.count
      }
      shift += patch.replacement.count - patch.range.count
    }
    return offset + shift
  }
}
