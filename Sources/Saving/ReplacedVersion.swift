import CSystem
import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What was found of late writes to versions that a save had replaced.
package struct Rescue: Hashable, Sendable {
  /// How many bytes were added to the file.
  package fileprivate(set) var appended = 0
  /// Why something could not be added; it is tried again while there is time.
  package fileprivate(set) var failure: SaveError?
  /// Whole versions that another program wrote over the one before, or whose
  /// late lines could not be added in time: to be merged like any change from
  /// outside.
  package fileprivate(set) var apart: [Version] = []

  /// What another program made of a version that was replaced.
  package struct Version: Hashable, Sendable {
    /// The version as it was replaced.
    package let base: [UInt8]
    package let bytes: [UInt8]
  }

  /// Nothing was found.
  package static var nothing: Rescue { Rescue() }
}

/// A version of a file that has lost its name to another, open for a while for
/// the sake of those who still write to it.
///
/// Whoever has it in hand closes it with `forget`.
struct ReplacedVersion {
  /// Until when it is looked after, on the monotonic clock in nanoseconds.
  private(set) var deadline: Int64
  private let replacedAt: Int64
  private let file: Int32
  private let bytes: [UInt8]
  /// How many bytes there are that are known or added to the file already.
  private var known: Int

  init(_ file: consuming Descriptor, holding bytes: [UInt8]) {
    self.file = file.release()
    self.bytes = bytes
    known = bytes.count
    replacedAt = system_monotonic_now()
    deadline = replacedAt + ReplacedVersion.patience
  }

  /// 200 ms: for who had found the file but not opened it yet.
  private static var patience: Int64 { 200_000_000 }
  /// Five minutes: for who has it open.
  private static var mostPatience: Int64 { 300_000_000_000 }

  func forget() {
    close(file)
  }

  /// Whether there will be another look.
  enum Pass {
    case oneOfMany, last
  }

  /// Adds late lines to the file, and says whether there may be more.
  fileprivate mutating func rescue(
    to path: String, _ pass: Pass, _ rescue: inout Rescue
  ) -> Bool {
    // Before the look at what there is: what comes after it is seen next time.
    let mayGrow = waitOn() && pass != .last
    var status = stat()
    guard fstat(file, &status) == 0 else { return mayGrow }
    // Of a version that was written anew, only the end tells.
    if mayGrow, Int(status.st_size) <= known { return true }
    guard let found = content(Int(status.st_size)) else { return mayGrow }
    let version = Rescue.Version(base: bytes, bytes: found)
    guard found.starts(with: bytes) else {
      // Who writes it anew may be half through.
      if !mayGrow { rescue.apart.append(version) }
      return mayGrow
    }
    guard found.count > known else { return mayGrow }
    var late = found[known...]
    if mayGrow {
      // Half a line may be followed by the other half.
      let end = late.lastIndex(of: 10).map { $0 + 1 } ?? late.startIndex
      late = late[..<end]
    }
    guard !late.isEmpty else { return mayGrow }
    do throws(SaveError) {
      let appender = try Appender.open(path)
      try appender.append(appender.missingEnd() + late)
      rescue.appended += late.count
      known += late.count
      return mayGrow
    } catch {
      rescue.failure = error
      if pass == .last { rescue.apart.append(version) }
      deadline = system_monotonic_now() + ReplacedVersion.patience
      return true
    }
  }

  /// Whether more may come; puts the deadline off while somebody writes.
  private mutating func waitOn() -> Bool {
    let now = system_monotonic_now()
    guard now >= deadline else { return true }
    let age = now - replacedAt
    guard age < ReplacedVersion.mostPatience, system_has_writers(file) == 1
    else { return false }
    deadline = now + max(ReplacedVersion.patience, min(age, 1_000_000_000))
    return true
  }

  private func content(_ size: Int) -> [UInt8]? {
    let found = bytesOf(file, at: 0, count: size)
    return found.count == size ? found : nil
  }
}

extension [ReplacedVersion] {
  /// Adds what was written late to the file that `path` leads to.
  mutating func rescue(
    to path: String, _ pass: ReplacedVersion.Pass = .oneOfMany
  ) -> Rescue {
    var rescue = Rescue()
    var left: [ReplacedVersion] = []
    for var version in self {
      if version.rescue(to: path, pass, &rescue) {
        left.append(version)
      } else {
        version.forget()
      }
    }
    self = left
    return rescue
  }

  /// The same until nobody writes to any of them any more, or until two seconds
  /// have passed; what cannot be added then is handed over.
  mutating func wait(for path: String) -> Rescue {
    var all = Rescue()
    let end = system_monotonic_now() + 2_000_000_000
    while let next = map(\.deadline).min() {
      let rest = Swift.min(next, end) - system_monotonic_now()
      if rest > 0 { _ = poll(nil, 0, Int32(rest / 1_000_000) + 1) }
      let isLast = system_monotonic_now() >= end
      let rescue = rescue(to: path, isLast ? .last : .oneOfMany)
      all.appended += rescue.appended
      all.apart += rescue.apart
      all.failure = rescue.failure
      if isLast { break }
    }
    forEach { $0.forget() }
    self = []
    return all
  }
}
