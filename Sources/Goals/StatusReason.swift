/// Why a status holds, to be put into words when somebody wants to read it.
package enum StatusReason: Hashable, Sendable {
  case unknown
  /// Closed on a day, with a score from 0 to 1.
  case closed(Day, score: Double)
  /// Nobody has looked at it for so many days, though its period is shorter.
  case silence(days: Double, Period)
  /// So many key results are open, and all are stale.
  case staleKeyResults(Int)
  case declared(Day)
  /// So many of its key results are off track.
  case keyResultsOffTrack(Int)
  case outOfRange
  /// It has reached that fraction.
  case reached(Double)
  case unmeasured
  case withoutPace
  case early
  /// Fractions that are done and expected.
  case progress(Double, expected: Double)

  /// Without a full stop; empty where nothing is known.
  package var words: String {
    switch self {
    case .unknown: ""
    case .closed(let day, let score):
      "closed on \(day) at \((score * 100).rounded() / 100)"
    case .silence(let days, let period):
      "no check-in for \(ageInWords(days)), due every \(period)"
    case .staleKeyResults(1): "its open key result is stale"
    case .staleKeyResults: "all its open key results are stale"
    case .declared(let day): "declared on \(day)"
    case .keyResultsOffTrack(1): "1 key result is off track"
    case .keyResultsOffTrack(let count): "\(count) key results are off track"
    case .outOfRange: "its value is out of range"
    case .reached(let progress): "\(percent(progress))% done"
    case .unmeasured: "nothing measured yet"
    case .withoutPace: "no cycle, no pace"
    case .early: "less than a tenth of its time has passed"
    case .progress(let progress, let expected):
      "\(percent(progress))% done, \(percent(expected))% expected: \(gapInWords(progress - expected))"
    }
  }
}
