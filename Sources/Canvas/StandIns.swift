extension Cell {
  /// The same for a terminal that may show a character of ambiguous width on two
  /// cells: nothing in it is.
  ///
  /// Nothing is lost that marks can say: é becomes e and a mark. Letters of a
  /// script that is mostly ambiguous are all replaced, so that no word is half
  /// one, half the other.
  var narrowed: Cell {
    if isAmbiguous(scalar.value) { return standing(for: scalar) ?? with("?") }
    guard (0x370..<0x530).contains(scalar.value) else { return self }
    return standing(for: scalar) ?? self
  }

  /// The same for a terminal that shows ASCII alone; a character that nothing in
  /// there is like stays as it is.
  package var inASCII: Cell {
    guard scalar.value >= 0x7F else { return with(scalar) }
    return standing(for: scalar).map { $0.with($0.scalar) } ?? self
  }

  /// This cell without marks and with another character.
  private func with(_ scalar: Unicode.Scalar) -> Cell {
    Cell(scalar, style: style, kind: kind)
  }

  private func standing(for scalar: Unicode.Scalar) -> Cell? {
    guard let found = standIns[scalar] else { return nil }
    var all = Marks()
    for mark in found.marks.unicodeScalars { all.append(mark) }
    for mark in marks.scalars { all.append(mark) }
    return Cell(found.plain, marks: all, style: style, kind: kind)
  }
}

/// What stands for a character: another one and its marks.
private struct StandIn {
  let plain: Unicode.Scalar
  var marks = ""
}

/// Made once somebody needs it, which most terminals never do.
private let standIns: [Unicode.Scalar: StandIn] = {
  var result: [Unicode.Scalar: StandIn] = [:]
  for (letters, plain, marks) in markedLetters + markedCyrillic {
    for (letter, plain) in zip(letters.unicodeScalars, plain.unicodeScalars) {
      result[letter] = StandIn(plain: plain, marks: marks)
    }
  }
  for (characters, plain) in likenesses {
    for (one, plain) in zip(characters.unicodeScalars, plain.unicodeScalars) {
      result[one] = StandIn(plain: plain)
    }
  }
  return result
}()

/// Whether Unicode leaves open how wide a character is.
private func isAmbiguous(_ value: UInt32) -> Bool {
  value >= 0xA1 && contains(ambiguousRanges, value)
}
