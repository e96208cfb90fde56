/// How a cell is to be shown: what it means and what is stressed about it.
package struct Style: Hashable, Sendable {
  package var role: Role
  package var emphasis: Emphasis

  package init(_ role: Role, _ emphasis: Emphasis = []) {
    self.role = role
    self.emphasis = emphasis
  }

  package static var text: Style { Style(.text) }
  package static var faint: Style { Style(.faint) }
  package static var title: Style { Style(.title) }
  package static var heading: Style { Style(.heading) }
  package static var rule: Style { Style(.rule) }
  package static var key: Style { Style(.key) }
  package static var notice: Style { Style(.notice) }
  package static var error: Style { Style(.error) }
  package static var input: Style { Style(.input) }
  package static var match: Style { Style(.match) }
  package static var achieved: Style { Style(.achieved) }
  package static var onTrack: Style { Style(.onTrack) }
  package static var atRisk: Style { Style(.atRisk) }
  package static var offTrack: Style { Style(.offTrack) }
  package static var missed: Style { Style(.missed) }
  package static var stale: Style { Style(.stale) }
  package static var pending: Style { Style(.pending) }
  package static var accepted: Style { Style(.accepted) }
  package static var axis: Style { Style(.axis) }
  package static var track: Style { Style(.track) }
  package static var tick: Style { Style(.tick) }

  /// How many combinations of emphasis there are.
  package static var emphases: Int { 16 }

  /// Which of all styles this is, from 0 on: those of a role stand together.
  package var number: UInt16 {
    UInt16(role.rawValue) * UInt16(Self.emphases)
      + UInt16(emphasis.rawValue) % UInt16(Self.emphases)
  }

  /// Returns this style with `emphasis` added.
  package func with(_ emphasis: Emphasis) -> Style {
    Style(role, self.emphasis.union(emphasis))
  }
}

/// What is stressed about a cell, beside its role.
package struct Emphasis: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let bold = Emphasis(rawValue: 1)
  package static let underline = Emphasis(rawValue: 2)
  /// Foreground and background swapped.
  package static let reverse = Emphasis(rawValue: 4)
  /// Lies in the selected row; the theme gives its background.
  package static let selected = Emphasis(rawValue: 8)
}
