// Changes its memory as fast as it can, in several processes, each in its own way; ends when its stdin does.
// Prints "PID ROLE" for each. All names come from the folder that is its argument.
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SLOTS 64
#define PAGE 4096UL

static const char *roles[] = {"steady", "bursts", "there-and-back", "files", "forks", "execs", "seldom"};
#define ROLES (sizeof roles / sizeof *roles)

static uint64_t state;
// Two of the processes share their files; what the others do to theirs nobody else sees.
static int owner;
static struct { char *at; size_t size; } slots[SLOTS];

static unsigned below(unsigned n) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (unsigned)(state >> 33) % n;
}

static void pause_ms(unsigned ms) {
  struct timespec t = {ms / 1000, (ms % 1000) * 1000000L};
  nanosleep(&t, NULL);
}

static int file(unsigned number) {
  char name[64];
  snprintf(name, sizeof name, "file-%d-%u", owner, number);
  int fd = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0 && ftruncate(fd, 16 * PAGE) != 0) perror("ftruncate");
  if (below(8) == 0) unlink(name);
  return fd;
}

static void map(unsigned slot, int with_files) {
  size_t size = (1 + below(16)) * PAGE;
  int fd = with_files ? file(below(24)) : -1;
  int flags = fd < 0 ? MAP_PRIVATE | MAP_ANONYMOUS : below(2) ? MAP_SHARED : MAP_PRIVATE;
  char *at = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, fd, 0);
  if (fd >= 0) close(fd);
  if (at == MAP_FAILED) return;
  at[0] = 1;
  slots[slot].at = at;
  slots[slot].size = size;
}

static void change(int with_files) {
  unsigned slot = below(SLOTS);
  char *at = slots[slot].at;
  size_t size = slots[slot].size;
  if (at == NULL) {
    map(slot, with_files);
    return;
  }
  switch (below(4)) {
  case 0:
    mprotect(at, PAGE * (1 + below(size / PAGE)), below(2) ? PROT_READ : PROT_READ | PROT_WRITE);
    return;
  case 1: {
    size_t to = (1 + below(16)) * PAGE;
    char *moved = mremap(at, size, to, MREMAP_MAYMOVE);
    if (moved == MAP_FAILED) return;
    slots[slot].at = moved;
    slots[slot].size = to;
    return;
  }
  default:
    munmap(at, size);
    slots[slot].at = NULL;
  }
}

// Maps one file at one place and takes it away again, so that two looks may find all as it was.
static void there_and_back(void) {
  char *at = (char *)0x7000000000UL;
  int fd = file(100 + below(2));
  if (fd < 0) return;
  if (mmap(at, PAGE, PROT_READ, MAP_SHARED | MAP_FIXED, fd, 0) == MAP_FAILED) perror("mmap");
  close(fd);
  if (below(50) == 0) pause_ms(below(20));
  munmap(at, PAGE);
  if (below(50) == 0) pause_ms(below(20));
}

static void fork_one(void) {
  pid_t child = fork();
  if (child == 0) {
    for (int i = 0; i < 20; i++) change(1);
    _exit(0);
  }
  if (child > 0) waitpid(child, NULL, 0);
}

static void churn(const char *role, char *self) {
  unsigned rounds = 0;
  if (strcmp(role, "files") != 0 && strcmp(role, "forks") != 0) owner = getpid();
  for (;;) {
    if (strcmp(role, "there-and-back") == 0) there_and_back();
    else change(strcmp(role, "steady") != 0);
    rounds++;
    if (strcmp(role, "bursts") == 0 && rounds % 200 == 0) pause_ms(20 + below(200));
    if (strcmp(role, "seldom") == 0 && rounds % 20 == 0) pause_ms(below(1500));
    if (strcmp(role, "forks") == 0 && rounds % 20 == 0) fork_one();
    if (strcmp(role, "files") == 0 && rounds % 1000 == 0) pause_ms(below(300));
    if (strcmp(role, "execs") == 0 && rounds % 50 == 0) {
      pause_ms(below(60));
      execl(self, self, "-", role, (char *)NULL);
      _exit(1);
    }
  }
}

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  state = (uint64_t)getpid() * 2654435761u + 88172645463325252u + (uint64_t)time(NULL);
  if (argc == 3) churn(argv[2], argv[0]);
  if (chdir(argv[1]) != 0) return perror(argv[1]), 1;
  for (size_t i = 0; i < ROLES; i++) {
    pid_t child = fork();
    if (child != 0) {
      printf("%d %s\n", child, roles[i]);
      continue;
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (nice(10) < 0) perror("nice");
    close(0);
    close(1);
    execl(argv[0], argv[0], "-", roles[i], (char *)NULL);
    _exit(1);
  }
  fflush(stdout);
  char byte;
  while (read(0, &byte, 1) > 0) continue;
  signal(SIGTERM, SIG_IGN);
  return 0;
}
