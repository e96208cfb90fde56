#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Has a file-size limit or a closed pipe be an error to tell of, and not the
/// end of the program in the middle of its work; for commands that write files.
func ignoreSignalsOfWriting() {
  signal(SIGXFSZ, SIG_IGN)
  signal(SIGPIPE, SIG_IGN)
}
