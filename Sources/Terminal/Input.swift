/// What a screen has to say.
package enum Input: Hashable, Sendable {
  case key(Key)
  /// A text that was pasted as one, its lines ended by "\n".
  case paste(String)
  /// The terminal has this many columns and rows now; show the canvas anew.
  case resized(width: Int, height: Int)
  case focusGained
  case focusLost
  /// Somebody wants the program to end: put things in order, let the screen go
  /// and call `Screen.end(by:)`.
  case signal(EndSignal)
  /// The program was stopped and goes on: time has passed, and the screen must
  /// be shown anew.
  case resumed
  /// One of the descriptors to watch can be read.
  case ready(descriptor: Int32)
  /// The deadline has come, or the wall clock was set; look at the clock.
  case deadline
  /// The terminal is gone for good.
  case closed
}

/// A signal that ends the program.
package enum EndSignal: Hashable, Sendable, CaseIterable {
  /// Ctrl-C.
  case interrupt
  case terminate
  case hangUp
  case quit
}
