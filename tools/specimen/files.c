#include "say.h"

#include "parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#ifndef O_TMPFILE
#define O_TMPFILE (020000000 | O_DIRECTORY)
#endif

static char label_of_tag[128];

static const char *tagged(const char *tag, const char *label) {
  snprintf(label_of_tag, sizeof label_of_tag, "%s%s", tag, label);
  return label_of_tag;
}

#define L(label) tagged(tag, label)

// One file in every mode.
static void modes(const char *tag, int directory) {
  int file = new_file(L("file"), directory, "plain.dat", 16 * page);
  if (file < 0) return;
  map(L("file-r-private"), 4 * page, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  touch(map(L("file-rw-private"), 4 * page, RW, MAP_PRIVATE, file, (off_t)(4 * page)), page);
  touch(map(L("file-rw-shared"), 4 * page, RW, MAP_SHARED, file, (off_t)(8 * page)), page);
  map(L("file-r-shared"), page, PROT_READ, MAP_SHARED, file, 0);
  map(L("file-none-shared"), page, PROT_NONE, MAP_SHARED, file, 0);
  map(L("file-none-private"), page, PROT_NONE, MAP_PRIVATE, file, 0);
  map(L("file-w-shared"), page, PROT_WRITE, MAP_SHARED, file, (off_t)page);
  map(L("file-rx-private"), page, RX, MAP_PRIVATE, file, (off_t)page);
  map(L("file-rwx-shared"), page, RW | PROT_EXEC, MAP_SHARED, file, (off_t)page);
  map(L("file-past-its-end"), 8 * page, PROT_READ, MAP_PRIVATE, file, (off_t)(14 * page));
  close(file);
}

// Files that went away, or whose name means another one.
static void ends(const char *tag, int directory) {
  int file = new_file(L("deleted"), directory, "gone.dat", 2 * page);
  if (file >= 0) map(L("deleted"), 2 * page, RW, MAP_SHARED, file, 0);
  if (file >= 0) close(file);
  unlinkat(directory, "gone.dat", 0);
  file = new_file(L("replaced"), directory, "replaced.dat", page);
  if (file >= 0) map(L("replaced-old"), page, PROT_READ, MAP_SHARED, file, 0);
  if (file >= 0) close(file);
  unlinkat(directory, "replaced.dat", 0);
  file = new_file(L("replaced"), directory, "replaced.dat", page);
  if (file >= 0) map(L("replaced-new"), page, PROT_READ, MAP_SHARED, file, 0);
  if (file >= 0) close(file);
  file = new_file(L("renamed"), directory, "before.dat", page);
  if (file >= 0) map(L("renamed"), page, PROT_READ, MAP_SHARED, file, 0);
  if (file >= 0) close(file);
  renameat(directory, "before.dat", directory, "after.dat");
  file = new_file(L("hard-linked"), directory, "one.dat", page);
  if (file >= 0) map(L("hard-linked"), page, PROT_READ, MAP_SHARED, file, 0);
  if (file >= 0) close(file);
  if (linkat(directory, "one.dat", directory, "two.dat", 0) != 0 && errno != EEXIST) refused(L("hard-link"));
  file = openat(directory, ".", O_RDWR | O_TMPFILE, 0600);
  if (file < 0 || ftruncate(file, (off_t)page) != 0) refused(L("tmpfile"));
  else map(L("tmpfile"), page, RW, MAP_SHARED, file, 0);
  if (file >= 0) close(file);
}

static void offsets(const char *tag, int directory) {
  const struct { const char *label; int64_t offset; } far[] = {
    {"offset-of-9-digits", 0x180000000}, {"offset-of-11-digits", 0x12345670000}, {"offset-of-12-digits", 0x123456780000},
  };
  int file = new_file(L("offset"), directory, "sparse.dat", 0);
  if (file < 0) return;
  for (int at = 0; at < 3; at++) {
    if (ftruncate(file, (off_t)(far[at].offset + (int64_t)page)) != 0) refused(L(far[at].label));
    else map(L(far[at].label), page, PROT_READ, MAP_SHARED, file, (off_t)far[at].offset);
  }
  close(file);
}

// Locks belong to open files, so these stay open.
static void locks(const char *tag, int directory) {
  const struct { const char *label; int type; off_t start, length; } ranges[] = {
    {"lock-read", F_RDLCK, 0, 0}, {"lock-write", F_WRLCK, 0, 0},
    {"lock-read-part", F_RDLCK, 10, 5}, {"lock-write-part", F_WRLCK, 10, 5},
  };
  for (int at = 0; at < 6; at++) {
    const char *name = at == 4 ? "flock-shared" : at == 5 ? "flock-exclusive" : ranges[at].label;
    int file = new_file(L(name), directory, name, page);
    if (file < 0) continue;
    map(L(name), page, PROT_READ, MAP_SHARED, file, 0);
    struct flock range = {.l_whence = SEEK_SET};
    if (at < 4) {
      range.l_type = (short)ranges[at].type;
      range.l_start = ranges[at].start;
      range.l_len = ranges[at].length;
    }
    if ((at < 4 ? fcntl(file, F_SETLK, &range) : flock(file, at == 4 ? LOCK_SH : LOCK_EX)) != 0) refused(L(name));
  }
}

void map_files(const char *tag, int directory) {
  modes(tag, directory);
  ends(tag, directory);
  offsets(tag, directory);
  locks(tag, directory);
}
