#include "say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

size_t page;

void *made(const char *label, void *start, size_t size) {
  printf("%s %lx-%lx\n", label, (unsigned long)start, (unsigned long)start + (unsigned long)size);
  return start;
}

void *refused(const char *label) {
  int error = errno;
  printf("%s refused %d %s\n", label, error, strerror(error));
  return NULL;
}

void done(const char *label) { printf("%s done\n", label); }

void *room(size_t size) {
  size_t whole = size + 2 * page;
  char *start = mmap(NULL, whole, PROT_NONE, OWN | MAP_NORESERVE, -1, 0);
  if (start == MAP_FAILED) return NULL;
  munmap(start, whole);
  return start + page;
}

void *map_at(const char *label, void *start, size_t size, int protection, int flags, int file, off_t offset) {
  void *got = mmap(start, size, protection, flags, file, offset);
  return got == MAP_FAILED ? refused(label) : made(label, got, size);
}

void *map(const char *label, size_t size, int protection, int flags, int file, off_t offset) {
  return map_at(label, room(size), size, protection, flags, file, offset);
}

void touch(void *start, size_t size) {
  if (start == NULL) return;
  for (size_t at = 0; at < size; at += page) ((volatile char *)start)[at] = 1;
}

int new_file(const char *label, int directory, const char *name, size_t size) {
  int file = openat(directory, name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) {
    refused(label);
    return -1;
  }
  char block[512];
  memset(block, 'x', sizeof block);
  for (size_t at = 0; at < size; at += sizeof block) {
    if (write(file, block, sizeof block) == sizeof block) continue;
    refused(label);
    close(file);
    return -1;
  }
  return file;
}
