// A frame on its way to the terminal, in one piece.
//
// ncurses sends what it has each time it moves the cursor, and each piece
// wakes the terminal: the pieces of a frame are gathered here instead and
// leave together, which also spares the terminal from showing half of it.

#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __linux__

/// The pieces of a frame while ncurses makes one.
static struct {
  bool is_open;
  char *bytes;
  size_t count;
  size_t room;
} frame;

/// Adds a piece to the frame; whether there was room.
static bool gather(const void *piece, size_t size) {
  if (frame.room - frame.count < size) {
    size_t room = 2 * (frame.count + size);
    char *grown = realloc(frame.bytes, room);
    if (grown == NULL) return false;
    frame.bytes = grown;
    frame.room = room;
  }
  memcpy(frame.bytes + frame.count, piece, size);
  frame.count += size;
  return true;
}

static void send_frame(void) {
  frame.is_open = false;
  if (frame.count == 0) return;
  terminal_write(terminal_output, frame.bytes, frame.count);
  frame.count = 0;
}

/// Stands in for the C library's in the whole program, since the linker takes
/// the program's own for everybody, ncurses too: it writes as that does, but
/// for the pieces of a frame.
ssize_t write(int descriptor, const void *bytes, size_t size) {
  if (frame.is_open && descriptor == STDOUT_FILENO) {
    if (gather(bytes, size)) return (ssize_t)size;
    send_frame();
  }
  return syscall(SYS_write, descriptor, bytes, size);
}

void terminal_send_frame(void) {
  // What a crash writes must get through.
  frame.is_open = terminal_output != STDOUT_FILENO;
  doupdate();
  send_frame();
}

#else

void terminal_send_frame(void) { doupdate(); }

#endif
