import Canvas
import Reading
import Themes

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The themes that there are: those that the program brings, and the person's
/// own in a folder, by the names of their files.
struct ThemeShelf: Hashable {
  /// `nil` where nothing says where that could be.
  let folder: String?

  /// All names, those of the program first.
  var names: [String] {
    let own = Set(files.map(\.name)).subtracting(Theme.embeddedNames)
    return Theme.embeddedNames + own.sorted()
  }

  /// The theme of that name; the person's own before that of the program.
  func theme(named name: String) throws(ThemeTrouble) -> Theme {
    if let file = file(named: name) { return try read(file) }
    if let theme = Theme.embedded(named: name) { return theme }
    throw .unknown(name, among: names)
  }

  private struct File: Hashable {
    let path: String
    let name: String
    let isBase16: Bool
  }

  private func file(named name: String) -> File? {
    // A name is no path; and most people have no such folder.
    guard !name.isEmpty, !name.contains("/"), let folder else { return nil }
    return ThemeShelf.endings.lazy.map { ending, isBase16 in
      File(
        path: "\(folder)/\(name)\(ending)", name: name, isBase16: isBase16)
    }.first { access($0.path, F_OK) == 0 }
  }

  private var files: [File] {
    guard let folder, let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var files: [File] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix("."),
        let ending = ThemeShelf.endings.first(where: {
          name.hasSuffix($0.ending) && name.count > $0.ending.count
        })
      else { continue }
      files.append(
        File(
          path: "\(folder)/\(name)",
          name: String(name.dropLast(ending.ending.count)),
          isBase16: ending.isBase16))
    }
    return files
  }

  private func read(_ file: File) throws(ThemeTrouble) -> Theme {
    let bytes: [UInt8]
    do {
      bytes = try load(file.path).bytes
    } catch {
      throw .unreadable(file.path, "\(error)")
    }
    do throws(ThemeError) {
      return try file.isBase16
        ? Theme(base16: bytes, named: file.name) : Theme(reading: bytes)
    } catch {
      throw .wrong(file.path, error)
    }
  }

  private static let endings = [
    (ending: ".theme", isBase16: false), (ending: ".yaml", isBase16: true),
    (ending: ".yml", isBase16: true),
  ]
}

/// Why a theme is not used.
enum ThemeTrouble: Error, Hashable, CustomStringConvertible {
  case unknown(String, among: [String])
  case unreadable(String, String)
  case wrong(String, ThemeError)

  var description: String {
    switch self {
    case .unknown(let name, let names):
      "there is no theme \"\(visible(name))\"; there are "
        + names.map(visible).joined(separator: ", ")
    case .unreadable(let path, let reason):
      "\(visible(path)): \(visible(reason))"
    case .wrong(let path, let error): "\(visible(path)):\(error)"
    }
  }
}
