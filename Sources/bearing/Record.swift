import ArgumentParser
import Canvas
import GoalFile
import Goals
import Reading
import Saving

/// Appends readings to a board file.
struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Append a reading to a board file.",
    usage: """
      bearing record FILE ID VALUE [WORDS] [--at MOMENT]
      bearing record FILE -
      """,
    discussion: """
      It may run while others have the file open. ID is that of a key result, a \
      KPI or an objective; VALUE is a number, or '-' where there is nothing new \
      to measure; WORDS are confidence, status, person and note, as in a \
      reading. With '-' instead it reads lines 'ID MOMENT VALUE WORDS' from \
      standard input and writes all of them or none. The exit code is 1 where \
      something is refused and nothing was written, 2 where the file could not \
      be read or written.
      """)

  @Option(
    help: ArgumentHelp(
      "When: 2026-10-05, or 2026-10-05T09:30. Default: today, with the time where there is a reading today already.",
      valueName: "moment"))
  var at: String?

  // A value may begin with a dash, and so may a note.
  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp(
      "The board file, then an id, a value and perhaps words, or '-'.",
      valueName: "words"), completion: .recorded)
  var words: [String] = []

  func validate() throws {
    _ = try Request(words, at: at)
  }

  func run() throws {
    ignoreSignalsOfWriting()
    let request = try Request(words, at: at)
    var (lines, faults) = try request.read()
    do {
      let appender = try Appender.open(request.path)
      let document = Document(try appender.load().bytes)
      do {
        let bytes = try document.lines(
          recording: lines.map(\.recording), at: Now.clock())
        if faults.isEmpty, !lines.isEmpty { try appender.append(bytes) }
      } catch let error as RecordingError {
        faults += error.faults.map {
          Request.Fault(line: lines[$0.index].line, reason: $0.reason)
        }
      }
    } catch let error as SaveError {
      try fail(request.path, error)
    }
    guard !faults.isEmpty else { return }
    for fault in faults.sorted(by: { $0.line ?? 0 < $1.line ?? 0 }) {
      writeError("\(fault)")
    }
    if lines.count + faults.count > 1 {
      writeError("bearing: nothing was recorded, not even what is right")
    }
    throw ExitCode(1)
  }

  private func fail(_ path: String, _ error: SaveError) throws -> Never {
    var reason = "\(error)"
    if error == .removed { reason = "there is no such file" }
    writeError(
      """
      bearing: cannot record in \(visible(path)): \(reason)
        nothing was written\(error == .removed ? "" : "; \(error.advice)")
      """)
    throw ExitCode(2)
  }
}

/// What is to be recorded where.
private struct Request {
  let path: String
  private let words: [String]
  private let moment: String?

  struct Line {
    /// From 1; `nil` on the command line.
    let line: Int?
    let recording: Recording
  }

  /// Why something is refused.
  struct Fault: CustomStringConvertible {
    let line: Int?
    let reason: EntryError

    var description: String {
      let place = line.map { "-:\($0)" } ?? "bearing"
      return "\(place): not recorded: \(visible(reason.description))"
    }
  }

  init(_ all: [String], at moment: String?) throws {
    var words = all
    var moment = moment
    // Behind the value these may be words of a note.
    if words.prefix(3).contains(where: { $0 == "--help" || $0 == "-h" }) {
      throw CleanExit.helpRequest(Record.self)
    }
    if let place = words.firstIndex(of: "--at") {
      guard place + 1 < words.count else {
        throw ValidationError("Missing value for '--at <moment>'")
      }
      moment = words[place + 1]
      words.removeSubrange(place...place + 1)
    } else if let place = words.firstIndex(where: { $0.hasPrefix("--at=") }) {
      moment = String(words.remove(at: place).dropFirst(5))
    }
    guard let path = words.first else {
      throw ValidationError("Missing expected argument '<file>'")
    }
    guard path != "-" else {
      throw ValidationError("A file is needed that can be written")
    }
    guard words.count >= 3 || words.dropFirst() == ["-"] else {
      throw ValidationError("An id and a value are needed, or '-'")
    }
    self.path = path
    self.words = Array(words.dropFirst())
    self.moment = moment
  }

  /// What the command line or standard input says, and what is wrong with lines
  /// that say nothing.
  func read() throws -> (lines: [Line], faults: [Fault]) {
    guard words == ["-"] else {
      let recording = Recording(
        id: bare(words[0]), moment: moment, value: words[1],
        words: words.dropFirst(2).joined(separator: " "))
      return ([Line(line: nil, recording: recording)], [])
    }
    var lines: [Line] = []
    var faults: [Fault] = []
    let input = try readBoard("-").bytes
    let texts = input.split(separator: 10, omittingEmptySubsequences: false)
    for (index, text) in texts.enumerated() {
      let text = text.last == 13 ? text.dropLast() : text
      guard let first = text.first(where: { $0 != 32 && $0 != 9 }),
        first != UInt8(ascii: "#")
      else { continue }
      do {
        var recording = try Recording(line: text)
        recording.id = bare(recording.id)
        lines.append(Line(line: index + 1, recording: recording))
      } catch {
        faults.append(Fault(line: index + 1, reason: error))
      }
    }
    return (lines, faults)
  }

  /// An id without the brackets it may be written in.
  private func bare(_ id: String) -> String {
    id.hasPrefix("[") && id.hasSuffix("]")
      ? String(id.dropFirst().dropLast()) : id
  }
}
