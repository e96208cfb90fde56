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

  @Test(arguments: [1, 2, 3, 6])
  func `what is asked names its keys in twelve columns`(height: Int) {
    var session = Stage.session("objective [a] Go somewhere\n")
    _ = session.update(.resized(width: 12, height: height))
    let base = Array("objective [a] Go somewhere\n".utf8)
    _ = session.update(
      .recovered([
        Recovered(
          number: 1, base: base, edited: base + Array("# more\n".utf8),
          story: "Ada left")
      ]))
    let line = session.view(width: 12, height: height).line(height - 1)
    #expect(line.hasPrefix(" t d Esc"))
    for event in Stage.keys("tq") { _ = session.update(event) }
    let last = session.view(width: 12, height: height).line(height - 1)
    #expect(last.hasPrefix(" w d Esc"))
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
