#include "say.h"

#include "numbers.h"
#include "parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <unistd.h>

#ifndef SHM_HUGETLB
#define SHM_HUGETLB 04000
#endif

static const size_t HUGE_PAGE = 2 << 20;
static const char KEPT[] = "/dev/shm/memmaps-specimen-kept";
static int kept_id = -1;

static void map_open(const char *label, int file, size_t size) {
  if (file < 0 || ftruncate(file, (off_t)size) != 0) refused(label);
  else touch(map(label, size, RW, MAP_SHARED, file, 0), page);
  if (file >= 0) close(file);
}

static void memfds(void) {
  const struct { const char *label, *name; unsigned flags; } files[] = {
    {"memfd", "plain", 0},           {"memfd-with-newline", "a b\nc", 0},       {"memfd-of-no-name", "", 0},
    {"memfd-in-utf-8", "\xc3\xa9", 0}, {"memfd-named-deleted", " (deleted)", 0}, {"memfd-exec", "exec", MEMFD_EXEC},
    {"memfd-noexec", "noexec", MEMFD_NOEXEC},
  };
  for (size_t at = 0; at < sizeof files / sizeof *files; at++)
    map_open(files[at].label, (int)syscall(SYS_memfd_create, files[at].name, files[at].flags), 4 * page);
  // Not written to: without free huge pages that would end the process.
  int file = (int)syscall(SYS_memfd_create, "huge", MEMFD_HUGETLB);
  if (file < 0 || ftruncate(file, (off_t)HUGE_PAGE) != 0) refused("memfd-hugetlb");
  else map("memfd-hugetlb", HUGE_PAGE, RW, MAP_SHARED, file, 0);
  if (file >= 0) close(file);
}

static void system_v(const char *label, key_t key, size_t size, int flags, int removed) {
  int id = shmget(key, size, IPC_CREAT | 0600 | flags);
  void *start = id < 0 ? (void *)-1 : shmat(id, NULL, 0);
  if (start == (void *)-1) refused(label);
  else made(label, start, size);
  if (start != (void *)-1 && flags == 0) touch(start, page);
  if (id >= 0 && !removed) {
    kept_id = id;
    start = shmat(id, NULL, SHM_RDONLY);
    if (start == (void *)-1) refused("system-v-read-only");
    else made("system-v-read-only", start, size);
  }
  // It is gone with its last process; until then only lists show it as removed.
  if (id >= 0 && removed) shmctl(id, IPC_RMID, NULL);
}

static void posix_memory(void) {
  const char *path = "/dev/shm/memmaps specimen";
  map_open("posix-memory", open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600), page);
  unlink(path);
  map_open("posix-memory-kept", open(KEPT, O_RDWR | O_CREAT | O_CLOEXEC, 0600), page);
}

static void devices(void) {
  int file = open("/dev/zero", O_RDWR | O_CLOEXEC);
  if (file < 0) {
    refused("dev-zero");
    return;
  }
  touch(map("dev-zero-private", 4 * page, RW, MAP_PRIVATE, file, 0), page);
  touch(map("dev-zero-shared", 4 * page, RW, MAP_SHARED, file, 0), page);
  close(file);
}

void map_memory_files(void) {
  memfds();
  system_v("system-v", (key_t)0x6d6d6170, 4 * page, 0, 0);
  system_v("system-v-removed", IPC_PRIVATE, 4 * page, 0, 1);
  system_v("system-v-hugetlb", IPC_PRIVATE, HUGE_PAGE, SHM_HUGETLB, 1);
  posix_memory();
  devices();
  map("hugetlb-private", 2 * HUGE_PAGE, RW, OWN | MAP_HUGETLB, -1, 0);
  map("hugetlb-shared", HUGE_PAGE, RW, COMMON | MAP_HUGETLB, -1, 0);
  map_open("secret", (int)syscall(NR_MEMFD_SECRET, 0), 4 * page);
}

void remove_memory_files(void) {
  if (kept_id >= 0) shmctl(kept_id, IPC_RMID, NULL);
  unlink(KEPT);
}
