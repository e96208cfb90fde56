import Canvas
import Goals
import Testing
import Wall

/// Which pages there are, and how long they stay.
struct PageTests {
  @Test func `one page stays for ever`() {
    let display = Stage.display(width: 120, height: 40)
    #expect(display.turnsAfter == nil)
    #expect(!display.picture.text.contains("page"))
  }

  @Test func `a page with something red stays twice as long`() {
    var display = Stage.display(
      width: 80, height: 24,
      options: Stage.options {
        $0.pages = [.thing(ID("farms")), .thing(ID("churn"))]
        $0.rotate = 7
      })
    #expect(display.picture.text.contains("page 1 of 2"))
    #expect(display.turnsAfter == 14_000)
    display.update(.turn, at: Stage.now)
    #expect(display.picture.text.contains("page 2 of 2"))
    #expect(display.turnsAfter == 7_000)
    display.update(.turn, at: Stage.now)
    #expect(display.picture.text.contains("page 1 of 2"))
  }

  @Test func `rotation can be switched off`() {
    let display = Stage.display(
      width: 20, height: 5, options: Stage.options { $0.rotate = 0 })
    #expect(display.turnsAfter == nil)
  }

  @Test func `what is asked for has pages in its order`() {
    var display = Stage.display(
      width: 80, height: 24,
      options: Stage.options { $0.pages = [.kpis, .objectives] })
    #expect(display.picture.text.contains("Orders we refund"))
    #expect(!display.picture.text.contains("Every bean"))
    display.update(.turn, at: Stage.now)
    #expect(display.picture.text.contains("Every bean"))
  }

  @Test func `a page stays what it is while the file changes`() {
    var display = Stage.display(Stage.crowd, width: 40, height: 12)
    display.update(.turn, at: Stage.now)
    display.update(.turn, at: Stage.now)
    let before = titles(display)
    display.change(Stage.crowd + "kpi Churn\n  2026-11-20 3\n")
    #expect(titles(display) == before)
    #expect(!before.isEmpty)
  }

  @Test func `a page that vanishes goes on to one that exists`() {
    var display = Stage.display(width: 40, height: 12)
    display.update(.turn, at: Stage.now)
    display.change("kpi Churn\n  2026-11-20 3\n")
    #expect(display.picture.text.contains("Churn"))
    #expect(display.turnsAfter == nil)
  }

  @Test(
    arguments: [1, 7, 20, 33, 60, 100, 161, 250],
    [1, 3, 5, 9, 17, 24, 38, 61, 110])
  func `all pages together show everything once`(width: Int, height: Int) {
    for text in [Stage.crowd, Stage.sample] {
      var display = Stage.display(
        text, width: width, height: height,
        options: Stage.options { $0.rotate = 1 })
      let objectives = text.split(separator: "\n").count {
        $0.hasPrefix("objective ")
      }
      guard width >= 60, height >= 9 else {
        // Whatever fits, fits.
        #expect(display.picture.width == width)
        continue
      }
      var seen: Set<String> = []
      var count = 0
      for _ in 0..<200 {
        let page = titles(display)
        guard seen.isDisjoint(with: page) else { break }
        seen.formUnion(page)
        count += page.count
        if display.turnsAfter == nil { break }
        display.update(.turn, at: Stage.now)
      }
      if text == Stage.crowd, width < 250 {
        #expect(count == objectives, "\(width)x\(height)")
      }
    }
  }

  /// The objectives of the crowd that are seen.
  private func titles(_ display: Display) -> [String] {
    display.picture.text.matches(of: /Objective number \d+|Objective n\S*/).map
    {
      String($0.output)
    }
  }
}
