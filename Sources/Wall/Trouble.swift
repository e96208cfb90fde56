import GoalFile
import Goals

/// Why the file is not shown as it is.
struct Trouble: Hashable, Sendable {
  /// What is wrong, in words, without a full stop.
  let words: String
  /// Since when something is.
  let since: Moment

  init(_ loss: Loss, since before: Trouble?, at now: Now) {
    switch loss {
    case .missing: words = "the file is missing"
    case .unreadable(let reason): words = "the file cannot be read: \(reason)"
    }
    since = before?.since ?? now.moment
  }

  /// A file without errors, and with nothing of what stood there.
  init(emptied bytes: [UInt8], since before: Trouble?, at now: Now) {
    words = bytes.isEmpty ? "the file is empty" : "the board is empty"
    since = before?.since ?? now.moment
  }

  /// What may be told of the words in a file.
  enum Quoting {
    /// Those that are not private.
    case words
    case nothing
  }

  /// The first error in a file, as `check` says it as far as that may be told;
  /// `nil` where there is none.
  init?(
    in document: Document, quoting: Quoting, since before: Trouble?, at now: Now
  ) {
    let errors = document.diagnostics.filter { $0.severity == .error }
    guard let first = errors.first else { return nil }
    let isQuoted =
      quoting == .words && !document.isPrivate(at: first.range.lowerBound)
    let message = isQuoted ? first.message : first.code.rawValue
    let more = errors.count > 1 ? " (+\(errors.count - 1))" : ""
    words = "line \(first.line): \(message)\(more)"
    since = before?.since ?? now.moment
  }
}
