/// A place on a canvas, counted from 0.
package struct Position: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A part of a canvas, in cells.
///
/// Height and width are never negative. What is taken from an empty rectangle
/// is empty.
package struct Rect: Hashable, Sendable {
  package let row: Int
  package let column: Int
  package let height: Int
  package let width: Int

  package init(row: Int, column: Int, height: Int, width: Int) {
    self.row = row
    self.column = column
    self.height = max(0, height)
    self.width = max(0, width)
  }

  package var isEmpty: Bool { height == 0 || width == 0 }
  package var rows: Range<Int> { row..<row + height }
  package var columns: Range<Int> { column..<column + width }

  package func contains(_ position: Position) -> Bool {
    rows.contains(position.row) && columns.contains(position.column)
  }

  /// Returns the one-line rectangle `index` lines below the top; empty outside.
  package func line(_ index: Int) -> Rect {
    let isInside = index >= 0 && index < height
    return Rect(
      row: row + max(0, min(index, height)), column: column,
      height: isInside ? 1 : 0, width: width)
  }

  /// Returns this without `rows` at the top and bottom and `columns` at the
  /// left and right.
  package func inset(rows: Int = 0, columns: Int = 0) -> Rect {
    dropping(top: rows, left: columns, bottom: rows, right: columns)
  }

  /// Returns this without some cells at its sides.
  package func dropping(
    top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0
  ) -> Rect {
    let top = max(0, min(top, height))
    let left = max(0, min(left, width))
    return Rect(
      row: row + top, column: column + left,
      height: height - top - max(0, bottom),
      width: width - left - max(0, right))
  }

  /// Returns the upper `height` lines, as far as there are, and the rest.
  package func split(top height: Int) -> (top: Rect, rest: Rect) {
    let height = max(0, min(height, self.height))
    return (
      Rect(row: row, column: column, height: height, width: width),
      dropping(top: height)
    )
  }

  /// Returns the lower `height` lines, as far as there are, and the rest.
  package func split(bottom height: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = split(top: self.height - max(0, height))
    return (rest, bottom)
  }

  /// Returns the left `width` columns, as far as there are, and the rest.
  package func split(left width: Int) -> (left: Rect, rest: Rect) {
    let width = max(0, min(width, self.width))
    return (
      Rect(row: row, column: column, height: height, width: width),
      dropping(left: width)
    )
  }

  /// Returns the right `width` columns, as far as there are, and the rest.
  package func split(right width: Int) -> (rest: Rect, right: Rect) {
    let (rest, right) = split(left: self.width - max(0, width))
    return (rest, right)
  }

  /// Returns what this and `other` share; empty if they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left,
      height: min(row + height, other.row + other.height) - top,
      width: min(column + width, other.column + other.width) - left)
  }
}
