import Canvas
import Testing

@Suite struct GlyphsTests {
  private let statuses: [Role] = [
    .achieved, .onTrack, .atRisk, .offTrack, .missed, .stale, .pending,
    .accepted,
  ]

  @Test(arguments: Glyphs.allCases)
  func `gives each status a shape of its own`(glyphs: Glyphs) {
    let shapes = statuses.map { glyphs.shape(of: $0) }
    #expect(Set(shapes).count == statuses.count)
    #expect(!shapes.contains(" "))
    for role in Role.allCases where !statuses.contains(role) {
      #expect(glyphs.shape(of: role) == " ")
    }
  }

  @Test func `has glyphs of one cell, and only ASCII where asked`() {
    for glyphs in Glyphs.allCases {
      let all = [
        glyphs.ellipsis, glyphs.dash, glyphs.separator, glyphs.folded,
        glyphs.unfolded, glyphs.up, glyphs.down, glyphs.left, glyphs.right,
        glyphs.block, glyphs.track, glyphs.tick, glyphs.horizontal,
        glyphs.vertical, glyphs.teeDown, glyphs.teeUp, glyphs.teeLeft,
        glyphs.teeRight, glyphs.bottomLeft,
      ]
      for glyph in all {
        #expect(displayCells(of: glyphs.text(glyph)) == 1)
        #expect(glyphs != .ascii || glyph.isASCII)
      }
    }
  }
}
