import ArgumentParser
import Dashboard

/// Opens the dashboard straight into the meeting.
struct Meet: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold the meeting about a board, in the dashboard.",
    discussion: """
      It begins with what happened since the meeting before, goes through what \
      needs attention, one thing per page, and records what is said in one \
      'meeting' block of the file. A meeting that was cut off goes on where \
      nobody has been yet. 'm' in the dashboard does the same.
      """)

  @OptionGroup var dashboard: DashboardOptions

  func run() throws { try dashboard.open(beginningWith: .meet) }
}
