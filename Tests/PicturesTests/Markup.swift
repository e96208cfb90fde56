import Testing

/// A reader of XML that takes well-formed text alone, and keeps what tests ask.
struct Markup {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// All text inside, also of the elements within.
    var text = ""
  }

  private var rest: Substring
  private var open: [Element] = []
  /// In the order of their ends.
  private(set) var elements: [Element] = []
  private(set) var faults: [String] = []

  init(_ text: String) {
    rest = Substring(text)
    if rest.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst(15) }
    while let first = rest.first {
      if first == "<" {
        takeTag()
      } else {
        let words = plain(String(rest.prefix { $0 != "<" }))
        rest = rest.drop { $0 != "<" }
        for index in open.indices { open[index].text += words }
        if open.isEmpty, !words.allSatisfy(\.isWhitespace) {
          faults.append("text outside")
        }
      }
    }
    if !open.isEmpty { faults.append("\(open.count) are not closed") }
  }

  func all(_ name: String) -> [Element] {
    elements.filter { $0.name == name }
  }

  private mutating func takeTag() {
    guard let end = rest.firstIndex(of: ">") else {
      faults.append("a tag without an end")
      rest = ""
      return
    }
    var inside = rest[rest.index(after: rest.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    if inside.first == "/" {
      guard let last = open.popLast(), last.name == inside.dropFirst() else {
        faults.append("</\(inside.dropFirst())> closes nothing")
        return
      }
      elements.append(last)
      return
    }
    let isEmpty = inside.last == "/"
    if isEmpty { inside = inside.dropLast() }
    let element = element(inside)
    if isEmpty { elements.append(element) } else { open.append(element) }
  }

  private mutating func element(_ inside: Substring) -> Element {
    let name = inside.prefix { $0.isLetter }
    if name.isEmpty { faults.append("a tag without a name: \(inside)") }
    var rest = inside.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while let match = rest.prefixMatch(of: /\s([A-Za-z:\-]+)="([^"<]*)"/) {
      attributes[String(match.1)] = plain(String(match.2))
      rest = rest[match.range.upperBound...]
    }
    if !rest.isEmpty { faults.append("no attribute: \(rest)") }
    return Element(name: String(name), attributes: attributes)
  }

  /// Text with its entities read.
  private mutating func plain(_ text: String) -> String {
    let entities = [
      "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'",
    ]
    var result = ""
    var rest = Substring(text)
    while let first = rest.first {
      if first == "&" {
        guard let entity = entities.first(where: { rest.hasPrefix($0.key) })
        else {
          faults.append("a bare &")
          return result
        }
        result += entity.value
        rest = rest.dropFirst(entity.key.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
