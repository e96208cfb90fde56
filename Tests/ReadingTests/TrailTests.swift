import Reading
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What decides where a path leads.
struct TrailTests {
  /// The roles on the way from the folder of a test on.
  private func roles(_ folder: borrowing Ground, _ name: String) -> [String] {
    let steps = Trail(folder.path(name)).steps
    return steps.compactMap { step in
      let place = String(decoding: step.place, as: UTF8.self)
      guard place.hasPrefix(folder.path) else { return nil }
      let rest = place.dropFirst(folder.path.utf8.count)
      switch step.role {
      case .passage: return "passage \(rest)"
      case .turning(let name):
        return "turning \(rest) \(String(decoding: name, as: UTF8.self))"
      case .home(let name):
        return "home \(rest) \(String(decoding: name, as: UTF8.self))"
      case .content: return "content \(rest)"
      }
    }
  }

  @Test func `a file has a home and a content`() {
    let ground = Ground()
    ground.put("x\n", "a")
    #expect(roles(ground, "a") == ["passage ", "home  a", "content /a"])
    #expect(roles(ground, "./a") == roles(ground, "a"))
  }

  @Test func `a file that is not there has a home alone`() {
    let ground = Ground()
    #expect(roles(ground, "a") == ["passage ", "home  a"])
  }

  @Test func `the first folder that is not there ends it`() {
    let ground = Ground()
    #expect(roles(ground, "a/b/c") == ["passage ", "turning  a"])
  }

  @Test func `each link is a turning`() {
    let ground = Ground()
    ground.makeFolder("deep")
    ground.put("x\n", "deep/c")
    ground.link("b", to: "deep/../deep/c")
    ground.link("a", to: ground.path("b"))
    let found = roles(ground, "a").filter { !$0.hasPrefix("passage") }
    #expect(
      found == [
        "turning  a", "turning  b", "home /deep/../deep c",
        "content /deep/../deep/c",
      ])
  }

  @Test func `links in a circle come to an end`() {
    let ground = Ground()
    ground.link("a", to: "b")
    ground.link("b", to: "a")
    #expect(roles(ground, "a").count < 100)
  }

  @Test func `another file of the same name makes another trail`() {
    let ground = Ground()
    ground.put("x\n", "a")
    ground.put("y\n", "b")
    let before = Trail(ground.path("a"))
    #expect(before == Trail(ground.path("a")))
    ground.move("b", to: "a")
    #expect(before != Trail(ground.path("a")))
  }

  @Test func `a name need not be text`() {
    let ground = Ground()
    let name: [CChar] = [-1, 98, 0]
    let folder = open(ground.path, O_RDONLY | O_DIRECTORY)
    let file = openat(folder, name, O_CREAT | O_WRONLY, 0o600)
    symlinkat(name, folder, "a")
    defer {
      close(file)
      unlinkat(folder, name, 0)
      close(folder)
    }
    #expect(
      Trail(ground.path("a")).steps.contains {
        $0.role == .home(name: [0xFF, 98])
      })
  }

  @Test func `a file system that tells nothing is known`() {
    #expect(Trail("/proc/self/status").isRemote)
    #expect(!Trail("/tmp").isRemote)
  }
}
