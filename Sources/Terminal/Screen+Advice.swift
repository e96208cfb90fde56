import CNcurses

extension Screen {
  /// Has the guard say `words` where the program ended though nobody asked for
  /// it: what to do then, in at most 79 bytes.
  ///
  /// To be called before `guardProgram`.
  package static func advise(_ words: String) {
    terminal_advise(words)
  }
}
