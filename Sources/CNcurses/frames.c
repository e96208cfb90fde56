// A frame on its way to the terminal, in one piece.

#include "terminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#ifdef __linux__

/// What ncurses writes into while a frame is gathered; -1 where there is none.
static int basket = -1;
/// Whether a basket may still be had.
static bool may_gather = true;
static char *frame = NULL;
static size_t frame_size = 0;

/// Has what ncurses sends from now on gathered; whether that could be done.
static bool gather(void) {
  if (terminal_output == STDOUT_FILENO) return false;
  if (basket < 0 && may_gather) {
    basket = memfd_create("frame", MFD_CLOEXEC);
    may_gather = basket >= 0;
  }
  return basket >= 0 && dup2(basket, STDOUT_FILENO) >= 0;
}

/// Sends the first `count` bytes of the basket and empties it.
static void send_gathered(size_t count) {
  if (count > frame_size) {
    char *grown = realloc(frame, count);
    if (grown == NULL) {
      // The picture is whole again with the next one.
      terminal_redraw();
      return;
    }
    frame = grown;
    frame_size = count;
  }
  ssize_t got = pread(basket, frame, count, 0);
  if (got > 0) terminal_write(terminal_output, frame, (size_t)got);
}

#endif

/// ncurses sends what it has each time it moves the cursor, and each piece
/// wakes the terminal: the pieces of a frame are gathered in memory instead and
/// leave together, which also spares the terminal from showing half of it.
void terminal_send_frame(void) {
#ifdef __linux__
  if (gather()) {
    doupdate();
    off_t count = lseek(basket, 0, SEEK_CUR);
    dup2(terminal_output, STDOUT_FILENO);
    if (count > 0) send_gathered((size_t)count);
    lseek(basket, 0, SEEK_SET);
    return;
  }
#endif
  doupdate();
}
