import GoalFile
import Goals

// Silent votes.
extension Session {
  mutating func startVote() {
    if let obstacle { return say(obstacle) }
    guard let thing = selection else {
      return say("nothing is selected to vote on")
    }
    mode = .voting(Vote(on: thing))
  }

  mutating func changeVote(_ change: (inout Vote) -> Void) {
    guard case .voting(var vote) = mode else { return }
    change(&vote)
    mode = .voting(vote)
  }

  /// Takes a digit as a vote, `x` as a 10.
  mutating func vote(_ character: Character) {
    if character == "x" {
      changeVote { $0.cast(10) }
    } else if character.isASCII, let digit = character.wholeNumberValue {
      changeVote { $0.cast(digit) }
    }
  }

  /// Reveals the votes, or records them once they are seen.
  mutating func countVote() {
    guard case .voting(let vote) = mode else { return }
    guard let entry = vote.entry else {
      return say("nobody has voted yet")
    }
    guard vote.phase == .revealed else {
      return changeVote { $0.reveal() }
    }
    do {
      let checkIn = try CheckIn(
        typed: entry, on: vote.thing, in: outlook.board, at: clock)
      try make(.checkIn(checkIn, on: vote.thing))
      mode = .browsing
      say("recorded: \(savingKeys)")
    } catch {
      say("\(error)", .failure)
    }
  }

  /// What leads on in a vote, in one line.
  func answers(to vote: Vote, _ wording: Wording) -> String {
    let words = vote.phase == .hidden ? "reveal" : "record"
    let answers = [
      answer(.countVote, words),
      vote.phase == .hidden && wording == .full
        ? answer(.takeBackVote, "take back") : nil,
      answer(.leaveVote, "forget"),
    ]
    return answers.compactMap(\.self).joined(separator: "   ")
  }
}
