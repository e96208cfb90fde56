#pragma once

// Calls of the system that Swift does not see, or sees differently from one
// system to the next. Each returns -1 and sets errno where it fails.

#include <stdbool.h>
#include <stdint.h>

/// Exchanges two names of one folder in a single step.
///
/// Fails with ENOSYS or EINVAL where the file system cannot.
int32_t system_exchange(int32_t folder, const char *one, const char *other);

/// Renames within a folder, and fails with EEXIST where the new name is taken.
int32_t system_rename_new(
  int32_t folder, const char *from, const char *to);

/// Reserves space, so that a full disk shows before anything is written.
///
/// A file system that cannot reserve is no failure.
int32_t system_reserve(int32_t file, int64_t bytes);

/// The same for bytes from a place on, the file's size staying as it is.
int32_t system_reserve_behind(int32_t file, int64_t place, int64_t bytes);

/// Writes a file through to the disk, its drive included.
int32_t system_flush(int32_t file);

/// Writes a file's content through to the disk, its times perhaps not.
int32_t system_flush_content(int32_t file);

/// Gives back the lock on a file.
int32_t system_unlock(int32_t file);

/// Takes the lock on a file; fails with EWOULDBLOCK where another has it.
int32_t system_lock(int32_t file);

/// Whether somebody has a file open for writing: 1, or 0 where nobody has, or
/// where the system does not tell.
///
/// The descriptor has to be one for reading alone, on a file without a name.
int32_t system_has_writers(int32_t file);

/// Makes the extended attributes of a file, access control list included, those
/// of another, as far as that is allowed.
///
/// Returns how many that a person may have set are not.
int32_t system_copy_attributes(int32_t from, int32_t to);

/// Whether a path leads to a file system whose changes nobody need be told of:
/// another machine's, another program's or the system's own.
bool system_is_remote(const char *path);

/// A new descriptor that polls as readable when one descriptor can be read or
/// another has something exceptional to tell.
///
/// Both have to stay open beside it.
int32_t system_gate(int32_t readable, int32_t exceptional);

/// Fills a buffer with bytes that nobody can guess.
int32_t system_random(void *bytes, int64_t count);

typedef struct {
  int32_t year;
  /// From 1.
  int32_t month;
  /// From 1.
  int32_t day;
  int32_t hour;
  int32_t minute;
  int32_t second;
  /// East of UTC, in seconds.
  int32_t offset;
} system_local_time;

/// The local time at some seconds after the start of 1970.
system_local_time system_local(int64_t seconds);

/// The wall clock, in nanoseconds since the start of 1970.
int64_t system_wall_now(void);

/// The monotonic clock, in nanoseconds.
int64_t system_monotonic_now(void);

/// A timer that can be polled, for times of the wall clock; -1 where there is
/// none.
int32_t system_alarm(void);

/// Has the timer ring at some seconds since the start of 1970, also after the
/// machine slept, and when the clock is set. What rang before is forgotten.
int32_t system_set_alarm(int32_t alarm, int64_t seconds);

/// Tells the allocator that memory of about so many bytes will be used soon.
///
/// It is then taken in one piece and, where the system can, in large pages,
/// which costs a fraction of what growing step by step costs. Of what is not used
/// in the end at most one large page is taken. Only the first call does anything.
void system_expect_memory(int64_t bytes);
