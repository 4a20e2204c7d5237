#include "say.h"

#include "numbers.h"
#include "parts.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/aio_abi.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/perf_event.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void perf(void) {
  struct perf_event_attr event = {.size = sizeof event, .type = PERF_TYPE_SOFTWARE, .disabled = 1};
  event.config = PERF_COUNT_SW_CPU_CLOCK;
  int file = (int)syscall(SYS_perf_event_open, &event, 0, -1, -1, 0);
  if (file < 0) refused("perf-ring");
  else map("perf-ring", 9 * page, RW, MAP_SHARED, file, 0);
}

static void io_uring(void) {
  uint32_t parameters[40] = {0};
  int file = (int)syscall(NR_IO_URING_SETUP, 8, parameters);
  if (file < 0) {
    refused("io-uring");
    return;
  }
  // At an address of its own choice: the kernel takes no wish here.
  map_at("io-uring-submissions", NULL, page, RW, MAP_SHARED | MAP_POPULATE, file, 0);
  map_at("io-uring-completions", NULL, page, RW, MAP_SHARED | MAP_POPULATE, file, 0x8000000);
  map_at("io-uring-entries", NULL, page, RW, MAP_SHARED | MAP_POPULATE, file, 0x10000000);
}

static void packets(void) {
  int file = socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL));
  struct tpacket_req ring = {.tp_block_size = (unsigned)(16 * page), .tp_block_nr = 1, .tp_frame_size = 2048};
  ring.tp_frame_nr = ring.tp_block_size / ring.tp_frame_size;
  if (file < 0 || setsockopt(file, SOL_PACKET, PACKET_RX_RING, &ring, sizeof ring) != 0) refused("packet-ring");
  else map("packet-ring", ring.tp_block_size, RW, MAP_SHARED, file, 0);
}

static void tcp(void) {
  int file = socket(AF_INET, SOCK_STREAM, 0);
  if (file < 0) refused("tcp");
  else map("tcp", 4 * page, PROT_READ, MAP_SHARED, file, 0);
}

static void asynchronous(void) {
  aio_context_t ring = 0;
  if (syscall(SYS_io_setup, 64, &ring) != 0) refused("aio-ring");
  else made("aio-ring", (void *)(uintptr_t)ring, page);
}

// An array of BPF that may be mapped (BPF_MAP_TYPE_ARRAY, BPF_F_MMAPABLE), and its ring (BPF_MAP_TYPE_RINGBUF).
static void bpf(void) {
  struct { uint32_t type, key, value, entries, flags, rest[27]; } array = {2, 4, 8, 512, 1 << 10, {0}}, ring = {27, 0, 0, 0, 0, {0}};
  ring.entries = (uint32_t)(16 * page);
  int file = (int)syscall(SYS_bpf, 0, &array, sizeof array);
  if (file < 0) refused("bpf-array");
  else map("bpf-array", page, RW, MAP_SHARED, file, 0);
  file = (int)syscall(SYS_bpf, 0, &ring, sizeof ring);
  if (file < 0) refused("bpf-ring");
  else map("bpf-ring", page, RW, MAP_SHARED, file, 0);
}

// By the system call: mq_open of old C libraries lies in a library of its own.
static void queue(void) {
#ifdef SYS_mq_open
  int file = (int)syscall(SYS_mq_open, "memmaps-specimen", 0102, 0600, NULL);
  if (file < 0) {
    refused("message-queue");
    return;
  }
  map("message-queue", page, PROT_READ, MAP_SHARED, file, 0);
  syscall(SYS_mq_unlink, "memmaps-specimen");
#endif
}

void map_rings(void) {
  perf();
  io_uring();
  packets();
  tcp();
  asynchronous();
  bpf();
  queue();
}
