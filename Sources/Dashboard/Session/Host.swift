import Canvas

/// What a session needs from the world: the terminal and the disk, or a test's
/// script.
package protocol Host: ~Copyable {
  /// Columns and lines of the screen.
  var size: (width: Int, height: Int) { get }
  /// Waits for what happens next; `nil` when nothing will any more.
  mutating func nextEvent() -> Event?
  /// Does what the session asks and returns the answer, if there is one.
  mutating func perform(_ effect: Effect) -> Event?
  mutating func show(_ canvas: Canvas)
}

extension Session {
  /// Lives until somebody quits or nothing happens any more.
  package mutating func run<Live: Host & ~Copyable>(on host: inout Live) {
    let size = host.size
    _ = update(.resized(width: size.width, height: size.height))
    show(on: &host)
    while let event = host.nextEvent() {
      guard answer(event, on: &host) == .goesOn else { return }
      show(on: &host)
      prepare()
    }
  }

  private enum Course {
    case goesOn, ends
  }

  /// Takes in `event` and what the world answers to its effects.
  private mutating func answer<Live: Host & ~Copyable>(
    _ event: Event, on host: inout Live
  ) -> Course {
    var effects = update(event)
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      if effect == .quit { return .ends }
      if let answer = host.perform(effect) {
        effects = update(answer) + effects
      }
    }
    return .goesOn
  }

  private func show<Live: Host & ~Copyable>(on host: inout Live) {
    let size = host.size
    host.show(view(width: size.width, height: size.height))
  }
}
