import Goals

/// What happens to a session.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted; it is never a command.
  case paste(String)
  case resized(width: Int, height: Int)
  /// What the clock says, told at the start of each minute.
  case clock(Now)
  /// The bytes of the file, read anew.
  case loaded([UInt8])
  /// The file could not be read, and why.
  case notLoaded(String)
  /// The bytes that were handed out with `Effect.save` are in the file; with
  /// what is less than perfect about it.
  case saved(notice: String?)
  /// They are not, and why; the file is as it was.
  case notSaved(String)
  /// Another program wrote the file.
  case changedOnDisk
  /// The program is back after it was suspended.
  case resumed
  /// Somebody ends the program from outside.
  case terminated
}

/// What a session asks of the world.
package enum Effect: Hashable, Sendable {
  /// Write these bytes; answered with `saved` or `notSaved`.
  case save([UInt8])
  /// Read the file; answered with `loaded` or `notLoaded`.
  case reload
  /// Draw everything anew, whatever the screen is believed to show.
  case redraw
  case suspend
  case quit
}
