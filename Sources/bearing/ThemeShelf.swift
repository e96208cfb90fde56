import Canvas
import GoalFile
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

  /// The person's own.
  static var own: ThemeShelf {
    ThemeShelf(folder: Config.folder.map { $0 + "/themes" })
  }

  /// The names of all themes that can be used, those of the program first.
  var names: [String] {
    let wrong = Set(
      Set(files.map(\.name)).filter { (try? theme(named: $0)) == nil })
    return allNames.filter { !wrong.contains($0) }
  }

  /// The same with the names of files that are wrong.
  var allNames: [String] {
    let own = Set(files.map(\.name)).subtracting(Theme.embeddedNames)
    return Theme.embeddedNames + own.sorted()
  }

  /// Whether there is something of that name, right or wrong.
  func has(_ name: String) -> Bool {
    file(named: name) != nil || Theme.embeddedNames.contains(name)
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
    }.first { file in
      var found = stat()
      return lstat(file.path, &found) == 0
    }
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
      throw .unreadable(
        file.path,
        error == .missing ? "the link leads to no file" : "\(error)")
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

  /// All that is wrong, a sentence each.
  var lines: [String] {
    switch self {
    case .unknown(let name, let names):
      let nearest = nearestWord(to: name, among: names)
      return [
        "there is no theme \"\(visible(name))\""
          + (nearest.map { ", did you mean \"\(visible($0))\"?" }
            ?? "; there are "
            + names.map(visible).joined(separator: ", "))
      ]
    case .unreadable(let path, let reason):
      return ["\(visible(path)): \(visible(reason))"]
    case .wrong(let path, let error):
      return error.mistakes.map { "\(visible(path)):\($0)" }
    }
  }

  /// The first of it, and how much more there is.
  var description: String { brief(lines) }
}

/// The first of several complaints, and how many more there are.
///
/// What is expected in place of the first is left out where there are more.
func brief(_ complaints: [String]) -> String {
  guard let first = complaints.first, complaints.count > 1 else {
    return complaints.first ?? ""
  }
  let end = first.firstRange(of: ", expected ")?.lowerBound ?? first.endIndex
  return "\(first[..<end]), and \(complaints.count - 1) more"
}
