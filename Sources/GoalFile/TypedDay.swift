import Goals

/// A day as people say it: `today`, `fri`, `20 Nov`.
///
/// Files hold dates in full; such words are only typed.
package struct TypedDay: Hashable, Sendable {
  /// Which of the days that are called so is meant.
  package enum Direction: Hashable, Sendable {
    /// The last one, today at the latest.
    case past
    /// The next one, today at the earliest; of a weekday that of another day.
    case future
  }

  package let day: Day
  /// How many characters of the text say it.
  package let length: Int

  /// Reads the day that `text` begins with; `nil` where it begins with none.
  package init?(
    _ text: some StringProtocol, today: Day, _ direction: Direction
  ) {
    let words = text.split(
      separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard let first = words.first, !first.isEmpty else { return nil }
    let word = first.lowercased()
    if let distance = ["yesterday": -1, "today": 0, "tomorrow": 1][word] {
      day = today.adding(distance)
      length = first.count
    } else if let weekday = place(of: word, among: weekdays) {
      let ahead = (weekday - today.weekday + 7) % 7
      switch direction {
      case .future: day = today.adding(ahead == 0 ? 7 : ahead)
      case .past: day = today.adding(ahead == 0 ? 0 : ahead - 7)
      }
      length = first.count
    } else if words.count > 1, first.count <= 2, let number = Int(first),
      // A small may is mostly none: "7 may slip".
      words[1] != "may",
      let month = place(of: words[1].lowercased(), among: months),
      let found = TypedDay.nearest(number, month + 1, today, direction)
    {
      day = found
      length = first.count + 1 + words[1].count
    } else {
      return nil
    }
  }

  /// The day of that month in this year, or the one before or after it.
  private static func nearest(
    _ number: Int, _ month: Int, _ today: Day, _ direction: Direction
  ) -> Day? {
    let year = today.parts.year
    let days = [year - 1, year, year + 1].compactMap {
      Day(year: $0, month: month, day: number)
    }
    switch direction {
    case .future: return days.first { $0 >= today }
    case .past: return days.last { $0 <= today }
    }
  }
}

/// The place of a name that is written in full or by its first three letters.
private func place(of word: String, among names: [String]) -> Int? {
  names.firstIndex { $0 == word || $0.prefix(3) == word }
}

private let weekdays = [
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
]

private let months = [
  "january", "february", "march", "april", "may", "june", "july", "august",
  "september", "october", "november", "december",
]
