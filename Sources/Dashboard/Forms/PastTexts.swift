import GoalFile

/// What was typed before, to be had again.
struct PastTexts: Hashable {
  /// What a text was typed for; each has a past of its own.
  enum Kind: Hashable {
    case search, checkIn, palette, name, meeting, filter, reason
    /// A final word, why it was no better, and a cycle to carry over into.
    case closing, cause, cycle
    case statement(Keyword)
  }

  private var texts: [Kind: [String]] = [:]

  /// Where somebody is among the texts, and what was typed before.
  struct Recall: Hashable {
    let draft: String
    /// How many texts back, among those that begin with the draft.
    fileprivate var steps = 0

    init(draft: String) {
      self.draft = draft
    }
  }

  /// Notes a text that was accepted, or left; the same twice in a row counts once.
  mutating func note(_ text: String, of kind: Kind) {
    guard !text.isEmpty, texts[kind]?.last != text else { return }
    texts[kind, default: []].append(text)
    if texts[kind, default: []].count > 200 { texts[kind]?.removeFirst() }
  }

  /// Goes `steps` texts back, or forward where negative, and returns the text
  /// there; `nil` where there is none.
  func move(_ recall: inout Recall, by steps: Int, of kind: Kind) -> String? {
    let fitting = texts[kind, default: []].filter {
      $0.hasPrefix(recall.draft)
    }
    let target = recall.steps + steps
    guard (0...fitting.count).contains(target) else { return nil }
    recall.steps = target
    return target == 0 ? recall.draft : fitting[fitting.count - target]
  }
}
