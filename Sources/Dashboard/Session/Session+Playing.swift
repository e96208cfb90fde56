import Goals

/// A cycle as it is played through.
package struct Playback: Hashable, Sendable {
  /// Whether the days go by.
  enum Course: Hashable, Sendable {
    case runs, rests
  }

  var course = Course.runs
  /// The last day that is played; after it comes today.
  let end: Day
}

// Playing a cycle through.
extension Session {
  /// How long each day is seen, in milliseconds.
  private static var pace: Int { 125 }

  /// Shows the first day of the cycle, to go on day by day until today.
  mutating func startPlaying() -> [Effect] {
    guard let cycle = outlook.cycle(in: sight)?.cycle else {
      say("there is no cycle to play")
      return []
    }
    let days = clock.today.number - cycle.start.number
    guard days > 0 else {
      say("\(cycle.name) has no day before today")
      return []
    }
    mode = .playing(Playback(end: min(cycle.end, clock.today)))
    daysBack = min(days, Session.reach)
    refresh()
    return [.wait(milliseconds: Session.pace)]
  }

  /// Goes a day on, where one is played.
  mutating func playOn() -> [Effect] {
    guard case .playing(let playback) = mode, playback.course == .runs else {
      return []
    }
    notice = nil
    let next = clock.today.adding(1 - daysBack)
    daysBack = next > playback.end ? 0 : max(0, daysBack - 1)
    if daysBack == 0 {
      mode = .browsing
      say("this is today")
    }
    refresh()
    return daysBack == 0 ? [] : [.wait(milliseconds: Session.pace)]
  }

  /// Rests at a day, or goes on from there.
  mutating func pausePlaying() -> [Effect] {
    guard case .playing(var playback) = mode else { return [] }
    playback.course = playback.course == .runs ? .rests : .runs
    mode = .playing(playback)
    return playback.course == .runs
      ? [.wait(milliseconds: Session.pace)] : []
  }

  /// Stays at the day that is shown.
  mutating func stopPlaying() {
    mode = .browsing
    say("\(key(.today)) returns to today")
  }
}
