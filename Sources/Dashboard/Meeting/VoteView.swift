import Canvas
import Goals

/// A vote, while it is hidden and once it is revealed.
struct VoteView {
  private let vote: Vote
  private let title: String
  /// How many people are here; 0 where nobody said.
  private let people: Int

  init(_ session: Session, _ vote: Vote) {
    self.vote = vote
    title = session.outlook.title(of: vote.thing)
    people = session.sitting?.people.count ?? 0
  }

  func draw(into canvas: inout Canvas, in rect: Rect) {
    let margin = rect.width >= 40 ? 2 : 0
    var place = rect.dropping(
      top: rect.height >= 16 ? 2 : 0, left: margin, right: margin)
    let isLow = rect.height < 12
    func put(_ text: String, _ style: Style, gap: Int = 0) {
      canvas.put(text, in: place.line(0), style: style)
      place = place.dropping(top: 1 + (isLow ? 0 : gap))
    }
    guard !rect.isEmpty else { return }
    put("How sure are we?", .heading)
    put(title, Style(.title, .bold), gap: 1)
    switch vote.phase {
    case .hidden:
      let dot = canvas.glyphs.isASCII ? "*" : "•"
      let dots = Array(repeating: dot, count: vote.votes.count)
      put(
        dots.isEmpty
          ? canvas.glyphs.text(canvas.glyphs.dash)
          : dots.joined(separator: " "), Style(.notice, .bold))
      let isTooMany = people > 0 && vote.votes.count > people
      put(countOfVotes, isTooMany ? Style(.atRisk, .bold) : .text, gap: 1)
      put("each types 0 to 9 unseen, x for 10", .faint)
    case .revealed:
      put(result, Style(.notice, .bold), gap: 1)
      for line in lines(canvas.glyphs, isLow ? .short : .full) {
        put(line.text, line.style)
      }
      place = place.dropping(top: isLow ? 0 : 1)
      if let outliers { put(outliers, Style(.atRisk, .bold)) }
    }
  }

  private var countOfVotes: String {
    let count = vote.votes.count
    if people > 0, count > people {
      return "\(counted(count, "vote")), but \(people) are here"
    }
    return people > 0
      ? "\(count) of \(people) have voted" : "\(counted(count, "vote"))"
  }

  /// `6/10   mean 6.2   from 4 to 8`.
  private var result: String {
    guard let mean = vote.mean, let confidence = vote.confidence,
      let low = vote.votes.min(), let high = vote.votes.max()
    else { return "" }
    let tenths = (mean * 10).rounded() / 10
    let spread =
      vote.votes.count == 1
      ? "one vote alone"
      : low == high ? "all agree" : "from \(low) to \(high)"
    return "\(confidence)/10   mean \(number(tenths))   \(spread)"
  }

  private var outliers: String? {
    let far = vote.outliers
    guard !far.isEmpty else { return nil }
    return "far from the others: "
      + far.map(String.init).joined(separator: ", ")
  }

  private typealias Line = (text: String, style: Style)

  /// How often each digit was given, the highest first; in one line where there
  /// is little room.
  private func lines(
    _ glyphs: Glyphs, _ wording: Session.Wording
  ) -> [Line] {
    guard wording == .full, let low = vote.votes.min(),
      let high = vote.votes.max()
    else {
      return [(vote.votes.map(String.init).joined(separator: " "), .text)]
    }
    let far = Set(vote.outliers)
    return (low...high).reversed().map { digit in
      let count = vote.votes.count { $0 == digit }
      let bar = String(
        repeating: glyphs.text(glyphs.block) + " ", count: count)
      return (
        "\(pad("\(digit)", to: 2, .right))  \(bar)",
        far.contains(digit) ? Style(.atRisk) : .text
      )
    }
  }
}
