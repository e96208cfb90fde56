import CSystem
import Foundation
import Reading
import Synchronization
import Testing

/// The way programs save, replayed call by call under a watching eye.
///
/// The environment variable WATCH_ROUNDS says how many times each.
@Suite(.serialized)
struct SavePatternTests {
  static let rounds =
    ProcessInfo.processInfo.environment["WATCH_ROUNDS"].flatMap(Int.init) ?? 10

  private func start(_ ground: borrowing Ground) throws -> Observer {
    ground.put(String(decoding: SavedText(0).bytes, as: UTF8.self), "f")
    return try Observer(ground.path("f"))
  }

  @Test(arguments: SavePattern.all)
  func `no step of a save is news but the last`(pattern: SavePattern) throws {
    let ground = Ground()
    let observer = try start(ground)
    _ = observer.newsAtRest()
    for version in 1...Self.rounds {
      var program = SavingProgram(in: ground.path)
      var news: [News] = []
      for call in pattern.calls {
        program.perform(call, SavedText(version))
        news += observer.pass(milliseconds: 100)
      }
      if news.isEmpty { news = observer.newsAwaited() }
      #expect(news.map(version(of:)) == [version])
    }
    observer.expectPeace()
  }

  @Test(arguments: SavePattern.all)
  func `a save is news when it is over`(pattern: SavePattern) throws {
    let ground = Ground()
    let observer = try start(ground)
    for version in 1...Self.rounds {
      var program = SavingProgram(in: ground.path)
      for call in pattern.calls { program.perform(call, SavedText(version)) }
      #expect(observer.newsAwaited().map(version(of:)) == [version])
    }
    observer.expectPeace()
  }

  @Test(arguments: SavePattern.all)
  func `lines that are appended are news`(pattern: SavePattern) throws {
    let ground = Ground()
    let observer = try start(ground)
    var program = SavingProgram(in: ground.path)
    for call in pattern.calls { program.perform(call, SavedText(1)) }
    _ = observer.newsAwaited()
    var text = SavedText(1).bytes
    for number in 0..<Self.rounds {
      let line = Array("line \(number)\n".utf8)
      text += line
      let file = open(ground.path("f"), O_WRONLY | O_APPEND)
      write(file, line, line.count)
      close(file)
      let news = observer.newsAwaited()
      #expect(news.map(\.text) == [String(decoding: text, as: UTF8.self)])
    }
  }

  @Test(arguments: SavePattern.all)
  func `a save at the same moment is never seen half`(pattern: SavePattern)
    throws
  {
    let ground = Ground()
    ground.put(String(decoding: SavedText(0).bytes, as: UTF8.self), "f")
    let path = ground.path
    var watcher = Watcher(path + "/f", known: try load(path + "/f"))
    let rounds = Self.rounds * 3
    let writer = Writer(pattern, in: path, rounds)
    var seen: [Int?] = []
    let deadline = system_monotonic_now() + 60_000_000_000
    while seen.last != rounds, system_monotonic_now() < deadline {
      let now = system_monotonic_now()
      let left = (watcher.deadline ?? now + 1_000_000_000) - now
      let milliseconds = Int32(max(0, min(left, 1_000_000_000)) / 1_000_000)
      _ = isReadable(watcher.descriptor, milliseconds: milliseconds)
      if let news = watcher.news(at: system_monotonic_now()) {
        seen.append(version(of: news))
      }
    }
    let pause = writer.longestPause()
    #expect(seen.last == rounds)
    // A machine so busy that the writer stands still proves nothing.
    if pause < 150_000_000 {
      #expect(!seen.contains(nil))
      let versions = seen.compactMap(\.self)
      #expect(versions == versions.sorted())
    }
  }

  private func version(of news: News) -> Int? {
    guard case .content(let file) = news else { return nil }
    return SavedText.version(of: file.bytes)
  }

  /// A program that saves again and again while others look.
  private final class Writer: Sendable {
    private let done = DispatchSemaphore(value: 0)
    private let pause = Mutex<Int64>(0)

    init(_ pattern: SavePattern, in folder: String, _ rounds: Int) {
      Thread.detachNewThread { [self] in
        var last = system_monotonic_now()
        var longest: Int64 = 0
        for version in 1...rounds {
          var program = SavingProgram(in: folder)
          let text = SavedText(version)
          for call in pattern.calls {
            program.perform(call, text)
            let now = system_monotonic_now()
            longest = max(longest, now - last)
            last = now
          }
        }
        pause.withLock { $0 = longest }
        done.signal()
      }
    }

    /// The longest time between two calls, in nanoseconds, once it is done.
    func longestPause() -> Int64 {
      done.wait()
      return pause.withLock { $0 }
    }
  }
}
