import Canvas

/// The shapes of large characters, five pixels high and one to five wide.
///
/// Capitals stand for small letters too.
enum BlockFont {
  /// How many pixels a character is wide; `nil` where there is no shape for it.
  static func width(of character: Character) -> Int? {
    rows(of: character).map { row in
      row.utf8.prefix { $0 != UInt8(ascii: "/") }.count
    }
  }

  /// The rows of a character, from the top, `#` for a pixel that is set; `nil`
  /// where there is no shape for it.
  static func shape(of character: Character) -> [Substring]? {
    rows(of: character)?.split(separator: "/")
  }

  private static func rows(of character: Character) -> Substring? {
    if let rows = shapes[character] { return rows }
    let capital = character.uppercased()
    if capital.count == 1, let rows = shapes[Character(capital)] {
      return rows
    }
    // Marks on letters have no room.
    let base = FoldedText(String(character)).scalars
    guard base.count == 1, let letter = base.first, letter.isASCII else {
      return nil
    }
    return shapes[Character(String(letter).uppercased())]
  }

  private static let shapes = Dictionary(
    uniqueKeysWithValues: letters + digits + signs)

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
    ("~", "..../.#.#/#.#./..../...."),
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
