import Canvas
import GoalFile
import Goals

/// Where the parts of a form lie.
struct FormLayout {
  /// All of it, with a rule above it where something is seen above.
  let panel: Rect
  let rule: Rect
  let heading: Rect
  let list: Rect
  /// What is to be known of the line that is typed in.
  let foot: Rect
  /// The lines that are seen.
  let seen: Range<Int>

  init(_ form: Form, in body: Rect) {
    let count = form.rows.count
    let footHeight = body.height >= 14 ? 2 : body.height >= 5 ? 1 : 0
    let headHeight = body.height >= 6 ? 1 : 0
    let gap = body.height >= count + footHeight + 4 ? 1 : 0
    let wish = count + footHeight + headHeight + 2 * gap + 1
    panel = body.split(bottom: wish).bottom
    let (rule, rest) = panel.split(top: panel.height == wish ? 1 : 0)
    self.rule = rule
    let (heading, below) = rest.split(top: headHeight)
    self.heading = heading
    let (list, foot) = below.dropping(top: gap).split(bottom: footHeight)
    self.list = list.dropping(bottom: gap)
    self.foot = foot
    let height = max(1, self.list.height)
    let top = max(0, min(form.selected - height / 2, count - height))
    seen = top..<min(count, top + height)
  }

  /// The line that lies at a place.
  func row(at position: Position) -> Int? {
    guard list.contains(position) else { return nil }
    let place = seen.lowerBound + position.row - list.row
    return seen.contains(place) ? place : nil
  }
}

/// A form, on top of what lies below.
struct FormView {
  let session: Session
  let form: Form

  func draw(into canvas: inout Canvas, in body: Rect) {
    let layout = FormLayout(form, in: body)
    canvas.fill(layout.panel)
    canvas.fill(layout.rule, with: canvas.glyphs.horizontal, style: .rule)
    drawHeading(into: &canvas, in: layout.heading.margined)
    for (line, place) in layout.seen.enumerated() {
      draw(form.rows[place], into: &canvas, in: layout.list.line(line))
      if place == form.selected {
        canvas.mark(layout.list.line(line), .selected)
      }
    }
    drawFoot(into: &canvas, in: layout.foot.margined, layout)
  }

  private func drawHeading(into canvas: inout Canvas, in rect: Rect) {
    let count = "\(form.selected + 1) of \(form.rows.count)"
    let width = displayCells(of: count)
    let (left, right) = rect.split(right: rect.width >= 30 ? width : 0)
    canvas.put(
      session.title(of: form), in: left.dropping(right: 1),
      style: Style(.title, .bold))
    canvas.put(count, in: right, style: .faint)
  }

  /// The cells that labels take, and those of what is said beside a line.
  private func widths(_ width: Int) -> (label: Int, note: Int) {
    let widest =
      form.rows.map { displayCells(of: $0.property.label) }.max() ?? 0
    return (min(widest + 2, max(0, width / 3)), width >= 76 ? width * 2 / 5 : 0)
  }

  private func draw(
    _ row: Form.Row, into canvas: inout Canvas, in line: Rect
  ) {
    let line = line.margined
    let widths = widths(line.width)
    let (label, rest) = line.split(left: widths.label)
    let isAsked = row.field.text.isEmpty
    let (place, note) = rest.split(right: isAsked ? 0 : widths.note)
    let isSelected = row == form.row
    canvas.put(
      row.property.label, in: label.dropping(right: 1),
      style: isSelected ? Style(.key, .bold) : .key)
    let field = place.dropping(right: widths.note > 0 ? 2 : 0)
    draw(row, into: &canvas, field: field)
    let (text, style) = session.note(on: row, in: form)
    if note.isEmpty, style.role == .error {
      canvas.put("!", in: label.split(right: 1).right, style: style)
    }
    canvas.put(text, in: note, style: style)
  }

  private func draw(
    _ row: Form.Row, into canvas: inout Canvas, field place: Rect
  ) {
    let isSelected = row == form.row
    if row.field.text.isEmpty {
      canvas.put(
        row.property.question(in: form), in: place.dropping(left: 1),
        style: .faint)
    }
    guard isSelected else {
      canvas.put(row.field.text, in: place, style: .input)
      return
    }
    FieldView(field: row.field, ghost: session.completion?.ghost ?? "").draw(
      into: &canvas, in: place)
  }

  /// What is wrong with all of it, else with the line where nothing stands
  /// beside it, else a word of advice.
  private func drawFoot(
    into canvas: inout Canvas, in rect: Rect, _ layout: FormLayout
  ) {
    guard !rect.isEmpty, let row = form.row else { return }
    var (text, style) = session.note(on: row, in: form)
    let room = row.text.isEmpty ? 0 : widths(rect.width).note
    if text.isEmpty || room >= displayCells(of: text) {
      (text, style) = (row.property.advice(in: form), .faint)
    }
    if form.isTried || form.isTouched, let error = session.problem(of: form),
      error.property == nil
    {
      (text, style) = (error.reason.description, Style(.error, .bold))
    }
    Paragraph(text, style: style).draw(into: &canvas, in: rect)
  }
}

extension Rect {
  /// This without a cell at either side, where there is room.
  fileprivate var margined: Rect { width >= 30 ? inset(columns: 1) : self }
}

extension Session {
  /// What a form is about.
  func title(of form: Form) -> String {
    switch form.purpose {
    case .adding(.keyResult, let place):
      let objective = objective(at: place).map { outlook.title(of: $0) } ?? ""
      return "New key result: \(objective)"
    case .adding(.kpi, _): return "New KPI"
    case .adding: return "New objective"
    case .editing(let thing):
      return "Edit the \(thing.kind): \(outlook.title(of: thing))"
    case .board: return "The board"
    case .guide:
      return outlook.board.objectives.isEmpty
        ? "Your first objective" : "A new objective, by questions"
    case .renaming(.person): return "Another name for a person, everywhere"
    case .renaming(.team): return "Another name for a team, everywhere"
    case .renaming(.cycle): return "Another name for a cycle, everywhere"
    case .declaring: return "A cycle of its own days"
    }
  }

  private func objective(at place: Edit.Place) -> Thing? {
    switch place {
    case .inside(let index): return .objective(index)
    case .after(.keyResult(let index)), .before(.keyResult(let index)):
      return .objective(outlook.board.keyResults[index].objective)
    case .end, .after, .before: return nil
    }
  }
}
