// The parts of the specimen, each a kind of mapping.
#ifndef PARTS_H
#define PARTS_H

// Small children, each with something odd that is not a mapping; made before all else, so that they stay small.
void start_children(const char *directory);
// Threads, and the name of the process.
void name_process(void);
// Memory without a file: protections, addresses, locks, advice, names.
void map_anonymous(void);
void map_advised(void);
// Files in every mode, deleted, replaced, renamed, locked; `tag` begins the labels.
void map_files(const char *tag, int directory);
// Files whose names are hard to print or to read.
void map_named_files(int directory);
// Files that are memory: memfd, System V, POSIX, /dev/zero, hugetlb, secret.
void map_memory_files(void);
// Takes away those of them that outlive the process.
void remove_memory_files(void);
// Rings and queues that the kernel shares.
void map_rings(void);
// Policies and keys of memory: NUMA, protection keys, userfaultfd, seals.
void map_policies(void);
// So many mappings more.
void map_many(long count);

#endif
