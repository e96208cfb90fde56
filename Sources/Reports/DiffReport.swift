import Canvas
import GoalFile
import Goals

/// What differs between two boards, as text for people: a heading for each
/// thing, a sentence for each difference.
package struct DiffReport {
  private let differences: [Difference]

  /// - Parameter before: the moment at which the older board is looked at, if it
  ///   is another one.
  package init(
    from old: Document, to new: Document, at now: Now, before: Now? = nil,
    _ privacy: Privacy
  ) {
    let all = old.differences(to: new, at: now, before: before)
    differences = privacy == .shown ? all : all.map(\.masked).withoutRepetition
  }

  package var isEmpty: Bool { differences.isEmpty }

  /// All of it, `width` cells wide; empty where there is no difference.
  package func text(width: Int) -> String {
    var lines: [String] = []
    var subject: Difference.Subject?
    for difference in differences {
      if difference.subject != subject {
        if subject != nil { lines.append("") }
        let words = [difference.id, difference.title].filter { !$0.isEmpty }
          .joined(separator: " ")
        lines += flow(words.isEmpty ? "The board" : words, width, "", "  ")
        subject = difference.subject
      }
      lines += flow(difference.sentence, width, "  ", "    ")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The differences for other programs.
  package var json: JSON {
    .array(
      differences.map {
        .object([
          (
            "id",
            JSON($0.id.isEmpty ? nil : String($0.id.dropFirst().dropLast()))
          ),
          ("title", JSON($0.title.isEmpty ? nil : $0.title)),
          ("what", .string($0.fact)),
          ("change", JSON($0.change.isEmpty ? nil : $0.change)),
          ("reason", JSON($0.reason.isEmpty ? nil : $0.reason)),
        ])
      })
  }

  /// A text in lines, the first one behind `first`, the others behind `rest`.
  private func flow(
    _ text: String, _ width: Int, _ first: String, _ rest: String
  ) -> [String] {
    let room = max(1, width - rest.utf8.count)
    return Paragraph(visible(text)).lines(width: room).enumerated().map {
      ($0.offset == 0 ? first : rest) + $0.element
    }
  }
}

extension [Difference] {
  /// Without those that say the same as the one before.
  fileprivate var withoutRepetition: [Difference] {
    var result: [Difference] = []
    for difference in self where difference != result.last {
      result.append(difference)
    }
    return result
  }
}
