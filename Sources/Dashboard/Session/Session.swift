import Canvas
import GoalFile
import Goals

/// Everything that a person at the dashboard sees and has done.
///
/// It is changed by events alone and reads no clock, file or environment.
package struct Session: Sendable {
  /// Whether edits are possible, and why not.
  package enum Access: Hashable, Sendable {
    case editing
    case readOnly(String)
  }

  /// Whether time goes on.
  package enum Clockwork: Hashable, Sendable {
    case running
    /// A moment that somebody asked for stands in for the clock.
    case stopped
  }

  /// The name of the file, as it is shown.
  package internal(set) var name: String
  /// The path of the file, as it may be typed.
  var path: String
  /// The path of another file that it is to be saved in, as it was typed.
  var otherPath: String?
  package let access: Access
  package let glyphs: Glyphs
  let clockwork: Clockwork
  let keymap: Keymap
  /// Who sits here, if anybody said.
  let user: String?
  /// The name that the theme in use is chosen by.
  package internal(set) var theme: String
  /// The theme that was asked for last, until it is in use.
  var pendingTheme: String?
  /// The names of all themes there are.
  package internal(set) var themes: [String] = []
  /// The document with all edits, saved or not.
  package internal(set) var document: Document
  /// The bytes of the file, as they were read or saved last.
  package internal(set) var base: [UInt8]
  package internal(set) var hasUnsavedEdits = false
  /// Whether the person chose to throw the unsaved edits away.
  package internal(set) var isForsaken = false
  /// The bytes that were handed out to be saved.
  var handedOut: [UInt8]?
  var history = History()
  /// What is left to do in the world, in order.
  var outbox: [Effect] = []
  var errors = 0
  /// Why the file could not be read; what is shown is what was read before.
  var problem: String?
  /// What the file holds now, where that collides with the edits.
  var collision: [UInt8]?
  /// Why unsaved edits are in no safe place.
  var keepingProblem: String?
  /// Who else has the file open, in words.
  var neighbours: [String] = []
  /// What other sessions left behind and nobody decided on yet.
  var recovered: [Recovered] = []
  /// The differences that the first of them makes, in words.
  var recoveredWords: [String] = []
  var quitsOnceSaved = false
  var opensOnceSaved = false

  var outlook: Outlook { didSet { revision += 1 } }
  /// All lines of the objectives pane.
  var rows: [Thing] { didSet { revision += 1 } }
  /// All lines of the KPI pane: the KPIs by their places in the board.
  var kpiRows: [Int] { didSet { revision += 1 } }
  /// What is to be shown of the board.
  var sight = Sight() { didSet { revision += 1 } }
  /// Counts what changed about the board as it is shown.
  private(set) var revision = 0
  var backdrop: Backdrop?
  var details = DetailPictures()
  var keptPage: KeptPage?
  /// Histories of what is seen, so that a step computes none anew.
  var histories: [Thing: [HistoryPoint]] = [:]

  /// What the program was started to do first, until it is done.
  var wanted: Command?
  /// The meeting that is being held, if one is.
  package internal(set) var sitting: Sitting?

  var clock: Now
  /// How many days the board shown lies in the past; never below 0.
  var daysBack = 0
  var size = (width: 80, height: 24)
  var trail = Trail()
  /// Where everything stood before the size changed, until the next key: a size
  /// that was there before shows the same again.
  var rest: Trail?
  var mode = Mode.browsing
  /// The walk through all that is due, while one is on it.
  var walk: CheckInWalk?
  var notice: Notice?
  /// The number typed before a command.
  var count: Int?
  var lastSearch = ""
  /// Whether the matches of the last search are still marked.
  var marksMatches = false
  var pastTexts = PastTexts()
  /// Where somebody is among them, while a line is typed.
  var recall: PastTexts.Recall?
  /// Forms that were left half filled in.
  var drafts: [DraftKey: Form] = [:]
  /// What was erased last in a line of text.
  var erased = ""
  /// How often each command was used, for hints that are not needed any more.
  var uses: [Command: Int] = [:]
  var keptHints: KeptHints?

  /// - Parameter bytes: the file as it was read; empty where there is none yet.
  package init(
    name: String, path: String? = nil, bytes: [UInt8], now: Now,
    clockwork: Clockwork = .running, access: Access = .editing,
    glyphs: Glyphs = .unicode,
    theme: String = "dark", settings: Settings = Settings()
  ) {
    self.name = name
    self.path = path ?? name
    self.access = access
    self.glyphs = glyphs
    self.theme = theme
    self.clockwork = clockwork
    keymap = settings.keymap
    user = settings.user
    clock = now
    base = bytes
    document = Document(bytes)
    errors = document.errorCount
    outlook = Outlook(document.board, at: now)
    rows = outlook.rows()
    kpiRows = Array(outlook.board.kpis.indices)
    if case .editing = access { decideMarkersAtStart() }
    settle()
  }

  /// The moment that is shown.
  var now: Now {
    daysBack == 0
      ? clock : Now(clock.today.adding(-daysBack))
  }

  /// Why nothing can be edited now, or `nil` where it can.
  var obstacle: String? {
    if daysBack > 0 {
      return "this is the past: \(key(.today)) returns to today"
    }
    guard case .readOnly(let reason) = access else { return nil }
    return reason
  }

  /// What is selected: on the board in the pane that has the keyboard, else the
  /// thing whose page is open, or that the line of another page leads to.
  package var selection: Thing? {
    if let page = trail.pages.last { return thing(on: page) }
    switch trail.board.pane {
    case .objectives:
      let index = trail.board.objectives.selected
      return rows.indices.contains(index) ? rows[index] : nil
    case .kpis:
      let index = trail.board.kpis.selected
      return kpiRows.indices.contains(index) ? .kpi(kpiRows[index]) : nil
    }
  }

  private func thing(on page: PagePlace) -> Thing? {
    switch resolved(page.topic) {
    case .thing(let thing): thing
    case .alignment, .relatives, .meeting, .walked, .cycles, .review, .practice,
      .actions:
      linkOnPage
    }
  }

  /// Where keys are looked up.
  package var context: Command.Context {
    switch mode {
    case .browsing: place
    case .checkingIn, .repeating: walk == nil ? .typing : .walking
    case .searching, .naming, .noting, .writing: .typing
    case .voting: .voting
    case .adjourning: .adjourning
    case .filtering: .filtering
    case .adding: .adding
    case .filling: .form
    case .deleting: .deleting
    case .choosing: .palette
    case .help(let place): place.isTyping ? .typing : .help
    case .playing: .playing
    case .quitting: .quitting
    case .reloading: .reloading
    case .opening: .opening
    case .refused: .refused
    case .deciding: .deciding
    case .recovering(_, .reading): .recovering
    case .recovering(_, .asked): .dropping
    case .closing(let walk):
      walk.question == .early ? .closingEarly : .closing
    case .carrying: .closing
    }
  }

  /// The screen that is seen, whatever is typed or asked on it.
  var place: Command.Context {
    if trail.pages.isEmpty { return .board }
    return isInMeeting ? .meeting : .page
  }

  /// The history of a thing for a small picture, remembered where it is seen.
  func history(of thing: Thing) -> [HistoryPoint] {
    histories[thing] ?? outlook.history(of: thing, limit: Session.historyLimit)
  }

  static var historyLimit: Int { 240 }

  var bounds: Rect {
    Rect(row: 0, column: 0, height: size.height, width: size.width)
  }
}

extension Document {
  var errorCount: Int {
    diagnostics.reduce(0) { $0 + ($1.severity == .error ? 1 : 0) }
  }
}
