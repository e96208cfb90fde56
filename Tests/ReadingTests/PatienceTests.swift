import Reading
import Testing

/// When a file is believed, by made-up notices and times.
struct PatienceTests {
  /// What happens to a file, in milliseconds, and what is to be told of it.
  struct Story: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let noticed: [(Int64, Patience.Notice)]
    /// What a look finds from a time on.
    let found: [(Int64, Patience.Finding)]
    let told: [Told]
  }

  struct Told: Equatable, Sendable {
    let at: Int64
    let verdict: Patience.Verdict
    init(_ at: Int64, _ verdict: Patience.Verdict) {
      self.at = at
      self.verdict = verdict
    }
  }

  static let missing = Patience.Finding.failing(.missing)

  static let stories: [Story] = [
    Story(
      testDescription: "a file that is closed is taken at once",
      noticed: [(0, .begun), (3, .begun), (5, .complete)],
      found: [(0, .torn), (4, .whole)], told: [Told(5, .take)]),
    Story(
      testDescription: "a file that is put in place is taken at once",
      noticed: [(7, .complete)], found: [(0, .whole)], told: [Told(7, .take)]),
    Story(
      testDescription: "the name that an exchange takes away is there still",
      noticed: [(7, .complete), (7, .gone)], found: [(0, .whole)],
      told: [Told(7, .take)]),
    Story(
      testDescription: "an open writer is waited for until it is quiet",
      noticed: [(0, .begun), (150, .begun)], found: [(0, .whole)],
      told: [Told(350, .take)]),
    Story(
      testDescription: "what looks cut off is waited for longer",
      noticed: [(0, .begun), (150, .begun)], found: [(0, .torn)],
      told: [Told(1_050, .take)]),
    Story(
      testDescription: "lines added one by one are shown within a second",
      noticed: (0..<15).map { ($0 * 100, .begun) }, found: [(0, .grown)],
      told: [Told(900, .take), Told(1_600, .take)]),
    Story(
      testDescription: "a long rewriting is not shown before it is over",
      noticed: (0..<35).map { ($0 * 100, .begun) }, found: [(0, .whole)],
      told: [Told(3_600, .take)]),
    Story(
      testDescription: "a rewriting without end is shown at last",
      noticed: (0..<60).map { ($0 * 100, .begun) }, found: [(0, .whole)],
      told: [Told(5_100, .take), Told(6_100, .take)]),
    Story(
      testDescription: "an empty file may be about to be filled",
      noticed: [(0, .begun), (1, .complete), (400, .begun), (401, .complete)],
      found: [(0, .empty), (400, .whole)], told: [Told(401, .take)]),
    Story(
      testDescription: "an empty file that stays is taken",
      noticed: [(0, .begun), (1, .complete)], found: [(0, .empty)],
      told: [Told(901, .take)]),
    Story(
      testDescription: "a known content is no news",
      noticed: [(0, .begun), (1, .complete), (9, .rested)],
      found: [(0, .same)], told: []),
    Story(
      testDescription: "a file that rests is taken at once",
      noticed: [(5, .rested)], found: [(0, .whole)], told: [Told(5, .take)]),
    Story(
      testDescription: "a new mode says nothing about an open writer",
      noticed: [(0, .begun), (10, .rested)], found: [(0, .whole)],
      told: [Told(200, .take)]),
    Story(
      testDescription: "a file that moves under the look is looked at again",
      noticed: [(0, .complete)], found: [(0, .moving), (100, .whole)],
      told: [Told(100, .take)]),
    Story(
      testDescription: "a file is missing within a second",
      noticed: [(0, .gone)], found: [(0, missing)],
      told: [Told(900, .tell(.missing))]),
    Story(
      testDescription: "a file that is away for a save is not missing",
      noticed: [(0, .gone), (600, .begun), (610, .complete)],
      found: [(0, missing), (600, .whole)], told: [Told(610, .take)]),
    Story(
      testDescription: "a slow save after a removal is waited for",
      noticed: [(0, .gone), (800, .begun), (950, .begun)],
      found: [(0, missing), (800, .torn), (950, .whole)],
      told: [Told(1_150, .take)]),
    Story(
      testDescription: "a file that is back as it was is told once",
      noticed: [(0, .gone), (3_000, .complete), (3_100, .rested)],
      found: [(0, missing), (3_000, .same)],
      told: [Told(900, .tell(.missing)), Told(3_000, .take)]),
    Story(
      testDescription: "a file that is missing is told once",
      noticed: [(0, .gone), (3_000, .gone), (9_000, .gone)],
      found: [(0, missing)], told: [Told(900, .tell(.missing))]),
    Story(
      testDescription: "what takes its place and is no file is told in time",
      noticed: [(0, .gone), (0, .begun)],
      found: [(0, .failing(.special("a pipe")))],
      told: [Told(900, .tell(.special("a pipe")))]),
    Story(
      testDescription: "what is written for long and goes is waited for",
      noticed: (0..<20).map { ($0 * 100, .begun) },
      found: [(0, .whole), (1_900, missing)],
      told: [Told(2_800, .tell(.missing))]),
    Story(
      testDescription: "one failure may follow another",
      noticed: [(0, .gone), (3_000, .complete)],
      found: [(0, missing), (3_000, .failing(.folder))],
      told: [
        Told(900, .tell(.missing)), Told(3_000, .tell(.folder)),
      ]),
  ]

  @Test(arguments: stories)
  func `a file is believed in time`(story: Story) {
    var patience = Patience()
    var told: [Told] = []
    var noticed = story.noticed[...]
    while true {
      let next = noticed.first?.0
      let look = patience.lookAt.map { $0 / million }
      guard let time = [next, look].compactMap({ $0 }).min() else { break }
      while let (at, notice) = noticed.first, at == time {
        patience.note(notice, at: at * million)
        noticed = noticed.dropFirst()
      }
      guard let look = patience.lookAt, look <= time * million else { continue }
      let finding = story.found.last { $0.0 <= time }?.1 ?? .same
      let verdict = patience.judge(finding, at: time * million)
      if verdict != .nothing { told.append(Told(time, verdict)) }
    }
    #expect(told == story.told)
    #expect(patience.lookAt == nil)
  }

  @Test func `nothing is planned before anything is noticed`() {
    #expect(Patience().lookAt == nil)
  }

  @Test func `a busy writer is looked at five times a second at most`() {
    var patience = Patience()
    var looks = 0
    for time in Int64(0)..<3_000 {
      patience.note(.begun, at: time * million)
      guard let look = patience.lookAt, look <= time * million else { continue }
      looks += 1
      _ = patience.judge(.moving, at: time * million)
    }
    #expect((5...12).contains(looks))
  }
}

private let million: Int64 = 1_000_000
