/// What `bearing show --format json` says, worked out a second time.
///
/// It follows the documents word by word and nothing else: no line of the program
/// is shared with it, and nothing in it is clever or fast.
package struct Oracle: Sendable {
  private let board: Board

  /// Reads the text of a board; a line that is not understood says nothing.
  package init(text: String) {
    board = Board(reading: text)
  }

  /// The board at `asOf`, a date or a date with a time.
  ///
  /// `null` where `asOf` is neither. Without `errors`, `warnings` and
  /// `diagnostics`; `forecast`, `limits` and `signal` are always null.
  package func show(asOf: String, privacy: Privacy) -> JSONValue {
    guard let now = Now(asOf) else { return .null }
    let picture = Picture(board: BoardAtMoment(board, now), privacy: privacy)
    return picture.whole
  }
}

/// What turns a board at a moment into JSON.
struct Picture {
  let board: BoardAtMoment
  let privacy: Privacy

  private var file: Board { board.board }

  var whole: JSONValue {
    .object([
      JSONMember("board", text(file.title)),
      JSONMember("asOf", .string(board.now.text)),
      JSONMember("cycles", .array(cycles)),
      JSONMember("objectives", .array(file.objectives.indices.map(objective))),
      JSONMember("kpis", .array(file.kpis.map(kpi))),
      JSONMember("meetings", .array(meetings)),
    ])
  }

  /// Those that are declared, then those known by a name that something uses.
  private var cycles: [JSONValue] {
    var names = file.cycles.map(\.name)
    for objective in file.objectives {
      let used =
        [objective.shared.cycle]
        + objective.keyResults.map { $0.shared.cycle }
      for name in used.compactMap({ $0 })
      where !names.contains(where: { isSame($0, name) }) {
        names.append(name)
      }
    }
    return names.compactMap { name in
      board.span(name).map { cycle(name, $0) }
    }
  }

  private func cycle(_ name: String, _ span: Span) -> JSONValue {
    let places = file.objectives.indices.filter { place in
      file.objectives[place].shared.cycle.map { isSame($0, name) } ?? false
    }
    let parts = places.map { place in
      (
        standing: board.standing(place),
        weight: file.objectives[place].shared.weight ?? 1
      )
    }
    let progress = mean(
      parts.compactMap { part in
        part.standing.progress.map { (clamped($0), part.weight) }
      })
    let expected = mean(
      parts.compactMap { part in
        part.standing.expected.map { (clamped($0), part.weight) }
      })
    return .object([
      JSONMember("name", .string(name)),
      JSONMember("start", .string(span.first.text)),
      JSONMember("end", .string(span.last.text)),
      JSONMember("elapsed", .number(span.elapsed(on: board.now.day))),
      JSONMember("progress", number(progress)),
      JSONMember("expected", number(expected)),
      JSONMember("objectives", .number(Double(places.count))),
    ])
  }

  private var meetings: [JSONValue] {
    let known = file.meetings.filter { board.now.hasReached($0.moment) }
    return known.map { meeting in
      .object([
        JSONMember("date", .string(meeting.moment.text)),
        JSONMember("title", text(meeting.title)),
        JSONMember("people", texts(meeting.people)),
        JSONMember("decisions", texts(meeting.decisions)),
        JSONMember("blockers", texts(meeting.blockers)),
        JSONMember("parked", texts(meeting.parked)),
        JSONMember("actions", actions(meeting.actions)),
        JSONMember("next", date(meeting.next)),
      ])
    }
  }
}
