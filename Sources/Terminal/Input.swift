import Canvas

/// What a screen has to say.
package enum Input: Hashable, Sendable {
  case key(Key)
  /// A text that was pasted as one, its lines ended by "\n".
  case paste(String)
  /// The terminal has this many columns and rows now; show the canvas anew.
  case resized(width: Int, height: Int)
  /// The mouse was used at this place.
  case mouse(Gesture, at: Position)
  case focusGained
  case focusLost
  /// Somebody wants the program to end: put things in order, let the screen go
  /// and call `Screen.end(by:)`; who waits for the next input goes on instead.
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

/// What is done with the mouse.
package enum Gesture: Hashable, Sendable {
  /// The first button goes down.
  case press
  case wheelUp
  case wheelDown
}

/// Whether the mouse is reported; where it is not, the terminal's own selection
/// needs no Shift.
package enum MouseUse: Hashable, Sendable {
  case on, off
}

/// A signal that ends the program.
package enum EndSignal: Hashable, Sendable, CaseIterable {
  /// Ctrl-C.
  case interrupt
  case terminate
  case hangUp
  case quit
}
