import Canvas
import Dashboard
import Testing

/// On a screen without room for a bottom line, nothing is typed or asked unseen.
@Suite struct TinyTests {
  @Test(
    arguments: [1, 2, 3],
    [
      ("c41", "41"), ("/ket", "/ket"), (":th", ":th"), ("c41 7<Enter>q", "w"),
    ])
  func `what is typed or asked takes the last line`(
    height: Int, scene: (keys: String, words: String)
  ) {
    var session = Stage.session()
    _ = session.update(.resized(width: 30, height: height))
    for event in Stage.keys("jj" + scene.keys) { _ = session.update(event) }
    let line = session.view(width: 30, height: height).line(height - 1)
    #expect(line.contains(scene.words))
  }

  @Test func `what has happened is said there, until the next key`() {
    var session = Stage.session()
    _ = session.update(.resized(width: 30, height: 2))
    for event in Stage.keys("jjc41 7<Enter>") { _ = session.update(event) }
    #expect(session.view(width: 30, height: 2).line(1).contains("checked in"))
    _ = session.update(.key(.up))
    #expect(!session.view(width: 30, height: 2).line(1).contains("checked in"))
  }
}
