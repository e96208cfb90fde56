import Goals
import Reading

extension Moment {
  /// A time of the wall clock, to the minute.
  package init(_ time: WallTime) {
    let day = Day(
      number: Day.number(year: time.year, month: time.month, day: time.day))
    // A leap second is shown as the last second of its minute.
    let second = time.hour * 3_600 + time.minute * 60 + min(time.second, 59)
    self.init(day, second: second, precision: .minute)
  }

  /// A time since the start of 1970, as the wall clock showed it.
  init(nanoseconds: Int64) {
    self.init(WallTime(seconds: nanoseconds / 1_000_000_000))
  }
}

extension Now {
  /// A time of the wall clock, to the second.
  package init(_ time: WallTime) {
    let moment = Moment(time)
    self.init(
      Moment(moment.day, second: moment.secondOfDay, precision: .second))
  }
}
