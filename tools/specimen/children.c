#include "say.h"

#include "parts.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

static void wait_for_ever(void) {
  for (;;) pause();
}

// Starts a child that does something, and waits until it has; a status other than 0 is its errno.
static void start(const char *label, int (*act)(const char *), const char *argument) {
  int ends[2];
  char status = 0;
  if (pipe2(ends, O_CLOEXEC) != 0) {
    refused(label);
    return;
  }
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    int null = open("/dev/null", O_RDWR);
    dup2(null, 0);
    dup2(null, 1);
    errno = 0;
    status = (char)(act(argument) == 0 ? 0 : errno);
    if (write(ends[1], &status, 1) != 1 || status != 0) _exit(1);
    close(ends[1]);
    wait_for_ever();
  }
  close(ends[1]);
  // The end of the pipe without a byte: the child runs another program.
  ssize_t length = child < 0 ? -1 : read(ends[0], &status, 1);
  close(ends[0]);
  errno = child < 0 ? errno : status;
  if (length < 0 || status != 0) refused(label);
  else printf("%s pid %d\n", label, (int)child);
}

static int set_comm(const char *name) { return prctl(PR_SET_NAME, name); }

// A file that only this mount namespace has, and one that its mount hides.
static int other_mounts(const char *directory) {
  if (unshare(CLONE_NEWNS) != 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return -1;
  int hidden = openat(AT_FDCWD, directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int file = new_file("mounts", hidden, "hidden.dat", page);
  if (file < 0 || mmap(NULL, page, PROT_READ, MAP_SHARED, file, 0) == MAP_FAILED) return -1;
  if (mount("tmpfs", directory, "tmpfs", 0, "size=1m") != 0) return -1;
  int shown = openat(AT_FDCWD, directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  file = new_file("mounts", shown, "other.dat", page);
  return file < 0 || mmap(NULL, page, PROT_READ, MAP_SHARED, file, 0) == MAP_FAILED ? -1 : 0;
}

static int copy(const char *path) {
  char block[65536];
  ssize_t length;
  int from = open("/proc/self/exe", O_RDONLY | O_CLOEXEC), to = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0755);
  if (from < 0 || to < 0) return -1;
  while ((length = read(from, block, sizeof block)) > 0)
    if (write(to, block, (size_t)length) != length) return -1;
  close(from);
  return close(to);
}

// A copy of this program, which waits; the starter unlinks it, or keeps it.
static int run_copy(const char *path) {
  if (copy(path) != 0) return -1;
  return execl(path, path, "--wait", (char *)NULL);
}

void start_children(const char *directory) {
  char path[4096];
  start("comm-with-parentheses", set_comm, "spec (x) y");
  start("comm-with-newline", set_comm, "new\nline");
  start("comm-in-utf-8", set_comm, "\xc3\xa9-\xe6\xbc\xa2\xe5\xad\x97");
  start("comm-not-utf-8", set_comm, "bad\xff\xfe");
  start("comm-with-controls", set_comm, "c\x01\t\x1b\x7f\\");
  start("comm-of-15-bytes", set_comm, "fifteen-letters");
  start("comm-empty", set_comm, "");
  snprintf(path, sizeof path, "%s/deleted program", directory);
  start("deleted-executable", run_copy, path);
  unlink(path);
  snprintf(path, sizeof path, "%s/program\nwith newline", directory);
  start("executable-with-newline", run_copy, path);
  snprintf(path, sizeof path, "%s/mounts", directory);
  mkdir(path, 0700);
  start("other-mounts", other_mounts, path);
}

static void *thread(void *name) {
  prctl(PR_SET_NAME, name);
  wait_for_ever();
  return NULL;
}

void name_process(void) {
  static const char *const names[] = {"plain", "two words", "new\nline"};
  for (int at = 0; at < 3; at++) {
    pthread_t id;
    errno = pthread_create(&id, NULL, thread, (void *)names[at]);
    if (errno != 0) refused("thread");
    else done("thread");
  }
  if (prctl(PR_SET_NAME, "speci (m) en") != 0) refused("comm");
  else done("comm");
}
