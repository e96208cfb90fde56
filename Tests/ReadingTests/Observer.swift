import Reading
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Somebody who watches a file, with a clock of their own.
final class Observer {
  private(set) var watcher: Watcher
  /// In nanoseconds.
  private(set) var now: Int64 = 1_000_000_000_000

  init(_ path: String) throws {
    watcher = Watcher(path, known: try load(path))
  }

  /// Whether the watcher has anything to hear.
  var isWoken: Bool { isReadable(watcher.descriptor, milliseconds: 0) }

  /// What is news without the clock going on.
  func newsNow() -> [News] {
    var news: [News] = []
    while isWoken || watcher.deadline.map({ $0 <= now }) ?? false {
      if let one = watcher.news(at: now) { news.append(one) }
    }
    return news
  }

  /// What is news, as soon as there is any, without the clock going on.
  ///
  /// A program that is being started at this moment by another test may keep a
  /// file open that was closed here; its end is heard a little later.
  func newsAwaited() -> [News] {
    var news = newsNow()
    while news.isEmpty, isReadable(watcher.descriptor, milliseconds: 10_000) {
      news = newsNow()
    }
    return news
  }

  /// What is news until nothing more is to be expected.
  func newsAtRest() -> [News] {
    var news = newsNow()
    while let deadline = watcher.deadline {
      now = max(now, deadline)
      news += newsNow()
    }
    return news
  }

  /// What is news at the start of a minute.
  func newsOnTheMinute() -> [News] {
    now += 60_000_000_000
    let one = watcher.news(at: now)
    return (one.map { [$0] } ?? []) + newsAtRest()
  }

  func pass(milliseconds: Int64) -> [News] {
    let end = now + milliseconds * 1_000_000
    var news = newsNow()
    while let deadline = watcher.deadline, deadline <= end {
      now = max(now, deadline)
      news += newsNow()
    }
    now = end
    return news + newsNow()
  }

  /// Expects that nothing wakes the observer before something happens.
  func expectPeace(sourceLocation: SourceLocation = #_sourceLocation) {
    let late = newsNow()
    let isWoken = isWoken
    let deadline = watcher.deadline
    #expect(late.isEmpty, sourceLocation: sourceLocation)
    #expect(!isWoken, sourceLocation: sourceLocation)
    #expect(deadline == nil, sourceLocation: sourceLocation)
  }

  func know(_ file: LoadedFile) {
    watcher.know(file)
  }
}

/// Waits until a descriptor is ready.
func isReadable(_ descriptor: Int32?, milliseconds: Int32) -> Bool {
  guard let descriptor else { return false }
  var list = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&list, 1, milliseconds) > 0
}

extension News {
  /// The text of a content, or what is wrong.
  var text: String {
    switch self {
    case .content(let file): String(decoding: file.bytes, as: UTF8.self)
    case .missing: "missing"
    case .unreadable(let error): "\(error)"
    }
  }
}
