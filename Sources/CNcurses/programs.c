// Another program on the same terminal.

#include "terminal.h"

#include <errno.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/// Starts a program as a shell would: with no signal held back or ignored that
/// was not before us, and with the terminal as its input and output.
static int start(char *const *arguments, pid_t *child) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t standard;
  sigset_t mask;
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_init(&actions);
  terminal_signals_of_others(&standard, &mask);
  posix_spawnattr_setsigdefault(&attributes, &standard);
  posix_spawnattr_setsigmask(&attributes, &mask);
  posix_spawnattr_setflags(
    &attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  if (terminal_input != STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, terminal_input, STDIN_FILENO);
  int error = posix_spawn(
    child, arguments[0], &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

/// Waits for the end of a program; where it is stopped, this one stops with it.
static int wait_for_end(pid_t child) {
  int status;
  while (true) {
    pid_t found = waitpid(child, &status, WUNTRACED);
    if (found < 0 && errno != EINTR) return 127;
    if (found < 0) continue;
    if (WIFEXITED(status)) return WEXITSTATUS(status);
    if (WIFSIGNALED(status)) return 128 + WTERMSIG(status);
    terminal_stop_process();
    terminal_wake_guard();
    kill(child, SIGCONT);
  }
}

/// Forgets the keys' signals that came meanwhile: they were meant for the other
/// program.
static void forget_signals(void) {
  static const int typed[] = {SIGINT, SIGQUIT, SIGTSTP};
  for (size_t index = 0; index < sizeof typed / sizeof *typed; index++) {
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    struct sigaction before;
    sigaction(typed[index], &ignore, &before);
    sigaction(typed[index], &before, NULL);
  }
}

int32_t terminal_run(char *const *arguments) {
  terminal_leave();
  pid_t child;
  int32_t code = start(arguments, &child) == 0 ? wait_for_end(child) : 127;
  forget_signals();
  terminal_enter();
  // Keys that were meant for that program are no commands.
  flushinp();
  return code;
}
