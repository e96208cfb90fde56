import CNcurses
import Canvas

/// Turns what the terminal sends into inputs.
///
/// Bytes arrive as they were typed and may break off anywhere, even within a
/// character; `endBatch` says that nothing more is there for the moment.
struct KeyDecoder: Hashable {
  private var inputs: [Input] = []
  /// The next of `inputs` to hand out.
  private var place = 0
  private var text = TextDecoder()
  /// Whether an escape awaits what it belongs to.
  private var escape = Escape.none
  /// What was pasted so far, while a paste goes on.
  private var pasted: [UInt8]?
  /// Whether the last pasted byte was a carriage return.
  private var isAfterReturn = false
  private var isResized = false

  /// Whether a paste has begun and not ended.
  var isPasting: Bool { pasted != nil }

  /// Returns the next input, if one is complete.
  mutating func next() -> Input? {
    guard place < inputs.count else { return nil }
    defer {
      place += 1
      if place == inputs.count {
        inputs.removeAll(keepingCapacity: true)
        place = 0
      }
    }
    return inputs[place]
  }

  /// Takes what was read next.
  mutating func add(_ code: terminal_code) {
    switch code.kind {
    case .nothing: break
    case .byte: add(byte: UInt8(truncatingIfNeeded: code.value))
    case .namedKey: add(key: Key(code.key))
    case .functionKey: add(key: .function(Int(code.value)))
    case .pasteBegin:
      flush()
      pasted = pasted ?? []
    case .pasteEnd: endPaste()
    case .focusGained: add(.focusGained)
    case .focusLost: add(.focusLost)
    case .resized: isResized = true
    case .mouse: add(code.gesture, row: code.row, column: code.column)
    case .other: flush()
    }
  }

  /// Takes note that nothing more is there for the moment.
  mutating func endBatch(size: (width: Int, height: Int)) {
    // The rest of a sequence nobody knows may still be on its way.
    switch escape {
    case .sequence(introducer: 0), .report: break
    case .none, .begun, .sequence: flush()
    }
    guard isResized else { return }
    isResized = false
    add(.resized(width: size.width, height: size.height))
  }

  /// Hands out what was pasted, complete or not.
  mutating func endPaste() {
    guard let bytes = pasted else { return }
    pasted = nil
    add(.paste(String(decoding: bytes, as: UTF8.self)))
  }

  private mutating func add(_ input: Input) {
    inputs.append(input)
  }

  private mutating func add(key: Key) {
    guard pasted == nil else { return }
    flush()
    add(.key(key))
  }

  private mutating func add(
    _ gesture: terminal_gesture, row: Int32, column: Int32
  ) {
    guard pasted == nil else { return }
    flush()
    add(
      .mouse(
        Gesture(gesture), at: Position(row: Int(row), column: Int(column))))
  }

  private mutating func add(byte: UInt8) {
    if pasted != nil { return paste(byte) }
    switch escape {
    case .none:
      if byte == 0x1B {
        flush()
        escape = .begun
      } else {
        addText(byte, .plain)
      }
    case .begun:
      addAfterEscape(byte)
    case .report(let left):
      escape = left > 1 ? .report(left: left - 1) : .none
    case .sequence(introducer: 0x5B) where byte == 0x4D:
      // What a mouse did, in the older way: three bytes follow.
      escape = .report(left: 3)
    case .sequence(let introducer):
      // A sequence that nobody knows: its letters are no keys.
      if introducer == 0x4F || (0x40...0x7E).contains(byte) {
        escape = .none
      } else if byte < 0x20 {
        escape = .none
        add(byte: byte)
      } else {
        escape = .sequence(introducer: 0)
      }
    }
  }

  private mutating func addAfterEscape(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      add(.key(.escape))
    case 0x5B, 0x4F:
      escape = .sequence(introducer: byte)
    default:
      escape = .none
      addText(byte, .alt)
    }
  }

  /// Adds one byte of text, or a key that is a control character.
  private mutating func addText(
    _ byte: UInt8, _ form: TextDecoder.Form
  ) {
    guard byte >= 0x20, byte != 0x7F else {
      text.reset()
      if form == .alt { add(.key(.escape)) }
      return add(.key(Key(control: byte)))
    }
    guard let scalar = text.add(byte, form) else { return }
    if scalar.form == .alt {
      add(.key(.alt(Character(scalar.scalar))))
    } else if let joined = joining(scalar.scalar) {
      inputs[inputs.count - 1] = .key(.character(joined))
    } else {
      add(.key(.character(Character(scalar.scalar))))
    }
  }

  /// The last character with `scalar` added, where the two make one.
  private func joining(_ scalar: Unicode.Scalar) -> Character? {
    guard !scalar.isASCII, place < inputs.count,
      case .key(.character(let last))? = inputs.last
    else { return nil }
    let both = String(last) + String(scalar)
    return both.count == 1 ? both.first : nil
  }

  /// Keeps a byte of a paste; a line may end in CR, LF or both.
  private mutating func paste(_ byte: UInt8) {
    guard let count = pasted?.count, count < Self.longestPaste else { return }
    defer { isAfterReturn = byte == 0x0D }
    if byte == 0x0A, isAfterReturn { return }
    pasted?.append(byte == 0x0D ? 0x0A : byte)
  }

  /// Hands out an escape that nothing followed.
  private mutating func flush() {
    switch escape {
    case .none: break
    case .begun: add(.key(.escape))
    case .report: break
    case .sequence(let introducer):
      if introducer == 0x5B { add(.key(.alt("["))) }
      if introducer == 0x4F { add(.key(.alt("O"))) }
    }
    escape = .none
  }

  /// The most of a paste that is kept, in bytes.
  private static let longestPaste = 1 << 20

  private enum Escape: Hashable {
    case none
    case begun
    /// After "ESC [ M", with so many bytes to come.
    case report(left: Int)
    /// After "ESC [" or "ESC O"; the introducer is 0 once more has come.
    case sequence(introducer: UInt8)
  }
}

extension Gesture {
  fileprivate init(_ gesture: terminal_gesture) {
    switch gesture {
    case .press: self = .press
    case .wheelUp: self = .wheelUp
    case .wheelDown: self = .wheelDown
    }
  }
}

extension Key {
  /// The key that sends a byte below a blank, or 0x7F.
  fileprivate init(control byte: UInt8) {
    self =
      switch byte {
      case 0x00: .control(" ")
      case 0x08, 0x7F: .backspace
      case 0x09: .tab
      case 0x0A, 0x0D: .enter
      case 0x1B: .escape
      default:
        .control(
          Character(Unicode.Scalar(byte < 0x1B ? byte | 0x60 : byte | 0x40)))
      }
  }

  fileprivate init(_ key: terminal_key) {
    switch key {
    case .enter: self = .enter
    case .backspace: self = .backspace
    case .delete: self = .delete
    case .insert: self = .insert
    case .backTab: self = .backTab
    case .up: self = .up
    case .down: self = .down
    case .left: self = .left
    case .right: self = .right
    case .home: self = .home
    case .end: self = .end
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .controlLeft: self = .controlLeft
    case .controlRight: self = .controlRight
    }
  }
}
