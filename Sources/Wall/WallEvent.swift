import Goals

/// What happens to a wall.
package enum WallEvent: Hashable, Sendable {
  /// Time has passed: the minute is full, or `Display.marksLast` are over.
  case time
  /// The file was read again.
  ///
  /// - Parameter written: when it was written last, local time.
  case changed([UInt8], written: Moment)
  /// The file was written again, and holds what it held.
  case written(Moment)
  /// The time of all marks is over, whatever the clock shows.
  case marksOver
  /// The file cannot be read any more.
  case lost(Loss)
  case resized(width: Int, height: Int)
  /// The page has stayed for its time: the next one.
  case turn
}

/// Why a board file cannot be read.
package enum Loss: Hashable, Sendable {
  case missing
  /// It is there; the reason in words, lower case, no full stop.
  case unreadable(String)
}
