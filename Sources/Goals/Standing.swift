/// Every number that any screen, report or command shows, of one board at one
/// moment.
///
/// Its columns run beside the board's: the key result at 3 stands as
/// `keyResults[3]` says.
package struct Standing: Hashable, Sendable {
  package var now: Now
  package var cycles: [CycleStanding] = []
  package var objectives: [ObjectiveStanding] = []
  package var keyResults: [KeyResultStanding] = []
  package var kpis: [KPIStanding] = []
}

/// How a cycle stands: the means over its objectives that have one, by weight.
package struct CycleStanding: Hashable, Sendable {
  package var cycle: Cycle
  /// The part of its time that has passed, from 0 to 1.
  package var elapsed: Double
  /// A fraction, not clamped; `nil` where no objective has one.
  package var progress: Double?
  /// The progress that the calendar asks for, a fraction from the plan.
  package var expected: Double?
  /// Its objectives, by their places in the board.
  package var objectives: [Int]
}

/// The time in which a key result is to be reached; either end may be open.
package struct Window: Hashable, Sendable {
  package var start: Moment?
  /// The last day, which belongs to it.
  package var due: Moment?

  /// The first and the last day, or `nil` where one is missing or they are the
  /// wrong way round.
  package var days: ClosedRange<Day>? {
    guard let start, let due, start.day <= due.day else { return nil }
    return start.day...due.day
  }

  /// The part of its days that has passed on `today`, clamped to 0...1.
  ///
  /// A window of one day has passed from that day on. `nil` without both ends.
  package func elapsed(on today: Day) -> Double? {
    guard let days else { return nil }
    let length = days.upperBound.number - days.lowerBound.number
    let passed = today.number - days.lowerBound.number
    guard length > 0 else { return passed >= 0 ? 1 : 0 }
    return clamped(Double(passed) / Double(length))
  }
}

/// A value clamped to 0...1.
package func clamped(_ fraction: Double) -> Double {
  min(1, max(0, fraction))
}

/// What both objectives and key results have: how far, how sure, since when.
package struct Pace: Hashable, Sendable {
  /// A fraction, not clamped; `nil` where there is none.
  package var progress: Double?
  /// The progress that the calendar asks for, a fraction from the plan.
  package var expected: Double?
  package var status = Status.pending
  /// Why it has that status.
  package var reason = StatusReason.unknown
  /// The confidence given last, from 0 to 10.
  package var confidence: Int?
  /// Its change from the one before.
  package var confidenceChange: Int?
  package var lastCheckIn: Moment?
  /// Days since it was looked at last, whole unless `every` is shorter than a
  /// day; `nil` before its window begins or where nothing says since when.
  package var age: Double?
  /// Whether a check-in is due: its age has reached its period.
  package var isDue = false
  /// The final word, once it is spoken.
  package var closing: Closing?

  package init() {}

  /// How far progress is ahead of what is expected, as a fraction.
  package var gap: Double? {
    guard let progress, let expected else { return nil }
    return progress - expected
  }

  /// `confidence 4/10, down 3`; `nil` where none was given.
  package var confidenceWords: String? {
    guard let confidence else { return nil }
    let words = "confidence \(confidence)/10"
    guard let change = confidenceChange, change != 0 else { return words }
    return words + (change > 0 ? ", up \(change)" : ", down \(-change)")
  }
}

/// How an objective stands.
package struct ObjectiveStanding: Hashable, Sendable {
  package var pace = Pace()
  /// Whether anything that it lives by has been measured yet.
  package var isMeasured = false
  /// The objectives that support it, by their places in the board.
  package var supporters: [Int] = []

  package init() {}
}

/// How a key result stands.
package struct KeyResultStanding: Hashable, Sendable {
  package var pace = Pace()
  package var window = Window()
  /// The start and target that hold now; of a `keep` the ends of its range.
  package var from: Double?
  package var to: Double?
  /// The first goalposts and the progress against them, once they have moved.
  package var original: Original?
  /// The value in force, in its unit, or that of its KPI; `nil` before the first
  /// reading.
  package var value: Double?
  /// When that value was read.
  package var valueMoment: Moment?
  /// The rows of readings that it is measured by: its own or its KPI's, those
  /// that count and exist now.
  package var rows = 0..<0
  /// How many of those rows have a number.
  package var readings = 0
  /// Milestones done and all; `nil` where it has none.
  package var done: Int?
  /// Where the value should be by plan on which day: the corners of the expected
  /// line, from first day to last; empty without a window or without a `from`.
  package var plan: [PlanCorner] = []

  package init() {}

  /// The goalposts before they moved.
  package struct Original: Hashable, Sendable {
    package var from: Double
    package var to: Double
    package var progress: Double?
  }

  /// A place where the expected line bends or ends.
  package struct PlanCorner: Hashable, Sendable {
    package var day: Day
    package var value: Double
  }
}

/// How a KPI stands.
package struct KPIStanding: Hashable, Sendable {
  package var verdict = Verdict.untracked
  /// Why, in words, without a full stop.
  package var reason = ""
  /// The number that is judged.
  package var value: Double?
  /// The one before it, of a reading or a period.
  package var previous: Double?
  /// The number of the period that is under way, where it totals per period.
  package var soFar: Double?
  /// From the previous number to this one, in the KPI's unit.
  package var change: Double?
  /// In per cent of the previous number's magnitude; `nil` in a `%` unit.
  package var changePercent: Double?
  /// What is natural for the numbers that are judged, and whether the latest is;
  /// `nil` where there are fewer than 7.
  package var limits: NaturalLimits?
  /// The last reading that exists now.
  package var last: Moment?
  package var rows = 0..<0
  /// How many moments up to now carry a number.
  package var readings = 0
  /// Days since the last reading.
  package var age: Double?
  package var isDue = false

  package init() {}
}

/// One number of a history: a reading's, or a period's.
package struct HistoryPoint: Hashable, Sendable {
  /// When it was read, or when its period began.
  package var moment: Moment
  /// `nil` for a period without a number.
  package var value: Double?

  package init(moment: Moment, value: Double?) {
    self.moment = moment
    self.value = value
  }
}

// How a thing stands.
extension Standing {
  /// How far and how sure; `nil` for a KPI.
  package func pace(of thing: Thing) -> Pace? {
    switch thing {
    case .objective(let index): objectives[index].pace
    case .keyResult(let index): keyResults[index].pace
    case .kpi: nil
    }
  }

  /// How it stands; `nil` for a KPI.
  package func status(of thing: Thing) -> Status? {
    switch thing {
    case .objective(let index): objectives[index].pace.status
    case .keyResult(let index): keyResults[index].pace.status
    case .kpi: nil
    }
  }

  /// Days since it was looked at last; `nil` where nothing says since when.
  package func age(of thing: Thing) -> Double? {
    guard case .kpi(let index) = thing else { return pace(of: thing)?.age }
    return kpis[index].age
  }

  /// Whether a check-in or a reading is due.
  package func isDue(_ thing: Thing) -> Bool {
    guard case .kpi(let index) = thing else {
      return pace(of: thing)?.isDue ?? false
    }
    return kpis[index].isDue
  }

  /// Why it stands as it does, in words, without a full stop.
  package func reason(of thing: Thing) -> String {
    guard case .kpi(let index) = thing else {
      return pace(of: thing)?.reason.words ?? ""
    }
    return kpis[index].reason
  }

  /// Its state in a word or two.
  package func word(for thing: Thing) -> String {
    switch thing {
    case .objective(let index): objectives[index].pace.status.words
    case .keyResult(let index): keyResults[index].pace.status.words
    case .kpi(let index): kpis[index].verdict.rawValue
    }
  }
}
