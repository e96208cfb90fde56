/// A character as a display may show it: safe, and of known width.
struct DisplayCharacter: Hashable, Sendable {
  var scalar: Unicode.Scalar
  var marks = Marks()
  /// 1 or 2.
  var width = 1
  /// How many cells must be free for it: more than its width where the next
  /// character belongs to it, as in a flag of two letters.
  var reach = 1
}

/// The characters that a display shows of a text; the one sanitiser.
///
/// Control characters become `<1B>`, a tab one blank. What is invisible or
/// changes its surroundings (bidi controls, joiners, tags) is dropped. More than
/// four marks on a character are dropped too, and marks without a character get
/// a blank one.
struct DisplayCharacters: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  /// The control character that is being spelled, and how much of it is out.
  private var spelled: (control: UInt8, step: Int) = (0, 0)
  private var pending: Part?
  /// Whether the next character is the second letter of a flag.
  private var isInFlag = false

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
  }

  mutating func next() -> DisplayCharacter? {
    guard var character = nextBase() else { return nil }
    while let scalar = nextScalar() {
      let part = Part(scalar)
      switch part {
      case .hidden:
        continue
      case .mark(let mark):
        character.marks.append(mark)
        continue
      case .base(let next, _):
        pending = part
        isInFlag =
          !isInFlag && isFlagLetter(character.scalar)
          && isFlagLetter(next)
        if isInFlag { character.reach = 2 }
        return character
      }
    }
    return character
  }

  private mutating func nextBase() -> DisplayCharacter? {
    while let part = takePart() {
      switch part {
      case .hidden:
        continue
      case .base(let scalar, let width):
        return DisplayCharacter(scalar: scalar, width: width, reach: width)
      case .mark(let mark):
        var blank = DisplayCharacter(scalar: " ")
        blank.marks.append(mark)
        return blank
      }
    }
    return nil
  }

  @inline(__always)
  private mutating func takePart() -> Part? {
    if let part = pending {
      pending = nil
      return part
    }
    return nextScalar().map { Part($0) }
  }

  /// The next scalar; a control character is spelled as `<1B>`.
  private mutating func nextScalar() -> Unicode.Scalar? {
    if spelled.step > 0 { return spell() }
    guard let scalar = scalars.next() else { return nil }
    let value = scalar.value
    guard value < 0x20 && value != 9 || value >= 0x7F && value < 0xA0 else {
      return scalar
    }
    spelled = (UInt8(value), 1)
    return "<"
  }

  private mutating func spell() -> Unicode.Scalar {
    let (control, step) = spelled
    spelled.step = step == 3 ? 0 : step + 1
    switch step {
    case 1: return hexDigit(control >> 4)
    case 2: return hexDigit(control & 15)
    default: return ">"
    }
  }
}

/// Whether two of these make a flag.
private func isFlagLetter(_ scalar: Unicode.Scalar) -> Bool {
  (0x1F1E6...0x1F1FF).contains(scalar.value)
}

/// The digit that stands for 0 to 15.
private func hexDigit(_ value: UInt8) -> Unicode.Scalar {
  Unicode.Scalar(value < 10 ? 48 + value : 55 + value)
}

/// What a display makes of one scalar.
private enum Part {
  /// Something to see, with its width in cells.
  case base(Unicode.Scalar, width: Int)
  /// A mark on the character before it.
  case mark(Unicode.Scalar)
  /// Nothing.
  case hidden

  @inline(__always)
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x2500..<0x25FD:
      self = .base(scalar, width: 1)
    case 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x1680:
      self = .base(" ", width: 1)
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFDD0...0xFDEF:
      self = .base("�", width: 1)
    case let value where value & 0xFFFE == 0xFFFE:
      self = .base("�", width: 1)
    case let value where contains(hiddenRanges, value):
      self = .hidden
    case let value where contains(markRanges, value):
      self = .mark(scalar)
    case let value:
      self = .base(scalar, width: contains(wideRanges, value) ? 2 : 1)
    }
  }
}

/// Returns whether `value` lies in one of `ranges`, which are flat pairs.
func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
  var low = 0
  var high = ranges.count / 2
  while low < high {
    let middle = (low + high) / 2
    if ranges[2 * middle + 1] < value {
      low = middle + 1
    } else {
      high = middle
    }
  }
  return 2 * low < ranges.count && ranges[2 * low] <= value
}

/// Whether a scalar has no place of its own on a display: a mark, or nothing at
/// all.
func isMarkOrHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch Part(scalar) {
  case .base: false
  case .mark, .hidden: true
  }
}
