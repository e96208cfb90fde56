// When the program crashes, and what it says on standard error.
//
// Everything that the signal handler uses is prepared beforehand; it calls
// nothing that is not safe in a signal handler.

#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

extern char *tparm(const char *, ...);

static const int fatal[] = {
  SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT,
};
enum { fatalCount = sizeof fatal / sizeof *fatal };

static struct sigaction before[fatalCount];
static struct termios modes_before;
static bool has_modes_before = false;
static bool may_chain = false;
static bool caught = false;
static pid_t owner = 0;

static _Alignas(16) char stack[65536];
static stack_t stack_before;

static int errors_before = -1;
static int errors_kept = -1;

/// Appends a terminfo string without its padding.
static void append(terminal_farewell *farewell, const char *bytes) {
  if (bytes == NULL) return;
  while (*bytes != 0 && farewell->size < sizeof farewell->bytes) {
    const char *end = NULL;
    if (bytes[0] == '$' && bytes[1] == '<') end = strchr(bytes, '>');
    if (end != NULL) {
      bytes = end + 1;
    } else {
      farewell->bytes[farewell->size++] = *bytes++;
    }
  }
}

void terminal_prepare_start(void) {
  // What nearly every terminal takes, and others pass over.
  int next = 1 - terminal_left->current;
  terminal_farewell *farewell = &terminal_left->farewells[next];
  farewell->size = 0;
  append(farewell, "\033[0m\033[?25h\033[?1049l\r\n");
  terminal_left->current = next;
}

void terminal_prepare_crash(void) {
  // The other one stays complete meanwhile.
  int next = 1 - terminal_left->current;
  terminal_farewell *farewell = &terminal_left->farewells[next];
  farewell->size = 0;
  if (terminal_has_mouse) {
    const char *switched = terminal_string("XM");
    append(
      farewell, switched != NULL ? tparm(switched, 0) : "\033[?1000l");
  }
  append(farewell, terminal_focus.off);
  append(farewell, terminal_paste.off);
  append(farewell, terminal_string("sgr0"));
  append(farewell, terminal_string("rmkx"));
  append(farewell, terminal_string("cnorm"));
  append(farewell, tparm(terminal_string("cup"), LINES - 1, 0));
  append(farewell, terminal_string("rmcup"));
  append(farewell, "\r\n");
  terminal_left->current = next;
}

/// Gives the terminal back, then lets the signal take its course.
static void crash(int number, siginfo_t *info, void *context) {
  (void)context;
  bool has_screen = terminal_left->has_screen != 0;
  if (caught && has_screen && getpid() == owner) {
    caught = false;
    terminal_farewell *farewell =
      &terminal_left->farewells[terminal_left->current];
    terminal_write(terminal_output, farewell->bytes, farewell->size);
    if (has_modes_before)
      tcsetattr(terminal_output, TCSANOW, &modes_before);
    terminal_left->has_screen = 0;
    terminal_release_errors();
  }
  for (int index = 0; index < fatalCount; index++) {
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(fatal[index], may_chain ? &before[index] : &standard, NULL);
  }
  // An instruction that failed fails again on return, at its own address; a
  // signal that was sent must be sent again.
  if (number == SIGABRT || info == NULL || info->si_code <= 0) raise(number);
}

/// Returns whether the crash catcher that Swift may have installed is known
/// not to ask: it would wait half a minute for a key.
static bool catcher_is_silent(void) {
  const char *wish = getenv("SWIFT_BACKTRACE");
  return wish != NULL
    && (strstr(wish, "interactive=no") || strstr(wish, "enable=no"));
}

void terminal_catch_crashes(void) {
  owner = getpid();
  may_chain = catcher_is_silent();
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, &stack_before);
  struct sigaction action = {
    .sa_sigaction = crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < fatalCount; index++)
    sigaction(fatal[index], &action, &before[index]);
  caught = true;
}

void terminal_release_crashes(void) {
  caught = false;
  for (int index = 0; index < fatalCount; index++)
    sigaction(fatal[index], &before[index], NULL);
  sigaltstack(&stack_before, NULL);
}

void terminal_remember_modes(void) {
  has_modes_before = tcgetattr(terminal_output, &modes_before) == 0;
}

static int open_unnamed(void) {
#ifdef __linux__
  return memfd_create("errors", MFD_CLOEXEC);
#else
  char name[] = "/tmp/errors.XXXXXX";
  int file = mkstemp(name);
  if (file >= 0) unlink(name);
  return file;
#endif
}

void terminal_take_errors(void) {
  // What goes into a file is where it belongs.
  if (!isatty(STDERR_FILENO)) return;
  fflush(stderr);
  errors_before = dup(STDERR_FILENO);
  errors_kept = open_unnamed();
  if (errors_before < 0 || errors_kept < 0) return;
  dup2(errors_kept, STDERR_FILENO);
}

void terminal_release_errors(void) {
  if (errors_before < 0 || errors_kept < 0) return;
  dup2(errors_before, STDERR_FILENO);
  close(errors_before);
  char bytes[4096];
  off_t place = 0;
  ssize_t count;
  while ((count = pread(errors_kept, bytes, sizeof bytes, place)) > 0) {
    terminal_write(STDERR_FILENO, bytes, (size_t)count);
    place += count;
  }
  close(errors_kept);
  errors_before = -1;
  errors_kept = -1;
}
