#include "say.h"

#include "numbers.h"
#include "parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <unistd.h>

// Modes of mbind: a policy, and nodes by their bits.
static void nodes(void) {
  const struct { const char *label; int mode; unsigned long nodes; } policies[] = {
    {"numa-preferred", 1, 1},     {"numa-bind", 2, 1},      {"numa-interleave", 3, 1},         {"numa-local", 4, 0},
    {"numa-preferred-many", 5, 1}, {"numa-weighted", 6, 1}, {"numa-bind-static", 2 | 1 << 15, 1}, {"numa-second-node", 2, 2},
  };
  for (size_t at = 0; at < sizeof policies / sizeof *policies; at++) {
    unsigned long mask = policies[at].nodes;
    void *start = mmap(room(8 * page), 8 * page, RW, OWN, -1, 0);
    if (start == MAP_FAILED ||
        syscall(SYS_mbind, start, 8 * page, policies[at].mode, mask ? &mask : NULL, mask ? 64UL : 0UL, 0) != 0) {
      refused(policies[at].label);
      continue;
    }
    touch(start, 8 * page);
    made(policies[at].label, start, 8 * page);
  }
}

static void key(void) {
  int key = (int)syscall(SYS_pkey_alloc, 0, 0);
  void *start = key < 0 ? MAP_FAILED : mmap(room(4 * page), 4 * page, RW, OWN, -1, 0);
  if (start == MAP_FAILED || syscall(SYS_pkey_mprotect, start, 4 * page, RW, key) != 0) refused("protection-key");
  else made("protection-key", start, 4 * page);
}

static void seal(void) {
  void *start = map("sealed-of", 4 * page, RW, OWN, -1, 0);
  if (start != NULL && syscall(NR_MSEAL, start, 4 * page, 0UL) != 0) refused("sealed");
}

struct fault_api { uint64_t api, features, calls; };
struct fault_range { uint64_t start, length, mode, calls; };

// Memory whose faults a program handles: those of missing pages, of writes, of minor ones.
static void faults(const char *label, uint64_t mode, uint64_t features, int sharing) {
  int file = (int)syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK);
  struct fault_api api = {0xaa, features, 0};
  if (file < 0 || ioctl(file, _IOWR(0xaa, 0x3f, struct fault_api), &api) != 0) {
    refused(label);
    return;
  }
  void *start = mmap(room(4 * page), 4 * page, RW, sharing, -1, 0);
  if (start != MAP_FAILED && mode == 2) touch(start, 4 * page);
  struct fault_range range = {(uintptr_t)start, 4 * page, mode, 0};
  if (start == MAP_FAILED || ioctl(file, _IOWR(0xaa, 0, struct fault_range), &range) != 0) refused(label);
  else made(label, start, 4 * page);
}

void map_policies(void) {
  nodes();
  key();
  seal();
  faults("userfaultfd-missing", 1, 0, OWN);
  faults("userfaultfd-write-protected", 2, 1, OWN);
  faults("userfaultfd-minor", 4, 1 << 10, COMMON);
}
