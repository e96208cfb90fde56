import Canvas

/// The shapes of large characters, five pixels high and one to five wide.
///
/// Capitals stand for small letters too.
enum BlockFont {
  /// The pixels of one character.
  struct Shape: Hashable {
    let width: Int
    /// From the top; the lowest bit of a row is its first pixel.
    let rows: [UInt8]

    /// - Parameter text: the rows with slashes between, `#` for a pixel that is
    ///   set.
    fileprivate init(_ text: Substring) {
      let rows = text.split(separator: "/")
      width = rows.first?.utf8.count ?? 0
      self.rows = rows.map { row in
        row.utf8.reversed().reduce(0) {
          $0 << 1 | ($1 == UInt8(ascii: "#") ? 1 : 0)
        }
      }
    }
  }

  /// `nil` where there is no shape for it.
  static func shape(of character: Character) -> Shape? {
    guard let letter = character.asciiValue else {
      return found(for: character)
    }
    return shape(ofASCII: letter)
  }

  /// The same of a character of ASCII.
  static func shape(ofASCII letter: UInt8) -> Shape? {
    ascii[Int(letter & 0x7F)]
  }

  private static let ascii = (0..<128).map {
    found(for: Character(Unicode.Scalar(UInt8($0))))
  }

  private static func found(for character: Character) -> Shape? {
    if let shape = shapes[character] { return shape }
    let capital = character.uppercased()
    if capital.count == 1, let shape = shapes[Character(capital)] {
      return shape
    }
    // Marks on letters have no room.
    let base = FoldedText(String(character)).scalars
    guard base.count == 1, let letter = base.first, letter.isASCII else {
      return nil
    }
    return shapes[Character(String(letter).uppercased())]
  }

  private static let shapes = Dictionary(
    uniqueKeysWithValues: (letters + digits + signs).map { ($0, Shape($1)) })

  private static let digits: [(Character, Substring)] = [
    ("0", "###/#.#/#.#/#.#/###"), ("1", "##./.#./.#./.#./###"),
    ("2", "###/..#/###/#../###"), ("3", "###/..#/###/..#/###"),
    ("4", "#.#/#.#/###/..#/..#"), ("5", "###/#../###/..#/###"),
    ("6", "###/#../###/#.#/###"), ("7", "###/..#/..#/..#/..#"),
    ("8", "###/#.#/###/#.#/###"), ("9", "###/#.#/###/..#/###"),
  ]

  private static let signs: [(Character, Substring)] = [
    (".", "././././#"), (",", "../../../.#/#."), (":", "./#/./#/."),
    ("-", ".../.../###/.../..."), ("–", ".../.../###/.../..."),
    ("+", ".../.#./###/.#./..."), ("%", "#.#/..#/.#./#../#.#"),
    ("•", "../../##/##/.."), ("/", "..#/..#/.#./#../#.."),
    ("'", "#/#/././."), ("’", "#/#/././."), ("!", "#/#/#/./#"),
    ("?", "###/..#/.##/.../.#."), ("(", ".#/#./#./#./.#"),
    (")", "#./.#/.#/.#/#."), ("=", ".../###/.../###/..."),
    ("&", ".##./#..#/.##./#..#/.###"), ("\"", "#.#/#.#/.../.../..."),
    (" ", "../../../../.."), ("·", "././#/./."),
    ("…", "...../...../...../...../#.#.#"),
    ("≤", "..#/##./..#/.../###"), ("≥", "#../.##/#../.../###"),
    ("<", "..#/.#./#../.#./..#"), (">", "#../.#./..#/.#./#.."),
    ("$", ".####/#.#../.###./..#.#/####."), ("€", ".##/#../##./#../.##"),
    ("£", ".##/#../##./#../###"), ("_", ".../.../.../.../###"),
    (";", "../.#/../.#/#."), ("#", "#.#/###/#.#/###/#.#"),
    ("[", "##/#./#./#./##"), ("]", "##/.#/.#/.#/##"),
    ("~", "..../.#.#/#.#./..../...."), ("{", ".##/.#./#../.#./.##"),
    ("}", "##./.#./..#/.#./##."), ("|", "#/#/#/#/#"),
    ("\\", "#../#../.#./..#/..#"), ("*", ".../#.#/.#./#.#/..."),
    ("@", ".###./#.#.#/#.##./#..../.###."), ("×", ".../#.#/.#./#.#/..."),
    ("→", "...../...#./#####/...#./....."), ("^", ".#./#.#/.../.../..."),
  ]

  private static let letters: [(Character, Substring)] = [
    ("A", "###/#.#/###/#.#/#.#"), ("B", "##./#.#/##./#.#/##."),
    ("C", "###/#../#../#../###"), ("D", "##./#.#/#.#/#.#/##."),
    ("E", "###/#../##./#../###"), ("F", "###/#../##./#../#.."),
    ("G", "####/#.../#.##/#..#/####"), ("H", "#.#/#.#/###/#.#/#.#"),
    ("I", "#/#/#/#/#"), ("J", "..#/..#/..#/#.#/###"),
    ("K", "#.#/#.#/##./#.#/#.#"), ("L", "#../#../#../#../###"),
    ("M", "#...#/##.##/#.#.#/#...#/#...#"), ("N", "#..#/##.#/#.##/#..#/#..#"),
    ("O", "###/#.#/#.#/#.#/###"), ("P", "###/#.#/###/#../#.."),
    ("Q", "###/#.#/#.#/###/..#"), ("R", "##./#.#/##./#.#/#.#"),
    ("S", ".##/#../.#./..#/##."), ("T", "###/.#./.#./.#./.#."),
    ("U", "#.#/#.#/#.#/#.#/###"), ("V", "#.#/#.#/#.#/#.#/.#."),
    ("W", "#...#/#...#/#.#.#/##.##/#...#"), ("X", "#.#/#.#/.#./#.#/#.#"),
    ("Y", "#.#/#.#/.#./.#./.#."), ("Z", "###/..#/.#./#../###"),
  ]
}
