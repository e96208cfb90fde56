import Canvas
import Goals

/// The line above everything in a meeting: where it is and how long it takes,
/// to be read from the other end of the table.
struct MeetingHeader {
  /// `2 of 9`; empty on pages that are no point of the agenda.
  private let place: String
  private let title: String
  private let style: Style
  /// The minutes of the point and of the meeting, from the longest words to the
  /// shortest.
  private let clocks: [String]

  init(_ session: Session) {
    guard let sitting = session.sitting else {
      (place, title, clocks, style) = ("", "", [], .faint)
      return
    }
    let now = session.clock
    let dot = " \(session.glyphs.text(session.glyphs.separator)) "
    let whole = inMinutes(sitting.minutes(now))
    let own = inMinutes(sitting.minutes(at: sitting.stop, now))
    let start = clock(Now(sitting.start.day))
    guard case .point(let index) = sitting.stop else {
      place = ""
      title = session.pastWords ?? "\(sitting.title)\(dot)\(start)"
      style = Style(.title, .bold)
      clocks = ["meeting \(whole)", whole]
      return
    }
    let points = sitting.agenda.points
    place = "\(index + 1) of \(points.count)"
    clocks = ["\(own)\(dot)meeting \(whole)", "\(own)\(dot)\(whole)", own]
    func name(_ index: Int) -> String {
      let point = points[index]
      return point.thing.map { session.outlook.title(of: $0) } ?? point.title
    }
    let isSeen = session.trail.pages.count == 1
    if let past = session.pastWords {
      (title, style) = (past, Style(.notice, [.bold, .reverse]))
    } else if !isSeen {
      (title, style) = (name(index), Style(.title, .bold))
    } else if index + 1 < points.count {
      (title, style) = ("then \(name(index + 1))", .faint)
    } else {
      (title, style) = ("the last one", .faint)
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
    // What comes next is worth nothing if it cannot be read.
    guard left.width >= (style == .faint ? 20 : 6) else { return }
    canvas.put(
      title, in: left.dropping(left: 1, right: 1), style: style)
  }
}

extension Session {
  /// That what is seen is the past; `nil` where it is not.
  fileprivate var pastWords: String? {
    daysBack > 0 ? "as it stood on \(Goals.clock(now))" : nil
  }
}

/// `3 min`, `1 h 20 min`.
func inMinutes(_ minutes: Int) -> String {
  guard minutes >= 60 else { return "\(minutes) min" }
  let rest = minutes % 60
  return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(rest) min"
}
