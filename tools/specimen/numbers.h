// Numbers that old headers lack. A system call that this architecture's headers do not know is -1: the kernel refuses it.
#ifndef NUMBERS_H
#define NUMBERS_H

#include <sys/syscall.h>

#ifndef SYS_memfd_create
#define SYS_memfd_create -1
#endif
#ifndef SYS_mlock2
#define SYS_mlock2 -1
#endif
#ifndef SYS_userfaultfd
#define SYS_userfaultfd -1
#endif
#ifndef SYS_pkey_alloc
#define SYS_pkey_alloc -1
#define SYS_pkey_mprotect -1
#endif
#ifndef SYS_mbind
#define SYS_mbind -1
#endif
#ifndef SYS_bpf
#define SYS_bpf -1
#endif
#ifndef SYS_perf_event_open
#define SYS_perf_event_open -1
#endif
#ifndef SYS_shmget
#define SYS_shmget -1
#endif
#ifdef __alpha__
#define SINCE_5_1(number) ((number) + 110)
#else
#define SINCE_5_1(number) (number)
#endif
#define NR_IO_URING_SETUP SINCE_5_1(425)
#define NR_MEMFD_SECRET SINCE_5_1(447)
#define NR_MSEAL SINCE_5_1(462)

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000
#endif
#ifndef MAP_DROPPABLE
#define MAP_DROPPABLE 0x08
#endif
#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#endif
#ifndef PR_SET_VMA_ANON_NAME
#define PR_SET_VMA_ANON_NAME 0
#endif
#ifndef MADV_WIPEONFORK
#define MADV_WIPEONFORK 18
#endif
#ifndef MADV_FREE
#define MADV_FREE 8
#endif
#define ADVICE_COLD 20
#define ADVICE_PAGEOUT 21
#define ADVICE_GUARD 102
#define MEMFD_HUGETLB 4U
#define MEMFD_NOEXEC 8U
#define MEMFD_EXEC 0x10U

#endif
