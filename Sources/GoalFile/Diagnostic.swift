/// Something wrong or unwise in a board file, with its place.
package struct Diagnostic: Hashable, Sendable {
  /// Whether it is a breach of the format or merely unwise.
  package enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  package let code: Code
  /// From 1.
  package let line: Int
  /// In characters, from 1; a byte that is no UTF-8 counts as one.
  package let column: Int
  /// The bytes it is about, as offsets into the file.
  package let range: Range<Int>
  /// What is wrong: lower case, no full stop.
  package let message: String
  /// What to do about it.
  package let remedy: String

  package var severity: Severity { code.severity }

  /// What is wrong, as a stable name.
  package enum Code: String, CaseIterable, Hashable, Sendable {
    // What is no statement.
    case notText = "not-text"
    case loneCarriageReturn = "lone-carriage-return"
    case conflictMarker = "conflict-marker"
    case unknownKeyword = "unknown-keyword"
    case misplaced
    case noObjective = "no-objective"
    // What a statement lacks, or has too much of.
    case missing
    case unexpected
    case doubled
    // Words.
    case badID = "bad-id"
    case badDate = "bad-date"
    case badNumber = "bad-number"
    case badRange = "bad-range"
    case badBox = "bad-box"
    case badDuration = "bad-duration"
    case badConfidence = "bad-confidence"
    case badWord = "bad-word"
    // What contradicts itself.
    case samePosts = "same-posts"
    case wrongKind = "wrong-kind"
    case wrongOrder = "wrong-order"
    case outsideWindow = "outside-window"
    case noRange = "no-range"
    case acceptsHealthy = "accepts-healthy"
    case loop
    case numberHere = "number-here"
    case tooLarge = "too-large"
    // Practice.
    case bracketInTitle = "bracket-in-title"
    case unknownReference = "unknown-reference"
    case unknownCycle = "unknown-cycle"
    case noReason = "no-reason"
    case indentation
    case numberInObjective = "number-in-objective"
    case taskAsObjective = "task-as-objective"
    case noOwner = "no-owner"
    case noMeasure = "no-measure"
    case noUnit = "no-unit"
    case noCycle = "no-cycle"
    case tooManyObjectives = "too-many-objectives"
    case tooManyKeyResults = "too-many-key-results"
    case tooManyKPIs = "too-many-kpis"
    case noVerdict = "no-verdict"
    case dateOutsideWindow = "date-outside-window"
    case orphan
    case future
    case unwatched
    case lateCheckIns = "late-check-ins"
    case unchanged
    case noNotes = "no-notes"

    package var severity: Severity {
      switch self {
      case .notText, .loneCarriageReturn, .conflictMarker, .unknownKeyword,
        .misplaced, .noObjective, .missing, .unexpected, .doubled, .badID,
        .badDate, .badNumber, .badRange, .badBox, .badDuration, .badConfidence,
        .badWord, .samePosts, .wrongKind, .wrongOrder, .outsideWindow, .noRange,
        .acceptsHealthy, .loop, .numberHere, .tooLarge:
        return .error
      case .bracketInTitle, .unknownReference, .unknownCycle, .noReason,
        .indentation, .numberInObjective, .taskAsObjective, .noOwner,
        .noMeasure, .noUnit, .noCycle, .tooManyObjectives, .tooManyKeyResults,
        .tooManyKPIs, .noVerdict, .dateOutsideWindow, .orphan, .future,
        .unwatched, .lateCheckIns, .unchanged, .noNotes:
        return .warning
      }
    }
  }
}

/// What is wrong with a word, before it is known where it stands.
struct Complaint: Error, Hashable {
  let code: Diagnostic.Code
  let message: String
  let remedy: String
  /// The bytes it is about, once that is known.
  var range: Range<Int>?

  init(
    _ code: Diagnostic.Code, _ message: String, _ remedy: String,
    at range: Range<Int>? = nil
  ) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.range = range
  }

  /// The same, about `range`, if it is not about another place already.
  func at(_ place: Range<Int>) -> Complaint {
    Complaint(code, message, remedy, at: range ?? place)
  }
}
