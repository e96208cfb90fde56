/// What a cell means; a theme decides what that looks like.
package enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary words and numbers.
  case text
  /// Words that matter less than those around them.
  case faint
  /// The name of what one looks at.
  case title
  /// The name of a column or pane.
  case heading
  /// A line between panes.
  case rule
  /// The selected row; its background lies under every cell there.
  case selection
  /// A key to press.
  case key
  /// A message from the program.
  case notice
  /// A message that something is wrong.
  case error
  /// What is being typed.
  case input
  /// What a search found.
  case match
  case achieved
  case onTrack
  case atRisk
  case offTrack
  case missed
  case stale
  case pending
  case accepted
  /// The empty part of a bar.
  case track
  /// Where a bar should be today.
  case tick
  /// A sparkline.
  case spark
  /// The history in a chart.
  case line
  /// The expected way in a chart.
  case expected
  /// The target in a chart.
  case target
  /// A range in which a KPI is well.
  case healthy
  /// A range in which a KPI may be for a while.
  case tolerable
  /// The axes of a chart and their labels.
  case axis

  /// The name in theme files, in kebab case.
  package var name: String {
    switch self {
    case .text: "text"
    case .faint: "faint"
    case .title: "title"
    case .heading: "heading"
    case .rule: "rule"
    case .selection: "selection"
    case .key: "key"
    case .notice: "notice"
    case .error: "error"
    case .input: "input"
    case .match: "match"
    case .achieved: "achieved"
    case .onTrack: "on-track"
    case .atRisk: "at-risk"
    case .offTrack: "off-track"
    case .missed: "missed"
    case .stale: "stale"
    case .pending: "pending"
    case .accepted: "accepted"
    case .track: "track"
    case .tick: "tick"
    case .spark: "spark"
    case .line: "line"
    case .expected: "expected"
    case .target: "target"
    case .healthy: "healthy"
    case .tolerable: "tolerable"
    case .axis: "axis"
    }
  }

  /// The letter that stands for this role in `Canvas.styles`; a blank for
  /// ordinary text.
  package var letter: Unicode.Scalar {
    switch self {
    case .text: " "
    case .faint: "f"
    case .title: "t"
    case .heading: "h"
    case .rule: "r"
    case .selection: "s"
    case .key: "k"
    case .notice: "n"
    case .error: "e"
    case .input: "i"
    case .match: "m"
    case .achieved: "A"
    case .onTrack: "G"
    case .atRisk: "Y"
    case .offTrack: "R"
    case .missed: "M"
    case .stale: "S"
    case .pending: "P"
    case .accepted: "C"
    case .track: "."
    case .tick: "|"
    case .spark: "p"
    case .line: "l"
    case .expected: "x"
    case .target: "T"
    case .healthy: "H"
    case .tolerable: "O"
    case .axis: "a"
    }
  }
}
