import Canvas
import Dashboard
import Testing

@Suite struct BackdropTests {
  @Test(arguments: [(120, 40), (80, 24), (40, 12), (160, 45), (9, 3), (3, 1)])
  func `a kept picture is what drawing anew gives`(
    width: Int, height: Int
  ) {
    var session = Stage.session()
    _ = session.update(.resized(width: width, height: height))
    let keys =
      "jjj jGkk<Tab>jj<Tab>[[0/be<Enter>njj/<Esc>c44 6 x<Enter>ju"
      + "?<Esc>:<Esc><Enter>j<Esc>Gjg12j t{0"
    for event in Stage.keys(keys) {
      _ = session.update(event)
      var anew = session
      _ = anew.update(.resumed)
      #expect(
        session.view(width: width, height: height)
          == anew.view(width: width, height: height))
    }
  }
}
