import Dashboard
import Foundation
import GoalFile
import Goals
import Testing

/// Every command in every mode, in random sequences of a thousand keys over
/// made-up boards.
@Suite struct RandomKeysTests {
  /// What came of a part of the sequences.
  private struct Outcome: Sendable {
    var deeds: Set<RandomTypist.Deed> = []
    var edits = 0
    var faults: [String] = []
  }

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// The sequences, by their seeds.
  private static var sequences: Range<Int> {
    let first = number("RANDOM_FIRST") ?? 0
    return first..<first + (number("RANDOM_SEQUENCES") ?? 200)
  }

  /// How many keys each has.
  private static var length: Int { number("RANDOM_KEYS") ?? 1_000 }

  @Test func `nothing traps, and undoing everything returns the first bytes`()
    async
  {
    let sequences = Self.sequences
    let parts = 8
    let outcome = await withTaskGroup(of: Outcome.self) { group in
      for part in 0..<parts {
        group.addTask {
          var outcome = Outcome()
          for seed in sequences where seed % parts == part {
            Self.run(seed, &outcome)
          }
          return outcome
        }
      }
      return await group.reduce(into: Outcome()) { sum, part in
        sum.deeds.formUnion(part.deeds)
        sum.edits += part.edits
        sum.faults += part.faults
      }
    }
    for fault in outcome.faults.prefix(20) { Issue.record("\(fault)") }
    #expect(outcome.edits > Self.length / 100 * sequences.count)
    let missing = Self.possible.subtracting(outcome.deeds)
    if Self.length >= 1_000 { #expect(missing.sorted().map(\.words) == []) }
    let done = Set(outcome.deeds.map(\.command))
    #expect(Command.allCases.filter { !done.contains($0) } == [])
  }

  /// Every command in every place where it has a key or can be found.
  private static var possible: Set<RandomTypist.Deed> {
    let deeds = Command.allCases.flatMap { command in
      command.contexts.map {
        RandomTypist.Deed(command: command, context: $0)
      }
    }
    return Set(deeds)
  }

  private static func run(_ seed: Int, _ outcome: inout Outcome) {
    var boards = RandomBoards(seed: UInt64(seed))
    let text = boards.next()
    let first = Array(text.utf8)
    let company: RandomTypist.Company = seed % 5 == 4 ? .others : .nobody
    var typist = RandomTypist(at: text, seed: UInt64(seed), company: company)
    typist.type(length)
    func fault(_ words: String) {
      let keys = typist.lastKeys.map { "\($0)" }.joined(separator: " ")
      outcome.faults.append("seed \(seed): \(words), after … \(keys)")
    }
    guard typist.leaveAll() else {
      return fault("there is no way out of \(typist.session.context)")
    }
    outcome.deeds.formUnion(typist.deeds)
    guard company == .nobody else { return }
    let saved = typist.save()
    let last = typist.session.document
    if saved != last.bytes { fault("what is saved is not what is seen") }
    let again = Document(saved)
    let errors = again.diagnostics.filter {
      // A cycle may be changed though a plan lies outside it then.
      $0.severity == .error && $0.code != .outsideWindow
    }
    if !errors.isEmpty, !Document(first).hasErrors {
      fault("an error came in: \(errors.map(\.message))")
    }
    if !last.differences(to: again, at: Stage.now).isEmpty {
      fault("what is read is not what was saved")
    }
    let steps = typist.undoAll()
    if typist.session.document.bytes != first {
      fault("undoing \(steps) steps does not lead back")
    }
    if typist.redo(steps) != steps
      || typist.session.document.bytes != last.bytes
    {
      fault("doing \(steps) steps again does not lead forth")
    }
    outcome.edits += steps
  }
}
