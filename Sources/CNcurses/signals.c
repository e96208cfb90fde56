// Signals, and waiting.
//
// The signals below are blocked but during a wait, so that none can come
// between looking and waiting, and none interrupts anything else.

#include "terminal.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/timerfd.h>
#endif

static const int taken[] = {
  SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT,
};
enum { takenCount = sizeof taken / sizeof *taken };

static volatile sig_atomic_t arrived[takenCount];

/// What ends the program, the more final first.
static const int ends[] = {SIGHUP, SIGTERM, SIGQUIT, SIGINT};
enum { endCount = sizeof ends / sizeof *ends };

/// Whether one of them has been told: the program is ending, unless it waits
/// again.
static bool ending = false;

static struct sigaction before[takenCount];
static struct sigaction pipe_before;
static struct sigaction size_before;
static sigset_t mask_before;
static sigset_t blocked;

/// The mask during a wait.
static sigset_t waiting;

static void note_signal(int number) {
  for (int index = 0; index < takenCount; index++)
    if (taken[index] == number) arrived[index] = 1;
}

static bool take_arrived(int number) {
  for (int index = 0; index < takenCount; index++)
    if (taken[index] == number && arrived[index]) {
      arrived[index] = 0;
      return true;
    }
  return false;
}

void terminal_take_signals(void) {
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGWINCH);
  for (int index = 0; index < takenCount; index++)
    sigaddset(&blocked, taken[index]);
  sigprocmask(SIG_BLOCK, &blocked, &mask_before);
  waiting = mask_before;
  sigdelset(&waiting, SIGWINCH);
  for (int index = 0; index < takenCount; index++) {
    arrived[index] = 0;
    sigdelset(&waiting, taken[index]);
    sigaction(taken[index], NULL, &before[index]);
    // What our parent has us ignore (nohup, a shell without job control)
    // stays ignored.
    if (before[index].sa_handler == SIG_IGN) continue;
    struct sigaction action = {.sa_handler = note_signal};
    sigemptyset(&action.sa_mask);
    sigaction(taken[index], &action, NULL);
  }
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGPIPE, &ignore, &pipe_before);
  sigaction(SIGXFSZ, &ignore, &size_before);
}

void terminal_release_signals(void) {
  for (int index = 0; index < takenCount; index++)
    sigaction(taken[index], &before[index], NULL);
  // One that comes twice, once from the shell and once from the guard, must
  // not cut short what is done at the end.
  struct sigaction ignored = {.sa_handler = SIG_IGN};
  for (int index = 0; ending && index < endCount; index++)
    sigaction(ends[index], &ignored, NULL);
  sigaction(SIGPIPE, &pipe_before, NULL);
  sigaction(SIGXFSZ, &size_before, NULL);
  sigprocmask(SIG_SETMASK, &mask_before, NULL);
}

void terminal_signals_of_others(sigset_t *standard, sigset_t *mask) {
  sigemptyset(standard);
  for (int index = 0; index < takenCount; index++)
    if (before[index].sa_handler != SIG_IGN)
      sigaddset(standard, taken[index]);
  if (pipe_before.sa_handler != SIG_IGN) sigaddset(standard, SIGPIPE);
  if (size_before.sa_handler != SIG_IGN) sigaddset(standard, SIGXFSZ);
  *mask = mask_before;
}

void terminal_stop_process(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  struct sigaction ours;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &ours);
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  raise(SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &stop, NULL);
  sigprocmask(SIG_BLOCK, &stop, NULL);
  sigaction(SIGTSTP, &ours, NULL);
  // The SIGCONT that woke us is this one's end, not news.
  sigset_t pending;
  if (sigpending(&pending) == 0 && sigismember(&pending, SIGCONT) == 1) {
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGCONT, &ignore, &ours);
    sigaction(SIGCONT, &ours, NULL);
  }
  take_arrived(SIGCONT);
}

static int64_t nanoseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t terminal_monotonic_now(void) { return nanoseconds(CLOCK_MONOTONIC); }

/// A timer that rings at a time of the wall clock, also after the machine
/// slept, and when the clock is set; -1 where there is none.
static int wall_timer = -1;
static int64_t wall_armed = -1;

#ifdef __linux__
static bool arm_wall(int64_t wall) {
  if (wall_timer < 0)
    wall_timer = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (wall_timer < 0) return false;
  if (wall == wall_armed) return true;
  struct itimerspec when = {{0, 0}, {wall / 1000000000, wall % 1000000000}};
  // All zeros would switch it off.
  if (wall == 0) when.it_value.tv_nsec = 1;
  if (timerfd_settime(
        wall_timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL)
      != 0)
    return false;
  wall_armed = wall;
  return true;
}

static int wait_for(
  struct pollfd *list, nfds_t count, const struct timespec *timeout) {
  return ppoll(list, count, timeout, &waiting);
}
#else
static bool arm_wall(int64_t wall) {
  (void)wall;
  return false;
}

static int wait_for(
  struct pollfd *list, nfds_t count, const struct timespec *timeout) {
  sigset_t held;
  int64_t milliseconds = -1;
  if (timeout != NULL)
    milliseconds = (int64_t)timeout->tv_sec * 1000
      + (timeout->tv_nsec + 999999) / 1000000;
  sigprocmask(SIG_SETMASK, &waiting, &held);
  int result = poll(list, count, (int)milliseconds);
  int error = errno;
  sigprocmask(SIG_SETMASK, &held, NULL);
  errno = error;
  return result;
}
#endif

static void collect_signals(terminal_wakeup *wakeup) {
  for (int index = 0; index < endCount && wakeup->signal == 0; index++)
    if (take_arrived(ends[index])) wakeup->signal = ends[index];
  if (wakeup->signal != 0) ending = true;
  wakeup->suspend = take_arrived(SIGTSTP);
  wakeup->continued = take_arrived(SIGCONT);
  if (wakeup->continued) terminal_wake_guard();
}

/// Whether there was something to read and nothing has come of it yet.
static bool input_is_open = false;

void terminal_note_input(void) { input_is_open = false; }

/// Finds out whether the terminal is gone, and by SIGHUP.
static void look_at_terminal(terminal_wakeup *wakeup, short events) {
  if (events & POLLIN) wakeup->input = true;
  bool gone = (events & (POLLHUP | POLLERR | POLLNVAL)) != 0;
  if (events == POLLIN && input_is_open) {
    int available = 1;
    ioctl(terminal_input, FIONREAD, &available);
    gone = available == 0;
  }
  input_is_open = wakeup->input;
  if (!gone) return;
  wakeup->closed = true;
  sigset_t pending;
  if (sigpending(&pending) == 0 && sigismember(&pending, SIGHUP) == 1) {
    wakeup->signal = SIGHUP;
    ending = true;
  }
}

/// Waits once, with the list's terminal first and its timer, if any, last.
static void wait_once(
  terminal_wakeup *wakeup, struct pollfd *list, int32_t count,
  bool has_timer, const struct timespec *timeout) {
  nfds_t total = (nfds_t)(1 + count + (has_timer ? 1 : 0));
  int result = wait_for(list, total, timeout);
  // A signal: its note, or a new size that ncurses has seen to.
  if (result < 0) wakeup->input = true;
  collect_signals(wakeup);
  if (result == 0) wakeup->deadline = true;
  if (result <= 0) return;
  look_at_terminal(wakeup, list[0].revents);
  for (int32_t index = 0; index < count && wakeup->ready < 0; index++)
    if (list[1 + index].revents != 0) wakeup->ready = list[1 + index].fd;
  if (has_timer && list[1 + count].revents != 0) {
    uint64_t rings;
    wall_armed = -1;
    ssize_t ignored = read(wall_timer, &rings, sizeof rings);
    (void)ignored;
    wakeup->deadline = true;
  }
}

terminal_wakeup terminal_wait(
  int64_t monotonic, int64_t wall,
  const int32_t *descriptors, int32_t count) {
  enum { most = 30 };
  terminal_wakeup wakeup = {.ready = -1};
  ending = false;
  struct pollfd list[most + 2];
  if (count > most) count = most;
  list[0] = (struct pollfd){terminal_input, POLLIN, 0};
  for (int32_t index = 0; index < count; index++)
    list[1 + index] = (struct pollfd){descriptors[index], POLLIN, 0};
  bool has_timer = wall >= 0 && arm_wall(wall);
  if (has_timer) list[1 + count] = (struct pollfd){wall_timer, POLLIN, 0};

  int64_t left = -1;
  if (monotonic >= 0) {
    left = monotonic - nanoseconds(CLOCK_MONOTONIC);
    if (left < 0) left = 0;
  }
  if (wall >= 0 && !has_timer) {
    int64_t until = wall - nanoseconds(CLOCK_REALTIME);
    if (until < 0) until = 0;
    if (left < 0 || until < left) left = until;
  }
  struct timespec timeout = {left / 1000000000, left % 1000000000};
  wait_once(&wakeup, list, count, has_timer, left < 0 ? NULL : &timeout);
  return wakeup;
}
