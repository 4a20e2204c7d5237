#include "say.h"

#include "numbers.h"
#include "parts.h"

struct advice {
  const char *label;
  int advice;
  int pages;
};

static const struct advice ADVICE[] = {
  {"nohugepage", MADV_NOHUGEPAGE, 4}, {"dontfork", MADV_DONTFORK, 4},     {"dontdump", MADV_DONTDUMP, 4},
  {"wipeonfork", MADV_WIPEONFORK, 4}, {"mergeable", MADV_MERGEABLE, 16},  {"sequential", MADV_SEQUENTIAL, 4},
  {"random", MADV_RANDOM, 4},         {"willneed", MADV_WILLNEED, 4},     {"free", MADV_FREE, 16},
  {"cold", ADVICE_COLD, 4},           {"swapped-out", ADVICE_PAGEOUT, 64},
};

static void huge_pages(void) {
  size_t size = 4 << 20;
  char *start = map("hugepage", size, RW, OWN, -1, 0);
  if (start == NULL) return;
  if (madvise(start, size, MADV_HUGEPAGE) != 0) refused("hugepage-advice");
  touch(start, size / 2);
}

static void guards(void) {
  char *start = map("guard-in-the-middle-of", 8 * page, RW, OWN, -1, 0);
  touch(start, 8 * page);
  if (start != NULL && madvise(start + 2 * page, 2 * page, ADVICE_GUARD) != 0) refused("guard-in-the-middle");
}

void map_advised(void) {
  for (size_t at = 0; at < sizeof ADVICE / sizeof *ADVICE; at++) {
    size_t size = (size_t)ADVICE[at].pages * page;
    void *start = mmap(room(size), size, RW, OWN, -1, 0);
    if (start == MAP_FAILED) {
      refused(ADVICE[at].label);
      continue;
    }
    touch(start, size);
    if (madvise(start, size, ADVICE[at].advice) != 0)
      refused(ADVICE[at].label);
    else
      made(ADVICE[at].label, start, size);
  }
  huge_pages();
  guards();
}
