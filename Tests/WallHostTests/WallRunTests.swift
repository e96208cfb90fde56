import Canvas
import Foundation
import Goals
import Reading
import Terminal
import Testing
import Wall
import WallHost

/// A wall in a hall where nothing takes time: its file is real.
struct WallRunTests {
  private static func board(_ value: Int) -> String {
    "kpi Churn\n  healthy .. 4\n  every year\n  2026-11-20 \(value)\n"
  }

  /// Hangs a wall in a hall until its time is over.
  private func hang(
    _ clockwork: WallRun.Clockwork, _ hall: inout Hall, rotate: Int = 20,
    pages: [WallSubject] = []
  ) throws {
    var options = WallOptions()
    options.pages = pages
    options.rotate = rotate
    var run = WallRun(
      hall.path, named: "b.okr", options: options, glyphs: .unicode,
      clockwork: clockwork, quitKeys: .none, in: hall)
    #expect(run.run(in: &hall) == .closed)
    let isOver = hall.isOver
    #expect(isOver)
  }

  @Test(arguments: [
    WallRun.Clockwork.running, .stopped(Now(Day(number: 20_779))),
  ])
  func `marks end after a minute, also where the clock stands`(
    clockwork: WallRun.Clockwork
  ) throws {
    var hall = try Hall(Self.board(3))
    defer { hall.leave() }
    hall.plan(at: 5) { try $0.replace(Self.board(6)) }
    try hang(clockwork, &hall)
    #expect(hall.marks(at: 4) == false)
    #expect(hall.marks(at: 6) == true)
    #expect(hall.marks(at: 64) == true)
    #expect(hall.marks(at: 66) == false)
    #expect(hall.pictures.count < 12)
    #expect(hall.inputs < 20)
  }

  @Test func `each mark ends after its own minute`() throws {
    var hall = try Hall(Self.board(3) + "kpi Tea\n  2026-11-20 3\n")
    defer { hall.leave() }
    hall.plan(at: 5) {
      try $0.replace(Self.board(6) + "kpi Tea\n  2026-11-20 3\n")
    }
    hall.plan(at: 25) {
      try $0.replace(Self.board(6) + "kpi Tea\n  2026-11-20 4\n")
    }
    try hang(.running, &hall)
    #expect(hall.marks(at: 84) == true)
    #expect(hall.marks(at: 87) == false)
  }

  @Test func `a reading to come is shown in its second`() throws {
    var hall = try Hall(Self.board(3))
    defer { hall.leave() }
    hall.plan(at: 5) {
      try $0.replace(Self.board(3) + "  \($0.date(in: 7)) 777\n")
    }
    try hang(.running, &hall)
    let text = { (seconds: Double) in
      hall.pictures.last { $0.at <= seconds }?.text ?? ""
    }
    #expect(!text(11.9).contains("+774"))
    #expect(text(12.1).contains("+774"))
    #expect(hall.inputs < 20)
  }

  @Test func `the date of a file follows it without another content`() throws {
    var hall = try Hall(Self.board(3))
    defer { hall.leave() }
    hall.plan(at: 5) {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_798_400_000)],
        ofItemAtPath: $0.path)
    }
    try hang(.running, &hall)
    let time = WallTime(seconds: 1_798_400_000)
    let minute = time.minute < 10 ? "0\(time.minute)" : "\(time.minute)"
    let text = hall.pictures.last?.text ?? ""
    #expect(text.contains("\(time.day) Dec \(time.hour):\(minute)"), "\(text)")
  }

  @Test func `a page that takes the place of another has its whole time`()
    throws
  {
    let two = Self.board(3) + "kpi [tea] Tea\n  2026-11-20 3\n"
    var hall = try Hall("kpi [milk] Milk\n  2026-11-20 3\n" + two)
    defer { hall.leave() }
    // The page that is shown goes away, three seconds before its end.
    hall.plan(at: 17) { try $0.replace(two) }
    try hang(
      .running, &hall,
      pages: [.thing(ID("milk")), .thing(ID("tea")), .kpis])
    let turn = hall.pictures.first { $0.at > 20 && $0.text.contains("2 of 2") }
    let at = try #require(turn?.at)
    #expect((36...39).contains(at), "\(at)")
  }
}

/// A corridor whose clocks jump to what is waited for.
struct Hall: Corridor {
  struct Picture {
    /// In seconds.
    let at: Double
    let text: String
    let isMarked: Bool
  }

  typealias Deed = (Hall) throws -> Void

  let folder: URL
  let path: String
  private(set) var pictures: [Picture] = []
  private var canvas = Canvas(width: 0, height: 0)
  private(set) var inputs = 0
  private(set) var elapsed: Int64 = 0
  private var deeds: [(at: Int64, what: Deed)] = []
  private let length: Int64 = 200_000_000_000

  init(_ text: String) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "bearing-hall-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "b.okr")
    path = file.path
    try Data(text.utf8).write(to: file)
    // A file that was written just now is looked at again.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_798_000_000)],
      ofItemAtPath: path)
  }

  var size: (width: Int, height: Int) { (60, 12) }

  var isOver: Bool { elapsed >= length }

  var time: WallTime {
    WallTime(seconds: 1_798_500_010 + elapsed / 1_000_000_000)
  }

  func leave() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Has something happen after some seconds.
  mutating func plan(at seconds: Int64, _ what: @escaping Deed) {
    deeds.append((seconds * 1_000_000_000, what))
  }

  func replace(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  }

  /// The local time some seconds from now as a board writes it.
  func date(in seconds: Int64) -> String {
    let time = WallTime(seconds: time.seconds + seconds)
    let moment = Moment(time)
    let second = time.second < 10 ? "0\(time.second)" : "\(time.second)"
    return "\(moment.day)T\(moment.hourAndMinute):\(second)"
  }

  /// Whether what was shown then had a mark.
  func marks(at seconds: Double) -> Bool? {
    pictures.last { $0.at <= seconds }?.isMarked
  }

  mutating func show(_ part: Canvas, at place: Position) {
    var whole = canvas
    whole.put(part, at: place)
    show(whole)
  }

  mutating func show(_ canvas: Canvas) {
    self.canvas = canvas
    let isMarked = (0..<canvas.height).contains { row in
      (0..<canvas.width).contains { canvas[row, $0].style.role == .notice }
    }
    pictures.append(
      Picture(
        at: Double(elapsed) / 1e9, text: canvas.text, isMarked: isMarked))
  }

  mutating func redraw() {}

  mutating func nextInput(
    deadline: Deadline?, watching descriptors: [Int32]
  ) -> Input {
    inputs += 1
    guard !isOver, inputs < 1_000 else { return .closed }
    let next = end(of: deadline)
    if let deed = deeds.first, deed.at <= next {
      deeds.removeFirst()
      elapsed = deed.at
      do { try deed.what(self) } catch { return .closed }
      return descriptors.first.map { .ready(descriptor: $0) } ?? .deadline
    }
    elapsed = next
    return .deadline
  }

  private func end(of deadline: Deadline?) -> Int64 {
    let start: Int64 = 1_798_500_010
    return switch deadline {
    case nil: length
    case .monotonic(let end): max(elapsed, end)
    case .wall(let end): max(elapsed, (end - start) * 1_000_000_000)
    case .either(let end, let wall):
      max(elapsed, min(end ?? .max, (wall - start) * 1_000_000_000))
    }
  }
}
