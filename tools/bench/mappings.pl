#!/usr/bin/perl
# A process with COUNT mappings beside perl's own, none of which the kernel can merge. Needs perl-base only.
#
#   perl mappings.pl libraries|anonymous|files COUNT DIRECTORY
#
# `libraries` maps five parts of a file in DIRECTORY (which it leaves there), then a page without a file, and so on;
# `anonymous` maps pages without a file, whose protections alternate; `files` maps one page of as many files. Prints `ready`, and
# waits until stdin closes.
use strict;
use warnings;
use Config;
use POSIX ();

use constant { READ => 1, WRITE => 2 };
use constant { PRIVATE => 0x02, ANONYMOUS => 0x20 };
use constant PARTS => 5;

my ($layout, $count, $directory) = @ARGV;
my %numbers = (x86_64 => 9, aarch64 => 222, riscv64 => 222);
my ($arch)  = $Config{archname} =~ /^([^-]+)/;
my $mmap    = $numbers{$arch} or die "mappings: no system call number for $arch\n";
my $page    = POSIX::sysconf(POSIX::_SC_PAGESIZE());

# The buffer is made before, so that nothing is mapped any more once it says ready.
my $buffer = ' ' x $page;
my $file;
for my $i (0 .. $count - 1) {
    if ($layout eq 'anonymous') {
        map_page($i % 2 ? READ : READ | WRITE, PRIVATE | ANONYMOUS, -1, 0);
        next;
    }
    if ($layout eq 'files') {
        map_page(READ, PRIVATE, fileno library($i), 0);
        next;
    }
    my $part = $i % (PARTS + 1);
    $file = library($i / (PARTS + 1)) if $part == 0;
    if   ($part == PARTS) { map_page(READ | WRITE, PRIVATE | ANONYMOUS, -1, 0) }
    else                  { map_page($part == PARTS - 1 ? READ | WRITE : READ, PRIVATE, fileno $file, 2 * $part * $page) }
}
$| = 1;
print "ready\n";
for (;;) {
    my $size = sysread STDIN, $buffer, $page;
    last if defined $size ? $size == 0 : !$!{EINTR};
}

sub library {
    my $path = sprintf '%s/libspecimen-%05d.so.1.2.3', $directory, shift;
    open my $library, '+>', $path or die "mappings: $path: $!\n";
    truncate $library, 2 * PARTS * $page;
    return $library;
}

sub map_page {
    my ($protection, $flags, $descriptor, $offset) = @_;
    my $address = syscall $mmap, 0, $page, $protection, $flags, $descriptor, $offset;
    die "mappings: mmap: $!\n" if $address == -1;
}
