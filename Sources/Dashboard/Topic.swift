import Goals

/// What a page is about.
package enum Topic: Hashable, Sendable {
  case thing(Thing)

  /// Whether there is something to draw a chart of.
  func hasChart(_ outlook: Outlook) -> Bool {
    switch self {
    case .thing(let thing): ChartsView.exists(outlook, thing)
    }
  }
}

extension Outlook {
  /// What that topic of an older board is on this one; `nil` where it is gone.
  func successor(of topic: Topic, in old: Outlook) -> Topic? {
    switch topic {
    case .thing(let thing): successor(of: thing, in: old).map { .thing($0) }
    }
  }
}
