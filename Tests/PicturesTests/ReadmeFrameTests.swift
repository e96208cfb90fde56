import Dashboard
import Foundation
import GoalFile
import Goals
import Pictures
import Samples
import Testing
import Themes

/// The picture that README.md shows is what the program draws.
///
/// `RECORD_FRAMES=1` draws it anew and fails, so that it is always looked at.
struct ReadmeFrameTests {
  private var picture: String {
    let today = Day(number: 20_779)
    let now = Now(Moment(today, second: 50_700, precision: .minute))
    let screen = boardScreen(
      of: Document(sampleBoard(on: today)), named: "sample.okr", at: now,
      .masked, width: 124, height: 31)
    var picture = SVGPicture(
      title: "Bearing's dashboard on its sample board", width: screen.width,
      theme: .dark)
    for row in 0..<screen.height { picture.add(screen, row) }
    return picture.text
  }

  @Test func `the picture in the readme is what the program draws`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../.pictures/board.svg").standardized
    if ProcessInfo.processInfo.environment["RECORD_FRAMES"] == "1" {
      try Data(picture.utf8).write(to: file)
      Issue.record("recorded .pictures/board.svg: look at it")
      return
    }
    let shown = try String(contentsOf: file, encoding: .utf8)
    #expect(shown == picture, "RECORD_FRAMES=1 draws .pictures/board.svg anew")
  }
}
