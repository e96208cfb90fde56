import ArgumentParser
import Canvas
import Dashboard
import Reading
import Terminal
import Themes

/// How things look, as the command line asks for it.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The theme, as 'bearing themes' lists them.", valueName: "name"),
    completion: .theme)
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Whether to send colours; NO_COLOR says never.",
      valueName: "when"))
  var color: Settings.ColourChoice?

  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  @Flag(help: "Draw charts and sparklines with braille dots.")
  var braille = false

  func validate() throws {
    let shelf = ThemeShelf.own
    guard let theme, !shelf.has(theme) else { return }
    let trouble = ThemeTrouble.unknown(theme, among: shelf.names)
    guard theme.contains(where: { ".\u{2F}".contains($0) }) else {
      throw ValidationError("\(trouble)")
    }
    throw ValidationError(
      "\(trouble); --theme wants one of them before the file")
  }

  /// This, and what the config file says where this says nothing.
  var resolved: Look { wishes.resolved }

  var wishes: LookWishes {
    LookWishes(
      theme: theme, colour: color, ascii: ascii ? .wanted : .unsaid,
      braille: braille ? .wanted : .unsaid)
  }
}

/// How things look, as somebody asks for it at the start.
struct LookWishes {
  /// Whether somebody asks for something.
  enum Wish {
    case wanted, unsaid
  }

  var theme: String?
  var colour: Settings.ColourChoice?
  var ascii = Wish.unsaid
  var braille = Wish.unsaid

  /// This, and what the config file says where this says nothing.
  var resolved: Look { Look(self, config: Config.read()) }
}

extension Settings.ColourChoice: ExpressibleByArgument {}

/// The config file of the person, as it was read.
struct Config {
  var settings: Settings
  /// What is wrong with it, as lines to print.
  let complaints: [String]

  /// The folder for what a person sets, or `nil` where nothing says where that
  /// could be.
  static var folder: String? {
    // The convention wants an absolute path, and others to be ignored.
    if let config = environment("XDG_CONFIG_HOME"), config.hasPrefix("/") {
      return config + "/bearing"
    }
    return environment("HOME").map { $0 + "/.config/bearing" }
  }

  /// Reads the config file; a missing one says nothing.
  static func read() -> Config {
    var config = written()
    // `@who` is one word.
    let user = environment("BEARING_USER") ?? environment("USER")
    if config.settings.user == nil, let user, !user.contains(" ") {
      config.settings.user = user
    }
    return config
  }

  /// A complaint without the folder of the file that it is about, for places
  /// where there is little room.
  static func shortened(_ complaint: String) -> String {
    guard let folder, complaint.hasPrefix(visible(folder) + "/") else {
      return complaint
    }
    return String(complaint.dropFirst(visible(folder).count + 1))
  }

  private static func written() -> Config {
    guard let path = folder.map({ $0 + "/config" }),
      FileStamp.current(of: path).exists
    else { return Config(settings: Settings(), complaints: []) }
    do {
      let settings = Settings(reading: try load(path).bytes)
      return Config(
        settings: settings,
        complaints: settings.problems.map { "\(visible(path)):\($0)" })
    } catch {
      return Config(
        settings: Settings(),
        complaints: ["\(visible(path)): \(visible("\(error)"))"])
    }
  }
}

/// How things look, decided.
struct Look {
  let settings: Settings
  let shelf: ThemeShelf
  /// The name that the theme in use is chosen by.
  private(set) var themeName: String
  private(set) var theme: Theme
  private let colour: Settings.ColourChoice
  private let asksForASCII: Bool
  private let charts: Settings.ChartChoice
  /// What is wrong with the config file, as lines to print.
  private let configComplaints: [String]
  /// Why the theme is not the one that was wished for.
  private let trouble: ThemeTrouble?

  init(_ wishes: LookWishes, config: Config) {
    settings = config.settings
    shelf = ThemeShelf.own
    colour = wishes.colour ?? settings.colour
    asksForASCII = wishes.ascii == .wanted || settings.glyphs == .ascii
    charts = wishes.braille == .wanted ? .braille : settings.charts
    configComplaints = config.complaints
    let isLight = Look.terminalIsLight
    let standard = isLight ? "light" : "dark"
    let wanted = wishes.theme ?? settings.theme ?? standard
    do throws(ThemeTrouble) {
      theme = try shelf.theme(named: wanted)
      themeName = wanted
      trouble = nil
    } catch {
      trouble = error
      theme = isLight ? .light : .dark
      themeName = standard
    }
  }

  /// Takes another theme; after a failure it is the one before.
  mutating func choose(_ name: String) throws(ThemeTrouble) {
    theme = try shelf.theme(named: name)
    themeName = name
  }

  /// The palette for a terminal of that many colours.
  func palette(colours: Int) -> Palette {
    let depth = ColourDepth(colours: usesColour ? colours : 0)
    return Palette { Paint(theme.appearance(for: $0, reducedTo: depth)) }
  }

  /// What pictures are drawn with, where text beyond ASCII can be shown or not.
  func glyphs(isUnicode: Bool) -> Glyphs {
    guard isUnicode, !asksForASCII else { return .ascii }
    if settings.ambiguous == .wide { return .narrow }
    return charts == .braille ? .braille : .unicode
  }

  /// Says on standard error what is wrong with the config file or the theme.
  func complain() {
    for complaint in configComplaints + (trouble?.lines ?? []) {
      writeError("bearing: \(complaint)")
    }
    if trouble != nil {
      writeError("bearing: the theme \(themeName) is used instead")
    }
  }

  /// The same for places where there is little room, a sentence for each file.
  var notices: [String] {
    let config = configComplaints.map(Config.shortened)
    let help = config.count > 1 ? ": bearing --help lists what there is" : ""
    let theme = trouble.map {
      "\(Config.shortened("\($0)")): \(themeName) is used"
    }
    return (config.isEmpty ? [] : [brief(config) + help])
      + (theme.map { [$0] } ?? [])
  }

  /// Whether colours are sent to a terminal.
  var usesColour: Bool {
    switch colour {
    case .always: true
    case .never: false
    case .auto: environment("NO_COLOR") == nil
    }
  }

  /// Why a theme is seen without its colours on a terminal of that many, or
  /// `nil` where it is not.
  func lackOfColour(_ colours: Int) -> String? {
    if colours == 0 { return "no colours: this terminal has none" }
    if usesColour { return nil }
    return colour == .never
      ? "no colours: color is set to never" : "no colours: NO_COLOR is set"
  }

  /// The depth for text that is printed: `none` where it goes elsewhere than to
  /// a terminal that shows colours, unless they are asked for.
  func depth(ofTerminal isTerminal: Bool) -> ColourDepth {
    let name = environment("TERM") ?? "dumb"
    if colour != .always {
      guard usesColour, isTerminal, name != "dumb" else { return .none }
    }
    let isRich =
      ["truecolor", "24bit"].contains(environment("COLORTERM") ?? "")
      || Look.richTerminals.contains { name.contains($0) }
    return isRich ? .palette : name == "linux" ? .eight : .sixteen
  }

  /// What the names of terminals with 256 colours have in them.
  private static let richTerminals = [
    "256color", "kitty", "ghostty", "alacritty", "foot", "wezterm",
  ]

  /// Whether the locale that the environment names is one of UTF-8.
  static var localeIsUnicode: Bool {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first
    let lowered = name?.lowercased() ?? ""
    return lowered.contains("utf-8") || lowered.contains("utf8")
  }

  /// Whether the terminal says, in `COLORFGBG`, that its background is light.
  private static var terminalIsLight: Bool {
    guard let colours = environment("COLORFGBG") else { return false }
    let background = colours.split(separator: ";").last ?? ""
    return background == "7" || background == "15"
  }
}

extension Paint {
  /// The paint that shows an appearance.
  init(_ appearance: ReducedAppearance) {
    var attributes = Terminal.Attributes()
    if appearance.attributes.contains(.bold) { attributes.insert(.bold) }
    if appearance.attributes.contains(.dim) { attributes.insert(.dim) }
    if appearance.attributes.contains(.italic) { attributes.insert(.italic) }
    if appearance.attributes.contains(.underline) {
      attributes.insert(.underline)
    }
    if appearance.attributes.contains(.reverse) { attributes.insert(.reverse) }
    self.init(
      foreground: appearance.foreground.map(Int16.init) ?? -1,
      background: appearance.background.map(Int16.init) ?? -1,
      attributes: attributes)
  }
}
