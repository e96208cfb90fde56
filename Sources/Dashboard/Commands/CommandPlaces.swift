// Places that several commands have in common.
extension [Command.Context] {
  /// Where a list is moved in.
  static var lists: Self {
    [.board, .page, .meeting, .help, .recovering]
  }
  /// Where the board or a page is seen and keys are commands.
  static var screens: Self { [.board, .page, .meeting] }
  /// The same while no meeting is held.
  static var outside: Self { [.board, .page] }
  /// Where a line of text is typed that has a past.
  static var lines: Self { fields.filter { $0 != .form } }
  /// Where a line of text is typed.
  static var fields: Self {
    [.typing, .palette, .walking, .filtering, .form, .closing]
  }
  static var everywhere: Self { Command.Context.allCases }
}
