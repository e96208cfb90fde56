import ArgumentParser
import Canvas
import CSystem
import Reading
import Saving

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The value of an environment variable, or `nil` where it is missing or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}

/// The folder for what Bearing itself remembers, or `nil` where nothing says
/// where that could be.
var stateFolder: String? {
  // The convention wants an absolute path, and others to be ignored.
  if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
    return state + "/bearing"
  }
  return environment("HOME").map { $0 + "/.local/state/bearing" }
}

/// A path as somebody typed it, with `~/` for the home folder.
func expanded(_ path: String) -> String {
  guard path.hasPrefix("~/"), let home = environment("HOME") else {
    return path
  }
  return home + path.dropFirst()
}

/// The last part of a path.
func lastPart(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

/// Writes text to standard output; ends with 2 where that fails.
func emit(_ text: String) throws {
  try emit(text, to: STDOUT_FILENO)
}

/// Writes a line to standard error.
func writeError(_ line: String) {
  try? emit(line + "\n", to: STDERR_FILENO)
}

/// Writes a question to standard error, whose answer goes on the same line.
func writeQuestion(_ question: String) {
  try? emit(question, to: STDERR_FILENO)
}

/// Writes bytes to standard output as they are; ends with 2 where that fails.
func emit(_ bytes: [UInt8]) throws {
  try bytes.withUnsafeBufferPointer { try emit($0, to: STDOUT_FILENO) }
}

private func emit(_ text: String, to descriptor: Int32) throws {
  var text = text
  try text.withUTF8 { try emit($0, to: descriptor) }
}

private func emit(
  _ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32
) throws {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = write(
      descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw ExitCode(2) }
    rest = rest.dropFirst(count)
  }
}

/// Writes a board file that was read before, or says on standard error why not
/// and ends with 2.
func writeBoard(
  _ bytes: [UInt8], to path: String, over file: LoadedFile
) throws {
  do throws(SaveError) {
    let saved = try save(bytes, to: path, expecting: file)
    guard let notice = saved.notice else { return }
    writeError("bearing: \(visible(path)): \(visible(notice.description))")
  } catch {
    writeError(
      """
      bearing: cannot write \(visible(path)): \(visible(error.description))
        nothing was lost; \(visible(error.advice))
      """)
    throw ExitCode(2)
  }
}

/// Reads a board file, or says on standard error why not and ends with 2.
func readBoard(_ path: String) throws -> LoadedFile {
  do {
    return try load(path)
  } catch {
    writeError("bearing: cannot read \(visible(path)): \(visible("\(error)"))")
    throw ExitCode(2)
  }
}
