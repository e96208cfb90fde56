import GoalFile
import Goals
import Samples
import Testing

/// What the sample board shows, whatever day of the week it is opened on.
@Suite(.serialized)
struct SampleStoryTests {
  @Test(arguments: 20_773...20_779)
  func `nothing in it is wrong or unwise`(number: Int) {
    let today = Day(number: number)
    let found = Document(sampleBoard(on: today)).complaints(at: Now(today))
    #expect(found.map { "\($0.line):\($0.column) \($0.message)" } == [])
  }

  @Test(arguments: 20_773...20_779)
  func `it has one thing of every status`(number: Int) {
    let today = Day(number: number)
    let board = Document(sampleBoard(on: today)).board
    let standing = standing(of: board, at: Now(today))
    #expect(
      standing.objectives.map(\.pace.status)
        == [.onTrack, .onTrack, .offTrack, .atRisk])
    #expect(
      standing.keyResults.map(\.pace.status) == [
        .onTrack, .atRisk, .onTrack,
        .onTrack, .onTrack, .achieved,
        .offTrack, .onTrack, .missed,
        .atRisk, .stale, .pending,
      ])
    #expect(
      standing.kpis.map(\.verdict) == [
        .healthy, .healthy, .healthy, .tolerable, .critical, .untracked,
        .accepted, .stale,
      ])
    #expect(standing.keyResults[1].pace.confidenceChange == -3)
    #expect(standing.keyResults[1].original != nil)
  }
}
