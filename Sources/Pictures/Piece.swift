import Canvas

/// Cells side by side that a picture sets in one go.
struct Piece: Hashable {
  /// How the characters come to stand in their columns.
  enum Kind: Hashable {
    /// Each one cell, of a script that needs no neighbours.
    case plain
    /// One character that fonts give a width of their own: wide, or marked.
    case lone
    /// Of a script whose letters join, or run from the right: only the whole
    /// can be set.
    case joined
    /// Blocks and lines, which are drawn rather than written.
    case drawn
  }

  let kind: Kind
  let column: Int
  /// In cells.
  var width = 0
  let style: Style
  /// The scalars of each cell.
  var cells: [[Unicode.Scalar]] = []

  var text: String { cells.joined().map(escaped).joined() }
}

extension Canvas {
  /// The line `row` in pieces, without trailing blanks.
  ///
  /// Blanks belong to the piece before, where nothing is seen of their style.
  func pieces(_ row: Int) -> [Piece] {
    var pieces: [Piece] = []
    let cells = (0..<width).map { self[row, $0] }
    let end =
      (cells.lastIndex { $0.scalar != " " || $0.isUnderlined } ?? -1) + 1
    for column in 0..<end where cells[column].kind != .continuation {
      let cell = cells[column]
      let last = pieces.last
      let isBlank = cell.scalar == " " && cell.marks.isEmpty
      let kind = cell.pieceKind
      let continues =
        switch last?.kind {
        case nil, .lone: false
        case .plain:
          kind == .plain
            && (last?.style == cell.style || isBlank && !cell.isUnderlined)
        case .joined:
          last?.style == cell.style
            && (kind == .joined || isBlank && cells.continuesJoined(column))
        case .drawn: kind == .drawn && last?.style == cell.style
        }
      if !continues {
        pieces.append(Piece(kind: kind, column: column, style: cell.style))
      }
      pieces[pieces.count - 1].width += cell.kind == .wide ? 2 : 1
      pieces[pieces.count - 1].cells.append(cell.scalars)
    }
    return pieces
  }
}

extension [Cell] {
  /// Whether what follows the blank in `column` is one phrase with what stands
  /// before it.
  fileprivate func continuesJoined(_ column: Int) -> Bool {
    column + 1 < count && self[column + 1].pieceKind == .joined
  }
}

extension Cell {
  var isUnderlined: Bool { style.emphasis.contains(.underline) }

  fileprivate var pieceKind: Piece.Kind {
    if Shape(scalar) != nil { return .drawn }
    switch scalar.value {
    // Hebrew and Arabic, the scripts of India and Indochina, Mongolian.
    case 0x590..<0x1100, 0x1700..<0x1900, 0x1A20..<0x1CD0, 0xA800..<0xAC00,
      0xFB1D..<0xFE00, 0xFE70..<0xFEFF, 0x10800..<0x11000, 0x1E800..<0x1F000:
      return .joined
    case 0x10000...: return .lone
    default: return kind == .wide || !marks.isEmpty ? .lone : .plain
    }
  }
}
