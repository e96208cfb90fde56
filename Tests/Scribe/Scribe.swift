import GoalFile
import Reading
import Saving

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A small program that saves, appends and keeps a journal, for tests that kill
/// it, or have the system fail it.
@main
enum Scribe {
  static func main() {
    signal(SIGXFSZ, SIG_IGN)
    let words = CommandLine.arguments.dropFirst()
    guard words.count >= 2, let task = Task(rawValue: words[1]) else {
      exit(64)
    }
    let path = words[2]
    let rest = Array(words.dropFirst(2))
    switch task {
    case .once: saveOnce(path, rest.first ?? "x")
    case .place: saveInPlace(path, rest.first ?? "x")
    case .lines: saveLines(path, rest.first ?? "x", Int(rest.last ?? "") ?? 0)
    case .append: append(path, rest.first ?? "x", Int(rest.last ?? "") ?? 0)
    case .journal: keepJournal(path, rest.first ?? "", rest.last ?? "")
    case .noted: noteThree(path, rest.first ?? "")
    case .timed: saveTimed(path)
    }
  }

  enum Task: String {
    /// Adds a line by one save, between two calls of getppid.
    case once
    /// The same in place.
    case place
    /// Adds lines, each by a save, and tells of each that is saved.
    case lines
    /// Adds lines at the end under the lock, and tells of each.
    case append
    /// Notes edits for ever, and tells of each that is noted.
    case journal
    /// Notes three edits between two calls of getppid, tells of each that is
    /// noted, and dies.
    case noted
    /// Adds a line by one save, and tells how many nanoseconds that took.
    case timed
  }
}

private func saveOnce(_ path: String, _ line: String) {
  guard let file = try? load(path) else { exit(2) }
  var saver = Saver(path)
  _ = getppid()
  let outcome = Result { () throws(SaveError) in
    try saver.save(file.bytes + line.utf8 + [10], expecting: file)
  }
  _ = getppid()
  tell(outcome)
}

private func saveInPlace(_ path: String, _ line: String) {
  guard let file = try? load(path) else { exit(2) }
  let saver = Saver(path)
  _ = getppid()
  let outcome = Result { () throws(SaveError) in
    try saver.saveInPlace(file.bytes + line.utf8 + [10], expecting: file)
  }
  _ = getppid()
  tell(outcome)
}

private func saveTimed(_ path: String) {
  guard let file = try? load(path) else { exit(2) }
  let bytes = file.bytes + Array("# one more line\n".utf8)
  var saver = Saver(path)
  let start = now()
  let outcome = Result { () throws(SaveError) in
    try saver.save(bytes, expecting: file)
  }
  let end = now()
  guard case .success = outcome else { exit(1) }
  tell("\(end - start)")
}

private func tell(_ outcome: Result<Saved, SaveError>) {
  switch outcome {
  case .success(let saved): tell(saved.notice.map { "\($0)" } ?? "saved")
  case .failure(let error): tell("not saved: \(error) (\(error.advice))")
  }
}

private func saveLines(_ path: String, _ name: String, _ count: Int) {
  var saver = Saver(path)
  var number = 0
  while count == 0 || number < count {
    if let deadline = saver.rescueDeadline, deadline <= now() {
      report(saver.rescue())
    }
    guard let file = try? load(path) else { continue }
    let line = "\(name) \(number)\n"
    do {
      let saved = try saver.save(file.bytes + line.utf8, expecting: file)
      number += 1
      tell(saved.notice.map { "\($0)" } ?? "\(number)")
    } catch {
      guard error == .changedOnDisk || error == .locked else {
        tell("not saved: \(error)")
        exit(1)
      }
    }
  }
  report(saver.finish())
}

private func report(_ rescue: Rescue) {
  for version in rescue.apart {
    tell("apart: \(version.bytes.count) bytes")
  }
  if let failure = rescue.failure { tell("not rescued: \(failure)") }
}

private func append(_ path: String, _ name: String, _ count: Int) {
  var number = 0
  while count == 0 || number < count {
    do {
      try Appender.open(path).append(Array("\(name) \(number)\n".utf8))
      number += 1
      tell("\(number)")
    } catch {
      guard error == .locked else {
        tell("not added: \(error)")
        exit(1)
      }
    }
  }
}

/// Adds a line per edit, and saves after every seventh if `saving` says so.
private func keepJournal(_ path: String, _ folder: String, _ saving: String) {
  guard var file = try? load(path),
    var journal = try? Journal.open(for: path, in: folder)
  else { exit(2) }
  var saver = Saver(path)
  var bytes = file.bytes
  for number in 1... {
    let patch = Patch(
      range: bytes.count..<bytes.count, replacement: Array("\(number)\n".utf8))
    let after = patch.applied(to: bytes)
    guard
      (try? journal.note([patch], base: file.bytes, result: after)) != nil
    else { exit(1) }
    bytes = after
    tell("\(number)")
    guard saving == "saving", number % 7 == 0 else { continue }
    guard let saved = try? saver.save(bytes, expecting: file),
      (try? journal.noteSaved()) != nil
    else { exit(1) }
    file = saved.file
  }
}

private func noteThree(_ path: String, _ folder: String) {
  guard let file = try? load(path) else { exit(2) }
  _ = getppid()
  var bytes = file.bytes
  if var journal = try? Journal.open(for: path, in: folder) {
    for number in 1...3 {
      let patch = Patch(
        range: bytes.count..<bytes.count,
        replacement: Array("\(number)\n".utf8))
      bytes = patch.applied(to: bytes)
      do {
        try journal.note([patch], base: file.bytes, result: bytes)
        tell("\(number)")
      } catch {
        tell("not noted: \(error)")
      }
    }
    _ = getppid()
    kill(getpid(), SIGKILL)
  }
  _ = getppid()
}

private func now() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

private func tell(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(STDOUT_FILENO, bytes, bytes.count)
}
