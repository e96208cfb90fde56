import Canvas
import Testing

@Suite struct RectTests {
  private let rect = Rect(row: 2, column: 3, height: 4, width: 10)

  @Test func `is never negative`() {
    let odd = Rect(row: 1, column: 1, height: -2, width: -3)
    #expect(odd.height == 0 && odd.width == 0 && odd.isEmpty)
    #expect(rect.inset(rows: 9, columns: 9).isEmpty)
    #expect(rect.dropping(top: -1, left: -1, bottom: -1, right: -1) == rect)
    #expect(rect.dropping(left: 8, right: 8).width == 0)
  }

  @Test(arguments: [-3, 0, 1, 3, 4, 99])
  func `splits into two parts that make the whole`(count: Int) {
    let (top, lower) = rect.split(top: count)
    #expect(top.height + lower.height == 4)
    #expect(lower.row == top.row + top.height)
    let (upper, bottom) = rect.split(bottom: count)
    #expect(upper.height + bottom.height == 4)
    #expect(bottom.height == max(0, min(4, count)))
    let (left, others) = rect.split(left: count)
    #expect(left.width + others.width == 10)
    #expect(others.column == left.column + left.width)
    let (before, right) = rect.split(right: count)
    #expect(before.width + right.width == 10)
    #expect(right.width == max(0, min(10, count)))
  }

  @Test func `gives its lines, and an empty one outside`() {
    #expect(rect.line(0) == Rect(row: 2, column: 3, height: 1, width: 10))
    #expect(rect.line(3).row == 5)
    #expect(rect.line(4).isEmpty && rect.line(-1).isEmpty)
  }

  @Test func `meets another or not`() {
    let other = Rect(row: 4, column: 0, height: 9, width: 5)
    #expect(
      rect.intersection(other) == Rect(row: 4, column: 3, height: 2, width: 2))
    let away = Rect(row: 90, column: 0, height: 9, width: 5)
    #expect(rect.intersection(away).isEmpty)
    #expect(rect.contains(Position(row: 5, column: 12)))
    #expect(!rect.contains(Position(row: 6, column: 12)))
  }
}
