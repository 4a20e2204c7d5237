// What stat says of every file that a process has mapped, asked for as lsof asks, from the root: facts PID. A line a path:
//   stat PATH mode=OCTAL dev=MAJOR:MINOR ino=N nlink=N size=N rdev=MAJOR:MINOR
//   stat PATH errno=N
//   link PATH TARGET
// Bytes of paths outside of printable ASCII, blanks and backslashes are written \xNN. `exe` and `map_files/…` are below /proc/PID.
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static void put(const char *text, size_t size) {
  for (size_t at = 0; at < size; at++) {
    unsigned char byte = (unsigned char)text[at];
    if (byte <= ' ' || byte > '~' || byte == '\\') printf("\\x%02x", byte);
    else putchar(byte);
  }
}

static void tell(const char *name, const char *path) {
  struct stat it;
  printf("stat ");
  put(name, strlen(name));
  if (stat(path, &it) != 0) {
    printf(" errno=%d\n", errno);
    return;
  }
  printf(" mode=%o dev=%u:%u ino=%llu nlink=%llu size=%lld rdev=%u:%u\n", (unsigned)it.st_mode, major(it.st_dev), minor(it.st_dev),
         (unsigned long long)it.st_ino, (unsigned long long)it.st_nlink, (long long)it.st_size, major(it.st_rdev), minor(it.st_rdev));
}

static void tell_link(const char *name, const char *path) {
  static char target[65536];
  ssize_t size = readlink(path, target, sizeof target);
  if (size < 0) return;
  printf("link ");
  put(name, strlen(name));
  putchar(' ');
  put(target, (size_t)size);
  putchar('\n');
}

// A name as it is printed, without a mark of deletion, and cut at a TAB: one of these is what lsof asks for.
static void tell_name(char *name) {
  static char last[65536];
  if (strcmp(name, last) == 0) return;
  snprintf(last, sizeof last, "%s", name);
  static const char *const marks[] = {" (deleted)", "(deleted)"};
  tell(name, name);
  for (int i = 0; i < 2; i++) {
    size_t size = strlen(name), mark = strlen(marks[i]);
    if (size > mark && strcmp(name + size - mark, marks[i]) == 0) {
      name[size - mark] = '\0';
      tell(name, name);
      break;
    }
  }
  char *tab = strchr(name, '\t');
  if (tab != NULL) {
    *tab = '\0';
    tell(name, name);
  }
}

int main(int count, char **words) {
  if (count != 2) return 2;
  char path[512];
  static char line[1 << 17];
  snprintf(path, sizeof path, "/proc/%s/exe", words[1]);
  tell("exe", path);
  tell_link("exe", path);
  snprintf(path, sizeof path, "/proc/%s/maps", words[1]);
  FILE *maps = fopen(path, "r");
  if (maps == NULL) return 1;
  while (fgets(line, sizeof line, maps) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    char *name = line, *inode = line;
    for (int field = 0; field < 5; field++) {
      if (field == 4) inode = name;
      name += strcspn(name, " ");
      name += strspn(name, " ");
    }
    // Nobody asks for what the kernel made up for memory that is no file; named shared memory has a bracket and an inode.
    if (*name == '\0' || (*name == '[' && strtoull(inode, NULL, 10) == 0)) continue;
    tell_name(name);
    // lsof reads so much of a line.
    for (size_t most = 4095; most <= 4096 && strlen(line) > most; most++) {
      static char cut[4097];
      memcpy(cut, line, most);
      cut[most] = '\0';
      tell(cut + (name - line), cut + (name - line));
    }
  }
  fclose(maps);
  snprintf(path, sizeof path, "/proc/%s/map_files", words[1]);
  DIR *list = opendir(path);
  struct dirent *entry;
  while (list != NULL && (entry = readdir(list)) != NULL) {
    if (entry->d_name[0] == '.') continue;
    char name[300];
    snprintf(name, sizeof name, "map_files/%s", entry->d_name);
    snprintf(path, sizeof path, "/proc/%s/%s", words[1], name);
    tell(name, path);
    tell_link(name, path);
  }
  if (list != NULL) closedir(list);
  return 0;
}
