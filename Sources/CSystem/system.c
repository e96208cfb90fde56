#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#ifdef __APPLE__
#include <sys/mount.h>
#include <sys/param.h>
#else
#include <sys/vfs.h>
#endif
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

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

int32_t system_reserve(int32_t file, int64_t bytes) {
#ifdef __APPLE__
  (void)file;
  (void)bytes;
  return 0;
#else
  if (bytes <= 0) return 0;
  // Not posix_fallocate, which writes zeros where it cannot reserve.
  int result;
  do {
    result = fallocate(file, 0, 0, bytes);
  } while (result != 0 && errno == EINTR);
  if (result != 0 && (errno == EOPNOTSUPP || errno == ENOSYS)) return 0;
  return result;
#endif
}

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

int32_t system_lock(int32_t file) {
  int result;
  do {
    result = flock(file, LOCK_EX | LOCK_NB);
  } while (result != 0 && errno == EINTR);
  return result;
}

#ifdef __APPLE__
static ssize_t list_names(int file, char *names, size_t size) {
  return flistxattr(file, names, size, 0);
}
static ssize_t get_value(int file, const char *name, void *value, size_t size) {
  return fgetxattr(file, name, value, size, 0, 0);
}
static void set_value(
  int file, const char *name, const void *value, size_t size) {
  fsetxattr(file, name, value, size, 0, 0);
}
#else
static ssize_t list_names(int file, char *names, size_t size) {
  return flistxattr(file, names, size);
}
static ssize_t get_value(int file, const char *name, void *value, size_t size) {
  return fgetxattr(file, name, value, size);
}
static void set_value(
  int file, const char *name, const void *value, size_t size) {
  fsetxattr(file, name, value, size, 0);
}
#endif

static void copy_attribute(int32_t from, int32_t to, const char *name) {
  ssize_t size = get_value(from, name, NULL, 0);
  if (size < 0) return;
  void *value = malloc((size_t)size + 1);
  if (value == NULL) return;
  size = get_value(from, name, value, (size_t)size);
  if (size >= 0) set_value(to, name, value, (size_t)size);
  free(value);
}

void system_copy_attributes(int32_t from, int32_t to) {
  ssize_t size = list_names(from, NULL, 0);
  if (size <= 0) return;
  char *names = malloc((size_t)size);
  if (names == NULL) return;
  size = list_names(from, names, (size_t)size);
  for (ssize_t place = 0; place < size;
       place += (ssize_t)strlen(names + place) + 1)
    copy_attribute(from, to, names + place);
  free(names);
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
