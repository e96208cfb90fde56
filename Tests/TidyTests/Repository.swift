import Foundation

/// The files of this repository, as they lie on disk.
struct Repository {
  let root: URL

  init() {
    root = URL(filePath: #filePath)
      .deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// The text of a file, its path counted from the root.
  func text(_ path: String) throws -> String {
    let bytes = try Data(contentsOf: root.appending(path: path))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What lies in a folder, without what lies in the folders in it.
  func entries(of folder: String = "") throws -> [String] {
    try FileManager.default
      .contentsOfDirectory(atPath: root.appending(path: folder).path)
      .sorted()
  }

  /// The paths of all files under a folder, build folders aside.
  func files(under folder: String) throws -> [String] {
    try entries(of: folder)
      .filter { !$0.hasPrefix(".build") }
      .flatMap { name -> [String] in
        let path = folder + "/" + name
        var isFolder: ObjCBool = false
        let place = root.appending(path: path).path
        _ = FileManager.default.fileExists(
          atPath: place, isDirectory: &isFolder)
        return isFolder.boolValue ? try files(under: path) : [path]
      }
  }

  func swiftFiles(under folder: String) throws -> [SwiftFile] {
    try files(under: folder)
      .filter { $0.hasSuffix(".swift") }
      .map { SwiftFile(path: $0, text: try text($0)) }
  }
}
