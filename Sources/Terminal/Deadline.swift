import CNcurses

/// When waiting ends at the latest.
package enum Deadline: Hashable, Sendable {
  /// A reading of the monotonic clock, in nanoseconds: for spans of time.
  case monotonic(Int64)
  /// A time of the wall clock, in seconds since the start of 1970: for what
  /// happens at a minute or at midnight. It also comes right after the machine
  /// slept, and at once when the clock is set.
  case wall(Int64)
  /// The first of the two; without the former, the latter.
  case either(monotonic: Int64?, wall: Int64)

  /// The time `milliseconds` from now.
  package static func after(milliseconds: Int64) -> Deadline {
    .monotonic(terminal_monotonic_now() + milliseconds * 1_000_000)
  }
}
