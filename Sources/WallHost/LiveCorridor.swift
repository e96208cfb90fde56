import CSystem
import Canvas
import Reading
import Terminal

/// The terminal and the clocks of this machine.
package struct LiveCorridor: ~Copyable, Corridor {
  private var screen: Screen
  private let palette: Palette

  package init(_ screen: consuming Screen, palette: Palette) {
    self.screen = screen
    self.palette = palette
    self.screen.keepKeys()
  }

  package var size: (width: Int, height: Int) { screen.size }

  package var time: WallTime { WallTime.now() }

  package var elapsed: Int64 { system_monotonic_now() }

  package mutating func show(_ canvas: Canvas) {
    screen.show(canvas, palette: palette)
  }

  package mutating func show(_ canvas: Canvas, at place: Position) {
    screen.show(canvas, at: place)
  }

  package mutating func redraw() {
    screen.redraw()
  }

  package mutating func nextInput(
    deadline: Deadline?, watching descriptors: [Int32]
  ) -> Input {
    screen.nextInput(deadline: deadline, watching: descriptors)
  }
}
