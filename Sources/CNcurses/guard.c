// A parent of the program that only waits.
//
// When the program dies in a way that it cannot catch, the parent gives the
// terminal back. It is the one that the shell knows: it stops, goes on and ends
// as the program does, and passes on what is sent to it alone.

#include "terminal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

static terminal_legacy alone;
terminal_legacy *terminal_left = &alone;

static pid_t program = 0;
static struct termios modes;
static bool has_modes = false;

/// What is passed on where it was sent to the parent alone.
static const int passed[] = {
  SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM,
  SIGTSTP, SIGTTIN, SIGTTOU,
};
enum { passedCount = sizeof passed / sizeof *passed };

/// Whether somebody had this process go on.
static volatile sig_atomic_t continued = 0;

static void note_continued(int number) {
  (void)number;
  continued = 1;
}

static void pass_on(int number, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  // What comes from the terminal goes to both.
  if (info->si_code <= 0 && info->si_pid != program) kill(program, number);
  errno = error;
}

static void pass_signals(void) {
  struct sigaction note = {.sa_handler = note_continued};
  sigemptyset(&note.sa_mask);
  sigaction(SIGCONT, &note, NULL);
  struct sigaction action = {.sa_sigaction = pass_on, .sa_flags = SA_SIGINFO};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < passedCount; index++) {
    struct sigaction before;
    sigaction(passed[index], NULL, &before);
    // What is ignored here is ignored by the program as well.
    if (before.sa_handler != SIG_IGN) sigaction(passed[index], &action, NULL);
  }
}

/// Lets a signal do to this process what it does by default.
static void suffer(int number) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  struct sigaction before;
  sigset_t set;
  sigset_t mask;
  sigemptyset(&standard.sa_mask);
  sigemptyset(&set);
  sigaddset(&set, number);
  sigaction(number, &standard, &before);
  kill(getpid(), number);
  sigprocmask(SIG_UNBLOCK, &set, &mask);
  // Here it stops, or ends.
  sigprocmask(SIG_SETMASK, &mask, NULL);
  sigaction(number, &before, NULL);
}

static void block_output_stop(sigset_t *before) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTTOU);
  sigprocmask(SIG_BLOCK, &set, before);
}

/// Gives back the terminal, as far as the program still has it.
static void restore(void) {
  if (!terminal_left->has_screen) return;
  sigset_t before;
  block_output_stop(&before);
  terminal_farewell *farewell =
    &terminal_left->farewells[terminal_left->current];
  terminal_write(STDOUT_FILENO, farewell->bytes, farewell->size);
  if (has_modes) tcsetattr(STDOUT_FILENO, TCSANOW, &modes);
  // Keys that were meant for the program must not reach the shell.
  tcflush(STDOUT_FILENO, TCIFLUSH);
  terminal_left->has_screen = 0;
  sigprocmask(SIG_SETMASK, &before, NULL);
}

static bool is_asked_for(int number) {
  return number == SIGINT || number == SIGTERM || number == SIGHUP
    || number == SIGQUIT;
}

/// What to do after an end that nobody asked for.
static char advice[80] = "start it again: it offers what was not saved";

/// Ends as the program did.
static void __attribute__((noreturn)) end_by(int number) {
  restore();
  if (!is_asked_for(number)) {
    char line[128];
    int size = snprintf(
      line, sizeof line, "bearing ended by signal %d; %s\n", number, advice);
    terminal_write(STDERR_FILENO, line, (size_t)size);
  }
  // The program has left a core file, if any is wanted.
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  suffer(number);
  _exit(128 + number);
}

/// Takes note of an end; returns where it is none.
static void take_end(int status) {
  if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
  if (WIFSIGNALED(status)) end_by(WTERMSIG(status));
}

/// Sees to it that the program goes on; mostly the shell has done so.
static void go_on(void) {
  const struct timespec blink = {0, 1000000};
  for (int count = 0; count < 50; count++) {
    int status;
    pid_t found = waitpid(program, &status, WCONTINUED | WNOHANG);
    if (found == program) {
      take_end(status);
      return;
    }
    nanosleep(&blink, NULL);
  }
  kill(program, SIGCONT);
}

static void __attribute__((noreturn)) wait_for_program(void) {
  while (true) {
    int status;
    bool was_continued = continued;
    continued = 0;
    pid_t found = waitpid(
      program, &status, was_continued ? WUNTRACED | WNOHANG : WUNTRACED);
    if (found == 0 || (found < 0 && errno == EINTR)) continue;
    if (found < 0) _exit(1);
    take_end(status);
    if (!WIFSTOPPED(status)) continue;
    // Both are had to go on at once: a stop from before that is over.
    if (!was_continued && !continued) {
      restore();
      suffer(WSTOPSIG(status));
    }
    go_on();
    continued = 0;
  }
}

/// Has the system send SIGHUP to this process when its parent dies.
static void outlive_by_little(pid_t parent) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGHUP);
#endif
  if (getppid() != parent) kill(getpid(), SIGHUP);
}

void terminal_advise(const char *words) {
  snprintf(advice, sizeof advice, "%s", words);
}

void terminal_guard(void) {
  if (!isatty(STDOUT_FILENO)) return;
  void *page = mmap(
    NULL, sizeof(terminal_legacy), PROT_READ | PROT_WRITE,
    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) return;
  has_modes = tcgetattr(STDOUT_FILENO, &modes) == 0;
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  // Where this is ignored, nobody hears how a child ended.
  struct sigaction standard = {.sa_handler = SIG_DFL};
  struct sigaction ends_before;
  sigaction(SIGCHLD, &standard, &ends_before);
  pid_t parent = getpid();
  program = fork();
  if (program > 0) {
    terminal_left = page;
    pass_signals();
    sigprocmask(SIG_SETMASK, &before, NULL);
    wait_for_program();
  }
  if (program == 0) {
    terminal_left = page;
    terminal_left->guard = parent;
    outlive_by_little(parent);
  }
  sigaction(SIGCHLD, &ends_before, NULL);
  sigprocmask(SIG_SETMASK, &before, NULL);
}

void terminal_wake_guard(void) {
  pid_t guard = terminal_left->guard;
  if (guard != 0 && getppid() == guard) kill(guard, SIGCONT);
}
