import Canvas
import Goals

extension Role {
  init(_ status: Status) {
    self =
      switch status {
      case .achieved: .achieved
      case .missed: .missed
      case .stale: .stale
      case .onTrack: .onTrack
      case .atRisk: .atRisk
      case .offTrack: .offTrack
      case .pending: .pending
      }
  }

  init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .healthy: .onTrack
      case .tolerable: .atRisk
      case .critical: .offTrack
      case .accepted: .accepted
      case .stale: .stale
      case .untracked: .pending
      }
  }
}

extension RangeSigns {
  init(_ glyphs: Glyphs) {
    self = glyphs.isASCII ? .ascii : .unicode
  }
}
