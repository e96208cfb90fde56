#if DEBUG
  #if canImport(Glibc)
    import Glibc
  #else
    import Darwin
  #endif

  /// An end as no program should have it, for the tests of what is left then.
  ///
  /// BEARING_END names one of the cases, and it comes when the screen is drawn
  /// anew, as Ctrl-L has it. Only builds for debugging know of this.
  enum EarlyEnd: String {
    case trap
    case overflow
    case abort

    /// The one that was asked for.
    static var asked: EarlyEnd? {
      environment("BEARING_END").flatMap(EarlyEnd.init)
    }

    /// Ends the program.
    func come() {
      switch self {
      case .trap: preconditionFailure("a trap that was asked for")
      case .overflow: _ = Self.depth(below: 1)
      case .abort: raise(SIGABRT)
      }
    }

    private static func depth(below number: Int) -> Int {
      number == 0 ? 0 : depth(below: number &+ 1) &+ number
    }
  }
#endif
