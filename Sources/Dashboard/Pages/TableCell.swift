import Canvas

/// What stands in one column of a line of a page.
struct TableCell: Hashable {
  /// What is drawn.
  enum Matter: Hashable {
    case text(String)
    case bar(Bar)
    /// The shape of a status.
    case shape(Role)
    case fold(Fold)
    /// The lines of a tree that lead to what stands behind them.
    case branches([Branch])
  }

  /// What can be said of the lines below one.
  enum Fold: Hashable {
    case open, closed
    /// They stand elsewhere.
    case elsewhere
  }

  /// A piece of the lines of a tree, two columns wide.
  enum Branch: Hashable {
    case none, through, fork, end
  }

  var matter: Matter
  /// The columns it may take, from the start of the line.
  var columns: Range<Int>
  var style = Style.text
  var alignment = Alignment.left

  func draw(into canvas: inout Canvas, in line: Rect, _ sought: FoldedText) {
    let rect = line.dropping(
      left: columns.lowerBound, right: max(0, line.width - columns.upperBound))
    let glyphs = canvas.glyphs
    switch matter {
    case .text(let text):
      canvas.put(text, in: rect, alignment, style: style)
      if alignment == .left { canvas.mark(sought, in: text, at: rect) }
    case .bar(let bar): bar.draw(into: &canvas, in: rect)
    case .shape(let role):
      canvas.put(
        glyphs.text(glyphs.shape(of: role)), in: rect, style: Style(role))
    case .fold(let fold):
      canvas.put(glyphs.text(glyphs.mark(of: fold)), in: rect, style: .faint)
    case .branches(let branches):
      canvas.put(
        branches.map(glyphs.text(of:)).joined(), in: rect, style: .rule)
    }
  }
}

extension Glyphs {
  fileprivate func mark(of fold: TableCell.Fold) -> Unicode.Scalar {
    switch fold {
    case .open: unfolded
    case .closed: folded
    case .elsewhere: up
    }
  }

  fileprivate func text(of branch: TableCell.Branch) -> String {
    switch branch {
    case .none: "  "
    case .through: "\(text(vertical)) "
    case .fork: text(teeRight) + text(horizontal)
    case .end: text(bottomLeft) + text(horizontal)
    }
  }
}
