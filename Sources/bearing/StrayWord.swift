import ArgumentParser
import Canvas
import GoalFile
import Reading

/// Refuses a first word that is no command, and no file either: it would be
/// taken for the board.
///
/// A word with a dot or a slash is a file, there or not.
func refuseStrayWord(in arguments: some Collection<String>) throws {
  guard let word = arguments.first, !word.hasPrefix("-"),
    !word.contains(where: { ".\u{2F}".contains($0) })
  else { return }
  let commands =
    Bearing.configuration.subcommands.map { $0._commandName } + ["help"]
  guard !commands.contains(word), !FileStamp.current(of: word).exists else {
    return
  }
  let nearest = nearestWord(to: word, among: commands)
  // Alone it may be a board that is not there yet.
  guard nearest != nil || arguments.count > 1 else { return }
  let next = nearest.map { ", did you mean '\($0)'?" }
  throw ValidationError(
    "there is no command and no file '\(visible(word))'"
      + (next ?? "; bearing --help lists the commands"))
}
