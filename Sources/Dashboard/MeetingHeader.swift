import Canvas
import Goals

/// The line above everything in a meeting: where it is and how long it takes,
/// to be read from the other end of the table.
struct MeetingHeader {
  /// `2 of 9`; empty on pages that are no point of the agenda.
  private let place: String
  private let title: String
  /// The minutes of the point and of the meeting, from the longest words to the
  /// shortest.
  private let clocks: [String]

  init(_ session: Session) {
    guard let sitting = session.sitting else {
      (place, title, clocks) = ("", "", [])
      return
    }
    let now = session.clock
    let dot = " \(session.glyphs.text(session.glyphs.separator)) "
    let whole = inMinutes(sitting.minutes(now))
    let own = inMinutes(sitting.minutes(at: sitting.stop, now))
    switch sitting.stop {
    case .point(let index):
      place = "\(index + 1) of \(sitting.agenda.points.count)"
      let point = sitting.agenda.points[index]
      title = point.thing.map { session.outlook.title(of: $0) } ?? point.title
    case .opening, .rest, .agenda, .outcome:
      place = ""
      title = MeetingPage(session, sitting.stop).head.title
    }
    if sitting.phase == .over {
      clocks = ["meeting \(whole)", whole]
    } else {
      clocks = ["\(own)\(dot)meeting \(whole)", "\(own)\(dot)\(whole)", own]
    }
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let loud = Style(.notice, [.bold, .reverse])
    var left = rect
    let placeCells = place.isEmpty ? 0 : displayCells(of: place) + 2
    let clock = clocks.first {
      displayCells(of: $0) + 2 + placeCells + 1 <= rect.width
    }
    if let clock {
      let (before, place) = rect.split(right: displayCells(of: clock) + 2)
      canvas.put(" \(clock) ", in: place, style: loud)
      left = before
    }
    if !place.isEmpty {
      let used = canvas.put(" \(place) ", in: left, style: loud)
      left = left.dropping(left: used)
    }
    guard left.width >= 6 else { return }
    canvas.put(
      title, in: left.dropping(left: 1, right: 1), style: Style(.title, .bold))
  }
}

/// `3 min`, `1 h 20 min`.
func inMinutes(_ minutes: Int) -> String {
  guard minutes >= 60 else { return "\(minutes) min" }
  let rest = minutes % 60
  return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest) min"
}
