import Canvas
import Goals

/// The page that is seen, laid out, so that a key lays it out once.
///
/// It is always what laying it out anew would give.
struct KeptPage: Sendable {
  /// All that it depends on.
  fileprivate struct Key: Hashable {
    let revision: Int
    let topic: Topic
    let bounds: Rect
    /// What pages of a meeting are told from, too.
    let sitting: Sitting?
    let clock: Now?
  }

  fileprivate let key: Key
  fileprivate let layout: PageLayout
}

extension Session {
  /// Where the parts of a page lie: as kept, where that is still true.
  func layout(of topic: Topic) -> PageLayout {
    let topic = resolved(topic)
    if let keptPage, keptPage.key == key(of: topic) { return keptPage.layout }
    return PageLayout(self, topic, in: bounds)
  }

  /// Keeps the page that is seen.
  mutating func rememberPage() {
    guard let topic = trail.pages.last.map({ resolved($0.topic) }) else {
      keptPage = nil
      return
    }
    let key = key(of: topic)
    guard keptPage?.key != key else { return }
    keptPage = KeptPage(
      key: key, layout: PageLayout(self, topic, in: bounds))
  }

  private func key(of topic: Topic) -> KeptPage.Key {
    let isOfMeeting = if case .meeting = topic { true } else { false }
    return KeptPage.Key(
      revision: revision, topic: topic, bounds: bounds,
      sitting: isOfMeeting ? sitting : nil, clock: isOfMeeting ? clock : nil)
  }
}
