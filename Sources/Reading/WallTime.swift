import CSystem

/// A time as a clock on the wall shows it here.
package struct WallTime: Hashable, Sendable {
  /// Since the start of 1970, UTC.
  package let seconds: Int64
  package let year: Int
  /// From 1.
  package let month: Int
  /// From 1.
  package let day: Int
  /// From 0 to 23.
  package let hour: Int
  package let minute: Int
  package let second: Int
  /// East of UTC, in seconds.
  package let offset: Int

  /// The present time, in the zone that TZ names or the system is set to.
  package static func now() -> WallTime {
    WallTime(seconds: system_wall_now() / 1_000_000_000)
  }

  /// A time given in seconds since the start of 1970, UTC.
  package init(seconds: Int64) {
    let local = system_local(seconds)
    self.seconds = seconds
    year = Int(local.year)
    month = Int(local.month)
    day = Int(local.day)
    hour = Int(local.hour)
    minute = Int(local.minute)
    second = Int(local.second)
    offset = Int(local.offset)
  }

  /// When the next minute begins, in seconds since the start of 1970.
  package var nextMinute: Int64 {
    seconds + Int64(max(1, 60 - second))
  }
}
