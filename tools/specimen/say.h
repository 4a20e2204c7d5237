// What the parts of the specimen share: they make a mapping, and say where it is, or why the kernel refused it.
#ifndef SAY_H
#define SAY_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#ifndef _FILE_OFFSET_BITS
#define _FILE_OFFSET_BITS 64
#endif
#include <stddef.h>
#include <sys/mman.h>
#include <sys/types.h>

#define RW (PROT_READ | PROT_WRITE)
#define RX (PROT_READ | PROT_EXEC)
#define OWN (MAP_PRIVATE | MAP_ANONYMOUS)
#define COMMON (MAP_SHARED | MAP_ANONYMOUS)

// Size of a page in bytes.
extern size_t page;

// Prints `label start-end`, and gives back the start.
void *made(const char *label, void *start, size_t size);

// Prints `label refused ERRNO TEXT` of the last call; always null.
void *refused(const char *label);

// Prints `label done` of what is no mapping.
void done(const char *label);

// A free place with a free page on both sides, so that the kernel joins what is mapped there with no neighbour.
void *room(size_t size);

// Maps at such a place, and says so; null where the kernel refuses.
void *map(const char *label, size_t size, int protection, int flags, int file, off_t offset);

// The same, at a given address.
void *map_at(const char *label, void *start, size_t size, int protection, int flags, int file, off_t offset);

// Writes to the first byte of each page, unless the mapping was refused.
void touch(void *start, size_t size);

// Makes a file of so many bytes and opens it; -1, and said, where that fails.
int new_file(const char *label, int directory, const char *name, size_t size);

#endif
