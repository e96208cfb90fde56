import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A system call of a program that saves.
enum SaveCall: Sendable {
  /// Opens a file for writing, besides with these flags.
  case open(String, Int32)
  /// Writes the part of the content of this number, or all of it.
  case write(part: Int)
  case writeAll
  case setMode(mode_t)
  case truncate
  case close
  case rename(String, String)
  case remove(String)
  /// Makes a link, as emacs locks a file.
  case lock(String)
}

/// How a program saves the file "f", call by call as it was traced, but for
/// fsync, which nobody hears.
struct SavePattern: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let calls: [SaveCall]

  init(_ name: String, _ calls: [SaveCall]) {
    testDescription = name
    self.calls = calls
  }

  private static let fresh = O_CREAT | O_TRUNC
  private static let new = O_CREAT | O_EXCL
  private static let parts: [SaveCall] = (0..<SavedText.partCount).map {
    .write(part: $0)
  }

  static let all: [SavePattern] = [
    SavePattern(
      "vim",
      [
        .open("4913", new), .setMode(0o644), .close, .remove("4913"),
        .rename("f", "f~"), .open("f", fresh),
      ] + parts + [.setMode(0o644), .close, .remove("f~")]),
    SavePattern(
      "vim in place",
      [.open("f~", new), .writeAll, .close, .open("f", fresh)]
        + parts + [.close, .remove("f~")]),
    SavePattern(
      "nvim",
      [
        .open("4913", new), .close, .remove("4913"), .rename("f", "f~"),
        .open("f", fresh),
      ] + parts + [.close, .setMode(0o644), .remove("f~")]),
    SavePattern(
      "emacs, first save",
      [.lock(".#f"), .rename("f", "f~"), .open("f", new)] + parts
        + [.setMode(0o644), .close, .remove(".#f"), .remove("f~")]),
    SavePattern(
      "emacs, further saves",
      [.lock(".#f"), .open("f", fresh)] + parts
        + [.close, .remove(".#f")]),
    SavePattern("kakoune", [.open("f", fresh)] + parts + [.close]),
    SavePattern(
      "kakoune, replacing",
      [.open(".f.kak.a", new)] + parts
        + [.setMode(0o644), .close, .rename(".f.kak.a", "f")]),
    SavePattern(
      "nano",
      [
        .open(".f.swp", new), .write(part: 0), .close, .open("f", fresh),
      ] + parts + [.close, .remove(".f.swp")]),
    SavePattern(
      "sed -i",
      [.open("sedA", new)] + parts
        + [.setMode(0o644), .close, .rename("sedA", "f")]),
    SavePattern("cp", [.open("f", O_TRUNC)] + parts + [.close]),
    SavePattern(
      "truncating by itself",
      [.open("f", 0), .truncate] + parts + [.close]),
    SavePattern(
      "git checkout",
      [.remove("f"), .open("f", new)] + parts + [.close]),
    SavePattern(
      "removing and renaming",
      [.open("g", new)] + parts + [.close, .remove("f"), .rename("g", "f")]),
  ]
}

/// A program that saves by a pattern.
struct SavingProgram: ~Copyable {
  private let folder: String
  private var file: Int32 = -1

  init(in folder: String) {
    self.folder = folder
  }

  mutating func perform(_ call: SaveCall, _ text: SavedText) {
    switch call {
    case .open(let name, let flags):
      file = open(path(name), O_WRONLY | O_CLOEXEC | flags, 0o644)
    case .write(let number): put(text.part(number))
    case .writeAll: put(text.bytes)
    case .setMode(let mode): fchmod(file, mode)
    case .truncate: ftruncate(file, 0)
    case .close: close(file)
    case .rename(let old, let new): rename(path(old), path(new))
    case .remove(let name): unlink(path(name))
    case .lock(let name): symlink("ada@host.1", path(name))
    }
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func put(_ bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes)
    _ = write(file, bytes, bytes.count)
  }

  private func put(_ bytes: [UInt8]) { put(bytes[...]) }
}

/// A content that tells whether it is complete.
struct SavedText: Hashable, Sendable {
  static let partCount = 3
  let version: Int
  let bytes: [UInt8]

  init(_ version: Int) {
    self.version = version
    let lines = (0..<300).map { "version \(version), line \($0)\n" }
    bytes = Array(lines.joined().utf8)
  }

  /// One of the parts, none but the last of which ends with a line.
  func part(_ number: Int) -> ArraySlice<UInt8> {
    let size = bytes.count / Self.partCount - 3
    let end = number == Self.partCount - 1 ? bytes.count : (number + 1) * size
    return bytes[(number * size)..<end]
  }

  /// The version that `bytes` are in full; `nil` for none.
  static func version(of bytes: [UInt8]) -> Int? {
    let word = bytes.prefix { $0 != UInt8(ascii: ",") }.dropFirst(8)
    guard let number = Int(String(decoding: word, as: UTF8.self)) else {
      return nil
    }
    return SavedText(number).bytes == bytes ? number : nil
  }
}
