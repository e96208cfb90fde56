import Dashboard
import Terminal

// What a terminal reports, as a session understands it.

extension Dashboard.Gesture {
  init(_ gesture: Terminal.Gesture) {
    switch gesture {
    case .press: self = .press
    case .wheelUp: self = .wheelUp
    case .wheelDown: self = .wheelDown
    }
  }
}

extension Dashboard.Key {
  /// The key that the terminal reports, or `nil` for one that means nothing.
  init?(_ key: Terminal.Key) {
    switch key {
    case .character(let character): self = .character(character)
    case .control(let character): self = .control(character)
    case .function(let number): self = .function(number)
    case .enter: self = .enter
    case .escape: self = .escape
    case .tab: self = .tab
    case .backTab: self = .backTab
    case .backspace: self = .backspace
    case .delete: self = .delete
    case .insert: self = .insert
    case .up: self = .up
    case .down: self = .down
    case .left: self = .left
    case .right: self = .right
    case .home: self = .home
    case .end: self = .end
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .controlLeft: self = .controlLeft
    case .controlRight: self = .controlRight
    case .alt(let character): self = .alt(character)
    }
  }
}
