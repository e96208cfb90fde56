/// One key as it was pressed.
package enum Key: Hashable, Sendable {
  /// Something to read: a letter, a digit, a blank, with its marks.
  case character(Character)
  /// Control and a key: a small letter, a blank, or one of `[`, `\`, `]`, `^`
  /// and `_`.
  case control(Character)
  /// Alt, or Escape and quickly afterwards, a character.
  case alt(Character)
  /// A function key, from 1.
  case function(Int)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// Left with Control held, or Alt.
  case controlLeft
  /// Right with Control held, or Alt.
  case controlRight
}
