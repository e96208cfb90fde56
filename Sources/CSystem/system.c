#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#ifdef __APPLE__
#include <sys/mount.h>
#include <sys/param.h>
#else
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <sys/vfs.h>
#endif
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

int32_t system_exchange(int32_t folder, const char *one, const char *other) {
#ifdef __APPLE__
  return renameatx_np(folder, one, folder, other, RENAME_SWAP);
#else
  return renameat2(folder, one, folder, other, RENAME_EXCHANGE);
#endif
}

int32_t system_rename_new(
  int32_t folder, const char *from, const char *to) {
#ifdef __APPLE__
  return renameatx_np(folder, from, folder, to, RENAME_EXCL);
#else
  return renameat2(folder, from, folder, to, RENAME_NOREPLACE);
#endif
}

#ifdef __APPLE__
int32_t system_reserve(int32_t file, int64_t bytes) {
  (void)file;
  (void)bytes;
  return 0;
}

int32_t system_reserve_behind(int32_t file, int64_t place, int64_t bytes) {
  (void)file;
  (void)place;
  (void)bytes;
  return 0;
}
#else
// Not posix_fallocate, which writes zeros where it cannot reserve.
static int32_t reserve(int32_t file, int mode, int64_t place, int64_t bytes) {
  if (bytes <= 0) return 0;
  int result;
  do {
    result = fallocate(file, mode, place, bytes);
  } while (result != 0 && errno == EINTR);
  if (result != 0 && (errno == EOPNOTSUPP || errno == ENOSYS)) return 0;
  return result;
}

int32_t system_reserve(int32_t file, int64_t bytes) {
  return reserve(file, 0, 0, bytes);
}

int32_t system_reserve_behind(int32_t file, int64_t place, int64_t bytes) {
  int32_t result = reserve(file, FALLOC_FL_KEEP_SIZE, place, bytes);
  // A file that may only be appended to takes none either.
  return result != 0 && errno == EPERM ? 0 : result;
}
#endif

int32_t system_flush(int32_t file) {
#ifdef __APPLE__
  if (fcntl(file, F_FULLFSYNC) == 0) return 0;
#endif
  int result;
  do {
    result = fsync(file);
  } while (result != 0 && errno == EINTR);
  return result;
}

int32_t system_flush_content(int32_t file) {
#ifdef __APPLE__
  return system_flush(file);
#else
  int result;
  do {
    result = fdatasync(file);
  } while (result != 0 && errno == EINTR);
  return result;
#endif
}

int32_t system_unlock(int32_t file) {
  return flock(file, LOCK_UN);
}

int32_t system_lock(int32_t file) {
  int result;
  do {
    result = flock(file, LOCK_EX | LOCK_NB);
  } while (result != 0 && errno == EINTR);
  return result;
}

int32_t system_has_writers(int32_t file) {
#ifdef __APPLE__
  (void)file;
  return 0;
#else
  // A lease for reading is given only where nobody writes. Whoever breaks it in
  // the moment that it lasts sends a signal that does nothing.
  if (fcntl(file, F_SETSIG, SIGURG) != 0) return 0;
  if (fcntl(file, F_SETLEASE, F_RDLCK) == 0) {
    fcntl(file, F_SETLEASE, F_UNLCK);
    return 0;
  }
  return errno == EAGAIN;
#endif
}

#ifdef __APPLE__
static ssize_t list_names(int file, char *names, size_t size) {
  return flistxattr(file, names, size, 0);
}
static ssize_t get_value(int file, const char *name, void *value, size_t size) {
  return fgetxattr(file, name, value, size, 0, 0);
}
static int set_value(
  int file, const char *name, const void *value, size_t size) {
  return fsetxattr(file, name, value, size, 0, 0);
}
static int remove_value(int file, const char *name) {
  return fremovexattr(file, name, 0);
}
#else
static ssize_t list_names(int file, char *names, size_t size) {
  return flistxattr(file, names, size);
}
static ssize_t get_value(int file, const char *name, void *value, size_t size) {
  return fgetxattr(file, name, value, size);
}
static int set_value(
  int file, const char *name, const void *value, size_t size) {
  return fsetxattr(file, name, value, size, 0);
}
static int remove_value(int file, const char *name) {
  return fremovexattr(file, name);
}
#endif

// Whether the person put an attribute there, not the system on its own.
static int is_of_person(const char *name) {
#ifdef __APPLE__
  return strncmp(name, "com.apple.", 10) != 0;
#else
  return strncmp(name, "user.", 5) == 0 ||
         strcmp(name, "system.posix_acl_access") == 0;
#endif
}

static int copy_attribute(int32_t from, int32_t to, const char *name) {
  ssize_t size = get_value(from, name, NULL, 0);
  if (size < 0) return -1;
  void *value = malloc((size_t)size + 1);
  if (value == NULL) return -1;
  size = get_value(from, name, value, (size_t)size);
  int result = size < 0 ? -1 : set_value(to, name, value, (size_t)size);
  free(value);
  return result;
}

// The names of all attributes, each with its end; NULL where there are none.
static char *attribute_names(int32_t file, ssize_t *size) {
  *size = list_names(file, NULL, 0);
  if (*size <= 0) return NULL;
  char *names = malloc((size_t)*size);
  if (names == NULL) return NULL;
  *size = list_names(file, names, (size_t)*size);
  return names;
}

int32_t system_copy_attributes(int32_t from, int32_t to) {
  int32_t lost = 0;
  ssize_t size;
  // What a new file takes over from its folder.
  char *names = attribute_names(to, &size);
  for (ssize_t place = 0; names != NULL && place < size;
       place += (ssize_t)strlen(names + place) + 1) {
    const char *name = names + place;
    if (is_of_person(name) && get_value(from, name, NULL, 0) < 0 &&
        remove_value(to, name) != 0)
      lost += 1;
  }
  free(names);
  names = attribute_names(from, &size);
  for (ssize_t place = 0; names != NULL && place < size;
       place += (ssize_t)strlen(names + place) + 1)
    if (copy_attribute(from, to, names + place) != 0 &&
        is_of_person(names + place))
      lost += 1;
  free(names);
  return lost;
}

#ifdef __APPLE__
bool system_is_remote(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 && (status.f_flags & MNT_LOCAL) == 0;
}
#else
bool system_is_remote(const char *path) {
  static const uint32_t kinds[] = {
    0x6969,                               // nfs
    0x517b, 0xff534d42, 0xfe534d42,       // smb, cifs, smb2
    0x65735546,                           // fuse
    0x01021997,                           // 9p
    0x00c36400,                           // ceph
    0x5346414f, 0x6b414653,               // afs
    0x73757245,                           // coda
    0x564c,                               // ncp
    0x9fa0, 0x62656572,                   // proc, sysfs
    0x01161970, 0x7461636f,               // gfs2, ocfs2
    0x0bd00bd0,                           // lustre
    0x47504653,                           // gpfs
    0x786f4256, 0xbacbacbc,               // shared folders of virtual machines
  };
  struct statfs status;
  if (statfs(path, &status) != 0) return false;
  for (size_t index = 0; index < sizeof kinds / sizeof *kinds; index++)
    if ((uint32_t)status.f_type == kinds[index]) return true;
  return false;
}
#endif

#ifdef __APPLE__
int32_t system_gate(int32_t readable, int32_t exceptional) {
  errno = ENOSYS;
  return -1;
}
#else
int32_t system_gate(int32_t readable, int32_t exceptional) {
  int32_t gate = epoll_create1(EPOLL_CLOEXEC);
  if (gate < 0) return -1;
  struct epoll_event reading = {.events = EPOLLIN};
  struct epoll_event telling = {.events = EPOLLPRI};
  if (epoll_ctl(gate, EPOLL_CTL_ADD, readable, &reading) == 0 &&
      epoll_ctl(gate, EPOLL_CTL_ADD, exceptional, &telling) == 0)
    return gate;
  int code = errno;
  close(gate);
  errno = code;
  return -1;
}
#endif

int32_t system_random(void *bytes, int64_t count) {
  return getentropy(bytes, (size_t)count);
}

system_local_time system_local(int64_t seconds) {
  time_t time = (time_t)seconds;
  struct tm parts;
  memset(&parts, 0, sizeof parts);
  tzset();
  localtime_r(&time, &parts);
  return (system_local_time){
    .year = parts.tm_year + 1900,
    .month = parts.tm_mon + 1,
    .day = parts.tm_mday,
    .hour = parts.tm_hour,
    .minute = parts.tm_min,
    .second = parts.tm_sec,
    .offset = (int32_t)parts.tm_gmtoff,
  };
}

static int64_t nanoseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t system_wall_now(void) { return nanoseconds(CLOCK_REALTIME); }

int64_t system_monotonic_now(void) { return nanoseconds(CLOCK_MONOTONIC); }

#ifdef __linux__
int32_t system_alarm(void) {
  return timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
}

int32_t system_set_alarm(int32_t alarm, int64_t seconds) {
  // All zeros would switch it off.
  struct itimerspec when = {{0, 0}, {seconds, seconds == 0}};
  return timerfd_settime(
    alarm, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL);
}
#else
int32_t system_alarm(void) {
  errno = ENOSYS;
  return -1;
}

int32_t system_set_alarm(int32_t alarm, int64_t seconds) {
  (void)alarm;
  (void)seconds;
  errno = ENOSYS;
  return -1;
}
#endif

#ifdef __GLIBC__
void system_expect_memory(int64_t bytes) {
  static bool is_prepared;
  if (is_prepared) return;
  is_prepared = true;
  // 32 MiB is the most that the allocator lets the threshold be.
  const int64_t most = 32 << 20;
  const int whole = (int)(bytes < most ? bytes : most);
  const uintptr_t page = 2 << 20;
  // From the next large page on; what is left out is never touched.
  const uintptr_t old = (uintptr_t)sbrk(0);
  const uintptr_t start = (old + page - 1) / page * page;
  if (sbrk((intptr_t)(start - old)) == (void *)-1) return;
  // What is large comes from the heap too, and stays there when it is freed.
  mallopt(M_MMAP_THRESHOLD, whole);
  mallopt(M_TRIM_THRESHOLD, 2 * whole);
  // Volatile, or the compiler would see that nothing is done with it.
  void *volatile room = malloc((size_t)(whole - 4096));
  free(room);
  const uintptr_t end = (uintptr_t)sbrk(0);
  if (start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
}
#else
void system_expect_memory(int64_t bytes) { (void)bytes; }
#endif
