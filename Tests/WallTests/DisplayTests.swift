import Canvas
import Goals
import Samples
import Testing
import Wall

/// What a wall shows of what happens to it.
struct DisplayTests {
  @Test func `a broken file leaves the last good picture, and says why`() {
    var display = Stage.display(width: 80, height: 24)
    display.update(
      .changed(Array("nonsense\n".utf8), written: Stage.now.moment),
      at: Stage.later(seconds: 60))
    #expect(display.picture.text.contains("line 1: "))
    #expect(display.picture.text.contains("The second bag"))
    display.update(
      .changed(Stage.sample, written: Stage.now.moment),
      at: Stage.later(seconds: 90))
    #expect(!display.picture.text.contains("line 1: "))
  }
}
