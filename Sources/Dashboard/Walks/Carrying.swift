import Goals

/// What is kept of a cycle, before it is carried over into the next.
package struct Carrying: Hashable, Sendable {
  let cycle: Cycle
  /// The name of the next cycle, as it is typed.
  var field: TextField
  var scroll = Scroll()
}

/// Why nothing can be carried over into what was typed.
enum NextCycleError: Error, Hashable, CustomStringConvertible {
  case noName
  case same(String)
  case unknown(String)
  case wrong(String)

  var description: String {
    switch self {
    case .noName: "name the next cycle, as 2027-Q1"
    case .same(let name): "\(name) is the cycle that ends"
    case .unknown: "say its days: NAME 2027-01-01 .. 2027-03-31"
    case .wrong(let words): words
    }
  }
}
