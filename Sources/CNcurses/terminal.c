// Taking the terminal and giving it back.

#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// <term.h> defines macros with ordinary names, so this one is declared here.
extern char *tigetstr(const char *);

int terminal_input = -1;
int terminal_output = -1;
bool terminal_unicode = false;
terminal_mode terminal_paste = {NULL, NULL};
terminal_mode terminal_focus = {NULL, NULL};
bool terminal_has_mouse = false;
WINDOW *terminal_keys = NULL;

static bool ours = false;
static pid_t owner = 0;

/// Waits until a descriptor that does not wait by itself takes more.
static bool takes_more(int descriptor) {
  struct pollfd room = {.fd = descriptor, .events = POLLOUT};
  return poll(&room, 1, 1000) > 0 && (room.revents & POLLOUT) != 0;
}

void terminal_write(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN && takes_more(descriptor)) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

/// Chooses how characters are encoded.
///
/// A locale that is named but is not UTF-8 is a decision; one that is not
/// named, or not installed, is none.
static bool choose_encoding(void) {
  const char *wish = getenv("LC_ALL");
  if (wish == NULL || *wish == 0) wish = getenv("LC_CTYPE");
  if (wish == NULL || *wish == 0) wish = getenv("LANG");
  bool named = wish != NULL && *wish != 0;
  if (!named || setlocale(LC_CTYPE, "") == NULL) {
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
      setlocale(LC_CTYPE, "UTF-8");
  }
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

const char *terminal_string(const char *name) {
  const char *string = tigetstr(name);
  return string == (char *)-1 ? NULL : string;
}

/// The mode that two capabilities switch, if the terminal has both.
static terminal_mode mode_of(const char *on, const char *off) {
  terminal_mode mode = {terminal_string(on), terminal_string(off)};
  if (mode.on == NULL || mode.off == NULL) mode = (terminal_mode){NULL, NULL};
  return mode;
}

static void send(const char *string) {
  if (string != NULL)
    terminal_write(terminal_output, string, strlen(string));
}

/// Opens the terminal under the name TERM, or xterm-256color where that has
/// no description.
static bool open_screen(FILE *output, FILE *input, bool *substituted) {
  const char *name = getenv("TERM");
  *substituted = false;
  if (name != NULL && *name != 0 && newterm(NULL, output, input) != NULL)
    return true;
  *substituted = true;
  return newterm("xterm-256color", output, input) != NULL;
}

static void stop_at_exit(void) {
  if (getpid() == owner) terminal_stop();
}

static void register_exit(void) {
  static bool registered = false;
  owner = getpid();
  if (!registered) atexit(stop_at_exit);
  registered = true;
}

/// Finds the terminal's descriptors; keys come from /dev/tty where standard
/// input is a file or a pipe.
static FILE *open_descriptors(void) {
  if (!isatty(STDOUT_FILENO)) return NULL;
  FILE *input = stdin;
  if (!isatty(STDIN_FILENO)) input = fopen("/dev/tty", "re");
  if (input == NULL) return NULL;
  terminal_input = fileno(input);
  // ncurses' own output may go elsewhere for a moment; this is the terminal.
  if (terminal_output < 0)
    terminal_output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10);
  if (terminal_output < 0) terminal_output = STDOUT_FILENO;
  return input;
}

static void enter_modes(void) {
  send(terminal_paste.on);
  send(terminal_focus.on);
}

/// Has the terminal's driver pass on what is written as it is: what ncurses
/// sends since `nonl` needs no change, and looking at each byte takes longer
/// than sending all of them.
static void pass_output_on(void) {
  struct termios modes;
  if (tcgetattr(terminal_output, &modes) != 0) return;
  modes.c_oflag &= (tcflag_t)~OPOST;
  if (tcsetattr(terminal_output, TCSADRAIN, &modes) == 0) def_prog_mode();
}

void terminal_keep_keys(void) {
  struct termios modes;
  if (!ours || tcgetattr(terminal_input, &modes) != 0) return;
  modes.c_iflag &= (tcflag_t)~IXON;
  modes.c_cc[VSUSP] = _POSIX_VDISABLE;
  modes.c_cc[VQUIT] = _POSIX_VDISABLE;
#ifdef VDSUSP
  modes.c_cc[VDSUSP] = _POSIX_VDISABLE;
#endif
  if (tcsetattr(terminal_input, TCSADRAIN, &modes) == 0) def_prog_mode();
}

static void set_modes(void) {
  cbreak();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  // A frame is never left half drawn because of a key.
  typeahead(-1);
  terminal_keys = newpad(1, 1);
  keypad(terminal_keys, TRUE);
  nodelay(terminal_keys, TRUE);
  pass_output_on();
}

terminal_report terminal_start(void) {
  terminal_report report = {.outcome = terminalAbsent};
  FILE *input = open_descriptors();
  if (input == NULL) return report;
  terminal_unicode = choose_encoding();
  unsetenv("LINES");
  unsetenv("COLUMNS");
  terminal_take_signals();
  terminal_remember_modes();
  terminal_prepare_start();
  terminal_left->has_screen = 1;
  if (!open_screen(stdout, input, &report.substituted)) {
    terminal_left->has_screen = 0;
    terminal_release_signals();
    report.outcome = terminalUnknown;
    return report;
  }
  if (terminal_string("cup") == NULL) {
    endwin();
    terminal_left->has_screen = 0;
    terminal_release_signals();
    report.outcome = terminalDumb;
    return report;
  }
  ours = true;
  register_exit();
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  set_modes();
  terminal_paste = mode_of("BE", "BD");
  terminal_focus = mode_of("fe", "fd");
  terminal_has_mouse = false;
  terminal_define_keys();
  report.colours = terminal_start_colours();
  terminal_start_drawing();
  terminal_take_errors();
  terminal_prepare_crash();
  terminal_catch_crashes();
  enter_modes();
  report.outcome = terminalReady;
  report.width = COLS;
  report.height = LINES;
  report.unicode = terminal_unicode;
  return report;
}

void terminal_use_mouse(bool on) {
  if (!ours || terminal_string("kmous") == NULL) return;
  // What switches it off must be at hand before it is on.
  terminal_has_mouse = terminal_has_mouse || on;
  terminal_prepare_crash();
  terminal_select_mouse(on);
  terminal_has_mouse = on;
  terminal_prepare_crash();
}

void terminal_leave(void) {
  send(terminal_focus.off);
  send(terminal_paste.off);
  endwin();
  // Without a screen of its own the picture stays: what comes, comes below.
  if (terminal_string("rmcup") == NULL)
    terminal_write(terminal_output, "\r\n", 2);
  terminal_left->has_screen = 0;
  terminal_release_errors();
}

void terminal_enter(void) {
  terminal_take_errors();
  terminal_left->has_screen = 1;
  reset_prog_mode();
  terminal_redraw();
  doupdate();
  enter_modes();
}

void terminal_stop(void) {
  if (!ours) return;
  ours = false;
  // The shell may have taken the foreground back, if the guard is gone.
  sigset_t stop;
  sigset_t before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  sigprocmask(SIG_BLOCK, &stop, &before);
  terminal_leave();
  sigprocmask(SIG_SETMASK, &before, NULL);
  terminal_release_crashes();
  terminal_release_signals();
}

void terminal_suspend(void) {
  terminal_leave();
  terminal_stop_process();
  terminal_wake_guard();
  terminal_enter();
}

void terminal_die(int32_t number) {
  terminal_stop();
  signal(number, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
  _exit(128 + number);
}

int32_t terminal_width(void) { return COLS; }
int32_t terminal_height(void) { return LINES; }
