/// How a board is kept: what its check-ins are like, what nobody looks at, and
/// what there is too much of.
package struct Practice: Hashable, Sendable {
  /// The days whose check-ins it looks at.
  package let days: ClosedRange<Day>
  /// All check-ins together.
  package let checkIns: CheckInPractice
  /// Those of each thing that has some, in the order of the file.
  package let things: [ThingPractice]
  /// The objectives that nobody looks at, in the order of the file.
  package let unwatched: [Unwatched]
  /// What there is more of than the board's limits allow.
  package let crowds: [Crowd]

  /// The check-ins of one key result, or of an objective without key results.
  package struct ThingPractice: Hashable, Sendable {
    package let thing: Thing
    package let checkIns: CheckInPractice
  }

  /// An objective that nobody has looked at for too long.
  package struct Unwatched: Hashable, Sendable {
    /// By its place in the board.
    package let objective: Int
    /// Days since somebody looked at it, or should have begun to.
    package let age: Double
    /// How often it should be looked at.
    package let period: Period
  }
}

/// How check-ins are made.
package struct CheckInPractice: Hashable, Sendable {
  package fileprivate(set) var count = 0
  /// How many came within `every` of the one before, the first of a thing
  /// within `every` of its window's first day.
  package fileprivate(set) var onTime = 0
  /// How many of them there is a time for: all but the first of a thing that
  /// has no window.
  package fileprivate(set) var timed = 0
  /// How many have the same number as the one before.
  package fileprivate(set) var unchanged = 0
  /// How many of them have a number to compare, and one before.
  package fileprivate(set) var compared = 0
  package fileprivate(set) var withoutNote = 0

  package init() {}

  // Shares from 0 to 1; `nil` where there is none to say it of.
  package var shareOnTime: Double? { share(onTime, of: timed) }
  package var shareUnchanged: Double? { share(unchanged, of: compared) }
  package var shareWithoutNote: Double? { share(withoutNote, of: count) }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }

  fileprivate mutating func add(_ other: CheckInPractice) {
    count += other.count
    onTime += other.onTime
    timed += other.timed
    unchanged += other.unchanged
    compared += other.compared
    withoutNote += other.withoutNote
  }
}

extension CheckInPractice {
  /// What a share has to be said of before it says anything.
  private static var enough: Int { 10 }

  /// Whether fewer than half of the check-ins came on time, of ten or more.
  package var isMostlyLate: Bool {
    timed >= CheckInPractice.enough && 2 * onTime < timed
  }

  /// Whether more than half of the numbers are those of before, of ten or more.
  package var isMostlyUnchanged: Bool {
    compared >= CheckInPractice.enough && 2 * unchanged > compared
  }

  /// Whether more than half of the check-ins say nothing, of ten or more.
  package var isMostlySilent: Bool {
    count >= CheckInPractice.enough && 2 * withoutNote > count
  }
}

extension Practice {
  /// What there is to say in one line, the most welcome first:
  /// `9 of 12 check-ins on time`, `3 without a note`; empty where there is
  /// nothing.
  package var phrases: [String] {
    var phrases: [String] = []
    if checkIns.timed > 0 {
      phrases.append(
        "\(checkIns.onTime) of \(checkIns.timed) check-ins on time")
    }
    if checkIns.unchanged > 0 {
      phrases.append("\(checkIns.unchanged) unchanged")
    }
    if checkIns.withoutNote > 0 {
      phrases.append("\(checkIns.withoutNote) without a note")
    }
    if !unwatched.isEmpty {
      phrases.append(
        unwatched.count == 1
          ? "1 objective nobody looked at"
          : "\(unwatched.count) objectives nobody looked at")
    }
    return phrases + crowds.map(\.phrase)
  }
}

extension Board {
  /// How the board is kept at the moment of `standing`, with the check-ins of
  /// these days.
  ///
  /// Check-ins are those on key results, and on objectives without key results;
  /// the readings of KPIs are none.
  package func practice(
    _ standing: Standing, over days: ClosedRange<Day>
  ) -> Practice {
    var all = CheckInPractice()
    var things: [Practice.ThingPractice] = []
    for (index, objective) in objectives.enumerated() {
      var members = objective.keyResults.map { Thing.keyResult($0) }
      if members.isEmpty { members = [.objective(index)] }
      for thing in members {
        let own = checkIns(of: thing, over: days, at: standing.now)
        guard own.count > 0 else { continue }
        all.add(own)
        things.append(Practice.ThingPractice(thing: thing, checkIns: own))
      }
    }
    return Practice(
      days: days, checkIns: all, things: things,
      unwatched: unwatched(standing), crowds: crowds)
  }

  /// The same over the last weeks up to today.
  package func practice(
    _ standing: Standing, overWeeks weeks: Int
  ) -> Practice {
    let today = standing.now.today
    return practice(standing, over: today.adding(1 - 7 * weeks)...today)
  }

  private func checkIns(
    of thing: Thing, over days: ClosedRange<Day>, at now: Now
  ) -> CheckInPractice {
    guard let (rows, period, window) = timing(of: thing) else {
      return CheckInPractice()
    }
    var practice = CheckInPractice()
    var before = window.start.map { Moment($0.day) }
    var number: Double?
    for row in readings.known(rows, at: now) {
      let moment = readings.moment(at: row)
      let value = readings.value(at: row)
      if days.contains(moment.day) {
        practice.count += 1
        if let before {
          practice.timed += 1
          if isOnTime(moment, after: before, period) { practice.onTime += 1 }
        }
        if let value, let number {
          practice.compared += 1
          if value == number { practice.unchanged += 1 }
        }
        if readings.words(at: row)?.note == nil { practice.withoutNote += 1 }
      }
      before = moment
      number = value ?? number
    }
    return practice
  }

  private func timing(
    of thing: Thing
  ) -> (rows: Range<Int>, period: Period, window: Window)? {
    switch thing {
    case .objective(let index):
      return (
        objectives[index].rows, period(ofObjective: index),
        window(ofObjective: index)
      )
    case .keyResult(let index):
      return (
        keyResults[index].rows, period(ofKeyResult: index),
        window(ofKeyResult: index)
      )
    case .kpi: return nil
    }
  }

  /// In whole days, unless the period is below a day.
  private func isOnTime(
    _ moment: Moment, after before: Moment, _ period: Period
  ) -> Bool {
    let days =
      period.isInWholeDays
      ? Double(moment.day.number - before.day.number)
      : Double(moment.seconds - before.seconds) / 86_400
    return days <= period.days + tolerance
  }
}

// MARK: - What nobody looks at

extension Board {
  /// The open objectives, in their cycle, that nobody has looked at for more
  /// than twice the time in which it is due.
  ///
  /// Looked at is an objective by its own check-ins, by whatever keeps its key
  /// results from being stale, and by a look at what supports it; of several
  /// periods the longest counts. Before the first look the time counts from its
  /// cycle's first day, but not from before the board's first check-in: a board
  /// that is new has not been left alone.
  private func unwatched(_ standing: Standing) -> [Practice.Unwatched] {
    let looks = lastLooks(standing)
    let birth = firstCheckIn
    return objectives.indices.compactMap { index in
      var window = window(ofObjective: index)
      guard standing.objectives[index].pace.closing == nil,
        window.days.map({ $0.contains(standing.now.today) }) ?? true,
        let look = looks[index] ?? birth
      else { return nil }
      let period = longestPeriod(ofObjective: index)
      if looks[index] != nil { window.start = nil }
      let since = max(look, window.start ?? look)
      guard let age = age(of: since, window, period, standing.now),
        age > 2 * period.days + tolerance
      else { return nil }
      return Practice.Unwatched(objective: index, age: age, period: period)
    }
  }

  /// When somebody last looked at each objective or at what it lives by; `nil`
  /// where nobody has.
  private func lastLooks(_ standing: Standing) -> [Moment?] {
    var looks = objectives.indices.map { index in
      let others = objectives[index].keyResults.map {
        lastLook(at: $0, standing.keyResults[$0], standing.now)
      }
      let own = standing.objectives[index].pace.lastCheckIn
      return ([own] + others).compactMap(\.self).max()
    }
    for index in supportersFirst() {
      guard let look = looks[index] else { continue }
      for parent in objectives[index].parents {
        looks[parent] = looks[parent].map { max($0, look) } ?? look
      }
    }
    return looks
  }

  /// The earliest check-in on anything but a KPI.
  private var firstCheckIn: Moment? {
    let rows = objectives.map(\.rows) + keyResults.map(\.rows)
    return rows.compactMap(\.first).map(readings.moment(at:)).min()
  }

  private func longestPeriod(ofObjective index: Int) -> Period {
    let periods = objectives[index].keyResults.map(period(ofKeyResult:))
    return periods.max { $0.days < $1.days } ?? period(ofObjective: index)
  }
}
