#include "say.h"

#include "numbers.h"
#include "parts.h"

#include <stdint.h>
#include <sys/prctl.h>
#include <unistd.h>

static void protections(void) {
  touch(map("anonymous-rw", 4 * page, RW, OWN, -1, 0), 2 * page);
  map("anonymous-r", page, PROT_READ, OWN, -1, 0);
  map("anonymous-w", page, PROT_WRITE, OWN, -1, 0);
  map("anonymous-x", page, PROT_EXEC, OWN, -1, 0);
  map("anonymous-rx", page, RX, OWN, -1, 0);
  map("anonymous-rwx", page, RW | PROT_EXEC, OWN, -1, 0);
  map("anonymous-none", 16 * page, PROT_NONE, OWN, -1, 0);
  touch(map("shared-anonymous", 4 * page, RW, COMMON, -1, 0), 2 * page);
  map("shared-anonymous-none", page, PROT_NONE, COMMON, -1, 0);
  map("noreserve", 64 << 20, RW, OWN | MAP_NORESERVE, -1, 0);
  map("droppable", 4 * page, RW, MAP_DROPPABLE | MAP_ANONYMOUS, -1, 0);
  char *stack = map("growsdown", 8 * page, RW, OWN | MAP_GROWSDOWN, -1, 0);
  if (stack != NULL) touch(stack + 7 * page, page);
}

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000
#endif

static void addresses(void) {
  map_at("address-0", NULL, page, PROT_READ, OWN | MAP_FIXED, -1, 0);
  map_at("address-of-5-digits", (void *)0x20000, page, PROT_READ, OWN, -1, 0);
#if UINTPTR_MAX > 0xffffffff
  map_at("address-of-9-digits", (void *)0x234560000, page, PROT_READ, OWN, -1, 0);
  // Without FIXED a kernel may choose another place, next to a mapping that it joins; an old one takes it for a hint as well.
  map_at("address-of-57-bits", (void *)0xf1234567890000, page, PROT_READ, OWN | MAP_FIXED_NOREPLACE, -1, 0);
#endif
}

static void locks(void) {
  map("locked", 4 * page, RW, OWN | MAP_LOCKED, -1, 0);
  void *start = map("mlock-of", 4 * page, RW, OWN, -1, 0);
  if (start != NULL && mlock(start, 4 * page) != 0) refused("mlock");
  start = map("mlock-onfault-of", 4 * page, RW, OWN, -1, 0);
  if (start != NULL && syscall(SYS_mlock2, start, 4 * page, 1) != 0) refused("mlock-onfault");
}

static void name(const char *label, int sharing, const char *text) {
  void *start = mmap(room(4 * page), 4 * page, RW, sharing, -1, 0);
  if (start == MAP_FAILED || prctl(PR_SET_VMA, PR_SET_VMA_ANON_NAME, start, 4 * page, text) != 0)
    refused(label);
  else
    made(label, start, 4 * page);
}

void map_anonymous(void) {
  protections();
  addresses();
  locks();
  name("named", OWN, "my buffer");
  name("named-shared", COMMON, "my shared buffer");
  name("named-like-deleted", OWN, "heap (deleted) x:y");
  name("named-of-nothing", OWN, "");
  name("named-of-79", OWN, "0123456789012345678901234567890123456789012345678901234567890123456789012345678");
  name("named-with-newline", OWN, "new\nline");
}
