/// A key as a person presses it.
package enum Key: Hashable, Sendable {
  /// A key that writes something.
  case character(Character)
  /// A letter, lower case, with the control key held.
  case control(Character)
  /// A character with the alternative key held, or behind Esc.
  case alt(Character)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// With the control key held, or the alternative one.
  case controlLeft, controlRight
  /// F1 is 1.
  case function(Int)
}

extension Key: CustomStringConvertible {
  /// The key as help and hints call it.
  package var description: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter)"
    case .alt(let character): "Alt-\(character)"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .controlLeft: "Ctrl-Left"
    case .controlRight: "Ctrl-Right"
    case .function(let number): "F\(number)"
    }
  }
}
