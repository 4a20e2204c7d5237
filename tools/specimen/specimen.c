// A process with every kind of mapping that the kernel allows: specimen [-n COUNT] DIRECTORY… README.md says what it prints.
#include "say.h"

#include "parts.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Removes what a folder holds, from within: paths may be longer than a system call takes.
static void empty(int directory) {
  DIR *list = fdopendir(directory);
  struct dirent *entry;
  while (list != NULL && (entry = readdir(list)) != NULL) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    if (unlinkat(dirfd(list), entry->d_name, 0) == 0) continue;
    int inner = openat(dirfd(list), entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (inner < 0) continue;
    empty(inner);
    unlinkat(dirfd(list), entry->d_name, AT_REMOVEDIR);
  }
  if (list != NULL) closedir(list);
}

static void remove_folder(const char *path) {
  int directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory >= 0) empty(directory);
  rmdir(path);
}

static void usage(void) {
  fprintf(stderr, "usage: specimen [-n COUNT] DIRECTORY...\n");
  exit(2);
}

int main(int count, char **words) {
  long many = 0;
  int first = 1;
  if (count == 2 && strcmp(words[1], "--wait") == 0)
    for (;;) pause();
  if (count > 2 && strcmp(words[1], "-n") == 0) {
    many = strtol(words[2], NULL, 10);
    first = 3;
  }
  if (first >= count || words[first][0] == '-' || many < 0) usage();
  page = (size_t)sysconf(_SC_PAGESIZE);
  setvbuf(stdout, NULL, _IOLBF, 0);
  mkdir(words[first], 0700);
  start_children(words[first]);
  map_anonymous();
  map_advised();
  for (int at = first; at < count; at++) {
    char tag[16] = "";
    mkdir(words[at], 0700);
    int directory = open(words[at], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (at > first) snprintf(tag, sizeof tag, "%d:", at - first + 1);
    if (directory < 0) {
      refused("directory");
      continue;
    }
    map_files(tag, directory);
    if (at == first) map_named_files(directory);
    close(directory);
  }
  map_memory_files();
  map_rings();
  map_policies();
  if (many > 0) map_many(many);
  name_process();
  printf("ready\n");
  fflush(stdout);
  char byte;
  while (read(0, &byte, 1) > 0) continue;
  remove_memory_files();
  for (int at = first; at < count; at++) remove_folder(words[at]);
  return 0;
}
