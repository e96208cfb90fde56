/// When to look at a file that others write, and whether to believe it then.
///
/// Nobody tells that a file is complete, so this judges by what was noticed and
/// how long ago. All times are readings of the monotonic clock, in nanoseconds.
package struct Patience: Hashable, Sendable {
  /// What was noticed of the file.
  package enum Notice: Hashable, Sendable {
    /// Somebody made it or wrote to it, and may go on.
    case begun
    /// It was closed by a writer, or put in its place as a whole.
    case complete
    /// Something about it changed, and nobody seems to be writing.
    case rested
    /// Its name was taken away.
    case gone
  }

  /// What a look at the file found.
  package enum Finding: Hashable, Sendable {
    /// The content that is known.
    case same
    /// The content that is known, and whole lines more.
    case grown
    /// Another content.
    case whole
    /// Another content, and its last line looks cut off.
    case torn
    case empty
    /// It changed while it was read.
    case moving
    case failing(LoadError)
  }

  /// What is to be made of a finding.
  package enum Verdict: Hashable, Sendable {
    case nothing
    /// The content is news.
    case take
    /// The failure is news.
    case tell(LoadError)
  }

  /// When the file wants to be looked at; `nil` while there is no reason to.
  package private(set) var lookAt: Int64?
  /// The failure that was told last; `nil` after a content.
  package private(set) var told: LoadError?
  /// Whether somebody may still be writing.
  private var isOpen = false
  /// The first notice that no verdict has answered.
  private var since: Int64?
  private var latest: Int64 = 0
  private var lookedAt: Int64?
  private var failingSince: Int64?

  /// - Parameter told: the failure that is known already.
  package init(told: LoadError? = nil) {
    self.told = told
  }

  /// Takes note of what was noticed at `now`.
  package mutating func note(_ notice: Notice, at now: Int64) {
    if notice == .rested, isOpen { return }
    latest = now
    switch notice {
    case .begun:
      isOpen = true
      let first = since ?? now
      since = first
      let next = min(now + Span.quiet, first + Span.longestGrowth)
      lookAt = max(next, lookedAt.map { $0 + Span.quiet } ?? next)
    case .complete, .rested:
      isOpen = false
      since = since ?? now
      lookAt = now
    case .gone:
      isOpen = false
      since = nil
      lookAt = now
    }
  }

  /// Says what to make of what was found at `now`, and plans the next look.
  package mutating func judge(_ finding: Finding, at now: Int64) -> Verdict {
    lookedAt = now
    lookAt = nil
    switch finding {
    case .same:
      let verdict: Verdict = told == nil ? .nothing : .take
      settle()
      return verdict
    case .moving:
      failingSince = nil
      lookAt = now + (isOpen ? Span.quiet : Span.blink)
      return .nothing
    case .grown: return judge(isOpen ? Span.quiet : 0, Span.longestGrowth, now)
    case .whole: return judge(isOpen ? Span.quiet : 0, Span.longest, now)
    case .torn: return judge(isOpen ? Span.doubt : 0, Span.longest, now)
    case .empty: return judge(Span.doubt, Span.longest, now)
    case .failing(let error): return judge(error, at: now)
    }
  }

  /// Takes note that the content is known from elsewhere.
  package mutating func know() {
    told = nil
    failingSince = nil
  }

  /// Believes a content once it has rested, or when waiting has lasted long.
  private mutating func judge(
    _ rest: Int64, _ longest: Int64, _ now: Int64
  ) -> Verdict {
    failingSince = nil
    let due = min(latest + rest, (since ?? now) + longest)
    guard due <= now else {
      lookAt = due
      return .nothing
    }
    settle()
    return .take
  }

  private mutating func judge(_ error: LoadError, at now: Int64) -> Verdict {
    // What was begun a moment ago and cannot be read was no good from then on.
    let begun = since.flatMap { now - $0 <= Span.quiet ? $0 : nil }
    let first = failingSince ?? begun ?? now
    failingSince = first
    since = nil
    isOpen = false
    guard told != error else { return .nothing }
    guard first + Span.absence <= now else {
      lookAt = first + Span.absence
      return .nothing
    }
    told = error
    return .tell(error)
  }

  private mutating func settle() {
    told = nil
    isOpen = false
    since = nil
    failingSince = nil
  }

  /// How long to wait for what, in nanoseconds: less than a second where nobody
  /// is seen writing, so that what is shown is never older.
  private enum Span {
    /// Between two looks at a file that changes under them.
    static let blink: Int64 = 50_000_000
    /// How long a writer pauses who has finished without closing.
    static let quiet: Int64 = 200_000_000
    /// The same where the content looks unfinished.
    static let doubt: Int64 = 900_000_000
    /// How long lines may be added one by one before they are shown.
    static let longestGrowth: Int64 = 900_000_000
    /// How long anything may be written before it is shown.
    static let longest: Int64 = 5_000_000_000
    /// How long a file may be away while it is saved.
    static let absence: Int64 = 900_000_000
  }
}
