import Canvas
import GoalFile
import Goals

/// What happens to a session.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted; it is never a command.
  case paste(String)
  /// The mouse was used at this place.
  case mouse(Gesture, at: Position)
  case resized(width: Int, height: Int)
  /// What the clock says, told at the start of each minute.
  case clock(Now)
  /// The time has passed that the session asked to be told of.
  case tick
  /// The bytes of the file, read anew because the session asked.
  case loaded([UInt8])
  /// The file could not be read, and why.
  case notLoaded(String)
  /// The editor that was asked for has ended; the file holds these bytes now.
  case edited([UInt8])
  /// There was no editor, or the file can not be read after it, and why.
  case notEdited(String)
  /// Another program wrote the file, which holds these bytes now.
  case fileChanged([UInt8])
  /// The file is gone or can not be read, and why.
  case fileLost(String)
  /// The bytes that were handed out are in the file of that name; with what is
  /// less than perfect about it.
  case saved(name: String, notice: String?)
  /// They are not; the file is as it was.
  case notSaved(Refusal)
  /// They are not, because another program wrote the file in between; it holds
  /// these bytes now.
  case overtaken([UInt8])
  /// The unsaved edits are in no safe place, and why.
  case notKept(String)
  /// They are again.
  case kept
  /// A file of that name lies beside the board, left by a save that was cut off.
  case leftOver(String)
  /// Edits that other sessions left behind, the latest first.
  case recovered([Recovered])
  /// Who else has the file open, in words; empty where nobody has.
  case neighbours([String])
  /// The file as it was when the last meeting ended; `nil` where nobody knows.
  case snapshot([UInt8]?)
  /// How the file is could not be kept for the next meeting, and why.
  case notSnapshot(String)
  /// The program was started to do this first.
  case asked(Command)
  /// The names of the themes there are.
  case themes([String])
  /// Everything is drawn in the theme of that name; with what is to be known of
  /// that.
  case themed(String, remark: String?)
  /// It is not, and why; the theme is the one before.
  case notThemed(String)
  /// Something is wrong with what the person set, in words.
  case complained([String])
  /// The program is back after it was suspended.
  case resumed
  /// Ctrl-c was pressed: it leaves a line of text, and ends the program elsewhere.
  case interrupted
  /// Somebody ends the program from outside.
  case terminated
}

/// What a session asks of the world.
package enum Effect: Hashable, Sendable {
  /// Write these bytes; answered with `saved`, `notSaved` or `overtaken`.
  case save([UInt8])
  /// Write them into the file itself, which is not safe against a power cut;
  /// answered in the same way.
  case saveInPlace([UInt8])
  /// Write them into a new file of that name and go on with it; answered in the
  /// same way.
  case saveAs(String, [UInt8])
  /// Put an unsaved change, which ends in these bytes, in a safe place before
  /// anything else happens; with the file that all unsaved edits were made to.
  case keep(Change, base: [UInt8], [UInt8])
  /// Do the same with edits to another version of the file, from `base` to
  /// these bytes, in place of all that was kept before.
  case keepAnew(base: [UInt8], [UInt8])
  /// There is nothing unsaved any more.
  case settle
  /// Keep this change, and then forget the edits that it took over.
  case take(Change, base: [UInt8], [UInt8], from: Recovered)
  /// Forget edits that another session left behind.
  case drop(Recovered)
  /// Tell how the file was when the last meeting ended; answered with
  /// `snapshot`.
  case recallSnapshot
  /// Keep these bytes for the next meeting; answered with `notSnapshot` where
  /// that fails.
  case keepSnapshot([UInt8])
  /// Read the file; answered with `loaded` or `notLoaded`.
  case reload
  /// Draw in another theme; answered with `themed` or `notThemed`.
  case useTheme(String)
  /// Have the person edit the file in an editor of theirs, from this line on,
  /// which counts from 1; answered with `edited` or `notEdited`.
  case openEditor(line: Int)
  /// Tell `tick` once so many milliseconds have passed; another one takes the
  /// place of this.
  case wait(milliseconds: Int)
  /// Have the mouse reported from now on, or no longer.
  case use(mouse: Settings.MouseChoice)
  /// Draw everything anew, whatever the screen is believed to show.
  case redraw
  case suspend
  case quit
}

/// Why something was not saved, and what to do about it.
package struct Refusal: Hashable, Sendable {
  package var reason: String
  package var advice: String
  /// Whether the bytes could be written into the file itself.
  package var allowsInPlace: Bool

  package init(reason: String, advice: String, allowsInPlace: Bool) {
    self.reason = reason
    self.advice = advice
    self.allowsInPlace = allowsInPlace
  }
}

/// Edits of another session or program that never came into the file.
package struct Recovered: Hashable, Sendable {
  /// By which the world knows it.
  package var number: Int
  /// The file as that session had read it.
  package var base: [UInt8]
  /// The same with its edits.
  package var edited: [UInt8]
  /// How that came about, as a sentence.
  package var story: String

  package init(
    number: Int, base: [UInt8], edited: [UInt8], story: String
  ) {
    self.number = number
    self.base = base
    self.edited = edited
    self.story = story
  }
}
