import Foundation

/// What the system's description of a terminal says that it understands.
struct TerminfoEntry: Sendable {
  /// A string that the terminal takes.
  struct Capability: Sendable {
    let name: String
    fileprivate let parts: [Part]
    /// Whether places in it count from 1.
    let countsFromOne: Bool
  }

  /// A capability found in a stream, with its numbers.
  struct Match {
    let name: String
    let end: Int
    /// As they stand there, but places counting from 0.
    let numbers: [Int]
  }

  fileprivate indirect enum Part: Sendable {
    case literal(UInt8)
    case number
    case byte
    case text
    case choice([[Part]])
  }

  private(set) var flags: Set<String> = []
  private var capabilities: [UInt8: [Capability]] = [:]
  private var names: Set<String> = []

  /// `nil` where the system has none of that name, or cannot tell.
  init?(named name: String) {
    guard let text = TerminalSession.run("infocmp", ["-x", "-1", name]) else {
      return nil
    }
    for line in text.split(separator: "\n") where line.hasPrefix("\t") {
      add(line.dropFirst().dropLast())
    }
  }

  /// Whether there is a capability of that name.
  func has(_ name: String) -> Bool { names.contains(name) }

  private mutating func add(_ line: Substring) {
    guard let equals = line.firstIndex(of: "="), !line.hasPrefix("acsc") else {
      flags.insert(String(line))
      return
    }
    let name = String(line[..<equals])
    names.insert(name)
    // What the terminal sends, rather than takes.
    let isSent =
      name.hasPrefix("k") || ["PS", "PE", "xm", "xr", "xv"].contains(name)
      || name.hasPrefix("u") && name != "u0"
    guard !isSent else { return }
    add(name, Array(line[line.index(after: equals)...].utf8))
  }

  /// Adds a string that the terminal takes, as infocmp writes it.
  mutating func add(_ name: String, _ written: [UInt8]) {
    let bytes = TerminfoEntry.unescaped(written)
    var reader = Reader(rest: bytes[...])
    var parts = reader.parts()
    // The character that is repeated stands before it as any other.
    if name == "rep" { parts.removeFirst() }
    let first: UInt8
    switch parts.first {
    case .literal(let byte): first = byte
    // It chooses between sequences.
    case .choice: first = 0x1B
    case .number, .byte, .text, nil: return
    }
    capabilities[first, default: []].append(
      Capability(
        name: name, parts: parts, countsFromOne: reader.countsFromOne))
  }

  /// The longest capability at a place of a stream.
  func match(_ bytes: [UInt8], at start: Int) -> Match? {
    var best: Match?
    for one in capabilities[bytes[start]] ?? [] {
      guard
        let found = TerminfoEntry.match(one.parts[...], bytes, start, []),
        found.end > best?.end ?? start
      else { continue }
      let numbers = found.numbers.enumerated().map { index, number in
        one.countsFromOne && index < 2 ? number - 1 : number
      }
      best = Match(name: one.name, end: found.end, numbers: numbers)
    }
    return best
  }

  private static func match(
    _ parts: ArraySlice<Part>, _ bytes: [UInt8], _ place: Int, _ numbers: [Int]
  ) -> (end: Int, numbers: [Int])? {
    guard let part = parts.first else { return (place, numbers) }
    let rest = parts.dropFirst()
    switch part {
    case .choice(let ways):
      let found = ways.compactMap {
        match(($0 + rest)[...], bytes, place, numbers)
      }
      return found.max { $0.end < $1.end }
    case .text:
      return match(rest, bytes, place, numbers)
    case .literal(let byte):
      guard place < bytes.count, bytes[place] == byte else { return nil }
      return match(rest, bytes, place + 1, numbers)
    case .byte:
      guard place < bytes.count else { return nil }
      return match(rest, bytes, place + 1, numbers + [Int(bytes[place])])
    case .number:
      let digits = bytes[place...].prefix { (0x30...0x39).contains($0) }
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
        return nil
      }
      return match(rest, bytes, place + digits.count, numbers + [number])
    }
  }

  /// The bytes that infocmp means, without paddings such as `$<5>`.
  private static func unescaped(_ text: [UInt8]) -> [UInt8] {
    let named: [UInt8: UInt8] = [
      0x45: 27, 0x65: 27, 0x6E: 10, 0x6C: 10, 0x72: 13, 0x74: 9, 0x62: 8,
      0x66: 12, 0x73: 32, 0x30: 128,
    ]
    var result: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == 0x5C {
        let digits = rest.prefix(3)
        if digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) })
        {
          result.append(digits.reduce(0) { $0 &* 8 &+ ($1 - 0x30) })
          rest = rest.dropFirst(3)
        } else if let next = rest.popFirst() {
          result.append(named[next] ?? next)
        }
      } else if byte == 0x5E, let next = rest.popFirst() {
        result.append(next == 0x3F ? 127 : next & 0x1F)
      } else if byte == 0x24, rest.first == 0x3C,
        let end = rest.firstIndex(of: 0x3E)
      {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Takes a parameterised string apart.
  private struct Reader {
    var rest: ArraySlice<UInt8>
    var countsFromOne = false
    /// What ended the last parts: `t`, `e` or `;`.
    var stop: UInt8?

    init(rest: ArraySlice<UInt8>) { self.rest = rest }

    mutating func parts() -> [Part] {
      var parts: [Part] = []
      while let byte = rest.popFirst() {
        guard byte == 0x25, let kind = rest.popFirst() else {
          parts.append(.literal(byte))
          continue
        }
        switch Character(Unicode.Scalar(kind)) {
        case "%": parts.append(.literal(0x25))
        case "c": parts.append(.byte)
        case "s": parts.append(.text)
        case "d": parts.append(.number)
        case "i": countsFromOne = true
        case "p", "P", "g": rest = rest.dropFirst()
        case "'": rest = rest.dropFirst(2)
        case "{": rest = rest.drop { $0 != 0x7D }.dropFirst()
        case "?": parts.append(choice())
        case "t", "e", ";":
          stop = kind
          return parts
        case "0"..."9", ":":
          // A width; what is written is a number all the same.
          rest = rest.drop { $0 < 0x41 }.dropFirst()
          parts.append(.number)
        default: break
        }
      }
      stop = nil
      return parts
    }

    private mutating func choice() -> Part {
      var ways: [[Part]] = []
      while true {
        let part = parts()
        if stop == 0x74 {
          ways.append(parts())
          if stop == 0x65 { continue }
          ways.append([])
        } else {
          ways.append(part)
        }
        return .choice(ways)
      }
    }
  }
}
