import CSystem
import Reading
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is news of a file that others write, with real files.
@Suite(.enabled(if: canHear, "nothing tells of changes here"))
struct WatcherTests {
  /// What is done to the file "f", which is a link where there is one, and
  /// what is news of it then.
  struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let before: @Sendable (borrowing Ground) -> Void
    let change: @Sendable (borrowing Ground) -> Void
    let news: [String]

    init(
      _ name: String, news: [String],
      before: @escaping @Sendable (borrowing Ground) -> Void = {
        $0.put("old\n", "f")
      },
      _ change: @escaping @Sendable (borrowing Ground) -> Void
    ) {
      testDescription = name
      self.before = before
      self.change = change
      self.news = news
    }
  }

  static let plain: [Change] = [
    Change("nothing", news: []) { _ in },
    Change("another file", news: []) { $0.put("x\n", "g") },
    Change("touched", news: []) { utimes($0.path("f"), nil) },
    Change("written as it was", news: []) { $0.put("old\n", "f") },
    Change("replaced by the same", news: []) {
      $0.put("old\n", "g")
      $0.move("g", to: "f")
    },
    Change("written in place", news: ["new\n"]) { $0.put("new\n", "f") },
    Change("appended to", news: ["old\nmore\n"]) {
      let file = open($0.path("f"), O_WRONLY | O_APPEND)
      write(file, "more\n", 5)
      close(file)
    },
    Change("replaced", news: ["new\n"]) {
      $0.put("new\n", "g")
      $0.move("g", to: "f")
    },
    Change("exchanged", news: ["new\n"]) {
      $0.put("new\n", "g")
      let folder = open($0.path, O_RDONLY | O_DIRECTORY)
      system_exchange(folder, "f", "g")
      close(folder)
      $0.remove("g")
    },
    Change("removed", news: ["missing"]) { $0.remove("f") },
    Change("moved away", news: ["missing"]) { $0.move("f", to: "g") },
    Change("moved away and back", news: []) {
      $0.move("f", to: "g")
      $0.move("g", to: "f")
    },
    Change("removed and made again", news: ["new\n"]) {
      $0.remove("f")
      $0.put("new\n", "f")
    },
    Change("made again by a hard link", news: ["new\n"]) {
      $0.put("new\n", "g")
      $0.remove("f")
      hardLink($0.path("g"), $0.path("f"))
    },
    Change("written under another name", news: ["new\n"]) {
      $0.makeFolder("other")
      hardLink($0.path("f"), $0.path("other/g"))
      $0.put("new\n", "other/g")
    },
    Change("emptied", news: [""]) { $0.put("", "f") },
    Change("without a last newline", news: ["new"]) { $0.put("new", "f") },
    Change("a folder in its place", news: ["it is a folder, not a file"]) {
      $0.remove("f")
      $0.makeFolder("f")
    },
    Change("a link in its place", news: ["new\n"]) {
      $0.put("new\n", "g")
      $0.remove("f")
      $0.link("f", to: "g")
    },
  ]

  static let linked: [Change] = [
    Change("the target written", news: ["new\n"], before: makeLinks) {
      $0.put("new\n", "two/t")
    },
    Change("the target replaced", news: ["new\n"], before: makeLinks) {
      $0.put("new\n", "two/u")
      $0.move("two/u", to: "two/t")
    },
    Change("the target removed", news: ["missing"], before: makeLinks) {
      $0.remove("two/t")
    },
    Change("the first link swapped", news: ["new\n"], before: makeLinks) {
      $0.put("new\n", "one/n")
      $0.link("x", to: "one/n")
      $0.move("x", to: "f")
    },
    Change("the second link swapped", news: ["new\n"], before: makeLinks) {
      $0.put("new\n", "one/n")
      $0.link("one/x", to: "n")
      $0.move("one/x", to: "one/l")
    },
    Change("a link made again", news: ["new\n"], before: makeLinks) {
      $0.put("new\n", "one/n")
      $0.remove("one/l")
      $0.link("one/l", to: "n")
    },
    Change("a link to a folder swapped", news: ["new\n"], before: makeRelease) {
      $0.makeFolder("2")
      $0.put("new\n", "2/f")
      $0.link("x", to: "2")
      $0.move("x", to: "now")
    },
    Change("a link that leads nowhere", news: ["missing"], before: makeLinks) {
      $0.remove("one/l")
      $0.link("one/l", to: "nothing/at/all")
    },
  ]

  private static func makeLinks(_ ground: borrowing Ground) {
    ground.makeFolder("one")
    ground.makeFolder("two")
    ground.put("old\n", "two/t")
    ground.link("one/l", to: "../two/t")
    ground.link("f", to: ground.path("one/l"))
  }

  private static func makeRelease(_ ground: borrowing Ground) {
    ground.makeFolder("1")
    ground.put("old\n", "1/f")
    ground.link("now", to: "1")
    ground.link("f", to: "now/f")
  }

  @Test(arguments: plain + linked)
  func `a change is news, and peace returns`(change: Change) throws {
    let ground = Ground()
    change.before(ground)
    let observer = try Observer(ground.path("f"))
    #expect(observer.newsAtRest().isEmpty)
    change.change(ground)
    #expect(observer.newsAtRest().map(\.text) == change.news)
    #expect(observer.newsOnTheMinute().isEmpty)
    observer.expectPeace()
    // Whatever it was: the next one is heard of as well.
    ground.remove("f")
    ground.put("next\n", "g")
    ground.move("g", to: "f")
    #expect(observer.newsAtRest().map(\.text) == ["next\n"])
  }

  @Test func `a folder that is renamed takes its file along`() throws {
    let ground = Ground()
    ground.makeFolder("a")
    ground.makeFolder("a/b")
    ground.put("old\n", "a/b/f")
    let observer = try Observer(ground.path("a/b/f"))
    for name in ["a/b", "a"] {
      ground.move(name, to: "c")
      #expect(observer.pass(milliseconds: 899).isEmpty)
      #expect(observer.newsAtRest() == [.missing])
      ground.move("c", to: name)
      #expect(observer.newsAtRest().map(\.text) == ["old\n"])
      ground.put("new\n", "a/b/f")
      #expect(observer.newsAwaited().map(\.text) == ["new\n"])
      ground.put("old\n", "a/b/f")
      #expect(observer.newsAwaited().map(\.text) == ["old\n"])
    }
    observer.expectPeace()
  }

  @Test func `a folder that is removed and made again is watched`() throws {
    let ground = Ground()
    ground.makeFolder("a")
    ground.makeFolder("a/b")
    ground.put("old\n", "a/b/f")
    let observer = try Observer(ground.path("a/b/f"))
    for round in 0..<5 {
      ground.remove("a")
      #expect(observer.newsAtRest() == [.missing])
      ground.makeFolder("a")
      #expect(observer.newsAtRest().isEmpty)
      ground.makeFolder("a/b")
      #expect(observer.newsAtRest().isEmpty)
      ground.put("\(round)\n", "a/b/f")
      #expect(observer.newsAwaited().map(\.text) == ["\(round)\n"])
    }
  }

  @Test func `another folder of the same name is taken over at once`() throws {
    let ground = Ground()
    ground.makeFolder("a")
    ground.put("old\n", "a/f")
    let observer = try Observer(ground.path("a/f"))
    ground.makeFolder("b")
    ground.put("new\n", "b/f")
    ground.move("a", to: "c")
    ground.move("b", to: "a")
    #expect(observer.newsAtRest().map(\.text) == ["new\n"])
    ground.put("not this\n", "c/f")
    #expect(observer.newsAtRest().isEmpty)
  }

  @Test func `what is known is no news`() throws {
    let ground = Ground()
    ground.put("old\n", "f")
    let observer = try Observer(ground.path("f"))
    ground.put("ours\n", "g")
    ground.move("g", to: "f")
    observer.know(try load(ground.path("f")))
    #expect(observer.newsAtRest().isEmpty)
    ground.put("theirs\n", "f")
    #expect(observer.newsAtRest().map(\.text) == ["theirs\n"])
  }

  @Test func `what happened before the watch is news`() throws {
    let ground = Ground()
    ground.put("old\n", "f")
    let known = try load(ground.path("f"))
    ground.put("newer\n", "f")
    var watcher = Watcher(ground.path("f"), known: known)
    let deadline = watcher.deadline
    #expect(deadline == 0)
    var news: [News] = []
    for second in Int64(1)...2 {
      if let one = watcher.news(at: second * 1_000_000_000) { news.append(one) }
    }
    #expect(news.map(\.text) == ["newer\n"])
  }

  @Test func `a writer that pauses is waited for`() throws {
    let ground = Ground()
    ground.put("old\n", "f")
    let observer = try Observer(ground.path("f"))
    let file = open(ground.path("f"), O_WRONLY | O_TRUNC)
    #expect(observer.pass(milliseconds: 800).isEmpty)
    write(file, "new\nand hal", 11)
    #expect(observer.pass(milliseconds: 800).isEmpty)
    write(file, "f\n", 2)
    #expect(observer.pass(milliseconds: 150).isEmpty)
    close(file)
    #expect(observer.newsAwaited().map(\.text) == ["new\nand half\n"])
  }

  @Test func `standard input is not watched`() {
    let nothing = LoadedFile(bytes: [], stamp: .absent, isSettled: false)
    var watcher = Watcher("-", known: nothing)
    let descriptor = watcher.descriptor
    #expect(descriptor == nil)
    let deadline = watcher.deadline
    #expect(deadline == nil)
    let news = watcher.news(at: 1)
    #expect(news == nil)
  }

  @Test func `where nothing tells of changes it looks once a second`() throws {
    let path = "/proc/self/limits"
    var watcher = Watcher(path, known: try load(path))
    let deadline = watcher.deadline
    #expect(deadline == 0)
    for second in Int64(0)..<5 {
      _ = watcher.news(at: second * 1_000_000_000)
      let deadline = watcher.deadline
      #expect(deadline == (second + 1) * 1_000_000_000)
    }
  }

  @Test func `many changes leave no watches behind`() throws {
    let ground = Ground()
    ground.put("old\n", "f")
    let observer = try Observer(ground.path("f"))
    let before = try watches(of: observer)
    #expect(before > 0)
    for number in 0..<500 {
      ground.put("\(number)\n", "g")
      ground.move("g", to: "f")
      #expect(observer.newsAwaited().map(\.text) == ["\(number)\n"])
    }
    #expect(try watches(of: observer) == before)
  }

  /// How many watches the system keeps for the observer.
  private func watches(of observer: Observer) throws -> Int {
    let gate = try lines(about: "\(observer.watcher.descriptor ?? -1)")
    // It is ready when one of others is, each of which has a line.
    let others = gate.filter { $0.first == "tfd:" }.map { $0[1] }
    return try others.reduce(0) { sum, number in
      try sum + lines(about: number).count { $0.first == "inotify" }
    }
  }

  /// What the system says about a descriptor, in words.
  private func lines(about number: String) throws -> [[String]] {
    let file = try load("/proc/self/fdinfo/\(number)")
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
  }

  @Test func `lost events mean that something changed`() throws {
    let ground = Ground()
    ground.put("old\n", "f")
    let observer = try Observer(ground.path("f"))
    let limit = (try? load("/proc/sys/fs/inotify/max_queued_events")).flatMap {
      Int(String(decoding: $0.bytes.dropLast(), as: UTF8.self))
    }
    for name in ["g0", "g1"] { ground.put("", name) }
    for number in 0...(limit ?? 16_384) {
      utimes(ground.path("g\(number % 2)"), nil)
    }
    ground.put("new\n", "f")
    #expect(observer.newsAtRest().map(\.text) == ["new\n"])
    observer.expectPeace()
  }
}

private func hardLink(_ path: String, _ other: String) {
  link(path, other)
}

/// Whether this system tells of changes.
private var canHear: Bool {
  #if canImport(Glibc)
    true
  #else
    false
  #endif
}
