import ArgumentParser

@main
struct Bearing: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "bearing", version: "0.1.0")
}
