import Canvas
import Goals

/// A panel, and how it was drawn.
struct DrawnPanel: Sendable {
  let panel: Panel
  /// As large as the panel, which keeps to its own room.
  let canvas: Canvas

  init(_ panel: Panel, of scene: Scene, _ glyphs: Glyphs) {
    self.panel = panel
    var canvas = Canvas(
      width: panel.rect.width, height: panel.rect.height, glyphs: glyphs)
    let own = Panel(
      thing: panel.thing, rect: canvas.bounds, form: panel.form,
      number: panel.number, title: panel.title, body: panel.body)
    PanelView(scene: scene, panel: own).draw(into: &canvas)
    self.canvas = canvas
  }

  /// Where it lies on its page.
  var place: Position {
    Position(row: panel.rect.row, column: panel.rect.column)
  }
}

// What has to be drawn anew once the file has changed.
extension Scene {
  /// Whether nothing that all panels depend on is another than before.
  func looksTheSame(around before: Scene) -> Bool {
    words == before.words && today == before.today
      && cycle?.cycle == before.cycle?.cycle
      && redSince.isEmpty == before.redSince.isEmpty
  }

  /// Whether a thing itself, with what stands below it, would be drawn as it was
  /// before.
  func looksTheSame(
    _ thing: Thing, as before: Scene, _ unchanged: Unchanged
  ) -> Bool {
    let isSame =
      unchanged.contains(thing)
      && isMarked(thing) == before.isMarked(thing)
      && redSince[thing] == before.redSince[thing]
    guard isSame, case .objective(let index) = thing else { return isSame }
    return standing.objectives[index] == before.standing.objectives[index]
      && board.objectives[index].keyResults.allSatisfy {
        looksTheSame(.keyResult($0), as: before, unchanged)
      }
  }
}
