/// Where the program begins.
///
/// The usual cases take no part in the parsing of arguments, which costs more
/// than all else that starting does: `bearing --version` takes a third of the
/// time this way.
@main
enum Main {
  static func main() {
    if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) {
      try? emit(Bearing.version + "\n")
      return
    }
    Bearing.main()
  }
}
