import Foundation

/// A folder that goes when the test does.
final class TestFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "bearing-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file of that name and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = url.appending(path: name).path
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }
}
