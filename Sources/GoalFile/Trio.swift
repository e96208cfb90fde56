/// One of the three files of a merge.
enum Version: CaseIterable, Hashable, Sendable {
  case base, ours, theirs

  /// The other side.
  var other: Version {
    switch self {
    case .base: .base
    case .ours: .theirs
    case .theirs: .ours
    }
  }
}

/// One thing in the three files of a merge.
struct Trio<Value> {
  var base: Value
  var ours: Value
  var theirs: Value

  subscript(version: Version) -> Value {
    get {
      switch version {
      case .base: base
      case .ours: ours
      case .theirs: theirs
      }
    }
    // In place: a large value must not be copied to change a part of it.
    _modify {
      switch version {
      case .base: yield &base
      case .ours: yield &ours
      case .theirs: yield &theirs
      }
    }
  }

  func map<Result>(_ transform: (Value) -> Result) -> Trio<Result> {
    Trio<Result>(
      base: transform(base), ours: transform(ours), theirs: transform(theirs))
  }
}

extension Trio where Value: Equatable {
  /// What holds where at most one side changed it, or both alike; `nil` where
  /// they changed it differently.
  var settled: Value? {
    if ours == theirs || base == theirs { return ours }
    return base == ours ? theirs : nil
  }
}

extension Trio: Hashable where Value: Hashable {}
extension Trio: Equatable where Value: Equatable {}
extension Trio: Sendable where Value: Sendable {}
