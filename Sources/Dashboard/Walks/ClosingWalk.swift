import Goals

/// A walk over what has its end in a cycle, or over one thing alone: a final word
/// for each.
package struct ClosingWalk: Hashable, Sendable {
  /// What is asked.
  package enum Question: Hashable, Sendable {
    /// Whether to close what still runs.
    case early
    /// The final word on a thing.
    case word
    /// Why it ended under its bar.
    case cause(of: ClosingWords)
  }

  /// The cycle that is closed; `nil` where one thing alone is.
  let cycle: Cycle?
  /// What is walked over: the key results of an objective, then the objective.
  var things: [Thing]
  /// The place of what is looked at in `things`.
  var place = 0
  var question: Question
  var field = TextField()
  /// What of the page of the thing is seen.
  var scroll = Scroll()
  /// How many final words were spoken on this walk.
  var count = 0

  var thing: Thing? { things.indices.contains(place) ? things[place] : nil }

  /// What the past of the line that is typed is kept under.
  var kindOfText: PastTexts.Kind? {
    switch question {
    case .early: nil
    case .word: .closing
    case .cause: .cause
    }
  }
}
