import Canvas
import Goals

/// How sections become pages of a size.
struct Paging {
  let scene: Scene
  let body: Rect
  let glyphs: Glyphs

  init(_ scene: Scene, _ body: Rect, _ glyphs: Glyphs) {
    self.scene = scene
    self.body = body
    self.glyphs = glyphs
  }

  /// One page if all of these have room on one, else pages of each section.
  ///
  /// On one page they stand in order of attention; on several they stay on
  /// theirs, whatever happens to them.
  func pages(of sections: [Section]) -> [WallPage] {
    let sections = sections.filter { !$0.things.isEmpty }
    // What is off track or stale is worth some pages.
    let complete = pages(of: sections, .listed)
    return complete.count <= 6 ? complete : pages(of: sections, .counted)
  }

  private func pages(
    of sections: [Section], _ trouble: Section.TroubleBelow
  ) -> [WallPage] {
    let sorted = sections.map { section in
      section.part(
        section.order(of: section.things.indices) {
          scene.rank(of: $0) < scene.rank(of: $1)
        })
    }
    if let arrangement = Arrangement(of: sorted, trouble, in: body, glyphs) {
      return [page(arrangement)]
    }
    return sections.flatMap { overflow($0, trouble) }
  }

  private func page(_ arrangement: Arrangement) -> WallPage {
    var page = WallPage()
    let parts = arrangement.parts
    guard parts.count > 1 else {
      for part in parts { place(part, in: body, on: &page) }
      return page
    }
    let (first, second) = (parts[0], parts[1])
    switch arrangement.direction {
    case .beside:
      let room = body.width - first.width - second.width - gutter
      let more = room * first.width / max(1, first.width + second.width)
      let (left, rest) = body.split(left: first.width + more)
      place(first, in: left, on: &page)
      place(second, in: rest.dropping(left: gutter), on: &page)
      page.rules.append(rest.dropping(left: 1).split(left: 1).left)
    case .below:
      let spare = body.height - first.height - 1 - second.height
      // A blank line on both sides of the rule, where there is room.
      let blank = spare >= 2 ? 1 : 0
      let room = spare - 2 * blank
      let more = room * first.height / max(1, first.height + second.height)
      let (top, rest) = body.split(top: first.height + more)
      place(first, in: top, on: &page)
      place(second, in: rest.dropping(top: 1 + 2 * blank), on: &page)
      page.rules.append(rest.line(blank))
    }
    return page
  }

  private func place(
    _ part: Arrangement.Part, in rect: Rect, on page: inout WallPage
  ) {
    place(
      part.section, part.section.columns(height: part.height), of: part.columns,
      in: rect, on: &page)
  }

  /// Places columns of panels, each as wide as every other, and gives them what
  /// is left of the height.
  private func place(
    _ section: MeasuredSection, _ columns: [Range<Int>], of count: Int,
    in rect: Rect, on page: inout WallPage
  ) {
    let form = section.form
    let width = (rect.width - (count - 1) * gutter) / max(1, count)
    let spare =
      columns.map {
        max(0, rect.height - section.lines($0)) / max(1, $0.count)
      }.min() ?? 0
    let body = form.bodyLines(glyphs)
    // What stands alone may use all of it.
    let most = section.things.count == 1 ? spare : max(2, body * 2 / 3)
    let growth = form.scale > 0 ? min(spare, most) : 0
    let gap =
      form.gap + min(spare - growth, form.scale > 0 ? 2 + form.scale / 3 : 1)
    for (index, column) in columns.enumerated() {
      var row = rect.row
      for place in column {
        let height = section.heights[place] + growth
        let panel = Rect(
          row: row, column: rect.column + index * (width + gutter),
          height: min(height, rect.rows.upperBound - row), width: width)
        page.panels.append(
          Panel(
            thing: section.things[place], rect: panel, form: form,
            number: section.number, title: section.title, body: body + growth))
        row += height + gap
      }
    }
  }

  /// The fewest pages that hold a section, in the largest form of which there
  /// are no more.
  private func overflow(
    _ section: Section, _ trouble: Section.TroubleBelow
  ) -> [WallPage] {
    var best: (section: MeasuredSection, columns: Int, pages: Int)?
    for form in section.forms(trouble).reversed()
    where form.isMeant(forWidth: body.width) {
      let least = form.titleLines(glyphs) + form.bodyLines(glyphs)
      if let best,
        least * section.things.count > 8 * body.height * best.pages
      {
        break
      }
      let measured = MeasuredSection(section, form, glyphs)
      // Nothing is left out for more size.
      if best != nil, measured.most > body.height { continue }
      let count = form.columns(of: measured.width, inWidth: body.width)
      guard count > 0 else { continue }
      let columns = measured.columns(height: body.height).count
      let pages = (columns + count - 1) / count
      if pages <= best?.pages ?? .max { best = (measured, count, pages) }
    }
    guard let best else { return [] }
    return pages(of: best.section, section, best.columns)
  }

  private func pages(
    of measured: MeasuredSection, _ section: Section, _ count: Int
  ) -> [WallPage] {
    // They are filled alike, so that the last is not all but empty.
    let least = measured.columns(height: body.height).count
    let all = (least + count - 1) / count * count
    let height = measured.height(columns: all, limit: body.height)
    let columns = measured.columns(height: height ?? body.height)
    return stride(from: 0, to: columns.count, by: count).compactMap { start in
      let own = columns[start..<min(columns.count, start + count)]
      guard let first = own.first else { return nil }
      let order = own.flatMap { column in
        section.order(of: column) { scene.rank(of: $0) < scene.rank(of: $1) }
      }
      let part = MeasuredSection(section.part(order), measured.form, glyphs)
      var page = WallPage()
      let moved = own.map {
        $0.lowerBound - first.lowerBound..<$0.upperBound - first.lowerBound
      }
      place(part, moved, of: count, in: body, on: &page)
      return page
    }
  }
}
