/// Puts scalars together from UTF-8 that arrives byte by byte.
struct TextDecoder: Hashable {
  private var bytes: [UInt8] = []
  private var form = Form.plain

  /// How a character was typed.
  enum Form: Hashable {
    case plain
    /// With the alternative key held: an escape came right before.
    case alt
  }

  /// Takes a byte of at least 0x20 and returns the scalar that it completes.
  mutating func add(
    _ byte: UInt8, _ form: Form
  ) -> (scalar: Unicode.Scalar, form: Form)? {
    // A byte that begins something ends what was left open.
    if byte & 0xC0 != 0x80 {
      bytes.removeAll(keepingCapacity: true)
      self.form = form
    }
    bytes.append(byte)
    var decoder = UTF8()
    var source = bytes.makeIterator()
    switch decoder.decode(&source) {
    case .scalarValue(let scalar):
      reset()
      return isControl(scalar) ? nil : (scalar, self.form)
    case .emptyInput, .error:
      if bytes.count >= expected { reset() }
      return nil
    }
  }

  /// Forgets what was begun.
  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// How many bytes the first one asks for.
  private var expected: Int {
    switch bytes.first ?? 0 {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }
}
