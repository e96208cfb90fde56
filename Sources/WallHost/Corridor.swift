import Canvas
import Reading
import Terminal

/// What a wall needs from the world: a screen and two clocks.
///
/// It is live in the program and a simulation in tests.
package protocol Corridor: ~Copyable {
  /// The columns and rows there are.
  var size: (width: Int, height: Int) { get }
  /// The time as a clock here shows it.
  var time: WallTime { get }
  /// A reading of the monotonic clock, in nanoseconds.
  var elapsed: Int64 { get }

  /// Shows `canvas`; only what differs from what is there goes out.
  mutating func show(_ canvas: Canvas)
  /// Shows `canvas` at `place` of what is shown, and leaves the rest.
  mutating func show(_ canvas: Canvas, at place: Position)
  /// Has the next `show` send everything, whatever the terminal may show.
  mutating func redraw()
  /// Waits for what comes next.
  mutating func nextInput(
    deadline: Deadline?, watching descriptors: [Int32]
  ) -> Input
}
