#include "say.h"

#include "parts.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct name {
  const char *label;
  const char *text;
};

static const struct name NAMES[] = {
  {"name-with-newline", "new\nline"},
  {"name-like-a-line", "x\n00400000-00401000 r-xp 00000000 00:00 0 fake"},
  {"name-with-blanks", "a b  c"},
  {"name-with-blank-first", " first"},
  {"name-with-blank-last", "last "},
  {"name-with-tab", "t\tab"},
  {"name-with-return", "re\rturn"},
  {"name-with-backslash", "back\\slash\\012"},
  {"name-in-utf-8", "\xc3\xa9t\xc3\xa9-\xe6\xbc\xa2\xe5\xad\x97-\xf0\x9f\x98\x80"},
  {"name-not-utf-8", "bad\xff\xfe\xc3"},
  {"name-with-controls", "c\x01\x1b[31m\x7f"},
  {"name-with-c1-controls", "c1\xc2\x85\xc2\x9b"},
  {"name-with-combining", "e\xcc\x81\xe2\x80\x8b\xe2\x80\xae"},
  {"name-like-heap", "[heap]"},
  {"name-with-quotes", "q'\"$`*?"},
  {"name-with-colon-and-hash", "a:b#c=d,e"},
  {"name-like-a-counter", "Rss:                  99 kB"},
  {"name-like-system-v", "SYSV00000000"},
  {"name-like-memfd", "memfd:x"},
  {"name-like-deleted", "live (deleted)"},
  {"name-like-a-note", "x (stat: No such file or directory)"},
  {"name-like-inode", "y (path inode=7)"},
};

static void map_name(const char *label, int directory, const char *name) {
  int file = new_file(label, directory, name, page);
  if (file < 0) return;
  map(label, page, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  close(file);
}

static void deleted_like_deleted(int directory) {
  const char *name = "really (deleted)";
  map_name("name-like-deleted-deleted", directory, name);
  unlinkat(directory, name, 0);
}

// A file so many folders of 240 bytes deep; beyond 4096 bytes the kernel knows a path that no system call takes.
static void deep(const char *label, int directory, int folders) {
  char name[241];
  int at = dup(directory);
  for (int depth = 0; depth < folders && at >= 0; depth++) {
    memset(name, 'a' + depth, 240);
    name[240] = '\0';
    mkdirat(at, name, 0755);
    int next = openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    close(at);
    at = next;
  }
  if (at < 0) {
    refused(label);
    return;
  }
  map_name(label, at, "f");
  close(at);
}

void map_named_files(int directory) {
  for (size_t at = 0; at < sizeof NAMES / sizeof *NAMES; at++) map_name(NAMES[at].label, directory, NAMES[at].text);
  deleted_like_deleted(directory);
  char longest[252];
  memset(longest, 'L', 251);
  longest[251] = '\0';
  map_name("name-of-251-bytes", directory, longest);
  deep("path-above-1024-bytes", directory, 5);
  deep("path-below-4096-bytes", directory, 16);
  deep("path-above-4096-bytes", directory, 18);
}
