#include "say.h"

#include "parts.h"

// Every second page of one piece is read-only, so that each page is a mapping of its own.
void map_many(long count) {
  size_t size = (size_t)count * page;
  char *start = mmap(room(size), size, RW, OWN | MAP_NORESERVE, -1, 0);
  if (start == MAP_FAILED) {
    refused("many");
    return;
  }
  for (long at = 0; at < count; at += 2) {
    if (mprotect(start + (size_t)at * page, page, PROT_READ) == 0) continue;
    refused("many-protection");
    break;
  }
  made("many", start, size);
}
