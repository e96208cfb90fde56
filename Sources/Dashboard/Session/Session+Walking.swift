import Canvas
import GoalFile
import Goals

// Checking in all that is due, one after another.
extension Session {
  mutating func startWalk() {
    if let obstacle { return say(obstacle) }
    let things = outlook.board.due(Set(listed), outlook.standing)
    guard !things.isEmpty else { return say(nextDue) }
    walk = CheckInWalk(things, outlook, from: trail)
    visit()
  }

  /// Shows the thing that is next on the way and asks for its check-in; at the
  /// end, what came of it all.
  private mutating func visit() {
    guard let walk else { return }
    guard let thing = walk.thing else { return endWalk() }
    trail = walk.origin
    trail.pages = []
    select(thing)
    openPage(of: .thing(thing))
    mode = .checkingIn(TextField(), on: thing)
  }

  /// Goes on to the next thing.
  mutating func goOn(_ outcome: CheckInWalk.Outcome) {
    walk?.leave(outcome)
    visit()
  }

  mutating func goBackInWalk() {
    walk?.goBack()
    visit()
  }

  /// Ends the walk where it is; leads back to where it began.
  mutating func endWalk() {
    guard let walk else { return }
    self.walk = nil
    mode = .browsing
    trail = walk.origin
    arrange()
    guard walk.count(.checkedIn) > 0 || walk.thing == nil else {
      return say("nothing was checked in")
    }
    openPage(of: .walked(WalkSummary(walk)))
    if walk.count(.checkedIn) > 0 { say("checked in: \(savingKeys)") }
  }

  /// Takes the walk along to another board.
  mutating func followWalk(from old: Outlook) {
    guard walk != nil else { return }
    let thing = walk?.thing.flatMap { outlook.successor(of: $0, in: old) }
    walk?.follow(outlook, from: old)
    if thing == nil { visit() }
  }

  /// When something is due next, where nothing is now.
  private var nextDue: String {
    let next = listed.compactMap { thing in
      outlook.board.daysUntilDue(thing, outlook.standing).map { ($0, thing) }
    }.filter { $0.0 > 0 }.min { $0.0 < $1.0 }
    let nothing = sight.showsAll ? "nothing is due" : "nothing of these is due"
    guard let (days, thing) = next else { return nothing }
    let when =
      days < 1
      ? "in \(shortAge(days))"
      : "on \(dayInWords(clock.today.adding(Int(days.rounded(.up))), today: clock.today))"
    return "\(nothing); next \(when): \(outlook.title(of: thing))"
  }

  /// What can be typed at a stop: what is told elsewhere, too, gives way.
  func walkHint(in room: Int) -> String {
    let hints: [(Command, String)] = [(.skip, "skip"), (.stepBack, "back")]
    let keys = hints.compactMap { hint in answer(hint.0, hint.1) }
    let isKPI = if case .kpi? = walk?.thing { true } else { false }
    var words = ([isKPI ? "41 note" : "41 7 note", "= same"] + keys)[...]
    while words.count > 1,
      displayCells(of: words.joined(separator: "  ")) > room
    {
      words.removeFirst()
    }
    return words.joined(separator: "  ")
  }
}
