import ArgumentParser
import Canvas
import CSystem
import Reading

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

/// Writes text to standard output.
func write(_ text: String) {
  print(text, terminator: "")
}

/// Writes a line to standard error.
func writeError(_ line: String) {
  fputs(line + "\n", stderr)
}

/// Reads a board file, or says on standard error why not and ends with 2.
func readBoard(_ path: String) throws -> LoadedFile {
  do {
    return try load(path)
  } catch {
    writeError("bearing: cannot read \(visible(path)): \(error)")
    throw ExitCode(2)
  }
}
